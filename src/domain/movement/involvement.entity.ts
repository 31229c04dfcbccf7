import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { AdvocacyActivity } from '../advocacy/advocacy-activity.entity';
import { KeyPopulation } from '../casework/survivor/survivor.codes';
import { Organisation } from '../organisation/organisation.entity';
import { Training } from '../training/training.entity';
import { InvolvementRole } from './involvement.codes';
import { Platform } from './platform.entity';

const written = ['recordInvolvement', 'updateInvolvement'];

/** Nobody is listed: how many people of which population took part in what, and as what. */
@Thing({
  label: { en: 'Involvement of a key population', pt: 'Envolvimento de uma população-chave' },
  description: 'How many people of a key population took part in an activity, and as what.',
  dataClass: 'ACTIVITY',
  plural: 'keyPopulationInvolvements',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'onDate', direction: 'DESC' },
})
export class KeyPopulationInvolvement extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Whose activity it is.',
    write: ['recordInvolvement?'],
  })
  organisationId: string;

  @Link(() => Training, {
    nullable: true,
    description: 'The training that they took part in.',
    many: { name: 'keyPopulationInvolvements', description: 'Involvement of key populations in it.' },
    write: ['recordInvolvement'],
  })
  trainingId: string | null;

  @Link(() => AdvocacyActivity, {
    nullable: true,
    description: 'The advocacy that they took part in.',
    many: { name: 'keyPopulationInvolvements', description: 'Involvement of key populations in it.' },
    write: ['recordInvolvement'],
  })
  advocacyActivityId: string | null;

  @Link(() => Platform, {
    nullable: true,
    description: 'The platform that they took part in.',
    many: { name: 'keyPopulationInvolvements', description: 'Involvement of key populations in it.' },
    write: ['recordInvolvement'],
  })
  platformId: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'What they took part in, where it is not recorded as something of its own.',
    write: written,
  })
  title: string | null;

  @Attribute({ type: ActivityLevel, description: 'Level that the activity acts on.', write: written })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: written,
  })
  outcome: LongTermOutcome;

  @Attribute({ type: KeyPopulation, description: 'The population.', write: written })
  keyPopulation: KeyPopulation;

  @Attribute({ type: InvolvementRole, description: 'As what they took part.', write: written })
  involvedAs: InvolvementRole;

  @Attribute({ type: 'int', min: 1, max: 100000, description: 'How many people.', write: written })
  count: number;

  @Attribute({ type: 'date', sort: true, description: 'Day on which they took part, or began to.', write: written })
  onDate: string;

  @Attribute(voided)
  voidedAt: string | null;
}
