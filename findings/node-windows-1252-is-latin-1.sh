#!/usr/bin/env bash
# Node.js 20 decodes Windows-1252 as ISO 8859-1: quotation marks, dashes and the euro sign become control characters.
#
# What surprised: with Node.js 20.20.2, `new TextDecoder('windows-1252')` says that its encoding is windows-1252 and
#   decodes the bytes 0x80 to 0x9f to U+0080 to U+009F, as ISO 8859-1 does. By the Encoding Standard 0x80 is the euro
#   sign, 0x93 and 0x94 are quotation marks, 0x96 a dash. Letters with accents lie above and are right, so a look at
#   Portuguese text sees nothing; `fatal: true` finds nothing either, since every byte is some character. The Node.js
#   that is told with `NODE=` is tried, the one on the path otherwise.
# Why it matters here: Excel writes CSV in Windows-1252 where UTF-8 is not asked for, with its curly quotation marks and
#   dashes. Imported with such a decoder, texts of people's accounts hold control characters: they are refused for a
#   character that nobody sees, or kept with it.
# A good guess would have been: a decoder does what its label says, or refuses the label. So: the 27 characters are a
#   table of our own, and the five bytes that are none make the file one of another encoding.
set -euo pipefail

"${NODE:-node}" - <<'JS'
const decoder = new TextDecoder('windows-1252', { fatal: true });
const codes = (text) => [...text].map((one) => `U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
const expected = [
  [0x80, 'U+20AC', 'U+0080'],
  [0x93, 'U+201C', 'U+0093'],
  [0x96, 'U+2013', 'U+0096'],
  [0xe3, 'U+00E3', 'U+00E3'],
];
console.log(`Node.js ${process.versions.node}, decoder of ${decoder.encoding}`);
let isKnown = true;
for (const [byte, standard, known] of expected) {
  const seen = codes(decoder.decode(Uint8Array.of(byte)));
  console.log(`0x${byte.toString(16)} -> ${seen}${seen === standard ? '' : `, by the standard ${standard}`}`);
  isKnown &&= seen === known;
}
if (!isKnown) console.log('This is no longer as it was.');
process.exit(isKnown ? 0 : 1);
JS
