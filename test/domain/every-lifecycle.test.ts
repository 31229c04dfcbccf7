/** Every lifecycle, walked from every state by every action of its table: what it has is taken, what it has not is refused. */
import '../../src/domain/all';
import { ProblemError, type ProblemShape } from '../../src/base/problem';
import { allLifecycles, type Guard, type Step } from '../../src/model/lifecycle';
import { CaseStatus } from '../../src/domain/casework/case/case.codes';

type Facts = Readonly<Record<string, unknown>>;
type AnyStep = Step<string, Facts>;
type AnyGuard = Guard<Facts>;
interface AnyLifecycle {
  readonly name: string;
  readonly states: readonly string[];
  readonly steps: readonly AnyStep[];
  readonly unreachable: readonly string[];
  step(status: string | null, action: string, facts: Facts): string;
  describe(): string;
}

const all = [...allLifecycles.values()].map((one) => one as unknown as AnyLifecycle);

const against: ProblemShape = { code: 'AGAINST_IT', text: { en: 'Against it.', pt: 'Contra.' } };
/** Whatever a guard may judge by; another kind of fact is added here. */
const plain: readonly unknown[] = [true, false, against, '0001-01-01', '9999-12-31', ...CaseStatus.codes];
/** Facts may be the states that a record of the lifecycle stood in. */
const valuesOf = ({ states }: AnyLifecycle): readonly unknown[] => [undefined, [], states, ...plain];

/** Names of the facts that a guard looks at, among these. */
function lookedAt(guard: AnyGuard, facts: Facts): readonly string[] {
  const names = new Set<string>();
  const watched = new Proxy(facts, {
    get: (target, name) => (names.add(String(name)), target[String(name)]),
  });
  try {
    guard.against(watched);
  } catch {
    // It judges by what it was not given: that was noted, and is given the next time.
  }
  return [...names];
}

/** What guards have against facts, or undefined where they cannot judge by them. */
function refusalsOf(guards: readonly AnyGuard[], facts: Facts): readonly (ProblemShape | undefined)[] | undefined {
  try {
    return guards.map((guard) => guard.against(facts));
  } catch {
    return undefined;
  }
}

/** All that guards can be told, as far as they look. */
function* everyFacts(guards: readonly AnyGuard[], values: readonly unknown[], facts: Facts = {}): Generator<Facts> {
  const open = guards.flatMap((guard) => lookedAt(guard, facts)).find((name) => !(name in facts));
  if (open === undefined) return void (yield facts);
  for (const value of values) yield* everyFacts(guards, values, { ...facts, [open]: value });
}

/** Facts by which nothing is against a step, but for one of its guards, where that is named. */
function factsFor(of: AnyLifecycle, { guards = [] }: AnyStep, refusing?: AnyGuard): Facts | undefined {
  for (const facts of everyFacts(guards, valuesOf(of))) {
    const refusals = refusalsOf(guards, facts);
    if (refusals?.every((shape, at) => (shape !== undefined) === (guards[at] === refusing))) return facts;
  }
  return undefined;
}

/** Facts that all guards of a lifecycle can judge by, whatever they say: what can be done is told by them. */
function factsForAll(of: AnyLifecycle): Facts {
  const guards = [...new Set(of.steps.flatMap((step) => step.guards ?? []))];
  const judged = guards.map((guard) => {
    for (const facts of everyFacts([guard], valuesOf(of))) if (refusalsOf([guard], facts)) return facts;
    throw new Error(`${of.name}: nothing is known that “${guard.description}” could judge by`);
  });
  return Object.assign({}, ...judged) as Facts;
}

function refusal(run: () => unknown): readonly ProblemShape[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

const starts = ({ from }: AnyStep): readonly (string | null)[] => (from.length === 0 ? [null] : from);

describe.each(all.map((one) => [one.name, one] as const))('%s', (_, lifecycle) => {
  const actions = [...new Set(lifecycle.steps.map(({ action }) => action))];

  test('every state can be reached', () => expect(lifecycle.unreachable).toEqual([]));

  test('every step leads where its table says', () => {
    for (const step of lifecycle.steps)
      for (const from of starts(step)) {
        const facts = factsFor(lifecycle, step);
        const to = facts && lifecycle.step(from, step.action, facts);
        if (typeof step.to === 'string') expect([from, step.action, to]).toEqual([from, step.action, step.to]);
        else if (step.to.stays) expect([from, step.action, to]).toEqual([from, step.action, from]);
        else expect([from, step.action, facts]).not.toEqual([from, step.action, undefined]);
      }
  });

  test('every other step is refused', () => {
    const facts = factsForAll(lifecycle);
    for (const from of [null, ...lifecycle.states])
      for (const action of actions) {
        if (lifecycle.steps.some((step) => step.action === action && starts(step).includes(from))) continue;
        const { length } = refusal(() => lifecycle.step(from, action, facts));
        expect([from, action, length]).toEqual([from, action, 1]);
      }
  });

  test('every guard refuses once, alone', () => {
    for (const step of lifecycle.steps)
      for (const guard of step.guards ?? []) {
        const facts = factsFor(lifecycle, step, guard);
        expect([step.action, guard.description, facts]).not.toEqual([step.action, guard.description, undefined]);
        const found = refusal(() => lifecycle.step(starts(step)[0] ?? null, step.action, facts ?? {}));
        expect(found).toHaveLength(1);
      }
  });

  test('its printed table has every step of it', () => {
    const printed = lifecycle.describe();
    for (const { action, from } of lifecycle.steps)
      for (const part of [action, ...from]) expect(printed).toContain(part);
  });
});
