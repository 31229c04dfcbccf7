/** What a referral may share at all, whatever the survivor agrees to: the rules of the policy and of the country. */
import type { Text } from '../../../base/locale';
import type { Work } from '../../../writing/work';
import { ProblemError, type ProblemShape } from '../../../base/problem';
import type { Role } from '../../../base/names';
import { labels } from '../../../model/codelist';
import type { CrossOrganisationSharing } from '../../../model/country.codes';
import { isReadByReceivers, mayPassOn } from '../../../policy/rights';
import { ShareableClass } from '../../../policy/shareable.codes';
import { countryOf } from '../../country/country.own';
import type { Case } from '../case/case.entity';
import { ServiceCategory } from './referral.codes';
import type { Referral } from './referral.entity';
import { coded } from './referral.reach';

/** Classes that one category of service alone has any use for. */
const onlyFor: Partial<Record<ShareableClass, ServiceCategory>> = {
  PERPETRATOR_IDENTITY: 'LEGAL',
  COMPLAINT: 'LEGAL',
  COMPLAINT_IDENTITY: 'LEGAL',
  HEALTH: 'HEALTH',
};

/** Classes that tell who the survivor is. */
const identifying: readonly ShareableClass[] = ['IDENTITY', 'SAFE_CONTACT'];

interface Rule {
  readonly role: Role;
  /** The case is another organisation's: whoever refers was named to it. */
  readonly isNamed: boolean;
  readonly category: ServiceCategory;
  /** The country records survivors with their identity, and lets it pass between organisations. */
  readonly identityVault: boolean;
  readonly crossOrganisationSharing: CrossOrganisationSharing;
}

/** @param at where the input names them @throws ProblemError with every class that must not be shared */
export async function assertShareable(
  work: Work,
  of: Pick<Case, 'organisationId'>,
  sharedFields: readonly ShareableClass[],
  category: ServiceCategory,
  at = 'sharedFields',
): Promise<void> {
  if (sharedFields.length === 0) return;
  const { identityVault, crossOrganisationSharing } = await countryOf(work);
  const isNamed = of.organisationId !== work.actor.organisationId;
  const rule: Rule = { role: work.actor.role, isNamed, category, identityVault, crossOrganisationSharing };
  const problems = sharedFields
    .map((field, nth) => against(field, rule, [at, nth]))
    .filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new ProblemError(problems);
}

function against(field: ShareableClass, rule: Rule, path: readonly (string | number)[]): ProblemShape | undefined {
  const only = onlyFor[field];
  const { en, pt } = labels(ShareableClass, field);
  // It goes with a case that is handed over, and nowhere else: nobody is to believe that the receiver has it.
  if (!isReadByReceivers(field)) {
    return refused(
      path,
      `No receiver of a referral sees this: ${en}. Leave it out; it goes with a case that is handed over.`,
      `Nenhum destinatário de um encaminhamento vê isto: ${pt}. Retire-o; acompanha um caso que é entregue.`,
      unread,
    );
  }
  if (only !== undefined && only !== rule.category) {
    const service = labels(ServiceCategory, only);
    return refused(
      path,
      `This is shared only with services of the kind “${service.en}”: ${en}. Leave it out.`,
      `Isto só é partilhado com serviços do tipo «${service.pt}»: ${pt}. Retire-o.`,
      {
        en: `This is shared only with services of the kind “${service.en}”. Leave it out.`,
        pt: `Isto só é partilhado com serviços do tipo «${service.pt}». Retire-o.`,
      },
    );
  }
  if (!rule.identityVault && identifying.includes(field)) return byCodeOnly(path);
  const { crossOrganisationSharing: crossing } = rule;
  if (crossing === 'NONE' || (crossing === 'CODED' && !coded.includes(field))) return notCrossing(path, crossing);
  // Nobody passes on what is beyond their own rights.
  if (!mayPassOn(rule.role, field, rule.isNamed)) {
    return refused(
      path,
      `Your role has no right to this, so it cannot share it: ${en}. Leave it out, or ask a colleague to refer.`,
      `A sua função não tem direito a isto, por isso não o pode partilhar: ${pt}. Retire-o ou peça a um colega que encaminhe.`,
      beyondRights,
    );
  }
  return undefined;
}

const unread = {
  en: 'No receiver of a referral sees this. Leave it out; it goes with a case that is handed over.',
  pt: 'Nenhum destinatário de um encaminhamento vê isto. Retire-o; acompanha um caso que é entregue.',
};
const beyondRights = {
  en: 'Your role has no right to this, so it cannot share it. Leave it out, or ask a colleague to refer.',
  pt: 'A sua função não tem direito a isto, por isso não o pode partilhar. Retire-o ou peça a um colega que encaminhe.',
};

const refused = (path: readonly (string | number)[], en: string, pt: string, without?: Text): ProblemShape => ({
  code: 'SHARING_NOT_ALLOWED',
  text: { en, pt, ...(without && { without }) },
  path,
});

/** What is told in words for the receiver crosses where everything does. @throws ProblemError SHARING_NOT_ALLOWED */
export async function assertWordsCross(work: Work): Promise<void> {
  const { crossOrganisationSharing } = await countryOf(work);
  if (crossOrganisationSharing !== 'FULL') throw new ProblemError([notCrossing(['reason'], crossOrganisationSharing)]);
}

/**
 * The same of what a receiver tells in words, which who referred would read; a reason for a date, which has to be given, is none
 * of it. @throws ProblemError SHARING_NOT_ALLOWED
 */
export async function assertAnswerCrosses(
  work: Work,
  { toOrganisationId }: Pick<Referral, 'toOrganisationId'>,
  told: string | null | undefined,
  path: readonly string[],
): Promise<void> {
  const isReceived = toOrganisationId !== null && toOrganisationId === work.actor.organisationId;
  if (!told || !isReceived || (await wordsCross(work))) return;
  throw new ProblemError([refused(path, wordsStay.en, wordsStay.pt)]);
}

const wordsStay = {
  en: 'In this country nothing that is told in words crosses between organisations, and who referred would read this. Keep it in your own files, and leave it out here.',
  pt: 'Neste país nada do que se diz por palavras passa entre organizações, e quem encaminhou leria isto. Guarde-o nos seus próprios registos e retire-o daqui.',
};

/** Whether what is told in words crosses between organisations. */
export const wordsCross = async (work: Work): Promise<boolean> =>
  (await countryOf(work)).crossOrganisationSharing === 'FULL';

/** Whether organisations of the country let each other know of a survivor at all. */
export const anythingCrosses = async (work: Work): Promise<boolean> =>
  (await countryOf(work)).crossOrganisationSharing !== 'NONE';

const notCrossing = (path: readonly (string | number)[], crossing: 'NONE' | 'CODED'): ProblemShape =>
  crossing === 'NONE'
    ? refused(
        path,
        'In this country nothing of a case crosses between organisations: the survivor carries a letter. Leave it out.',
        'Neste país nada de um caso passa entre organizações: a pessoa sobrevivente leva uma carta. Retire-o.',
      )
    : refused(
        path,
        'In this country only coded fields cross between organisations. Leave it out.',
        'Neste país só campos codificados passam entre organizações. Retire-o.',
      );

const byCodeOnly = (path: readonly (string | number)[]): ProblemShape => ({
  code: 'IDENTITY_VAULT_OFF',
  text: {
    en: 'In this country organisations refer by code only: who the survivor is must not be passed on. Leave it out.',
    pt: 'Neste país as organizações encaminham apenas por código: a identidade da pessoa sobrevivente não pode ser transmitida. Retire-o.',
  },
  path,
});
