/** What the record that a row hangs on implies is not asked again; what it does not imply, is. */
import '../../src/domain/entities';
import { TRUE } from '../../src/database/sql';
import { allThings, type Thing } from '../../src/graph/thing';
import { reachable, type Known } from '../../src/policy/reach';
import type { Scope } from '../../src/policy/table';

const thing = (name: string): Thing => {
  const found = allThings.get(name);
  if (!found) throw new Error(name);
  return found;
};
const subject = { accountId: 'account', organisationId: 'organisation' };
const underCase = (scope: Scope): Known => ({ thing: thing('Case'), link: { local: 'id', foreign: 'caseId' }, scope });
const scopeOf = (scope: Scope, known?: Known): string | true => {
  const condition = reachable(thing('Incident'), 't', scope, subject, known);
  return condition === TRUE || condition.text;
};

it.each<[Scope, Scope]>([
  ['organisation', 'organisation'],
  ['own', 'own'],
  ['own', 'organisation'],
])('a case that was read as %s implies its incidents as %s', (known, asked) => {
  expect(scopeOf(asked)).toContain('EXISTS');
  expect(scopeOf(asked, underCase(known))).toBe(true);
});

it.each<[Scope, Scope]>([
  ['organisation', 'own'],
  ['country', 'organisation'],
  ['country', 'own'],
  ['referred', 'organisation'],
])('a case that was read as %s does not imply its incidents as %s', (known, asked) => {
  expect(scopeOf(asked, underCase(known))).toBe(scopeOf(asked));
});

it.each<[string, Known]>([
  ['of another thing', { ...underCase('organisation'), thing: thing('Survivor') }],
  ['by another way', { ...underCase('organisation'), link: { local: 'survivorId', foreign: 'caseId' } }],
])('a record %s implies nothing', (_which, known) => {
  expect(scopeOf('organisation', known)).toBe(scopeOf('organisation'));
});
