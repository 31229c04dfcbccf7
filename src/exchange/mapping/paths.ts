/**
 * Places in the input of a mutation, written with dots: `survivor.demographics.birthYear`, `incidents.0.gbvimsType`. Items
 * of a list are counted from 0, as in the paths of problems; without a number the first is meant, in a table of repeats
 * the one of the row.
 */
import type { Input, InputField } from '../../model/input';

/** A position of a list that was not said. */
export const OPEN = -1;

export interface Place {
  readonly field: InputField;
  /** Names of fields, and positions in lists; OPEN where none was said. */
  readonly steps: readonly (string | number)[];
}

/** The most items of a list that a path names. */
const MOST_ITEMS = 100;

/** The place of a value in an input; null where there is none. Names are taken in any case. */
export function placeAt(input: Input, path: string): Place | null {
  let [within, field]: [Input | undefined, InputField | undefined] = [input, undefined];
  const steps: (string | number)[] = [];
  for (const part of path.trim().split('.')) {
    const name = part.trim();
    if (field?.part && field.list && /^\d{1,3}$/.test(name) && steps.at(-1) === OPEN) {
      if (Number(name) >= MOST_ITEMS) return null;
      steps[steps.length - 1] = Number(name);
      continue;
    }
    field = within && fieldOf(within, name);
    if (!field) return null;
    steps.push(field.name, ...(field.part && field.list ? [OPEN] : []));
    within = field.part;
  }
  return field?.attribute ? { field, steps } : null;
}

const fieldOf = ({ fields }: Input, name: string): InputField | undefined =>
  fields.get(name) ?? [...fields.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());

/** With what was not said: the last open positions are those of repeats, the others the first. */
export function settled({ steps }: Place, repeats: readonly number[] = []): readonly (string | number)[] {
  const open = steps.filter((step) => step === OPEN).length;
  let at = 0;
  return steps.map((step) => (step === OPEN ? (repeats[repeats.length - open + at++] ?? 0) : step));
}

/** How many positions a path leaves to repeats. */
export const openIn = ({ steps }: Place): number => steps.filter((step) => step === OPEN).length;

export const pathOf = (steps: readonly (string | number)[]): string => steps.join('.');

const DEEPEST = 8;

/** Every value that an input takes, with the first item of each list. What is to go is not among them. */
export function placesIn(input: Input, before: readonly (string | number)[] = []): Place[] {
  if (before.length > DEEPEST) return [];
  return [...input.fields.values()].flatMap((field): Place[] => {
    if (field.deprecated !== undefined) return [];
    const steps = [...before, field.name];
    if (field.attribute) return isOfTheRequest(before, field) ? [] : [{ field, steps }];
    return field.part ? placesIn(field.part, field.list ? [...steps, OPEN] : steps) : [];
  });
}

/** What a client says of its request, and no file of its rows: ids of new records, the key of a repeat. */
function isOfTheRequest(before: readonly (string | number)[], { name, attribute }: InputField): boolean {
  if (attribute?.type === 'uuid') return name === 'id';
  return before.length === 0 && (name === 'idempotencyKey' || name === 'expectedVersion');
}
