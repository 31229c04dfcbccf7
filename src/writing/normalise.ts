/** Checks an input against what its fields allow and against the policy, and brings it into the form that is stored. */
import { InputCheck, LIST_MAX, type Path } from './input';
import { isMade } from './made-id';
import { newId } from './record-id';
import type { Text } from '../base/locale';
import { ForbiddenError } from '../policy/denial';
import { mayUse, rolesThatMay } from '../policy/rights';
import type { Actor } from '../base/actor';
import type { ProblemShape } from '../base/problem';
import { nobodysId, notAnId, otherType, readId, uuidIn } from '../base/global-id';
import type { Input, InputField } from '../model/input';
import { idsOf, type Attribute, type Thing } from '../model/thing';

interface Normalising {
  readonly actor: Actor;
  readonly check: InputCheck;
  /** What the input is about: its own `id` is of this thing. */
  readonly thing: Thing;
  /** It changes a record that is there. */
  readonly changes: boolean;
  /** Places of ids that were refused, and have another in their stead. */
  readonly replaced: Path[];
}

/** An input after its check. */
export interface Normalised<I> {
  readonly input: I;
  /** Every mistake. */
  readonly problems: readonly ProblemShape[];
  /**
   * Only ids are mistaken, and in their stead stand such as no record has: all that is told of the input as it is here is
   * true of the one that was sent.
   */
  readonly isWhole: boolean;
  /** The place in what was sent, of one in the input as it is here. */
  readonly sentPlace: (path: Path) => Path;
}

type Flat = Readonly<Record<string, unknown>>;

/**
 * The input with its texts trimmed, its ids as UUIDs and everything within limits. The id of another country becomes
 * nobody's, so that it ends as the id of no record does. Null empties what can be empty; of what cannot it
 * is as if it was left out where a record is made, and refused where one is changed.
 * @param rest notes what else is wrong, where more than ids is
 * @throws ForbiddenError where a part is of a class that the role may not write
 */
export function normalise<I extends object>(
  actor: Actor,
  thing: Thing,
  input: Input,
  given: I,
  rest?: (check: InputCheck, fit: I) => void,
): Normalised<I> {
  const check = new InputCheck();
  const replaced: Path[] = [];
  const changes = input.fields.has('expectedVersion');
  const result = object({ actor, check, thing, changes, replaced }, input, given as Flat, []) as I;
  const isWhole = check.problems.length === replaced.length;
  // Where only ids are, the whole work is rehearsed, which finds the rest.
  const known = check.problems.length;
  if (!isWhole) rest?.(check, result);
  const sentPlace = (at: Path): Path => check.doubles.sent(at);
  const later = check.problems.splice(known).map((shape) => ({ ...shape, path: sentPlace(shape.path ?? []) }));
  check.problems.push(...later);
  return { input: result, problems: check.once(), isWhole, sentPlace };
}

function object(given: Normalising, input: Input, value: Flat, path: Path): Flat {
  const result: Record<string, unknown> = { ...value };
  for (const field of input.fields.values()) {
    const inner = value[field.name];
    const here = [...path, field.name];
    if (inner === undefined) continue;
    if (inner === null && saysNothing(field)) {
      if (isKept(given, input, field)) given.check.refuse(here, keptText);
      result[field.name] = undefined;
    } else if (field.attribute) {
      const before = unplaced(given);
      result[field.name] = attribute(given, field.attribute, inner, here);
      // What is refused is as good as missing; the problems say why.
      if (unplaced(given) > before) delete result[field.name];
    } else if (field.part) result[field.name] = nested(given, input, field, field.part, inner, here);
  }
  return result;
}

/** How much is refused that nothing stands in place of. */
const unplaced = ({ check, replaced }: Normalising): number => check.problems.length - replaced.length;

/** Null empties an attribute that can be empty; of everything else that may be left out it can say nothing. */
const saysNothing = ({ optional, group, attribute: of }: InputField): boolean =>
  optional && !(group !== undefined && of?.nullable);

/**
 * What null would take away from a record that is changed, and nothing takes away: an attribute that is never empty, what
 * hangs on it once, a list. Of a record that is made, it says that none is told.
 */
function isKept({ thing, changes }: Normalising, input: Input, { group, part, list }: InputField): boolean {
  if (!changes) return false;
  if (!part) return group !== undefined;
  return list || part.oneOf === true || hangsOnce(input.thing ?? thing, part.thing);
}

/** Whether a record has one of the other thing, be it that its link leads there. Another of its own kind is made, not changed. */
const hangsOnce = (own: Thing, other: Thing | null): boolean =>
  other !== null &&
  other !== own &&
  [...own.links.values()].some(({ kind, target }) => kind === 'one' && target() === other);

const keptText: Text = {
  en: 'It is never empty. Leave it out if it is to stay as it is; if not, send what it is. What lies inside is emptied field by field.',
  pt: 'Nunca fica vazio. Omita-o se deve ficar como está; se não, envie o que é. O que está dentro esvazia-se campo a campo.',
};

function attribute(normalising: Normalising, field: Attribute, given: unknown, path: Path): unknown {
  const { actor, check, thing } = normalising;
  if (field.type !== 'uuid' || typeof given !== 'string') return check.attribute(field, given, path);
  const refused = (text: Text): string => {
    check.refuse(path, text);
    normalising.replaced.push(path);
    return isMade(field) ? newId() : nobodysId;
  };
  const id = readId(given);
  if (!id) return refused(notAnId);
  if (isMade(field)) return id.type === null && id.uuid !== nobodysId ? id.uuid : refused(newIdExpected);
  const expected = idsOf(thing, field);
  if (id.type !== null && expected && id.type !== expected.name) return refused(otherType(expected.label));
  return uuidIn(id, actor.country);
}

const newIdExpected = {
  en: 'The id of a new record is a new UUID, not the global id of another record.',
  pt: 'O id de um registo novo é um UUID novo, não o id global de outro registo.',
};

function nested(
  normalising: Normalising,
  parent: Input,
  { name, list }: InputField,
  part: Input,
  given: unknown,
  path: Path,
): unknown {
  assertWritable(normalising.actor, `${parent.name}.${name}`, part);
  if (!list) return object(normalising, part, given as Flat, path);
  const items = given as readonly Flat[];
  if (items.length > LIST_MAX) {
    normalising.check.refuse(path, {
      en: `At most ${LIST_MAX} items are allowed.`,
      pt: `São permitidos no máximo ${LIST_MAX} elementos.`,
    });
    return [];
  }
  return items.map((item, at) => object(normalising, part, item, [...path, at]));
}

function assertWritable(actor: Actor, coordinate: string, { thing }: Input): void {
  if (!thing || mayUse(actor.role, thing.dataClass, 'write')) return;
  const { dataClass } = thing;
  throw new ForbiddenError({ coordinate, dataClass, readableBy: rolesThatMay('write', dataClass) });
}

/** A checked input as a mutation gets it: values of attributes apart, ready for the record. */
export function sorted(input: Input, flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, Record<string, unknown>> = { values: {} };
  for (const { name, group, part: inner, list } of input.fields.values()) {
    const value = flat[name];
    if (group) result[group] ??= {};
    if (value === undefined) continue;
    const put = inner && value !== null ? sortedPart(inner, value, list) : value;
    if (group) (result[group] as Record<string, unknown>)[name] = put;
    else (result as Record<string, unknown>)[name] = put;
  }
  return result;
}

const sortedPart = (part: Input, value: unknown, list: boolean): unknown =>
  list
    ? (value as readonly Record<string, unknown>[]).map((each) => sorted(part, each))
    : sorted(part, value as Record<string, unknown>);
