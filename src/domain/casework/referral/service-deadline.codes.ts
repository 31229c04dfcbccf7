/** What has deadlines of its own: an urgency, a category of service, or a single service. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const DeadlineOf = codeList(
  'DeadlineOf',
  {
    en: 'What has deadlines of its own: an urgency, a category of service, or a single service.',
    pt: 'O que tem prazos próprios: uma urgência, uma categoria de serviço ou um serviço concreto.',
  },
  {
    IMMEDIATE: { en: 'Whatever is needed immediately', pt: 'O que é preciso de imediato', source },
    WITHIN_72H: { en: 'Whatever is needed within 72 hours', pt: 'O que é preciso dentro de 72 horas', source },
    ROUTINE: { en: 'Whatever is routine', pt: 'O que é de rotina', source },
    PEP: { en: 'Post-exposure prophylaxis (PEP)', pt: 'Profilaxia pós-exposição (PPE)', source },
    FORENSIC_EXAM: { en: 'Forensic examination', pt: 'Exame médico-legal', source },
    EMERGENCY_CONTRACEPTION: { en: 'Emergency contraception', pt: 'Contracepção de emergência', source },
    SAFE_HOUSE: { en: 'Safe house', pt: 'Casa de abrigo', source },
    BAIL: { en: 'Bail or release', pt: 'Caução ou soltura', source },
    CHILD_PROTECTION: { en: 'Child protection', pt: 'Protecção da criança', source },
    PSYCHOSOCIAL: { en: 'Psychosocial support', pt: 'Apoio psicossocial', source },
    LEGAL: { en: 'Legal aid', pt: 'Assistência jurídica', source },
    LIVELIHOOD: { en: 'Livelihood', pt: 'Meios de subsistência', source },
  },
);
export type DeadlineOf = CodeOf<typeof DeadlineOf>;
