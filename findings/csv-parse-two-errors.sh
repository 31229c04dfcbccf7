#!/usr/bin/env bash
# csv-parse has two classes of errors of one name: what the parser throws at once is no CsvError of the parser of streams.
#
# What surprised: with csv-parse 7.0.3 and `require`, `csv-parse` and `csv-parse/sync` each bring their own copy of
#   everything. An error that `parse` of `csv-parse/sync` throws is no instance of the `CsvError` that `csv-parse`
#   exports, though both are called CsvError and have the same code. With `import` they are one class, so that the same
#   lines are right in a module and wrong in CommonJS; the types say that they are one in both.
# Why it matters here: the delimiter of a file is found by trying each on its beginning, with the parser that answers at
#   once, and its rows are read by the one of streams. A file whose first cell opens a quotation mark that is not closed
#   was to be told so at its row. `instanceof` of the class that was imported first let the error through, and the whole
#   import failed with it.
# A good guess would have been: two doors of one package share its classes, as they share their types. So: take the class
#   from the door that throws, or look at `code`.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent csv-parse@7.0.3

cat >show.cjs <<'JS'
const stream = require('csv-parse');
const now = require('csv-parse/sync');
const { version } = require('./node_modules/csv-parse/package.json');

/** What is thrown for a quotation mark that is not closed. */
const thrownBy = (parse) => {
  try {
    parse('a,b\n"c,d\n');
  } catch (error) {
    return error;
  }
  return null;
};

(async () => {
  const [streamModule, nowModule] = [await import('csv-parse'), await import('csv-parse/sync')];
  const [required, imported] = [thrownBy(now.parse), thrownBy(nowModule.parse)];
  const seen = {
    required: [required?.constructor.name, required?.code, required instanceof now.CsvError, required instanceof stream.CsvError],
    imported: [imported?.constructor.name, imported?.code, imported instanceof nowModule.CsvError, imported instanceof streamModule.CsvError],
  };
  const known = {
    required: ['CsvError', 'CSV_QUOTE_NOT_CLOSED', true, false],
    imported: ['CsvError', 'CSV_QUOTE_NOT_CLOSED', true, true],
  };
  console.log(`csv-parse ${version}, thrown by csv-parse/sync: class, code, of csv-parse/sync, of csv-parse`);
  for (const [way, found] of Object.entries(seen)) console.log(`${way}: ${found.join(', ')}`);
  const isKnown = JSON.stringify(seen) === JSON.stringify(known);
  if (!isKnown) console.log('This is no longer as it was.');
  process.exit(isKnown ? 0 : 1);
})();
JS
node show.cjs
