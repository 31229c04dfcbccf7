import { Index } from 'typeorm';
import { and, column, or, sql, type Sql } from '../../../base/sql';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import type { Subject } from '../../../model/reach';
import { ThingRecord } from '../../../model/record';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { isOpen } from '../case/case.reach';
import { Survivor } from '../survivor/survivor.entity';
import { DuplicateGround, DuplicateStatus } from './possible-duplicate.codes';

/** A case of this survivor in the organisation is open to me. */
const seen = (alias: string, of: string, subject: Subject): Sql => sql`EXISTS (
  SELECT FROM "case" dc WHERE dc.survivor_id = ${column(alias, of)}
    AND dc.organisation_id = ${column(alias, 'organisation_id')} AND ${isOpen('dc', subject)})`;

/** Both are open to me; of those that are merged there is one left. */
const seesBoth = (alias: string, subject: Subject): Sql =>
  and([
    seen(alias, 'other_id', subject),
    or([sql`${column(alias, 'status')} = 'MERGED'`, seen(alias, 'survivor_id', subject)]),
  ]);

/** What two organisations hold is compared nowhere: only the survivor carries the code from one to another. */
@Index(['organisationId', 'survivorId', 'otherId'], { unique: true })
@Thing({
  label: { en: 'Possible duplicate', pt: 'Possível duplicado' },
  description:
    'Two survivors on record who may be one person, found in the organisation when one of them was recorded, or pointed out by a colleague.',
  dataClass: 'POSSIBLE_DUPLICATE',
  plural: 'possibleDuplicates',
  reach: { organisation: ['organisationId'], open: seesBoth },
  erased: true,
})
export class PossibleDuplicate extends ThingRecord {
  @Link(() => Survivor, {
    description: 'The one who was recorded later; merging leaves the other.',
    many: { name: 'possibleDuplicates', description: 'Survivors recorded before who may be the same person.' },
    write: ['pointOutDuplicate'],
  })
  survivorId: string;

  @Link(() => Survivor, {
    description: 'The one who was recorded before.',
    many: { name: 'possibleRepetitions', description: 'Survivors recorded since who may be the same person.' },
    write: ['pointOutDuplicate'],
  })
  otherId: string;

  @Link(() => Organisation, { description: 'The organisation that follows both.' })
  organisationId: string;

  @Attribute({ type: DuplicateGround, description: 'The surest ground on which it was found.' })
  ground: DuplicateGround;

  @Attribute({ type: DuplicateStatus, description: 'What was decided.', initial: 'OPEN' })
  status: DuplicateStatus;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When it was decided, in UTC. Merged records can be separated again for 30 days from then.',
  })
  decidedAt: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who decided.' })
  decidedById: string | null;

  /** What the merging moved, so that all of it can be moved back: ids of records, and of parts of a survivor's record. */
  @Hidden({ type: ['text'], initial: [] })
  moved: string[];

  /** Names of what was unknown of the one who stays, and was taken from the other. */
  @Hidden({ type: ['text'], initial: [] })
  filled: string[];

  /** Consents that were carried over, and those that one which was carried over ended. */
  @Hidden({ type: ['text'], initial: [] })
  carried: string[];

  @Hidden({ type: ['text'], initial: [] })
  ended: string[];
}
