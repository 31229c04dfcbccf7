/** Whether a survivor's consent stands, and covers what a referral shares. */
import { enumerated, labels } from '../../../model/codelist';
import type { Work } from '../../../writing/work';
import type { ProblemShape, ToldText } from '../../../base/problem';
import type { Text } from '../../../base/locale';
import { ShareableClass } from '../../../policy/shareable.codes';
import { Consent } from '../consent/consent.entity';
import { standingConsents } from '../consent/consent.ledger';
import { ConsentDecision, ConsentPurpose } from '../consent/consent.codes';
import { purposeOfCategory, ServiceCategory } from './referral.codes';

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
  const { en, pt } = labels(ConsentPurpose, purpose);
  if (consentId === null) {
    return missing(
      `Sharing with this service needs a consent of the survivor: “${en}”. Record it, and name it in the referral.`,
      `A partilha com este serviço precisa de um consentimento da pessoa sobrevivente: «${pt}». Registe-o e indique-o no encaminhamento.`,
      {
        en: 'Sharing with this service needs a consent of the survivor to that. Record it, and name it in the referral.',
        pt: 'A partilha com este serviço precisa de um consentimento da pessoa sobrevivente para isso. Registe-o e indique-o no encaminhamento.',
      },
    );
  }
  // Withdrawals lock the cases of the survivor as the senders of referrals do, so none can slip in between.
  const [[consent], standing] = await Promise.all([
    work.find(Consent, { id: consentId, survivorId, purpose }),
    standingConsents(work, survivorId),
  ]);
  if (!consent) {
    return missing(
      `The consent named is not one of this survivor for this: “${en}”. Name one that is.`,
      `O consentimento indicado não é um consentimento desta pessoa sobrevivente para isto: «${pt}». Indique um que seja.`,
      {
        en: 'The consent named is not one of this survivor for this service. Name one that is.',
        pt: 'O consentimento indicado não é um consentimento desta pessoa sobrevivente para este serviço. Indique um que seja.',
      },
    );
  }
  const stands = standing.some(({ id }) => id === consentId);
  const text = (stands ? undefined : lapseOf(consent)) ?? uncovered(consent, sharing);
  return text && missing(text.en, text.pt, text.without);
}

const missing = (en: string, pt: string, without?: Text): ProblemShape => ({
  code: 'CONSENT_MISSING',
  text: { en, pt, ...(without && { without }) },
});

/** Why a consent does not stand any more, or never did. */
function lapseOf({ decision, validUntil }: Consent): ToldText {
  if (decision !== 'GIVEN') {
    const { en, pt } = labels(ConsentDecision, decision);
    return {
      en: `The survivor’s decision was “${en}”. Name a consent that was given.`,
      pt: `A decisão da pessoa sobrevivente foi «${pt}». Indique um consentimento dado.`,
      without: {
        en: 'The survivor did not give this consent. Name one that was given.',
        pt: 'A pessoa sobrevivente não deu este consentimento. Indique um consentimento dado.',
      },
    };
  }
  if (validUntil !== null && Date.parse(validUntil) <= Date.now()) {
    return {
      en: 'This consent has run out. Ask the survivor again, and name the new consent.',
      pt: 'Este consentimento expirou. Volte a perguntar à pessoa sobrevivente e indique o novo consentimento.',
    };
  }
  return {
    en: 'The survivor has withdrawn this consent. Ask again before sharing anything.',
    pt: 'A pessoa sobrevivente retirou este consentimento. Volte a perguntar antes de partilhar seja o que for.',
  };
}

/** What of the sharing a standing consent does not speak of. */
function uncovered(consent: Consent, { category, toOrganisationId, sharedFields }: Sharing): ToldText | undefined {
  if (consent.recipientId !== null && consent.recipientId !== toOrganisationId) {
    return {
      en: 'The survivor agreed to sharing with another organisation. Name a consent for this one.',
      pt: 'A pessoa sobrevivente concordou com a partilha com outra organização. Indique um consentimento para esta.',
    };
  }
  if (consent.recipientCategory !== null && consent.recipientCategory !== category) {
    const [agreed, asked] = [labels(ServiceCategory, consent.recipientCategory), labels(ServiceCategory, category)];
    return {
      en: `The survivor agreed to sharing with services of the kind “${agreed.en}”, not “${asked.en}”. Choose that kind, or ask again and name the new consent.`,
      pt: `A pessoa sobrevivente concordou com a partilha com serviços do tipo «${agreed.pt}», não «${asked.pt}». Escolha esse tipo, ou volte a perguntar e indique o novo consentimento.`,
      without: {
        en: 'The survivor agreed to sharing with services of another kind. Choose that kind, or ask again and name the new consent.',
        pt: 'A pessoa sobrevivente concordou com a partilha com serviços de outro tipo. Escolha esse tipo, ou volte a perguntar e indique o novo consentimento.',
      },
    };
  }
  const beyond = sharedFields.filter((field) => !consent.scopes.includes(field));
  if (beyond.length === 0) return undefined;
  const { en, pt } = enumerated(ShareableClass, beyond);
  return {
    en: `The survivor did not agree to sharing this: ${en}. Do not share it, or ask and name the new consent.`,
    pt: `A pessoa sobrevivente não concordou com a partilha disto: ${pt}. Não o partilhe, ou pergunte e indique o novo consentimento.`,
    without: {
      en: 'The survivor did not agree to sharing all of this. Share less, or ask and name the new consent.',
      pt: 'A pessoa sobrevivente não concordou com a partilha de tudo isto. Partilhe menos, ou pergunte e indique o novo consentimento.',
    },
  };
}
