/** What was done to the survivor, beyond what GBVIMS can say: many per incident. */
import { codeList, type CodeOf } from '../../../model/codelist';

const swit = { source: 'SWIT 2013' } as const;
const aswa = { source: 'ASWA 2019' } as const;
const own = { source: 'Hands Off' } as const;

/** All forms of violence against sex workers and violations of their rights. */
export const ViolationType = codeList(
  'ViolationType',
  {
    en: 'What was done to the survivor; an incident can have several. Each has a default GBVIMS type and kinds of harm.',
    pt: 'O que foi feito à pessoa sobrevivente; um incidente pode ter várias. Cada uma traz um tipo GBVIMS e tipos de dano.',
  },
  {
    BEATING: {
      en: 'Beating or other physical attack',
      pt: 'Espancamento ou outra agressão física',
      description: {
        en: 'Hitting, kicking, choking, burning, throwing objects and the like.',
        pt: 'Bater, pontapear, estrangular, queimar, atirar objectos e semelhantes.',
      },
      ...swit,
    },
    WEAPON_THREAT_OR_USE: { en: 'Use or threat of a weapon', pt: 'Uso ou ameaça de arma', ...swit },
    RESTRAINT_OR_ABDUCTION: {
      en: 'Restraint or abduction',
      pt: 'Sequestro ou privação de movimentos',
      description: {
        en: 'Kidnapping, locking up or physical restraint by anybody who is not carrying out an arrest.',
        pt: 'Rapto, sequestro ou imobilização por alguém que não está a fazer uma detenção.',
      },
      ...swit,
    },
    HOMICIDE: {
      en: 'Homicide',
      pt: 'Homicídio',
      description: {
        en: 'Reported by others: GBVIMS, which counts what survivors report, does not receive it.',
        pt: 'Comunicado por outros: o GBVIMS, que conta o que as pessoas sobreviventes comunicam, não o recebe.',
      },
      ...swit,
    },
    RAPE: { en: 'Rape', pt: 'Violação sexual', ...swit },
    GANG_RAPE: {
      en: 'Gang rape',
      pt: 'Violação sexual em grupo',
      description: { en: 'Rape by more than one person.', pt: 'Violação por mais de uma pessoa.' },
      ...swit,
    },
    SEXUAL_ASSAULT: {
      en: 'Sexual assault',
      pt: 'Agressão sexual',
      description: {
        en: 'Unwanted sexual contact without penetration; attempted rape.',
        pt: 'Contacto sexual não desejado sem penetração; tentativa de violação.',
      },
      ...swit,
    },
    FORCED_UNPROTECTED_SEX_STEALTHING: {
      en: 'Forced unprotected sex or removal of the condom',
      pt: 'Sexo desprotegido forçado ou retirada do preservativo',
      description: {
        en: 'Sex without a condom against the agreement, by force, pressure or deceit.',
        pt: 'Sexo sem preservativo contra o combinado, por força, pressão ou engano.',
      },
      ...aswa,
    },
    SEXUAL_HARASSMENT: { en: 'Sexual harassment', pt: 'Assédio sexual', ...swit },
    SEX_FOR_RELEASE: {
      en: 'Sex demanded for release or to avoid arrest',
      pt: 'Sexo exigido em troca de liberdade',
      description: {
        en: 'Sex coerced by a person with the power to arrest, detain, fine or evict.',
        pt: 'Sexo imposto por alguém com poder de deter, reter, multar ou despejar.',
      },
      ...swit,
    },
    VERBAL_ABUSE: { en: 'Verbal abuse', pt: 'Insultos', ...swit },
    HUMILIATION: {
      en: 'Humiliation or degrading treatment',
      pt: 'Humilhação ou tratamento degradante',
      description: {
        en: 'Such as being undressed, photographed or paraded in public.',
        pt: 'Como ser despida, fotografada ou exibida em público.',
      },
      ...swit,
    },
    THREAT: { en: 'Threat or intimidation', pt: 'Ameaça ou intimidação', ...swit },
    OUTING_DISCLOSURE: {
      en: 'Outing or disclosure',
      pt: 'Exposição ou revelação sem consentimento',
      description: {
        en: 'Telling others of sex work, HIV status, gender or sexuality, or threatening to.',
        pt: 'Contar a outros o trabalho de sexo, o estado de HIV, o género ou a sexualidade, ou ameaçar fazê-lo.',
      },
      ...aswa,
    },
    STALKING_ONLINE_ABUSE: {
      en: 'Stalking or online abuse',
      pt: 'Perseguição ou abuso na Internet',
      ...aswa,
    },
    NON_PAYMENT: {
      en: 'Non-payment',
      pt: 'Recusa de pagamento',
      description: { en: 'The client does not pay.', pt: 'O cliente não paga.' },
      ...swit,
    },
    ROBBERY: {
      en: 'Robbery',
      pt: 'Roubo',
      description: {
        en: 'Money or goods taken by force, threat or stealth.',
        pt: 'Dinheiro ou bens levados por força, ameaça ou furto.',
      },
      ...swit,
    },
    EXTORTION_BRIBE: {
      en: 'Extortion or bribe',
      pt: 'Extorsão ou suborno',
      description: {
        en: 'Money or goods demanded by police, gangs, managers or others.',
        pt: 'Dinheiro ou bens exigidos pela polícia, gangues, gerentes ou outros.',
      },
      ...swit,
    },
    UNLAWFUL_FINE: {
      en: 'Unlawful fine',
      pt: 'Multa ilegal',
      description: {
        en: 'A fine without a charge, a receipt or a legal ground.',
        pt: 'Uma multa sem acusação, recibo ou fundamento legal.',
      },
      ...own,
    },
    EVICTION: { en: 'Eviction', pt: 'Despejo', ...swit },
    LIVELIHOOD_DENIAL: {
      en: 'Denial of livelihood',
      pt: 'Privação do meio de subsistência',
      description: {
        en: 'Being kept from working, or earnings and tools of work taken or controlled.',
        pt: 'Ser impedida de trabalhar, ou ter os ganhos e os instrumentos de trabalho retirados ou controlados.',
      },
      ...swit,
    },
    ARBITRARY_ARREST: {
      en: 'Arbitrary arrest',
      pt: 'Detenção arbitrária',
      description: {
        en: 'Arrest without legal ground, or for carrying condoms, for dress or for being in a place.',
        pt: 'Detenção sem fundamento legal, ou por levar preservativos, pela roupa ou por estar num lugar.',
      },
      ...swit,
    },
    UNLAWFUL_DETENTION: {
      en: 'Unlawful detention',
      pt: 'Retenção ilegal sob custódia',
      description: {
        en: 'Held without charge or beyond the time that the law allows.',
        pt: 'Retenção sem acusação ou além do tempo que a lei permite.',
      },
      ...swit,
    },
    CONDOM_CONFISCATION: {
      en: 'Confiscation of condoms',
      pt: 'Apreensão de preservativos',
      description: { en: 'Condoms taken away or destroyed.', pt: 'Preservativos retirados ou destruídos.' },
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
    RAID: {
      en: 'Raid',
      pt: 'Rusga',
      description: { en: 'A raid of a venue, home or street.', pt: 'Uma rusga a um estabelecimento, casa ou rua.' },
      ...swit,
    },
    FORCED_TESTING_OR_REHABILITATION: {
      en: 'Forced testing or rehabilitation',
      pt: 'Testagem ou reabilitação forçada',
      description: {
        en: 'Medical tests, treatment or “rescue” against the person’s will.',
        pt: 'Testes médicos, tratamento ou «resgate» contra a vontade da pessoa.',
      },
      ...swit,
    },
    DENIAL_OF_HEALTH_CARE: { en: 'Denial of health care', pt: 'Recusa de cuidados de saúde', ...swit },
    DENIAL_OF_OTHER_SERVICE: { en: 'Denial of another service', pt: 'Recusa de outro serviço', ...swit },
    BREACH_OF_CONFIDENTIALITY: {
      en: 'Breach of confidentiality',
      pt: 'Quebra de sigilo',
      description: {
        en: 'By a person who owes confidentiality: a health, social, legal or other worker.',
        pt: 'Por alguém que deve guardar sigilo: profissional de saúde, social, jurídico ou outro.',
      },
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
      description: {
        en: 'Identifying, sensational or degrading reporting.',
        pt: 'Reportagem que identifica, é sensacionalista ou degradante.',
      },
      ...own,
    },
    DISCRIMINATORY_LAW_OR_BYLAW: {
      en: 'Discriminatory law or by-law',
      pt: 'Lei ou postura discriminatória',
      description: {
        en: 'Harm that comes from a law, by-law or its ordinary use.',
        pt: 'Dano que vem de uma lei, de uma postura ou do seu uso habitual.',
      },
      ...aswa,
    },
    TRAFFICKING_OR_FORCED_LABOUR: {
      en: 'Trafficking or forced labour',
      pt: 'Tráfico ou trabalho forçado',
      description: {
        en: 'Choose the GBVIMS type by what was done. Sex work by adults who agree to it is not trafficking.',
        pt: 'Escolha o tipo GBVIMS pelo que foi feito. O trabalho de sexo de adultos que o aceitam não é tráfico.',
      },
      ...swit,
    },
    OTHER: { en: 'Other violation', pt: 'Outra violação de direitos', ...own },
  },
);
export type ViolationType = CodeOf<typeof ViolationType>;
