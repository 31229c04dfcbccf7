/** How the supervision of a case from another organisation ends, and that nobody learns of it who must not. */
import { adminRows } from '../../support/admin';
import { openWorld, sweepNow } from '../../support/outside';
import { done, told } from '../acting';
import { staffMember } from '../staff/acts';
import type { CountryName, World } from '../world';
import { register, step, uuidOf } from './acts';
import { accuse, actMember, Outside, reason, seen } from './outside-supervisors';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let at: Outside;
  beforeAll(async () => {
    at = await Outside.open(world, country);
  });

  const sweeping = (): Promise<number | null> => sweepNow(world, country, 'endOutsideSupervision');
  const needed = async (): Promise<number> => {
    const filter = 'filter: { kind: { eq: SUPERVISOR_NEEDED } }';
    return (await at.officer.query(`{ notices(${filter}) { totalCount } }`)).data.notices.totalCount as number;
  };

  it('ends when the case is open to a supervisor of its own again, who learns nothing of who was named', async () => {
    const { record, outside, member } = await at.supervisedCase();
    const accusation = await at.manager.query(
      'query ($id: ID!) { case(id: $id) { accusedColleagues { edges { node { id } } } } }',
      { id: record.id },
    );
    const { id } = accusation.data.case.accusedColleagues.edges[0].node;
    done(await accuse(at.manager, 'withdrawAccusation', { id, expectedVersion: 1, withdrawnReason: 'Wrongly.' }));
    done(await accuse(at.officer, 'withdrawAccusation', { id, expectedVersion: 2, withdrawnReason: 'Wrongly.' }));
    done(await actMember(at.manager, 'admitToCase', { caseId: record.id, memberId: at.account('supervisor') }));
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
    const theirs = await at.manager.query(
      `query ($id: ID!) { case(id: $id) { history { edges { node { action } } } notes { edges { node { text step } } } } }`,
      { id: record.id },
    );
    expect(theirs.text).toContain('nameOutsideSupervisor');
    expect(theirs.text).toContain(reason);
    expect(told(await at.end(member))).toEqual([]);
  });

  it('ends when the case is opened to the organisation', async () => {
    const { record, outside } = await at.supervisedCase();
    await adminRows(world.database, `UPDATE ${country}.accused_colleague SET voided_at = now() WHERE case_id = $1`, [
      uuidOf(record.id),
    ]);
    done(await step(at.manager, 'askToOpenCase', (await seen(at.manager, record.id))!, { reason }));
    // What comes last is done, and shows nothing any more.
    expect(told(await step(outside, 'openCase', (await seen(outside, record.id))!))).toEqual(['RECORD_OUT_OF_SIGHT']);
    expect(await seen(outside, record.id)).toBeNull();
    expect(await seen(await world.as('supervisor', country), record.id)).not.toBeNull();
  });

  it('ends when the at.officer says so, who is told that a supervisor is needed where another did', async () => {
    const { record, outside, member } = await at.supervisedCase();
    expect(told(await at.end(member, at.manager))).toEqual(['INVALID_INPUT id']);
    done(await at.end(member));
    expect(await seen(outside, record.id)).toBeNull();
    const { data } = await outside.query('{ cases { totalCount } staffMembers { edges { node { name } } } }');
    expect(data.cases.totalCount).toBe(0);
    const staff = data.staffMembers.edges as { node: { name: string } }[];
    expect(staff.map(({ node }) => node.name)).not.toContain(`case-manager ${country}`);
    // Again, to somebody else.
    done(await at.end(done(await at.name(record, at.account('supervisor-3')))));
  });

  test.each(['accused in it', 'disabled', 'given another role', 'moved'])(
    'ends when whoever was named is %s, and the at.officer is told',
    async (how) => {
      const { record, outside } = await at.supervisedCase();
      const before = await needed();
      const id = at.account('supervisor-2');
      const accounts = (values: string): Promise<unknown> =>
        adminRows(world.database, `UPDATE identity.account SET ${values}, staff_due = true WHERE id = $1`, [id]);
      if (how === 'accused in it')
        done(await accuse(at.manager, 'accuseColleague', { caseId: record.id, accusedId: id }));
      if (how === 'disabled') await accounts(`status = 'DISABLED'`);
      if (how === 'given another role') await accounts(`role = 'CASE_MANAGER'`);
      if (how === 'moved') await accounts(`organisation_id = '${world.organisation[country].partner}'`);
      const client = how === 'disabled' ? outside : await at.freshly('supervisor-2');
      expect(await seen(client, record.id)).toBeNull();
      await staffMember(at.manager, at.account('case-manager'));
      expect(await sweeping()).toBe(how === 'accused in it' ? 0 : 1);
      expect(await sweeping()).toBe(0);
      expect(await needed()).toBe(before + 1);
      const undone = `status = 'ACTIVE', role = 'SUPERVISOR', organisation_id = '${world.organisation[country].otherPartner}'`;
      await accounts(undone);
      expect(await seen(await at.freshly('supervisor-2'), record.id)).toBeNull();
    },
  );

  it('ends by itself when a case at.manager to whom it is open becomes a supervisor there', async () => {
    const { record, outside } = await at.supervisedCase();
    const promote = (role: string): Promise<unknown> =>
      adminRows(world.database, `UPDATE identity.account SET role = $2, staff_due = true WHERE id = $1`, [
        at.account('case-manager'),
        role,
      ]);
    await promote('SUPERVISOR');
    const before = await needed();
    await staffMember(at.peer, at.account('field-worker'));
    expect(await sweeping()).toBe(1);
    expect(await needed()).toBe(before);
    expect(await seen(outside, record.id)).toBeNull();
    await promote('CASE_MANAGER');
  });

  it('the at.officer hears of it too where the case was restricted before its supervisor was accused', async () => {
    const record = await register(at.peer, {
      survivor: { genderIdentity: 'WOMAN', ageBand: 'UNDER_18' },
      consents: [{ purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN', guardianAbsence: 'NO_GUARDIAN' }],
    });
    const before = await needed();
    done(await accuse(at.peer, 'accuseColleague', { caseId: record.id, accusedId: at.account('supervisor') }));
    expect(await needed()).toBe(before + 1);
    const member = done(await at.name(record, at.account('supervisor-2')));
    expect(await seen(await at.freshly('supervisor-2'), record.id)).toMatchObject({ status: 'REGISTERED' });
    done(await at.end(member));
  });
});
