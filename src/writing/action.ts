/** How an action is declared: one object in the folder of its thing; the schema, the policy and the pages follow. */
import type { Text } from '../base/locale';
import type { ProblemShape } from '../base/problem';
import { addAction, type ActionLink } from '../model/action';
import type { InputOfAction } from '../model/action-input';
import type { StepOfAction } from '../model/lifecycle';
import type { WarningCode } from '../model/warning';
import { thingOf, type Constructor } from '../model/thing';
import type { Duty } from '../policy/duties';
import type { InputCheck } from './input';
import type { Work } from './work';

type Row = Readonly<Record<string, unknown>>;

/** What is odd, with a code of warnings. */
export type Remark = ProblemShape & { readonly code: WarningCode };

export interface ActionDeclaration<V> {
  /** Name of the mutation: a verb of the domain. */
  readonly name: string;
  /** What it answers with; its class is what the caller must be allowed to write. */
  readonly of: Constructor;
  /** What people call it, as what somebody does: `ask for closure`. Problems and histories say it. */
  readonly label: Text;
  readonly description: string;
  /** The duty of the policy that it is kept to, among those who may write the class. */
  readonly duty?: Duty;
  readonly input: InputOfAction<V>;
  /**
   * Notes what the input alone shows to be wrong, beyond what its fields allow; `run` asks the same. Where fields are wrong
   * already it is asked as well, so that all is told in one round: what was refused is missing then.
   */
  readonly check?: (check: InputCheck, input: V, today: string) => void;
  /**
   * What is odd by other records than those of which the input speaks, once it is done: warnings, which stop nothing.
   * Whoever did not get the answer asks for it again, and is told what is odd by then.
   */
  readonly remarks?: (work: Work, id: string, given: Row) => Promise<readonly Remark[]>;
  /** It makes a link for one use (`makeLink`): the payload shows it. */
  readonly link?: ActionLink;
  /** Who reads what it makes, where whoever takes it does not: the answer says so. */
  readonly readers?: Text;
  /** When those do not read it yet, and what the answer says then: once it is done, or asked for again. */
  readonly unread?: { readonly when: (work: Work, id: string) => Promise<boolean>; readonly text: Text };
  /** Its steps in lifecycles, where it is one of some. */
  readonly steps?: readonly StepOfAction[];
}

/**
 * Declares a mutation.
 * @param run does it, within the unit of work; returns the id of the record that it answers with
 */
export function action<V>(
  { of, input, steps = [], ...told }: ActionDeclaration<V>,
  run: (work: Work, input: V) => Promise<string>,
): void {
  const { name, duty, link } = told;
  for (const step of steps) step.take(name);
  addAction({ ...told, thing: thingOf(of), duty, link, input: input(name), run });
}
