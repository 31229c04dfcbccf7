/** How far a change that is asked for can come, stage by stage, and where it can end. */
import { Lifecycle, type Course, type Guard, type StepOfAction } from '../../model/lifecycle';
import { AdvocacyStage } from './advocacy.codes';

/** What the guards judge by. */
export interface AdvocacyFacts {
  /** Stages that it came to, the newest last; those taken back are left out. */
  readonly reached: readonly AdvocacyStage[];
}

export const advocacyLifecycle = new Lifecycle<AdvocacyStage, AdvocacyFacts>('AdvocacyActivity', AdvocacyStage);

/** The way forward. Work may be recorded for the first time wherever it stands on it. */
const way: readonly AdvocacyStage[] = ['PLANNED', 'AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED', 'ENFORCED'];

/** Both mutations name the stage that they lead to, so each stage is a step of its own. */
export const toStage = (stage: AdvocacyStage): string => `stage: ${stage}`;

export const recording: readonly StepOfAction[] = way.map((to) =>
  advocacyLifecycle.on({ variant: toStage(to), from: [], to }),
);

const advance = (
  to: AdvocacyStage,
  from: readonly AdvocacyStage[],
  guards: readonly Guard<AdvocacyFacts>[] = [],
): StepOfAction => advocacyLifecycle.on({ variant: toStage(to), from, to, guards });

/** What was blocked after it was adopted goes on from there. */
const cameSoFar = (stage: AdvocacyStage): Guard<AdvocacyFacts> => ({
  description: `it had come to ${stage} before`,
  against: ({ reached }) =>
    reached.includes(stage)
      ? undefined
      : {
          code: 'NOT_YET',
          text: {
            en: `It has never come to “${AdvocacyStage.of[stage].en}”. Take it up again at a stage that it had reached, then record the next one.`,
            pt: `Nunca chegou a «${AdvocacyStage.of[stage].pt}». Retome-a numa fase já alcançada e depois registe a seguinte.`,
          },
          path: ['stage'],
        },
});

const stopped: readonly AdvocacyStage[] = ['BLOCKED', 'REJECTED'];

export const advancing: readonly StepOfAction[] = [
  advance('AGENDA', ['PLANNED', ...stopped]),
  advance('DRAFTED', ['AGENDA', ...stopped]),
  advance('TABLED', ['DRAFTED', ...stopped]),
  advance('ADOPTED', ['TABLED']),
  advance('ADOPTED', ['BLOCKED'], [cameSoFar('ADOPTED')]),
  advance('IMPLEMENTED', ['ADOPTED']),
  advance('IMPLEMENTED', ['BLOCKED'], [cameSoFar('IMPLEMENTED')]),
  advance('ENFORCED', ['IMPLEMENTED']),
  advance('REJECTED', ['AGENDA', 'DRAFTED', 'TABLED']),
  advance('BLOCKED', ['AGENDA', 'DRAFTED', 'TABLED', 'ADOPTED', 'IMPLEMENTED']),
  advance('REVERSED', ['ADOPTED', 'IMPLEMENTED', 'ENFORCED']),
];

const before: Course<AdvocacyStage, AdvocacyFacts> = {
  description: 'the stage before',
  of: (from, { reached }) => reached.at(-2) ?? from,
};

const wasElsewhere: Guard<AdvocacyFacts> = {
  description: 'it stood at another stage before',
  against: ({ reached }) =>
    reached.length > 1
      ? undefined
      : {
          code: 'NOT_YET',
          text: {
            en: 'It was recorded at this stage. Where the whole record is wrong, take the activity out and record it anew.',
            pt: 'Foi registada nesta fase. Se todo o registo está errado, retire a actividade e registe-a de novo.',
          },
        },
};

const everyStage = [...way, ...stopped, 'REVERSED'] as const;
export const takingBack: readonly StepOfAction[] = [
  advocacyLifecycle.on({ from: everyStage, to: before, guards: [wasElsewhere] }),
];

const same: Course<AdvocacyStage, AdvocacyFacts> = { description: 'the same', of: (from) => from, stays: true };
export const staying: readonly StepOfAction[] = [advocacyLifecycle.on({ from: everyStage, to: same })];
