/**
 * Whatever a person enters can be corrected, and each correction stands in the history of what it corrected, with what
 * was there before. The fields are those of the declarations: one that is new is walked as well.
 */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { allActions, type Action } from '../../../src/model/action';
import type { Input, InputField } from '../../../src/model/input';
import { allThings, codesOf, filterName, isList, type Attribute, type Thing } from '../../../src/model/thing';
import { camelCase } from '../../../src/base/naming';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import type { CountryName, World } from '../world';
import { givenExceptions, givenValues, serviceMakers } from './service-makers';
import { alertMakers } from './alert-makers';
import { complaintMakers } from './complaint-makers';
import { call, group, makerOf, makersOf, type Made } from './makers';

let world: World;
/** Another district than that of the world’s incidents. */
const elsewhere: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  for (const country of ['za', 'mz'] as const) {
    const { data } = await (
      await world.as('case-manager', country)
    ).query('{ districts(last: 1) { edges { node { id } } } }');
    elsewhere[country] = data.districts.edges[0].node.id as string;
  }
});
afterAll(() => world.close());

/** Mutations that correct what others recorded. */
const corrections = [
  ...[
    'updateCase',
    'updateSurvivor',
    'updateIncident',
    'updateAllegedPerpetrator',
    'amendCaseNote',
    'updateAttachment',
  ],
  ...['updateComplaint', 'changeComplaintWish', 'amendComplaintNote', 'updateComplaintOffice'],
  ...['updateServiceNeed', 'updatePlannedAction', 'updateFollowUp', 'updateServiceEntry'],
  ...['updateReferral', 'updateServiceSession', 'updateServiceDelivery', 'correctReferralService'],
  ...['updateTraining', 'correctTrainingReport', 'updateAdvocacyActivity'],
  ...['updateAlert', 'updateAlertResponder', 'changeOnCall'],
];

interface Place {
  readonly path: readonly string[];
  readonly thing: Thing;
  readonly attribute: Attribute;
}

/** Every place of an input that writes an attribute of a thing. */
function placesOf({ input, thing: own }: Action): Place[] {
  const inside = (part: Input, path: readonly string[]): Place[] =>
    [...part.fields.values()].flatMap((field: InputField): Place[] => {
      const here = [...path, field.name];
      if (field.part) return inside(field.part, here);
      const [type, becoming] = field.becomes?.split('.') ?? [];
      const thing = (type ? allThings.get(type) : undefined) ?? field.of ?? part.thing ?? own;
      const attribute = field.attribute && thing.attributes.get(becoming ?? field.attribute.name);
      return attribute && attribute.name !== 'id' && attribute.write ? [{ path: here, thing, attribute }] : [];
    });
  return inside(input, []);
}

const nameOf = ({ thing, attribute }: Place): string => `${thing.name}.${attribute.name}`;

/** What is not corrected: the ledger, the log, what was a step, and what links a record to where it belongs. */
const exceptions: Readonly<Record<string, string>> = {
  Consent: 'the ledger of consents is only added to',
  AccessGrant: 'it is part of the access log',
  AccusedColleague: 'an accusation is withdrawn, and recorded anew',
  CaseMember: 'a colleague is removed, and another is named',
  StaffMember: 'what a colleague may do is changed by the same steps',
  Deputyship: 'it is made longer or shorter by a step, and another deputy is another deputyship',
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

/** What a value goes with, where another would contradict it. */
const beside: Readonly<Record<string, object>> = {
  'Incident.reportedElsewhereTo': { reportedElsewhere: true },
  'IncidentDetail.datePrecision': { detail: { occurredOn: '2026-01-05', datePrecision: 'MONTH' } },
  'Referral.category': { category: 'PSYCHOSOCIAL' },
  'ComplaintWish.wish': { reason: null },
  'ServiceEntry.serviceTypes': { categories: ['HEALTH'] },
  'Survivor.ageBand': { ageBand: 'AGE_35_49', demographics: { birthYear: null } },
};
const values: Readonly<Record<string, unknown>> = {
  'SurvivorDemographics.birthYear': 1996,
  'SurvivorDemographics.nationality': 'MZ',
  'SurvivorDemographics.toldCode': 'S-7K3QW9',
  'SurvivorIdentity.dateOfBirth': '1995-04-05',
  'FollowUp.type': 'POLICE_VISIT',
  'Referral.serviceType': 'PEP',
  'Complaint.filedOn': '2026-01-04',
  'Complaint.refusedOn': '2026-01-07',
  'Complaint.registeredOn': '2026-01-21',
  'ServiceNeed.serviceType': 'SAFE_SHELTER',
  'ServiceNeed.identifiedOn': '2026-03-09',
  'PlannedAction.dueOn': '2199-01-01',
  'PlannedAction.doneOn': '2026-03-09',
  'ServiceRecord.earlierReason': 'She was there already.',
  ...givenValues,
  'Incident.reportedAt': '2026-02-01T10:00:00Z',
  'Case.openedAt': '2026-02-01T10:00:00Z',
  'IncidentDetail.occurredOn': '2026-01-04',
  'TrainingParticipation.enrolled': 11,
  'Training.startOn': '2026-03-01',
  'Training.endOn': '2026-03-05',
  'AdvocacyActivity.activityOn': '2026-02-11',
  'AlertNumber.telephone': '+27 10 000 0000',
  'EmergencyAlert.raisedAt': '2026-02-01T10:00:00Z',
  'OnCallShift.endsAt': new Date(Date.now() + 9 * 86_400_000).toISOString().replace(/\.\d+Z$/, '.000000Z'),
  'ServiceEntry.openingHours': ['Mo 08:00-16:30'],
  'ServiceEntry.telephone': '+27 10 000 0000',
  'ServiceEntry.email': 'office@example.org',
};
/** Places that take more than a value: a receiver, a consent that covers what is shared, a group of a report; tests of their own hold them. */
const apart = [
  ...['Referral.toOrganisationId', 'Referral.remoteProvider', 'Referral.consentId', 'Referral.sharedFields'],
  ...['incidentId', 'refusalIncidentId', 'mechanismId', 'officeId', 'provinceId'].map((name) => `Complaint.${name}`),
  ...['mechanismId', 'provinceId', 'districtId'].map((name) => `ComplaintOffice.${name}`),
  ...['Referral.needId', 'PlannedAction.needId', 'PlannedAction.responsibleId', 'ServiceNeed.unavailableReason'],
  'ServiceDelivery.givenById',
  ...['FollowUp.referralId', 'ReferralIncident.incidentId', 'Case.anonymous', 'AdvocacyActivity.evidenceCases'],
  ...['ServiceEntry.coverage', 'ServiceEntry.provinceCodes', 'ServiceEntry.districtCodes'],
  ...['OnCallShift.memberId', 'OnCallShift.districtCodes'],
  ...['genderIdentity', 'ageBand', 'audience'].map((name) => `TrainingParticipation.${name}`),
];
const identifying = ['SurvivorIdentity', 'SafeContact', 'Attachment', 'AttachmentContent'];
/** Who the survivor is, is for those alone who have the case; the roster is the supervisors'; an office is confirmed by who sees to data. */
const accountOf: Readonly<Record<string, string>> = {
  updateSurvivor: 'field-worker',
  changeOnCall: 'supervisor',
  'ComplaintOffice.verified': 'me-officer',
};

const groupName = 'participations';

/** Another value than the one that is there. */
function another(place: Place, country: CountryName, now: unknown): unknown {
  const known = values[nameOf(place)];
  if (known !== undefined) return known;
  const { type, of, min } = place.attribute;
  if (of) return elsewhere[country];
  const codes = codesOf(type)?.codes;
  if (codes && isList(type)) return [codes.find((code) => !(now as string[] | null)?.includes(code))];
  if (codes) return codes.find((code) => code !== now);
  if (type === 'boolean') return now !== true;
  if (type === 'int') return (min ?? 0) + 7;
  if (type === 'dateTime') return new Date().toISOString();
  return type === 'date' ? '2026-03-08' : `Corrected ${randomUUID()}`;
}

const within = ([first, ...rest]: readonly string[], value: unknown): object =>
  rest.length === 0
    ? { [first!]: value }
    : { [first!]: first === groupName ? [{ ...group, ...within(rest, value) }] : within(rest, value) };

/** The way from the record that a mutation is about to the one that a place belongs to. */
function wayTo(own: Thing, thing: Thing): string {
  if (own === thing) return '';
  const link = [...own.links.values()].find(
    ({ target, kind, local }) => target() === thing && (kind === 'many' || local === 'id'),
  );
  if (!link) throw new Error(`no way from ${own.name} to ${thing.name}`);
  return link.name;
}

const history = 'history(first: 1) { edges { node { action actor { name } changes { field before after } } } }';

interface Told {
  readonly value: unknown;
  readonly history: { edges: { node: { action: string; actor: { name: string } | null; changes: Change[] } }[] };
}
interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

async function look(client: Client, own: Thing, { thing, attribute }: Place, id: string): Promise<Told & Made> {
  const way = wayTo(own, thing);
  const field = attribute.of ? `value: ${filterName(thing, attribute)} { id }` : `value: ${attribute.name}`;
  const inner = `${field} ${history}`;
  const many = own.links.get(way)?.kind === 'many';
  const below = way === '' ? inner : many ? `${way} { edges { node { ${inner} } } }` : `${way} { ${inner} }`;
  const { data, errors } = await client.query(`query ($id: ID!) { ${own.singular}(id: $id) { id version ${below} } }`, {
    id,
  });
  expect(errors).toEqual([]);
  const record = data[camelCase(own.name)];
  const found = way === '' ? record : many ? record[way].edges[0]?.node : record[way];
  return { ...found, id: record.id, version: record.version } as Told & Made;
}

const shown = (value: unknown): unknown =>
  value && typeof value === 'object' && 'id' in value ? value.id : (value ?? null);

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  const places = corrections.flatMap((action) =>
    placesOf(allActions.get(action)!)
      .filter((place) => !apart.includes(nameOf(place)))
      // The survivor of a draft is recorded there, and corrected with updateSurvivor.
      .filter(({ path }) => action !== 'updateCase' || path[0] !== 'survivor')
      .filter(({ thing }) => country === 'za' || !identifying.includes(thing.name))
      .map((place) => [action, nameOf(place), place] as const),
  );

  it.each(places)('%s corrects %s, and the history says so', async (action, name, place) => {
    const { thing: own } = allActions.get(action)!;
    const account = accountOf[name] ?? accountOf[action] ?? 'case-manager';
    const client = await world.as(account, country);
    const id = await { ...makersOf(world), ...complaintMakers(world), ...serviceMakers(world), ...alertMakers(world) }[
      makerOf[action] ?? own.name
    ]!(country);
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
    expect(entry?.node.changes).toContainEqual({ field, before: shown(before.value), after: shown(after.value) });
  });
});

test('the walk knows every thing that it speaks of', () => {
  for (const name of Object.keys(exceptions)) {
    const [type = ''] = name.split('.');
    expect([...allActions.values()].flatMap(placesOf).map(({ thing }) => thing.name)).toContain(type);
  }
});
