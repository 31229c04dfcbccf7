/** Keeping the marks of identities: with every change of a number, and of what was recorded before there were marks. */
import { sql } from '../../../base/sql';
import type { Constructor } from '../../../model/thing';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Values, Work } from '../../../writing/work';
import { SurvivorIdentity } from '../survivor/survivor-identity.entity';
import { MARKED_BY, marksOf, type Marks, type Numbers } from './identity-marks';
import { findSure } from './possible-duplicate.finding';

/** The marks of a new identity, or of what changes of one. */
export const marked = (work: Work, numbers: Numbers): Marks => marksOf(work.ctx.app.vault, work.country, numbers);

/** The same of any part of a survivor's record: of others there are none. */
export const markAgain = (work: Work, target: Constructor, changes: Numbers): Values<SurvivorIdentity> =>
  target === SurvivorIdentity ? marked(work, changes) : {};

sweep({
  name: 'markIdentities',
  label: { en: 'comparing numbers recorded before', pt: 'comparação de números registados antes' },
  description: 'marks telephone and document numbers that were recorded before they were compared, and compares them',
  writes: [],
  run: markBatch,
});

async function markBatch(work: Work): Promise<number> {
  const due = await work.query<{ id: string; survivorId: string }>(sql`
    SELECT id, survivor_id AS "survivorId" FROM survivor_identity WHERE marked_by < ${MARKED_BY}
    ORDER BY id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  for (const { id } of due) {
    const text = (name: 'phone' | 'idNumber'): Promise<string | null> => work.reveal(SurvivorIdentity, { id }, name);
    const [phone, idNumber] = await Promise.all([text('phone'), text('idNumber')]);
    const { phoneMark = null, secondPhoneMark = null, documentMark = null } = marked(work, { phone, idNumber });
    // The version stays: nobody who changes the identity is told that somebody was faster.
    work.write(sql`UPDATE survivor_identity SET phone_mark = ${phoneMark}, second_phone_mark = ${secondPhoneMark},
      document_mark = ${documentMark}, marked_by = ${MARKED_BY} WHERE id = ${id}`);
  }
  if (due.length > 0)
    findSure(
      work,
      due.map(({ survivorId }) => survivorId),
    );
  return due.length;
}
