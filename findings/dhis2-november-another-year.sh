#!/usr/bin/env bash
# DHIS2's calendar library and DHIS2's server call different years by one name, where the year begins in November.
#
# What surprised: with @dhis2/multi-calendar-dates 2.1.2, the financial year 2026Nov is 2026-11-01 to 2027-10-31, as 2026Oct
#   is 2026-10-01 to 2027-09-30: the year that begins then. For the server (dhis2-core, read in its source and not run
#   here) the names of April, July and October say when a year begins, and 2026Nov is the year that ENDS in 2026: 2025-11-01
#   to 2026-10-31. Halves and quarters as well; their names are spelled otherwise on top of it, 2026NovemberQ1 where the
#   server takes 2026NovQ1, which the library refuses. The year's name is spelled alike, so that nothing is refused: the
#   period holds its days, and the name comes back unchanged.
# Why it matters here: indicators go to DHIS2 by the name of their period. A donor's year from November would be sent under
#   the name of the year before or after, be taken, and stand beside another year's targets.
# A good guess would have been: one rule for all financial years, and the same in the two halves of one product. So: no
#   periods that begin in November are offered, and the others are held against this library over ten years.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @dhis2/multi-calendar-dates@2.1.2

cat >show.cjs <<'JS'
const { createFixedPeriodFromPeriodId, getFixedPeriodByDate } = require('@dhis2/multi-calendar-dates');
const { version } = require('./node_modules/@dhis2/multi-calendar-dates/package.json');

const calendar = 'gregory';
const told = ({ id, startDate, endDate }) => `${id} (${startDate} to ${endDate})`;
const tried = (make) => {
  try {
    return told(make());
  } catch (error) {
    return `refused: ${error.message}`;
  }
};
const named = (periodId) => tried(() => createFixedPeriodFromPeriodId({ periodId, calendar }));
const at = (periodType, date) => tried(() => getFixedPeriodByDate({ periodType, date, calendar }));

const expected = [
  ['2026Oct', named('2026Oct'), '2026Oct (2026-10-01 to 2027-09-30)'],
  ['2026Nov', named('2026Nov'), '2026Nov (2026-11-01 to 2027-10-31)'],
  ['FYNOV of 2026-01-15', at('FYNOV', '2026-01-15'), '2025Nov (2025-11-01 to 2026-10-31)'],
  ['2026NovemberS1', named('2026NovemberS1'), '2026NovemberS1 (2026-11-01 to 2027-04-30)'],
  ['2026NovemberQ1', named('2026NovemberQ1'), '2026NovemberQ1 (2026-11-01 to 2027-01-31)'],
  ['2026NovQ1', named('2026NovQ1'), 'refused: '],
];

console.log(`@dhis2/multi-calendar-dates ${version}`);
let same = true;
for (const [what, is, was] of expected) {
  console.log(`${what}: ${is}`);
  same &&= is.startsWith(was);
}
if (!same) console.log('This is no longer as it was.');
process.exitCode = same ? 0 : 1;
JS
node show.cjs
