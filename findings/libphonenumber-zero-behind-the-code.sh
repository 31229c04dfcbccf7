#!/usr/bin/env bash
# A 0 behind the country code is taken away from South African numbers, and left in those of Mozambique and Botswana.
#
# What surprised: with libphonenumber-js 1.13.16 (`max`), +27 082 123 4567 becomes +27821234567, valid. Mozambique and
#   Botswana have no 0 before their numbers, so there it is a digit like any other: +258 084 123 4567 becomes
#   +2580841234567, which is no number of any plan, though nobody can have meant another one than +258841234567. Nothing
#   is thrown: the answer is an object whose `number` looks like E.164, and only `isValid()` says no.
# Why it matters here: people who live across a border write numbers as at home. Two records of one person are found by
#   the telephone in its one way of being written: compared by `number`, the two ways of one number are two people.
# A good guess would have been: what is told with the code of a country is reduced alike for all four, and what is
#   returned as a number is one. So: ask `isValid()`, and where it says no try once more without the zeros.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent libphonenumber-js@1.13.16

cat >show.cjs <<'JS'
const { parsePhoneNumberFromString: parse } = require('libphonenumber-js/max');
const { version } = require('libphonenumber-js/package.json');

const expected = [
  ['+27 082 123 4567', '+27821234567 true'],
  ['+263 077 123 4567', '+263771234567 true'],
  ['+258 084 123 4567', '+2580841234567 false'],
  ['+258 84 123 4567', '+258841234567 true'],
  ['+267 071 123 456', '+267071123456 false'],
  ['+267 71 123 456', '+26771123456 true'],
];
console.log(`libphonenumber-js ${version}`);
let other = 0;
for (const [written, known] of expected) {
  const found = parse(written);
  const seen = `${found.number} ${found.isValid()}`;
  console.log(`${written} -> ${seen}${seen === known ? '' : ` (known: ${known})`}`);
  if (seen !== known) other += 1;
}
process.exit(other > 0 ? 1 : 0);
JS
node show.cjs
