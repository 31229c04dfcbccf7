/** Recording incidents with all that belongs to them, each part in a table of its own. */
import { InputCheck, type Path } from '../../writing/input';
import type { Work } from '../../writing/work';
import { noReceivers, receiversOf, type AudienceOf } from './case.audience';
import { refreshShare } from './case.share';
import { Case } from './case.entity';
import { caseLifecycle } from './case.lifecycle';
import { District } from '../country/place.entity';
import { now } from '../../writing/moments';
import { taken } from '../../writing/taken';
import { AllegedPerpetrator, PerpetratorIdentity } from './alleged-perpetrator.entity';
import { IncidentInjury, IncidentNarrative } from './incident-narrative.entity';
import { assertReportable, checkIncident } from './incident.checks';
import { codesOf, elapsedHours, occurredMonth, occurredOn, precisionOf } from './incident.derived';
import { Incident, IncidentDetail } from './incident.entity';
import type { AddIncidentInput, NewAllegedPerpetratorInput, NewIncidentInput } from './incident.inputs';

/** Adds an incident to a case that is being worked on. */
export async function addIncident(work: Work, input: AddIncidentInput): Promise<string> {
  const check = new InputCheck();
  checkIncident(check, input, []);
  check.done();
  const record = await work.load(Case, input.caseId, { path: ['caseId'] });
  caseLifecycle.step(record.status, 'addIncident', {});
  const [told, audienceOf] = await Promise.all([
    lookUpIncidents(work, [input], () => []),
    receiversOf(work, [record]),
    assertReportable(work, record.survivorId, [input], () => []),
  ]);
  const [id] = await recordIncidents(work, record, told, audienceOf);
  refreshShare(work, record.id);
  return id as string;
}

/** An incident as it is told, with what had to be looked up. */
export interface ToldIncident {
  readonly input: NewIncidentInput;
  readonly reportedAt: string;
  readonly elapsedHours: number | null;
}

/** Looks up what must be known of incidents before they are written. @throws ProblemError NOT_FOUND for a district */
export async function lookUpIncidents(
  work: Work,
  inputs: readonly NewIncidentInput[],
  pathOf: (at: number) => Path,
): Promise<ToldIncident[]> {
  const told = inputs.map((input) => ({ input, detail: input.detail, reportedAt: input.reportedAt ?? now() }));
  const [hours] = await Promise.all([
    elapsedHours(work, told),
    ...inputs.map(
      ({ districtId: id }, at) => id && work.load(District, id, { right: 'read', path: [...pathOf(at), 'districtId'] }),
    ),
  ]);
  return told.map(({ input, reportedAt }, at) => ({ input, reportedAt, elapsedHours: hours[at] ?? null }));
}

type Holder = Pick<Case, 'id' | 'dataKeyId'>;

/** Writes incidents that have been checked. @returns their ids */
export async function recordIncidents(
  work: Work,
  holder: Holder,
  told: readonly ToldIncident[],
  audienceOf: AudienceOf = noReceivers,
): Promise<string[]> {
  const ids: string[] = [];
  for (const one of told) ids.push(await recordIncident(work, holder, one, audienceOf));
  return ids;
}

async function recordIncident(
  work: Work,
  { id: caseId, dataKeyId }: Holder,
  told: ToldIncident,
  audienceOf: AudienceOf,
): Promise<string> {
  const { input, reportedAt } = told;
  const values = {
    reportedElsewhere: false,
    ...taken<Incident>(input, ['violationTypes', 'consentReporting', 'districtId', 'locationType']),
    ...taken<Incident>(input, ['previousIncidents', 'reportedElsewhere', 'reportedElsewhereTo']),
    ...codesOf(input),
    id: input.id ?? undefined,
    caseId,
    reportedAt,
    occurredMonth: occurredMonth(input.detail),
  };
  const incidentId = await work.insert(Incident, values, { audience: audienceOf(Incident) });
  const of = { caseId, incidentId };
  const sealed = { ...of, dataKeyId };
  await addDetail(work, of, told, audienceOf);
  await addAccount(work, sealed, input, audienceOf);
  await addPerpetrators(work, sealed, input.allegedPerpetrators ?? [], audienceOf);
  return incidentId;
}

type OfIncident = Pick<IncidentDetail, 'caseId' | 'incidentId'>;

async function addDetail(
  work: Work,
  of: OfIncident,
  { input: { detail }, elapsedHours: hours }: ToldIncident,
  audienceOf: AudienceOf,
): Promise<void> {
  if (!detail) return;
  const values = {
    ...of,
    ...taken<IncidentDetail>(detail, ['timeOfDay', 'hotspot', 'weaponUsed', 'condomInterference']),
    ...taken<IncidentDetail>(detail, ['arrested', 'detainedHours', 'charged', 'bribePaid']),
    occurredOn: occurredOn(detail),
    datePrecision: precisionOf(detail),
    elapsedHours: hours,
  };
  await work.insert(IncidentDetail, values, { audience: audienceOf(IncidentDetail) });
}

type Sealed = OfIncident & { readonly dataKeyId: string };

/** What is told in words. */
async function addAccount(
  work: Work,
  sealed: Sealed,
  { narrative, injury }: NewIncidentInput,
  audienceOf: AudienceOf,
): Promise<void> {
  if (narrative) {
    const audience = audienceOf(IncidentNarrative);
    await work.insert(IncidentNarrative, { ...sealed, text: narrative.text }, { audience });
  }
  if (injury) {
    const audience = audienceOf(IncidentInjury);
    await work.insert(IncidentInjury, { ...sealed, description: injury.description }, { audience });
  }
}

async function addPerpetrators(
  work: Work,
  { caseId, incidentId, dataKeyId }: Sealed,
  inputs: readonly NewAllegedPerpetratorInput[],
  audienceOf: AudienceOf,
): Promise<void> {
  for (const [at, input] of inputs.entries()) {
    const allegedPerpetratorId = await work.insert(
      AllegedPerpetrator,
      {
        count: 1,
        rank: at === 0 ? 'PRIMARY' : 'SECONDARY',
        ...taken<AllegedPerpetrator>(input, ['actorKind', 'category', 'relationship', 'rank']),
        ...taken<AllegedPerpetrator>(input, ['sex', 'ageGroup', 'uniformed', 'count']),
        id: input.id ?? undefined,
        caseId,
        incidentId,
      },
      { audience: audienceOf(AllegedPerpetrator) },
    );
    if (!input.identity) continue;
    const names = ['name', 'badgeNumber', 'plateNumber', 'institution', 'description'] as const;
    const identity = { ...taken<PerpetratorIdentity>(input.identity, names), caseId, allegedPerpetratorId, dataKeyId };
    await work.insert(PerpetratorIdentity, identity, { audience: audienceOf(PerpetratorIdentity) });
  }
}
