/** Checks an input against what its fields allow and against the policy, and brings it into the form that is stored. */
import { InputCheck, LIST_MAX, type Path } from './input';
import { ForbiddenError } from '../policy/denial';
import { mayUse, rolesThatMay } from '../policy/rights';
import type { Actor } from '../base/actor';
import { nobodysId, notAnId, otherType, readId, uuidIn } from '../base/global-id';
import type { Input, InputField } from '../model/input';
import { idsOf, type Attribute, type Thing } from '../model/thing';

interface Normalising {
  readonly actor: Actor;
  readonly check: InputCheck;
  /** What the input is about: its own `id` is of this thing. */
  readonly thing: Thing;
}

type Flat = Readonly<Record<string, unknown>>;

/**
 * The input with its texts trimmed, its ids as UUIDs and everything within limits. The id of another country becomes
 * nobody's, so that it ends as the id of no record does.
 * @param rest notes what else is wrong, where something is
 * @throws ProblemError with every mistake; ForbiddenError where a part is of a class that the role may not write
 */
export function normalise<I extends object>(
  actor: Actor,
  thing: Thing,
  input: Input,
  given: I,
  rest?: (check: InputCheck, fit: I) => void,
): I {
  const check = new InputCheck();
  const result = object({ actor, check, thing }, input, given as Flat, []) as I;
  if (check.problems.length > 0) rest?.(check, result);
  check.doneOnce();
  return result;
}

function object(given: Normalising, input: Input, value: Flat, path: Path): Flat {
  const result: Record<string, unknown> = { ...value };
  for (const field of input.fields.values()) {
    const inner = value[field.name];
    const here = [...path, field.name];
    if (inner === undefined) continue;
    // What is refused is as good as missing; the problems say why.
    const before = given.check.problems.length;
    if (field.attribute) {
      result[field.name] = attribute(given, field.attribute, inner, here);
      if (given.check.problems.length > before) delete result[field.name];
    }
    if (inner !== null && field.part) result[field.name] = nested(given, input, field, field.part, inner, here);
  }
  return result;
}

function attribute({ actor, check, thing }: Normalising, field: Attribute, given: unknown, path: Path): unknown {
  if (field.type !== 'uuid' || typeof given !== 'string') return check.attribute(field, given, path);
  const id = readId(given);
  if (!id) return check.refuse(path, notAnId);
  if (isMade(field)) return id.type === null && id.uuid !== nobodysId ? id.uuid : check.refuse(path, newIdExpected);
  const expected = idsOf(thing, field);
  if (id.type !== null && expected && id.type !== expected.name) return check.refuse(path, otherType(expected.label));
  return uuidIn(id, actor.country);
}

/** The id of a record that is being made, rather than of one that is there (which must be given). */
const isMade = ({ name, nullable }: Attribute): boolean => name === 'id' && nullable;

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
