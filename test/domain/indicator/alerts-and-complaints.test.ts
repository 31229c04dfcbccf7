/** Emergency alerts, complaints, and whether survivors wished for them: counted by hand. */
import type { Client } from '../../support/app';
import { adminRows } from '../../support/admin';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import { act as onAlert, onResponder, raise, send, type AlertShown } from '../alert/acts';
import { actTransfer, rowsOf, services, step as stepCase, uuidOf, type CaseShown } from '../case/acts';
import { onWish, record as recordComplaint, walk, type ComplaintShown } from '../complaint/acts';
import type { World } from '../world';
import * as counting from './counting';
import { beaten, dated, firstOf, refuseToBeCounted, report, somebody, takeOut } from './recording';

let world: World;
let manager: Client;
let supervisor: Client;
let receiver: Client;
let officer: Client;
beforeAll(async () => {
  world = await openWorld();
  const roles = ['case-manager', 'supervisor', 'case-manager-2', 'me-officer'];
  const clients = await Promise.all(roles.map((role) => world.as(role, 'za')));
  [manager, supervisor, receiver, officer] = clients as [Client, Client, Client, Client];
});
afterAll(() => world?.close());

const told = (period: string, indicators: readonly string[], by: readonly string[] = [], client = officer) =>
  counting.told(client, period, indicators, { by });
const onSurvivor = actor<{ id: string }>('survivor', 'id');
const at = ({ id, version }: { id: string; version: number }): object => ({ id, expectedVersion: version });

describe('emergency alerts', () => {
  const raisedAt = '2024-01-31T21:59:59Z';
  const after = (minutes: number, seconds = 0): string =>
    new Date(Date.parse(raisedAt) + (minutes * 60 + seconds) * 1000).toISOString();
  const districtOf = async (urban: boolean): Promise<string> => {
    const [found] = await adminRows(world.database, 'SELECT id FROM za.district WHERE urban = $1 LIMIT 1', [urban]);
    return String(found?.id);
  };
  const raised = async (districtId: string): Promise<AlertShown> => {
    const one = done(await raise(manager, districtId));
    return done(await onAlert(manager, 'acknowledgeAlert', at(one)));
  };

  /** Acknowledged after five minutes; somebody was on site then, or nobody. */
  async function alert(urban: boolean, arrivedAt: string | null, raisedThen = raisedAt): Promise<AlertShown> {
    const taken = await raised(await districtOf(urban));
    const sent = done(await send(manager, taken, world.account.za['field-worker']!));
    if (arrivedAt) done(await onResponder(manager, 'recordAlertArrival', at(sent)));
    const onSiteDueAt = after(5 + (urban ? 60 : 180));
    await dated(world, 'emergency_alert', taken.id, { raisedAt: raisedThen, onSiteDueAt, arrivedAt });
    return taken;
  }

  it('are reached by the time of the district since they were acknowledged, unless they were false', async () => {
    await alert(true, after(65));
    await alert(true, after(65, 1));
    await alert(false, after(185));
    await alert(true, null);
    // Nobody answered it, and nobody was found.
    const unanswered = done(await raise(manager, await districtOf(false)));
    await dated(world, 'emergency_alert', unanswered.id, { raisedAt });
    const lost = await raised(await districtOf(true));
    done(await onAlert(manager, 'markAlertUnreachable', at(lost)));
    await dated(world, 'emergency_alert', lost.id, { raisedAt });
    const nothing = await raised(await districtOf(true));
    done(await onAlert(manager, 'markAlertFalse', at(nothing)));
    await dated(world, 'emergency_alert', nothing.id, { raisedAt });
    await alert(true, after(10), '2024-01-31T22:00:00Z');
    await counting.count(world);
    // 65, 66 and 185 minutes from the alert.
    expect(await told('202401', ['I13', 'I13b'])).toEqual({ I13: [2, 6, 33.3], I13b: [null, 3, 66] });
    expect(await told('202401', ['I13', 'I13b'], ['DISTRICT_KIND'])).toEqual({
      'I13 URBAN': [1, 4, 25],
      'I13 RURAL': [1, 2, 50],
      'I13b URBAN': [null, 2, 65.5],
      'I13b RURAL': [null, 1, 185],
    });
    expect(await told('202402', ['I13', 'I13b'])).toEqual({ I13: [1, 1, 100], I13b: [null, 1, 10] });
    expect(await told('202403', ['I13', 'I13b'])).toEqual({
      I13: [0, 0, 'NO_DENOMINATOR'],
      I13b: [null, 0, 'NO_DENOMINATOR'],
    });
  });
});

describe('an alert that a case came of', () => {
  let districtId: string;
  beforeAll(async () => {
    const [district] = await adminRows(world.database, 'SELECT id FROM za.district');
    districtId = String(district?.['id']);
  });

  async function caseOf(person: object): Promise<{ readonly alert: AlertShown; readonly survivor: string }> {
    const alert = done(await onAlert(manager, 'acknowledgeAlert', at(done(await raise(manager, districtId)))));
    const { survivor } = await report(manager, [{}], { ...person, source: 'EMERGENCY_ALERT', alertId: alert.id });
    return { alert, survivor: survivor?.id ?? '' };
  }

  async function ageBand({ id }: AlertShown): Promise<unknown> {
    await counting.count(world);
    const [kept] = await adminRows(
      world.database,
      `SELECT c.age_band AS band FROM za.indicator_share s JOIN za.indicator_cell c ON c.id = s.cell_id
       WHERE c.counting = 'alerts' AND s.root_id = $1`,
      [uuidOf(id)],
    );
    return kept?.['band'];
  }

  it('has the age of the survivor, since minors are in no published count', async () => {
    const child = somebody(2010);
    const consents = child.consents.map((one) => ({ ...one, mode: 'GUARDIAN' }));
    expect(await ageBand((await caseOf({ ...child, consents })).alert)).toBe('UNDER_18');
    const { alert, survivor } = await caseOf(somebody(1990));
    expect(await ageBand(alert)).toBe('AGE_35_49');
    const [{ version = 0 } = {}] = (await rowsOf(world, 'survivor', 'id = $1', [uuidOf(survivor)])) as {
      version?: number;
    }[];
    const demographics = { birthYear: 1970, exchangesSexForMoneyOrGoods: true };
    done(await onSurvivor(manager, 'updateSurvivor', { ...at({ id: survivor, version }), demographics }));
    expect(await ageBand(alert)).toBe('AGE_50_PLUS');
    expect(await counting.wrong(world)).toEqual([]);
  });
});

/** A case of somebody who wants to complain, or does not. */
async function asked(wish: string, incident: object = {}, more?: object, askedOn = '2022-01-10'): Promise<CaseShown> {
  const record = await report(manager, [incident], more);
  const said = { caseId: record.id, mechanismsExplained: true, wish, askedOn };
  done(await onWish(manager, 'recordComplaintWish', said));
  return record;
}
type Steps = readonly (readonly [string, object?])[];
const complained = async (record: CaseShown | null, values: object, steps: Steps = []): Promise<ComplaintShown> => {
  const of = record ? { caseId: record.id } : { about: 'POLICY' };
  return walk(manager, done(await recordComplaint(manager, { ...of, ...values })), ...steps);
};
const registering = (registeredOn: string) => ['recordComplaintRegistration', { registeredOn }] as const;
const refusing = (refusedOn: string) => ['recordComplaintRefusal', { refusedOn, refusalReason: 'OTHER' }] as const;
const concluding = (concludedOn: string) => ['concludeComplaint', { conclusion: 'CONVICTION', concludedOn }] as const;

describe('complaints', () => {
  it('that were filed are registered, refused or neither; with their case, and with their incident', async () => {
    const filedOn = '2024-03-31';
    await complained(await asked('YES'), { filedOn }, [registering('2024-04-01')]);
    await complained(await asked('YES'), { filedOn }, [refusing('2024-04-01')]);
    await complained(await asked('YES'), { filedOn }, [refusing('2024-04-01'), registering('2024-04-10')]);
    await complained(await asked('YES'), { filedOn });
    await complained(null, { filedOn });
    // Prepared, taken out, and of what may not be counted.
    await complained(await asked('YES'), {});
    const mistaken = await asked('YES');
    await complained(mistaken, { filedOn });
    await takeOut(supervisor, 'Complaint', await firstOf(world, 'complaint', mistaken));
    await complained(await asked('YES', { consentReporting: false }), { filedOn }, [registering('2024-04-01')]);
    const withdrawn = await asked('YES', {}, somebody());
    await complained(withdrawn, { filedOn }, [registering('2024-04-01')]);
    await refuseToBeCounted(world, manager, withdrawn);
    const half = await report(manager, [beaten, { consentReporting: false }]);
    done(await onWish(manager, 'recordComplaintWish', { caseId: half.id, mechanismsExplained: true, wish: 'YES' }));
    const [silent] = await rowsOf(world, 'incident', 'case_id = $1 AND NOT consent_reporting', [uuidOf(half.id)]);
    await complained(half, { filedOn, incidentId: silent?.id });
    await complained(await asked('YES'), { filedOn: '2024-04-01' }, [registering('2024-04-01')]);
    await counting.count(world);
    expect(await told('202403', ['I22', 'I22b'])).toEqual({ I22: [2, 5, 40], I22b: [1, 5, 20] });
    expect(await told('202403', ['I22'], ['MECHANISM'])).toEqual({ 'I22 POLICE_STATION': [2, 5, 40] });
    expect(await told('202404', ['I22'])).toEqual({ I22: [1, 1, 100] });
    expect(await told('202402', ['I22'])).toEqual({ I22: [0, 0, 'NO_DENOMINATOR'] });
  });

  it('that were registered are concluded by now, or not yet', async () => {
    const filedOn = '2023-08-01';
    const steps = [registering('2023-08-31'), concluding('2026-01-10')];
    await complained(await asked('YES'), { filedOn }, steps);
    await complained(await asked('YES'), { filedOn }, [registering('2023-08-31')]);
    await complained(await asked('YES'), { filedOn }, [refusing('2023-08-31')]);
    await complained(await asked('YES'), { filedOn }, [
      registering('2023-08-31'),
      ['withdrawComplaint', { withdrawnOn: '2023-09-10' }],
    ]);
    await complained(await asked('YES'), { filedOn }, [registering('2023-09-01')]);
    await counting.count(world);
    expect(await told('202308', ['I23'])).toEqual({ I23: [1, 3, 33.3] });
    expect(await told('202308', ['I23'], ['CONCLUSION'])).toEqual({
      'I23 CONVICTION': [1, 1, 100],
      'I23 not known': [0, 2, 0],
    });
    expect(await told('202309', ['I23'])).toEqual({ I23: [0, 1, 0] });
  });

  it('are of whoever has the case, and of whoever complains about no survivor', async () => {
    const recipientId = world.organisation.za.otherPartner;
    const consents = [...somebody().consents, { ...services, recipientId }];
    const record = await asked('YES', {}, { ...somebody(), consents }, '2023-06-01');
    await complained(record, { filedOn: '2023-06-01' });
    await complained(null, { filedOn: '2023-06-01' });
    await counting.count(world);
    expect(await told('202306', ['I22', 'I22c'], ['ORGANISATION'])).toEqual({
      'I22 Partner': [0, 2, 0],
      'I22c Partner': [1, 1, 100],
    });
    expect(await told('202306', ['I22'], [], manager)).toEqual({ I22: [0, 2, 0] });
    const [held] = await rowsOf(world, 'case', 'id = $1', [uuidOf(record.id)]);
    const now = { ...record, version: Number(held?.version) };
    done(await stepCase(manager, 'transferCase', now, { toOrganisationId: recipientId }));
    done(await actTransfer(receiver, 'acceptCaseTransfer', at(await firstOf(world, 'case_transfer', record))));
    await counting.count(world);
    expect(await told('202306', ['I22', 'I22c'], ['ORGANISATION'])).toEqual({
      'I22 Partner': [0, 1, 0],
      'I22 Other partner': [0, 1, 0],
      'I22c Other partner': [1, 1, 100],
    });
  });
});

describe('wishes', () => {
  it('are what the survivor said last, on the day of that', async () => {
    const inMay = (wish: string, incident: object = {}) => asked(wish, incident, undefined, '2024-05-31');
    await complained(await inMay('YES'), { filedOn: '2024-06-20' });
    await complained(await inMay('YES'), {});
    await inMay('YES');
    await inMay('NO');
    await complained(await inMay('YES', { consentReporting: false }), { filedOn: '2024-06-20' });
    const changed = await inMay('YES');
    const wish = await firstOf(world, 'complaint_wish', changed);
    done(await onWish(manager, 'changeComplaintWish', { ...at(wish), wish: 'NO', askedOn: '2024-06-30' }));
    const later = await inMay('NO');
    const other = await firstOf(world, 'complaint_wish', later);
    done(await onWish(manager, 'changeComplaintWish', { ...at(other), wish: 'YES', askedOn: '2024-07-01' }));
    const mistaken = await inMay('YES');
    await complained(mistaken, { filedOn: '2024-06-20' });
    await takeOut(supervisor, 'Complaint', await firstOf(world, 'complaint', mistaken));
    await counting.count(world);
    expect(await told('202405', ['I22c'])).toEqual({ I22c: [1, 4, 25] });
    expect(await told('202406', ['I22c'])).toEqual({ I22c: [0, 0, 'NO_DENOMINATOR'] });
    expect(await told('202407', ['I22c'])).toEqual({ I22c: [0, 1, 0] });
    await complained(later, { filedOn: '2024-07-02' });
    await counting.count(world);
    expect(await told('202407', ['I22c'])).toEqual({ I22c: [1, 1, 100] });
  });
});

it('keeps what it would count anew', async () => {
  expect(await counting.wrong(world)).toEqual([]);
});
