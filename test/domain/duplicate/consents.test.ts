/** When two records become one, the stricter decision counts; separated, each stands as it stood, but for what was refused since. */
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import { incident, services, uuidOf } from '../case/acts';
import { openWorld, type World } from '../world';
import { decide, merged, registerWith, shown, two, type Edges, type Known } from './pairs';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const actConsent = actor<{ id: string }>('consent', 'id');
const actReferral = actor<{ id: string; status: string }>('referral', 'id status');

interface Release {
  readonly decision: string;
  readonly purpose: string;
  readonly recipient: { readonly id: string } | null;
  readonly reason: string | null;
}

describe('consents', () => {
  const reporting = { ...services, purpose: 'REPORTING_NON_IDENTIFIABLE' };
  const refused = { ...reporting, decision: 'REFUSED' };
  const release = (): object => ({
    ...services,
    purpose: 'RELEASE_TO_HEALTH',
    recipientId: world.organisation.za.clinic,
    scopes: ['INCIDENT'],
  });
  const counted = async ({ id }: Known): Promise<boolean[]> => {
    const document = 'query ($id: ID!) { case(id: $id) { incidents { edges { node { consentReporting } } } } }';
    const { data } = await manager.query(document, { id });
    const { incidents } = data.case as Edges<'incidents', { consentReporting: boolean }>;
    return incidents.edges.map(({ node }) => node.consentReporting);
  };

  test.each([
    ['the first', 0],
    ['the second', 1],
  ])('a refusal in %s holds for all', async (_, at) => {
    const agreed = { consents: [services, reporting], incidents: [incident] };
    const against = { consents: [services, refused] };
    const of = await two(manager, ...((at === 0 ? [against, agreed] : [agreed, against]) as [object, object]));
    const told = at === 0 ? of.second : of.first;
    expect(await counted(told)).toEqual([true]);
    await merged(manager, of);
    expect(await counted(told)).toEqual([false]);
  });

  test('what was refused in the other is agreed to again when they are separated, as it was', async () => {
    const of = await two(manager, { consents: [services, reporting] }, { consents: [services, refused] });
    const pair = await merged(manager, of);
    done(await decide(manager, 'separateSurvivors', pair));
    const more = { caseId: of.first.id, ...incident, reportedAt: undefined };
    const made = await actor<{ id: string }>('incident', 'id')(manager, 'addIncident', more);
    expect(told(made)).toEqual([]);
  });

  test('what was agreed to in both stands in each when they are separated, and they can be merged again', async () => {
    const of = await two(manager, { consents: [services, reporting] }, { consents: [services, reporting] });
    const ledger = async ({ survivor }: Known): Promise<string[]> => {
      const list = 'consents { edges { node { purpose decision reason } } }';
      const { consents } = await shown<Edges<'consents', object>>(manager, survivor.id, list);
      return consents.edges.map(({ node }) => JSON.stringify(node)).sort();
    };
    const before = [await ledger(of.first), await ledger(of.second)];
    const apart = done(await decide(manager, 'separateSurvivors', await merged(manager, of)));
    expect([await ledger(of.first), await ledger(of.second)]).toEqual(before);
    await merged(manager, { pair: apart });
    expect(await ledger(of.first)).toEqual(before[0]);
  });

  test('what the second agreed to for somebody else goes with it when they are separated', async () => {
    const toLawyers = { ...release(), recipientId: world.organisation.za.lawyers };
    const of = await two(manager, { consents: [services, release()] }, { consents: [services, toLawyers] });
    const pair = await merged(manager, of);
    done(await decide(manager, 'separateSurvivors', pair));
    const list = 'consents { edges { node { decision purpose recipient { id } reason } } }';
    const { consents } = await shown<Edges<'consents', Release>>(manager, of.first.survivor.id, list);
    const ends = consents.edges.map(({ node }) => node).filter(({ decision }) => decision === 'WITHDRAWN');
    expect(ends.map(({ purpose, reason }) => [purpose, reason])).toEqual([['RELEASE_TO_HEALTH', 'RECORDS_MERGED']]);
    expect(uuidOf(ends[0]?.recipient?.id ?? '')).toBe(world.organisation.za.lawyers);
  });

  test('of what both agreed to, the wider goes with the second when they are separated, and what the first agreed to stays', async () => {
    const narrow = { ...release(), scopes: ['INCIDENT'], validUntil: '2031-05-05T10:00:00.000Z' };
    const limited = { ...services, validUntil: '2031-05-05T10:00:00.000Z' };
    const wide = { ...release(), scopes: ['INCIDENT', 'NARRATIVE'] };
    const of = await two(
      manager,
      { consents: [limited, narrow], incidents: [incident] },
      { consents: [services, wide], incidents: [incident] },
    );
    const ledger = async ({
      survivor,
    }: Known): Promise<{ id: string; decision: string; validUntil: string | null }[]> => {
      const list = 'consents { edges { node { id purpose decision validUntil withdraws { id } } } }';
      type Entry = {
        id: string;
        purpose: string;
        decision: string;
        validUntil: string;
        withdraws: { id: string } | null;
      };
      const { consents } = await shown<Edges<'consents', Entry>>(manager, survivor.id, list);
      const entries = consents.edges.map(({ node }) => node);
      const ended = entries.map(({ withdraws }) => withdraws?.id);
      return entries.filter(({ id, decision }) => decision === 'GIVEN' && !ended.includes(id));
    };
    const before = (await ledger(of.first)).map(({ id }) => id).sort();
    const refer = async (caseId: string, consentId: string, fields: string[]): Promise<string[]> =>
      told(
        await actReferral(manager, 'makeReferral', {
          ...{ caseId, category: 'HEALTH', urgency: 'ROUTINE', consentId },
          ...{ toOrganisationId: world.organisation.za.clinic, sharedFields: fields },
        }),
      );
    const pair = await merged(manager, of);
    expect((await ledger(of.first)).length).toBe(4);
    const both = (await ledger(of.first)).filter(({ id }) => !before.includes(id));
    done(await decide(manager, 'separateSurvivors', pair));
    expect((await ledger(of.first)).map(({ id }) => id).sort()).toEqual(before);
    // What was agreed to in the first itself still carries a referral; what was carried over carries none.
    const releases = before.map((id) => refer(of.first.id, id, ['INCIDENT']));
    const taken = both.map(({ id }) => refer(of.first.id, id, ['INCIDENT']));
    expect((await Promise.all(releases)).filter((problems) => problems.length === 0).length).toBe(1);
    expect((await Promise.all(taken)).every((problems) => problems.length > 0)).toBe(true);
  });

  test('what was agreed to in the second carries its referral on, merged and separated', async () => {
    const of = await two(manager, {}, { consents: [services, release()], incidents: [incident] });
    const { consents } = await shown<Edges<'consents', { id: string; purpose: string }>>(
      manager,
      of.second.survivor.id,
      'consents { edges { node { id purpose } } }',
    );
    const consentId = consents.edges.find(({ node }) => node.purpose === 'RELEASE_TO_HEALTH')?.node.id;
    const referral = done(
      await actReferral(manager, 'makeReferral', {
        ...{ caseId: of.second.id, category: 'HEALTH', urgency: 'ROUTINE', consentId },
        ...{ toOrganisationId: world.organisation.za.clinic, sharedFields: ['INCIDENT'] },
      }),
    );
    const status = async (): Promise<unknown> => {
      const document = 'query ($id: ID!) { referral(id: $id) { status } }';
      const { data } = await manager.query(document, { id: referral.id });
      return (data.referral as { status: string }).status;
    };
    const pair = await merged(manager, of);
    const against = { survivorId: of.first.survivor.id, ...reporting, decision: 'REFUSED' };
    done(await actConsent(manager, 'recordConsent', against));
    expect(await status()).toBe(referral.status);
    done(await decide(manager, 'separateSurvivors', pair));
    expect(await status()).toBe(referral.status);
    // What the survivor refused meanwhile holds for both.
    const text = JSON.stringify(
      await shown(manager, of.second.survivor.id, 'consents { edges { node { purpose decision } } }'),
    );
    expect(text).toContain('"purpose":"REPORTING_NON_IDENTIFIABLE","decision":"REFUSED"');
  });

  test('who agreed to services in one record and ended them in the other is asked first', async () => {
    const of = await two(manager);
    done(
      await actConsent(manager, 'recordConsent', {
        survivorId: of.second.survivor.id,
        ...services,
        decision: 'REFUSED',
      }),
    );
    expect(told(await decide(manager, 'mergeSurvivors', of.pair))).toEqual(['CONSENTS_DIFFER']);
  });

  test('that records were merged is said by the system alone', async () => {
    const of = await registerWith(manager);
    const entry = { survivorId: of.survivor.id, ...reporting, reason: 'RECORDS_MERGED' };
    expect(told(await actConsent(manager, 'recordConsent', entry))).toEqual(['INVALID_INPUT reason']);
  });
});
