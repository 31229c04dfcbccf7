/** The groups that violations are told in: physical, sexual, and so on. */
import { belongsTo, codeList, type CodeOf } from '../../../model/codelist';
import { ViolationType } from './violation-type.codes';

const swit = { source: 'SWIT 2013' } as const;
const own = { source: 'Hands Off' } as const;

/** Into which group a violation is put where a list of all of them would be too long. */
export const ViolationGroup = codeList(
  'ViolationGroup',
  {
    en: 'A group of violations; each violation belongs to one.',
    pt: 'Um grupo de violações; cada violação pertence a um.',
  },
  {
    PHYSICAL: { en: 'Physical violence', pt: 'Violência física', ...swit },
    SEXUAL: { en: 'Sexual violence', pt: 'Violência sexual', ...swit },
    EMOTIONAL: { en: 'Emotional violence', pt: 'Violência emocional', ...swit },
    ECONOMIC: { en: 'Economic violence', pt: 'Violência económica', ...swit },
    STATE_OR_INSTITUTION: {
      en: 'Violation by the state or an institution',
      pt: 'Violação pelo Estado ou por uma instituição',
      description: {
        en: 'Police, courts, health and other services, in their office.',
        pt: 'Polícia, tribunais, serviços de saúde e outros, no exercício das suas funções.',
      },
      ...swit,
    },
    SOCIAL_OR_CULTURAL: { en: 'Social or cultural exclusion', pt: 'Exclusão social ou cultural', ...swit },
    EXPLOITATION: { en: 'Exploitation', pt: 'Exploração', ...swit },
    OTHER: { en: 'Other violation', pt: 'Outra violação', ...own },
  },
);
export type ViolationGroup = CodeOf<typeof ViolationGroup>;

/** The group of each violation. */
const groupOfViolation: Readonly<Record<ViolationType, ViolationGroup>> = {
  BEATING: 'PHYSICAL',
  WEAPON_THREAT_OR_USE: 'PHYSICAL',
  RESTRAINT_OR_ABDUCTION: 'PHYSICAL',
  HOMICIDE: 'PHYSICAL',
  RAPE: 'SEXUAL',
  GANG_RAPE: 'SEXUAL',
  SEXUAL_ASSAULT: 'SEXUAL',
  FORCED_UNPROTECTED_SEX_STEALTHING: 'SEXUAL',
  SEXUAL_HARASSMENT: 'SEXUAL',
  SEX_FOR_RELEASE: 'SEXUAL',
  VERBAL_ABUSE: 'EMOTIONAL',
  HUMILIATION: 'EMOTIONAL',
  THREAT: 'EMOTIONAL',
  OUTING_DISCLOSURE: 'EMOTIONAL',
  STALKING_ONLINE_ABUSE: 'EMOTIONAL',
  NON_PAYMENT: 'ECONOMIC',
  ROBBERY: 'ECONOMIC',
  EXTORTION_BRIBE: 'ECONOMIC',
  UNLAWFUL_FINE: 'ECONOMIC',
  EVICTION: 'ECONOMIC',
  LIVELIHOOD_DENIAL: 'ECONOMIC',
  ARBITRARY_ARREST: 'STATE_OR_INSTITUTION',
  UNLAWFUL_DETENTION: 'STATE_OR_INSTITUTION',
  CONDOM_CONFISCATION: 'STATE_OR_INSTITUTION',
  CONDOMS_AS_EVIDENCE: 'STATE_OR_INSTITUTION',
  REFUSAL_TO_REGISTER_COMPLAINT: 'STATE_OR_INSTITUTION',
  RAID: 'STATE_OR_INSTITUTION',
  FORCED_TESTING_OR_REHABILITATION: 'STATE_OR_INSTITUTION',
  DENIAL_OF_HEALTH_CARE: 'STATE_OR_INSTITUTION',
  DENIAL_OF_OTHER_SERVICE: 'STATE_OR_INSTITUTION',
  BREACH_OF_CONFIDENTIALITY: 'STATE_OR_INSTITUTION',
  STIGMA_COMMUNITY: 'SOCIAL_OR_CULTURAL',
  STIGMA_FAMILY: 'SOCIAL_OR_CULTURAL',
  RELIGIOUS_OR_CULTURAL_EXCLUSION: 'SOCIAL_OR_CULTURAL',
  CHILD_CUSTODY_THREAT: 'SOCIAL_OR_CULTURAL',
  MEDIA_HARM: 'SOCIAL_OR_CULTURAL',
  DISCRIMINATORY_LAW_OR_BYLAW: 'SOCIAL_OR_CULTURAL',
  TRAFFICKING_OR_FORCED_LABOUR: 'EXPLOITATION',
  OTHER: 'OTHER',
};
belongsTo(ViolationType, { list: ViolationGroup, of: groupOfViolation });
