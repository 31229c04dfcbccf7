/** Code lists of advocacy: by which means, and how far the change has come. */
import { codeList, type CodeOf } from '../../model/codelist';

/** By which means a change is asked for. */
export const AdvocacyKind = codeList(
  'AdvocacyKind',
  { en: 'By which means a change is asked for.', pt: 'Por que meios se pede uma mudança.' },
  {
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
      description: {
        en: 'A written submission, petition or shadow report.',
        pt: 'Uma exposição escrita, petição ou relatório-sombra.',
      },
      source: 'Hands Off',
    },
    MARCH: { en: 'March', pt: 'Marcha', source: 'Hands Off' },
  },
);
export type AdvocacyKind = CodeOf<typeof AdvocacyKind>;

/** How far the change that is asked for has come. */
export const AdvocacyStage = codeList(
  'AdvocacyStage',
  { en: 'How far the change that is asked for has come.', pt: 'Até onde chegou a mudança pedida.' },
  {
    PLANNED: {
      en: 'Planned',
      pt: 'Planeada',
      description: { en: 'The work has not begun.', pt: 'O trabalho ainda não começou.' },
      source: 'Hands Off',
    },
    AGENDA: {
      en: 'On the agenda',
      pt: 'Na agenda',
      description: { en: 'Those who decide have taken it up.', pt: 'Quem decide já a tomou em consideração.' },
      source: 'Hands Off',
    },
    DRAFTED: { en: 'Drafted', pt: 'Proposta elaborada', source: 'Hands Off' },
    TABLED: {
      en: 'Tabled',
      pt: 'Submetida',
      description: { en: 'Before those who decide.', pt: 'Perante quem decide.' },
      source: 'Hands Off',
    },
    ADOPTED: { en: 'Adopted', pt: 'Aprovada', source: 'Hands Off' },
    IMPLEMENTED: {
      en: 'Implemented',
      pt: 'Implementada',
      description: {
        en: 'Procedures, budgets or orders follow it.',
        pt: 'Procedimentos, orçamentos ou ordens a acompanham.',
      },
      source: 'Hands Off',
    },
    ENFORCED: {
      en: 'Enforced',
      pt: 'Aplicada na prática',
      description: { en: 'It holds in practice.', pt: 'Vale na prática.' },
      source: 'Hands Off',
    },
    REJECTED: { en: 'Rejected', pt: 'Rejeitada', source: 'Hands Off' },
    BLOCKED: {
      en: 'Blocked',
      pt: 'Bloqueada',
      description: {
        en: 'It does not move, and somebody keeps it from moving.',
        pt: 'Não avança, e alguém impede que avance.',
      },
      source: 'Hands Off',
    },
    REVERSED: {
      en: 'Reversed',
      pt: 'Revertida',
      description: { en: 'What was won was undone.', pt: 'O que se tinha ganho foi desfeito.' },
      source: 'Hands Off',
    },
  },
);
export type AdvocacyStage = CodeOf<typeof AdvocacyStage>;

/** Whether the change is wanted. */
export const AdvocacyStance = codeList(
  'AdvocacyStance',
  { en: 'Whether the change is worked for or against.', pt: 'Se se trabalha a favor ou contra a mudança.' },
  {
    FOR: {
      en: 'For',
      pt: 'A favor',
      description: {
        en: 'The change is wanted: adopting it is a success.',
        pt: 'A mudança é desejada: aprová-la é um sucesso.',
      },
      source: 'Hands Off',
    },
    AGAINST: {
      en: 'Against',
      pt: 'Contra',
      description: {
        en: 'The change would do harm: that it is blocked or rejected is a success.',
        pt: 'A mudança faria mal: que seja bloqueada ou rejeitada é um sucesso.',
      },
      source: 'Hands Off',
    },
  },
);
export type AdvocacyStance = CodeOf<typeof AdvocacyStance>;
