import { codeList, type CodeOf } from '../model/codelist';
export const ImportShape = codeList(
  'ImportShape',
  { en: 'x', pt: 'x' },
  { OWN: { en: 'x', pt: 'y', source: 'Hands Off' } },
);
export type ImportShape = CodeOf<typeof ImportShape>;
