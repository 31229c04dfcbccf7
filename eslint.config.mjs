import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const roleNames =
  '/^(FIELD_WORKER|CASE_MANAGER|SUPERVISOR|PARTNER_ADMIN|ME_OFFICER|SERVICE_PROVIDER|PRIVACY_OFFICER|SECRETARIAT|ANALYST|OPERATOR)$/';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'bench/node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Jest's matchers and pg's rows are `any` by their own types; boundaries are typed where they are crossed.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'no-console': 'error',
      'no-control-regex': 'off',
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The one policy: a role is named in src/policy and nowhere else.
    files: ['src/**/*.ts', 'ormconfig.ts', 'migrations/**/*.ts'],
    // A code of another list may read like a role (GBVIMS relationship "service_provider").
    ignores: ['src/policy/**', 'migrations/**', '**/*.codes.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `Literal[value=${roleNames}]`, message: 'Roles are named in src/policy only.' },
      ],
    },
  },
  {
    // No code is made from data at run time: what a client sends is never a program.
    files: ['**/*.ts'],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-imports': [
        'error',
        { paths: ['vm', 'node:vm', 'graphql-jit'].map((name) => ({ name, message: 'No code is made at run time.' })) },
      ],
    },
  },
  { files: ['src/cli/**/*.ts', 'src/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', 'seeds/**/*.ts', 'migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Generated.
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
