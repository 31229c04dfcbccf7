/** The end of letters: what was on paper is not kept for longer than it may be needed. */
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import { LETTER_MONTHS } from './referral-letter.content';
import { ReferralLetter } from './referral-letter.entity';

const erased = asSystem(ReferralLetter, 'A letter is erased when its time is over.');

sweep({
  name: 'eraseLetters',
  label: { en: 'erase a letter whose time is over', pt: 'apagar uma carta cujo prazo terminou' },
  description: `erases letters ${LETTER_MONTHS} months after they were issued`,
  writes: [erased],
  run: async (work) => {
    const due = await work.query<{ id: string }>(sql`
      SELECT id FROM referral_letter WHERE created_at < now() - ${`${LETTER_MONTHS} months`}::interval
      ORDER BY created_at LIMIT ${SWEEP_BATCH} FOR UPDATE SKIP LOCKED`);
    if (due.length === 0) return 0;
    const letters = await work.find(ReferralLetter, { id: due.map(({ id }) => id) }, true);
    work.erase(ReferralLetter, letters, { as: erased });
    return letters.length;
  },
});
