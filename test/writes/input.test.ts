/** Input is checked field by field, and every mistake is told at once. */
import { InputCheck } from '../../src/writing/input';
import { codeList } from '../../src/model/codelist';
import type { Attribute, AttributeOptions } from '../../src/model/thing';

const Colour = codeList(
  'TestColour',
  { en: 'A colour.', pt: 'Uma cor.' },
  {
    RED: { en: 'red', pt: 'vermelho' },
    BLUE: { en: 'blue', pt: 'azul' },
  },
);

const attribute = (options: Partial<AttributeOptions>): Attribute => ({
  type: 'text',
  description: '',
  nullable: false,
  filter: false,
  sort: false,
  sealed: false,
  hidden: false,
  name: 'field',
  column: 'field',
  ...options,
});

function checked(options: Partial<AttributeOptions>, value: unknown): unknown {
  const check = new InputCheck();
  const result = check.attribute(attribute(options), value, ['field']);
  return check.problems.length > 0 ? check.problems.map(({ path }) => path?.join('.')) : result;
}

const refused = ['field'];
const long = { type: 'longText' } as const;

it.each<[string, Partial<AttributeOptions>, unknown, unknown]>([
  ['text is trimmed', {}, '  Ana  ', 'Ana'],
  ['text is composed', {}, 'Joa\u0303o', 'João'],
  ['text of 200 characters', {}, '🔒'.repeat(200), '🔒'.repeat(200)],
  ['text of 201 characters', {}, '🔒'.repeat(201), refused],
  ['its own limit', { maxLength: 3 }, 'abcd', refused],
  ['NUL', {}, 'a\0b', refused],
  ['a lone surrogate', {}, 'a\ud800b', refused],
  ['a line break in a line', {}, 'a\nb', refused],
  ['a line break in prose', long, 'a\r\n\tb', 'a\r\n\tb'],
  ['an escape in prose', long, 'a\u001b[0m', refused],
  ['NUL in prose', long, 'a\0', refused],
  ['emptiness that is needed', {}, '   ', refused],
  ['emptiness that is not needed', { nullable: true }, '   ', null],
  ['null that is not allowed', {}, null, refused],
  ['null that is allowed', { nullable: true }, null, null],
  ['what is not given', {}, undefined, undefined],
  ['a number for text', {}, 5, refused],
  ['an object for text', {}, {}, refused],
  ['a whole number', { type: 'int', min: 0, max: 9 }, 9, 9],
  ['one too large', { type: 'int', min: 0, max: 9 }, 10, refused],
  ['one beyond 32 bits', { type: 'int' }, 2147483648, refused],
  ['a fraction', { type: 'int' }, 1.5, refused],
  ['a boolean', { type: 'boolean' }, false, false],
  ['a date', { type: 'date' }, '2024-02-29', '2024-02-29'],
  ['a date that is none', { type: 'date' }, '2026-02-29', refused],
  ['a date of long ago', { type: 'date' }, '0026-03-08', refused],
  ['a date far ahead', { type: 'date' }, '2226-03-08', refused],
  ['a time for a date', { type: 'date' }, '2026-03-08T00:00:00Z', refused],
  ['a time', { type: 'dateTime' }, '2026-03-08T10:15:00.5+02:00', '2026-03-08T10:15:00.5+02:00'],
  ['a time without offset', { type: 'dateTime' }, '2026-03-08T10:15:00', refused],
  ['a 25th hour', { type: 'dateTime' }, '2026-03-08T25:15:00Z', refused],
  ['30 February', { type: 'dateTime' }, '2026-02-30T10:15:00Z', refused],
  ['a UUID', { type: 'uuid' }, 'AAAAAAAA-0000-4000-8000-000000000000', 'aaaaaaaa-0000-4000-8000-000000000000'],
  ['no UUID', { type: 'uuid' }, "' OR 1=1", refused],
  ['a code', { type: Colour }, 'RED', 'RED'],
  ['no code', { type: Colour }, 'GREEN', refused],
  ['a name that every object has', { type: Colour }, 'toString', refused],
  ['codes, once each', { type: [Colour] }, ['RED', 'BLUE', 'RED'], ['RED', 'BLUE']],
  ['a code of a list that is none', { type: [Colour] }, ['RED', 'GREEN', null], ['field.1', 'field.2']],
  ['texts', { type: ['text'] }, [' a ', 'b'], ['a', 'b']],
  ['an empty text among texts', { type: ['text'] }, ['a', ' '], ['field.1']],
  [
    '100 items',
    { type: ['text'] },
    Array.from({ length: 100 }, (_, n) => `${n}`),
    Array.from({ length: 100 }, (_, n) => `${n}`),
  ],
  ['101 items', { type: ['text'] }, Array.from({ length: 101 }, (_, n) => `${n}`), refused],
  ['no list', { type: ['text'] }, 'a', refused],
])('%s', (_says, options, value, expected) => {
  expect(checked(options, value)).toEqual(expected);
});

it('tells everything that is wrong at once, each with its path, in both languages', () => {
  const check = new InputCheck();
  check.attribute(attribute({}), 'fine', ['a']);
  check.attribute(attribute({ type: 'int' }), 'x', ['b', 0, 'c']);
  check.date('never', ['d']);
  expect(() => check.done()).toThrow('INVALID_INPUT, INVALID_INPUT');
  expect(check.problems).toMatchObject([
    { code: 'INVALID_INPUT', path: ['b', 0, 'c'], text: { en: expect.any(String), pt: expect.any(String) } },
    { code: 'INVALID_INPUT', path: ['d'] },
  ]);
  expect(() => new InputCheck().done()).not.toThrow();
});
