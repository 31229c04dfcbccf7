/**
 * A case that is open to named colleagues alone, walked: for whoever is shut out nothing of it stands in any list, link,
 * count, log or notice, whatever the role; and for who is accused in it least of all.
 */
import '../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { allThings } from '../../src/model/thing';
import type { Client } from '../support/app';
import { openWorld } from '../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../domain/acting';
import type { CaseIds, CountryName, World } from '../domain/world';
import { register } from '../domain/case/acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
  readonly version: number;
}
const actCase = actor<Shown & { restrictedAt: string | null; owner: { id: string } | null }>(
  'case',
  'id version restrictedAt owner { id }',
);
const accuse = actor<Shown>('accusedColleague', 'id version');
const admit = actor<Shown>('caseMember', 'id version');

const inCountry = [
  ...['field-worker', 'field-worker-2', 'case-manager', 'supervisor', 'partner-admin', 'me-officer'],
  ...['service-provider', 'privacy-officer', 'case-manager-2', 'service-provider-2'],
];
const plurals = [...allThings.values()].filter(({ ofSharing }) => !ofSharing);

/** Whatever an account finds in the whole country: the ids of every list that it may read, and how many it counts. */
async function everything(client: Client): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { name, plural } of plurals) {
    // Of the log what is told of somebody; that one counted a list is one's own doing.
    const filter = name === 'AccessLogEntry' ? ', filter: { survivorId: { isNull: false } }' : '';
    const { data } = await client.query(`{ ${plural}(first: 100${filter}) { totalCount edges { node { id } } } }`);
    const list = data?.[plural] as { totalCount: number; edges: { node: { id: string } }[] } | null;
    if (!list) continue;
    if (list.totalCount <= 100) expect([name, list.totalCount]).toEqual([name, list.edges.length]);
    found[name] = list.edges.map(({ node }) => node.id);
  }
  return found;
}

const before: Record<string, Record<string, readonly string[]>> = {};

/** What an account sees now and did not see before; entries of the log about its own reading left out. */
async function since(name: string, client: Client): Promise<string[]> {
  const now = await everything(client);
  return Object.entries(now).flatMap(([thing, ids]) =>
    ids.filter((id) => !before[name]?.[thing]?.includes(id)).map(() => thing),
  );
}

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let ids: CaseIds;
  let peer: Client;
  let supervisor: Client;

  beforeAll(async () => {
    peer = await world.as('field-worker', country);
    supervisor = await world.as('supervisor', country);
    for (const name of inCountry) before[name] = await everything(await world.as(name, country));
    ids = await world.newCase(country, { status: 'REGISTERED' });
  });

  it('a peer records that the supervisor is accused: nothing of the case exists for that account', async () => {
    const accusedId = world.account[country].supervisor!;
    const made = done(await accuse(peer, 'accuseColleague', { caseId: ids.caseId, accusedId }));
    expect(made.version).toBe(1);
    expect([...new Set(await since('supervisor', supervisor))]).toEqual([]);
    const { data } = await supervisor.query('query ($id: ID!) { case(id: $id) { id } node(id: $id) { id } }', {
      id: ids.caseId,
    });
    expect(data).toEqual({ case: null, node: null });
  });

  it('the peer who made it and the case managers work on; nobody else finds anything', async () => {
    expect(new Set(await since('field-worker', peer))).toEqual(expect.objectContaining({}));
    const { data } = await peer.query('query ($id: ID!) { case(id: $id) { restrictedAt restrictionReason } }', {
      id: ids.caseId,
    });
    expect(data.case).toEqual({ restrictedAt: expect.any(String), restrictionReason: 'ACCUSED_COLLEAGUE' });
    const manager = await world.as('case-manager', country);
    expect(await since('case-manager', manager)).toContain('Case');
    for (const name of ['field-worker-2', 'partner-admin', 'me-officer', 'service-provider', 'case-manager-2'])
      expect([name, await since(name, await world.as(name, country))]).toEqual([name, []]);
  });

  it('the privacy officer hears that a supervisor is needed, and names one; never who is accused', async () => {
    const officer = await world.as('privacy-officer', country);
    const { data } = await officer.query('{ notices(first: 1) { edges { node { kind } } } }');
    expect(data.notices.edges).toEqual([{ node: { kind: 'SUPERVISOR_NEEDED' } }]);
    const { caseId } = ids;
    const name = (memberId: string | undefined, client = officer): Promise<Acted<Shown>> =>
      admit(client, 'admitToCase', { caseId, memberId });
    expect(told(await name(world.account[country].supervisor))).toEqual(['INVALID_INPUT memberId']);
    expect(told(await name(world.account[country]['case-manager-2']))).toEqual(['INVALID_INPUT memberId']);
    expect(told(await name('0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00'))).toEqual(['NOT_FOUND memberId']);
    expectForbidden(await name(world.account[country]['field-worker-2'], peer));
    const member = done(await name(world.account[country]['field-worker-2']));
    const other = await world.as('field-worker-2', country);
    const { data: notice } = await other.query('{ notices(first: 1) { edges { node { kind } } } }');
    expect(notice.notices.edges).toEqual([{ node: { kind: 'CASE_RESTRICTED' } }]);
    done(await admit(officer, 'removeFromCase', { id: member.id, expectedVersion: member.version }));
    const shut = await supervisor.query('{ notices(first: 20) { edges { node { kind displayId } } } }');
    expect(shut.data.notices.edges).toEqual([]);
  });

  it('is not changed by the accused either, with the bytes of a case that there is not', async () => {
    const change = { id: ids.caseId, expectedVersion: 1, riskLevel: 'LOW' };
    const theirs = await actCase(supervisor, 'updateCase', change);
    const nobodys = await actCase(supervisor, 'updateCase', { ...change, id: '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00' });
    expect(told(nobodys)).toEqual(['NOT_FOUND id']);
    expect(theirs.answer.text).toBe(nobodys.answer.text);
    const grant = actor<Shown>('accessGrant', 'id');
    const taken = await grant(supervisor, 'takeAccess', { caseId: ids.caseId, reason: 'I want to know.' });
    expect(told(taken)).toEqual(['NOT_FOUND caseId']);
  });

  it('stays restricted while the accusation stands; then it takes two to open it', async () => {
    const manager = await world.as('case-manager', country);
    const version = async (): Promise<number> => {
      const { data } = await manager.query('query ($id: ID!) { case(id: $id) { version } }', { id: ids.caseId });
      return data.case.version as number;
    };
    const reason = 'It was somebody else.';
    const ask = async (): Promise<Acted<Shown>> =>
      actCase(manager, 'askToOpenCase', { id: ids.caseId, expectedVersion: await version(), reason });
    expect(told(await ask())).toEqual(['ACCUSATION_STANDS']);
    const { data } = await manager.query(
      'query ($id: ID!) { case(id: $id) { accusedColleagues { edges { node { id version accused { name } } } } } }',
      { id: ids.caseId },
    );
    const [accusation] = data.case.accusedColleagues.edges;
    expect(accusation.node.accused).toEqual({ name: `supervisor ${country}` });
    const { id, version: expectedVersion } = accusation.node;
    const withdrawal = { id, expectedVersion, withdrawnReason: reason };
    done(await accuse(manager, 'withdrawAccusation', withdrawal));
    const again = { ...withdrawal, expectedVersion: expectedVersion + 1 };
    expect(told(await accuse(manager, 'withdrawAccusation', again))).toEqual(['SAME_PERSON']);
    done(await accuse(await world.as('privacy-officer', country), 'withdrawAccusation', again));
    done(await ask());
    const open = { id: ids.caseId, expectedVersion: await version() };
    expect(told(await actCase(supervisor, 'openCase', open))).toEqual(['NOT_FOUND id']);
    const memberId = world.account[country].supervisor;
    const twice = { caseId: ids.caseId, displayId: 'ZA-0000', memberId };
    expect(told(await admit(manager, 'admitToCase', { memberId }))).toEqual(['INVALID_INPUT caseId']);
    expect(told(await admit(manager, 'admitToCase', twice))).toEqual(['INVALID_INPUT displayId']);
    const elsewhere = { displayId: 'ZA-0000', memberId };
    expect(told(await admit(manager, 'admitToCase', elsewhere))).toEqual(['NOT_FOUND displayId']);
    done(await admit(manager, 'admitToCase', { caseId: ids.caseId, memberId }));
    expect(done(await actCase(supervisor, 'openCase', open)).restrictedAt).toBeNull();
    expect(await since('supervisor', supervisor)).toContain('Case');
    const history = await supervisor.query(
      'query ($id: ID!) { case(id: $id) { accusedColleagues { totalCount } history { edges { node { action } } } } }',
      { id: ids.caseId },
    );
    expect(history.data.case.accusedColleagues.totalCount).toBe(0);
    expect(history.text).not.toContain('accuseColleague');
  });

  it('holds for all that the organisation does for the survivor, now and later, and whatever became of it', async () => {
    const accusedId = world.account[country]['field-worker'];
    const manager = await world.as('case-manager', country);
    const consent = { id: randomUUID(), purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN' };
    const first = await register(peer, { consents: [consent] });
    const survivorId = first.survivor!.id;
    const of = { survivor: undefined, survivorId, consents: [] };
    const second = await register(manager, of);
    done(await accuse(supervisor, 'accuseColleague', { caseId: first.id, accusedId }));
    const third = await register(manager, of);
    expect(told(await accuse(supervisor, 'accuseColleague', { caseId: first.id, accusedId }))).toEqual([
      'ALREADY_EXISTS accusedId',
    ]);
    const { data } = await peer.query(
      'query ($ids: [ID!]!, $s: ID!, $c: ID!) { nodes(ids: $ids) { id } survivor(id: $s) { id } consent(id: $c) { id } }',
      { ids: [first.id, second.id, third.id], s: survivorId, c: consent.id },
    );
    expect(data).toEqual({ nodes: [null, null, null], survivor: null, consent: null });
    const actConsent = actor<Shown>('consent', 'id');
    expect(told(await actConsent(peer, 'withdrawConsent', { consentId: consent.id }))).toEqual(['NOT_FOUND consentId']);
    // To end the work first does not keep anybody in.
    const other = await register(peer, { consents: [{ ...consent, id: randomUUID() }] });
    done(
      await actConsent(peer, 'recordConsent', {
        survivorId: other.survivor!.id,
        ...consent,
        id: undefined,
        decision: 'REFUSED',
      }),
    );
    done(await accuse(supervisor, 'accuseColleague', { caseId: other.id, accusedId }));
    const gone = await peer.query('query ($id: ID!) { case(id: $id) { id } }', { id: other.id });
    expect(gone.data.case).toBeNull();
  });

  it('is never left without who has it, or without who supervises it', async () => {
    const manager = await world.as('case-manager', country);
    const record = await register(manager, {});
    done(
      await actCase(supervisor, 'restrictCase', {
        id: record.id,
        expectedVersion: record.version,
        restrictionReason: 'OTHER',
      }),
    );
    const { data } = await supervisor.query(
      'query ($id: ID!) { case(id: $id) { members { edges { node { id version member { id role } } } } } }',
      { id: record.id },
    );
    const members = data.case.members.edges as { node: Shown & { member: { role: string } } }[];
    expect(members.length).toBe(2);
    for (const { node } of members)
      expect(told(await admit(supervisor, 'removeFromCase', { id: node.id, expectedVersion: node.version }))).toEqual([
        'INVALID_INPUT id',
      ]);
  });

  it('a child’s is restricted from the beginning, and is given to nobody but a colleague there', async () => {
    const consent = { purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN', guardianAbsence: 'NO_GUARDIAN' };
    const child = { survivor: { genderIdentity: 'WOMAN', ageBand: 'UNDER_18' }, consents: [consent] };
    const record = await register(peer, child);
    const seen = async (name: string): Promise<boolean> => {
      const { data } = await (
        await world.as(name, country)
      ).query('query ($id: ID!) { case(id: $id) { id } }', {
        id: record.id,
      });
      return data.case !== null;
    };
    for (const name of ['field-worker', 'case-manager', 'supervisor'])
      expect([name, await seen(name)]).toEqual([name, true]);
    for (const name of ['field-worker-2', 'partner-admin', 'me-officer', 'privacy-officer'])
      expect([name, await seen(name)]).toEqual([name, false]);
    const manager = await world.as('case-manager', country);
    const transfer = {
      id: record.id,
      expectedVersion: record.version,
      toOrganisationId: world.organisation[country].otherPartner,
    };
    expect(told(await actCase(manager, 'transferCase', transfer))).toEqual(['RESTRICTED']);
    const ownerId = world.account[country]['field-worker-2'];
    done(await actCase(manager, 'assignCase', { id: record.id, expectedVersion: record.version, ownerId }));
    expect(await seen('field-worker-2')).toBe(true);
  });

  it('a draft is seen by its maker and the supervisor alone', async () => {
    const draft = await register(peer, { draft: true });
    for (const name of inCountry) {
      const client = await world.as(name, country);
      const { data } = await client.query('query ($id: ID!) { case(id: $id) { id } }', { id: draft.id });
      expect([name, (data?.case ?? null) !== null]).toEqual([name, ['field-worker', 'supervisor'].includes(name)]);
    }
  });
});
