/** What came of looking at an access that somebody took. */
import { codeList, type CodeOf } from '../../model/codelist';

export const AccessReview = codeList('AccessReview', 'Whether it was right to take the access.', {
  JUSTIFIED: { en: 'Justified', pt: 'Justificado', source: 'Hands Off' },
  UNJUSTIFIED: {
    en: 'Not justified',
    pt: 'Não justificado',
    description: 'The privacy officer decides what follows.',
    source: 'Hands Off',
  },
});
export type AccessReview = CodeOf<typeof AccessReview>;
