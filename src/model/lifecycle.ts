/** Lifecycles are tables of steps: which mutation leads from which states to which, and on what condition. */
import { ProblemError, type ProblemShape } from '../base/problem';

/** A condition of a step, on facts that the service has gathered. */
export interface Guard<Facts> {
  /** What must hold, in words: it stands in the documentation. */
  readonly description: string;
  /** Why the step must not be taken now; undefined when nothing is against it. */
  readonly against: (facts: Facts) => ProblemShape | undefined;
}

/** Where a step leads that does not always lead to the same state: back, or nowhere else. */
export interface Course<State extends string, Facts = void> {
  /** For the documentation. */
  readonly description: string;
  readonly of: (from: State, facts: Facts) => State;
}

export interface Step<State extends string, Facts = void> {
  /** Name of the mutation. */
  readonly action: string;
  /** States that it can be taken in; none for the step that makes the record. */
  readonly from: readonly State[];
  readonly to: State | Course<State, Facts>;
  readonly guards?: readonly Guard<Facts>[];
  /** Follows from something else (time, a withdrawn consent): nobody is told that it can be taken. */
  readonly automatic?: true;
}

export interface Lifecycle<State extends string, Facts = void> {
  readonly name: string;
  readonly steps: readonly Step<State, Facts>[];
  /** Every state that a step leads to or from. */
  readonly states: readonly State[];
  /** States that records are made in. */
  readonly initial: readonly State[];
  /** States that no step leads out of. */
  readonly terminal: readonly State[];
  /** States that no way leads to from an initial one; a sound lifecycle has none. */
  readonly unreachable: readonly State[];
  /**
   * The state after an action, from where the record stands (null: it is being made).
   * @throws ProblemError IllegalStep, or what the guards have against it
   */
  step(status: State | null, action: string, facts: Facts): State;
  /** The actions that can be taken in a state. */
  allowed(status: State | null): readonly string[];
  /** A table for people, in Markdown. */
  describe(): string;
}

/** Declares a lifecycle. Two steps of one action that start in one state are a mistake that stops the start. */
export function lifecycle<State extends string, Facts = void>(
  name: string,
  steps: readonly Step<State, Facts>[],
): Lifecycle<State, Facts> {
  const byStart = index(name, steps);
  const states = [...new Set(steps.flatMap(({ from, to }) => [...from, ...fixed(to)]))];
  const initial = [...new Set(steps.filter(({ from }) => from.length === 0).flatMap(({ to }) => fixed(to)))];
  const reached = reachableFrom(initial, steps);
  const allowed = (status: State | null): readonly string[] =>
    [...(byStart.get(status)?.values() ?? [])].filter((step) => !step.automatic).map((step) => step.action);
  return {
    name,
    steps,
    states,
    initial,
    terminal: states.filter((state) => !byStart.has(state)),
    unreachable: states.filter((state) => !reached.has(state)),
    allowed,
    step: (status, action, facts) => {
      const found = byStart.get(status)?.get(action);
      if (!found) throw illegalStep(status, action, allowed(status));
      const problems = (found.guards ?? []).map(({ against }) => against(facts)).filter((shape) => shape !== undefined);
      if (problems.length > 0) throw new ProblemError(problems);
      return typeof found.to === 'string' ? found.to : found.to.of(status as State, facts);
    },
    describe: () => describe(steps),
  };
}

const fixed = <State extends string, Facts>(to: State | Course<State, Facts>): readonly State[] =>
  typeof to === 'string' ? [to] : [];

type Index<State extends string, Facts> = ReadonlyMap<State | null, ReadonlyMap<string, Step<State, Facts>>>;

function index<State extends string, Facts>(name: string, steps: readonly Step<State, Facts>[]): Index<State, Facts> {
  const found = new Map<State | null, Map<string, Step<State, Facts>>>();
  for (const step of steps) {
    for (const start of step.from.length === 0 ? [null] : step.from) {
      const actions = found.get(start) ?? new Map<string, Step<State, Facts>>();
      if (actions.has(step.action))
        throw new Error(`${name}: ${step.action} is told twice from ${start ?? 'the beginning'}`);
      found.set(start, actions.set(step.action, step));
    }
  }
  return found;
}

function reachableFrom<State extends string, Facts>(
  initial: readonly State[],
  steps: readonly Step<State, Facts>[],
): ReadonlySet<State> {
  const reached = new Set(initial);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of steps) {
      if (from.some((state) => reached.has(state))) fixed(to).forEach((state) => reached.add(state));
    }
  }
  return reached;
}

function illegalStep(status: string | null, action: string, allowed: readonly string[]): ProblemError {
  const from = status ?? '';
  const next = allowed.join(', ') || '–';
  return new ProblemError([
    {
      type: 'IllegalStep',
      code: 'ILLEGAL_STEP',
      text: {
        en: `${action} is not possible while the status is ${from}. Possible now: ${next}.`,
        pt: `${action} não é possível enquanto o estado for ${from}. Possível agora: ${next}.`,
      },
      more: { from, allowed },
    },
  ]);
}

function describe<State extends string, Facts>(steps: readonly Step<State, Facts>[]): string {
  const rows = steps.map(({ action, from, to, guards = [] }) => {
    const conditions = guards.map(({ description }) => description).join('; ');
    return `| ${from.join(', ') || '–'} | ${action} | ${typeof to === 'string' ? to : to.description} | ${conditions || '–'} |`;
  });
  return ['| from | mutation | to | needs |', '|---|---|---|---|', ...rows, ''].join('\n');
}
