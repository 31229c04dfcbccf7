/** What corrections write, place by place, with another value for each, and how it is read afterwards. */
import { randomUUID } from 'node:crypto';
import { camelCase } from '../../../src/base/naming';
import { allActions, type Action } from '../../../src/model/action';
import type { Input, InputField } from '../../../src/model/input';
import { allThings, codesOf, filterName, isList, type Attribute, type Thing } from '../../../src/model/thing';
import type { Client } from '../../support/app';
import type { CountryName, World } from '../world';
import { alertMakers } from './alert-makers';
import { allyBeside, allyMakers, allyValues } from './ally-makers';
import { importApart, importMakers, importValues } from './import-makers';
import { complaintMakers } from './complaint-makers';
import { group, makerOf, makersOf, type Made } from './makers';
import { policeApart, policeMakers, policeValues } from './police-makers';
import {
  movementAccounts,
  movementApart,
  movementCorrections,
  movementGroups,
  movementIdentifying,
  movementMakers,
  movementValues,
} from './movement-makers';
import { outreachApart, outreachMakers, outreachValues, reached } from './outreach-makers';
import { givenValues, serviceMakers } from './service-makers';

/** Another district than that of the world’s incidents. */
const elsewhere: Record<string, string> = {};

/** To be asked before values are. */
export async function findElsewhere(world: World): Promise<void> {
  for (const country of ['za', 'mz'] as const) {
    const { data } = await (
      await world.as('case-manager', country)
    ).query('{ districts(last: 1) { edges { node { id } } } }');
    elsewhere[country] = data.districts.edges[0].node.id as string;
  }
}

/** Mutations that correct what others recorded. */
export const corrections = [
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
  'updateTrainingParticipant',
  ...['updateMaterial', 'updateDissemination', 'updateProcedureAdoption'],
  ...['updateAlly', 'updateAllyAction', 'updateMediaPiece', 'updateKnowledgeProduct', 'updateIntervention'],
  ...['updateFundingStream', 'updateSurveyResult', 'updateIndicatorTarget'],
  ...['updateImportMapping', 'updateOrganisation'],
  ...['updateAlert', 'updateAlertResponder', 'changeOnCall'],
  ...movementCorrections,
  ...['updateOutreachActivity', 'updateSupplyDistribution', 'updateServiceSlip'],
];

export interface Place {
  readonly path: readonly string[];
  readonly thing: Thing;
  readonly attribute: Attribute;
  /** It may be left out. */
  readonly optional: boolean;
}

/** Every place of an input that writes an attribute of a thing. */
export function placesOf({ input, thing: own }: Action): Place[] {
  const inside = (part: Input, path: readonly string[]): Place[] =>
    [...part.fields.values()].flatMap((field: InputField): Place[] => {
      const here = [...path, field.name];
      if (field.part) return inside(field.part, here);
      const [type, becoming] = field.becomes?.split('.') ?? [];
      const thing = (type ? allThings.get(type) : undefined) ?? field.of ?? part.thing ?? own;
      const attribute = field.attribute && thing.attributes.get(becoming ?? field.attribute.name);
      return attribute && attribute.name !== 'id' && attribute.write
        ? [{ path: here, thing, attribute, optional: field.optional }]
        : [];
    });
  return inside(input, []);
}

export const nameOf = ({ thing, attribute }: Place): string => `${thing.name}.${attribute.name}`;

/** What a value goes with, where another would contradict it. */
export const beside: Readonly<Record<string, object>> = {
  'Incident.reportedElsewhereTo': { reportedElsewhere: true },
  'IncidentDetail.datePrecision': { detail: { occurredOn: '2026-01-05', datePrecision: 'MONTH' } },
  'Referral.category': { category: 'PSYCHOSOCIAL' },
  'ComplaintWish.wish': { reason: null },
  'LeaderRole.trained': { trainedOn: null },
  'ServiceEntry.serviceTypes': { categories: ['HEALTH'] },
  ...allyBeside,
  'Survivor.ageBand': { ageBand: 'AGE_35_49', demographics: { birthYear: null } },
};
export const values: Readonly<Record<string, unknown>> = {
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
  ...policeValues,
  ...movementValues,
  ...outreachValues,
  'Incident.reportedAt': '2026-02-01T10:00:00Z',
  'Case.openedAt': '2026-02-01T10:00:00Z',
  'IncidentDetail.occurredOn': '2026-01-04',
  'TrainingParticipation.enrolled': 11,
  'Training.startOn': '2026-03-01',
  'Training.endOn': '2026-03-05',
  'AdvocacyActivity.activityOn': '2026-02-11',
  ...allyValues,
  ...importValues,
  'AlertNumber.telephone': '+27 10 000 0000',
  'EmergencyAlert.raisedAt': '2026-02-01T10:00:00Z',
  'OnCallShift.endsAt': new Date(Date.now() + 9 * 86_400_000).toISOString().replace(/\.\d+Z$/, '.000000Z'),
  'ServiceEntry.openingHours': ['Mo 08:00-16:30'],
  'ServiceEntry.telephone': '+27 10 000 0000',
  'ServiceEntry.email': 'office@example.org',
};
/** Places that take more than a value: a receiver, a consent that covers what is shared, a group of a report; tests of their own hold them. */
export const apart = [
  ...['Referral.toOrganisationId', 'Referral.remoteProvider', 'Referral.consentId', 'Referral.sharedFields'],
  ...['incidentId', 'refusalIncidentId', 'mechanismId', 'officeId', 'provinceId'].map((name) => `Complaint.${name}`),
  ...['mechanismId', 'provinceId', 'districtId'].map((name) => `ComplaintOffice.${name}`),
  ...['Referral.needId', 'PlannedAction.needId', 'PlannedAction.responsibleId', 'ServiceNeed.unavailableReason'],
  'ServiceDelivery.givenById',
  ...policeApart,
  ...['FollowUp.referralId', 'ReferralIncident.incidentId', 'Case.anonymous', 'AdvocacyActivity.evidenceCases'],
  ...['ServiceEntry.coverage', 'ServiceEntry.provinceCodes', 'ServiceEntry.districtCodes'],
  ...['Training.interventionId', 'AdvocacyActivity.interventionId', 'AllyAction.advocacyActivityId'],
  ...['FundingStream.phaseId', 'SurveyResult.phaseId'],
  ...['IndicatorTarget.provinceId', 'IndicatorTarget.fundingStreamId'],
  ...['OnCallShift.memberId', 'OnCallShift.districtCodes'],
  ...['genderIdentity', 'ageBand', 'audience'].map((name) => `TrainingParticipation.${name}`),
  ...movementApart,
  ...outreachApart,
  ...importApart,
];
export const identifying = [
  'SurvivorIdentity',
  'SafeContact',
  'Attachment',
  'AttachmentContent',
  'TrainingParticipant',
  ...movementIdentifying,
];
/** Who the survivor is, is for those alone who have the case; the roster is the supervisors'; an office is confirmed by who sees to data. */
export const accountOf: Readonly<Record<string, string>> = {
  updateSurvivor: 'field-worker',
  changeOnCall: 'supervisor',
  updateTrainingParticipant: 'partner-admin',
  'ComplaintOffice.verified': 'me-officer',
  ...movementAccounts,
  updateFundingStream: 'partner-admin',
  updateSurveyResult: 'me-officer',
  updateIndicatorTarget: 'me-officer',
  updateOrganisation: 'me-officer',
};

/** Groups that are told as a whole, by the field that takes them. */
const groups: Readonly<Record<string, object>> = { participations: group, reached, ...movementGroups };

/** Another value than the one that is there. */
export function another(place: Place, country: CountryName, now: unknown): unknown {
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

export const within = ([first, ...rest]: readonly string[], value: unknown): object =>
  rest.length === 0
    ? { [first!]: value }
    : { [first!]: groups[first!] ? [{ ...groups[first!], ...within(rest, value) }] : within(rest, value) };

/** The way from the record that a mutation is about to the one that a place belongs to. */
export function wayTo(own: Thing, thing: Thing): string {
  if (own === thing) return '';
  const link = [...own.links.values()].find(
    ({ target, kind, local }) => target() === thing && (kind === 'many' || local === 'id'),
  );
  if (!link) throw new Error(`no way from ${own.name} to ${thing.name}`);
  return link.name;
}

export const history = 'history(first: 1) { edges { node { action actor { name } changes { field before after } } } }';

export interface Told {
  readonly value: unknown;
  readonly history: { edges: { node: { action: string; actor: { name: string } | null; changes: Change[] } }[] };
}
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export async function look(client: Client, own: Thing, { thing, attribute }: Place, id: string): Promise<Told & Made> {
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

export const shown = (value: unknown): unknown =>
  value && typeof value === 'object' && 'id' in value ? value.id : (value ?? null);

/** Makes a record that a correction can be about. */
export const madeFor = (world: World, action: string, country: CountryName): Promise<string> =>
  ({
    ...{ ...makersOf(world), ...complaintMakers(world), ...serviceMakers(world), ...alertMakers(world) },
    ...{
      ...policeMakers(world),
      ...movementMakers(world),
      ...outreachMakers(world),
      ...allyMakers(world),
      ...importMakers(world),
    },
  })[makerOf[action] ?? allActions.get(action)!.thing.name]!(country);

/** Every place of every correction that is tried in a country. */
export const placesIn = (country: CountryName): (readonly [action: string, name: string, place: Place])[] =>
  corrections.flatMap((action) =>
    placesOf(allActions.get(action)!)
      .filter((place) => !apart.includes(nameOf(place)))
      // The survivor of a draft is recorded there, and corrected with updateSurvivor.
      .filter(({ path }) => action !== 'updateCase' || path[0] !== 'survivor')
      .filter(({ thing }) => country === 'za' || !identifying.includes(thing.name))
      .map((place) => [action, nameOf(place), place] as const),
  );
