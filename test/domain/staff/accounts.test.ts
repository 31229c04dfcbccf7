/**
 * What a colleague may do and what the account may do are one fact, whoever changes it and whichever database is asked;
 * and those above change it, never beyond their own level.
 */
import { asOwner } from '../../../src/database/connect';
import { identitySchema } from '../../../src/database/roles';
import { disableAccount, enableAccount } from '../../../src/identity/account.service';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done, expectForbidden, told } from '../acting';
import { register } from '../case/acts';
import type { CountryName, World } from '../world';
import { actStaff, notices, sees, signedIn, signInAgain, staffMember, type StaffShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const others = ['field-worker', 'case-manager', 'supervisor', 'me-officer', 'service-provider', 'privacy-officer'];

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let admin: Client;
  let supervisor: Client;
  const email = (name: string): string => `${name}@${country}.demo`;
  const at = async (name: string): Promise<StaffShown> => (await staffMember(admin, world.account[country][name]))!;
  const change = async (action: string, name: string, more: object = {}, by = admin) => {
    const { id, version } = await at(name);
    return actStaff(by, action, { id, expectedVersion: version, ...more });
  };
  const byCommand = (work: typeof disableAccount, name: string): Promise<boolean> =>
    asOwner(world.database.admin, identitySchema, (client) => work(client, email(name)));
  const enters = (name: string): Promise<string[]> => signInAgain(world.anyone, email(name), world.config.demoPassword);

  const freshly = (name: string): Promise<Client> => signedIn(world.anyone, email(name), world.config.demoPassword);

  beforeAll(async () => {
    admin = await world.as('partner-admin', country);
    supervisor = await world.as('supervisor', country);
  });

  it('an account that is disabled by command is inactive to the next request, and its tokens are dead', async () => {
    const peer = await world.as('field-worker-2', country);
    // Met before, so that the session is presumed to stand.
    for (const client of [admin, supervisor, peer])
      expect((await staffMember(client, world.account[country]['field-worker-2']))?.active).toBe(true);
    await byCommand(disableAccount, 'field-worker-2');
    const seen = await Promise.all(
      [admin, supervisor].map((one) => staffMember(one, world.account[country]['field-worker-2'])),
    );
    expect(seen.map((one) => one?.active)).toEqual([false, false]);
    const { errors } = await peer.query('{ cases(first: 1) { edges { node { id } } } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(await enters('field-worker-2')).toEqual(['SIGN_IN_FAILED']);
    expect(await notices(supervisor)).toEqual([`COLLEAGUE_LEFT field-worker-2 ${country}`]);
    const [trail] = await adminRows(
      world.database,
      `SELECT action, actor_role FROM ${country}.audit_event WHERE entity = 'StaffMember' ORDER BY at DESC LIMIT 1`,
    );
    expect(trail).toEqual({ action: 'followAccounts', actor_role: 'SYSTEM' });
    await byCommand(enableAccount, 'field-worker-2');
    expect((await at('field-worker-2')).active).toBe(true);
    expect(await enters('field-worker-2')).toEqual([]);
    const due = await adminRows(world.database, `SELECT id FROM identity.account WHERE staff_due`);
    expect(due).toEqual([]);
  });

  it('whoever signs in just then sees it too', async () => {
    await byCommand(disableAccount, 'field-worker-2');
    const { data } = await world.anyone.query(
      `mutation ($i: SignInInput!) { signIn(input: $i) { viewer { account { organisation { staff(first: 50) {
        edges { node { name active } } } } } } } }`,
      { i: { email: email('case-manager'), password: world.config.demoPassword } },
    );
    const staff = data.signIn.viewer.account.organisation.staff.edges as { node: { name: string; active: boolean } }[];
    expect(staff.filter(({ node }) => !node.active).map(({ node }) => node.name)).toEqual([
      `field-worker-2 ${country}`,
    ]);
    await byCommand(enableAccount, 'field-worker-2');
  });

  it('what the country could not be told yet is not shown meanwhile', async () => {
    // What a crash between the two databases leaves behind.
    const set = (status: string): Promise<unknown> =>
      adminRows(
        world.database,
        `UPDATE identity.account SET status = '${status}', staff_due = true WHERE email = '${email('field-worker-2')}'`,
      );
    await set('DISABLED');
    const seen = await Promise.all(
      Array.from({ length: 5 }, () => staffMember(supervisor, world.account[country]['field-worker-2'])),
    );
    expect(seen.map((one) => one?.active)).toEqual([false, false, false, false, false]);
    await set('ACTIVE');
    expect((await at('field-worker-2')).active).toBe(true);
  });

  it('an administrator lets a colleague in no longer, and in again; nobody themself, nobody elsewhere', async () => {
    const peer = await world.as('field-worker-2', country);
    const disabled = done(await change('disableStaffMember', 'field-worker-2'));
    expect(disabled.active).toBe(false);
    expect((await peer.query('{ viewer { account { name } } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await enters('field-worker-2')).toEqual(['SIGN_IN_FAILED']);
    done(await change('enableStaffMember', 'field-worker-2'));
    expect(await enters('field-worker-2')).toEqual([]);
    expect(told(await change('disableStaffMember', 'partner-admin'))).toEqual(['SAME_PERSON id']);
    const id = world.account[country]['case-manager-2'];
    expect(told(await actStaff(admin, 'disableStaffMember', { id, expectedVersion: 1 }))).toEqual(['NOT_FOUND id']);
    for (const name of others) {
      const client = await world.as(name, country);
      expectForbidden(await actStaff(client, 'disableStaffMember', { id, expectedVersion: 1 }));
      expectForbidden(await actStaff(client, 'changeStaffRole', { id, expectedVersion: 1, role: 'SUPERVISOR' }));
    }
  });

  it('another role ends the sessions and gives nothing beyond it; none above the one who gives it', async () => {
    const peer = await freshly('field-worker-2');
    const record = await register(peer, {});
    expect(await sees(peer, record.id)).toBe(true);
    for (const role of ['PRIVACY_OFFICER', 'ME_OFFICER', 'SECRETARIAT', 'OPERATOR'])
      expect(told(await change('changeStaffRole', 'field-worker-2', { role }))).toEqual(['NOT_ALLOWED role']);
    expect(told(await change('changeStaffRole', 'partner-admin', { role: 'SUPERVISOR' }))).toEqual(['SAME_PERSON id']);
    done(await change('changeStaffRole', 'field-worker-2', { role: 'SERVICE_PROVIDER' }));
    expect((await peer.query('{ viewer { account { name } } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const anew = await freshly('field-worker-2');
    expect((await anew.query('{ viewer { account { role } } }')).data.viewer.account.role).toBe('SERVICE_PROVIDER');
    const { data, errors } = await anew.query('query ($id: ID!) { case(id: $id) { id } }', { id: record.id });
    expect([data?.case ?? null, errors.length]).toEqual([null, 1]);
    expect(await notices(supervisor)).toEqual([`COLLEAGUE_LEFT field-worker-2 ${country}`]);
    done(await change('changeStaffRole', 'field-worker-2', { role: 'FIELD_WORKER' }));
  });

  it('an officer of the country who works in the organisation is above its administrator', async () => {
    const officer = world.account[country]['me-officer'];
    const here = world.organisation[country].partner;
    await adminRows(
      world.database,
      `UPDATE ${country}.staff_member SET organisation_id = '${here}' WHERE id = '${officer}'`,
    );
    expect(told(await change('disableStaffMember', 'me-officer'))).toEqual(['NOT_ALLOWED id']);
    expect(told(await change('changeStaffRole', 'me-officer', { role: 'FIELD_WORKER' }))).toEqual(['NOT_ALLOWED id']);
    await adminRows(
      world.database,
      `UPDATE ${country}.staff_member SET organisation_id = NULL WHERE id = '${officer}'`,
    );
  });

  it('a colleague moves when both organisations say so, and nothing of what they had comes along', async () => {
    const there = world.organisation[country].otherPartner;
    const peer = await freshly('field-worker-2');
    const record = await register(peer, {});
    await adminRows(
      world.database,
      `UPDATE ${country}.staff_member SET role = 'PARTNER_ADMIN' WHERE id = '${world.account[country]['case-manager-2']}';
       UPDATE identity.account SET role = 'PARTNER_ADMIN' WHERE id = '${world.account[country]['case-manager-2']}'`,
    );
    const otherAdmin = await world.as('case-manager-2', country);
    const { id } = await at('field-worker-2');
    expect(await staffMember(otherAdmin, id)).toBeNull();
    expect(told(await actStaff(otherAdmin, 'takeOnStaffMember', { id, expectedVersion: 1 }))).toEqual(['NOT_FOUND id']);
    expect(told(await change('releaseStaffMember', 'field-worker-2', { movingToId: there }))).toEqual([
      'CASES_LEFT id',
    ]);
    const handed = { fromId: id, toId: world.account[country]['case-manager'], reason: 'She moves.' };
    done(await actStaff(await world.as('supervisor', country), 'handOverCases', handed));
    const released = done(await change('releaseStaffMember', 'field-worker-2', { movingToId: there }));
    expect(await notices(otherAdmin)).toEqual([`COLLEAGUE_OFFERED field-worker-2 ${country}`]);
    // What is not theirs yet they do not change.
    const of = { id, expectedVersion: released.version };
    expect(told(await actStaff(otherAdmin, 'changeStaffRole', { ...of, role: 'SUPERVISOR' }))).toEqual([
      'NOT_FOUND id',
    ]);
    expect(told(await actStaff(admin, 'takeOnStaffMember', of))).toEqual(['NOT_ALLOWED id']);
    const moved = done(await actStaff(otherAdmin, 'takeOnStaffMember', of));
    expect((await peer.query('{ viewer { account { name } } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await staffMember(admin, id)).toBeNull();
    const anew = await freshly('field-worker-2');
    const { data } = await anew.query(
      'query ($id: ID!) { case(id: $id) { id } cases { totalCount } survivors { totalCount } }',
      {
        id: record.id,
      },
    );
    expect(data).toEqual({ case: null, cases: { totalCount: 0 }, survivors: { totalCount: 0 } });
    expect(moved.organisation?.id).toBeDefined();
    expect(
      (
        await adminRows(
          world.database,
          `SELECT organisation_id FROM identity.account WHERE email = '${email('field-worker-2')}'`,
        )
      )[0],
    ).toEqual({ organisation_id: there });
  });
});
