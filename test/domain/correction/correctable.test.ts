/**
 * Whatever a person enters can be corrected, and each correction stands in the history of what it corrected, with what
 * was there before. The fields are those of the declarations: one that is new is walked as well.
 */
import '../../../src/domain/all';
import { allActions } from '../../../src/model/action';
import { filterName } from '../../../src/model/thing';
import { openWorld } from '../../support/outside';
import type { World } from '../world';
import {
  accountOf,
  another,
  beside,
  corrections,
  findElsewhere,
  look,
  madeFor,
  nameOf,
  placesIn,
  placesOf,
  shown,
  within,
} from './correcting';
import { importExceptions } from './import-makers';
import { call } from './makers';
import { policeExceptions } from './police-makers';
import { movementExceptions } from './movement-makers';
import { outreachExceptions } from './outreach-makers';
import { givenExceptions } from './service-makers';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await findElsewhere(world);
});
afterAll(() => world.close());

/** What is not corrected: the ledger, the log, what was a step, and what links a record to where it belongs. */
const exceptions: Readonly<Record<string, string>> = {
  Consent: 'the ledger of consents is only added to',
  AccessGrant: 'it is part of the access log',
  AccusedColleague: 'an accusation is withdrawn, and recorded anew',
  CaseMember: 'a colleague is removed, and another is named',
  StaffMember: 'what a colleague may do is changed by the same steps',
  Deputyship: 'it is made longer or shorter by a step, and another deputy is another deputyship',
  DataExport: 'what has left cannot be called back: it is exported anew',
  MinistryRelease: 'what may leave is revoked, and released anew',
  ReportingPeriodLock: 'it is lifted, and the period is locked anew',
  'Case.restrictionReason': 'a step',
  'Case.clientCreatedAt': 'it is what the clock of the client said',
  'Case.duplicateOfId': 'a step',
  'Case.ownerId': 'a step',
  'Case.closureReason': 'a step, which is taken back',
  'Case.safetyPlanReviewed': 'a step, which is taken back',
  'Case.informedCanResume': 'a step, which is taken back',
  'CaseNote.kind': 'a note of another kind is another note',
  ReferralLetter: 'what is on paper stays as it is: a new letter takes its place, and a reply is recorded again',
  ComplaintMechanism: 'what is said of it is only ever corrected',
  'ComplaintWish.caseId': 'the wish of another case is another wish',
  'Complaint.caseId': 'a complaint of another case is another complaint',
  PossibleDuplicate: 'two others are another possible duplicate; that they are two people is decided on it',
  'Complaint.afterId': 'one that takes another further is recorded as such',
  'ServiceNeed.caseId': 'a need of another case is another need',
  'ServiceNeed.status': 'a step, which is taken again',
  'Referral.caseId': 'a referral of another case is another referral',
  ...Object.fromEntries(['rejectedReason', 'revokedReason'].map((name) => [`Referral.${name}`, 'a step'])),
  'Referral.plannedSessions': 'a step, which is taken again',
  'ReferralAnswer.text': 'the words of a step',
  'ServiceRecord.feedbackFromSurvivor': 'what the survivor said',
  ...givenExceptions,
  ...importExceptions,
  ...policeExceptions,
  ...movementExceptions,
  ...outreachExceptions,
  'Attachment.caseId': 'what hangs on another case is attached there',
  'FollowUp.caseId': 'a follow-up of another case is another follow-up',
  'FollowUp.dueAt': 'it is moved by a step',
  'FollowUp.responsibleId': 'it is given to somebody else by a step',
  'FollowUp.movedReason': 'the reason of a step',
  'FollowUp.cancelledReason': 'the reason of a step',
  'TransferSummary.needs': 'what the receiver decides by stays; the request is taken back, and made anew',
  'Training.organisationId': 'a training of another organisation is another training',
  'Training.statusReason': 'the reason of a step',
  'AdvocacyActivity.organisationId': 'an activity of another organisation is another activity',
  'AdvocacyActivity.stage': 'a step, which is taken back',
  'AdvocacyActivity.voidedReason': 'the reason of a step',
  'ServiceEntry.organisationId': 'an entry of another provider is another entry',
  'ServiceEntry.lastConfirmedOn': 'a step',
  'ServiceEntry.closedOn': 'a step, which is taken back',
  ...Object.fromEntries(
    ['Ally', 'MediaPiece', 'KnowledgeProduct', 'Intervention', 'FundingStream'].map((name) => [
      `${name}.organisationId`,
      'what is another organisation’s is another record',
    ]),
  ),
  'IndicatorTarget.organisationId': 'a target of another organisation is another target',
  'AllyAction.allyId': 'what another ally did is another action',
  AdvocacyEvidence: 'evidence is taken out, and added anew',
  ActivityPartner: 'a partner is taken out, and added anew',
  'EmergencyAlert.acknowledgerId': 'it is handed over by a step',
  'EmergencyAlert.caseId': 'the step that links it is taken again',
  'AlertResponder.alertId': 'who is sent to another alert is sent anew',
  'AlertResponder.memberId': 'who goes instead is sent anew',
  'AdvocacyStageReached.reachedOn': 'part of a step, which is taken back',
};

test('whatever is entered can be corrected, or is excepted for a reason', () => {
  const corrected = new Set(corrections.flatMap((name) => placesOf(allActions.get(name)!).map(nameOf)));
  const entered = [...allActions.values()].flatMap(placesOf);
  const lost = entered.filter((place) => !corrected.has(nameOf(place)) && !exceptions[nameOf(place)]);
  expect([...new Set(lost.filter(({ thing }) => !exceptions[thing.name]).map(nameOf))]).toEqual([]);
  expect(entered.length).toBeGreaterThan(120);
});

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  it.each(placesIn(country))('%s corrects %s, and the history says so', async (action, name, place) => {
    const { thing: own } = allActions.get(action)!;
    const account = accountOf[name] ?? accountOf[action] ?? 'case-manager';
    const client = await world.as(account, country);
    const id = await madeFor(world, action, country);
    const before = await look(client, own, place, id);
    const value = another(place, country, shown(before.value));
    const input = { id, expectedVersion: before.version, ...within(place.path, value), ...beside[name] };
    await call(client, action, input, `${own.singular} { id }`);
    const after = await look(client, own, place, id);
    expect([name, shown(after.value)]).not.toEqual([name, shown(before.value)]);
    const [entry] = after.history.edges;
    const field = filterName(place.thing, place.attribute);
    if (before.history === undefined) return expect(entry?.node.changes).toEqual([]);
    expect(entry?.node).toMatchObject({ action, actor: { name: `${account} ${country}` } });
    const told = (value: unknown): unknown => (place.attribute.untold ? null : shown(value));
    expect(entry?.node.changes).toContainEqual({ field, before: told(before.value), after: told(after.value) });
  });
});

test('the walk knows every thing that it speaks of', () => {
  for (const name of Object.keys(exceptions)) {
    const [type = ''] = name.split('.');
    expect([...allActions.values()].flatMap(placesOf).map(({ thing }) => thing.name)).toContain(type);
  }
});
