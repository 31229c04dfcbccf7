/**
 * Where each supervisor of the organisation is accused, or there is none: one of another organisation, named by the
 * privacy officer, supervises the case in its coded part. Nobody else there sees anything, and the accused nothing at all.
 */
import { StaffMember } from '../../../src/domain/organisation/staff-member.entity';
import { allSweeps, sweepOnce } from '../../../src/writing/sweep';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { put } from '../../support/arranging';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import { actStaff, notices, signedIn, staffMember } from '../staff/acts';
import { openWorld, type CountryName, type World } from '../world';
import { register, step, uuidOf, type CaseShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface MemberShown {
  readonly id: string;
  readonly version: number;
  readonly endedAt: string | null;
  readonly member: { readonly id: string; readonly name: string } | null;
}
const actMember = actor<MemberShown>('caseMember', 'id version endedAt member { id name }');
const accuse = actor<{ id: string; version: number }>('accusedColleague', 'id version');

const NOBODY = '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00';
const reason = 'Nobody else there can have it.';

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let peer: Client;
  let manager: Client;
  let officer: Client;
  const freshly = (name: string): Promise<Client> =>
    signedIn(world.anyone, `${name}@${country}.demo`, world.config.demoPassword);
  const account = (name: string): string => world.account[country][name]!;

  beforeAll(async () => {
    [peer, manager, officer] = (await Promise.all(
      ['field-worker', 'case-manager', 'privacy-officer'].map((name) => world.as(name, country)),
    )) as [Client, Client, Client];
  });

  const seen = async (client: Client, id: string, fields = 'id version status'): Promise<CaseShown | null> => {
    const { data } = await client.query(`query ($id: ID!) { case(id: $id) { ${fields} } }`, { id });
    return (data?.case ?? null) as CaseShown | null;
  };
  const name = (displayId: string, memberId: string | undefined, by = officer): Promise<Acted<MemberShown>> =>
    actMember(by, 'nameOutsideSupervisor', { displayId, memberId, reason });

  /** A case whose only supervisor is accused, with its number as the notice tells it. */
  async function accusedCase(): Promise<{ record: CaseShown; displayId: string }> {
    const record = await register(peer, {
      incidents: [{ violationTypes: ['BEATING'], consentReporting: true, narrative: { text: 'What they told.' } }],
    });
    done(await accuse(peer, 'accuseColleague', { caseId: record.id, accusedId: account('supervisor') }));
    return { record, displayId: record.displayId };
  }
  /** The same, with the supervisor of the other organisation named to it. */
  async function supervisedCase() {
    const { record, displayId } = await accusedCase();
    const member = done(await name(displayId, account('supervisor-2')));
    return { record, displayId, member, outside: await freshly('supervisor-2') };
  }
  const end = async ({ id }: Pick<MemberShown, 'id'>, by = officer): Promise<Acted<MemberShown>> => {
    const { data } = await by.query('query ($id: ID!) { caseMember(id: $id) { version } }', { id });
    return actMember(by, 'removeFromCase', { id, expectedVersion: data.caseMember.version });
  };

  it('the officer hears of it with the number of the case, and names a supervisor of another organisation by it', async () => {
    const { record, displayId } = await accusedCase();
    const { data } = await officer.query('{ notices(first: 1) { edges { node { kind displayId case { id } } } } }');
    expect(data.notices.edges).toEqual([{ node: { kind: 'SUPERVISOR_NEEDED', displayId, case: null } }]);
    // However it is typed.
    const member = done(await name(displayId.toLowerCase().replace('-', ' '), account('supervisor-2')));
    expect(member.member?.name).toBe(`supervisor-2 ${country}`);
    const outside = await freshly('supervisor-2');
    expect(await notices(outside)).toEqual(['CASE_RESTRICTED']);
    expect(await notices(peer)).toEqual([`OUTSIDE_SUPERVISOR_NAMED supervisor-2 ${country}`]);
    expect(await seen(outside, record.id)).toMatchObject({ status: 'REGISTERED' });
    done(await end(member));
  });

  it('is taken by the privacy officer alone, for a case that needs it, once, with a supervisor who can', async () => {
    const { displayId } = await accusedCase();
    for (const role of [
      'field-worker',
      'case-manager',
      'supervisor',
      'partner-admin',
      'me-officer',
      'service-provider',
    ])
      expectForbidden(await name(displayId, account('supervisor-2'), await world.as(role, country)));
    const refused = async (memberId: string | undefined): Promise<string[]> => told(await name(displayId, memberId));
    for (const wrong of ['case-manager-2', 'supervisor', 'field-worker', 'privacy-officer', 'service-provider-2'])
      expect([wrong, await refused(account(wrong))]).toEqual([wrong, ['INVALID_INPUT memberId']]);
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
      expect([no, told(await name(no, account('supervisor-2')))]).toEqual([no, [expect.stringMatching(/displayId/)]]);
    const open = await register(peer);
    expect(told(await name(open.displayId, account('supervisor-2')))).toEqual(['NOT_RESTRICTED displayId']);
    const blank = { displayId, memberId: account('supervisor-2'), reason: ' ' };
    expect(told(await actMember(officer, 'nameOutsideSupervisor', blank))).toEqual([expect.stringMatching(/reason/)]);
    const member = done(await name(displayId, account('supervisor-2')));
    for (const another of ['supervisor-2', 'supervisor-3'])
      expect(told(await name(displayId, account(another)))).toEqual(['ALREADY_EXISTS displayId']);
    done(await end(member));
  });

  it('nobody is named from outside while a supervisor there can have it; an accused one is told as any who cannot', async () => {
    const { record, displayId } = await accusedCase();
    const another = await world.arrange(country, (work) =>
      put(work, StaffMember, {
        ...{ name: 'Dona Amélia', role: 'SUPERVISOR', active: true },
        organisationId: world.organisation[country].partner,
      }),
    );
    expect(told(await name(displayId, account('supervisor-2')))).toEqual(['SUPERVISOR_LEFT displayId']);
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
    expect(told(await name(displayId, another))).toEqual(['INVALID_INPUT memberId']);
    done(await end(done(await name(displayId, account('supervisor-2')))));
  });

  it('an officer who is accused in it does not learn that there is such a case', async () => {
    const { record, displayId } = await accusedCase();
    await adminRows(
      world.database,
      `INSERT INTO ${country}.accused_colleague (id, version, created_at, updated_at, case_id, accused_id, data_key_id)
       SELECT gen_random_uuid(), 1, now(), now(), id, $2, data_key_id FROM ${country}."case" WHERE id = $1`,
      [uuidOf(record.id), account('privacy-officer')],
    );
    const theirs = await name(displayId, account('supervisor-2'));
    expect(told(theirs)).toEqual(['NOT_RESTRICTED displayId']);
    expect(theirs.answer.text).toBe((await name('ZA-000000', account('supervisor-2'))).answer.text);
  });

  it('whoever was named sees the coded part in lists, by id and below it: no words, nobody recognisable, no health', async () => {
    const { record, outside, member } = await supervisedCase();
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
    done(await end(member));
  });

  it('and takes the steps that take a second person, for the organisation whose case it is', async () => {
    const { record, outside, member } = await supervisedCase();
    const at = async (): Promise<CaseShown> => (await seen(outside, record.id))!;
    const assigned = await step(outside, 'assignCase', await at(), { ownerId: account('case-manager') });
    done(assigned);
    expect(told(await step(outside, 'assignCase', await at(), { ownerId: account('field-worker-2') }))).toEqual([
      'NOT_FOUND ownerId',
    ]);
    expect(told(await step(outside, 'assignCase', await at(), { ownerId: account('supervisor') }))).toEqual([
      'INVALID_INPUT ownerId',
    ]);
    expect(told(await step(outside, 'assignCase', await at(), { ownerId: account('supervisor-2') }))).toEqual([
      'INVALID_INPUT ownerId',
    ]);
    done(await step(manager, 'assessCase', await at(), { riskLevel: 'LOW' }));
    done(await step(manager, 'planCase', await at()));
    done(await step(manager, 'followUpCase', await at()));
    done(await step(manager, 'requestCaseClosure', await at(), { closureReason: 'NEEDS_MET' }));
    done(await step(outside, 'rejectCaseClosure', await at(), { reason: 'Not yet.' }));
    done(await step(manager, 'requestCaseClosure', await at(), { closureReason: 'NEEDS_MET' }));
    expect(done(await step(outside, 'approveCaseClosure', await at())).status).toBe('CLOSED');
    expect(done(await step(outside, 'reopenCase', await at(), { reason: 'It goes on.' })).status).toBe('REOPENED');
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
    const handed = { fromId: account('case-manager'), toId: account('field-worker'), reason };
    expect(told(await actStaff(outside, 'handOverCases', handed))).toEqual(['INVALID_INPUT fromId']);
    expect(told(await end(member, outside))).toEqual(['INVALID_INPUT id']);
    done(await end(member));
    expect(await seen(outside, record.id)).toBeNull();
  });

  it('two say that an accusation is withdrawn, whoever was named among them; the case of the accused owner goes to nobody outside', async () => {
    const { record, outside, member } = await supervisedCase();
    const made = done(
      await accuse(outside, 'accuseColleague', { caseId: record.id, accusedId: account('field-worker') }),
    );
    expect(await seen(peer, record.id)).toBeNull();
    expect(await seen(manager, record.id, 'owner { id }')).toEqual({ owner: null });
    const withdrawal = { id: made.id, expectedVersion: 1, withdrawnReason: 'It was somebody else.' };
    done(await accuse(manager, 'withdrawAccusation', withdrawal));
    done(await accuse(outside, 'withdrawAccusation', { ...withdrawal, expectedVersion: 2 }));
    done(await end(member));
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
      Promise.all(clients.map((client) => Promise.all(all.map(async (one) => (await client.query(one)).data))));
    for (const anonymous of [false, true]) {
      const record = anonymous
        ? await register(peer, { anonymous: true, survivor: undefined, consents: undefined })
        : await register(peer);
      done(await accuse(peer, 'accuseColleague', { caseId: record.id, accusedId: account('supervisor') }));
      const before = await now();
      const member = done(await name(record.displayId, account('supervisor-2')));
      const outside = await freshly('supervisor-2');
      const { data } = await outside.query(
        '{ accusedColleagues { edges { node { accused { id } } } } cases { totalCount } }',
      );
      expect([data.cases.totalCount, data.accusedColleagues.edges.length]).toEqual([1, 1]);
      done(await step(outside, 'assignCase', (await seen(outside, record.id))!, { ownerId: account('case-manager') }));
      expect(await now()).toEqual(before);
      for (const client of clients) expect(await seen(client, record.id)).toBeNull();
      done(await end(member));
      expect(await now()).toEqual(before);
    }
  });

  const sweeping = (): Promise<number | null> =>
    sweepOnce(
      world.app,
      world.app.countries.get(country.toUpperCase() as 'ZA')!,
      allSweeps.get('endOutsideSupervision')!,
    );
  const needed = async (): Promise<number> => {
    const filter = 'filter: { kind: { eq: SUPERVISOR_NEEDED } }';
    return (await officer.query(`{ notices(${filter}) { totalCount } }`)).data.notices.totalCount as number;
  };

  it('ends when the case is open to a supervisor of its own again, who learns nothing of who was named', async () => {
    const { record, outside, member } = await supervisedCase();
    const accusation = await manager.query(
      'query ($id: ID!) { case(id: $id) { accusedColleagues { edges { node { id } } } } }',
      { id: record.id },
    );
    const { id } = accusation.data.case.accusedColleagues.edges[0].node;
    done(await accuse(manager, 'withdrawAccusation', { id, expectedVersion: 1, withdrawnReason: 'Wrongly.' }));
    done(await accuse(officer, 'withdrawAccusation', { id, expectedVersion: 2, withdrawnReason: 'Wrongly.' }));
    done(await actMember(manager, 'admitToCase', { caseId: record.id, memberId: account('supervisor') }));
    expect(await seen(outside, record.id)).toBeNull();
    const supervisor = await world.as('supervisor', country);
    const { data, text, errors } = await supervisor.query(
      `query ($id: ID!) { case(id: $id) {
        history { edges { node { action actor { name } changes { field } } } }
        members(first: 50) { edges { node { member { name } history { edges { node { action } } } } } }
        notes(first: 50) { totalCount edges { node { text } } }
      } }`,
      { id: record.id },
    );
    expect(errors).toEqual([]);
    expect(data.case.members.edges.length).toBeGreaterThan(1);
    for (const secret of ['nameOutsideSupervisor', `supervisor-2 ${country}`, reason, 'accuseColleague'])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    // Who was there meanwhile reads it.
    const theirs = await manager.query(
      `query ($id: ID!) { case(id: $id) { history { edges { node { action } } } notes { edges { node { text step } } } } }`,
      { id: record.id },
    );
    expect(theirs.text).toContain('nameOutsideSupervisor');
    expect(theirs.text).toContain(reason);
    expect(told(await end(member))).toEqual([]);
  });

  it('ends when the case is opened to the organisation', async () => {
    const { record, outside } = await supervisedCase();
    await adminRows(world.database, `UPDATE ${country}.accused_colleague SET voided_at = now() WHERE case_id = $1`, [
      uuidOf(record.id),
    ]);
    done(await step(manager, 'askToOpenCase', (await seen(manager, record.id))!, { reason }));
    // What comes last is done, and shows nothing any more.
    expect(told(await step(outside, 'openCase', (await seen(outside, record.id))!))).toEqual(['RECORD_OUT_OF_SIGHT']);
    expect(await seen(outside, record.id)).toBeNull();
    expect(await seen(await world.as('supervisor', country), record.id)).not.toBeNull();
  });

  it('ends when the officer says so, who is told that a supervisor is needed where another did', async () => {
    const { record, displayId, outside, member } = await supervisedCase();
    expect(told(await end(member, manager))).toEqual(['INVALID_INPUT id']);
    done(await end(member));
    expect(await seen(outside, record.id)).toBeNull();
    const { data } = await outside.query('{ cases { totalCount } staffMembers { edges { node { name } } } }');
    expect(data.cases.totalCount).toBe(0);
    expect(data.staffMembers.edges.map(({ node }: { node: { name: string } }) => node.name)).not.toContain(
      `case-manager ${country}`,
    );
    // Again, to somebody else.
    done(await end(done(await name(displayId, account('supervisor-3')))));
  });

  test.each(['accused in it', 'disabled', 'given another role', 'moved'])(
    'ends when whoever was named is %s, and the officer is told',
    async (how) => {
      const { record, outside } = await supervisedCase();
      const before = await needed();
      const id = account('supervisor-2');
      const accounts = (values: string): Promise<unknown> =>
        adminRows(world.database, `UPDATE identity.account SET ${values}, staff_due = true WHERE id = $1`, [id]);
      if (how === 'accused in it') done(await accuse(manager, 'accuseColleague', { caseId: record.id, accusedId: id }));
      if (how === 'disabled') await accounts(`status = 'DISABLED'`);
      if (how === 'given another role') await accounts(`role = 'CASE_MANAGER'`);
      if (how === 'moved') await accounts(`organisation_id = '${world.organisation[country].partner}'`);
      const client = how === 'disabled' ? outside : await freshly('supervisor-2');
      expect(await seen(client, record.id)).toBeNull();
      await staffMember(manager, account('case-manager'));
      expect(await sweeping()).toBe(how === 'accused in it' ? 0 : 1);
      expect(await sweeping()).toBe(0);
      expect(await needed()).toBe(before + 1);
      const undone = `status = 'ACTIVE', role = 'SUPERVISOR', organisation_id = '${world.organisation[country].otherPartner}'`;
      await accounts(undone);
      expect(await seen(await freshly('supervisor-2'), record.id)).toBeNull();
    },
  );

  it('ends by itself when a case manager to whom it is open becomes a supervisor there', async () => {
    const { record, outside } = await supervisedCase();
    const promote = (role: string): Promise<unknown> =>
      adminRows(world.database, `UPDATE identity.account SET role = $2, staff_due = true WHERE id = $1`, [
        account('case-manager'),
        role,
      ]);
    await promote('SUPERVISOR');
    const before = await needed();
    await staffMember(peer, account('field-worker'));
    expect(await sweeping()).toBe(1);
    expect(await needed()).toBe(before);
    expect(await seen(outside, record.id)).toBeNull();
    await promote('CASE_MANAGER');
  });

  it('the officer hears of it too where the case was restricted before its supervisor was accused', async () => {
    const record = await register(peer, {
      survivor: { genderIdentity: 'WOMAN', ageBand: 'UNDER_18' },
      consents: [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN', guardianAbsence: 'NO_GUARDIAN' }],
    });
    const before = await needed();
    done(await accuse(peer, 'accuseColleague', { caseId: record.id, accusedId: account('supervisor') }));
    expect(await needed()).toBe(before + 1);
    const member = done(await name(record.displayId, account('supervisor-2')));
    expect(await seen(await freshly('supervisor-2'), record.id)).toMatchObject({ status: 'REGISTERED' });
    done(await end(member));
  });
});
