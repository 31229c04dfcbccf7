/** What somebody does who leads an association. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const LeaderPosition = codeList(
  'LeaderPosition',
  { en: 'What somebody does who leads an association.', pt: 'O que faz quem dirige uma associação.' },
  {
    CHAIR: { en: 'Chair', pt: 'Presidência', source },
    SECRETARY: { en: 'Secretary', pt: 'Secretariado', source },
    TREASURER: { en: 'Treasurer', pt: 'Tesouraria', source },
    COORDINATOR: { en: 'Coordinator', pt: 'Coordenação', source },
    PARALEGAL_LEAD: { en: 'Lead of the paralegals', pt: 'Coordenação de paralegais', source },
    SPOKESPERSON: { en: 'Spokesperson', pt: 'Porta-voz', source },
    OTHER: { en: 'Other', pt: 'Outra', source },
  },
);
export type LeaderPosition = CodeOf<typeof LeaderPosition>;
