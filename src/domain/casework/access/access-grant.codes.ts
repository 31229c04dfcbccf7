/** What came of looking at an access that somebody took. */
import { codeList, type CodeOf } from '../../../model/codelist';

export const AccessReview = codeList(
  'AccessReview',
  { en: 'Whether it was right to take the access.', pt: 'Se foi correcto tomar o acesso.' },
  {
    JUSTIFIED: { en: 'Justified', pt: 'Justificado', source: 'Hands Off' },
    UNJUSTIFIED: {
      en: 'Not justified',
      pt: 'Não justificado',
      description: {
        en: 'The privacy officer decides what follows.',
        pt: 'O encarregado da protecção de dados decide o que se segue.',
      },
      source: 'Hands Off',
    },
  },
);
export type AccessReview = CodeOf<typeof AccessReview>;
