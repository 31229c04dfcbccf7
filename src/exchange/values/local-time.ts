/** Moments of a country's clocks, in UTC. */

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const two = '2-digit';
    clock = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** What the clocks of a zone show at a moment, as `2026-05-03T07:31:20`. */
export function shownIn(timeZone: string, moment: number): string {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

const HOUR = 3_600_000;
/** How far clocks are ahead in an hour, in milliseconds: formatting a moment takes long, and files have few of them. */
const ahead = new Map<string, number>();
const REMEMBERED = 20_000;

function aheadAt(timeZone: string, moment: number): number {
  // Clocks change on the quarter of an hour, if at all.
  const key = `${timeZone} ${Math.floor((moment * 4) / HOUR)}`;
  let found = ahead.get(key);
  if (found === undefined) {
    const whole = Math.floor(moment / 1000) * 1000;
    found = Date.parse(`${shownIn(timeZone, whole)}Z`) - whole;
    if (ahead.size >= REMEMBERED) ahead.clear();
    ahead.set(key, found);
  }
  return found;
}

/** The moment at which the clocks of a zone show `2026-05-03T07:31:20`, in UTC. */
export function momentIn(timeZone: string, shown: string): string {
  const wanted = Date.parse(`${shown}Z`);
  if (timeZone === 'UTC') return new Date(wanted).toISOString();
  // Twice, since clocks may be elsewhere at the moment that the first guess leads to.
  const guess = wanted - aheadAt(timeZone, wanted);
  return new Date(wanted - aheadAt(timeZone, guess)).toISOString();
}
