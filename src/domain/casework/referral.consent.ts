/** Whether a survivor's consent stands, and covers what a referral shares. */
import type { Work } from '../../writing/work';
import type { ProblemShape } from '../../base/problem';
import type { Text } from '../../base/locale';
import type { ShareableClass } from '../../policy/shareable.codes';
import { Consent } from './consent.entity';
import { standingConsents } from './consent.ledger';
import { purposeOfCategory, type ServiceCategory } from './referral.codes';

/** What of a referral the survivor has to agree to. */
export interface Sharing {
  readonly survivorId: string | null;
  readonly category: ServiceCategory;
  readonly toOrganisationId: string | null;
  readonly sharedFields: readonly ShareableClass[];
  readonly consentId: string | null;
}

/** What is against a sharing for want of consent; undefined when nothing is. Without a survivor nothing is shared. */
export async function consentAgainst(work: Work, sharing: Sharing): Promise<ProblemShape | undefined> {
  const { survivorId, category, consentId } = sharing;
  if (survivorId === null) return undefined;
  const purpose = purposeOfCategory[category];
  if (consentId === null) {
    return missing(
      `Sharing with this service needs the survivor's consent for ${purpose}. Record it, and name it in consentId.`,
      `A partilha com este serviço precisa do consentimento da sobrevivente para ${purpose}. Registe-o e indique-o em consentId.`,
    );
  }
  // Withdrawals lock the cases of the survivor as the senders of referrals do, so none can slip in between.
  const [[consent], standing] = await Promise.all([
    work.find(Consent, { id: consentId, survivorId, purpose }),
    standingConsents(work, survivorId),
  ]);
  if (!consent) {
    return missing(
      `The consent named is not this survivor's consent for ${purpose}. Name one that is.`,
      `O consentimento indicado não é o consentimento desta sobrevivente para ${purpose}. Indique um que seja.`,
    );
  }
  const stands = standing.some(({ id }) => id === consentId);
  const text = (stands ? undefined : lapseOf(consent)) ?? uncovered(consent, sharing);
  return text && missing(text.en, text.pt);
}

const missing = (en: string, pt: string): ProblemShape => ({ code: 'CONSENT_MISSING', text: { en, pt } });

/** Why a consent does not stand any more, or never did. */
function lapseOf({ decision, validUntil }: Consent): Text {
  if (decision !== 'GIVEN') {
    return {
      en: `The survivor's decision was ${decision}, not GIVEN. Name a consent that was given.`,
      pt: `A decisão da sobrevivente foi ${decision}, não GIVEN. Indique um consentimento dado.`,
    };
  }
  if (validUntil !== null && Date.parse(validUntil) <= Date.now()) {
    return {
      en: 'This consent has run out. Ask the survivor again, and name the new consent.',
      pt: 'Este consentimento expirou. Volte a perguntar à sobrevivente e indique o novo consentimento.',
    };
  }
  return {
    en: 'The survivor has withdrawn this consent. Ask again before sharing anything.',
    pt: 'A sobrevivente retirou este consentimento. Volte a perguntar antes de partilhar seja o que for.',
  };
}

/** What of the sharing a standing consent does not speak of. */
function uncovered(consent: Consent, { category, toOrganisationId, sharedFields }: Sharing): Text | undefined {
  if (consent.recipientId !== null && consent.recipientId !== toOrganisationId) {
    return {
      en: 'The survivor agreed to sharing with another organisation. Name a consent for this one.',
      pt: 'A sobrevivente concordou com a partilha com outra organização. Indique um consentimento para esta.',
    };
  }
  if (consent.recipientCategory !== null && consent.recipientCategory !== category) {
    return {
      en: `The survivor agreed to sharing with ${consent.recipientCategory} services, not ${category}.`,
      pt: `A sobrevivente concordou com a partilha com serviços ${consent.recipientCategory}, não ${category}.`,
    };
  }
  const beyond = sharedFields.filter((field) => !consent.scopes.includes(field)).join(', ');
  if (beyond === '') return undefined;
  return {
    en: `The survivor did not agree to sharing ${beyond}. Leave it out of sharedFields, or ask.`,
    pt: `A sobrevivente não concordou com a partilha de ${beyond}. Retire-o de sharedFields ou pergunte.`,
  };
}
