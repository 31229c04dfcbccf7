/** Drafts: how long they are kept, how they are discarded, and their end by itself. */
import { sql, type Sql } from '../../../base/sql';
import { field } from '../../../model/input';
import { making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import { StaffMember } from '../../organisation/staff-member.entity';
import { eraseDraft, erasingWrites } from './case.erasure';
import { Case } from './case.entity';
import { caseLifecycle, erased, ownDraft } from './case.lifecycle';
import { accusedIn } from './case.members';
import { nextStatus } from './case.step';
import { Erasure } from '../erasure/erasure.entity';
import { onDuty, tell } from '../notice/notice.sending';

const DAY = 86_400_000;

/** Days before its end that a draft's people are warned. */
export const WARNED_DAYS = 3;

/** Until when a draft that is begun now is kept. */
export async function draftEnd(work: Work): Promise<string> {
  const { draftDays } = await countryOf(work);
  return new Date(Date.now() + draftDays * DAY).toISOString();
}

/** Whether its people are warned of its end already. */
export const endsSoon = ({ draftUntil }: Pick<Case, 'draftUntil'>): boolean =>
  draftUntil !== null && Date.parse(draftUntil) <= Date.now() + WARNED_DAYS * DAY;

/** Who began a draft discards it; one that was imported was begun by nobody here, and whoever reviews it decides. */
export const isOwnDraft = (work: Work, { createdById, imported }: Pick<Case, 'createdById' | 'imported'>): boolean =>
  imported || createdById === work.actor.accountId;

action(
  {
    name: 'discardCase',
    of: Erasure,
    label: { en: 'discard the draft', pt: 'descartar o rascunho' },
    description:
      'Erases a draft at once and for good, with whatever belongs to it; a survivor who has no other case goes along. Who began it discards it; one that was imported, whoever manages cases.',
    duty: 'caseRegistration',
    input: making(Erasure, {
      description: 'What discarding a draft takes. It cannot be undone.',
      fields: {
        caseId: field({ type: 'uuid', of: () => Case, description: 'The draft.' }),
        expectedVersion: field({ type: 'int', description: 'Version of it that the client has seen.' }),
      },
    }),
    steps: [caseLifecycle.on({ from: ['DRAFT'], to: erased, guards: [ownDraft] })],
  },
  async (work, { id, caseId, expectedVersion }) => {
    const record = await work.load(Case, caseId, { expectedVersion, path: ['caseId'] });
    await nextStatus(work, record, { ownDraft: isOwnDraft(work, record) });
    return eraseDraft(work, record, 'DISCARDED', id);
  },
);

/** Drafts that end within so many days; what a version before began says no day. */
const ending = (days: number, draftDays: number): Sql => sql`c.status = 'DRAFT' AND
  (c.draft_until <= now() + make_interval(days => ${days}) OR (c.draft_until IS NULL
    AND c.created_at <= now() + make_interval(days => ${days - draftDays})))`;

const warning = sql`SELECT FROM notice n WHERE n.case_id = c.id AND n.kind = 'DRAFT_EXPIRES'`;

sweep({
  name: 'warnOfDrafts',
  label: { en: 'warn that a draft is about to be erased', pt: 'avisar que um rascunho está prestes a ser apagado' },
  description: `tells the makers of drafts ${WARNED_DAYS} days before these are erased`,
  writes: [],
  run: async (work) => {
    const { draftDays } = await countryOf(work);
    const due = await held(work, sql`${ending(WARNED_DAYS, draftDays)} AND NOT EXISTS (${warning})`);
    for (const draft of due) await tell(work, 'DRAFT_EXPIRES', await peopleOf(work, draft), draft);
    return due.length;
  },
});

/**
 * Nothing is erased without a warning: where that came late, because nobody served, the draft is kept longer. Where
 * nobody can be warned it is kept no longer than it takes to notice.
 */
sweep({
  name: 'eraseDrafts',
  label: { en: 'erase a draft whose time is over', pt: 'apagar um rascunho cujo prazo terminou' },
  description: 'erases drafts that were not registered in the country’s days, with their keys',
  writes: erasingWrites,
  run: async (work) => {
    const { draftDays } = await countryOf(work);
    const warned = sql`EXISTS (${warning} AND n.created_at <= now() - make_interval(days => ${WARNED_DAYS}))`;
    const over = sql`(${warned} OR ${ending(-WARNED_DAYS, draftDays)})`;
    const due = await held(work, sql`${ending(0, draftDays)} AND ${over}`);
    for (const draft of due) {
      const told = await peopleOf(work, draft);
      await nextStatus(work, draft, {}, 'the end of its time');
      await eraseDraft(work, draft, 'DRAFT_EXPIRED');
      await tell(work, 'DRAFT_ERASED', told, null);
    }
    return due.length;
  },
});

/** Those that somebody works on just now are left for the next time. */
async function held(work: Work, condition: Sql): Promise<Case[]> {
  const due = await work.query<{ id: string }>(sql`
    SELECT c.id FROM "case" c WHERE ${condition}
    ORDER BY c.draft_until, c.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  return due.length > 0 ? work.find(Case, { id: due.map(({ id }) => id) }, true) : [];
}

/** Who began it and who has it; where nobody of them is there any more, who supervises; never who is accused in it. */
async function peopleOf(work: Work, { id: caseId, createdById, ownerId, organisationId }: Case): Promise<string[]> {
  const accused = await accusedIn(work, caseId);
  const open = (ids: readonly string[]): string[] => ids.filter((id) => !accused.has(id));
  const own = open([createdById, ownerId].filter((one) => one !== null));
  const there = (await work.find(StaffMember, { id: own, active: true, organisationId })).map(({ id }) => id);
  return there.length > 0 ? there : open(await onDuty(work, 'supervision', organisationId));
}
