/** As what key populations take part. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const InvolvementRole = codeList(
  'InvolvementRole',
  { en: 'As what people of key populations take part.', pt: 'Em que papel participam pessoas de populações-chave.' },
  {
    DESIGN: { en: 'Design', pt: 'Concepção', source },
    DELIVERY: { en: 'Delivery', pt: 'Execução', source },
    GOVERNANCE: { en: 'Governance', pt: 'Governação', source },
    PARTICIPANT: { en: 'Participants', pt: 'Participantes', source },
  },
);
export type InvolvementRole = CodeOf<typeof InvolvementRole>;
