/** Code list of what a partner does in an activity of another organisation. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

/** What an organisation does in an activity that another one keeps. */
export const PartnerPart = codeList(
  'PartnerPart',
  {
    en: 'What an organisation does in an activity that another one keeps.',
    pt: 'O que faz uma organização numa actividade que outra regista.',
  },
  {
    CO_ORGANISER: {
      en: 'Co-organiser',
      pt: 'Co-organizador',
      description: {
        en: 'Plans and answers for it together with the organisation that keeps it.',
        pt: 'Planifica-a e responde por ela com a organização que a regista.',
      },
      source,
    },
    HOST: {
      en: 'Host',
      pt: 'Anfitrião',
      description: { en: 'Gives the place where it is held.', pt: 'Cede o local onde se realiza.' },
      source,
    },
    FACILITATOR: {
      en: 'Trainer or facilitator',
      pt: 'Formador ou facilitador',
      description: { en: 'Trains, speaks or leads sessions.', pt: 'Forma, fala ou conduz sessões.' },
      source,
    },
    MOBILISER: {
      en: 'Mobiliser',
      pt: 'Mobilizador',
      description: { en: 'Brings the people whom it is for.', pt: 'Mobiliza as pessoas a quem se destina.' },
      source,
    },
    IN_KIND: {
      en: 'Support in kind',
      pt: 'Apoio em espécie',
      description: {
        en: 'Gives goods, transport or the time of its people; no amounts are kept.',
        pt: 'Dá bens, transporte ou o tempo do seu pessoal; não se registam valores.',
      },
      source,
    },
    TECHNICAL: {
      en: 'Technical support',
      pt: 'Apoio técnico',
      description: {
        en: 'Gives advice, material, legal opinion or research.',
        pt: 'Dá aconselhamento, material, parecer jurídico ou investigação.',
      },
      source,
    },
    SERVICES: {
      en: 'Services on the spot',
      pt: 'Serviços no local',
      description: {
        en: 'Offers its services there, such as HIV testing or legal advice.',
        pt: 'Oferece ali os seus serviços, como o teste de HIV ou o aconselhamento jurídico.',
      },
      source,
    },
    OTHER: { en: 'Other', pt: 'Outra', source },
  },
);
export type PartnerPart = CodeOf<typeof PartnerPart>;
