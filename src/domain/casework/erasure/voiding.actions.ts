/** Taking out what was recorded in error, with whatever belongs to it, and putting it back. */
import type { Text } from '../../../base/locale';
import { problem, ProblemError } from '../../../base/problem';
import { field } from '../../../model/input';
import { making, type Making } from '../../../model/action-input';
import type { ThingRecord } from '../../../model/record';
import { noteRestorable } from '../../../model/restorable';
import { thingOf, type Constructor, type Thing } from '../../../model/thing';
import type { Duty } from '../../../policy/duties';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import { asSystem, type SystemWrite } from '../../../writing/system-write';
import type { Where, Work } from '../../../writing/work';
import type { LoadOptions } from '../../../writing/work-values';
import { nobody } from '../../../writing/work-ledger';
import { assertVersion, versionConflict } from '../../../writing/work-errors';
import { Attachment, AttachmentContent } from '../attachment/attachment.entity';
import { AllegedPerpetrator, PerpetratorIdentity } from '../incident/alleged-perpetrator.entity';
import { receiversOf } from '../case/case.audience';
import type { Case } from '../case/case.entity';
import { caseLifecycle, same, toldOf } from '../case/case.lifecycle';
import { keepReason, workedOn } from '../case/case.step';
import { reasonNeeded } from '../case/case-note.inputs';
import { CaseNote } from '../case/case-note.entity';
import { Incident, IncidentDetail } from '../incident/incident.entity';
import { refreshDue } from '../follow-up/follow-up.due';
import { FollowUp } from '../follow-up/follow-up.entity';
import { IncidentInjury, IncidentNarrative } from '../incident/incident-narrative.entity';
import { Complaint } from '../complaint/complaint.entity';
import { ComplaintIdentity, ComplaintNote } from '../complaint/complaint-record.entity';
import { ServiceNeed, ServiceNeedText } from '../need/service-need.entity';
import { referralIsOpen } from '../need/service-need.lifecycle';
import { factsOf } from '../need/service-need.referrals';
import { PlannedAction, PlannedActionText } from '../plan/planned-action.entity';
import { ServiceDelivery } from '../session/service-delivery.entity';
import { ServiceSession } from '../session/service-session.entity';
import { followIncidents } from '../referral/referral.due-anew';
import { followServed, givenThings, ownOf } from '../session/service-session.voiding';
import { Voiding } from './voiding.entity';

/** A record that can be recorded in error: of a case, or of an organisation. */
export type Voidable = ThingRecord & { readonly caseId: string | null; readonly voidedAt: string | null };

const inError =
  'What was recorded in error is taken out with whatever belongs to it, whoever wrote it, and put back likewise.';
const voidables: readonly Constructor[] = [
  ...[Incident, IncidentDetail, IncidentNarrative, IncidentInjury, AllegedPerpetrator, PerpetratorIdentity, CaseNote],
  ...[FollowUp, ServiceNeed, ServiceNeedText, PlannedAction, PlannedActionText, ServiceSession, ServiceDelivery],
  ...[Complaint, ComplaintIdentity, ComplaintNote, Attachment, AttachmentContent],
];
noteRestorable(voidables);
export const writes = new Map<Thing, SystemWrite>(
  voidables.map((target) => [thingOf(target), asSystem(target, inError)]),
);
const reasonOfComplaint = asSystem(
  ComplaintNote,
  'Why a complaint is taken out is kept among its notes, whoever does it.',
);

type Given = Making & { readonly expectedVersion: number; readonly reason: string };

/** A mutation that takes out records of a thing. */
interface Taking<T> {
  readonly name: string;
  readonly what: string;
  readonly label: Text;
  readonly duty?: Duty;
  /** The record, as far as the actor may take it out; unless said, whoever sees it may. @throws ProblemError */
  readonly find?: (work: Work, id: string, options: LoadOptions) => Promise<T>;
  /** @throws ProblemError with what is against it */
  readonly assertFree?: (work: Work, record: T) => Promise<void>;
}

function voids<T extends Voidable>(
  target: Constructor<T>,
  { name, what, label, duty, find, assertFree }: Taking<T>,
): void {
  const { singular } = thingOf(target);
  const recordId = `${singular}Id`;
  action(
    {
      name,
      of: Voiding,
      label,
      description: `Takes ${what} out of all lists, counts and shares, since it was recorded in error.`,
      ...(duty && { duty }),
      input: making(Voiding, {
        description: `What taking ${what} out takes.`,
        fields: {
          [recordId]: field({ type: 'uuid', of: () => target, description: 'The record.' }),
          expectedVersion: field({ type: 'int', description: 'Version of it that the client has seen.' }),
          reason: reasonNeeded,
        },
      }),
      steps: [caseLifecycle.on({ from: toldOf, to: same })],
    },
    async (work, input) => {
      const given = input as unknown as Given & Readonly<Record<string, string>>;
      const options = { path: [recordId] };
      const ask = find ?? ((unit, id, how) => unit.load(target, id, { ...how, right: 'read' }));
      const record = await ask(work, given[recordId] ?? '', options);
      const of = record.caseId === null ? null : await workedOn(work, record.caseId);
      assertVersion(record, given.expectedVersion);
      const current = await held(work, target, record);
      await assertFree?.(work, current);
      return takeOut(work, target, current, of, given);
    },
  );
}

/** The record as it is by now, held as the case is. @throws ProblemError VERSION_CONFLICT where somebody was faster */
async function held<T extends Voidable>(work: Work, target: Constructor<T>, { id, version }: T): Promise<T> {
  const [found] = await work.find(target, { id } as Where<T>, true);
  if (!found) throw new Error('a record without itself');
  if (found.version !== version) throw versionConflict(version, found.version);
  return found;
}

async function takeOut<T extends Voidable>(
  work: Work,
  target: Constructor<T>,
  record: T,
  of: Case | null,
  { id, reason }: { readonly id?: string | null; readonly reason: string },
): Promise<string> {
  if (record.voidedAt) throw already();
  await mark(work, thingOf(target), [record], of, now());
  await keepWhy(work, record, of, reason);
  const { name } = thingOf(target);
  // What a provider took out of its own record is its own to put back.
  const isOurs = of !== null && of.organisationId === work.actor.organisationId;
  const isOfCase = of !== null && (isOurs || !givenThings.includes(target));
  const whose = { caseId: isOfCase ? of.id : null, organisationId: isOfCase ? null : work.actor.organisationId };
  return work.insert(Voiding, { id, ...whose, entity: name, recordId: record.id, makerId: record.createdById });
}

/** Among the notes of the case; of a complaint of no case, among its own. */
export async function keepWhy(work: Work, { id: complaintId }: Voidable, of: Case | null, text: string): Promise<void> {
  if (of) return keepReason(work, of, text);
  const sealed = { complaintId, caseId: null, dataKeyId: work.newDataKey() };
  await work.insert(ComplaintNote, { ...sealed, text, step: work.action }, { as: reasonOfComplaint });
}

/** Marks records, and whatever hangs on them, as taken out at this moment, or as standing again. */
export async function mark(
  work: Work,
  thing: Thing,
  records: readonly Voidable[],
  of: Case | null,
  voidedAt: string | null,
  incidentId = records[0] && incidentOf(thing, records[0]),
): Promise<void> {
  const target = thing.target as Constructor<Voidable>;
  const audience = givenThings.includes(target)
    ? nobody
    : of
      ? (await receiversOf(work, [of]))(target, incidentId)
      : nobody;
  const as = writes.get(thing);
  if (!as) throw new Error(`${thing.name} is not taken out`);
  // What was taken out by itself before stays out.
  const before = new Set(records.map((record) => record.voidedAt));
  for (const record of records) await work.update(target, record, { voidedAt }, { as, audience });
  for (const { thing: part, attribute } of partsOf(thing)) {
    const ids = records.map(({ id }) => id);
    const held = await work.find(part.target as Constructor<Voidable>, { [attribute]: ids }, true);
    const concerned = held.filter((one) => before.has(one.voidedAt));
    if (concerned.length > 0) await mark(work, part, concerned, of, voidedAt, incidentId);
  }
  if (!of) return;
  if (target === FollowUp) refreshDue(work, of.id);
  if (target === Incident) await followIncidents(work, of.id);
  if (givenThings.includes(target)) await followServed(work, records);
}

const incidentOf = ({ target }: Thing, record: Voidable & { readonly incidentId?: string }): string | undefined =>
  target === Incident ? record.id : record.incidentId;

/** Things whose records are a part of this one's: what can be without it is none. */
export const partsOf = (thing: Thing): { readonly thing: Thing; readonly attribute: string }[] =>
  [...writes.keys()].flatMap((part) =>
    [...part.links.values()]
      .filter(({ kind, foreign, target }) => kind === 'one' && foreign === 'id' && target() === thing)
      .filter(({ local }) => part.attributes.get(local)?.nullable === false)
      .map(({ local }) => ({ thing: part, attribute: local })),
  );

const already = () =>
  problem(
    'VOIDED',
    'This was taken out already, as recorded in error. Read it anew.',
    'Isto já foi retirado, por ter sido registado por engano. Leia-o de novo.',
  );

const out = (en: string, pt: string): Text => ({
  en: `take ${en} out, as recorded in error`,
  pt: `retirar ${pt}, por engano no registo`,
});
voids(Incident, {
  name: 'voidIncident',
  what: 'an incident',
  label: out('the incident', 'o incidente'),
  duty: 'supervision',
});
voids(AllegedPerpetrator, {
  name: 'voidAllegedPerpetrator',
  what: 'an alleged perpetrator',
  label: out('the alleged perpetrator', 'o alegado agressor'),
  duty: 'supervision',
});
voids(Complaint, {
  name: 'voidComplaint',
  what: 'a complaint',
  label: out('the complaint', 'a queixa'),
  duty: 'supervision',
});
voids(CaseNote, { name: 'voidCaseNote', what: 'a note', label: out('the note', 'a nota') });
voids(FollowUp, {
  name: 'voidFollowUp',
  what: 'a follow-up, with its notes,',
  label: out('the follow-up', 'o seguimento'),
  duty: 'caseManagement',
});
voids(ServiceNeed, {
  name: 'voidServiceNeed',
  what: 'a service need',
  label: out('the service need', 'a necessidade de serviço'),
  assertFree: assertUnserved,
});
voids(PlannedAction, {
  name: 'voidPlannedAction',
  what: 'something planned',
  label: out('what was planned', 'o que se planeou'),
});

voids(ServiceSession, {
  name: 'voidServiceSession',
  what: 'a session of a service',
  label: out('the session', 'a sessão'),
  find: (work, id, options) => ownOf(work, ServiceSession, id, options),
});
voids(ServiceDelivery, {
  name: 'voidServiceDelivery',
  what: 'an entry of a service record',
  label: out('the entry of the service record', 'a entrada do registo do serviço'),
  find: (work, id, options) => ownOf(work, ServiceDelivery, id, options),
});
voids(Attachment, {
  name: 'voidAttachment',
  what: 'an attachment, with its content,',
  label: out('the attachment', 'o anexo'),
});

/** Of whoever is asked to serve it, it would stand nowhere what for. @throws ProblemError OPEN_REFERRALS, SERVICE_RECORDED */
async function assertUnserved(work: Work, { id }: ServiceNeed): Promise<void> {
  const { referralRuns } = await factsOf(work, id);
  if (referralRuns) throw new ProblemError([{ ...referralIsOpen, path: ['serviceNeedId'] }]);
  const of = { needId: id, voidedAt: null };
  const [sessions, given] = await Promise.all([work.find(ServiceSession, of), work.find(ServiceDelivery, of)]);
  if (sessions.length + given.length > 0) throw serviceRecorded();
}

const serviceRecorded = () =>
  problem(
    'SERVICE_RECORDED',
    'Sessions or services are on record for this need. Take those out first, if they were recorded in error as well.',
    'Há sessões ou serviços registados para esta necessidade. Retire-os primeiro, se também foram registados por engano.',
    ['serviceNeedId'],
  );
