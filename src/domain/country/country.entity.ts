import { ThingRecord } from '../../model/record';
import { Attribute, Thing } from '../../model/declaration';
import { CountryCode, CountryLocale, CrossBorderRule, CrossOrganisationSharing } from '../../model/country.codes';
import { ReleasePeriod, ReleasePlace } from './release-profile.codes';

/** A country is a tenant: its own schema, roles and keys. This is its one row about itself. */
@Thing({
  label: { en: 'Country', pt: 'País' },
  description: 'A country of the programme, with its data protection profile.',
  dataClass: 'REFERENCE',
  plural: 'countries',
  few: true,
  reach: {},
  order: { field: 'code', direction: 'ASC' },
})
export class Country extends ThingRecord {
  @Attribute({ type: CountryCode, description: 'ISO 3166-1 code.', sort: true })
  code: CountryCode;

  @Attribute({ type: 'text', description: 'Name in English.', sort: true })
  nameEn: string;

  @Attribute({ type: 'text', description: 'Name in Portuguese.' })
  namePt: string;

  @Attribute({
    type: CountryLocale,
    description: 'Language that its people are written to in, unless they ask for another.',
  })
  defaultLocale: CountryLocale;

  @Attribute({ type: 'text', description: 'Time zone (IANA name).' })
  timezone: string;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1,
    description: 'Hours within which a breach must be notified; null: as soon as reasonably possible.',
  })
  breachHours: number | null;

  @Attribute({ type: 'int', min: 1, description: 'Months that a closed case is kept.' })
  retentionMonths: number;

  @Attribute({
    type: 'int',
    min: 4,
    initial: 14,
    description:
      'Days that a draft of a case is kept unless it is registered; then it is erased. Warned of 3 days before.',
  })
  draftDays: number;

  @Attribute({ type: 'int', min: 4, initial: 90, description: 'Days that a draft which was imported is kept.' })
  importedDraftDays: number;

  @Attribute({ type: 'int', min: 1, initial: 7, description: 'Days that a transfer of a case waits for an answer.' })
  transferDays: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 48,
    description: 'Hours that a transfer of a case at high risk waits for an answer.',
  })
  highRiskTransferHours: number;

  @Attribute({ type: 'int', min: 1, initial: 48, description: 'Hours between follow-ups of a case at high risk.' })
  highRiskFollowUpHours: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 7,
    description: 'Days between follow-ups of a case at medium risk, and of one whose risk was not assessed.',
  })
  mediumRiskFollowUpDays: number;

  @Attribute({ type: 'int', min: 1, initial: 30, description: 'Days between follow-ups of a case at low risk.' })
  lowRiskFollowUpDays: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 14,
    description: 'Days after the first session of psychosocial care within which its sender follows it up.',
  })
  psychosocialFollowUpDays: number;

  @Attribute({ type: 'int', min: 1, initial: 30, description: 'Days between later follow-ups of psychosocial care.' })
  psychosocialRepeatDays: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 6,
    description: 'Sessions that psychosocial care has where its provider says no other number.',
  })
  psychosocialSessions: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 90,
    description: 'Days after which an entry of the service directory that nobody confirmed is stale.',
  })
  directoryDays: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 30,
    description: 'The same of a provider of emergency response.',
  })
  emergencyDirectoryDays: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 15,
    description:
      'Minutes within which an emergency alert is to be acknowledged; then the next on call and the supervisors hear of it.',
  })
  alertAcknowledgeMinutes: number;

  @Attribute({
    type: 'int',
    min: 1,
    initial: 60,
    description: 'Minutes after an alert was acknowledged within which somebody is to be on site, in towns.',
  })
  alertTownMinutes: number;

  @Attribute({ type: 'int', min: 1, initial: 180, description: 'The same elsewhere.' })
  alertElsewhereMinutes: number;

  @Attribute({
    type: 'int',
    min: 1,
    max: 168,
    initial: 72,
    description: 'Hours after the end of an alert that its place, and what was known, are kept. The district stays.',
  })
  alertPlaceHours: number;

  @Attribute({
    type: 'int',
    min: 1,
    max: 336,
    initial: 72,
    description: 'Hours after it was raised that they are kept at most, whether it has ended or not.',
  })
  alertPlaceMostHours: number;

  @Attribute({
    type: 'int',
    min: 1,
    max: 72,
    initial: 24,
    description:
      'Hours that the telephone number of an alert is kept without a case. With one it is kept as long as the place, where the country keeps identities.',
  })
  alertNumberHours: number;

  @Attribute({
    type: 'int',
    min: 1,
    max: 24,
    initial: 24,
    description:
      'Months that named participants of trainings are kept. Where the country keeps no identities there are none.',
  })
  participantMonths: number;

  @Attribute({
    type: 'int',
    min: 6,
    max: 24,
    initial: 24,
    description: 'Months after the last decision that breaches of a code of conduct are kept.',
  })
  conductMonths: number;

  @Attribute({ type: CrossBorderRule, description: 'What the law asks before personal data leaves the country.' })
  crossBorderRule: CrossBorderRule;

  @Attribute({ type: 'boolean', description: 'Whether survivors may be recorded with identity; if not, by code only.' })
  identityVault: boolean;

  @Attribute({ type: 'boolean', description: 'Whether the country shares de-identified cases with the region.' })
  caseSharing: boolean;

  @Attribute({
    type: ReleasePeriod,
    initial: 'HALF_YEAR',
    description: 'The finest period of which it gives anything away.',
  })
  releasePeriod: ReleasePeriod;

  @Attribute({
    type: ReleasePlace,
    initial: 'PROVINCE',
    description: 'The smallest place of which it gives anything away.',
  })
  releasePlace: ReleasePlace;

  @Attribute({
    type: 'int',
    min: 5,
    max: 100,
    initial: 10,
    description: 'People who have to look alike in all that is told of a row which it gives away.',
  })
  releaseK: number;

  @Attribute({
    type: 'int',
    min: 2,
    max: 10,
    initial: 2,
    description: 'Kinds of violence and of perpetrators that there have to be among those who look alike in the rest.',
  })
  releaseL: number;

  @Attribute({
    type: CrossOrganisationSharing,
    description: 'What of a case one organisation of the country lets another know.',
    initial: 'NONE',
  })
  crossOrganisationSharing: CrossOrganisationSharing;
}
