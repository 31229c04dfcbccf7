import { codeList, type CodeOf } from '../../../model/codelist';

export const CaseNoteKind = codeList(
  'CaseNoteKind',
  { en: 'What a case note is about.', pt: 'De que trata uma nota do caso.' },
  {
    NOTE: { en: 'Note', pt: 'Nota' },
    SAFETY_PLAN: { en: 'Safety plan', pt: 'Plano de segurança' },
    STEP_REASON: {
      en: 'Reason of a step',
      pt: 'Motivo de um passo',
      description: {
        en: 'Why a case was sent back, reopened, transferred or closed with open referrals.',
        pt: 'Por que um caso foi devolvido, reaberto, transferido ou encerrado com encaminhamentos em aberto.',
      },
    },
  },
);
export type CaseNoteKind = CodeOf<typeof CaseNoteKind>;
