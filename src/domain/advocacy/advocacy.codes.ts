/** Code lists of advocacy: by which means, and how far the change has come. */
import { codeList, type CodeOf } from '../../model/codelist';

/** By which means a change is asked for. */
export const AdvocacyKind = codeList('AdvocacyKind', 'By which means a change is asked for.', {
  LAW_REFORM: { en: 'Law reform', pt: 'Reforma legal', source: 'Hands Off' },
  POLICY_REFORM: { en: 'Policy reform', pt: 'Reforma de políticas', source: 'Hands Off' },
  BYLAW_CHANGE: {
    en: 'Change of a by-law',
    pt: 'Alteração de postura municipal',
    source: 'Hands Off',
  },
  STRATEGIC_LITIGATION: { en: 'Strategic litigation', pt: 'Litigância estratégica', source: 'Hands Off' },
  POLICE_DIALOGUE: { en: 'Dialogue with the police', pt: 'Diálogo com a polícia', source: 'Hands Off' },
  PARLIAMENT_HEARING: { en: 'Parliamentary hearing', pt: 'Audição parlamentar', source: 'Hands Off' },
  CAMPAIGN: { en: 'Campaign', pt: 'Campanha', source: 'Hands Off' },
  RELIGIOUS_DIALOGUE: {
    en: 'Dialogue with religious leaders',
    pt: 'Diálogo com líderes religiosos',
    source: 'Hands Off',
  },
  COALITION: { en: 'Coalition building', pt: 'Construção de coligações', source: 'Hands Off' },
  SUBMISSION: {
    en: 'Submission',
    pt: 'Petição ou parecer',
    description: 'A written submission, petition or shadow report.',
    source: 'Hands Off',
  },
  MARCH: { en: 'March', pt: 'Marcha', source: 'Hands Off' },
});
export type AdvocacyKind = CodeOf<typeof AdvocacyKind>;

/** How far the change that is asked for has come. */
export const AdvocacyStage = codeList('AdvocacyStage', 'How far the change that is asked for has come.', {
  PLANNED: {
    en: 'Planned',
    pt: 'Planeada',
    description: 'The work has not begun.',
    source: 'Hands Off',
  },
  AGENDA: {
    en: 'On the agenda',
    pt: 'Na agenda',
    description: 'Those who decide have taken it up.',
    source: 'Hands Off',
  },
  DRAFTED: { en: 'Drafted', pt: 'Proposta elaborada', source: 'Hands Off' },
  TABLED: { en: 'Tabled', pt: 'Submetida', description: 'Before those who decide.', source: 'Hands Off' },
  ADOPTED: { en: 'Adopted', pt: 'Aprovada', source: 'Hands Off' },
  IMPLEMENTED: {
    en: 'Implemented',
    pt: 'Implementada',
    description: 'Procedures, budgets or orders follow it.',
    source: 'Hands Off',
  },
  ENFORCED: { en: 'Enforced', pt: 'Aplicada na prática', description: 'It holds in practice.', source: 'Hands Off' },
  REJECTED: { en: 'Rejected', pt: 'Rejeitada', source: 'Hands Off' },
  BLOCKED: {
    en: 'Blocked',
    pt: 'Bloqueada',
    description: 'It does not move, and somebody keeps it from moving.',
    source: 'Hands Off',
  },
  REVERSED: { en: 'Reversed', pt: 'Revertida', description: 'What was won was undone.', source: 'Hands Off' },
});
export type AdvocacyStage = CodeOf<typeof AdvocacyStage>;

/** Whether the change is wanted. */
export const AdvocacyStance = codeList('AdvocacyStance', 'Whether the change is worked for or against.', {
  FOR: {
    en: 'For',
    pt: 'A favor',
    description: 'The change is wanted: adopting it is a success.',
    source: 'Hands Off',
  },
  AGAINST: {
    en: 'Against',
    pt: 'Contra',
    description: 'The change would do harm: that it is blocked or rejected is a success.',
    source: 'Hands Off',
  },
});
export type AdvocacyStance = CodeOf<typeof AdvocacyStance>;
