/** Lifecycles are tables of steps: which action leads from which states to which, and on what condition. */
import { markdownTable } from '../base/markdown';
import type { Locale, Text } from '../base/locale';
import { ProblemError, type ProblemCode, type ProblemShape } from '../base/problem';
import { actionLabel } from './action';
import type { CodeList } from './codelist';
import { illegalStep, type ToldStep } from './illegal-step';

/** A condition of a step, on facts that the action has gathered. */
export interface Guard<Facts> {
  /** What must hold, in words: it stands in the documentation. */
  readonly description: string;
  /** Why the step must not be taken now; undefined when nothing is against it. */
  readonly against: (facts: Facts) => ProblemShape | undefined;
  /** Whether what it judges by was gathered, where that can be left out: what is not known speaks against no step. */
  readonly isKnown?: (facts: Facts) => boolean;
}

/** Where a step leads that does not always lead to the same state: back, or nowhere else. */
export interface Course<State extends string, Facts = void> {
  /** For the documentation. */
  readonly description: string;
  readonly of: (from: State, facts: Facts) => State;
  /** It leads nowhere else. */
  readonly stays?: true;
}

/** A step without the action that takes it. */
export interface Move<State extends string, Facts = void> {
  /** States that it can be taken in; none for the step that makes the record. */
  readonly from: readonly State[];
  readonly to: State | Course<State, Facts>;
  readonly guards?: readonly Guard<Facts>[];
  /** Which of an action's steps, where its input decides: `stage: DRAFTED`. */
  readonly variant?: string;
}

export interface Step<State extends string, Facts = void> extends Move<State, Facts> {
  readonly action: string;
  /** Follows from something else (time, a withdrawn consent): nobody is told that it can be taken. */
  readonly automatic?: true;
}

/** A step that waits for the name of the action that it is declared with. */
export interface StepOfAction {
  /** The lifecycle's name. */
  readonly of: string;
  readonly take: (action: string) => void;
}

/** An action, or one of its steps where its input decides: `advance(stage: DRAFTED)`. */
export const stepName = (action: string, variant?: string): string => (variant ? `${action}(${variant})` : action);

const lifecycles = new Map<string, Lifecycle<string, never>>();

/** Every lifecycle, by the name of its thing. Complete once `src/domain/all.ts` is loaded. */
export const allLifecycles: ReadonlyMap<
  string,
  Pick<Lifecycle<string, never>, 'name' | 'states' | 'describe' | 'steps' | 'step' | 'unreachable'>
> = lifecycles;

type Starts<State extends string, Facts> = Map<State | null, Map<string, Step<State, Facts>>>;

export class Lifecycle<State extends string, Facts = void> {
  readonly steps: Step<State, Facts>[] = [];
  readonly #starts: Starts<State, Facts> = new Map();
  readonly #refusals = new Map<State, ProblemShape>();

  /** @param codes the states, in the order in which people meet them */
  constructor(
    readonly name: string,
    private readonly codes: CodeList<State>,
  ) {
    if (lifecycles.has(name)) throw new Error(`${name} has two lifecycles`);
    lifecycles.set(name, this as unknown as Lifecycle<string, never>);
  }

  /** A step of the action that is declared with it. */
  on(move: Move<State, Facts>): StepOfAction {
    return { of: this.name, take: (action) => this.#add({ ...move, action: stepName(action, move.variant) }) };
  }

  /** In this state every step that cannot be taken is refused for this reason, whatever it is. */
  refuses(state: State, against: ProblemShape): void {
    this.#refusals.set(state, against);
  }

  /** A step that follows from something else. */
  follows(cause: string, move: Move<State, Facts>): void {
    this.#add({ ...move, action: cause, automatic: true });
  }

  /**
   * The state after an action, from where the record stands (null: it is being made).
   * @throws ProblemError IllegalStep, or what the guards have against it
   */
  step(status: State | null, action: string, facts: Facts): State {
    const found = this.#starts.get(status)?.get(action);
    if (!found) throw this.#refusal(status, action, facts);
    const problems = (found.guards ?? []).map(({ against }) => against(facts)).filter((shape) => shape !== undefined);
    if (problems.length > 0) throw new ProblemError(problems);
    return typeof found.to === 'string' ? found.to : found.to.of(status as State, facts);
  }

  /** Whether there is such a step from where the record stands, whatever the guards say. */
  has(status: State, action: string): boolean {
    return this.#starts.get(status)?.has(action) ?? false;
  }

  #refusal(status: State | null, action: string, facts: Facts): ProblemError {
    const shape = status === null ? undefined : this.#refusals.get(status);
    if (shape) return new ProblemError([shape]);
    const state = status === null ? undefined : { code: status, label: this.codes.of[status] };
    return illegalStep(state, this.#told(action), this.#possible(status, facts), this.#barred(status, facts));
  }

  /** The actions that lead from a state, or leave a record in it, whatever the guards say. */
  allowed(status: State | null): readonly string[] {
    return this.#taken(status).map(({ action }) => action);
  }

  /** The steps from a state that somebody takes. */
  #taken(status: State | null): readonly Step<State, Facts>[] {
    return [...(this.#starts.get(status)?.values() ?? [])].filter(({ automatic }) => !automatic);
  }

  /** The steps that can be taken from a state, as far as is known. */
  #possible(status: State | null, facts: Facts): readonly ToldStep[] {
    return this.#taken(status)
      .filter((step) => objectionsTo(step, facts).length === 0)
      .map((step) => this.#named(step));
  }

  /** Those that lead on, and that nothing is against but who asks. */
  #barred(status: State | null, facts: Facts): readonly ToldStep[] {
    return this.#taken(status)
      .filter((step) => {
        const objections = objectionsTo(step, facts);
        return objections.length > 0 && objections.every(({ code }) => ofPerson.has(code));
      })
      .map((step) => this.#named(step))
      .filter(({ isLeading }) => isLeading);
  }

  #named({ action, to }: Step<State, Facts>): ToldStep {
    return { action, label: this.#told(action), isLeading: typeof to === 'string' || !to.stays };
  }

  /** What a step is called: what its action is, and the state that it names. */
  #told(action: string): Text {
    const [, name = action, code = ''] = /^(\w+)\((?:\w+: )?(\w+)\)$/.exec(action) ?? [];
    const state = this.codes.of[code as State] as Text | undefined;
    const inLanguage = (locale: Locale): string => actionLabel(name, locale) + (state ? ` (${state[locale]})` : '');
    return { en: inLanguage('en'), pt: inLanguage('pt') };
  }

  /** Every state that a step leads to or from. */
  get states(): readonly State[] {
    const met = new Set(this.steps.flatMap(({ from, to }) => [...from, ...fixed(to)]));
    return this.codes.codes.filter((state) => met.has(state));
  }

  /** States that records are made in. */
  get initial(): readonly State[] {
    const met = new Set(this.steps.filter(({ from }) => from.length === 0).flatMap(({ to }) => fixed(to)));
    return this.codes.codes.filter((state) => met.has(state));
  }

  /** States that no step leads out of. */
  get terminal(): readonly State[] {
    const leaves = ({ to }: Step<State, Facts>): boolean => typeof to === 'string' || !to.stays;
    return this.states.filter((state) => ![...(this.#starts.get(state)?.values() ?? [])].some(leaves));
  }

  /** States that no way leads to from an initial one; a sound lifecycle has none. */
  get unreachable(): readonly State[] {
    const reached = new Set(this.initial);
    for (let before = -1; before !== reached.size;) {
      before = reached.size;
      for (const { from, to } of this.steps) {
        if (from.some((state) => reached.has(state))) fixed(to).forEach((state) => reached.add(state));
      }
    }
    return this.states.filter((state) => !reached.has(state));
  }

  /** A table for people, in Markdown. */
  describe(): string {
    const place = ({ from, to }: Step<State, Facts>): number =>
      Math.max(...[...from, ...(from.length === 0 ? fixed(to) : [])].map((state) => this.codes.codes.indexOf(state)));
    const isFirst = ({ from }: Step<State, Facts>): number => (from.length === 0 ? 0 : 1);
    const ordered = [...this.steps].sort((a, b) => isFirst(a) - isFirst(b) || place(a) - place(b));
    const rows = ordered.map(({ action, from, to, guards = [], automatic }) => [
      from.join(', ') || '–',
      automatic ? `(follows from ${action})` : action,
      typeof to === 'string' ? to : to.description,
      guards.map(({ description }) => description).join('; ') || '–',
    ]);
    const refused = [...this.#refusals].map(
      ([state, { code }]) => `In ${state} everything else is refused with \`${code}\`.\n`,
    );
    return [`${markdownTable(['from', 'mutation', 'to', 'needs'], rows)}\n`, ...refused].join('\n');
  }

  /** Two steps of one action that start in one state are a mistake that stops the start. */
  #add(step: Step<State, Facts>): void {
    for (const start of step.from.length === 0 ? [null] : step.from) {
      const actions = this.#starts.get(start) ?? new Map<string, Step<State, Facts>>();
      if (actions.has(step.action))
        throw new Error(`${this.name}: ${step.action} is told twice from ${start ?? 'the beginning'}`);
      this.#starts.set(start, actions.set(step.action, step));
    }
    this.steps.push(step);
  }
}

const fixed = <State extends string, Facts>(to: State | Course<State, Facts>): readonly State[] =>
  typeof to === 'string' ? [to] : [];

/** What is known to be against a step. */
const objectionsTo = <State extends string, Facts>({ guards = [] }: Step<State, Facts>, facts: Facts): ProblemShape[] =>
  guards.flatMap(({ against, isKnown }) => (isKnown?.(facts) === false ? [] : (against(facts) ?? [])));

/** Codes of what is against the person and not against the step: somebody else may take it. */
const ofPerson: ReadonlySet<string> = new Set<ProblemCode>(['SAME_PERSON', 'NOT_YOURS']);
