/** Who may be a child by either of two records is protected as one, in whatever protects children; and it comes out again. */
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import { openWorld, type World } from '../world';
import { actPair, decide, merged, registerWith, shown, type Known } from './pairs';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const CHILD = new Date().getUTCFullYear() - 13;
const demographics = { exchangesSexForMoneyOrGoods: true };
const byGuardian = { consents: [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'GUARDIAN' }] };

const record = (survivor: { ageBand?: string; demographics?: object }): Promise<Known> =>
  registerWith(
    manager,
    survivor,
    survivor.ageBand === 'UNDER_18' || JSON.stringify(survivor).includes(String(CHILD)) ? byGuardian : {},
  );

const ageOf = (of: Known): Promise<unknown> => shown(manager, of.survivor.id, 'ageBand demographics { birthYear }');

/** A consent that an adult gives alone. */
const decideAlone = async ({ survivor: { id: survivorId } }: Known): Promise<string[]> =>
  told(
    await actor('consent', 'id')(manager, 'recordConsent', {
      ...{ survivorId, purpose: 'RESEARCH', decision: 'GIVEN', mode: 'WRITTEN' },
    }),
  );

describe.each([
  ['an adult’s record, then a child’s', { demographics: { ...demographics, birthYear: 1990 } }, { year: CHILD }, CHILD],
  ['a child’s record, then an adult’s', { demographics: { ...demographics, birthYear: CHILD } }, { year: 1990 }, CHILD],
  [
    'a child’s by the band alone',
    { demographics: { ...demographics, birthYear: 1990 } },
    { ageBand: 'UNDER_18' },
    null,
  ],
  ['an adult’s year, where there was none', { ageBand: 'UNDER_18', demographics }, { year: 1990 }, null],
])('%s', (_, one, { year, ageBand }: { year?: number; ageBand?: string }, birthYear) => {
  let first: Known;
  let second: Known;
  let pair: Awaited<ReturnType<typeof merged>>;
  let before: unknown[];
  beforeAll(async () => {
    first = await record(one);
    second = await record(
      year === undefined ? { ageBand: ageBand! } : { demographics: { ...demographics, birthYear: year } },
    );
    before = [await ageOf(first), await ageOf(second)];
    const both = { survivorId: first.survivor.id, otherId: second.survivor.id };
    pair = await merged(manager, { pair: done(await actPair(manager, 'pointOutDuplicate', both)) });
  });

  test('year and band agree that it is a child', async () => {
    expect(await ageOf(first)).toEqual({ ageBand: 'UNDER_18', demographics: { birthYear } });
  });

  test('nothing is decided without a guardian', async () => {
    expect(await decideAlone(first)).toEqual(['INVALID_INPUT mode']);
  });

  test('what is overdue is as pressing as a child’s', async () => {
    const dueAt = new Date(Date.now() - 3_600_000).toISOString();
    done(await actor('followUp', 'id')(manager, 'planFollowUp', { caseId: first.id, type: 'REVIEW', dueAt }));
    const { data } = await manager.query(
      'query ($id: ID!) { workList(filter: { case: { eq: $id } }) { edges { node { kind } } } }',
      { id: first.id },
    );
    expect(JSON.stringify(data.workList)).toContain('OVERDUE_AT_RISK');
  });

  test('separated again, each is as old as before', async () => {
    done(await decide(manager, 'separateSurvivors', pair));
    expect([await ageOf(first), await ageOf(second)]).toEqual(before);
  });
});
