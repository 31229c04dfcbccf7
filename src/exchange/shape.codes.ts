/** From which program a file of an import comes, as far as its columns are called and filled by it. */
import { codeList, type CodeOf } from '../model/codelist';

const own = { source: 'Hands Off' } as const;

export const ImportShape = codeList(
  'ImportShape',
  { en: 'Which program a file comes from.', pt: 'De que programa vem um ficheiro.' },
  {
    OWN: {
      en: 'A template of ours, or any table',
      pt: 'Um modelo nosso, ou qualquer tabela',
      description: {
        en: 'Columns are called like the fields, or a mapping says what they are.',
        pt: 'As colunas chamam-se como os campos, ou uma correspondência diz o que são.',
      },
      ...own,
    },
    KOBO: { en: 'KoboToolbox', pt: 'KoboToolbox', ...own },
    ODK: {
      en: 'ODK Central',
      pt: 'ODK Central',
      description: {
        en: 'The form and each repeat in a file of its own, or all of them in one .zip.',
        pt: 'O formulário e cada repetição num ficheiro próprio, ou todos num .zip.',
      },
      ...own,
    },
    PRIMERO: {
      en: 'Primero or the GBVIMS incident recorder',
      pt: 'Primero ou o registo de incidentes do GBVIMS',
      ...own,
    },
  },
);
export type ImportShape = CodeOf<typeof ImportShape>;
