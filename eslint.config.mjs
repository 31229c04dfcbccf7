import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const roleNames =
  '/^(FIELD_WORKER|CASE_MANAGER|SUPERVISOR|PARTNER_ADMIN|ME_OFFICER|SERVICE_PROVIDER|PRIVACY_OFFICER|SECRETARIAT|ANALYST|OPERATOR)$/';

/** The stair, from the ground up: a room imports from the rooms below it and from no other. */
const rooms = [
  'base',
  'chart',
  'model',
  'exchange',
  'disclosure',
  'database',
  'policy',
  'vault',
  'writing',
  'execution',
  'domain',
  'identity',
  'schema',
  'installation',
  'server',
  'cli',
];
/** What browsers run: it stands on the ground and the charts, and nothing of the server stands on it. */
const browser = [
  {
    target: './src/dashboard',
    from: rooms.slice(2).map((room) => `./src/${room}/**`),
    message: 'What browsers run imports from base and chart alone.',
  },
  {
    target: ['./src/!(dashboard)/**', './src/*.ts'],
    from: './src/dashboard/**',
    message: 'Nothing of the server is made of what browsers run.',
  },
];
/** What stands beside `src` and knows the things of the domain. */
const aboveTheDomain = ['./ormconfig.{ts,}', './seeds/**'];
const stair = rooms.map((room, at) => ({
  target: `./src/${room}`,
  from: [
    ...rooms.slice(at + 1).map((above) => `./src/${above}/**`),
    './src/*.ts',
    ...(at < rooms.indexOf('installation') ? aboveTheDomain : []),
  ],
  message: `Imports point downwards: ${room} stands below.`,
}));

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
    files: ['src/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts'] })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...stair, ...browser] }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  {
    // The one policy: a role is named in src/policy and nowhere else.
    files: ['src/**/*.ts', 'ormconfig.ts', 'migrations/**/*.ts'],
    ignores: ['src/policy/**', 'migrations/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal[value=%]', 'Property > Identifier.key[name=%]', 'TemplateElement[value.raw=%]'].map(
          (selector) => ({
            selector: selector.replace('%', roleNames),
            message: 'Roles are named in src/policy only.',
          }),
        ),
      ],
    },
  },
  {
    // A test that takes the day of Greenwich for that of a country fails between 22:00 and midnight.
    files: ['test/**/*.ts'],
    ignores: ['test/support/days.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          "CallExpression[callee.property.name='slice'] > MemberExpression > CallExpression[callee.property.name='toISOString'] > MemberExpression > NewExpression[arguments.length=0]",
          "CallExpression[callee.property.name='slice'] CallExpression[callee.property.name='toISOString'] MemberExpression[object.name='Date'][property.name='now']",
        ].map((selector) => ({
          selector,
          message: 'What day it is in a country says dayFromNow of test/support/days.',
        })),
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
        fetch: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
