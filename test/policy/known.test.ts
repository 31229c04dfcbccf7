/** What the record that a row hangs on implies is not asked again; what it does not imply, is. */
import '../../src/domain/all';
import { TRUE } from '../../src/base/sql';
import { allThings, type Link, type Thing } from '../../src/model/thing';
import { reachable, seesBehind, type Known } from '../../src/policy/reach';
import type { Scope } from '../../src/policy/table';

const thing = (name: string): Thing => {
  const found = allThings.get(name);
  if (!found) throw new Error(name);
  return found;
};
const subject = { accountId: 'account', organisationId: 'organisation' };
const underCase = (scope: Scope): Known => ({
  thing: thing('Case'),
  link: { local: 'id', foreign: 'caseId' },
  scopes: [scope],
});
const scopeOf = (scope: Scope, known?: Known): string | true => {
  const condition = reachable(thing('Incident'), 't', [scope], subject, known);
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

describe('of several scopes', () => {
  const incidents = (scopes: readonly Scope[], known?: readonly Scope[]): string | true => {
    const condition = reachable(
      thing('Incident'),
      't',
      scopes,
      subject,
      known && { ...underCase('own'), scopes: known },
    );
    return condition === TRUE || condition.text;
  };

  it('rows of each are reached', () => {
    const bare = (text: string | true): string => String(text).replaceAll(/\$\d+/g, '$');
    expect(bare(incidents(['own', 'referred']))).toBe(bare(`(${scopeOf('own')} OR ${scopeOf('referred')})`));
    expect(incidents([])).toBe('FALSE');
  });

  it('nothing is asked again where each that the case was read in implies one', () => {
    expect(incidents(['own', 'organisation'], ['own', 'organisation'])).toBe(true);
    expect(incidents(['organisation', 'referred'], ['own', 'organisation'])).toBe(true);
  });

  it('all is asked again where one of them implies nothing', () => {
    expect(incidents(['organisation'], ['organisation', 'referred'])).toBe(scopeOf('organisation'));
    const link = thing('Incident').links.get('case') as Link;
    expect(seesBehind(thing('Incident'), ['own', 'referred'], link, ['organisation'])).toBe(false);
    expect(seesBehind(thing('Incident'), ['own', 'organisation'], link, ['organisation'])).toBe(true);
    expect(seesBehind(thing('Incident'), [], link, ['organisation'])).toBe(false);
  });
});

it.each<[string, Known]>([
  ['of another thing', { ...underCase('organisation'), thing: thing('Survivor') }],
  ['by another way', { ...underCase('organisation'), link: { local: 'survivorId', foreign: 'caseId' } }],
])('a record %s implies nothing', (_which, known) => {
  expect(scopeOf('organisation', known)).toBe(scopeOf('organisation'));
});

describe('what a link leads to is seen with the row', () => {
  const sees = (name: string, scope: Scope, link: string, asked: Scope): boolean =>
    seesBehind(thing(name), [scope], thing(name).links.get(link) as Link, [asked]);

  it.each<[string, Scope, string, Scope]>([
    ['Incident', 'organisation', 'case', 'organisation'],
    ['Incident', 'own', 'case', 'own'],
    ['Incident', 'own', 'case', 'organisation'],
    ['Consent', 'organisation', 'survivor', 'organisation'],
    ['CaseNote', 'own', 'case', 'organisation'],
    ['Case', 'organisation', 'survivor', 'organisation'],
    ['Case', 'own', 'survivor', 'own'],
  ])('of %s read as %s: the %s as %s', (...given) => expect(sees(...given)).toBe(true));

  it.each<[string, Scope, string, Scope]>([
    ['Incident', 'organisation', 'case', 'own'],
    ['CaseNote', 'own', 'case', 'own'],
    ['ReferralReason', 'referred', 'referral', 'referred'],
    ['Referral', 'organisation', 'survivor', 'organisation'],
    ['Case', 'organisation', 'duplicateOf', 'organisation'],
    ['Case', 'country', 'survivor', 'organisation'],
    ['CaseTransfer', 'organisation', 'case', 'organisation'],
    ['IncidentDetail', 'organisation', 'incident', 'organisation'],
  ])('but not of %s read as %s: the %s as %s', (...given) => expect(sees(...given)).toBe(false));
});
