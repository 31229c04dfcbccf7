/** Code lists of imports: of what, how far, and what was found in a file. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const ImportKind = codeList(
  'ImportKind',
  { en: 'What the rows of a file become.', pt: 'Em que se tornam as linhas de um ficheiro.' },
  {
    ORGANISATION: { en: 'Organisations', pt: 'Organizações', source },
    SURVIVOR: {
      en: 'Survivors',
      pt: 'Pessoas sobreviventes',
      description: {
        en: 'Each with a case to review, since people are met in cases alone.',
        pt: 'Cada uma com um caso a rever, pois as pessoas só se encontram em casos.',
      },
      source,
    },
    CASE: { en: 'Cases with what happened', pt: 'Casos com o que aconteceu', source },
    REFERRAL: { en: 'Referrals, as drafts', pt: 'Encaminhamentos, como rascunhos', source },
    TRAINING: { en: 'Trainings that were held', pt: 'Formações realizadas', source },
    OUTREACH: { en: 'Outreach that was held', pt: 'Actividades de proximidade realizadas', source },
    ADVOCACY: { en: 'Advocacy', pt: 'Advocacia', source },
    MEMBER_ASSOCIATION: { en: 'Associations of a platform', pt: 'Associações de uma plataforma', source },
    MEMBER_COUNT: { en: 'Counts of members', pt: 'Contagens de membros', source },
    SURVEY_RESULT: { en: 'Survey results', pt: 'Resultados de inquéritos', source },
  },
);
export type ImportKind = CodeOf<typeof ImportKind>;

export const ImportStatus = codeList(
  'ImportStatus',
  { en: 'How far an import is.', pt: 'Em que ponto está uma importação.' },
  {
    PREPARED: { en: 'Waits for its file', pt: 'À espera do ficheiro', source },
    RUNNING: {
      en: 'Under way, or broken off: sending the file again goes on',
      pt: 'Em curso, ou interrompida: enviar de novo o ficheiro continua-a',
      source,
    },
    DONE: { en: 'Done', pt: 'Concluída', source },
    UNDOING: { en: 'Being taken back', pt: 'A ser desfeita', source },
    UNDONE: { en: 'Taken back', pt: 'Desfeita', source },
  },
);
export type ImportStatus = CodeOf<typeof ImportStatus>;

export const ImportFinding = codeList(
  'ImportFinding',
  { en: 'What was found in a row of a file.', pt: 'O que se encontrou numa linha de um ficheiro.' },
  {
    PROBLEM: { en: 'The row was not imported', pt: 'A linha não foi importada', source },
    WARNING: { en: 'Odd, and imported all the same', pt: 'Estranho, e importado mesmo assim', source },
  },
);
export type ImportFinding = CodeOf<typeof ImportFinding>;
