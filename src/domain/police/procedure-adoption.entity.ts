/** Units that work by a procedure: what they pledged, took up, and what of it lasts. */
import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { District } from '../country/place.entity';
import { RecipientKind } from '../material/material.codes';
import { Material } from '../material/material.entity';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { AdoptionStatus } from './procedure-adoption.codes';

@Thing({
  label: { en: 'Adoption of a procedure', pt: 'Adopção de um procedimento' },
  description: 'That a unit works by a procedure: pledged, adopted, checked by somebody else, and how long it lasts.',
  dataClass: 'ACTIVITY',
  plural: 'procedureAdoptions',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'updatedAt', direction: 'DESC' },
})
export class ProcedureAdoption extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who works with the unit on it.',
    write: ['pledgeAdoption?', 'recordProcedureAdoption?'],
  })
  organisationId: string;

  @Link(() => Material, {
    description: 'The procedure, in its edition.',
    many: { name: 'adoptions', description: 'Units that pledged to work by it, or do.' },
    write: ['pledgeAdoption', 'recordProcedureAdoption', 'updateProcedureAdoption'],
  })
  procedureId: string;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Name of the unit. Nobody’s name.',
    write: ['pledgeAdoption', 'recordProcedureAdoption', 'updateProcedureAdoption'],
  })
  unit: string;

  @Attribute({
    type: RecipientKind,
    description: 'What kind of unit it is.',
    write: ['pledgeAdoption', 'recordProcedureAdoption', 'updateProcedureAdoption'],
  })
  unitKind: RecipientKind;

  @Link(() => District, {
    nullable: true,
    description: 'Where the unit lies; null: it is for the whole country.',
    many: { name: 'procedureAdoptions', description: 'Procedures that units here adopted.' },
    write: ['pledgeAdoption', 'recordProcedureAdoption', 'updateProcedureAdoption'],
  })
  districtId: string | null;

  @Attribute({
    type: ActivityLevel,
    description: 'Community, national or regional.',
    write: ['pledgeAdoption', 'recordProcedureAdoption', 'updateProcedureAdoption'],
  })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: ['pledgeAdoption', 'recordProcedureAdoption', 'updateProcedureAdoption'],
  })
  outcome: LongTermOutcome;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which the unit pledged it; null where it adopted it without.',
    write: ['pledgeAdoption!', 'updateProcedureAdoption'],
  })
  pledgedOn: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which the unit adopted it; null while it is only pledged.',
    write: ['recordProcedureAdoption!', 'confirmProcedureAdoption!', 'updateProcedureAdoption'],
  })
  adoptedOn: string | null;

  @Attribute({ type: AdoptionStatus, description: 'Where it stands.' })
  status: AdoptionStatus;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day of the last check; null while nobody has checked it.',
  })
  checkedOn: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 1000,
    description:
      'Whole months from the day on which it was adopted to the last check that found the unit working by it; null where none has.',
  })
  sustainedAfterMonths: number | null;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who recorded the pledge or the adoption, or corrected it, last.',
  })
  recordedById: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken out.',
    write: ['voidProcedureAdoption!'],
  })
  voidedReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
