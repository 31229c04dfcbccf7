/** What was odd in what a mutation was told, with its path. */
import type { ProblemShape } from '../base/problem';
import type { Input } from '../model/input';
import type { Thing } from '../model/thing';
import { odditiesOf, type DayOf } from '../model/warning';
import { distantDays } from './distant-days';
import type { Path } from './input';

type Row = Readonly<Record<string, unknown>>;

/** A record as a unit of work left it. */
export interface Written {
  readonly thing: Thing;
  readonly row: Row;
}

/** Where an input says something of a record. */
interface Place {
  readonly thing: Thing;
  readonly path: Path;
  readonly told: Row;
}

/**
 * Judges each place of the input that speaks of a record, with what the record holds besides: the nth place of a thing
 * speaks of the nth record of it that was written. Where nothing was written (the work was done before, by a request
 * whose answer was lost), what the input says alone.
 * @param mayRead of what the caller may not read, what the record holds besides is not taken: a warning would tell it
 */
export function warningsOf(
  input: Input,
  given: Row,
  written: readonly Written[],
  dayIn: (at?: Date) => string,
  mayRead: (thing: Thing) => boolean,
): ProblemShape[] {
  const met = new Map<Thing, number>();
  const today = dayIn();
  const dayOf: DayOf = (at) => dayIn(new Date(at as string));
  return withOwn(input, placesOf(input, given, [])).flatMap(({ thing, path, told }) => {
    const nth = met.get(thing) ?? 0;
    met.set(thing, nth + 1);
    const row = mayRead(thing) ? written.filter((one) => one.thing === thing)[nth]?.row : undefined;
    const record = { ...row, ...told };
    const distant = distantDays(thing, told, today).map(({ at, text }) => ({
      code: 'UNLIKELY',
      text,
      path: [...path, at],
    }));
    const declared = odditiesOf(thing)
      .filter(
        ({ at, with: others = [], reckoned }) => reckoned || [at, ...others].some((name) => told[name] !== undefined),
      )
      .filter(({ when }) => when(record, today, dayOf))
      .map(({ code, at, text, reckoned }) => ({ code, text, path: reckoned && !(at in told) ? path : [...path, at] }));
    return [...declared, ...distant];
  });
}

/** What is reckoned of the record that a mutation is about can be odd where nothing is told of it. */
const withOwn = ({ thing }: Input, places: readonly Place[]): readonly Place[] =>
  !thing || places.some((place) => place.thing === thing && place.path.length === 0)
    ? places
    : [{ thing, path: [], told: {} }, ...places];

/** In the order in which they stand; a thing's own come before those of its parts. */
function placesOf(input: Input, given: Row, path: Path): Place[] {
  const own = new Map<Thing, Record<string, unknown>>();
  const parts: Place[] = [];
  for (const { name, of, attribute, part, list } of input.fields.values()) {
    const value = given[name];
    if (value === undefined || value === null) {
      if (of && attribute && value === null) tellOf(own, of)[name] = null;
      continue;
    }
    if (of && attribute) tellOf(own, of)[name] = value;
    if (!part) continue;
    const items = list ? (value as readonly Row[]) : [value as Row];
    items.forEach((item, at) => parts.push(...placesOf(part, item, [...path, name, ...(list ? [at] : [])])));
  }
  return [...[...own].map(([thing, told]) => ({ thing, path, told })), ...parts];
}

function tellOf(own: Map<Thing, Record<string, unknown>>, thing: Thing): Record<string, unknown> {
  const found = own.get(thing) ?? {};
  own.set(thing, found);
  return found;
}
