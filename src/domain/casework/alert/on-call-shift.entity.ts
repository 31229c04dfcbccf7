import { Index } from 'typeorm';
import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { OnCallStatus, OnCallTurn } from './emergency-alert.codes';
import { onCallNow } from './on-call-shift.now';

const written = ['planOnCall', 'changeOnCall'];

/** It begins and ends by itself: whoever asks is told who it is just now. */
@Index(['memberId', 'endsAt'], { where: `status = 'PLANNED'` })
@Thing({
  label: { en: 'Shift on call', pt: 'Turno de piquete' },
  description: 'That a colleague is on call for emergency alerts, from one time to another.',
  dataClass: 'ROSTER',
  plural: 'onCallShifts',
  reach: { own: ['memberId'], organisation: ['organisationId'] },
  order: { field: 'startsAt', direction: 'DESC' },
  by: [onCallNow],
})
export class OnCallShift extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Organisation whose alerts are answered.',
    many: { name: 'onCallShifts', description: 'Who is on call in the organisation, and when.' },
  })
  organisationId: string;

  @Link(() => StaffMember, {
    description: 'Who is on call.',
    many: { name: 'onCallShifts', description: 'When the colleague is on call.' },
    write: written,
  })
  memberId: string;

  @Attribute({ type: OnCallTurn, description: 'Who is called first.', write: written })
  turn: OnCallTurn;

  @Attribute({
    type: ['text'],
    description: 'Codes of the districts that it is for (`District.code`); empty: all where the organisation works.',
    write: written,
    initial: [],
  })
  districtCodes: string[];

  @Attribute({ type: 'dateTime', sort: true, description: 'From when, in UTC.', write: written })
  startsAt: string;

  @Attribute({ type: 'dateTime', sort: true, description: 'Until when, in UTC.', write: written })
  endsAt: string;

  @Attribute({ type: OnCallStatus, description: 'Whether it stands.' })
  status: OnCallStatus;
}
