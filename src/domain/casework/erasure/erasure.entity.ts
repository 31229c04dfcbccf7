import { ThingRecord } from '../../../model/record';
import { thingLabel } from '../../../model/thing';
import { sql } from '../../../base/sql';
import { Attribute, Hidden, Link, linkThings, Thing } from '../../../model/declaration';
import { StaffMember } from '../../organisation/staff-member.entity';
import { isShutOut } from '../case/case.reach';
import { ErasureReason } from './erasure.codes';

/** The trail of what is gone: that something was erased can be shown, what it was cannot. */
@Thing({
  label: { en: 'Erasure', pt: 'Apagamento' },
  description: 'That something was erased for good, with all that belonged to it: when, why and by whom.',
  dataClass: 'ERASURE',
  plural: 'erasures',
  reach: { own: ['makerId'], open: (alias, subject) => sql`NOT ${isShutOut(alias, subject)}` },
  appendOnly: true,
})
export class Erasure extends ThingRecord {
  @Attribute({ type: 'text', labelled: thingLabel, description: 'Type of the record.' })
  entity: string;

  @Attribute({ type: 'uuid', description: 'The record that is no more.' })
  recordId: string;

  @Attribute({ type: ErasureReason, description: 'Why.' })
  reason: ErasureReason;

  @Link(() => StaffMember, { nullable: true, description: 'Who had begun the record.' })
  makerId: string | null;

  /** Whom what is told of the survivor stays shut to, with whoever was accused. */
  @Hidden({ type: 'uuid', nullable: true })
  survivorId: string | null;

  /** Who was accused in it: it is shut to them as it was. */
  @Hidden({ type: ['text'], initial: [] })
  shutOut: string[];
}

linkThings(Erasure, {
  name: 'by',
  description: 'Who erased it; null where it was erased by itself, or the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
