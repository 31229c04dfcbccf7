/** What is taken along to a spreadsheet: one value a line, what is hidden empty and called so, nothing that would run. */
import { parse } from 'csv-parse/sync';
import { csvOf, tsvOf } from '../../src/chart/delimited';
import { hidden, missing, row, table } from './rows';

const one = table([
  row({ value: 0, of: { VIOLENCE_TYPE: 'RAPE' } }),
  hidden({ of: { VIOLENCE_TYPE: 'PHYSICAL_ASSAULT' } }),
  missing('The period is not over, or has not begun', { of: { VIOLENCE_TYPE: null } }),
  { ...row({ value: 20, of: { VIOLENCE_TYPE: 'OTHER' } }), status: 'ROUNDED' },
]);

const records = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

it('zero, hidden, missing and rounded are four things', () => {
  expect(records(csvOf(one)).map(({ value, status, reason }) => [value, status, reason])).toEqual([
    ['0', 'EXACT', ''],
    ['', 'SUPPRESSED', ''],
    ['', 'MISSING', 'The period is not over, or has not begun'],
    ['20', 'ROUNDED', ''],
  ]);
});

it('codes stand beside their labels, and what is not known has no code', () => {
  expect(records(csvOf(one)).map((line) => [line['violence_type'], line['violence_type_label']])).toEqual([
    ['RAPE', 'RAPE'],
    ['PHYSICAL_ASSAULT', 'PHYSICAL_ASSAULT'],
    ['', 'Not known'],
    ['OTHER', 'OTHER'],
  ]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is a text in a spreadsheet, not a formula', (told) => {
  const [line] = records(csvOf(table([row({ of: { ORGANISATION: told } })])));
  expect(line?.['organisation_label']).toBe(`'${told}`);
});

it('quotes, commas and lines in a text stay within their field', () => {
  const told = 'A "good", but\nlong name';
  const told_ = table([row({ of: { ORGANISATION: told } })]);
  expect(records(csvOf(told_))[0]?.['organisation_label']).toBe(told);
  const lines = tsvOf(told_).split('\n');
  expect(lines).toHaveLength(2);
  expect(new Set(lines.map((line) => line.split('\t').length)).size).toBe(1);
});

it('numbers are numbers, whatever the language: a point, no sign of a thousand', () => {
  const lines = records(csvOf({ ...table([row({ value: 12_345.5 })]), locale: 'pt' }));
  expect(lines[0]?.['value']).toBe('12345.5');
});
