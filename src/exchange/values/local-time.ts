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

/** The moment at which the clocks of a zone show `2026-05-03T07:31:20`, in UTC. */
export function momentIn(timeZone: string, shown: string): string {
  const wanted = Date.parse(`${shown}Z`);
  if (timeZone === 'UTC') return new Date(wanted).toISOString();
  let moment = wanted;
  // Twice, since the offset may be another one at the moment that the first guess leads to.
  for (let turn = 0; turn < 2; turn++) moment += wanted - Date.parse(`${shownIn(timeZone, moment)}Z`);
  return new Date(moment).toISOString();
}
