/** The access log: one entry for every sensitive record that was read, written by the statement that reads it. */
import { ThingRecord } from '../../model/record';
import { Attribute, linkThings, Thing } from '../../model/declaration';
import { isOpenEntry } from './access-log.reach';
import { Survivor } from '../casework/survivor/survivor.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { thingLabel } from '../../model/thing';
import { AccessPurpose } from '../../policy/access-purpose.codes';
import { dataClassLabel } from '../../policy/data-class.codes';
import { roleLabel } from '../../policy/role.codes';

@Thing({
  label: { en: 'Entry of the access log', pt: 'Entrada do registo de acessos' },
  description: 'Who read which sensitive record, when and for what purpose. It never holds what was read.',
  dataClass: 'ACCESS_LOG',
  plural: 'accessLogEntries',
  within: ['survivorId', 'actorId', 'organisationId'],
  appendOnly: true,
  reach: { own: ['actorId'], organisation: ['organisationId'], open: isOpenEntry },
})
export class AccessLogEntry extends ThingRecord {
  @Attribute({ type: 'uuid', description: 'Account that read.' })
  actorId: string;

  @Attribute({ type: 'text', labelled: roleLabel, description: 'Role that it read in.' })
  actorRole: string;

  @Attribute({ type: 'uuid', nullable: true, description: 'Organisation that the reader belonged to then.' })
  organisationId: string | null;

  @Attribute({ type: 'text', labelled: thingLabel, description: 'Type of the record that was read.' })
  entity: string;

  @Attribute({
    type: 'uuid',
    nullable: true,
    description: 'Record that was read; null where records were counted.',
  })
  recordId: string | null;

  @Attribute({ type: 'uuid', nullable: true, description: 'Survivor that the record, or what was counted, is about.' })
  survivorId: string | null;

  @Attribute({ type: 'text', labelled: dataClassLabel, description: 'Data class of the record.' })
  dataClass: string;

  @Attribute({ type: AccessPurpose, description: 'What it was read for.' })
  purpose: AccessPurpose;

  @Attribute({ type: 'text', description: 'Request that read it, as in the logs.' })
  requestId: string;
}

const about = { kind: 'one', foreign: 'id' } as const;
linkThings(AccessLogEntry, {
  ...about,
  name: 'reader',
  description: 'Who read; null where the account may not see who.',
  local: 'actorId',
  target: StaffMember,
});
linkThings(AccessLogEntry, {
  ...about,
  name: 'about',
  description: 'Who it is about; null where the account may not see the survivor.',
  local: 'survivorId',
  target: Survivor,
});
