/** Why something was erased for good. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const ErasureReason = codeList(
  'ErasureReason',
  { en: 'Why something was erased for good.', pt: 'Porque algo foi apagado definitivamente.' },
  {
    DISCARDED: { en: 'Discarded by who had begun it', pt: 'Descartado por quem o tinha começado', source },
    IMPORT_UNDONE: {
      en: 'Imported, and the import was taken back',
      pt: 'Importado, e a importação foi desfeita',
      source,
    },
    DRAFT_EXPIRED: { en: 'A draft that was not registered in time', pt: 'Um rascunho não registado a tempo', source },
  },
);
export type ErasureReason = CodeOf<typeof ErasureReason>;
