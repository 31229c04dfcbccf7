/** Code list of the access log: why somebody read what is sensitive. */
import { codeList, type CodeOf } from '../model/codelist';

/** What a sensitive record was read for, as the reader states it. */
export const AccessPurpose = codeList(
  'AccessPurpose',
  { en: 'What a sensitive record was read for.', pt: 'Para que foi lido um registo sensível.' },
  {
    CASE_WORK: {
      en: 'Work on the case',
      pt: 'Trabalho no caso',
      description: {
        en: 'Help for the survivor; taken when none is stated.',
        pt: 'Ajuda à pessoa sobrevivente; vale quando nada é indicado.',
      },
    },
    REFERRAL: {
      en: 'Referral',
      pt: 'Encaminhamento',
      description: {
        en: 'Giving a service that the survivor was referred to.',
        pt: 'Prestar um serviço para o qual a pessoa sobrevivente foi encaminhada.',
      },
    },
    SUPERVISION: {
      en: 'Supervision',
      pt: 'Supervisão',
      description: { en: 'Guiding and approving the work of others.', pt: 'Orientar e aprovar o trabalho de outros.' },
    },
    QUALITY_REVIEW: {
      en: 'Quality review',
      pt: 'Controlo de qualidade',
      description: {
        en: 'Checking that records are complete and right.',
        pt: 'Verificar se os registos estão completos e certos.',
      },
    },
    SURVIVOR_REQUEST: {
      en: "Survivor's request",
      pt: 'Pedido da pessoa sobrevivente',
      description: {
        en: 'The survivor asked to see, correct or erase what is kept.',
        pt: 'A pessoa sobrevivente pediu para ver, corrigir ou apagar o que está guardado.',
      },
    },
    REPORTING: {
      en: 'Reporting and analysis',
      pt: 'Relatórios e análise',
      description: {
        en: 'Counting and describing, for a report or to learn from.',
        pt: 'Contar e descrever, para um relatório ou para aprender.',
      },
    },
    INVESTIGATION: {
      en: 'Investigation',
      pt: 'Investigação',
      description: {
        en: 'Looking into a breach or a complaint about the programme.',
        pt: 'Averiguar uma quebra de sigilo ou uma queixa sobre o programa.',
      },
    },
  },
);
export type AccessPurpose = CodeOf<typeof AccessPurpose>;
