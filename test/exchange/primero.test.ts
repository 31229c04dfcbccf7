/** What is said of Primero's columns, held against what registering a case takes: paths and codes are texts there. */
import { primeroFields } from '../../src/exchange/shapes/primero.fields';
import { primeroGiven, recorderColumns } from '../../src/exchange/shapes/primero.recorder';
import { placeAt } from '../../src/exchange/mapping/paths';
import { valueOf } from '../../src/exchange/values/value';
import type { Rule } from '../../src/exchange/mapping/mapping';
import { codesOf, type Attribute } from '../../src/model/thing';
import { csv, ofCases, read } from './reading';

const attributeAt = (path: string): Attribute | undefined => placeAt(ofCases, path)?.field.attribute;
const rules = [...recorderColumns.map(({ rule }) => rule), ...Object.values(primeroFields)].filter(
  (rule): rule is Rule => 'paths' in rule,
);
const reading = { meanings: new Map<string, string>(), timeZone: 'UTC', isMonthFirst: false };

test('all 42 columns have a place, or a reason why they have none, in both languages', () => {
  expect(recorderColumns).toHaveLength(42);
  for (const { en, pt, rule } of recorderColumns) {
    expect([en, pt].every((label) => label !== '')).toBe(true);
    if ('left' in rule) expect(rule.left).toEqual({ en: expect.any(String), pt: expect.any(String) });
    else if (en !== 'INCIDENT ID') expect(rule.paths).not.toEqual([]);
  }
});

test('every path is one of the input', () => {
  const paths = [...rules.flatMap(({ paths }) => paths), ...primeroGiven.map(({ path }) => path)];
  expect(paths.filter((path) => !attributeAt(path))).toEqual([]);
});

test('every code is one of its field', () => {
  const meanings = rules.flatMap(({ values = {} }) =>
    Object.entries(values).flatMap(([path, words]) => Object.values(words).map((code) => ({ path, code }))),
  );
  const given = primeroGiven.map(({ path, value }) => ({ path, code: value }));
  const blanks = rules.flatMap(({ paths, blank }) => (blank ? [{ path: paths[0] ?? '', code: blank.value }] : []));
  expect(meanings.length).toBeGreaterThan(100);
  const wrong = [...meanings, ...given, ...blanks].filter(({ path, code }) => {
    const attribute = attributeAt(path);
    if (code === null) return false;
    const codes = attribute && codesOf(attribute.type);
    if (codes) return !codes.codes.includes(code);
    return !attribute || !('value' in valueOf(attribute, code, reading));
  });
  expect(wrong).toEqual([]);
});

/** Cells as the recorder of Primero itself writes them in Portuguese, and the options of its own lists. */
const incident = 'incidents.0';
const perpetrator = `${incident}.allegedPerpetrators.0`;
const written: readonly (readonly [column: string, cell: string, path: string, value: unknown])[] = [
  ['SEXO', 'M', 'survivor.genderIdentity', 'MAN'],
  ['SEXO', 'F', 'survivor.genderIdentity', 'WOMAN'],
  ['SEXO ALEGADO PELO INFRATOR', 'M', `${perpetrator}.sex`, 'MALE'],
  ['SEXO ALEGADO PELO INFRATOR', 'F', `${perpetrator}.sex`, 'FEMALE'],
  ['SEXO ALEGADO PELO INFRATOR', 'M e F', `${perpetrator}.sex`, 'BOTH'],
  ['GRUPO DE IDADE DO SUPOSTO INFRATOR', 'Idade 0 - 11', `${perpetrator}.ageGroup`, 'AGE_0_11'],
  ['GRUPO DE IDADE DO SUPOSTO INFRATOR', 'Idade 12 - 17', `${perpetrator}.ageGroup`, 'AGE_12_17'],
  ['GRUPO DE IDADE DO SUPOSTO INFRATOR', 'Idade 18 - 25', `${perpetrator}.ageGroup`, 'AGE_18_25'],
  ['GRUPO DE IDADE DO SUPOSTO INFRATOR', 'Idade 26 - 40', `${perpetrator}.ageGroup`, 'AGE_26_40'],
  ['GRUPO DE IDADE DO SUPOSTO INFRATOR', 'Idade 41 - 60', `${perpetrator}.ageGroup`, 'AGE_41_60'],
  ['GRUPO DE IDADE DO SUPOSTO INFRATOR', '61 ou mais', `${perpetrator}.ageGroup`, 'AGE_61_PLUS'],
  ['GRUPO DE IDADE DO SUPOSTO INFRATOR', 'Desconhecido', `${perpetrator}.ageGroup`, 'UNKNOWN'],
  ['ALLEGED PERPETRATOR AGE GROUP', '61 & Older', `${perpetrator}.ageGroup`, 'AGE_61_PLUS'],
  ['INCIDENTES ANTERIORES COM O MESMO INFRATOR', 'Sim', `${incident}.previousIncidents`, true],
  ['CONSENTIMENTO DADO', 'Sim', `${incident}.consentReporting`, true],
  ['CONSENTIMENTO DADO', 'Não', `${incident}.consentReporting`, false],
  ['INCIDENT LOCATION', 'Street', `${incident}.locationType`, 'ROAD'],
  ['PERSON WITH DISABILITY?', 'Mental Disability', 'survivor.demographics.disability', 'MENTAL'],
  ['PERSON WITH DISABILITY?', 'Physical Disability', 'survivor.demographics.disability', 'PHYSICAL'],
  ['PERSON WITH DISABILITY?', 'Both', 'survivor.demographics.disability', 'BOTH'],
  ...([
    ...['Intimate Partner / Former Partner', 'Primary Caregiver', 'Family other than spouse or caregiver'],
    ...['Supervisor / Employer', 'Schoolmate', 'Teacher / School Official', 'Service Provider', 'No relation'],
    ...['Cotenant / Housemate', 'Family Friend/Neighbor', 'Other refugee / IDP / Returnee', 'Other', 'Unknown'],
    'Other resident community member',
  ].map(
    (cell) =>
      [
        ...['ALLEGED PERPETRATOR - SURVIVOR RELATIONSHIP', cell, `${perpetrator}.relationship`],
        cell.toUpperCase().replace(/[^A-Z]+/g, '_'),
      ] as const,
  ) as (readonly [string, string, string, unknown])[]),
];

test.each(written)('%s: “%s” is known', async (column, cell, path, value) => {
  const headings = recorderColumns.map(({ en, pt }) => (recorderColumns.some((one) => one.pt === column) ? pt : en));
  const cells = headings.map((heading) => (heading === column ? cell : ''));
  const { rows, shape } = await read(
    csv([headings, cells].map((row) => row.map((one) => `"${one}"`).join(',')).join('\n')),
  );
  expect(shape).toBe('PRIMERO');
  expect(path.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], rows[0]?.input)).toBe(
    value,
  );
});

test('the column that stands in place of the age group is told to have no place', async () => {
  const headings = recorderColumns.map(({ pt }) => pt.replace('GRUPO DE IDADE', 'TIPO DE IDADE'));
  const cells = headings.map((heading) => (heading.startsWith('TIPO DE IDADE') ? 'Adulto e Menor' : ''));
  const { warnings } = await read(
    csv([headings, cells].map((row) => row.map((one) => `"${one}"`).join(',')).join('\n')),
  );
  expect(warnings.map(({ text }) => text.pt)).toContainEqual(expect.stringContaining('adulto'));
});
