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
 */
export function readCells(text: string): Cells {
  const cells: (string | null)[] = [];
  const plain = !text.includes('\\');
  let at = 2; // after `{{`
  while (at < text.length) {
    if (text.charCodeAt(at) === quote) {
      const close = plain ? text.indexOf('"', at + 1) : closingQuote(text, at + 1);
      const inner = text.slice(at + 1, close);
      cells.push(plain ? inner : unescaped(inner));
      at = close + 1;
    } else {
      let stop = at;
      for (let code = text.charCodeAt(stop); code !== comma && code !== end; code = text.charCodeAt(stop)) stop++;
      const word = text.slice(at, stop);
      cells.push(word === 'NULL' ? null : word);
      at = stop;
    }
    at += text.charCodeAt(at) === comma ? 1 : 3; // `,` or `},{`
  }
  return cells;
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
