/** Letters of which it is time to ask what came of them. */
import { raw, sql } from '../../../base/sql';
import { endOf, ofCase, waits, workSource } from '../../work-list/work-source';
import { Referral } from '../referral/referral.entity';
import { ReferralLetter } from './referral-letter.entity';

/** The service was to be given by then; where no time is known, when the letter has run out. */
const dueAt = sql`coalesce(r.service_due_at, ${endOf(raw('l.valid_until'))})`;

workSource({
  name: 'letterWithoutOutcome',
  of: [ReferralLetter, Referral],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({
      ...ofCase,
      ...{ root: raw('r.case_id'), kind: 'LETTER_WITHOUT_OUTCOME', dueAt, since: raw('l.created_at'), from: dueAt },
      responsibleId: raw('coalesce(c.owner_id, l.created_by_id)'),
      record: { entity: ReferralLetter, id: raw('l.id'), makerId: raw('l.created_by_id') },
    })}
    FROM referral_letter l JOIN referral r ON r.id = l.referral_id JOIN "case" c ON c.id = r.case_id
    WHERE ${among(raw('r.case_id'))} AND l.status = 'ISSUED' AND l.replied_on IS NULL
      AND r.status IN ('REQUESTED', 'ACCEPTED', 'IN_SERVICE') AND c.closed_off_at IS NULL`,
});
