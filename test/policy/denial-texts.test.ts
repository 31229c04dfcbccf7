/** A refusal names in words, in either language, the roles that may: those that it lists as codes, and no other. */
import '../../src/domain/all';
import { locales } from '../../src/base/locale';
import { allActions } from '../../src/model/action';
import { allThings } from '../../src/model/thing';
import { ForbiddenError, type Denial } from '../../src/policy/denial';
import { rolesOfAction, rolesThatMay } from '../../src/policy/rights';
import { roles } from '../../src/policy/role';
import { RoleCode, roleLabel } from '../../src/policy/role.codes';

const denials: readonly Denial[] = [
  ...[...allActions.values()].map(({ name, thing: { dataClass } }) => ({
    coordinate: `Mutation.${name}`,
    dataClass,
    readableBy: rolesOfAction(name),
  })),
  ...[...allThings.values()].map(({ plural, dataClass }) => ({
    coordinate: `Query.${plural}`,
    dataClass,
    readableBy: rolesThatMay('read', dataClass),
  })),
];

it.each(locales)('in %s', (locale) => {
  expect(denials.length).toBeGreaterThan(300);
  for (const denial of denials) {
    const text = new ForbiddenError(denial).in(locale);
    const named = text.split(': ').at(-1)!.slice(0, -1).split(', ');
    expect([denial.coordinate, named]).toEqual([
      denial.coordinate,
      denial.readableBy.map((role) => roleLabel(role, locale)),
    ]);
    expect(text).not.toMatch(/undefined|[A-Z]+_[A-Z]+/);
  }
});

it('of what no role may, it says so', () => {
  const [nobody] = [new ForbiddenError({ coordinate: 'Case.id', dataClass: 'NONE', readableBy: [] })];
  expect(locales.map((locale) => nobody.in(locale).split('. ').at(-1))).toEqual([
    'No role has.',
    'Nenhuma função o tem.',
  ]);
  expect(RoleCode.codes).toEqual(roles);
});
