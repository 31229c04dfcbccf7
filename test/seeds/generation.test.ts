/** The demonstration data are the same each time, enough, and show every state that there is. */
import '../../src/domain/all';
import { countryPlaces } from '../support/places';
import { countryAccounts, regionalAccounts } from '../../seeds/accounts';
import { Story } from '../../seeds/demo/story';
import { AdvocacyActivity } from '../../src/domain/advocacy/advocacy-activity.entity';
import { advocacyLifecycle } from '../../src/domain/advocacy/advocacy.lifecycle';
import { Complaint } from '../../src/domain/casework/complaint/complaint.entity';
import { complaintLifecycle } from '../../src/domain/casework/complaint/complaint.lifecycle';
import { CaseTransfer } from '../../src/domain/casework/transfer/case-transfer.entity';
import { Case } from '../../src/domain/casework/case/case.entity';
import { transferLifecycle } from '../../src/domain/casework/transfer/case-transfer.lifecycle';
import { caseLifecycle } from '../../src/domain/casework/case/case.lifecycle';
import { Consent } from '../../src/domain/casework/consent/consent.entity';
import { ConsentDecision } from '../../src/domain/casework/consent/consent.codes';
import { Incident } from '../../src/domain/casework/incident/incident.entity';
import { Organisation } from '../../src/domain/organisation/organisation.entity';
import { StaffMember } from '../../src/domain/organisation/staff-member.entity';
import { Referral } from '../../src/domain/casework/referral/referral.entity';
import { referralLifecycle } from '../../src/domain/casework/referral/referral.lifecycle';
import { Survivor } from '../../src/domain/casework/survivor/survivor.entity';
import { Training, TrainingParticipation } from '../../src/domain/training/training.entity';
import { trainingLifecycle } from '../../src/domain/training/training.lifecycle';
import type { ThingRecord } from '../../src/model/record';
import type { Constructor } from '../../src/model/thing';
import { by, countries, digest, tell } from './told';

const minima: readonly (readonly [Constructor<ThingRecord>, number])[] = [
  [Survivor, 60],
  [Case, 150],
  [Incident, 150],
  [Referral, 120],
  [Training, 40],
  [TrainingParticipation, 80],
  [AdvocacyActivity, 40],
];

describe.each(countries)('the demonstration data of %s', (code) => {
  const told = tell(code);
  const accounts = countryAccounts(new Story(code).world);
  const idOf = (address: string): string =>
    accounts.find(({ email }) => email === `${address}@${code.toLowerCase()}.demo`)?.id ?? 'nobody';

  it('are the same each time', () => {
    expect(digest(tell(code))).toBe(digest(told));
  });

  it('are as many as the contract says', () => {
    for (const [target, minimum] of minima)
      expect([target.name, told.of(target).length >= minimum]).toEqual([target.name, true]);
    const providers = told.of(Organisation).filter(({ services }) => services.length > 0);
    expect(providers.length).toBeGreaterThanOrEqual(7);
    expect(told.of(Organisation).length - providers.length).toBeGreaterThanOrEqual(4);
    expect(by(told.of(Incident), 'caseId').size).toBe(told.of(Case).length);
  });

  it('are spread over two years, more of them lately', () => {
    const months = by(
      told.of(Case).map(({ openedAt }) => ({ month: openedAt.slice(0, 7) })),
      'month',
    );
    expect(months.size).toBe(24);
    const opened = told
      .of(Case)
      .map(({ openedAt }) => openedAt)
      .sort();
    expect((opened[Math.floor(opened.length / 2)] as string) > '2025-07').toBe(true);
  });

  it('show every state of everything that the country’s profile allows', () => {
    const states = (rows: readonly { status: string }[]): string[] =>
      [...new Set(rows.map(({ status }) => status))].sort();
    // Where nothing crosses between organisations no case is handed over.
    const crosses = countryPlaces[code]?.country.crossOrganisationSharing !== 'NONE';
    expect(states(told.of(Case))).toEqual([...caseLifecycle.states].sort());
    expect(states(told.of(Referral))).toEqual([...referralLifecycle.states].sort());
    expect(states(told.of(CaseTransfer))).toEqual(crosses ? [...transferLifecycle.states].sort() : []);
    expect(states(told.of(Complaint))).toEqual([...complaintLifecycle.states].sort());
    expect(states(told.of(Training))).toEqual([...trainingLifecycle.states].sort());
    const stages = told.of(AdvocacyActivity).map(({ stage }) => ({ status: stage }));
    expect(states(stages)).toEqual([...advocacyLifecycle.states].sort());
    const decisions = told.of(Consent).map(({ decision }) => ({ status: decision }));
    expect(states(decisions)).toEqual([...ConsentDecision.codes].sort());
  });

  it('give every account of the contract to a colleague who is there', () => {
    const expected = [
      'case-manager',
      'case-manager-2',
      'field-worker',
      'me-officer',
      'partner-admin',
      'privacy-officer',
      'service-provider',
      'supervisor',
    ];
    expect(accounts.map(({ email }) => email).sort()).toEqual(
      expected.map((name) => `${name}@${code.toLowerCase()}.demo`).sort(),
    );
    const staff = new Map(told.of(StaffMember).map((member) => [member.id, member]));
    for (const { id, name, role, organisationId } of accounts)
      expect(staff.get(id)).toMatchObject({ name, role, organisationId });
    expect(new Set(told.of(StaffMember).map(({ name }) => name)).size).toBe(told.of(StaffMember).length);
    expect(staff.get(idOf('case-manager-2'))?.organisationId).not.toBe(staff.get(idOf('case-manager'))?.organisationId);
  });

  it('give every account something to do', () => {
    const cases = told.of(Case);
    const owned = (address: string): number => cases.filter(({ ownerId }) => ownerId === idOf(address)).length;
    expect(owned('field-worker')).toBeGreaterThanOrEqual(8);
    expect(owned('case-manager')).toBeGreaterThanOrEqual(12);
    expect(owned('case-manager-2')).toBeGreaterThanOrEqual(8);
    const organisation = accounts.find(({ id }) => id === idOf('supervisor'))?.organisationId;
    const waiting = cases.filter(
      ({ status, organisationId }) => status === 'CLOSURE_REQUESTED' && organisationId === organisation,
    );
    expect(waiting.length).toBeGreaterThanOrEqual(1);
    const provider = accounts.find(({ id }) => id === idOf('service-provider'))?.organisationId;
    const received = by(
      told.of(Referral).filter(({ toOrganisationId }) => toOrganisationId === provider),
      'status',
    );
    for (const status of ['REQUESTED', 'ACCEPTED', 'IN_SERVICE', 'COMPLETED'] as const) {
      expect(received.get(status)?.length ?? 0).toBeGreaterThanOrEqual(3);
    }
  });

  it('name nothing twice that is unique', () => {
    expect(new Set(told.of(Case).map(({ displayId }) => displayId)).size).toBe(told.of(Case).length);
    expect(new Set(told.of(Survivor).map(({ survivorCode }) => survivorCode)).size).toBe(told.of(Survivor).length);
    for (const { displayId } of told.of(Case)) expect(displayId).toMatch(new RegExp(`^${code}-[0-9A-HJKMNP-TV-Z]{6}$`));
  });
});

it('the region has its three accounts', () => {
  expect(regionalAccounts().map(({ email, country }) => [email, country])).toEqual([
    ['secretariat@region.demo', null],
    ['analyst@region.demo', null],
    ['operator@region.demo', null],
  ]);
});

it('a larger scale makes more of everything but organisations, colleagues and accounts', () => {
  const [one, three] = [tell('BW'), tell('BW', 3)];
  for (const target of [Case, Training, AdvocacyActivity]) {
    expect(three.of<ThingRecord>(target).length).toBe(3 * one.of<ThingRecord>(target).length);
  }
  for (const target of [Organisation, StaffMember]) {
    expect(three.of<ThingRecord>(target)).toEqual(one.of<ThingRecord>(target));
  }
});
