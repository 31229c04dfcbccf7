/** Code lists of the handing-over of a case to another organisation. */
import { codeList, type CodeOf } from '../../model/codelist';

const primero = (sourceCode: string) => ({ source: 'Primero', sourceCode });

/** Where the handing-over of a case to another organisation stands. */
export const CaseTransferStatus = codeList(
  'CaseTransferStatus',
  'Where the handing-over of a case to another organisation stands.',
  {
    REQUESTED: {
      en: 'Requested',
      pt: 'Solicitada',
      description: 'The other organisation has not answered yet; the sender works on.',
      ...primero('in_progress'),
    },
    ACCEPTED: { en: 'Accepted', pt: 'Aceite', description: 'The case has a new owner.', ...primero('accepted') },
    REJECTED: { en: 'Rejected', pt: 'Recusada', description: 'The case stays where it was.', ...primero('rejected') },
    REVOKED: {
      en: 'Revoked',
      pt: 'Anulada',
      description: 'The sender took the request back, or it ended with what it rested on.',
      ...primero('revoked'),
    },
    EXPIRED: {
      en: 'Expired',
      pt: 'Expirada',
      description: 'Nobody answered in time; the case stays where it was.',
      source: 'Hands Off',
    },
  },
);
export type CaseTransferStatus = CodeOf<typeof CaseTransferStatus>;
