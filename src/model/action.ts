/** An action is a mutation of the domain, declared once: everything that the schema, the policy and the pages say of it. */
import type { Text } from '../base/locale';
import type { Input, InputField } from './input';
import { allThings, type Labelling, type Thing } from './thing';

export interface Action {
  /** Name of the mutation: a verb of the domain. */
  readonly name: string;
  /** What people call it, as what somebody does: `ask for closure`. */
  readonly label: Text;
  readonly description: string;
  /** What it answers with, and whose class it writes. */
  readonly thing: Thing;
  /** The duty that it is kept to (`src/policy/duties.ts`); without one, all who may write the class may take it. */
  readonly duty: string | undefined;
  readonly input: Input;
  /** What else the input alone shows to be wrong: noted beside what its fields do not allow, so that all is told at once. */
  readonly check?: ((check: never, input: never, today: string) => void) | undefined;
  /** What is odd by other records, once it is done or asked for again. */
  readonly remarks?: ((work: never, id: string, given: never) => Promise<readonly unknown[]>) | undefined;
  /** Who reads what it makes, where whoever takes it does not. */
  readonly readers?: Text | undefined;
  /** Where it is not true yet that they read it: what is said instead. */
  readonly unread?: { readonly when: (work: never, id: string) => Promise<boolean>; readonly text: Text } | undefined;
  /** It makes a link for one use, which its payload shows beside the record. */
  readonly link: ActionLink | undefined;
  /** Does it in a unit of work. @returns the id of the record that it answers with */
  readonly run: (work: never, input: never) => Promise<string>;
}

/** The links that an action makes (`src/writing/one-time-link.ts`). */
export interface ActionLink {
  /** Which page they open. */
  readonly kind: string;
  readonly minutes: number;
}

/** The type that an action answers with. */
export const payloadOf = ({ name, link, thing }: Pick<Action, 'name' | 'link' | 'thing'>): string =>
  `${link ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : thing.name}Payload`;

const actions = new Map<string, Action>();

/** Every action, by name. Complete once `src/domain/all.ts` is loaded. */
export const allActions: ReadonlyMap<string, Action> = actions;

/** Takes an action up, as it is declared. */
export function addAction(action: Action): void {
  if (actions.has(action.name)) throw new Error(`${action.name} is declared twice`);
  actions.set(action.name, action);
}

/** What is done without anybody doing it, by name: what falls due with time. */
const others = new Map<string, Text>();

/** Says what something is called that stands in histories where an action would. */
export function nameAction(name: string, label: Text): void {
  others.set(name, label);
}

/** What an action is called; one that is not there any more is shown as it is. */
export const actionLabel: Labelling = (name, locale) =>
  (actions.get(name)?.label ?? others.get(name))?.[locale] ?? name;

/** A way by which an attribute of a thing is written. */
export interface Writing {
  readonly action: Action;
  /** Where it stands in the input; lists without positions. */
  readonly path: readonly string[];
  /** Must be given, wherever what it stands in is given. */
  readonly required: boolean;
  /** The things that are written with it: its own, and those whose part it stands in. */
  readonly things: readonly Thing[];
}

const writings = new Map<Thing, Map<string, Writing[]>>();

/** By which actions an attribute is written. */
export function writingsOf(thing: Thing, attribute: string): readonly Writing[] {
  if (writings.size === 0) for (const action of actions.values()) collect(action, action.input, [], []);
  return writings.get(thing)?.get(attribute) ?? [];
}

function collect(action: Action, input: Input, path: readonly string[], around: readonly Thing[]): void {
  for (const field of input.fields.values()) {
    const here = [...path, field.name];
    if (field.part) collect(action, field.part, here, field.part.thing ? [...around, field.part.thing] : around);
    const [thing, name] = becoming(field, field.of ?? input.thing ?? action.thing);
    if (!field.attribute || name === 'id' || !thing.attributes.has(name)) continue;
    const ofThing = writings.get(thing) ?? new Map<string, Writing[]>();
    writings.set(thing, ofThing);
    const writing = { action, path: here, required: !field.optional, things: [...around, thing] };
    ofThing.set(name, [...(ofThing.get(name) ?? []), writing]);
  }
}

/** The thing and the attribute that a field is written to. */
function becoming({ name, becomes }: InputField, own: Thing): readonly [Thing, string] {
  if (becomes === undefined) return [own, name];
  const [type = '', attribute = ''] = becomes.split('.');
  const thing = allThings.get(type);
  if (!thing?.attributes.has(attribute)) throw new Error(`${name} becomes ${becomes}, which is no attribute`);
  return [thing, attribute];
}
