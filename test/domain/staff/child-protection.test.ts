/** A child's restricted case is open to the child-protection persons of the organisation, whenever they were named. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import { register, type CaseShown } from '../case/acts';
import type { CountryName, World } from '../world';
import { actStaff, notices, sees, staffMember, type StaffShown } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const accuse = actor<{ id: string }>('accusedColleague', 'id');
const consent = { purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN', guardianAbsence: 'NO_GUARDIAN' };
const child = { survivor: { genderIdentity: 'WOMAN', ageBand: 'UNDER_18' }, consents: [consent] };

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let peer: Client;
  let protector: Client;
  let supervisor: Client;
  let before: CaseShown;
  let accusing: CaseShown;
  const id = (): string => world.account[country]['field-worker-2']!;
  const name = async (childProtection: boolean, by = supervisor): Promise<Acted<StaffShown>> => {
    const version = (await staffMember(supervisor, id()))!.version;
    return actStaff(by, 'nameChildProtection', { id: id(), expectedVersion: version, childProtection });
  };

  beforeAll(async () => {
    peer = await world.as('field-worker', country);
    protector = await world.as('field-worker-2', country);
    supervisor = await world.as('supervisor', country);
    [before, accusing] = [await register(peer, child), await register(peer, child)];
    done(await accuse(supervisor, 'accuseColleague', { caseId: accusing.id, accusedId: id() }));
  });

  it('is named by the supervisor or the administrator, for an organisation of their own', async () => {
    for (const who of ['field-worker', 'case-manager', 'me-officer', 'privacy-officer'])
      expectForbidden(await name(true, await world.as(who, country)));
    const elsewhere = world.account[country]['case-manager-2'];
    const other = { id: elsewhere, expectedVersion: 1, childProtection: true };
    expect(told(await actStaff(supervisor, 'nameChildProtection', other))).toEqual(['NOT_FOUND id']);
    const admin = await world.as('partner-admin', country);
    const { version } = (await staffMember(admin, world.account[country]['partner-admin']))!;
    const self = { id: world.account[country]['partner-admin'], expectedVersion: version, childProtection: true };
    expect(told(await actStaff(admin, 'nameChildProtection', self))).toEqual(['INVALID_INPUT id']);
  });

  it('sees what is there already from then on, and what comes; never where accused, nor others’ cases', async () => {
    const adult = await register(peer, {});
    expect([await sees(protector, before.id), await sees(protector, accusing.id)]).toEqual([false, false]);
    done(await name(true, await world.as('partner-admin', country)));
    expect(await notices(protector)).toEqual(['CASE_RESTRICTED']);
    const after = await register(peer, child);
    const seen = await Promise.all([before, accusing, after, adult].map((one) => sees(protector, one.id)));
    expect(seen).toEqual([true, false, true, false]);
    done(await name(false));
    const left = await Promise.all([before, accusing, after].map((one) => sees(protector, one.id)));
    expect(left).toEqual([false, false, false]);
  });
});
