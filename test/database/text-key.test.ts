/** The key that text is sorted and searched by is one thing, whether the database makes it or the server. */
import { raw } from '../../src/base/sql';
import * as called from '../../src/model/text-function';
import { foldedColumn, foldedText, isTextKey, keyColumn, literally, partsOf, textKey } from '../../src/model/text-key';
import { adminRows } from '../support/admin';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase('empty');
  for (const { definition } of called.textFunctions) await adminRows(database, definition);
});
afterAll(() => database?.drop());

/** Letters with and without marks, several marks, what has no small letter of one character, what is no letter. */
const alphabet = [
  ...'aAáÁàÂãÃåÅæÆçÇeéÉêEiíıIİjnñÑŋŊoóôõÕøØoœŒuúüÜsSšŠßẞłŁđĐzŽ ɓƁɛƐ',
  ...'σΣςάΆЖжЙй一가각\u0301\u0327\u0303\u0345\u20dd\ufe20',
  ...'0 9-_.%\\\'"\u{1F600}\u{1D400}\u{10400}\u{1F1F2}ﬁǆǅ',
];

/** The same texts each time. */
function texts(count: number): string[] {
  let seed = 20_261_128;
  const below = (end: number): number => (seed = (seed * 48_271) % 2_147_483_647) % end;
  const one = (): string => Array.from({ length: below(9) }, () => alphabet[below(alphabet.length)]).join('');
  return [...new Set(Array.from({ length: count }, () => one().normalize('NFC').trim()))];
}

const some = texts(4000);

const inDatabase = <R extends object>(expression: string, order = 'at'): Promise<R[]> =>
  adminRows<R>(
    database,
    `SELECT x, ${expression} AS made FROM unnest($1::text[]) WITH ORDINALITY t (x, at) ORDER BY ${order}`,
    [some],
  );

test('every character is folded to the same', async () => {
  const rows = await adminRows<{ at: number; made: string }>(
    database,
    `SELECT at, ${foldedColumn(raw('chr(at)')).text} AS made FROM generate_series(1, 1114111) at
      WHERE at NOT BETWEEN 55296 AND 57343`,
  );
  const others = rows.filter(({ at, made }) => foldedText(String.fromCodePoint(at)) !== made);
  expect(rows.length).toBe(1_112_063);
  expect(others).toEqual([]);
});

test('texts are given the same key, and stand in the same order', async () => {
  const key = keyColumn(raw('x')).text;
  const rows = await inDatabase<{ x: string; made: string }>(key, key);
  expect(rows.filter(({ x, made }) => textKey(x) !== made)).toEqual([]);
  const sorted = [...some].sort((a, b) => Buffer.compare(Buffer.from(textKey(a)), Buffer.from(textKey(b))));
  expect(rows.map(({ x }) => x)).toEqual(sorted);
});

test('the function folds as the expression does, and knows letters as it does', async () => {
  const [made, word] = [called.foldedColumn(raw('x')), raw(String.raw`'\m\w+\M'`)];
  const rows = await inDatabase<{ x: string; made: boolean }>(
    `(${made.text} = ${foldedColumn(raw('x')).text} AND ARRAY(SELECT regexp_matches(${made.text}, ${word.text}, 'g'))
      = ARRAY(SELECT regexp_matches(${foldedColumn(raw('x')).text}, ${word.text}, 'g')))`,
  );
  expect(rows.filter(({ made }) => !made)).toEqual([]);
  expect(rows.length).toBe(some.length);
});

test('of nothing there is no part', async () => {
  const of = [called.foldedColumn, called.partsColumn].map((column) => column(raw('NULL::text')).text);
  expect(await adminRows(database, `SELECT ${of[0]} AS folded, ${of[1]} AS parts`)).toEqual([
    { folded: null, parts: null },
  ]);
});

test('the database folds no further what is folded', async () => {
  const rows = await inDatabase<{ x: string; made: string }>(foldedColumn(foldedColumn(raw('x'))).text);
  expect(rows.filter(({ x, made }) => foldedText(x) !== made)).toEqual([]);
});

test('a text has all parts of what stands in it, and LIKE finds the same as looking does', async () => {
  const rows = await inDatabase<{ x: string; made: string[] }>(called.partsColumn(raw('x')).text);
  for (const { x, made } of rows) {
    const characters = [...foldedText(x)];
    for (let from = 0; from < characters.length; from++)
      expect(made).toEqual(expect.arrayContaining(partsOf(characters.slice(from).join(''))));
  }
  for (const looked of ['a', 'an', '%', '_', '\\', 'é', '0 9', 'ss', '\u{1F600}', ' ']) {
    const pattern = `%${literally(foldedText(looked))}%`;
    const found = await adminRows<{ x: string }>(
      database,
      `SELECT x FROM unnest($1::text[]) x WHERE ${foldedColumn(raw('x')).text} LIKE $2`,
      [some, pattern],
    );
    expect(found.map(({ x }) => x)).toEqual(some.filter((x) => foldedText(x).includes(foldedText(looked))));
  }
});

test.each([
  ['Ângela', 'angela'],
  ['AÇÃO', 'acao'],
  ['Łódź', 'łodz'],
  ['ŁÓDŹ', 'łodz'],
  ['İstanbul', 'istanbul'],
  ['ΆΣ', 'ας'],
  ['STRAẞE', 'straße'],
  ['Mahikeng ǃXoo', 'mahikeng ǃxoo'],
  ['a\u0301\u0327', 'a'],
])('%s is searched as %s', (text, folded) => {
  expect(foldedText(text)).toBe(foldedText(folded));
  expect(foldedText(folded.normalize('NFD'))).toBe(foldedText(folded));
});

test('a key is known from a text', () => {
  for (const text of some) expect([isTextKey(text), isTextKey(textKey(text))]).toEqual([false, true]);
  expect(isTextKey(null)).toBe(false);
});

test('the longest texts have keys and parts that an index takes', async () => {
  const column = raw('"x"');
  await adminRows(database, 'CREATE TABLE long (x text)');
  await adminRows(database, `CREATE INDEX ON long (${keyColumn(column).text})`);
  await adminRows(database, `CREATE INDEX ON long USING gin (${called.partsColumn(column).text})`);
  const ranges = [
    [0x1e00, 0x1eff],
    [0xac00, 0xd7a3],
    [0x20000, 0x2a000],
  ] as const;
  const longest = ranges.map(([first, last]) =>
    Array.from({ length: 200 }, (_, at) => String.fromCodePoint(first + ((at * 7919) % (last - first + 1)))).join(''),
  );
  await adminRows(database, 'INSERT INTO long SELECT unnest($1::text[])', [longest]);
  expect(await adminRows(database, 'SELECT x FROM long')).toHaveLength(ranges.length);
});
