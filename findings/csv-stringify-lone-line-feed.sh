#!/usr/bin/env bash
# csv-stringify quotes a line break only where it is the whole delimiter of records: with CRLF, a text with LF splits its row.
#
# What surprised: csv-stringify 6.9.0 with `record_delimiter: 'windows'` writes a text that holds a line feed, or a carriage
#   return, without quotes, and one that holds both beside each other with them. RFC 4180 asks for quotes round either.
#   csv-parse, told nothing, takes the delimiter from the first line break of the file and reads all of it back, so that
#   a test of one with the other is green; LibreOffice and Python end the row at the line feed.
# Why it matters here: exports follow RFC 4180, whose lines end in CRLF, and what somebody wrote on a telephone has LF. Of
#   such a row the second half stood below the first, its numbers in the columns of texts, and nobody was told.
# A good guess would have been: what can end a line for whoever reads is quoted, whatever ends those that are written. So:
#   `quoted_match: /[\r\n]/`, and a file that another program opens.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent csv-stringify@6.9.0 csv-parse@7.0.3

cat >show.cjs <<'JS'
const { stringify } = require('csv-stringify/sync');
const { parse } = require('csv-parse/sync');
const { version } = require('./node_modules/csv-stringify/package.json');

const rows = (text) => [['title', 'n'], [text, '1']];
const texts = { LF: 'two\nlines', CR: 'two\rlines', CRLF: 'two\r\nlines' };
const isQuoted = (text, more = {}) => stringify(rows(text), { record_delimiter: 'windows', ...more }).includes('"');
const isReadBack = (text) =>
  JSON.stringify(parse(stringify(rows(text), { record_delimiter: 'windows' }))) === JSON.stringify(rows(text));

const seen = Object.entries(texts).map(([name, text]) =>
  [name, isQuoted(text), isReadBack(text), isQuoted(text, { quoted_match: /[\r\n]/ })].join(' '),
);
const known = ['LF false true true', 'CR false true true', 'CRLF true true true'];
console.log(`csv-stringify ${version}, lines that end in CRLF: quoted, read back by csv-parse, quoted with quoted_match`);
for (const line of seen) console.log(line);
const isKnown = JSON.stringify(seen) === JSON.stringify(known);
if (!isKnown) console.log('This is no longer as it was.');
process.exit(isKnown ? 0 : 1);
JS
node show.cjs
