import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { CountryLocale } from '../../../model/country.codes';
import { letterNumber } from '../case/number-forms';
import { LetterService, LetterStatus } from './referral-letter.codes';
import { ReferralUrgency } from '../referral/referral.codes';
import { Referral } from '../referral/referral.entity';

/**
 * What a survivor carries to a provider. It holds what it says, so that a reprint is the same letter whatever became of
 * the referral or the provider's directory entry since.
 */
@Thing({
  label: { en: 'Letter', pt: 'Carta' },
  description:
    'A referral as a letter that the survivor carries: it says neither who she is nor what happened, on paper or on a phone.',
  dataClass: 'REFERRAL_LETTER',
  plural: 'referralLetters',
  subject: 'referral.survivor',
  erased: true,
  reach: { through: 'referral' },
})
export class ReferralLetter extends ThingRecord {
  @Link(() => Referral, {
    description: 'The referral.',
    many: { name: 'letters', description: 'Letters of the referral; one of them at most can be used.' },
    write: ['issueReferralLetter'],
  })
  referralId: string;

  @Attribute({
    type: 'text',
    unique: true,
    search: true,
    description: 'Random number of the letter, not the survivor’s code; its last letter checks the others.',
    shortNumber: letterNumber,
  })
  number: string;

  @Attribute({ type: LetterStatus, description: 'Where the letter stands.' })
  status: LetterStatus;

  @Attribute({
    type: CountryLocale,
    description:
      'Language for the survivor. Left out: the one that the survivor prefers, where letters are written in it; else the country’s.',
    write: ['issueReferralLetter?'],
  })
  survivorLanguage: CountryLocale;

  @Attribute({
    type: CountryLocale,
    description: 'Language for the provider. Left out: the country’s.',
    write: ['issueReferralLetter?'],
  })
  providerLanguage: CountryLocale;

  @Attribute({ type: LetterService, description: 'The service, in agreed words.' })
  service: LetterService;

  @Attribute({
    type: ReferralUrgency,
    description: 'How soon the service is needed; the letter says it in other words.',
  })
  urgency: ReferralUrgency;

  @Attribute({ type: 'text', description: 'Who is asked to serve, by a name that tells nothing.' })
  providerName: string;

  @Attribute({
    type: 'text',
    description: 'Where to go. Left out: as the directory has it.',
    write: ['issueReferralLetter?'],
  })
  place: string;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Hours in which somebody is there. Left out: as the directory has them.',
    write: ['issueReferralLetter'],
  })
  hours: string | null;

  @Attribute({
    type: 'date',
    description:
      'Last day on which it can be used, at most 6 months ahead. Left out: 3 days ahead where it is immediate, 7 within 72 hours, else 30.',
    write: ['issueReferralLetter?'],
  })
  validUntil: string;

  @Attribute({
    type: 'text',
    description: 'Telephone of the sender’s office, where the provider answers. Left out: as the directory has it.',
    write: ['issueReferralLetter?'],
  })
  workTelephone: string;

  @Attribute({
    type: 'longText',
    filter: false,
    description: 'The letter in the survivor’s language, to be read aloud or shown.',
  })
  survivorText: string;

  @Attribute({ type: 'longText', filter: false, description: 'The letter in the provider’s language.' })
  providerText: string;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When a link to its page was last made, in UTC.' })
  linkedAt: string | null;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether the provider received the survivor, as the reply says; null: no reply is recorded.',
    write: ['recordLetterReply!'],
  })
  seen: boolean | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Date of the reply. Left out: today.',
    write: ['recordLetterReply'],
  })
  repliedOn: string | null;
}
