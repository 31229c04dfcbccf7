/** How an action is declared: one object in the folder of its thing; the schema, the policy and the pages follow. */
import { addAction, type ActionLink } from '../model/action';
import type { InputOfAction } from '../model/action-input';
import type { StepOfAction } from '../model/lifecycle';
import { thingOf, type Constructor } from '../model/thing';
import type { Duty } from '../policy/duties';
import type { Work } from './work';

export interface ActionDeclaration<V> {
  /** Name of the mutation: a verb of the domain. */
  readonly name: string;
  /** What it answers with; its class is what the caller must be allowed to write. */
  readonly of: Constructor;
  readonly description: string;
  /** The duty of the policy that it is kept to, among those who may write the class. */
  readonly duty?: Duty;
  readonly input: InputOfAction<V>;
  /** It makes a link for one use (`makeLink`): the payload shows it. */
  readonly link?: ActionLink;
  /** Its steps in lifecycles, where it is one of some. */
  readonly steps?: readonly StepOfAction[];
}

/**
 * Declares a mutation.
 * @param run does it, within the unit of work; returns the id of the record that it answers with
 */
export function action<V>(
  { name, of, description, duty, input, link, steps = [] }: ActionDeclaration<V>,
  run: (work: Work, input: V) => Promise<string>,
): void {
  for (const step of steps) step.take(name);
  addAction({ name, description, thing: thingOf(of), duty, input: input(name), link, run });
}
