/** Makes platforms and what hangs on them for the tests that correct it, through the API. */
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
};

/** Values that go with the others. */
export const movementValues: Readonly<Record<string, unknown>> = {
  'MemberCount.total': 31,
  'CapacityScore.score': 3,
};

export const movementCorrections = [
  ...['updatePlatform', 'updateMemberAssociation', 'updateMemberCount', 'correctCapacityAssessment'],
];

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
  };
};
