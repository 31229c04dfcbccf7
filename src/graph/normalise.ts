/** Checks an input against what its fields allow and against the policy, and brings it into the form that is stored. */
import { InputCheck, LIST_MAX, type Path } from '../database/input';
import { ForbiddenError } from '../policy/denial';
import { rolesThatMay, scopeOf } from '../policy/rights';
import type { Actor } from '../server/context';
import { parseId } from './global-id';
import { inputClass, inputFields, type InputFieldMeta } from './input';
import type { Attribute, Constructor } from './thing';

/** The id of no record: what an id of another country becomes. */
const nobodysId = '00000000-0000-0000-0000-000000000000';

/**
 * The input with its texts trimmed, its ids as UUIDs and everything within limits.
 * @throws ProblemError with every mistake; ForbiddenError where a part is of a class that the role may not write
 */
export function normalise<I extends object>(actor: Actor, input: I): I {
  const check = new InputCheck();
  const result = object(actor, check, input.constructor as Constructor, input as Record<string, unknown>, []);
  check.done();
  return result as I;
}

function object(
  actor: Actor,
  check: InputCheck,
  target: Constructor,
  value: Record<string, unknown>,
  path: Path,
): object {
  const result: Record<string, unknown> = { ...value };
  for (const field of inputFields(target)) {
    const given = value[field.name];
    const here = [...path, field.name];
    if (given === undefined) continue;
    if (field.attribute) result[field.name] = attribute(actor, check, field.attribute, given, here);
    else if (given !== null) result[field.name] = nested(actor, check, target, field, given, here);
  }
  return result;
}

function attribute(actor: Actor, check: InputCheck, field: Attribute, given: unknown, path: Path): unknown {
  if (field.type !== 'uuid' || typeof given !== 'string') return check.attribute(field, given, path);
  const { type, uuid, country } = parseId(given);
  if (isMade(field)) return type === null && uuid !== nobodysId ? uuid : check.refuse(path, newIdExpected);
  return country === null || country === actor.country ? uuid : nobodysId;
}

/** The id of a record that is being made, rather than of one that is there (which must be given). */
const isMade = ({ name, nullable }: Attribute): boolean => name === 'id' && nullable;

const newIdExpected = {
  en: 'The id of a new record is a new UUID, not the global id of another record.',
  pt: 'O id de um registo novo é um UUID novo, não o id global de outro registo.',
};

function nested(
  actor: Actor,
  check: InputCheck,
  parent: Constructor,
  field: InputFieldMeta,
  given: unknown,
  path: Path,
): unknown {
  const target = field.nested?.();
  if (!target) return given;
  assertWritable(actor, parent, field.name, target);
  if (!field.list) return object(actor, check, target, given as Record<string, unknown>, path);
  const items = given as Record<string, unknown>[];
  if (items.length > LIST_MAX) {
    check.refuse(path, {
      en: `At most ${LIST_MAX} items are allowed.`,
      pt: `São permitidos no máximo ${LIST_MAX} elementos.`,
    });
    return [];
  }
  return items.map((item, at) => object(actor, check, target, item, [...path, at]));
}

function assertWritable(actor: Actor, parent: Constructor, name: string, target: Constructor): void {
  const dataClass = inputClass(target);
  if (!dataClass || scopeOf(actor.role, dataClass, 'write') !== null) return;
  const coordinate = `${parent.name}.${name}`;
  throw new ForbiddenError({ coordinate, dataClass, readableBy: rolesThatMay('write', dataClass) });
}
