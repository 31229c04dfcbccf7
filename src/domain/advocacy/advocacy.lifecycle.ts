/** How far a change that is asked for can come, stage by stage, and where it can end. */
import { Lifecycle, type StepOfAction } from '../../model/lifecycle';
import { AdvocacyStage } from './advocacy.codes';

export const advocacyLifecycle = new Lifecycle<AdvocacyStage>('AdvocacyActivity', AdvocacyStage);

/** The way forward. Work may be recorded for the first time wherever it stands on it. */
const way: readonly AdvocacyStage[] = ['AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'];

/** Both mutations name the stage that they lead to, so each stage is a step of its own. */
export const toStage = (stage: AdvocacyStage): string => `stage: ${stage}`;

export const recording: readonly StepOfAction[] = way.map((to) =>
  advocacyLifecycle.on({ variant: toStage(to), from: [], to }),
);

const advance = (to: AdvocacyStage, from: readonly AdvocacyStage[]): StepOfAction =>
  advocacyLifecycle.on({ variant: toStage(to), from, to });

export const advancing: readonly StepOfAction[] = [
  advance('DRAFTED', ['AGENDA']),
  advance('TABLED', ['DRAFTED']),
  advance('ADOPTED', ['TABLED']),
  advance('IMPLEMENTED', ['ADOPTED']),
  advance('ENFORCED', ['IMPLEMENTED']),
  advance('REJECTED', ['AGENDA', 'DRAFTED', 'TABLED']),
  advance('BLOCKED', ['AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED']),
  advance('REVERSED', ['ADOPTED', 'IMPLEMENTED', 'ENFORCED']),
];
