/** Reads PostgreSQL's text of an array of arrays of texts, which is how a part of a statement answers. */

/** The cells of all rows, one after the other; null where the database has none. */
export type Cells = readonly (string | null)[];

const quote = 34;
const comma = 44;
const backslash = 92;
const end = 125;

/**
 * `{{a,"b c",NULL},{…}}` as a flat list; rows are told apart by their width. Quotes stand round what is not plain, and
 * a backslash before a quote or a backslash. The server wrote it, so nothing here is checked.
 *
 * Two functions and not a flag: V8 takes `includes` for pure, and asked anew in the loop whether there is a backslash
 * anywhere, which took a page of 100 rows 40 times as long, and grew with the square of its length.
 */
export const readCells = (text: string): Cells => (text.includes('\\') ? readEscaped(text) : readPlain(text));

function readPlain(text: string): Cells {
  const cells: (string | null)[] = [];
  let at = 2; // after `{{`
  while (at < text.length) {
    if (text.charCodeAt(at) === quote) {
      const close = text.indexOf('"', at + 1);
      cells.push(text.slice(at + 1, close));
      at = close + 1;
    } else {
      const stop = endOfWord(text, at);
      cells.push(wordOf(text, at, stop));
      at = stop;
    }
    at += text.charCodeAt(at) === comma ? 1 : 3; // `,` or `},{`
  }
  return cells;
}

function readEscaped(text: string): Cells {
  const cells: (string | null)[] = [];
  let at = 2;
  while (at < text.length) {
    if (text.charCodeAt(at) === quote) {
      const close = closingQuote(text, at + 1);
      cells.push(unescaped(text.slice(at + 1, close)));
      at = close + 1;
    } else {
      const stop = endOfWord(text, at);
      cells.push(wordOf(text, at, stop));
      at = stop;
    }
    at += text.charCodeAt(at) === comma ? 1 : 3;
  }
  return cells;
}

function endOfWord(text: string, from: number): number {
  let stop = from;
  for (let code = text.charCodeAt(stop); code !== comma && code !== end; code = text.charCodeAt(stop)) stop++;
  return stop;
}

function wordOf(text: string, from: number, to: number): string | null {
  const word = text.slice(from, to);
  return word === 'NULL' ? null : word;
}

/** One text array, `{a,"b c"}`. */
export const readTextArray = (text: string): readonly string[] =>
  text === '{}' ? [] : (readCells(`{${text}}`) as readonly string[]);

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) return at;
  }
}

const unescaped = (inner: string): string => (inner.includes('\\') ? inner.replace(/\\([^])/g, '$1') : inner);
