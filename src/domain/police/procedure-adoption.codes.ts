/** Where the adoption of a procedure stands. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const AdoptionStatus = codeList(
  'AdoptionStatus',
  { en: 'Where the adoption of a procedure stands.', pt: 'Em que ponto está a adopção de um procedimento.' },
  {
    PLEDGED: {
      en: 'Pledged',
      pt: 'Prometida',
      description: {
        en: 'The unit has said that it will work by the procedure.',
        pt: 'A unidade disse que vai trabalhar segundo o procedimento.',
      },
      source,
    },
    ADOPTED: {
      en: 'Adopted',
      pt: 'Adoptada',
      description: {
        en: 'The unit has taken the procedure up; nobody has looked yet whether it works by it.',
        pt: 'A unidade adoptou o procedimento; ainda ninguém verificou se trabalha segundo ele.',
      },
      source,
    },
    VERIFIED: {
      en: 'In practice',
      pt: 'Em prática',
      description: {
        en: 'The last check found that the unit works by it.',
        pt: 'Na última verificação, a unidade trabalhava segundo ele.',
      },
      source,
    },
    LAPSED: {
      en: 'Lapsed',
      pt: 'Abandonada',
      description: {
        en: 'The last check found that the unit does not work by it.',
        pt: 'Na última verificação, a unidade não trabalhava segundo ele.',
      },
      source,
    },
  },
);
export type AdoptionStatus = CodeOf<typeof AdoptionStatus>;
