import { Index } from 'typeorm';
import { FALSE, sql, column } from '../../../base/sql';
import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { ShareableClass } from '../../../policy/shareable.codes';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { ServiceCategory } from '../referral/referral.codes';
import { SpokenLanguage } from '../survivor/language.codes';
import { Survivor } from '../survivor/survivor.entity';
import { ConsentDecision, ConsentMode, ConsentPurpose, ConsentReason, GuardianAbsence } from './consent.codes';

/** One entry of the ledger. Withdrawing adds an entry; nothing is ever changed or removed. */
@Index(['validUntil'], { where: `valid_until IS NOT NULL` })
@Thing({
  label: { en: 'Consent', pt: 'Consentimento' },
  description: 'What a survivor decided: for which purpose, recipient and field groups.',
  dataClass: 'CONSENT',
  plural: 'consents',
  subject: 'survivor',
  reach: {
    through: 'survivor.cases',
    own: ['takenById'],
    referred: (alias, { organisationId }) =>
      organisationId === null
        ? FALSE
        : sql`(${column(alias, 'recipient_id')} = ${organisationId} AND ${column(alias, 'purpose')} <> 'SERVICES')`,
  },
  order: { field: 'takenAt', direction: 'DESC' },
  appendOnly: true,
  erased: true,
})
export class Consent extends ThingRecord {
  @Link(() => Survivor, {
    description: 'Who decided.',
    many: { name: 'consents', description: 'The survivor’s consent ledger.' },
  })
  survivorId: string;

  @Attribute({ type: ConsentPurpose, description: 'For what.', write: ['newConsent'] })
  purpose: ConsentPurpose;

  @Link(() => Organisation, {
    nullable: true,
    description:
      'For which organisation; null: not for one in particular. SERVICES are those of whoever records it, unless another is named.',
    write: ['newConsent'],
  })
  recipientId: string | null;

  @Attribute({
    type: ServiceCategory,
    nullable: true,
    description: 'For which category of services.',
    write: ['newConsent'],
  })
  recipientCategory: ServiceCategory | null;

  @Attribute({
    type: [ShareableClass],
    description: 'Which field groups may be shared.',
    write: ['newConsent'],
    initial: [],
  })
  scopes: ShareableClass[];

  @Attribute({ type: ConsentDecision, description: 'The decision.', write: ['newConsent'] })
  decision: ConsentDecision;

  @Link(() => Consent, {
    nullable: true,
    description: 'The entry that this one withdraws, or whose time it says is over.',
    many: { name: 'withdrawals', description: 'The entries that withdraw this one, or say that its time is over.' },
  })
  withdrawsId: string | null;

  @Attribute({
    type: ConsentReason,
    nullable: true,
    description: 'Why it was made, where the survivor did not decide anew; null: the survivor did.',
    write: ['newConsent'],
  })
  reason: ConsentReason | null;

  @Attribute({ type: ConsentMode, description: 'How it was given.', write: ['newConsent', 'withdrawConsent?'] })
  mode: ConsentMode;

  @Attribute({
    type: GuardianAbsence,
    nullable: true,
    description: 'Why a child decided without a guardian, on the child-protection path.',
    write: ['newConsent'],
  })
  guardianAbsence: GuardianAbsence | null;

  @Link(() => StaffMember, { description: 'Who took it.' })
  takenById: string;

  @Attribute({
    type: 'dateTime',
    sort: true,
    description: 'When it was taken, in UTC.',
    write: ['newConsent?', 'withdrawConsent?'],
  })
  takenAt: string;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'Until when it holds, in UTC; null: until withdrawn.',
    write: ['newConsent'],
  })
  validUntil: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Version of the form.',
    write: ['newConsent', 'withdrawConsent'],
  })
  formVersion: string | null;

  @Attribute({
    type: SpokenLanguage,
    nullable: true,
    description: 'Language in which it was explained.',
    write: ['newConsent', 'withdrawConsent'],
  })
  language: SpokenLanguage | null;
}
