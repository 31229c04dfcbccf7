/** Taking out what was recorded in error, with whatever belongs to it, and putting it back. */
import type { Text } from '../../../base/locale';
import { problem, ProblemError } from '../../../base/problem';
import { field } from '../../../model/input';
import { changing, making, type Making } from '../../../model/action-input';
import type { ThingRecord } from '../../../model/record';
import { allThings, thingOf, type Constructor, type Thing } from '../../../model/thing';
import type { Duty } from '../../../policy/duties';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import { asSystem, type SystemWrite } from '../../../writing/system-write';
import type { Where, Work } from '../../../writing/work';
import { nobody } from '../../../writing/work-ledger';
import { versionConflict } from '../../../writing/work-errors';
import { Attachment, AttachmentContent } from '../attachment/attachment.entity';
import { AllegedPerpetrator, PerpetratorIdentity } from '../incident/alleged-perpetrator.entity';
import { receiversOf } from '../case/case.audience';
import type { Case } from '../case/case.entity';
import { caseLifecycle, same, toldOf } from '../case/case.lifecycle';
import { keepReason, workedOn } from '../case/case.step';
import { refreshShare } from '../case/case.share';
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
import { Voiding } from './voiding.entity';

/** A record that can be recorded in error: of a case, or of an organisation. */
type Voidable = ThingRecord & { readonly caseId: string | null; readonly voidedAt: string | null };

const inError =
  'What was recorded in error is taken out with whatever belongs to it, whoever wrote it, and put back likewise.';
const voidables: readonly Constructor[] = [
  ...[Incident, IncidentDetail, IncidentNarrative, IncidentInjury, AllegedPerpetrator, PerpetratorIdentity, CaseNote],
  ...[FollowUp, ServiceNeed, ServiceNeedText, PlannedAction, PlannedActionText],
  ...[Complaint, ComplaintIdentity, ComplaintNote, Attachment, AttachmentContent],
];
const writes = new Map<Thing, SystemWrite>(voidables.map((target) => [thingOf(target), asSystem(target, inError)]));
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
  /** @throws ProblemError with what is against it */
  readonly assertFree?: (work: Work, record: T) => Promise<void>;
}

function voids<T extends Voidable>(target: Constructor<T>, { name, what, label, duty, assertFree }: Taking<T>): void {
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
      const record = await work.load(target, given[recordId] ?? '', {
        right: 'read',
        path: [recordId],
        expectedVersion: given.expectedVersion,
      });
      const of = record.caseId === null ? null : await workedOn(work, record.caseId);
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
  const whose = { caseId: of?.id ?? null, organisationId: of ? null : work.actor.organisationId };
  return work.insert(Voiding, { id, ...whose, entity: name, recordId: record.id, makerId: record.createdById });
}

/** Among the notes of the case; of a complaint of no case, among its own. */
async function keepWhy(work: Work, { id: complaintId }: Voidable, of: Case | null, text: string): Promise<void> {
  if (of) return keepReason(work, of, text);
  const sealed = { complaintId, caseId: null, dataKeyId: work.newDataKey() };
  await work.insert(ComplaintNote, { ...sealed, text, step: work.action }, { as: reasonOfComplaint });
}

/** Marks records, and whatever hangs on them, as taken out at this moment, or as standing again. */
async function mark(
  work: Work,
  thing: Thing,
  records: readonly Voidable[],
  of: Case | null,
  voidedAt: string | null,
  incidentId = records[0] && incidentOf(thing, records[0]),
): Promise<void> {
  const target = thing.target as Constructor<Voidable>;
  const audience = of ? (await receiversOf(work, [of]))(target, incidentId) : nobody;
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
  refreshShare(work, of.id);
  if (target === FollowUp) refreshDue(work, of.id);
}

const incidentOf = ({ target }: Thing, record: Voidable & { readonly incidentId?: string }): string | undefined =>
  target === Incident ? record.id : record.incidentId;

/** Things whose records are a part of this one's: what can be without it is none. */
const partsOf = (thing: Thing): { readonly thing: Thing; readonly attribute: string }[] =>
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

voids(Attachment, {
  name: 'voidAttachment',
  what: 'an attachment, with its content,',
  label: out('the attachment', 'o anexo'),
});

/** Of whoever is asked to serve it, it would stand nowhere what for. @throws ProblemError OPEN_REFERRALS */
async function assertUnserved(work: Work, { id }: ServiceNeed): Promise<void> {
  const { referralRuns } = await factsOf(work, id);
  if (referralRuns) throw new ProblemError([{ ...referralIsOpen, path: ['serviceNeedId'] }]);
}

action(
  {
    name: 'restoreRecord',
    of: Voiding,
    label: { en: 'put back what was taken out', pt: 'repor o que foi retirado' },
    description: 'Puts back what was taken out by mistake, with whatever belongs to it.',
    duty: 'supervision',
    input: changing(Voiding, { description: 'What putting a record back takes.', fields: { reason: reasonNeeded } }),
    steps: [caseLifecycle.on({ from: toldOf, to: same })],
  },
  async (work, { id, expectedVersion, reason }) => {
    const voiding = await work.load(Voiding, id, { expectedVersion });
    const of = voiding.caseId === null ? null : await workedOn(work, voiding.caseId);
    if (voiding.restoredAt) throw restored();
    const thing = allThings.get(voiding.entity);
    if (!thing) throw new Error(`${voiding.entity} is no thing`);
    const target = thing.target as Constructor<Voidable>;
    const records = await work.find(target, { id: voiding.recordId }, true);
    await assertWhole(work, thing, records);
    await mark(work, thing, records, of, null);
    for (const record of records) await keepWhy(work, record, of, reason);
    await work.update(Voiding, voiding, { restoredAt: now() });
    return id;
  },
);

/** A part is put back with what it is a part of, where that was taken out. */
async function assertWhole(work: Work, thing: Thing, records: readonly Voidable[]): Promise<void> {
  const above = [...writes.keys()].filter((whole) => partsOf(whole).some((part) => part.thing === thing));
  for (const whole of above) {
    const link = [...thing.links.values()].find(({ kind, target }) => kind === 'one' && target() === whole);
    const id = records.map((record) => (record as unknown as Record<string, string>)[link?.local ?? '']);
    const found = await work.find(whole.target as Constructor<Voidable>, { id } as unknown as Where<Voidable>);
    if (found.some(({ voidedAt }) => voidedAt !== null)) {
      throw problem(
        'VOIDED',
        'What it belongs to was taken out as well. Restore that; this comes back with it.',
        'Aquilo a que pertence também foi retirado. Reponha-o; isto volta com ele.',
      );
    }
  }
}

const restored = () => problem('NOT_VOIDED', 'It was put back already.', 'Já foi reposto.');
