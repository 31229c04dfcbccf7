import { ThingRecord } from '../../model/record';
import { thingLabel } from '../../model/thing';
import { Attribute, Link, linkThings, Thing } from '../../model/declaration';
import { StaffMember } from '../organisation/staff-member.entity';
import { ErasureReason } from './erasure.codes';

/** The trail of what is gone: that something was erased can be shown, what it was cannot. */
@Thing({
  label: { en: 'Erasure', pt: 'Apagamento' },
  description: 'That something was erased for good, with all that belonged to it: when, why and by whom.',
  dataClass: 'ERASURE',
  plural: 'erasures',
  reach: { own: ['makerId'] },
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
}

linkThings(Erasure, {
  name: 'by',
  description: 'Who erased it; null where it was erased by itself, or the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
