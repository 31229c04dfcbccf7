/** Code lists of possible duplicates: on what ground two records may be one person's, and what was decided. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

/** The surest first. */
export const DuplicateGround = codeList(
  'DuplicateGround',
  {
    en: 'On what ground two survivors on record may be one person.',
    pt: 'Por que razão duas pessoas sobreviventes registadas podem ser uma só.',
  },
  {
    SURVIVOR_CODE: {
      en: 'The code that the person told',
      pt: 'O código que a pessoa indicou',
      description: {
        en: 'One was told to have the code of the other, or both to have the same.',
        pt: 'Disse-se de uma que tem o código da outra, ou de ambas que têm o mesmo.',
      },
      source,
    },
    DOCUMENT_NUMBER: { en: 'The same document', pt: 'O mesmo documento', source },
    TELEPHONE_NUMBER: {
      en: 'The same telephone',
      pt: 'O mesmo telefone',
      description: {
        en: 'Several people can share a telephone: ask before they are taken for one.',
        pt: 'Várias pessoas podem partilhar um telefone: pergunte antes de as tomar por uma só.',
      },
      source,
    },
    COLLEAGUE: { en: 'A colleague recognised the person', pt: 'Um colega reconheceu a pessoa', source },
    YEAR_DISTRICT_LANGUAGE: {
      en: 'Year of birth, district and language',
      pt: 'Ano de nascimento, distrito e língua',
      description: {
        en: 'A weak ground: it is true of many. The ten that were recorded last are offered.',
        pt: 'Um indício fraco: aplica-se a muitas pessoas. Apresentam-se as dez registadas por último.',
      },
      source,
    },
  },
);
export type DuplicateGround = CodeOf<typeof DuplicateGround>;

export const DuplicateStatus = codeList(
  'DuplicateStatus',
  { en: 'What was decided on a possible duplicate.', pt: 'O que se decidiu sobre um possível duplicado.' },
  {
    OPEN: { en: 'Not decided', pt: 'Por decidir', source },
    APART: { en: 'Two people', pt: 'Duas pessoas', source },
    MERGED: { en: 'One person: the records are merged', pt: 'Uma pessoa: os registos estão fundidos', source },
  },
);
export type DuplicateStatus = CodeOf<typeof DuplicateStatus>;
