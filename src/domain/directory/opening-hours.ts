/**
 * Opening hours in the notation of OpenStreetMap: days, ranges of days and lists of either with one or several stretches
 * (`Mo-Fr 08:00-12:00,13:00-16:30; Sa 09:00-12:00`). They are kept as one stretch of one day each (`Mo 08:00-12:00`).
 * Holidays, seasons and comments of that notation are not kept: they are for the note of the entry.
 */
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
type Day = (typeof days)[number];

const DAY = days.join('|');
const OF_DAYS = new RegExp(`^(${DAY})(?:-(${DAY}))?$`);
const OF_TIME = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;
const DAY_END = 24 * 60;

interface Stretch {
  /** Where in the list it was told. */
  readonly at: number;
  readonly day: Day;
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Hours {
  /** One stretch of one day each, in the order in which they were told. */
  readonly stretches: readonly string[];
  /** Places of what cannot be read. */
  readonly malformed: readonly number[];
  /** Places of what overlaps with an earlier stretch. */
  readonly overlaps: readonly number[];
}

/** Reads what was told, each item of the list by itself. */
export function hoursOf(told: readonly string[]): Hours {
  const parsed = told.map(parse);
  const whole = parsed.flatMap((stretches) => stretches ?? []);
  const meets = (one: Stretch) => (other: Stretch) =>
    other.day === one.day && one.from < other.to && other.from < one.to;
  const overlaps = whole.filter((one, nth) => whole.slice(0, nth).some(meets(one))).map(({ at }) => at);
  return {
    stretches: whole.map(({ text }) => text),
    malformed: parsed.flatMap((stretches, at) => (stretches ? [] : [at])),
    overlaps: [...new Set(overlaps)],
  };
}

/** Null where it cannot be read as a whole. */
function parse(text: string, at: number): Stretch[] | null {
  const rules = text.trim().replace(/;$/, '').split(/;\s*/);
  return all(rules.map((rule) => rulesOf(rule.trim(), at)));
}

function rulesOf(rule: string, at: number): Stretch[] | null {
  const [told, times, more] = rule.replace(/,\s+/g, ',').split(/\s+/);
  if (!told || !times || more !== undefined) return null;
  const named = all(told.split(',').map(daysOf));
  const open = all(times.split(',').map((time) => timeOf(time)));
  return (
    named && open && named.flatMap((day) => open.map((time) => ({ at, day, ...time, text: `${day} ${time.text}` })))
  );
}

/** From a day to another, over the end of the week as well. */
function daysOf(text: string): Day[] | null {
  const [, from, to = from] = OF_DAYS.exec(text) ?? [];
  if (!from) return null;
  const [first, last] = [days.indexOf(from as Day), days.indexOf(to as Day)];
  const length = ((last - first + days.length) % days.length) + 1;
  return Array.from({ length }, (_, nth) => days[(first + nth) % days.length] as Day);
}

function timeOf(text: string): [Pick<Stretch, 'from' | 'to' | 'text'>] | null {
  const [, ...digits] = OF_TIME.exec(text) ?? [];
  if (digits.length === 0) return null;
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = digits.map(Number);
  const [from, to] = [h1 * 60 + m1, h2 * 60 + m2];
  return from < to && to <= DAY_END ? [{ from, to, text }] : null;
}

const all = <T>(parts: readonly (readonly T[] | null)[]): T[] | null =>
  parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
