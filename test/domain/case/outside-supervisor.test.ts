/**
 * Where each supervisor of the organisation is accused, or there is none: one of another organisation, named by the
 * privacy officer, supervises the case in its coded part. Nobody else there sees anything, and the accused nothing at all.
 */
import { randomUUID } from 'node:crypto';
import { adminRows } from '../../support/admin';
import { openWorld, put, StaffMember } from '../../support/outside';
import { actor, done, expectForbidden, told } from '../acting';
import { actStaff, notices } from '../staff/acts';
import type { CountryName, World } from '../world';
import { register, step, uuidOf, type CaseShown } from './acts';
import { accuse, actMember, Outside, reason, seen } from './outside-supervisors';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const NOBODY = '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00';

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let at: Outside;
  beforeAll(async () => {
    at = await Outside.open(world, country);
  });

  it('the at.officer hears of it with the number of the case, and names a supervisor of another organisation by it', async () => {
    const record = await at.accusedCase();
    const { data } = await at.officer.query('{ notices(first: 1) { edges { node { kind displayId case { id } } } } }');
    expect(data.notices.edges).toEqual([
      { node: { kind: 'SUPERVISOR_NEEDED', displayId: record.displayId, case: null } },
    ]);
    // However it is typed.
    const member = done(
      await at.name({ displayId: record.displayId.toLowerCase().replace('-', ' ') }, at.account('supervisor-2')),
    );
    expect(member.member?.name).toBe(`supervisor-2 ${country}`);
    const outside = await at.freshly('supervisor-2');
    expect(await notices(outside)).toEqual(['CASE_RESTRICTED']);
    expect(await notices(at.peer)).toEqual([`OUTSIDE_SUPERVISOR_NAMED supervisor-2 ${country}`]);
    expect(await seen(outside, record.id)).toMatchObject({ status: 'REGISTERED' });
    done(await at.end(member));
  });

  it('is taken by the privacy at.officer alone, for a case that needs it, once, with a supervisor who can', async () => {
    const record = await at.accusedCase();
    for (const role of [
      'field-worker',
      'case-manager',
      'supervisor',
      'partner-admin',
      'me-officer',
      'service-provider',
    ])
      expectForbidden(await at.name(record, at.account('supervisor-2'), await world.as(role, country)));
    const refused = async (memberId: string | undefined): Promise<string[]> => told(await at.name(record, memberId));
    for (const wrong of ['case-manager-2', 'supervisor', 'field-worker', 'privacy-officer', 'service-provider-2'])
      expect([wrong, await refused(at.account(wrong))]).toEqual([wrong, ['INVALID_INPUT memberId']]);
    expect(await refused(world.account[country === 'za' ? 'mz' : 'za']['supervisor-2'])).toEqual([
      'NOT_FOUND memberId',
    ]);
    expect(await refused(NOBODY)).toEqual(['NOT_FOUND memberId']);
    const away = await world.arrange(country, (work) =>
      put(work, StaffMember, {
        ...{ name: 'Away', role: 'SUPERVISOR', active: false },
        organisationId: world.organisation[country].otherPartner,
      }),
    );
    expect(await refused(away)).toEqual(['INVALID_INPUT memberId']);
    for (const no of ['', 'ZA-000000', 'no number', '💥'])
      expect([no, told(await at.name({ displayId: no }, at.account('supervisor-2')))]).toEqual([
        no,
        [expect.stringMatching(/displayId/)],
      ]);
    const open = await register(at.peer);
    expect(told(await at.name(open, at.account('supervisor-2')))).toEqual(['NOT_RESTRICTED displayId']);
    const blank = { displayId: record.displayId, memberId: at.account('supervisor-2'), reason: ' ' };
    expect(told(await actMember(at.officer, 'nameOutsideSupervisor', blank))).toEqual([
      expect.stringMatching(/reason/),
    ]);
    const member = done(await at.name(record, at.account('supervisor-2')));
    for (const another of ['supervisor-2', 'supervisor-3'])
      expect(told(await at.name(record, at.account(another)))).toEqual(['ALREADY_EXISTS displayId']);
    done(await at.end(member));
  });

  it('sent again with its key it names nobody twice; of two at once one is named', async () => {
    const [again, atOnce] = [await at.accusedCase(), await at.accusedCase()];
    const input = { displayId: again.displayId, memberId: at.account('supervisor-2'), reason };
    const idempotencyKey = randomUUID();
    const [first, second] = [
      await actMember(at.officer, 'nameOutsideSupervisor', { ...input, idempotencyKey }),
      await actMember(at.officer, 'nameOutsideSupervisor', { ...input, idempotencyKey }),
    ];
    expect(done(second).id).toBe(done(first).id);
    const both = await Promise.all(['supervisor-2', 'supervisor-3'].map((one) => at.name(atOnce, at.account(one))));
    expect(both.map(told).sort()).toEqual([[], ['ALREADY_EXISTS displayId']]);
    for (const { record } of [first, ...both]) if (record) done(await at.end(record));
  });

  it('nobody is named from outside while a supervisor there can have it; an accused one is told as any who cannot', async () => {
    const record = await at.accusedCase();
    const another = await world.arrange(country, (work) =>
      put(work, StaffMember, {
        ...{ name: 'Dona Amélia', role: 'SUPERVISOR', active: true },
        organisationId: world.organisation[country].partner,
      }),
    );
    expect(told(await at.name(record, at.account('supervisor-2')))).toEqual(['SUPERVISOR_LEFT displayId']);
    await adminRows(world.database, `UPDATE ${country}.staff_member SET organisation_id = $2 WHERE id = $1`, [
      another,
      world.organisation[country].otherPartner,
    ]);
    await adminRows(
      world.database,
      `INSERT INTO ${country}.accused_colleague (id, version, created_at, updated_at, case_id, accused_id, data_key_id)
       SELECT gen_random_uuid(), 1, now(), now(), id, $2, data_key_id FROM ${country}."case" WHERE id = $1`,
      [uuidOf(record.id), another],
    );
    expect(told(await at.name(record, another))).toEqual(['INVALID_INPUT memberId']);
    done(await at.end(done(await at.name(record, at.account('supervisor-2')))));
  });

  it('an at.officer who is accused in it does not learn that there is such a case', async () => {
    const record = await at.accusedCase();
    await adminRows(
      world.database,
      `INSERT INTO ${country}.accused_colleague (id, version, created_at, updated_at, case_id, accused_id, data_key_id)
       SELECT gen_random_uuid(), 1, now(), now(), id, $2, data_key_id FROM ${country}."case" WHERE id = $1`,
      [uuidOf(record.id), at.account('privacy-officer')],
    );
    const theirs = await at.name(record, at.account('supervisor-2'));
    expect(told(theirs)).toEqual(['NOT_RESTRICTED displayId']);
    expect(theirs.answer.text).toBe(
      (await at.name({ displayId: 'ZA-000000' }, at.account('supervisor-2'))).answer.text,
    );
  });

  it('whoever was named sees the coded part in lists, by id and below it: no words, nobody recognisable, no health', async () => {
    const { record, outside, member } = await at.supervisedCase();
    const { data, errors } = await outside.query(
      `query ($id: ID!) {
        cases { totalCount edges { node { id } } }
        incidents { totalCount } survivors { totalCount } incidentNarratives { totalCount } caseNotes { totalCount }
        safeContacts { totalCount } perpetratorIdentities { totalCount }
        incidentDetails { totalCount }
        case(id: $id) {
          status survivor { ageBand demographics { birthYear } } owner { name }
          incidents { edges { node { violationTypes narrative { text } detail { occurredOn } } } }
          consents: survivor { consents { totalCount } }
          members { totalCount edges { node { member { name } } } }
          accusedColleagues { edges { node { accused { name } } } }
          notes { totalCount }
          history { edges { node { action } } }
        }
      }`,
      { id: record.id },
    );
    const { data: others } = await outside.query('{ staffMembers { edges { node { name } } } }');
    expect(errors.filter(({ extensions }) => extensions.code !== 'FORBIDDEN')).toEqual([]);
    expect(data.cases).toEqual({ totalCount: 1, edges: [{ node: { id: record.id } }] });
    expect([data.incidents.totalCount, data.survivors.totalCount]).toEqual([1, 1]);
    for (const none of ['incidentNarratives', 'caseNotes', 'safeContacts', 'perpetratorIdentities', 'incidentDetails'])
      expect([none, data[none].totalCount]).toEqual([none, 0]);
    const shown = data.case;
    expect(shown.incidents.edges).toEqual([{ node: { violationTypes: ['BEATING'], narrative: null, detail: null } }]);
    expect(shown.survivor.demographics).toBeNull();
    expect(shown.owner.name).toBe(`field-worker ${country}`);
    expect(shown.notes.totalCount).toBe(0);
    expect(shown.accusedColleagues.edges).toEqual([{ node: { accused: { name: `supervisor ${country}` } } }]);
    const staff = (others.staffMembers.edges as { node: { name: string } }[]).map(({ node }) => node.name).sort();
    const ours = ['case-manager', 'field-worker', 'supervisor', 'supervisor-2'].map((one) => `${one} ${country}`);
    expect(staff).toEqual(expect.arrayContaining(ours));
    for (const never of ['field-worker-2', 'partner-admin']) expect(staff).not.toContain(`${never} ${country}`);
    done(await at.end(member));
  });

  it('and takes the steps that take a second person, for the organisation whose case it is', async () => {
    const { record, outside, member } = await at.supervisedCase();
    const current = async (): Promise<CaseShown> => (await seen(outside, record.id))!;
    const assigned = await step(outside, 'assignCase', await current(), { ownerId: at.account('case-manager') });
    done(assigned);
    expect(told(await step(outside, 'assignCase', await current(), { ownerId: at.account('field-worker-2') }))).toEqual(
      ['NOT_FOUND ownerId'],
    );
    expect(told(await step(outside, 'assignCase', await current(), { ownerId: at.account('supervisor') }))).toEqual([
      'INVALID_INPUT ownerId',
    ]);
    expect(told(await step(outside, 'assignCase', await current(), { ownerId: at.account('supervisor-2') }))).toEqual([
      'INVALID_INPUT ownerId',
    ]);
    done(await step(at.manager, 'assessCase', await current(), { riskLevel: 'LOW' }));
    done(await step(at.manager, 'planCase', await current()));
    done(await step(at.manager, 'followUpCase', await current()));
    done(await step(at.manager, 'requestCaseClosure', await current(), { closureReason: 'NEEDS_MET' }));
    done(await step(outside, 'rejectCaseClosure', await current(), { reason: 'Not yet.' }));
    done(await step(at.manager, 'requestCaseClosure', await current(), { closureReason: 'NEEDS_MET' }));
    expect(done(await step(outside, 'approveCaseClosure', await current())).status).toBe('CLOSED');
    expect(done(await step(outside, 'reopenCase', await current(), { reason: 'It goes on.' })).status).toBe('REOPENED');
    const { data } = await outside.query(
      'query ($id: ID!) { case(id: $id) { incidents { edges { node { id version } } } } }',
      { id: record.id },
    );
    const { id: incidentId, version } = data.case.incidents.edges[0].node;
    const voiding = actor<{ id: string; version: number }>('voiding', 'id version');
    const voided = done(await voiding(outside, 'voidIncident', { incidentId, expectedVersion: version, reason }));
    done(await voiding(outside, 'restoreRecord', { id: voided.id, expectedVersion: voided.version, reason }));
    const grant = actor<{ id: string }>('accessGrant', 'id');
    expect(told(await grant(outside, 'takeAccess', { caseId: record.id, reason }))).toEqual(['NOT_ALLOWED caseId']);
    const handed = { fromId: at.account('case-manager'), toId: at.account('field-worker'), reason };
    expect(told(await actStaff(outside, 'handOverCases', handed))).toEqual(['INVALID_INPUT fromId']);
    expect(told(await at.end(member, outside))).toEqual(['INVALID_INPUT id']);
    done(await at.end(member));
    expect(await seen(outside, record.id)).toBeNull();
  });

  it('two say that an accusation is withdrawn, whoever was named among them; the case of the accused owner goes to nobody outside', async () => {
    const { record, outside, member } = await at.supervisedCase();
    const made = done(
      await accuse(outside, 'accuseColleague', { caseId: record.id, accusedId: at.account('field-worker') }),
    );
    expect(await seen(at.peer, record.id)).toBeNull();
    expect(await seen(at.manager, record.id, 'owner { id }')).toEqual({ owner: null });
    const withdrawal = { id: made.id, expectedVersion: 1, withdrawnReason: 'It was somebody else.' };
    done(await accuse(at.manager, 'withdrawAccusation', withdrawal));
    done(await accuse(outside, 'withdrawAccusation', { ...withdrawal, expectedVersion: 2 }));
    done(await at.end(member));
  });

  it('nobody else of either organisation sees anything of it, in lists, log, notices or history', async () => {
    const watched = ['supervisor', 'supervisor-3', 'case-manager-2', 'partner-admin', 'me-officer', 'field-worker-2'];
    const clients = await Promise.all(watched.map((one) => world.as(one, country)));
    const all = ['cases', 'incidents', 'survivors', 'notices', 'accessLogEntries', 'caseMembers', 'accusedColleagues']
      .concat(['consents', 'staffMembers', 'caseActivities', 'voidings'])
      // Of the log what is told of some record; that one counted a list is one's own doing.
      .map((list) => [list, list === 'accessLogEntries' ? ', filter: { recordId: { isNull: false } }' : ''])
      .map(([list, filter]) => `{ ${list}(first: 100${filter}) { totalCount edges { node { id } } } }`);
    const now = async (): Promise<unknown[]> =>
      Promise.all(
        clients.map((client) => Promise.all(all.map(async (one) => (await client.query(one)).data as unknown))),
      );
    for (const anonymous of [false, true]) {
      const record = anonymous
        ? await register(at.peer, { anonymous: true, survivor: undefined, consents: undefined })
        : await register(at.peer);
      done(await accuse(at.peer, 'accuseColleague', { caseId: record.id, accusedId: at.account('supervisor') }));
      const before = await now();
      const member = done(await at.name(record, at.account('supervisor-2')));
      const outside = await at.freshly('supervisor-2');
      const { data } = await outside.query(
        '{ accusedColleagues { edges { node { accused { id } } } } cases { totalCount } }',
      );
      expect([data.cases.totalCount, data.accusedColleagues.edges.length]).toEqual([1, 1]);
      done(
        await step(outside, 'assignCase', (await seen(outside, record.id))!, { ownerId: at.account('case-manager') }),
      );
      expect(await now()).toEqual(before);
      for (const client of clients) expect(await seen(client, record.id)).toBeNull();
      done(await at.end(member));
      expect(await now()).toEqual(before);
    }
  });
});
