/** What somebody found who looked whether a unit works by a procedure. Each check stays, whatever the next one finds. */
import { Attribute, Link, linkThings, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { StaffMember } from '../organisation/staff-member.entity';
import { ProcedureAdoption } from './procedure-adoption.entity';

@Thing({
  label: { en: 'Check of an adopted procedure', pt: 'Verificação de um procedimento adoptado' },
  description:
    'A look at whether a unit works by a procedure that it adopted: when, how far, and whether it is in practice.',
  dataClass: 'ACTIVITY',
  plural: 'adoptionChecks',
  reach: { through: 'adoption' },
  order: { field: 'checkedOn', direction: 'DESC' },
})
export class AdoptionCheck extends ThingRecord {
  @Link(() => ProcedureAdoption, {
    description: 'The adoption.',
    many: { name: 'checks', description: 'What checks found, the newest first.' },
  })
  adoptionId: string;

  @Attribute({ type: 'date', description: 'Day of the check.', write: ['recordAdoptionCheck!'] })
  checkedOn: string;

  @Attribute({
    type: 'boolean',
    description: 'Whether the unit works by the procedure.',
    write: ['recordAdoptionCheck!'],
  })
  inPractice: boolean;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 100,
    description: 'How far it keeps to the procedure, in per cent; reckoned where items are told.',
    write: ['recordAdoptionCheck'],
  })
  complianceScore: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 1000,
    description: 'Items of the check list that are met.',
    write: ['recordAdoptionCheck'],
  })
  itemsMet: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1,
    max: 1000,
    description: 'Items of the check list.',
    write: ['recordAdoptionCheck'],
  })
  itemsTotal: number | null;

  @Attribute({
    type: 'int',
    min: 0,
    max: 1000,
    description: 'Whole months from the day on which the unit adopted it to the check.',
  })
  monthsSinceAdoption: number;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'What was found, in words. Nobody’s name, and nothing of a case.',
    write: ['recordAdoptionCheck'],
  })
  note: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken back, where it was recorded in error.',
  })
  takenBackReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

linkThings(AdoptionCheck, {
  name: 'by',
  description: 'Who checked; null where the account may not see who.',
  kind: 'one',
  local: 'createdById',
  foreign: 'id',
  target: StaffMember,
});
