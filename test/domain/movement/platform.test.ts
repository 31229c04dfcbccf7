/** Platforms and their associations: who keeps them, how an association comes and goes, members by day, capacity by domain. */
import '../../../src/domain/all';
import { membershipLifecycle } from '../../../src/domain/movement/member-association.lifecycle';
import { MembershipStatus } from '../../../src/domain/movement/movement.codes';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { done, expectForbidden, told } from '../acting';
import { problemsOf } from '../correction/makers';
import type { CountryName, World } from '../world';
import {
  at,
  newAssociation,
  newPlatform,
  nodes,
  onAssessment,
  onAssociation,
  onCount,
  onPlatform,
  type AssociationShown,
} from './acts';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const tomorrow = dayFromNow(3);
const listed = async (client: Client, list: string): Promise<string[]> => {
  const { data, errors } = await client.query(`{ ${list}(first: 100) { edges { node { id } } } }`);
  expect(errors).toEqual([]);
  return (data[list].edges as { node: { id: string } }[]).map(({ node }) => node.id);
};

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  it.each(['case-manager', 'supervisor', 'partner-admin'])(
    '%s registers a platform of the own organisation',
    async (who) => {
      const platform = await newPlatform(await world.as(who, country));
      expect(platform.organisation).toEqual({ name: 'Partner' });
    },
  );

  it('a field worker of the host reads platforms, associations and counts, and keeps none', async () => {
    const [peer, host] = [await world.as('field-worker', country), await world.as('case-manager', country)];
    const association = await newAssociation(host);
    expect(await listed(peer, 'memberAssociations')).toContain(association.id);
    expectForbidden(await onPlatform(peer, 'registerPlatform', { name: 'A', level: 'NATIONAL' }));
    expectForbidden(await onAssociation(peer, 'admitMemberAssociation', at(association)));
  });

  it('another organisation neither sees nor changes them', async () => {
    const [host, other] = [await world.as('case-manager', country), await world.as('case-manager-2', country)];
    const association = await newAssociation(host);
    expect(await listed(other, 'platforms')).toEqual([]);
    expect(await listed(other, 'memberAssociations')).toEqual([]);
    expect(told(await onAssociation(other, 'admitMemberAssociation', at(association)))).toEqual(['NOT_FOUND id']);
    const count = { associationId: association.id, countedOn: '2026-02-01', total: 3 };
    expect(told(await onCount(other, 'recordMemberCount', count))).toEqual(['NOT_FOUND associationId']);
  });

  it.each(['service-provider', 'privacy-officer'])('%s reads none of it', async (who) => {
    const { errors } = await (await world.as(who, country)).query('{ platforms { edges { node { id } } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('the officer of the country names the organisation, and the region reads', async () => {
    const officer = await world.as('me-officer', country);
    const about = { name: 'A', level: 'NATIONAL' };
    expect(told(await onPlatform(officer, 'registerPlatform', about))).toEqual(['INVALID_INPUT organisationId']);
    const { otherPartner: organisationId } = world.organisation[country];
    const { id } = done(await onPlatform(officer, 'registerPlatform', { ...about, organisationId }));
    expect(await listed(await world.as('secretariat', 'region'), 'platforms')).toContain(id);
  });
});

const ways: Readonly<Record<string, readonly string[]>> = {
  APPLIED: ['admitMemberAssociation', 'endMembership', 'updateMemberAssociation', 'voidMemberAssociation'],
  MEMBER: ['suspendMembership', 'endMembership', 'updateMemberAssociation', 'voidMemberAssociation'],
  SUSPENDED: ['resumeMembership', 'endMembership', 'updateMemberAssociation', 'voidMemberAssociation'],
  LEFT: ['admitMemberAssociation', 'updateMemberAssociation', 'voidMemberAssociation'],
};

test('an association is taken these steps and no others', () => {
  for (const status of MembershipStatus.codes)
    expect([status, [...membershipLifecycle.allowed(status)].sort()]).toEqual([status, [...ways[status]!].sort()]);
});

const admitted = async (joinedOn = '2026-01-10'): Promise<AssociationShown> =>
  done(await onAssociation(manager, 'admitMemberAssociation', { ...at(await newAssociation(manager)), joinedOn }));

test('an association applies, joins, is suspended, resumes, leaves, and joins again', async () => {
  let now = await admitted();
  expect(now).toMatchObject({ status: 'MEMBER', joinedOn: '2026-01-10', leftOn: null });
  now = done(await onAssociation(manager, 'suspendMembership', { ...at(now), statusReason: 'No meeting.' }));
  expect(now).toMatchObject({ status: 'SUSPENDED', statusReason: 'No meeting.' });
  now = done(await onAssociation(manager, 'resumeMembership', at(now)));
  expect(now).toMatchObject({ status: 'MEMBER', statusReason: null });
  now = done(await onAssociation(manager, 'endMembership', { ...at(now), leftOn: '2026-05-01' }));
  expect(now).toMatchObject({ status: 'LEFT', leftOn: '2026-05-01' });
  now = done(await onAssociation(manager, 'admitMemberAssociation', { ...at(now), joinedOn: '2026-06-01' }));
  expect(now).toMatchObject({ status: 'MEMBER', joinedOn: '2026-06-01', leftOn: null });
});

test('days of joining and leaving go with each other and with where it stands', async () => {
  const refused = async (now: AssociationShown, name: string, more: object): Promise<string[]> =>
    told(await onAssociation(manager, name, { ...at(now), ...more }));
  const [applied, member] = [await newAssociation(manager), await admitted()];
  expect(await refused(applied, 'admitMemberAssociation', { joinedOn: tomorrow })).toEqual(['INVALID_INPUT joinedOn']);
  expect(await refused(applied, 'updateMemberAssociation', { joinedOn: '2026-01-01' })).toEqual([
    'INVALID_INPUT joinedOn',
  ]);
  expect(await refused(member, 'endMembership', { leftOn: '2026-01-09' })).toEqual(['INVALID_INPUT leftOn']);
  expect(await refused(member, 'updateMemberAssociation', { joinedOn: null })).toEqual(['INVALID_INPUT joinedOn']);
  expect(await refused(member, 'updateMemberAssociation', { leftOn: '2026-02-01' })).toEqual(['INVALID_INPUT leftOn']);
  expect(await refused(member, 'updateMemberAssociation', { provinceId: member.id })).toHaveLength(1);
});

test('a platform was not founded in the future, and stays while associations stand in it', async () => {
  expect(
    told(await onPlatform(manager, 'registerPlatform', { name: 'A', level: 'NATIONAL', foundedOn: tomorrow })),
  ).toEqual(['INVALID_INPUT foundedOn']);
  const platform = await newPlatform(manager);
  const association = done(
    await onAssociation(manager, 'registerMemberAssociation', { platformId: platform.id, name: 'B' }),
  );
  expect(told(await onPlatform(manager, 'voidPlatform', at(platform)))).toEqual(['STILL_IN_USE']);
  done(await onAssociation(manager, 'voidMemberAssociation', at(association)));
  done(await onPlatform(manager, 'voidPlatform', at(platform)));
  expect(await listed(manager, 'platforms')).not.toContain(platform.id);
});

describe('members', () => {
  const woman = { genderIdentity: 'WOMAN', members: 20 };
  const trans = { genderIdentity: 'TRANS_WOMAN', members: 5 };
  const about = async (more: object = {}): Promise<object> => ({
    associationId: (await newAssociation(manager)).id,
    ...{ countedOn: '2026-02-01', total: 30, byGender: [woman, trans], ...more },
  });

  it('are counted once a day, by gender as far as it is known', async () => {
    const input = await about();
    const count = done(await onCount(manager, 'recordMemberCount', input));
    expect([count.total, nodes(count.byGender)]).toEqual([30, expect.arrayContaining([woman, trans])]);
    expect(told(await onCount(manager, 'recordMemberCount', input))).toEqual(['ALREADY_COUNTED countedOn']);
    done(await onCount(manager, 'voidMemberCount', at(count)));
    done(await onCount(manager, 'recordMemberCount', input));
  });

  it.each([
    ['a day to come', { countedOn: tomorrow }, 'INVALID_INPUT countedOn'],
    ['more by gender than in all', { total: 24 }, 'INVALID_INPUT total'],
    ['a gender twice', { total: 50, byGender: [woman, woman] }, 'INVALID_INPUT byGender.1.genderIdentity'],
    ['fewer than none', { total: -1, byGender: [] }, 'INVALID_INPUT total'],
  ])('are refused with %s', async (_, wrong, expected) => {
    expect(told(await onCount(manager, 'recordMemberCount', await about(wrong)))).toEqual([expected]);
  });

  it('are corrected: genders that are left out of a list are taken out', async () => {
    const count = done(await onCount(manager, 'recordMemberCount', await about()));
    const more = done(await onCount(manager, 'updateMemberCount', { ...at(count), byGender: [trans] }));
    expect([more.total, nodes(more.byGender)]).toEqual([30, [trans]]);
    expect(told(await onCount(manager, 'updateMemberCount', { ...at(more), total: 4 }))).toEqual([
      'INVALID_INPUT total',
    ]);
    const back = done(await onCount(manager, 'updateMemberCount', { ...at(more), byGender: [woman] }));
    expect(nodes(back.byGender)).toEqual([woman]);
  });

  it('keep their association in the lists', async () => {
    const association = await newAssociation(manager);
    done(await onCount(manager, 'recordMemberCount', { ...(await about()), associationId: association.id }));
    const other = await world.as('case-manager-2', 'za');
    expect(told(await onAssociation(other, 'voidMemberAssociation', at(association)))).toEqual(['NOT_FOUND id']);
    expect(told(await onAssociation(manager, 'voidMemberAssociation', at(association)))).toEqual(['STILL_IN_USE']);
  });
});

describe('capacity', () => {
  const finance = { domain: 'FINANCE', score: 2 };
  const about = async (more: object = {}): Promise<object> => ({
    associationId: (await newAssociation(manager)).id,
    ...{ tool: 'A tool', assessedOn: '2026-02-01', scores: [finance], ...more },
  });

  it('is assessed domain by domain, corrected as a whole, and taken out', async () => {
    const first = done(await onAssessment(manager, 'recordCapacityAssessment', await about()));
    expect(nodes(first.scores)).toEqual([finance]);
    const other = { domain: 'GOVERNANCE', score: 4 };
    const second = done(await onAssessment(manager, 'correctCapacityAssessment', { ...at(first), scores: [other] }));
    expect([second.tool, nodes(second.scores)]).toEqual(['A tool', [other]]);
    done(await onAssessment(manager, 'voidCapacityAssessment', at(second)));
    expect(await listed(manager, 'capacityAssessments')).not.toContain(first.id);
  });

  it.each([
    ['a day to come', { assessedOn: tomorrow }, 'INVALID_INPUT assessedOn'],
    ['no score', { scores: [] }, 'INVALID_INPUT scores'],
    ['a domain twice', { scores: [finance, finance] }, 'INVALID_INPUT scores.1.domain'],
    ['a score above four', { scores: [{ ...finance, score: 5 }] }, 'INVALID_INPUT scores.0.score'],
  ])('is refused with %s', async (_, wrong, expected) => {
    expect(told(await onAssessment(manager, 'recordCapacityAssessment', await about(wrong)))).toEqual([expected]);
  });
});

test.each(['en', 'pt'])('what is wrong is told in %s', async (language) => {
  const { id } = await newAssociation(manager);
  const [problem] = await problemsOf(
    manager,
    'recordCapacityAssessment',
    {
      ...{ associationId: id, tool: 'A', assessedOn: '2026-02-01', scores: [] },
    },
    language,
  );
  expect(problem?.message).toBe(
    { en: 'Give the score of one domain at least.', pt: 'Indique a pontuação de pelo menos uma área.' }[language],
  );
});
