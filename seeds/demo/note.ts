/** Notes of a case, safety plans and the reasons given for steps; all sealed. */
import { CaseNote } from '../../src/domain/casework/case/case-note.entity';
import type { CaseNoteKind } from '../../src/domain/casework/case/case-note.codes';
import type { ReasonedStep } from '../text';
import { made, type Row } from './batch';
import { between } from './calendar';
import type { Timeline } from './case-timeline';
import type { Story } from './story';
import type { Colleague } from './world';

/** A case as what hangs on it needs it. */
export interface Noted {
  readonly id: string;
  readonly dataKeyId: string;
}

export function addNote(
  { random, batch }: Pick<Story, 'random' | 'batch'>,
  of: Noted,
  by: Pick<Colleague, 'id'>,
  at: number,
  kind: CaseNoteKind,
  text: string,
  step: string | null = null,
  followUpId: string | null = null,
): Row<CaseNote> {
  const { id: caseId, dataKeyId } = of;
  return batch.add(CaseNote, { caseId, dataKeyId, followUpId, kind, text, step, ...made(random, at, by.id) });
}

const mutationOf: Readonly<Record<ReasonedStep, string>> = {
  SENT_BACK: 'rejectCaseClosure',
  REOPENED: 'reopenCase',
  TRANSFERRED: 'transferCase',
  OPEN_REFERRALS: 'requestCaseClosure',
  DUPLICATE: 'markCaseDuplicate',
  WITHDRAWN: 'withdrawCase',
};

/** The reason of a step, in the words of the country. @returns them */
export function addReason(
  story: Story,
  of: Noted,
  by: Colleague,
  at: number | undefined,
  step: ReasonedStep,
): string | undefined {
  if (at === undefined) return undefined;
  const reasons = story.world.text.transitionReasons.filter((reason) => reason.step === step);
  const { text } = story.random.pick(reasons);
  addNote(story, of, by, at, 'STEP_REASON', text, mutationOf[step]);
  return text;
}

/** What was noted while the case was worked on. */
export function addNotes(story: Story, of: Noted, owner: Colleague, supervisor: Colleague, timeline: Timeline): void {
  const { random, world } = story;
  const { at, endedAt } = timeline;
  if (at.planned !== undefined && random.chance(0.75)) {
    addNote(story, of, owner, at.planned, 'SAFETY_PLAN', random.pick(world.text.safetyPlans));
  }
  const from = at.assessed ?? at.registered;
  const count = from === undefined ? 0 : at.followedUp === undefined ? random.int(0, 1) : random.int(0, 4);
  const until = Math.min(endedAt, (from ?? 0) + LONGEST);
  for (let nth = 0; nth < count; nth++) {
    addNote(story, of, owner, between(random, from as number, until), 'NOTE', random.pick(world.text.caseNotes));
  }
  addReason(story, of, supervisor, at.sentBack, 'SENT_BACK');
  addReason(story, of, owner, at.reopened, 'REOPENED');
  addReason(story, of, supervisor, at.foundDuplicate, 'DUPLICATE');
  addReason(story, of, owner, at.withdrawn, 'WITHDRAWN');
}

/** Work on a case is done after about half a year. */
const LONGEST = 180 * 86_400_000;
