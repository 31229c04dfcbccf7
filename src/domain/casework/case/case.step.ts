/** What every step of a case does: the lifecycle is asked, status and stage are set. */
import { notFound, ProblemError } from '../../../base/problem';
import type { ThingRecord } from '../../../model/record';
import type { Constructor } from '../../../model/thing';
import { asSystem } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import type { LoadOptions } from '../../../writing/work-values';
import type { CaseStatus } from './case.codes';
import type { CaseNoteKind } from './case-note.codes';
import { CaseNote } from './case-note.entity';
import { refreshDue } from '../follow-up/follow-up.due';
import { Case } from './case.entity';
import { caseLifecycle, servicesEnded, stageOf, type CaseFacts } from './case.lifecycle';

type Gather = (work: Work, record: Case) => Promise<CaseFacts>;
let gather: Gather | undefined;

/** Says how all that guards judge by is gathered; declared where all of it is known. */
export function gatherFacts(by: Gather): void {
  gather = by;
}

/**
 * The status after a step. Where the step cannot be taken, everything is gathered that the guards of others judge by:
 * what is named as possible is possible.
 * @throws ProblemError IllegalStep, or what the guards have against it
 */
export async function nextStatus(
  work: Work,
  record: Case,
  facts: CaseFacts = {},
  cause = work.action,
): Promise<CaseStatus> {
  const known = caseLifecycle.has(record.status, cause) ? {} : await gather?.(work, record);
  return caseLifecycle.step(record.status, cause, { ...known, ...facts });
}

/**
 * Takes a step, that of the mutation which is being done unless it follows from something else, with whatever else of
 * the case changes by it.
 * @throws ProblemError IllegalStep, or what the guards have against it
 */
export async function takeStep(
  work: Work,
  record: Case,
  changes: Values<Case> = {},
  facts: CaseFacts = {},
  cause = work.action,
): Promise<void> {
  if (changes.closedOffAt === undefined) assertNotClosedOff(record);
  const status = await nextStatus(work, record, facts, cause);
  const ended = record.draftUntil !== null && status !== 'DRAFT' ? { draftUntil: null } : {};
  const stage = stageOf[status] ?? record.workflowStage;
  if (status !== record.status || 'riskLevel' in changes || 'openedAt' in changes) refreshDue(work, record.id);
  await work.update(Case, record, { ...changes, ...ended, status, workflowStage: stage });
}

/**
 * The case that something belongs to, held until the end, as far as what is being done may be done while it stands so.
 * @throws ProblemError IllegalStep, CONSENT_MISSING
 */
export async function workedOn(work: Work, caseId: string): Promise<Case> {
  const record = await heldCase(work, caseId);
  assertNotClosedOff(record);
  await nextStatus(work, record);
  return record;
}

/** The same for what is recorded though the survivor has ended the consent to services. @throws ProblemError IllegalStep */
export async function keptOn(work: Work, caseId: string): Promise<Case> {
  const record = await heldCase(work, caseId);
  await nextStatus(work, record);
  return record;
}

async function heldCase(work: Work, caseId: string): Promise<Case> {
  const [record] = await work.find(Case, { id: caseId }, true);
  // It was a draft, and was discarded just now.
  if (!record) throw notFound(['id']);
  return record;
}

/**
 * The case that something is to be added to, by whoever may write it.
 * @throws ProblemError NOT_FOUND, IllegalStep, CONSENT_MISSING
 */
export async function caseToAddTo(work: Work, caseId: string): Promise<Case> {
  const record = await work.load(Case, caseId, { path: ['caseId'] });
  assertNotClosedOff(record);
  await nextStatus(work, record);
  return record;
}

/**
 * A record of a case that is to be changed, and the case. The case is held first, as whatever ends the work on it holds
 * it: so neither waits for the other in a circle.
 * @throws ProblemError NOT_FOUND, VERSION_CONFLICT, and what is against work on the case
 */
export async function inCase<T extends ThingRecord & { readonly caseId: string }>(
  work: Work,
  target: Constructor<T>,
  id: string,
  options: Pick<LoadOptions, 'expectedVersion' | 'path'> = {},
): Promise<{ readonly record: T; readonly of: Case }> {
  const { caseId } = await work.load(target, id, { right: 'read', path: options.path ?? ['id'] });
  const of = await workedOn(work, caseId);
  return { of, record: await work.load(target, id, options) };
}

/** @throws ProblemError CONSENT_MISSING where the survivor has ended the consent to services, whatever the status */
export function assertNotClosedOff({ closedOffAt }: Case): void {
  if (closedOffAt) throw new ProblemError([servicesEnded]);
}

/** Adds a note to the case, sealed. @returns its id */
export const addNote = (
  work: Work,
  { id: caseId, dataKeyId }: Pick<Case, 'id' | 'dataKeyId'>,
  kind: CaseNoteKind,
  text: string,
  id?: string | null,
  followUpId: string | null = null,
): Promise<string> => work.insert(CaseNote, { id, caseId, dataKeyId, kind, text, followUpId });

const stepReason = asSystem(
  CaseNote,
  'The reason of a step is kept among the notes of the case, whoever takes the step.',
);

/** Keeps the reason of a step among the notes of the case, if one was given. */
export async function keepReason(
  work: Work,
  { id: caseId, dataKeyId }: Case,
  text: string | null | undefined,
): Promise<void> {
  if (text)
    await work.insert(
      CaseNote,
      { caseId, dataKeyId, kind: 'STEP_REASON', text, step: work.action },
      { as: stepReason },
    );
}
