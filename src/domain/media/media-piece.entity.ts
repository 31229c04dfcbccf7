import { Attribute, Link, Thing } from '../../model/declaration';
import { ThingRecord, voided } from '../../model/record';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { SpokenLanguage } from '../casework/survivor/language.codes';
import { Organisation } from '../organisation/organisation.entity';
import { ConsentOfShown, MediaTone, TrainedJournalist } from './media-piece.codes';

const told = ['recordMediaPiece', 'updateMediaPiece'];

/** No journalist is named: the region reads pieces one by one. */
@Thing({
  label: { en: 'Media piece', pt: 'Peça na comunicação social' },
  description:
    'A piece in the media about sex workers: where and when, how it speaks, how far it reached, and whether whom it shows agreed.',
  dataClass: 'ACTIVITY',
  plural: 'mediaPieces',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'publishedOn', direction: 'DESC' },
})
export class MediaPiece extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who recorded it, and made it where it is its own.',
    write: ['recordMediaPiece?'],
  })
  organisationId: string;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Newspaper, station, site or channel; never the address of a page.',
    write: told,
  })
  outlet: string;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Title, without an address; where it names somebody, what it is about instead.',
    write: told,
  })
  title: string;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    untold: true,
    maxLength: 500,
    description:
      'Where it can be read, heard or seen (https). Not kept of a piece that shows somebody who did not agree, nor of an own one of which that is not known; no history tells what it was.',
    write: told,
  })
  url: string | null;

  @Attribute({ type: 'date', sort: true, description: 'Day on which it came out.', write: told })
  publishedOn: string;

  @Attribute({ type: SpokenLanguage, description: 'Language that it is in.', write: told })
  language: SpokenLanguage;

  @Attribute({ type: MediaTone, description: 'How it speaks of sex workers.', write: told })
  tone: MediaTone;

  @Attribute({
    type: 'boolean',
    description: 'Whether the organisation made it, or had it made.',
    write: told,
    initial: false,
  })
  ownPiece: boolean;

  @Attribute({
    type: TrainedJournalist,
    description: 'Whether whoever made it took part in a training of the programme.',
    write: told,
    initial: 'UNKNOWN',
  })
  trainedJournalist: TrainedJournalist;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 1000000000,
    description: 'Number of people whom it reached; null: not known.',
    write: told,
  })
  reach: number | null;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    description: 'Credit of its images as it was published: agency or archive, and the year.',
    write: told,
  })
  credit: string | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether it shows people who can be recognised, or tells who they are.',
    write: told,
  })
  showsPeople: boolean;

  @Attribute({
    type: ConsentOfShown,
    description: 'Whether the people whom it shows agreed to that.',
    write: told,
  })
  consentOfShown: ConsentOfShown;

  @Attribute({ type: ActivityLevel, description: 'Level that it reaches.', write: told })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it bears on.',
    write: told,
  })
  outcome: LongTermOutcome;

  @Attribute(voided)
  voidedAt: string | null;
}
