import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { AdvocacyActivity } from '../advocacy/advocacy-activity.entity';
import { AllyActionKind } from './ally.codes';
import { Ally } from './ally.entity';

const told = ['recordAllyAction', 'updateAllyAction'];

@Thing({
  label: { en: 'Action of an ally', pt: 'Acção de um aliado' },
  description: 'Something that an ally did for sex workers, with what shows it.',
  dataClass: 'ACTIVITY',
  plural: 'allyActions',
  reach: { through: 'ally' },
  order: { field: 'actedOn', direction: 'DESC' },
})
export class AllyAction extends ThingRecord {
  @Link(() => Ally, {
    description: 'Who did it.',
    many: { name: 'actions', description: 'What it did.' },
    write: ['recordAllyAction'],
  })
  allyId: string;

  @Attribute({ type: 'date', sort: true, description: 'Day on which it was done.', write: told })
  actedOn: string;

  @Attribute({ type: AllyActionKind, description: 'What was done.', write: told })
  kind: AllyActionKind;

  @Attribute({
    type: 'longText',
    maxLength: 2000,
    filter: false,
    description: 'What was done, in words; no name of a person, and nothing of a case.',
    write: told,
  })
  description: string;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    maxLength: 500,
    description: 'Public page that shows it (https).',
    write: told,
  })
  evidenceUrl: string | null;

  @Attribute({ type: ActivityLevel, description: 'Level that it acts on.', write: told })
  level: ActivityLevel;

  @Attribute({ type: LongTermOutcome, description: 'Long-term outcome of the programme that it serves.', write: told })
  outcome: LongTermOutcome;

  @Link(() => AdvocacyActivity, {
    nullable: true,
    description: 'Advocacy of the same organisation that it served.',
    many: { name: 'allyActions', description: 'What allies did for it.' },
    write: told,
  })
  advocacyActivityId: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
