/** Code lists of what the programme knows: its products, and how well a way of working is tried. */
import { codeList, type CodeOf } from '../../model/codelist';

/** What a knowledge product is. */
export const KnowledgeKind = codeList(
  'KnowledgeKind',
  {
    en: 'What a publication of the programme is.',
    pt: 'O que é uma publicação do programa.',
  },
  {
    RESEARCH: { en: 'Research', pt: 'Investigação', source: 'Hands Off' },
    EVALUATION: { en: 'Evaluation', pt: 'Avaliação', source: 'Hands Off' },
    STORY_OF_CHANGE: {
      en: 'Story of change',
      pt: 'História de mudança',
      description: {
        en: 'What has changed, told so that nobody can be recognised who did not agree.',
        pt: 'O que mudou, contado de modo que não se reconheça ninguém que não tenha concordado.',
      },
      source: 'Hands Off',
    },
    GUIDE: { en: 'Guide or manual', pt: 'Guia ou manual', source: 'Hands Off' },
    BRIEF: { en: 'Brief', pt: 'Nota informativa', source: 'Hands Off' },
    OTHER: { en: 'Other', pt: 'Outra', source: 'Hands Off' },
  },
);
export type KnowledgeKind = CodeOf<typeof KnowledgeKind>;

/** How well a way of working is tried. */
export const InterventionMaturity = codeList(
  'InterventionMaturity',
  { en: 'How well a way of working is tried.', pt: 'Até que ponto uma forma de trabalhar está experimentada.' },
  {
    PROVEN: {
      en: 'Proven',
      pt: 'Comprovada',
      description: {
        en: 'Shown to lead to less violence; the programme intensifies it.',
        pt: 'Demonstrou levar a menos violência; o programa intensifica-a.',
      },
      source: 'Hands Off',
    },
    SCALED: {
      en: 'Scaled up',
      pt: 'Ampliada',
      description: {
        en: 'Proven, and carried to more places or by others.',
        pt: 'Comprovada, e levada a mais lugares ou por outros.',
      },
      source: 'Hands Off',
    },
    PILOT: {
      en: 'Pilot',
      pt: 'Piloto',
      description: { en: 'New, and being tried out.', pt: 'Nova, e em experimentação.' },
      source: 'Hands Off',
    },
  },
);
export type InterventionMaturity = CodeOf<typeof InterventionMaturity>;
