import { ThingRecord } from '../../../model/record';
import { Attribute, Link, linkThings, Thing } from '../../../model/declaration';
import { StaffMember } from '../../organisation/staff-member.entity';
import { EmergencyAlert } from './emergency-alert.entity';

@Thing({
  label: { en: 'Responder', pt: 'Pessoa enviada' },
  description: 'A colleague who was sent to where help is needed.',
  dataClass: 'EMERGENCY_ALERT',
  plural: 'alertResponders',
  reach: { through: 'alert' },
  order: { field: 'sentAt', direction: 'DESC' },
})
export class AlertResponder extends ThingRecord {
  @Link(() => EmergencyAlert, {
    description: 'The alert.',
    many: { name: 'responders', description: 'Who was sent.' },
    write: ['sendToAlert'],
  })
  alertId: string;

  @Link(() => StaffMember, {
    description: 'Who was sent.',
    many: { name: 'alertsSentTo', description: 'Emergency alerts that the colleague was sent to.' },
    write: ['sendToAlert'],
  })
  memberId: string;

  @Attribute({ type: 'dateTime', sort: true, description: 'When they were sent, in UTC.' })
  sentAt: string;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When they were on site, in UTC; now unless said.',
    write: ['recordAlertArrival', 'updateAlertResponder'],
  })
  arrivedAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When they were sent back, or the alert ended, in UTC: from then on they do not read where it is.',
  })
  endedAt: string | null;
}

linkThings(AlertResponder, {
  name: 'sender',
  description: 'Who sent them; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
