/** Code list of the access log: why somebody read what is sensitive. */
import { codeList, type CodeOf } from '../model/codelist';

/** What a sensitive record was read for, as the reader states it. */
export const AccessPurpose = codeList('AccessPurpose', 'What a sensitive record was read for.', {
  CASE_WORK: {
    en: 'Work on the case',
    pt: 'Trabalho no caso',
    description: 'Help for the survivor; taken when none is stated.',
  },
  REFERRAL: {
    en: 'Referral',
    pt: 'Encaminhamento',
    description: 'Giving a service that the survivor was referred to.',
  },
  SUPERVISION: { en: 'Supervision', pt: 'Supervisão', description: 'Guiding and approving the work of others.' },
  QUALITY_REVIEW: {
    en: 'Quality review',
    pt: 'Controlo de qualidade',
    description: 'Checking that records are complete and right.',
  },
  SURVIVOR_REQUEST: {
    en: "Survivor's request",
    pt: 'Pedido da pessoa sobrevivente',
    description: 'The survivor asked to see, correct or erase what is kept.',
  },
  INVESTIGATION: {
    en: 'Investigation',
    pt: 'Investigação',
    description: 'Looking into a breach or a complaint about the programme.',
  },
});
export type AccessPurpose = CodeOf<typeof AccessPurpose>;
