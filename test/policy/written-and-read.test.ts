/** Who records something reads what was recorded, or is told who does. Walks every action and every class. */
import '../../src/domain/all';
import { allActions, type Action } from '../../src/model/action';
import type { Thing } from '../../src/model/thing';
import { mayUse, rolesOfAction, scopesOf } from '../../src/policy/rights';
import { roles } from '../../src/policy/role';
import { dataClasses, type DataClass } from '../../src/policy/table';

const actions = [...allActions.values()];
const classes = Object.keys(dataClasses) as DataClass[];

/** Whose attributes say whose a row is, here or where it hangs on. */
function ownersOf({ reach: { own, through } }: Thing, depth = 0): readonly string[] {
  return own ?? (through && depth < 9 ? ownersOf(through.thing, depth + 1) : []);
}

/** Scopes that hold what an account makes, whoever it is assigned to afterwards. */
const wide = ['organisation', 'country', 'region', 'secretariat'];
const makes = ({ input }: Action): boolean => input.fields.get('id')?.optional === true;

/** It is made by somebody who reads of the class what is theirs alone, and no row of it is anybody's. */
const isOutOfSight = (action: Action): boolean =>
  makes(action) &&
  ownersOf(action.thing).length === 0 &&
  rolesOfAction(action.name).some(
    (role) => !scopesOf(role, action.thing.dataClass, 'read').some((scope) => wide.includes(scope)),
  );

it('no mutation answers with a class that its caller may not read at all', () => {
  const blind = actions.flatMap(({ name, thing }) =>
    rolesOfAction(name).flatMap((role) => (mayUse(role, thing.dataClass, 'read') ? [] : [`${name} ${role}`])),
  );
  expect(blind).toEqual([]);
});

it('what is made out of the sight of its maker says who reads it, in both languages, and nothing else does', () => {
  const told = actions.filter(({ readers }) => readers !== undefined);
  expect(told.map(({ name }) => name)).toEqual(actions.filter(isOutOfSight).map(({ name }) => name));
  expect(told.map(({ name }) => name)).toContain('reportConductBreach');
  for (const { readers } of told) expect([readers?.en.trim(), readers?.pt.trim()]).not.toContain('');
});

it('of what the region writes in its own place it reads what it wrote', () => {
  const blind = classes.flatMap((dataClass) =>
    roles.flatMap((role) => {
      if (!scopesOf(role, dataClass, 'write').includes('secretariat')) return [];
      const read = scopesOf(role, dataClass, 'read');
      return read.includes('secretariat') || read.includes('region') ? [] : [`${dataClass} ${role}`];
    }),
  );
  expect(blind).toEqual([]);
});
