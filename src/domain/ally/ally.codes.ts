/** Code lists of allies: who they are, and what they did. */
import { codeList, type CodeOf } from '../../model/codelist';

/** What an ally is. */
export const AllyType = codeList(
  'AllyType',
  {
    en: 'What an institution is that stands with sex workers.',
    pt: 'O que é uma instituição que está ao lado dos trabalhadores de sexo.',
  },
  {
    GOVERNMENT: { en: 'Government', pt: 'Governo', source: 'Hands Off' },
    NGO: { en: 'Non-governmental organisation', pt: 'Organização não-governamental', source: 'Hands Off' },
    LAW_ENFORCEMENT: { en: 'Law enforcement', pt: 'Forças da lei e ordem', source: 'Hands Off' },
    RELIGIOUS_LEADER: {
      en: 'Religious leaders',
      pt: 'Líderes religiosos',
      description: {
        en: 'A church, a mosque or a council of religious leaders; never one of them by name.',
        pt: 'Uma igreja, uma mesquita ou um conselho de líderes religiosos; nunca um deles pelo nome.',
      },
      source: 'Hands Off',
    },
    MEDIA: { en: 'Media house', pt: 'Órgão de comunicação social', source: 'Hands Off' },
    LOCAL_AUTHORITY: { en: 'Local authority', pt: 'Autoridade local', source: 'Hands Off' },
    NATIONAL_AUTHORITY: { en: 'National authority', pt: 'Autoridade nacional', source: 'Hands Off' },
    TECHNICAL_PARTNER: { en: 'Technical partner', pt: 'Parceiro técnico', source: 'Hands Off' },
    HEALTH_FACILITY: { en: 'Health facility', pt: 'Unidade sanitária', source: 'Hands Off' },
  },
);
export type AllyType = CodeOf<typeof AllyType>;

/** What an ally did. */
export const AllyActionKind = codeList(
  'AllyActionKind',
  { en: 'What an ally did for sex workers.', pt: 'O que um aliado fez pelos trabalhadores de sexo.' },
  {
    PUBLIC_STATEMENT: { en: 'Public statement', pt: 'Declaração pública', source: 'Hands Off' },
    POLICY_SUPPORT: {
      en: 'Support of a law or policy',
      pt: 'Apoio a uma lei ou política',
      description: {
        en: 'It backed a law, a policy or a by-law before those who decide.',
        pt: 'Apoiou uma lei, uma política ou uma postura perante quem decide.',
      },
      source: 'Hands Off',
    },
    SERVICE_OPENED: {
      en: 'Service opened to sex workers',
      pt: 'Serviço aberto aos trabalhadores de sexo',
      source: 'Hands Off',
    },
    OFFICER_DISCIPLINED: {
      en: 'Officer held to account',
      pt: 'Agente responsabilizado',
      description: {
        en: 'It disciplined somebody of its own; who that is stands nowhere here.',
        pt: 'Sancionou alguém do seu próprio pessoal; quem é não se escreve aqui.',
      },
      source: 'Hands Off',
    },
    JOINT_ACTION: { en: 'Joint action', pt: 'Acção conjunta', source: 'Hands Off' },
    TRAINING_SUPPORT: { en: 'Support of a training', pt: 'Apoio a uma formação', source: 'Hands Off' },
    FUNDING: { en: 'Funding', pt: 'Financiamento', source: 'Hands Off' },
    OTHER: { en: 'Other', pt: 'Outra', source: 'Hands Off' },
  },
);
export type AllyActionKind = CodeOf<typeof AllyActionKind>;
