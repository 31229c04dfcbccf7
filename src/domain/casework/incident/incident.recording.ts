/** Recording incidents with all that belongs to them, each part in a table of its own. */
import { field } from '../../../model/input';
import { making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck, type Path } from '../../../writing/input';
import { inOneRound } from '../../../writing/one-round';
import type { Work } from '../../../writing/work';
import { noReceivers, type AudienceOf } from '../case/case.audience';
import { notClosed } from '../case/case.closure';
import type { CaseStatus } from '../case/case.codes';
import { Case } from '../case/case.entity';
import { caseLifecycle, same, unfinished } from '../case/case.lifecycle';
import { assertNotClosedOff, nextStatus, takeStep } from '../case/case.step';
import { District } from '../../country/place.entity';
import { now } from '../../../writing/moments';
import { AllegedPerpetrator, PerpetratorIdentity } from './alleged-perpetrator.entity';
import { IncidentInjury, IncidentNarrative } from './incident-narrative.entity';
import { assertReportable, checkIncident } from './incident.checks';
import { codesOf, elapsedOf, occurredMonth, occurredOn, precisionOf, type Elapsed } from './incident.derived';
import { Incident, IncidentDetail } from './incident.entity';
import { newIncident, type NewAllegedPerpetrator, type NewIncident, type Told } from './incident.inputs';
import { overseers, tell } from '../notice/notice.sending';

/** Ends after which a survivor may still tell of something: it is never refused, and changes nothing by itself. */
const over: readonly CaseStatus[] = ['CLOSED', 'DUPLICATE'];

action(
  {
    name: 'addIncident',
    of: Incident,
    label: { en: 'add an incident', pt: 'acrescentar um incidente' },
    description:
      'Adds an incident to a case, whatever became of it: a request for its closure is taken back by that, and those who have a closed one are told.',
    input: making(Incident, {
      description: 'What adding an incident to a case takes.',
      like: newIncident,
      fields: {
        caseId: field({ type: 'uuid', of: () => Case, description: 'The case that the incident belongs to.' }),
      },
    }),
    check: checkAlone,
    steps: [
      caseLifecycle.on({ from: [...unfinished.filter((status) => status !== 'CLOSURE_REQUESTED'), ...over], to: same }),
      caseLifecycle.on({ from: ['CLOSURE_REQUESTED'], to: 'IN_FOLLOW_UP' }),
    ],
  },
  async (work, input) => {
    const check = new InputCheck();
    checkIncident(check, input, work.day(), []);
    check.done();
    const record = await work.load(Case, input.caseId, { path: ['caseId'] });
    assertNotClosedOff(record);
    if ((await nextStatus(work, record)) !== record.status) await takeClosureBack(work, record);
    if (over.includes(record.status)) await tellOfDisclosure(work, record);
    const [told] = await inOneRound([
      lookUpIncidents(work, [input], () => []),
      assertReportable(work, record.survivorId, [input], () => []),
    ]);
    // No referral covers it: what was sent before shares what was named then.
    const [id] = await recordIncidents(work, record, told);
    return id as string;
  },
);

async function tellOfDisclosure(work: Work, record: Case): Promise<void> {
  const supervisors = await overseers(work, record);
  const [original] = record.duplicateOfId ? await work.find(Case, { id: record.duplicateOfId }) : [];
  await tell(work, 'DISCLOSED_SINCE', [record.ownerId, ...supervisors], record);
  // Of a duplicate nobody works on: who has the case that stays has to know.
  if (original)
    await tell(
      work,
      'DISCLOSED_SINCE',
      [original.ownerId].filter((id) => id !== record.ownerId),
      record,
    );
}

function checkAlone(check: InputCheck, input: Told, today: string): void {
  checkIncident(check, input, today, []);
}

/** Nobody approves blind: what is told after closure was asked for has it asked for anew. */
async function takeClosureBack(work: Work, record: Case): Promise<void> {
  const supervisors = overseers(work, record);
  const { closureRequestedById } = record;
  await takeStep(work, record, notClosed);
  await tell(work, 'CLOSURE_TAKEN_BACK', [closureRequestedById, ...(await supervisors)], record);
}

/** An incident as it is told, with what had to be looked up. */
export interface ToldIncident {
  readonly input: NewIncident;
  readonly reportedAt: string;
  readonly elapsed: Elapsed | undefined;
}

/** Looks up what must be known of incidents before they are written. @throws ProblemError NOT_FOUND for a district */
export async function lookUpIncidents(
  work: Work,
  inputs: readonly NewIncident[],
  pathOf: (at: number) => Path,
): Promise<ToldIncident[]> {
  const told = inputs.map((input) => ({
    input,
    detail: input.detail?.values,
    reportedAt: input.values.reportedAt ?? now(),
  }));
  const [hours] = await inOneRound([
    elapsedOf(work, told),
    ...inputs.map(
      ({ values: { districtId: id } }, at) =>
        id && work.load(District, id, { right: 'read', path: [...pathOf(at), 'districtId'] }),
    ),
  ]);
  return told.map(({ input, reportedAt }, at) => ({ input, reportedAt, elapsed: hours[at] }));
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
    ...input.values,
    ...codesOf(input.values),
    id: input.id,
    caseId,
    reportedAt,
    occurredMonth: occurredMonth(input.detail?.values),
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
  { input: { detail }, elapsed }: ToldIncident,
  audienceOf: AudienceOf,
): Promise<void> {
  if (!detail) return;
  const values = {
    ...detail.values,
    ...of,
    occurredOn: occurredOn(detail.values),
    datePrecision: precisionOf(detail.values),
    ...elapsed,
  };
  await work.insert(IncidentDetail, values, { audience: audienceOf(IncidentDetail) });
}

type Sealed = OfIncident & { readonly dataKeyId: string };

/** What is told in words. */
async function addAccount(
  work: Work,
  sealed: Sealed,
  { narrative, injury }: NewIncident,
  audienceOf: AudienceOf,
): Promise<void> {
  if (narrative) {
    const audience = audienceOf(IncidentNarrative);
    await work.insert(IncidentNarrative, { ...narrative.values, ...sealed }, { audience });
  }
  if (injury) {
    const audience = audienceOf(IncidentInjury);
    await work.insert(IncidentInjury, { ...injury.values, ...sealed }, { audience });
  }
}

async function addPerpetrators(
  work: Work,
  of: Sealed,
  inputs: readonly NewAllegedPerpetrator[],
  audienceOf: AudienceOf,
): Promise<void> {
  for (const [at, input] of inputs.entries()) await addPerpetrator(work, of, input, at, audienceOf);
}

/** @param at how many stand there before; the first is the primary one unless said otherwise. @returns its id */
export async function addPerpetrator(
  work: Work,
  { caseId, incidentId, dataKeyId }: Sealed,
  { id, values, identity }: NewAllegedPerpetrator,
  at: number,
  audienceOf: AudienceOf,
): Promise<string> {
  const allegedPerpetratorId = await work.insert(
    AllegedPerpetrator,
    { rank: at === 0 ? 'PRIMARY' : 'SECONDARY', ...values, id, caseId, incidentId },
    { audience: audienceOf(AllegedPerpetrator) },
  );
  if (identity) {
    const whole = { ...identity.values, caseId, allegedPerpetratorId, dataKeyId };
    await work.insert(PerpetratorIdentity, whole, { audience: audienceOf(PerpetratorIdentity) });
  }
  return allegedPerpetratorId;
}
