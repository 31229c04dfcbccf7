/** Why cases end. */
import { codeList, type CodeOf } from '../../../model/codelist';

/** Why a case is closed. */
export const ClosureReason = codeList(
  'ClosureReason',
  { en: 'Why a case is closed.', pt: 'Por que um caso é encerrado.' },
  {
    NEEDS_MET: { en: 'Needs met', pt: 'Necessidades satisfeitas', source: 'GBVIMS' },
    NO_FURTHER_SUPPORT_AGREED: {
      en: 'No further support needed, agreed with the survivor',
      pt: 'Sem necessidade de mais apoio, por acordo com a pessoa sobrevivente',
      source: 'GBVIMS',
    },
    SURVIVOR_REQUEST: { en: 'At the survivor’s request', pt: 'A pedido da pessoa sobrevivente', source: 'GBVIMS' },
    NO_CONTACT_30_DAYS: {
      en: 'No contact for 30 days',
      pt: 'Sem contacto há 30 dias',
      description: {
        en: 'The survivor could not be reached in a safe way for at least 30 days.',
        pt: 'Não foi possível contactar a pessoa sobrevivente de forma segura durante pelo menos 30 dias.',
      },
      source: 'GBVIMS',
    },
    LEFT_AREA: { en: 'Survivor left the area', pt: 'A pessoa sobrevivente saiu da zona', source: 'GBVIMS' },
    TRANSFERRED_ORGANISATION: {
      en: 'Transferred to another organisation',
      pt: 'Transferido para outra organização',
      source: 'GBVIMS',
    },
    FUNDING_CONSTRAINTS: { en: 'Lack of funds', pt: 'Falta de fundos', source: 'GBVIMS' },
    LEGAL_CONCLUSION: {
      en: 'Legal conclusion',
      pt: 'Conclusão do processo legal',
      description: {
        en: 'Complaint or court case came to its end.',
        pt: 'A queixa ou o processo em tribunal chegou ao fim.',
      },
      source: 'Hands Off',
    },
    DEATH: { en: 'Death of the survivor', pt: 'Morte da pessoa sobrevivente', source: 'Hands Off' },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source: 'Hands Off' },
  },
);
export type ClosureReason = CodeOf<typeof ClosureReason>;
