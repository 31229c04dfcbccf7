/** What is said of Primero's columns, held against what registering a case takes: paths and codes are texts there. */
import { primeroFields } from '../../src/exchange/shapes/primero.fields';
import { primeroGiven, recorderColumns } from '../../src/exchange/shapes/primero.recorder';
import { placeAt } from '../../src/exchange/mapping/paths';
import { valueOf } from '../../src/exchange/values/value';
import type { Rule } from '../../src/exchange/mapping/mapping';
import { codesOf, type Attribute } from '../../src/model/thing';
import { ofCases } from './reading';

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
