/** Code lists of the handing-over of a case to another organisation. */
import { codeList, type CodeOf } from '../../../model/codelist';

const primero = (sourceCode: string) => ({ source: 'Primero', sourceCode });

/** Where the handing-over of a case to another organisation stands. */
export const CaseTransferStatus = codeList(
  'CaseTransferStatus',
  {
    en: 'Where the handing-over of a case to another organisation stands.',
    pt: 'Em que ponto está a entrega de um caso a outra organização.',
  },
  {
    REQUESTED: {
      en: 'Requested',
      pt: 'Solicitada',
      description: {
        en: 'The other organisation has not answered yet; the sender works on.',
        pt: 'A outra organização ainda não respondeu; quem enviou continua a trabalhar.',
      },
      ...primero('in_progress'),
    },
    ACCEPTED: {
      en: 'Accepted',
      pt: 'Aceite',
      description: { en: 'The case has a new owner.', pt: 'O caso tem um novo responsável.' },
      ...primero('accepted'),
    },
    REJECTED: {
      en: 'Rejected',
      pt: 'Recusada',
      description: { en: 'The case stays where it was.', pt: 'O caso fica onde estava.' },
      ...primero('rejected'),
    },
    REVOKED: {
      en: 'Revoked',
      pt: 'Anulada',
      description: {
        en: 'The sender took the request back, or it ended with what it rested on.',
        pt: 'Quem enviou retirou o pedido, ou este terminou com aquilo em que assentava.',
      },
      ...primero('revoked'),
    },
    EXPIRED: {
      en: 'Expired',
      pt: 'Expirada',
      description: {
        en: 'Nobody answered in time; the case stays where it was.',
        pt: 'Ninguém respondeu a tempo; o caso fica onde estava.',
      },
      source: 'Hands Off',
    },
  },
);
export type CaseTransferStatus = CodeOf<typeof CaseTransferStatus>;
