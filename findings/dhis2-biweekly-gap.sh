#!/usr/bin/env bash
# DHIS2's calendar library answers the last week of a long year with a fortnight that does not hold it.
#
# What surprised: with @dhis2/multi-calendar-dates 2.1.2, no fortnight of DHIS2 holds the days 2026-12-28 to 2027-01-03.
#   2026 has 53 ISO weeks; its fortnights end with week 52, those of 2027 begin on 4 January. Asked for the fortnight of
#   such a day, getFixedPeriodByDate neither says so nor returns nothing: for 28 December it returns 2027BiW1, which
#   begins a week later, and for 3 January 2026BiW26, which ended a week before. Weeks and months of the same days are
#   right.
# Why it matters here: indicators go to DHIS2 by period. What happened in that week would be counted in fortnights in
#   which it did not happen, December's in the next year and January's in the last, and nobody would see it.
# A good guess would have been: periods of a kind follow each other without a gap, and the one that is returned for a
#   date holds that date. So: check start and end of what comes back, and do not offer fortnights for such a week.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @dhis2/multi-calendar-dates@2.1.2

cat >show.cjs <<'JS'
const { generateFixedPeriods, getFixedPeriodByDate } = require('@dhis2/multi-calendar-dates');
const { version } = require('./node_modules/@dhis2/multi-calendar-dates/package.json');

const calendar = 'gregory';
const told = ({ id, startDate, endDate }) => `${id} (${startDate} to ${endDate})`;
const fortnights = (year) => generateFixedPeriods({ year, periodType: 'BIWEEKLY', calendar, locale: 'en' });

const expected = [
  ['WEEKLY', '2026-12-30', '2026W53 (2026-12-28 to 2027-01-03)'],
  ['MONTHLY', '2026-12-30', '202612 (2026-12-01 to 2026-12-31)'],
  ['BIWEEKLY', '2026-12-27', '2026BiW26 (2026-12-14 to 2026-12-27)'],
  ['BIWEEKLY', '2026-12-28', '2027BiW1 (2027-01-04 to 2027-01-17)'],
  ['BIWEEKLY', '2027-01-03', '2026BiW26 (2026-12-14 to 2026-12-27)'],
  ['BIWEEKLY', '2027-01-04', '2027BiW1 (2027-01-04 to 2027-01-17)'],
];

console.log(`@dhis2/multi-calendar-dates ${version}`);
console.log(`last fortnight of 2026: ${told(fortnights(2026).at(-1))}, first of 2027: ${told(fortnights(2027)[0])}`);
let same = fortnights(2026).length === 26;
for (const [periodType, date, was] of expected) {
  const period = getFixedPeriodByDate({ periodType, date, calendar });
  const holds = period.startDate <= date && date <= period.endDate;
  console.log(`${periodType} of ${date}: ${told(period)}${holds ? '' : ', which does not hold it'}`);
  same &&= told(period) === was;
}
if (!same) console.log('This is no longer as it was.');
process.exitCode = same ? 0 : 1;
JS
node show.cjs
