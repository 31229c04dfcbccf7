/**
 * Null is never passed over in silence: of everything that is corrected it empties what can be empty, and is refused with
 * its place for what cannot.
 */
import '../../../src/domain/all';
import { allActions } from '../../../src/model/action';
import { openWorld } from '../../support/outside';
import type { CountryName, World } from '../world';
import {
  accountOf,
  another,
  beside,
  corrections,
  findElsewhere,
  look,
  madeFor,
  placesIn,
  shown,
  within,
  type Place,
} from './correcting';
import { call, problemsOf } from './makers';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await findElsewhere(world);
});
afterAll(() => world.close());

const countries = ['za', 'mz'] as const;

/** A record whose attribute has a value, and how it is looked at. */
async function filled(country: CountryName, action: string, name: string, place: Place) {
  const { thing: own } = allActions.get(action)!;
  const client = await world.as(accountOf[name] ?? accountOf[action] ?? 'case-manager', country);
  const id = await madeFor(world, action, country);
  const before = await look(client, own, place, id);
  if (shown(before.value) === null) {
    const value = another(place, country, null);
    const input = { id, expectedVersion: before.version, ...within(place.path, value), ...beside[name] };
    await call(client, action, input, `${own.singular} { id }`);
  }
  return { client, id, seen: () => look(client, own, place, id) };
}

describe.each(countries)('null in %s', (country) => {
  it.each(placesIn(country).filter(([, , { optional }]) => optional))(
    '%s empties %s or refuses to',
    async (action, name, place) => {
      const { client, id, seen } = await filled(country, action, name, place);
      const before = await seen();
      expect([name, shown(before.value)]).not.toEqual([name, null]);
      const input = { id, expectedVersion: before.version, ...within(place.path, null) };
      const problems = await problemsOf(client, action, input);
      const after = await seen();
      if (problems.length === 0) return expect([name, shown(after.value)]).toEqual([name, null]);
      expect(after.version).toBe(before.version);
      const isPlaced = problems.some(({ path }) => path.join('.').startsWith(place.path[0]!));
      expect({ name, problems, isPlaced }).toMatchObject({ isPlaced: true });
    },
  );
});

/** Parts of corrections: what a record has once beside its own attributes, and lists. */
const parts = corrections.flatMap((action) =>
  [...allActions.get(action)!.input.fields.values()]
    .filter(({ part, optional }) => part && optional)
    .map(({ name }) => [action, name] as const),
);

test.each(parts)('%s refuses null for %s, which holds more than one thing', async (action, part) => {
  const { thing: own } = allActions.get(action)!;
  const client = await world.as(accountOf[action] ?? 'case-manager', 'za');
  const id = await madeFor(world, action, 'za');
  const { data } = await client.query(`query ($id: ID!) { ${own.singular}(id: $id) { version } }`, { id });
  const expectedVersion = data[own.singular].version as number;
  for (const locale of ['en', 'pt']) {
    const [problem] = await problemsOf(client, action, { id, expectedVersion, [part]: null }, locale);
    expect(problem).toMatchObject({ code: 'INVALID_INPUT', path: [part] });
    expect(problem?.message).toMatch(locale === 'pt' ? /^Nunca fica vazio/ : /^It is never empty/);
  }
});
