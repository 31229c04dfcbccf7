/** How far a change that is asked for can come, stage by stage, and where it can end. */
import { lifecycle, type Step } from '../../model/lifecycle';
import type { AdvocacyStage } from './advocacy.codes';

/** The way forward. Work may be recorded for the first time wherever it stands on it. */
const way: readonly AdvocacyStage[] = ['AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'];

/** Both mutations name the stage that they lead to, so each stage is a step of its own. */
export const recordedAt = (stage: AdvocacyStage): string => `recordAdvocacyActivity(stage: ${stage})`;
export const advancedTo = (stage: AdvocacyStage): string => `advanceAdvocacyActivity(stage: ${stage})`;

const advance = (to: AdvocacyStage, from: readonly AdvocacyStage[]): Step<AdvocacyStage> => ({
  action: advancedTo(to),
  from,
  to,
});

export const advocacyLifecycle = lifecycle<AdvocacyStage>('AdvocacyActivity', [
  ...way.map((to) => ({ action: recordedAt(to), from: [], to })),
  advance('DRAFTED', ['AGENDA']),
  advance('TABLED', ['DRAFTED']),
  advance('ADOPTED', ['TABLED']),
  advance('IMPLEMENTED', ['ADOPTED']),
  advance('ENFORCED', ['IMPLEMENTED']),
  advance('REJECTED', ['AGENDA', 'DRAFTED', 'TABLED']),
  advance('BLOCKED', ['AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED']),
  advance('REVERSED', ['ADOPTED', 'IMPLEMENTED', 'ENFORCED']),
]);
