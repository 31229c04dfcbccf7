/** What registering a case, and what acts on all cases of a survivor, costs the database: no more for more of it. */
import { costOf, type Cost } from '../../support/cost';
import type { Client } from '../../support/app';
import { actor, done } from '../acting';
import { openWorld, type World } from '../world';
import { act, incident, register, registration, services, step } from './acts';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const actConsent = actor<{ id: string }>('consent', 'id');
const actSurvivor = actor<{ id: string; version: number }>('survivor', 'id version');
const actReferral = actor<{ id: string }>('referral', 'id');

const whole = (incidents: number): object =>
  registration({
    survivor: {
      genderIdentity: 'WOMAN',
      demographics: { exchangesSexForMoneyOrGoods: true, birthYear: 1990, homeDistrictId: world.district.za },
      identity: { workingName: 'Lindiwe Example', phone: '+27 71 555 0000' },
      safeContact: { method: 'WHATSAPP', times: 'after ten' },
    },
    consents: [services, { ...services, purpose: 'REPORTING_NON_IDENTIFIABLE' }, release()],
    incidents: Array.from({ length: incidents }, () => ({
      ...incident,
      districtId: world.district.za,
      narrative: { text: 'The account in words.' },
      injury: { description: 'A broken arm.' },
      detail: { occurredOn: '2026-01-15' },
      allegedPerpetrators: [client, { ...client, identity: { plateNumber: 'XX 00 YY GP' } }],
    })),
  });

const client = { actorKind: 'PERSON', category: 'CLIENT', relationship: 'NO_RELATION' } as const;
const release = (): object => ({
  ...services,
  purpose: 'RELEASE_TO_HEALTH',
  recipientId: world.organisation.za.clinic,
  scopes: ['INCIDENT'],
});

const registering = (values: object): Promise<Cost> =>
  costOf(async () => done(await act(manager, 'registerCase', values)));

describe('registering a case', () => {
  it('whole takes four turns: claim, what it refers to, consents, commit', async () => {
    const { turns, statements } = await registering(whole(2));
    expect(turns).toBe(4);
    expect(statements.length).toBeLessThanOrEqual(14);
  });

  it('takes no more turns and no more statements for more incidents', async () => {
    const few = await registering(whole(1));
    expect(await registering(whole(2))).toEqual(few);
    expect(await registering(whole(20))).toEqual(few);
  });

  it('of a known survivor takes six turns at most, however many cases there are', async () => {
    const first = await register(manager);
    const again = (): object =>
      registration({ survivor: null, consents: null, survivorId: first.survivor?.id, incidents: [incident] });
    const second = await registering(again());
    expect(second.turns).toBeLessThanOrEqual(6);
    expect(await registering(again())).toEqual(second);
  });
});

/** A survivor with so many cases, each with an incident that is reported and a referral that rests on her consent. */
async function survivorWith(cases: number): Promise<{ id: string; version: number }> {
  const first = await register(manager, { consents: [services, release()], incidents: [incident] });
  const survivorId = first.survivor?.id ?? '';
  const more = { survivor: null, consents: null, survivorId, incidents: [incident] };
  const all = [first];
  while (all.length < cases) all.push(await register(manager, more));
  const { data } = await manager.query(
    '{ consents(first: 100, filter: { purpose: { eq: RELEASE_TO_HEALTH } }) { edges { node { id survivor { id } } } } }',
  );
  const edges = data.consents.edges as { node: { id: string; survivor: { id: string } } }[];
  const consentId = edges.find(({ node }) => node.survivor.id === survivorId)?.node.id;
  const { clinic } = world.organisation.za;
  for (const { id: caseId } of all) {
    const about = { caseId, category: 'HEALTH', urgency: 'ROUTINE', toOrganisationId: clinic };
    done(await actReferral(manager, 'makeReferral', { ...about, sharedFields: ['INCIDENT'], consentId }));
  }
  return { id: survivorId, version: 1 };
}

describe.each<[string, (survivor: { id: string; version: number }) => Promise<unknown>]>([
  [
    'changing a survivor',
    async ({ id, version }) =>
      done(await actSurvivor(manager, 'updateSurvivor', { id, expectedVersion: version, ageBand: 'AGE_50_PLUS' })),
  ],
  [
    'a decision against all sharing',
    async ({ id: survivorId }) =>
      done(
        await actConsent(manager, 'recordConsent', {
          ...services,
          survivorId,
          decision: 'REFUSED',
          purpose: 'RELEASE_TO_HEALTH',
        }),
      ),
  ],
  [
    'a decision against reporting',
    async ({ id: survivorId }) =>
      done(
        await actConsent(manager, 'recordConsent', {
          ...services,
          survivorId,
          decision: 'REFUSED',
          purpose: 'REPORTING_NON_IDENTIFIABLE',
        }),
      ),
  ],
])('%s', (_name, decide) => {
  it('takes no more turns for three cases than for one', async () => {
    const [one, three] = [await survivorWith(1), await survivorWith(3)];
    const few = await costOf(() => decide(one));
    expect((await costOf(() => decide(three))).turns).toBe(few.turns);
    expect(few.turns).toBeLessThanOrEqual(7);
  });
});

it('a step of a case takes four turns: claim, case, what is due, commit', async () => {
  const record = await register(manager, { incidents: [incident] });
  const { turns } = await costOf(async () => done(await step(manager, 'assessCase', record, { riskLevel: 'HIGH' })));
  expect(turns).toBe(4);
});
