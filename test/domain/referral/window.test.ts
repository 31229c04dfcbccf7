/** What the receiver sees, and when: a stub to decide by, then what is shared, then its own record and the stub. */
import type { Client } from '../../support/app';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { act, inputFor, sent, step, walk, type ReferralShown } from './acts';
import { done } from '../acting';
import { rowsOf, uuidOf } from '../case/acts';
import { letPass } from '../let-pass';

let world: World;
let sender: Client;
let clinic: Client;

beforeAll(async () => {
  world = await openWorld();
  sender = await world.as('case-manager', 'za');
  clinic = await world.as('service-provider', 'za');
});
afterAll(() => world.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they asked for
type Seen = any;

const look = `query ($id: ID!) { referral(id: $id) {
  status category urgency survivorCode ageBand district { name }
  survivor { survivorCode identity { workingName } safeContact { times } demographics { birthYear } }
  incidents { totalCount edges { node { gbvimsType narrative { text } injury { description }
    allegedPerpetrators { edges { node { category identity { name } } } } } } }
  reason { text } serviceRecord { providerNote } } }`;

async function seen(client: Client, { id }: ReferralShown): Promise<Seen> {
  const { data, errors } = await client.query(look, { id });
  expect(errors).toEqual([]);
  return data.referral;
}

const shared = ['IDENTITY', 'INCIDENT', 'NARRATIVE', 'HEALTH'];
const reason = { text: 'She asks for a female doctor.' };

const stub = {
  category: 'HEALTH',
  urgency: 'ROUTINE',
  ageBand: 'AGE_25_34',
  survivorCode: expect.stringMatching(/^S-/),
};
const closed = { survivor: null, incidents: { totalCount: 0, edges: [] }, reason: null };

test('a draft is nobody’s but the sender’s, even when it is dropped', async () => {
  const draft = await sent(world, { draft: true, reason });
  expect(draft.status).toBe('DRAFT');
  expect(await seen(clinic, draft)).toBeNull();
  expect(await seen(sender, draft)).toMatchObject({ status: 'DRAFT', reason });
  const dropped = await walk(draft, [sender, 'cancelReferral']);
  expect(dropped.status).toBe('CANCELLED');
  expect(await seen(clinic, dropped)).toBeNull();
});

test('a request shows what it takes to decide, and no more', async () => {
  const referral = await sent(world, { sharedFields: shared, reason });
  const shown = await seen(clinic, referral);
  expect(shown).toMatchObject({ ...stub, ...closed, serviceRecord: null });
  expect(shown.district.name).toEqual(expect.any(String));
});

test.each<[string, string[]]>([
  ['accepted', ['acceptReferral']],
  ['in service', ['acceptReferral', 'startReferral']],
])('while it is %s it shows what is shared', async (_, steps) => {
  const referral = await walk(
    await sent(world, { sharedFields: shared, reason }),
    ...steps.map((name) => [clinic, name] as const),
  );
  const shown = await seen(clinic, referral);
  expect(shown).toMatchObject({ ...stub, reason });
  expect(shown.survivor).toMatchObject({ identity: { workingName: 'Thandi' }, safeContact: null, demographics: null });
  expect(shown.incidents).toMatchObject({
    totalCount: 1,
    edges: [
      {
        node: {
          gbvimsType: 'PHYSICAL_ASSAULT',
          narrative: { text: 'What happened.' },
          injury: { description: 'A broken arm.' },
        },
      },
    ],
  });
  expect(shown.incidents.edges[0].node.allegedPerpetrators.edges).toEqual([]);
});

test('nothing shared: nothing but the code of the survivor and the reason', async () => {
  const referral = await walk(await sent(world, { reason }), [clinic, 'acceptReferral']);
  const shown = await seen(clinic, referral);
  expect(shown).toMatchObject({ ...stub, reason, incidents: { totalCount: 0 } });
  expect(shown.survivor).toMatchObject({ identity: null, safeContact: null, demographics: null });
});

test('the last consent wins: when it runs out, what it opened is closed at once', async () => {
  const made = await world.newCase();
  const validUntil = new Date(Date.now() + 86_400_000).toISOString();
  const consentId = await world.newConsent(made.survivorId, { validUntil });
  const input = inputFor(world, made, { consentId, sharedFields: shared, reason });
  const referral = await walk(done(await act(sender, 'makeReferral', input)), [clinic, 'acceptReferral']);
  expect(await seen(clinic, referral)).toMatchObject({ survivor: { identity: { workingName: 'Thandi' } } });
  const [row] = await rowsOf(world, 'referral', 'id = $1', [uuidOf(referral.id)]);
  expect(row?.consent_valid_until).toBe(validUntil.replace('Z', '000Z'));
  await letPass(world, 'consent', consentId, { valid_until: 'now()' });
  await letPass(world, 'referral', referral.id, { consent_valid_until: 'now()' });
  expect(await seen(clinic, referral)).toMatchObject({ status: 'ACCEPTED', ...stub, ...closed });
});

test('ended, it shows the stub and the receiver’s own record, in the mutation’s answer too', async () => {
  const started = await walk(
    await sent(world, { sharedFields: shared, reason }),
    [clinic, 'acceptReferral'],
    [clinic, 'startReferral'],
  );
  const record = { providerNote: 'PEP begun.' };
  const input = { outcome: 'SERVICE_PROVIDED', ...record, id: started.id, expectedVersion: started.version };
  const document = `mutation ($input: CompleteReferralInput!) { completeReferral(input: $input) { referral {
    status survivor { identity { workingName } } reason { text } serviceRecord { providerNote } } problems { code } } }`;
  const { data } = await clinic.query(document, { input: { ...input, idempotencyKey: 'complete-once' } });
  expect(data.completeReferral).toEqual({
    referral: {
      status: 'COMPLETED',
      survivor: null,
      reason: null,
      serviceRecord: { providerNote: record.providerNote },
    },
    problems: [],
  });
  expect(await seen(clinic, started)).toMatchObject({ ...stub, ...closed, serviceRecord: record });
  expect(await seen(sender, started)).toMatchObject({ reason, serviceRecord: record });
});

test.each([
  ['returnReferral', { rejectedReason: 'NO_CAPACITY' }, 'clinic'],
  ['recordReferralNoShow', {}, 'clinic'],
  ['revokeReferral', { reason: 'She changed her mind.' }, 'sender'],
] as const)('%s closes what acceptance opened', async (action, more, who) => {
  const accepted = await walk(await sent(world, { sharedFields: shared, reason }), [clinic, 'acceptReferral']);
  done(await step(who === 'clinic' ? clinic : sender, action, accepted, more));
  expect(await seen(clinic, accepted)).toMatchObject({ ...stub, ...closed, serviceRecord: null });
});

test('another provider of the country sees nothing of it at any time', async () => {
  const lawyers = await world.as('service-provider-2', 'za');
  const referral = await sent(world, { sharedFields: shared, reason });
  expect(await seen(lawyers, referral)).toBeNull();
  expect(await seen(lawyers, await walk(referral, [clinic, 'acceptReferral']))).toBeNull();
});

test('every read of what is sealed stands in the access log, under the receiver’s name', async () => {
  const referral = await walk(await sent(world, { sharedFields: ['IDENTITY'], reason }), [clinic, 'acceptReferral']);
  const before = await logged();
  await seen(clinic, referral);
  expect((await logged()) - before).toBe(2);
});

const countries = () => world.app.countries.get('ZA')!.app;
const logged = async (): Promise<number> => {
  const sql = 'SELECT count(*)::int AS n FROM access_log_entry WHERE actor_id = $1';
  return (await countries().query(sql, [world.account.za['service-provider']])).rows[0].n as number;
};
