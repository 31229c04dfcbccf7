/** Code list of survey results: in what they are told. */
import { codeList, type CodeOf } from '../../model/codelist';

/** What the value of a survey result is. */
export const SurveyUnit = codeList(
  'SurveyUnit',
  { en: 'What the value of a survey result is.', pt: 'O que é o valor de um resultado de inquérito.' },
  {
    PER_CENT: { en: 'Per cent', pt: 'Por cento', source: 'Hands Off' },
    PER_THOUSAND: { en: 'Per thousand', pt: 'Por mil', source: 'Hands Off' },
    MEAN: { en: 'Mean', pt: 'Média', source: 'Hands Off' },
    NUMBER: {
      en: 'Number',
      pt: 'Número',
      description: {
        en: 'Such as an estimated size of a population.',
        pt: 'Como a dimensão estimada de uma população.',
      },
      source: 'Hands Off',
    },
  },
);
export type SurveyUnit = CodeOf<typeof SurveyUnit>;
