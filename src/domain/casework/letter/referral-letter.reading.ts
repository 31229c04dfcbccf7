/** A letter as its page shows it: to whoever has the link, as long as the letter can be used. */
import type { Pool } from 'pg';
import type { CountryLocale } from '../../../model/country.codes';
import { letterable } from './referral-letter.lifecycle';
import type { LetterContent } from './referral-letter.text';

export interface ShownLetter extends LetterContent {
  readonly survivorLanguage: CountryLocale;
  readonly providerLanguage: CountryLocale;
}

/** @returns undefined where it was revoked or answered, has run out, or its referral or the work on the case has ended */
export async function shownLetter(pool: Pool, id: string, today: string): Promise<ShownLetter | undefined> {
  const { rows } = await pool.query<ShownLetter>(
    `SELECT l.number, l.service, l.urgency, l.provider_name AS "providerName", l.place, l.hours,
            l.valid_until::text AS "validUntil", l.work_telephone AS "workTelephone",
            l.survivor_language AS "survivorLanguage", l.provider_language AS "providerLanguage"
       FROM referral_letter l JOIN referral r ON r.id = l.referral_id JOIN "case" c ON c.id = r.case_id
      WHERE l.id = $1 AND l.status = 'ISSUED' AND l.valid_until >= $2 AND r.status = ANY($3) AND c.closed_off_at IS NULL`,
    [id, today, letterable],
  );
  return rows[0];
}
