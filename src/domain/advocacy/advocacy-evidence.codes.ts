/** Code list of what advocacy rests on. */
import { codeList, type CodeOf } from '../../model/codelist';

/** What a piece of evidence is. */
export const AdvocacyEvidenceKind = codeList(
  'AdvocacyEvidenceKind',
  {
    en: 'What advocacy rests on, or what shows how far it came.',
    pt: 'Em que assenta a advocacia, ou o que mostra até onde chegou.',
  },
  {
    PUBLICATION: { en: 'Publication', pt: 'Publicação', source: 'Hands Off' },
    SUBMISSION: { en: 'Submission or petition', pt: 'Exposição ou petição', source: 'Hands Off' },
    MINUTES: { en: 'Minutes', pt: 'Acta', source: 'Hands Off' },
    LAW_TEXT: { en: 'Text of a law, policy or by-law', pt: 'Texto de lei, política ou postura', source: 'Hands Off' },
    COUNT_OF_CASES: {
      en: 'Number of cases',
      pt: 'Número de casos',
      description: {
        en: 'How many cases show it; never which.',
        pt: 'Quantos casos o mostram; nunca quais.',
      },
      source: 'Hands Off',
    },
    OTHER: { en: 'Other', pt: 'Outra', source: 'Hands Off' },
  },
);
export type AdvocacyEvidenceKind = CodeOf<typeof AdvocacyEvidenceKind>;
