/** Taking an import back: what it made goes, with its keys, as if it had never been; what somebody has worked on since stays. */
import { sql } from '../../base/sql';
import { changing } from '../../model/action-input';
import type { ThingRecord } from '../../model/record';
import { allThings, thingOf, type Constructor, type Thing } from '../../model/thing';
import { referredFirst } from '../../model/thing-order';
import { action } from '../../writing/action';
import { asSystem, type SystemWrite } from '../../writing/system-write';
import type { Made } from '../../writing/row-work';
import type { Work } from '../../writing/work';
import { DATA_KEY } from '../../writing/work-erasing';
import { AdvocacyActivity, AdvocacyStageReached } from '../advocacy/advocacy-activity.entity';
import { Case } from '../casework/case/case.entity';
import { erasedWithDraft } from '../casework/case/case.erasure';
import { Erasure } from '../casework/erasure/erasure.entity';
import { FollowUpDue } from '../casework/follow-up/follow-up-due.entity';
import { ReferralIncident } from '../casework/referral/referral-incident.entity';
import { Referral } from '../casework/referral/referral.entity';
import { ReferralReason } from '../casework/referral/service-record.entity';
import { MemberAssociation } from '../movement/member-association.entity';
import { MemberCount, MemberCountGroup } from '../movement/member-count.entity';
import { Organisation } from '../organisation/organisation.entity';
import { OutreachActivity, OutreachReach } from '../outreach/outreach-activity.entity';
import { SurveyResult } from '../survey/survey-result.entity';
import { Training, TrainingParticipation } from '../training/training.entity';
import { forgottenAll } from '../work-list/work-source';
import { DataImport } from './import.entity';
import { importLifecycle, UNDONE } from './import.lifecycle';
import { hangingOn, touchedAmong } from './import.touched';

/** Rows that one request takes back at most: the next goes on. */
const MOST_ROWS = 1000;

const noted = asSystem(Erasure, 'What an import made and is taken back is noted, whoever takes it back.');
const reason = 'What an import made is erased where the import is taken back, as far as nobody has touched it since.';
/** What rows can become, with what hangs on it. */
const undoable: readonly Constructor[] = [
  ...[Organisation, ...erasedWithDraft, FollowUpDue, Referral, ReferralIncident, ReferralReason],
  ...[Training, TrainingParticipation, OutreachActivity, OutreachReach, AdvocacyActivity, AdvocacyStageReached],
  ...[MemberAssociation, MemberCount, MemberCountGroup, SurveyResult],
];
const writes = new Map<Thing, SystemWrite>(undoable.map((target) => [thingOf(target), asSystem(target, reason)]));

function writeOf(thing: Thing): SystemWrite {
  const found = writes.get(thing);
  if (!found) throw new Error(`nothing takes a ${thing.name} back`);
  return found;
}

action(
  {
    name: 'undoImport',
    of: DataImport,
    label: { en: 'take the import back', pt: 'desfazer a importação' },
    description: `Erases what an import made, as far as nobody has worked on it since; rows that somebody did stay. At most ${MOST_ROWS} rows at a time: ask again while its status is UNDOING.`,
    input: changing(DataImport, { description: 'What taking an import back takes. It cannot be undone.' }),
    steps: [importLifecycle.on({ from: ['RUNNING', 'DONE', 'UNDOING'], to: 'UNDOING' })],
  },
  async (work, { id, expectedVersion }) => {
    const record = await work.load(DataImport, id, { expectedVersion });
    const undoing = importLifecycle.step(record.status, work.action, undefined);
    const rows = await rowsOf(work, id);
    const touched = await touchedAmong(work, id, rows);
    const going = rows.filter((row) => !touched.has(row));
    await eraseRows(work, going);
    work.write(sql`DELETE FROM imported_row WHERE id = ANY(${going.map((row) => row.id)}::uuid[])`);
    work.write(sql`UPDATE imported_row SET kept = true WHERE id = ANY(${[...touched].map((row) => row.id)}::uuid[])`);
    const status = rows.length < MOST_ROWS ? importLifecycle.step(undoing, UNDONE, undefined) : undoing;
    // People whom a row only called by a code of its own are no rows.
    const ofFile = (all: Iterable<MadeRow>): number => [...all].filter(({ kind }) => kind === record.kind).length;
    const [rowsUndone, rowsKept] = [record.rowsUndone + ofFile(going), record.rowsKept + ofFile(touched)];
    await work.update(DataImport, record, { status, rowsUndone, rowsKept });
    return id;
  },
);

/** A row that became records. */
export interface MadeRow {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string;
  readonly entity: string;
  readonly made: Made;
}

/** The last come first: what they refer to may be of the same file. */
const rowsOf = (work: Work, importId: string): Promise<MadeRow[]> =>
  work.query<MadeRow & Record<string, unknown>>(sql`
    SELECT id, kind, record_id AS "recordId", entity, made FROM imported_row
    WHERE import_id = ${importId} AND NOT kept ORDER BY row DESC LIMIT ${MOST_ROWS} FOR UPDATE`);

/** What hangs on something goes before it. */
async function eraseRows(work: Work, rows: readonly MadeRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = new Map<Thing, string[]>();
  for (const [name, id] of rows.flatMap(({ made }) => made)) {
    const thing = allThings.get(name);
    if (thing) ids.set(thing, [...(ids.get(thing) ?? []), id]);
  }
  for (const [thing, others] of await hangingOn(work, ids)) ids.set(thing, [...(ids.get(thing) ?? []), ...others]);
  work.write(forgottenAll(ids.get(thingOf(Case)) ?? []));
  await noteErasures(work, ids.get(thingOf(Case)) ?? []);
  for (const thing of [...referredFirst(allThings.values())].reverse()) {
    const gone = ids.get(thing);
    if (!gone) continue;
    const target = thing.target as Constructor<ThingRecord>;
    const records = await work.find(target, { id: gone }, true);
    if (thing.derived) for (const record of records) await work.remove(target, record, { as: writeOf(thing) });
    else work.erase(target, records, { as: writeOf(thing) });
  }
  work.destroyKeys(rows.flatMap(({ made }) => made.filter(([name]) => name === DATA_KEY).map(([, id]) => id)));
}

/** That a case was there can be shown, as of any that is erased. */
async function noteErasures(work: Work, ids: readonly string[]): Promise<void> {
  const cases = ids.length > 0 ? await work.find(Case, { id: [...ids] }, true) : [];
  const erasures = cases.map(({ id: recordId, createdById: makerId, survivorId }) => ({
    ...{ entity: 'Case', recordId, reason: 'IMPORT_UNDONE' as const, makerId, survivorId, shutOut: [] },
  }));
  if (erasures.length > 0) await work.insertAll(Erasure, erasures, { as: noted });
}
