/** What a mapping may say, and what is told of one that is wrong: the line, and how to mend it. */
import type { BadMapping } from '../../../src/exchange/dhis2/fault';
import { readMapping } from '../../../src/exchange/dhis2/mapping-read';
import { faultsIn, mapping, mappingText } from './reading';

const faults = (from: string | RegExp, to: string): string[] => {
  expect(typeof from === 'string' ? mappingText.indexOf(from) : mappingText.search(from)).toBeGreaterThan(-1);
  return faultsIn(mappingText.replace(from, to));
};

test('a mapping is read: schemes are uid where nothing else is said, ~ leaves out, flags are off', () => {
  expect(mapping.schemes).toEqual({
    dataSets: 'UID',
    dataElements: 'UID',
    orgUnits: 'UID',
    categoryOptionCombos: 'UID',
  });
  expect(mapping.orgUnits.get('NOT_KNOWN')).toBeNull();
  expect(
    mapping.dataSets.map(({ complete, rounded, attributeOptionCombo }) => [complete, rounded, attributeOptionCombo]),
  ).toEqual([
    [false, false, 'default'],
    [true, false, 'default'],
  ]);
  expect(mapping.dataSets[1]?.entries[0]?.targets).toEqual({
    value: { dataElement: 'eF5gH6iJ7kL', zeroIsSignificant: false },
  });
});

test('codes stay texts, whatever they look like, and parts can be shared by an anchor', () => {
  const read = readMapping(`country: MZ
schemes: { orgUnits: code, dataElements: CODE, categoryOptionCombos: name, dataSets: code }
orgUnits: { MZ: 0123, NORTH: 1e3, CENTRE: no, SOUTH: 2026-01-01 }
dataSets:
  - id: 007
    periodType: sixmonthly
    indicators:
      - { indicator: I03, by: [PROVINCE, GENDER], value: 1, categoryOptionCombos: &gender { WOMAN: "Women, all", GENDER_DIVERSE: yes } }
      - { indicator: I24, by: [PROVINCE, GENDER], value: 2, categoryOptionCombos: *gender }
`);
  expect([...read.orgUnits.values()]).toEqual(['0123', '1e3', 'no', '2026-01-01']);
  expect(read.dataSets[0]).toMatchObject({ id: '007', periodType: 'SixMonthly' });
  expect([...(read.dataSets[0]?.entries[1]?.combos ?? [])]).toEqual([
    ['WOMAN', 'Women, all'],
    ['GENDER_DIVERSE', 'yes'],
  ]);
});

test.each<[string, string | RegExp, string, string[]]>([
  ['an unknown key', 'name: Violence', 'naem: Violence', ['line 13: There is no “naem” here']],
  ['a key that is missing', '    periodType: Quarterly\n', '', ['line 12: Here is missing: periodType']],
  ['a uid that is too short', 'aB1cD2eF3gH', 'aB1cD2eF3g', ['line 18: “aB1cD2eF3g” is no id of DHIS2: 11 letters']],
  ['a uid with a digit first', 'kL4mN5oP6qR', '4L4mN5oP6qR', ['line 20: “4L4mN5oP6qR” is no id']],
  ['a type that DHIS2 has not', 'Quarterly', 'Termly', ['line 14: “Termly” is none of Daily']],
  ['a district', 'ZA-GP:', 'ZA-GP-TSHWANE:', ['line 4: “ZA-GP-TSHWANE” is no place that ZA is published by']],
  ['a province of another country', 'ZA-GP:', 'MZ-A:', ['line 4: “MZ-A” is no place']],
  [
    'zones beside provinces',
    'NOT_KNOWN: ~\nc',
    'NORTH: nO9yX8wV7uT\nc',
    ['line 3: A country is told by provinces or by zones'],
  ],
  ['a place twice', 'ZA-WC:', 'ZA-GP:', ['line 5: “ZA-GP” stands there twice']],
  ['a data set twice', 'dS2aB2cD3eF', 'dS1aB2cD3eF', ['line 29: The data set stands there twice']],
  ['no YAML at all', 'country: ZA', 'country: [ZA', ['line 2: This is no YAML']],
  ['a country that is none', 'country: ZA', 'country: South Africa', ['line 1: Write the country by its code']],
  ['an empty value', 'value: aB1cD2eF3gH', 'value:', ['line 18: A text has to stand here']],
  ['a category that ADX cannot name', 'HO_VIOLENCE', '1_VIOLENCE', ['line 9: ADX cannot name a category “1_VIOLENCE”']],
  ['a category with a word of ADX', 'HO_VIOLENCE', 'orgUnit', ['line 9: ADX cannot name a category “orgUnit”']],
  [
    'codes of too many dimensions',
    'RAPE: kL4',
    'RAPE, WOMAN: kL4',
    ['line 20: “RAPE, WOMAN” has to be a code of each of VIOLENCE_TYPE'],
  ],
  [
    'combinations that are missing',
    / {8}categoryOptionCombos:(\n {10}.*)+\n/,
    '',
    ['line 16: It is told by VIOLENCE_TYPE'],
  ],
  [
    'combinations of nothing',
    'categoryOptionCombo: default',
    'categoryOptionCombos: { A: ~ }',
    ['line 28: It is told by nothing'],
  ],
  ['no data element', '        value: aB1cD2eF3gH\n', '', ['line 16: Say which data element takes it']],
  ['a country without a unit', '  ZA: zZ9yX8wV7uT\n', '', ['line 32: It is told of the country as a whole']],
  ['a flag that is none', 'complete: true', 'complete: maybe', ['line 31: “maybe” is none of false, true']],
  [
    'a dimension twice',
    '[PROVINCE, VIOLENCE_TYPE]',
    '[PROVINCE, PROVINCE, VIOLENCE_TYPE]',
    ['line 17: A dimension stands there twice'],
  ],
  ['a list that is none', 'by: [PROVINCE]\n', 'by: PROVINCE\n', ['line 24: Dimensions have to be a list']],
])('%s is told with its line', (_, from, to, expected) => {
  const found = faults(from, to);
  expect(found.length).toBeGreaterThanOrEqual(expected.length);
  for (const text of expected) expect(found).toContainEqual(expect.stringContaining(text));
});

test.each<[string, string, string, string]>([
  [
    'two kinds to one combination',
    'sT7uV8wX9yZ',
    'kL4mN5oP6qR',
    'line 16: Two numbers go to one cell (aB1cD2eF3gH, gP9yX8wV7uT, kL4mN5oP6qR; the other from line 16)',
  ],
  ['two provinces to one unit', 'wC9yX8wV7uT', 'gP9yX8wV7uT', 'line 16: Two numbers go to one cell'],
  [
    'numerator and denominator to one element',
    'dE4fG5hI6jK',
    'cD3eF4gH5iJ',
    'line 23: Two numbers go to one cell (cD3eF4gH5iJ',
  ],
])('a fault is that a cell would be filled twice: %s', (_, from, to, expected) => {
  expect(faults(from, to)).toContainEqual(expect.stringContaining(expected));
});

test('one element in two data sets is no fault where their periods differ, and one where they do not', () => {
  const shared = mappingText.replace('eF5gH6iJ7kL', 'bC2dE3fG4hI').replace('  ZA: zZ9yX8wV7uT', '  ZA: gP9yX8wV7uT');
  expect(faultsIn(shared)).toEqual([]);
  expect(faultsIn(shared.replace('Yearly', 'Quarterly'))).toEqual([expect.stringContaining('the other from line 23')]);
});

/** Lists of lists of aliases: each is read as often as it is named. */
const bomb = (named: number): string => {
  const entries = Array.from({ length: named }, () => '*entry').join(', ');
  return mappingText
    .replace('- indicator: I10', '- &entry\n        indicator: I10')
    .replace(
      '  - id: dS2aB2cD3eF',
      `  - id: dS3aB2cD3eF\n    periodType: Quarterly\n    indicators: [${entries}]\n  - id: dS2aB2cD3eF`,
    );
};

// Read without end, the second would hold the worker until its test is ended.
test('aliases of aliases are read to an end, and told', () => {
  expect(faultsIn(bomb(2)).every((text) => text.includes('Two numbers go to one cell'))).toBe(true);
  expect(faultsIn(bomb(20_000))).toEqual([expect.stringMatching(/^line \d+: The mapping has more than 20000 parts/)]);
});

test('ids and keys are no longer than names of DHIS2: what is repeated by aliases is short', () => {
  const long = 'x'.repeat(231);
  expect(faultsIn(mappingText.replace('value: aB1cD2eF3gH', `value: ${long}`))).toEqual([
    expect.stringMatching(/^line 18: This is longer than 230 characters/),
  ]);
  expect(faultsIn(mappingText.replace('RAPE: kL4', `${long}: kL4`))).toContainEqual(
    expect.stringMatching(/This is longer than 230 characters/),
  );
});

test('what the parser has against a text is told in words of our own', () => {
  const told = (text: string): string | undefined => faultsIn(text)[0];
  expect(told('country: ZA\n---\ncountry: ZA')).toMatch(/several documents/);
  expect(told('country:\n\tZA: x')).toMatch(/indent with blanks/);
  expect(told('country: "ZA')).toMatch(/a quotation mark or a bracket is missing/);
  expect(told('country: !!str ZA\norgUnits: !other x')).toMatch(/leave tags out/);
});

test('more cells than anybody fills are told, and not counted to the end', () => {
  const places = Array.from(
    { length: 600 },
    (_, at) => `  ZA-A${at.toString(36).toUpperCase()}: u${String(at).padStart(10, '0')}`,
  );
  const combos = Array.from({ length: 600 }, (_, at) => `          A${at}: k${String(at).padStart(10, '0')}`);
  const large = mappingText
    .replace('  ZA-GP', `${places.join('\n')}\n  ZA-GP`)
    .replace('          RAPE: kL4mN5oP6qR', combos.join('\n'));
  expect(faultsIn(large)).toEqual([expect.stringMatching(/^line \d+: The mapping fills more than 200000 cells/)]);
});

test('an alias is what was named so last before it', () => {
  const twice = mappingText
    .replace('value: aB1cD2eF3gH', 'value: &element aB1cD2eF3gH')
    .replace('value: bC2dE3fG4hI', 'value: &element bC2dE3fG4hI')
    .replace('denominator: dE4fG5hI6jK', 'denominator: *element');
  expect(faultsIn(twice)).toEqual([expect.stringContaining('bC2dE3fG4hI')]);
});

test('all that is wrong is told at once, in both languages, in the order of the file', () => {
  const wrong = mappingText.replace('aB1cD2eF3gH', 'x').replace('Yearly', 'y');
  expect(faultsIn(wrong).map((text) => text.slice(0, 8))).toEqual(['line 18:', 'line 30:']);
  try {
    readMapping(wrong);
  } catch (error) {
    for (const { text } of (error as BadMapping).faults) expect(text.pt).not.toBe(text.en);
  }
});
