import { codeList, type CodeOf } from '../../model/codelist';

export const CaseNoteKind = codeList('CaseNoteKind', 'What a case note is about.', {
  NOTE: { en: 'Note', pt: 'Nota' },
  SAFETY_PLAN: { en: 'Safety plan', pt: 'Plano de segurança' },
  STEP_REASON: {
    en: 'Reason of a step',
    pt: 'Motivo de um passo',
    description: 'Why a case was sent back, reopened, transferred or closed with open referrals.',
  },
});
export type CaseNoteKind = CodeOf<typeof CaseNoteKind>;
