/** What waits beside the work on cases: for the reviewers of a platform, for who planned something, for who checks it. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { uuidOf } from '../case/acts';
import { actor, done } from '../acting';
import { call } from '../correction/makers';
import { at, newPlatform, onAssociation } from '../movement/acts';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
}

let world: World;
const people = ['field-worker', 'field-worker-2', 'case-manager', 'supervisor', 'partner-admin'] as const;
const others = ['me-officer', 'service-provider', 'privacy-officer', 'case-manager-2', 'supervisor-2'] as const;
type Who = (typeof people)[number] | (typeof others)[number];
const as = {} as Record<Who, Client>;
beforeAll(async () => {
  world = await openWorld();
  for (const who of [...people, ...others]) as[who] = await world.as(who, 'za');
});
afterAll(() => world.close());

interface Item {
  readonly kind: string;
  readonly recordId: string;
}

async function about(who: Who, { id }: Pick<Shown, 'id'>): Promise<string[]> {
  const { data, errors } = await as[who].query(
    '{ workList(first: 100) { edges { node { kind recordId reference risk } } } workCounts { kind count } }',
  );
  expect(errors).toEqual([]);
  const items = (data.workList.edges as { node: Item }[]).map(({ node }) => node);
  const counted = (data.workCounts as { count: number }[]).reduce((sum, { count }) => sum + count, 0);
  expect([who, counted]).toEqual([who, items.length]);
  return items.filter(({ recordId }) => recordId === uuidOf(id)).map(({ kind }) => kind);
}

/** Who has it on their list, and as what. */
async function waitingFor(record: Pick<Shown, 'id'>): Promise<Partial<Record<Who, string>>> {
  const all: Partial<Record<Who, string>> = {};
  for (const who of [...people, ...others]) for (const kind of await about(who, record)) all[who] = kind;
  return all;
}

describe('a breach of a code of conduct', () => {
  const onBreach = actor<Shown>('conductBreach', 'id version');
  const onReviewer = actor<Shown>('platformReviewer', 'id version');
  const breach = { category: 'CONFIDENTIALITY', severity: 'SERIOUS', roleOfPerson: 'PARALEGAL', note: 'Repeated.' };

  /** Reported by a field worker, of a platform with these reviewers. */
  async function reported(...reviewers: Who[]): Promise<{ breach: Shown; named: Shown[]; platformId: string }> {
    const { id: platformId } = await newPlatform(as['case-manager']);
    const { id: associationId } = done(
      await onAssociation(as['case-manager'], 'registerMemberAssociation', { platformId, name: 'A' }),
    );
    const named: Shown[] = [];
    for (const who of reviewers) {
      const input = { platformId, memberId: world.account.za[who] };
      named.push(done(await onReviewer(as['partner-admin'], 'namePlatformReviewer', input)));
    }
    await onBreach(as['field-worker'], 'reportConductBreach', { associationId, ...breach });
    const { data } = await as[reviewers[0]!].query(
      'query ($id: ID!) { memberAssociation(id: $id) { conductBreaches(first: 1) { edges { node { id version } } } } }',
      { id: associationId },
    );
    return { breach: data.memberAssociation.conductBreaches.edges[0].node as Shown, named, platformId };
  }
  const step = async (who: Who, action: string, held: Shown, more: object = {}): Promise<Shown> =>
    done(await onBreach(as[who], action, { ...at(held), ...more }));

  it('waits for the named reviewers and is seen by nobody else, whoever supervises them', async () => {
    const { breach } = await reported('case-manager', 'field-worker-2');
    expect(await waitingFor(breach)).toEqual({ 'case-manager': 'CONDUCT_REVIEW', 'field-worker-2': 'CONDUCT_REVIEW' });
  });

  it('does not wait for who reported it, though they are a reviewer', async () => {
    const { breach } = await reported('supervisor', 'field-worker');
    expect(await waitingFor(breach)).toEqual({ supervisor: 'CONDUCT_REVIEW' });
  });

  it('that was taken up is whose who took it up, and is done once it is decided on', async () => {
    const { breach } = await reported('case-manager', 'supervisor');
    const taken = await step('case-manager', 'takeUpConductBreach', breach);
    expect(await waitingFor(breach)).toEqual({ 'case-manager': 'CONDUCT_REVIEW' });
    await step('case-manager', 'resolveConductBreach', taken, { decision: 'An apology.' });
    expect(await waitingFor(breach)).toEqual({});
  });

  it('on appeal waits for who had no part in it, then for who took the appeal up', async () => {
    const { breach } = await reported('case-manager', 'supervisor', 'field-worker-2');
    const taken = await step('case-manager', 'takeUpConductBreach', breach);
    const decided = await step('supervisor', 'dismissConductBreach', taken, { decision: 'No breach.' });
    const appealed = await step('supervisor', 'appealConductDecision', decided, { appealReason: 'Not heard.' });
    expect(await waitingFor(breach)).toEqual({ 'field-worker-2': 'CONDUCT_APPEAL' });
    const again = await step('field-worker-2', 'takeUpConductAppeal', appealed);
    expect(await waitingFor(breach)).toEqual({ 'field-worker-2': 'CONDUCT_APPEAL' });
    await step('field-worker-2', 'upholdConductDecision', again, { appealDecision: 'Upheld.' });
    expect(await waitingFor(breach)).toEqual({});
  });

  it('goes from a reviewer whose part has ended to the others, also when it was taken up', async () => {
    const { breach, named } = await reported('case-manager', 'supervisor');
    await step('case-manager', 'takeUpConductBreach', breach);
    done(await onReviewer(as['partner-admin'], 'endPlatformReviewer', at(named[0]!)));
    expect(await waitingFor(breach)).toEqual({ supervisor: 'CONDUCT_REVIEW' });
  });

  /** The platform, as who names its reviewers has it on the list, and whoever supervises there. */
  const lacking = { 'partner-admin': 'REVIEWER_MISSING', supervisor: 'REVIEWER_MISSING' };

  it('on appeal that no reviewer can take reaches who names reviewers, as the platform alone, until one can', async () => {
    const { breach, platformId } = await reported('case-manager');
    expect(await waitingFor({ id: platformId })).toEqual({});
    const taken = await step('case-manager', 'takeUpConductBreach', breach);
    const decided = await step('case-manager', 'dismissConductBreach', taken, { decision: 'No breach.' });
    expect(await waitingFor({ id: platformId })).toEqual({});
    await step('case-manager', 'appealConductDecision', decided, { appealReason: 'Not heard.' });
    expect([await waitingFor(breach), await waitingFor({ id: platformId })]).toEqual([{}, lacking]);
    const { data } = await as['partner-admin'].query(
      '{ workList(first: 100) { edges { node { kind entity recordId reference case { id } } } } }',
    );
    const [item] = (data.workList.edges as { node: Item }[])
      .map(({ node }) => node)
      .filter(({ recordId }) => recordId === uuidOf(platformId));
    expect(item).toMatchObject({ entity: 'Platform', reference: null });
    const memberId = world.account.za['field-worker-2'];
    done(await onReviewer(as['partner-admin'], 'namePlatformReviewer', { platformId, memberId }));
    expect([await waitingFor(breach), await waitingFor({ id: platformId })]).toEqual([
      { 'field-worker-2': 'CONDUCT_APPEAL' },
      {},
    ]);
  });

  it('that nobody but its reporter could review reaches who names reviewers as well', async () => {
    const { breach, named, platformId } = await reported('case-manager');
    done(await onReviewer(as['partner-admin'], 'endPlatformReviewer', at(named[0]!)));
    expect([await waitingFor(breach), await waitingFor({ id: platformId })]).toEqual([{}, lacking]);
    const memberId = world.account.za['field-worker'];
    done(await onReviewer(as['partner-admin'], 'namePlatformReviewer', { platformId, memberId }));
    expect(await waitingFor({ id: platformId })).toEqual(lacking);
  });

  it('is not on the list of who stands in for a reviewer', async () => {
    const { breach } = await reported('field-worker-2');
    const [absentId, deputyId] = [world.account.za['field-worker-2'], world.account.za['field-worker']];
    const endsAt = new Date(Date.now() + 86_400_000).toISOString();
    await call(as.supervisor, 'deputise', { absentId, deputyId, endsAt }, 'deputyship { id }');
    expect(await waitingFor(breach)).toEqual({ 'field-worker-2': 'CONDUCT_REVIEW' });
  });
});

const planned = { title: 'A', level: 'COMMUNITY', outcome: 'LTO3' };
const kinds = [
  ['outreach', 'outreachActivity', 'planOutreachActivity', { type: 'DEBATE', topics: ['RIGHTS'] }, 'heldOn'],
  ['a training', 'training', 'planTraining', { topic: 'RIGHTS_LITERACY', audience: 'OTHER' }, 'startOn'],
  [
    'advocacy',
    'advocacyActivity',
    'recordAdvocacyActivity',
    { kind: 'LAW_REFORM', target: 'Council', ask: 'Repeal.', stage: 'PLANNED' },
    'activityOn',
  ],
] as const;

describe.each(kinds)('%s that was planned', (_, slot, plan, values, day) => {
  const on = actor<Shown>(slot, 'id version');
  const make = async (days: number): Promise<Shown> =>
    done(await on(as['field-worker'], plan, { ...planned, ...values, [day]: dayFromNow(days) }));

  it('waits for who planned it, and is seen by who supervises them, from the end of its day on', async () => {
    expect(await waitingFor(await make(-2))).toEqual({
      'field-worker': 'ACTIVITY_DAY_PAST',
      supervisor: 'ACTIVITY_DAY_PAST',
    });
    expect(await waitingFor(await make(2))).toEqual({});
  });

  const ends: Readonly<Record<typeof slot, readonly (readonly [action: string, more: object])[]>> = {
    outreachActivity: [
      ['cancelOutreachActivity', { statusReason: 'Rain.' }],
      ['updateOutreachActivity', { heldOn: dayFromNow(3) }],
      ['voidOutreachActivity', { statusReason: 'Twice.' }],
      [
        'holdOutreachActivity',
        { reached: [{ genderIdentity: 'WOMAN', ageBand: 'AGE_25_34', kind: 'NEW', people: 2, contacts: 2 }] },
      ],
    ],
    training: [
      ['cancelTraining', { statusReason: 'Rain.' }],
      ['postponeTraining', { startOn: dayFromNow(3) }],
      ['voidTraining', { statusReason: 'Twice.' }],
    ],
    advocacyActivity: [
      ['advanceAdvocacyActivity', { stage: 'AGENDA' }],
      ['updateAdvocacyActivity', { activityOn: dayFromNow(3) }],
      ['voidAdvocacyActivity', { voidedReason: 'Twice.' }],
    ],
  };
  it.each(ends[slot])('waits no longer after %s', async (action, more) => {
    const made = await make(-2);
    await on(as['field-worker'], action, { ...at(made), ...more });
    expect(await waitingFor(made)).toEqual({});
  });
});

describe('an adopted procedure', () => {
  const onAdoption = actor<Shown>('procedureAdoption', 'id version');
  let procedureId: string;
  beforeAll(async () => {
    const material = { kind: 'POLICE_PROCEDURE_KEY_POPULATIONS', title: 'A', edition: '1', language: 'ENGLISH' };
    const made = await call(
      as['case-manager'],
      'issueMaterial',
      { ...material, issuedOn: '2024-01-05' },
      'material { id }',
    );
    procedureId = made.material!.id;
  });
  const adopted = async (days: number): Promise<Shown> => {
    const about = { procedureId, unit: 'Hillbrow', unitKind: 'POLICE_STATION', level: 'COMMUNITY', outcome: 'LTO4' };
    return done(
      await onAdoption(as['case-manager'], 'recordProcedureAdoption', { ...about, adoptedOn: dayFromNow(days) }),
    );
  };
  const checked = async (adoption: Shown, days: number, inPractice = true): Promise<Shown> =>
    done(
      await onAdoption(as.supervisor, 'recordAdoptionCheck', {
        ...at(adoption),
        ...{ checkedOn: dayFromNow(days), inPractice },
      }),
    );

  it('waits for who checks it, twelve months after it was adopted or last checked', async () => {
    const old = await adopted(-367);
    expect(await waitingFor(old)).toEqual({ supervisor: 'ADOPTION_UNCHECKED' });
    expect(await waitingFor(await adopted(-350))).toEqual({});
    const long = await checked(await adopted(-800), -367);
    expect(await waitingFor(long)).toEqual({ supervisor: 'ADOPTION_UNCHECKED' });
    expect(await waitingFor(await checked(old, -1))).toEqual({});
  });

  it('that has lapsed, or was taken out, waits for nobody', async () => {
    expect(await waitingFor(await checked(await adopted(-800), -400, false))).toEqual({});
    const wrong = await adopted(-800);
    done(await onAdoption(as['case-manager'], 'voidProcedureAdoption', { ...at(wrong), voidedReason: 'Twice.' }));
    expect(await waitingFor(wrong)).toEqual({});
  });
});
