/** Which consents stand, as SQL. */
import { raw, sql, type Sql } from '../../../base/sql';
import type { ConsentPurpose } from './consent.codes';

/**
 * Of a consent `e`: it ends what was agreed to of the kind before. What separates merged records again ends by its id
 * the one entry that merging had carried over, and what notes that a time is over the one whose time that was: the
 * survivor decided nothing, and whatever else was agreed to stays.
 */
export const decidesAgainst = raw(`e.decision <> 'GIVEN' AND (e.withdraws_id IS NULL
          OR (e.reason IS DISTINCT FROM 'RECORDS_MERGED' AND e.decision <> 'EXPIRED'))`);

/** Of a consent `g`: no entry has ended it. */
const notEnded = sql`NOT EXISTS (
        SELECT FROM consent e WHERE e.survivor_id = g.survivor_id AND (e.withdraws_id = g.id OR (
          ${decidesAgainst} AND e.purpose = g.purpose
          AND e.created_at >= g.created_at
          AND (e.recipient_id IS NULL OR e.recipient_id = g.recipient_id)
          AND (e.recipient_category IS NULL OR e.recipient_category = g.recipient_category))))`;

/** Of a consent `g`. */
export const standing = sql`g.decision = 'GIVEN' AND (g.valid_until IS NULL OR g.valid_until > now())
      AND ${notEnded}`;

/** Of a consent `g`: it would stand, were its time not over. */
export const lapsed = sql`g.decision = 'GIVEN' AND g.valid_until <= now() AND ${notEnded}`;

/** A consent of the survivor to this stands. @param survivorId as the statement that asks has it */
export const consentStands = (survivorId: Sql, purpose: ConsentPurpose): Sql => sql`EXISTS (
  SELECT FROM consent g WHERE g.survivor_id = ${survivorId} AND g.purpose = ${purpose} AND ${standing})`;
