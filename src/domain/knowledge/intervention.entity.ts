import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { Organisation } from '../organisation/organisation.entity';
import { InterventionMaturity } from './knowledge.codes';

const told = ['recordIntervention', 'updateIntervention'];

@Thing({
  label: { en: 'Intervention', pt: 'Intervenção' },
  description: 'A way of working against violence: proven, scaled up, or a pilot.',
  dataClass: 'ACTIVITY',
  plural: 'interventions',
  few: true,
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'startedOn', direction: 'DESC' },
})
export class Intervention extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who works in this way.',
    write: ['recordIntervention?'],
  })
  organisationId: string;

  @Attribute({ type: 'text', sort: true, description: 'Name.', write: told })
  name: string;

  @Attribute({ type: InterventionMaturity, description: 'How well it is tried.', write: told })
  maturity: InterventionMaturity;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'What is done, with whom, and what shows that it works.',
    write: told,
  })
  description: string | null;

  @Attribute({ type: ActivityLevel, description: 'Level that it acts on.', write: told })
  level: ActivityLevel;

  @Attribute({ type: LongTermOutcome, description: 'Long-term outcome of the programme that it serves.', write: told })
  outcome: LongTermOutcome;

  @Attribute({ type: 'date', sort: true, description: 'First day.', write: told })
  startedOn: string;

  @Attribute({ type: 'date', nullable: true, description: 'Last day; null: it goes on.', write: told })
  endedOn: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
