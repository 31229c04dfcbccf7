/** What was done to the survivor, beyond what GBVIMS can say: many per incident. */
import { codeList, type CodeOf } from '../../model/codelist';

const swit = { source: 'SWIT 2013' } as const;
const aswa = { source: 'ASWA 2019' } as const;
const own = { source: 'Hands Off' } as const;

/** All forms of violence against sex workers and violations of their rights. */
export const ViolationType = codeList(
  'ViolationType',
  'What was done to the survivor; an incident can have several. Each has a default GBVIMS type and kinds of harm.',
  {
    BEATING: {
      en: 'Beating or other physical attack',
      pt: 'Espancamento ou outra agressão física',
      description: 'Hitting, kicking, choking, burning, throwing objects and the like.',
      ...swit,
    },
    WEAPON_THREAT_OR_USE: { en: 'Use or threat of a weapon', pt: 'Uso ou ameaça de arma', ...swit },
    RESTRAINT_OR_ABDUCTION: {
      en: 'Restraint or abduction',
      pt: 'Sequestro ou privação de movimentos',
      description: 'Kidnapping, locking up or physical restraint by anybody who is not carrying out an arrest.',
      ...swit,
    },
    HOMICIDE: {
      en: 'Homicide',
      pt: 'Homicídio',
      description: 'Reported by others: GBVIMS, which counts what survivors report, does not receive it.',
      ...swit,
    },
    RAPE: { en: 'Rape', pt: 'Violação sexual', ...swit },
    GANG_RAPE: {
      en: 'Gang rape',
      pt: 'Violação sexual em grupo',
      description: 'Rape by more than one person.',
      ...swit,
    },
    SEXUAL_ASSAULT: {
      en: 'Sexual assault',
      pt: 'Agressão sexual',
      description: 'Unwanted sexual contact without penetration; attempted rape.',
      ...swit,
    },
    FORCED_UNPROTECTED_SEX_STEALTHING: {
      en: 'Forced unprotected sex or removal of the condom',
      pt: 'Sexo desprotegido forçado ou retirada do preservativo',
      description: 'Sex without a condom against the agreement, by force, pressure or deceit.',
      ...aswa,
    },
    SEXUAL_HARASSMENT: { en: 'Sexual harassment', pt: 'Assédio sexual', ...swit },
    SEX_FOR_RELEASE: {
      en: 'Sex demanded for release or to avoid arrest',
      pt: 'Sexo exigido em troca de liberdade',
      description: 'Sex coerced by a person with the power to arrest, detain, fine or evict.',
      ...swit,
    },
    VERBAL_ABUSE: { en: 'Verbal abuse', pt: 'Insultos', ...swit },
    HUMILIATION: {
      en: 'Humiliation or degrading treatment',
      pt: 'Humilhação ou tratamento degradante',
      description: 'Such as being undressed, photographed or paraded in public.',
      ...swit,
    },
    THREAT: { en: 'Threat or intimidation', pt: 'Ameaça ou intimidação', ...swit },
    OUTING_DISCLOSURE: {
      en: 'Outing or disclosure',
      pt: 'Exposição ou revelação sem consentimento',
      description: 'Telling others of sex work, HIV status, gender or sexuality, or threatening to.',
      ...aswa,
    },
    STALKING_ONLINE_ABUSE: {
      en: 'Stalking or online abuse',
      pt: 'Perseguição ou abuso na Internet',
      ...aswa,
    },
    NON_PAYMENT: { en: 'Non-payment', pt: 'Recusa de pagamento', description: 'The client does not pay.', ...swit },
    ROBBERY: { en: 'Robbery', pt: 'Roubo', description: 'Money or goods taken by force, threat or stealth.', ...swit },
    EXTORTION_BRIBE: {
      en: 'Extortion or bribe',
      pt: 'Extorsão ou suborno',
      description: 'Money or goods demanded by police, gangs, managers or others.',
      ...swit,
    },
    UNLAWFUL_FINE: {
      en: 'Unlawful fine',
      pt: 'Multa ilegal',
      description: 'A fine without a charge, a receipt or a legal ground.',
      ...own,
    },
    EVICTION: { en: 'Eviction', pt: 'Despejo', ...swit },
    LIVELIHOOD_DENIAL: {
      en: 'Denial of livelihood',
      pt: 'Privação do meio de subsistência',
      description: 'Being kept from working, or earnings and tools of work taken or controlled.',
      ...swit,
    },
    ARBITRARY_ARREST: {
      en: 'Arbitrary arrest',
      pt: 'Detenção arbitrária',
      description: 'Arrest without legal ground, or for carrying condoms, for dress or for being in a place.',
      ...swit,
    },
    UNLAWFUL_DETENTION: {
      en: 'Unlawful detention',
      pt: 'Retenção ilegal sob custódia',
      description: 'Held without charge or beyond the time that the law allows.',
      ...swit,
    },
    CONDOM_CONFISCATION: {
      en: 'Confiscation of condoms',
      pt: 'Apreensão de preservativos',
      description: 'Condoms taken away or destroyed.',
      ...swit,
    },
    CONDOMS_AS_EVIDENCE: {
      en: 'Condoms used as evidence',
      pt: 'Preservativos usados como prova',
      ...swit,
    },
    REFUSAL_TO_REGISTER_COMPLAINT: {
      en: 'Refusal to register a complaint',
      pt: 'Recusa de registar a queixa',
      ...swit,
    },
    RAID: { en: 'Raid', pt: 'Rusga', description: 'A raid of a venue, home or street.', ...swit },
    FORCED_TESTING_OR_REHABILITATION: {
      en: 'Forced testing or rehabilitation',
      pt: 'Testagem ou reabilitação forçada',
      description: 'Medical tests, treatment or “rescue” against the person’s will.',
      ...swit,
    },
    DENIAL_OF_HEALTH_CARE: { en: 'Denial of health care', pt: 'Recusa de cuidados de saúde', ...swit },
    DENIAL_OF_OTHER_SERVICE: { en: 'Denial of another service', pt: 'Recusa de outro serviço', ...swit },
    BREACH_OF_CONFIDENTIALITY: {
      en: 'Breach of confidentiality',
      pt: 'Quebra de sigilo',
      description: 'By a person who owes confidentiality: a health, social, legal or other worker.',
      ...aswa,
    },
    STIGMA_COMMUNITY: { en: 'Stigma in the community', pt: 'Estigma na comunidade', ...aswa },
    STIGMA_FAMILY: { en: 'Stigma in the family', pt: 'Estigma na família', ...aswa },
    RELIGIOUS_OR_CULTURAL_EXCLUSION: {
      en: 'Religious or cultural exclusion',
      pt: 'Exclusão religiosa ou cultural',
      ...aswa,
    },
    CHILD_CUSTODY_THREAT: {
      en: 'Loss or threatened loss of child custody',
      pt: 'Perda ou ameaça de perda da guarda dos filhos',
      ...swit,
    },
    MEDIA_HARM: {
      en: 'Harm by the media',
      pt: 'Dano causado pela comunicação social',
      description: 'Identifying, sensational or degrading reporting.',
      ...own,
    },
    DISCRIMINATORY_LAW_OR_BYLAW: {
      en: 'Discriminatory law or by-law',
      pt: 'Lei ou postura discriminatória',
      description: 'Harm that comes from a law, by-law or its ordinary use.',
      ...aswa,
    },
    TRAFFICKING_OR_FORCED_LABOUR: {
      en: 'Trafficking or forced labour',
      pt: 'Tráfico ou trabalho forçado',
      description: 'Choose the GBVIMS type by what was done. Sex work by adults who agree to it is not trafficking.',
      ...swit,
    },
    OTHER: { en: 'Other violation', pt: 'Outra violação de direitos', ...own },
  },
);
export type ViolationType = CodeOf<typeof ViolationType>;
