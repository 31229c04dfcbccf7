/** Makes platforms and what hangs on them for the tests that correct it, through the API. */
import { randomUUID } from 'node:crypto';
import type { CountryName, World } from '../world';
import { call } from './makers';

const another = 'of another one is another record';

/** What is not corrected of them. */
export const movementExceptions: Readonly<Record<string, string>> = {
  'Platform.organisationId': another,
  'MemberAssociation.platformId': another,
  'MemberAssociation.statusReason': 'the reason of a step',
  'MemberCount.associationId': another,
  'MemberCount.countedOn': 'a count of another day is another count',
  'CapacityAssessment.associationId': another,
  CodeOfConduct: 'what was adopted stays as it is: a change is another edition',
  'ConductCheck.associationId': another,
  'ConductBreach.associationId': another,
  ...Object.fromEntries(
    ['decision', 'appealReason', 'appealDecision'].map((name) => [`ConductBreach.${name}`, 'the words of a step']),
  ),
  PlatformReviewer: 'another reviewer is named, and the part of this one is ended',
  'LeaderRole.associationId': another,
  ...Object.fromEntries(
    ['organisationId', 'trainingId', 'advocacyActivityId', 'platformId'].map((name) => [
      `KeyPopulationInvolvement.${name}`,
      another,
    ]),
  ),
};

/** Values that go with the others. */
export const movementValues: Readonly<Record<string, unknown>> = {
  'MemberCount.total': 31,
  'CapacityScore.score': 3,
  'ConductCheck.itemsTotal': 11,
  'ConductCheck.periodFrom': '2026-01-08',
  'ConductCheck.checkedOn': '2026-05-01',
};

export const movementCorrections = [
  ...['updatePlatform', 'updateMemberAssociation', 'updateMemberCount', 'correctCapacityAssessment'],
  ...['updateLeaderRole', 'updateConductCheck', 'updateConductBreach', 'updateInvolvement'],
];

/** Names and offices are the administrator’s. */
export const movementAccounts: Readonly<Record<string, string>> = { updateLeaderRole: 'partner-admin' };

/** Of a country that keeps no names there is none to correct. */
export const movementIdentifying = ['LeaderName'];

/** Groups that are told as a whole, by the field that takes them. */
export const movementGroups = {
  byGender: { genderIdentity: 'WOMAN', members: 20 },
  scores: { domain: 'FINANCE', score: 2 },
} as const;

/** A code of a group is another group, and a province is no district; tests of their own hold them. */
export const movementApart = [
  'MemberAssociation.provinceId',
  'MemberCountGroup.genderIdentity',
  'CapacityScore.domain',
];

type Maker = (country: CountryName) => Promise<string>;

export const movementMakers = (world: World): Readonly<Record<string, Maker>> => {
  const manager = (country: CountryName) => world.as('case-manager', country);
  const made = async (country: CountryName, name: string, thing: string, input: object): Promise<string> =>
    (await call(await manager(country), name, input, `${thing} { id version }`))[thing]!.id;
  const platform: Maker = (country) =>
    made(country, 'registerPlatform', 'platform', { name: 'A', level: 'NATIONAL', foundedOn: '2020-01-01' });
  const association: Maker = async (country) =>
    made(country, 'registerMemberAssociation', 'memberAssociation', { platformId: await platform(country), name: 'B' });
  return {
    Platform: platform,
    async MemberAssociation(country) {
      const id = await association(country);
      const steps = [
        ['admitMemberAssociation', { joinedOn: '2026-02-01' }],
        ['endMembership', { leftOn: '2026-04-01' }],
      ] as const;
      for (const [nth, [name, more]] of steps.entries())
        await made(country, name, 'memberAssociation', { id, expectedVersion: nth + 1, ...more });
      return id;
    },
    MemberCount: async (country) =>
      made(country, 'recordMemberCount', 'memberCount', {
        ...{ associationId: await association(country), countedOn: '2026-02-01', total: 30 },
        byGender: [movementGroups.byGender],
      }),
    CapacityAssessment: async (country) =>
      made(country, 'recordCapacityAssessment', 'capacityAssessment', {
        ...{ associationId: await association(country), tool: 'A tool', assessedOn: '2026-02-01' },
        scores: [movementGroups.scores],
      }),
    async LeaderRole(country) {
      const input = { associationId: await association(country), position: 'CHAIR', heldFrom: '2026-02-01' };
      const trained = { trained: true, trainedOn: '2026-02-02', heldUntil: '2026-09-01' };
      const named = country === 'mz' ? {} : { nameConsent: true, person: { name: 'Thandi' } };
      const admin = await world.as('partner-admin', country);
      const { leaderRole } = await call(
        admin,
        'recordLeaderRole',
        { ...input, ...trained, ...named },
        'leaderRole { id }',
      );
      return leaderRole!.id;
    },
    ConductCheck: async (country) =>
      made(country, 'recordConductCheck', 'conductCheck', {
        ...{ associationId: await association(country), periodFrom: '2026-01-01', periodTo: '2026-03-31' },
        ...{ itemsTotal: 10, itemsMet: 8, checkedOn: '2026-04-01' },
      }),
    async ConductBreach(country) {
      const platformId = await platform(country);
      const associationId = await made(country, 'registerMemberAssociation', 'memberAssociation', {
        platformId,
        name: 'B',
      });
      const admin = await world.as('partner-admin', country);
      const memberId = world.account[country]['case-manager'];
      await call(admin, 'namePlatformReviewer', { platformId, memberId }, 'platformReviewer { id }');
      const about = { category: 'VIOLENCE', severity: 'GRAVE', roleOfPerson: 'STAFF', note: 'This.' };
      // Who reports it does not read it: the reviewer does.
      const input = { idempotencyKey: randomUUID(), associationId, ...about };
      await (
        await world.as('field-worker', country)
      ).query(
        'mutation ($input: ReportConductBreachInput!) { reportConductBreach(input: $input) { problems { code } } }',
        { input },
      );
      const { data } = await (
        await manager(country)
      ).query(
        'query ($id: ID!) { memberAssociation(id: $id) { conductBreaches(first: 1) { edges { node { id } } } } }',
        { id: associationId },
      );
      return data.memberAssociation.conductBreaches.edges[0].node.id as string;
    },
    KeyPopulationInvolvement: async (country) =>
      made(country, 'recordInvolvement', 'keyPopulationInvolvement', {
        ...{ title: 'A march', level: 'NATIONAL', outcome: 'LTO1', keyPopulation: 'SW', involvedAs: 'DESIGN' },
        ...{ count: 4, onDate: '2026-02-01' },
      }),
  };
};
