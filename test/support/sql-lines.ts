/** SQL as it is read in a review: one clause a line, what stands in parentheses moved in. */

const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\s+|[()]|[^\s()'"]+/g;

/** The first words of what gets a line of its own. */
const clause =
  /^(WITH|SELECT|FROM|WHERE|AND|OR|ORDER BY|GROUP BY|LIMIT|UNION|SET|VALUES|RETURNING|ON CONFLICT|(LEFT |CROSS )?JOIN|INSERT INTO|UPDATE|DELETE FROM|FOR (NO KEY )?(UPDATE|SHARE))\b/;

/** What the next word belongs to: it is not the first of a clause. */
const continued = /(\b(LEFT|CROSS|DELETE|DO|FOR NO KEY|FOR)|\bCASE\b(?!.*\bEND\b).*) $/;

export function linesOf(text: string): string {
  const tokens = text.trim().match(token) ?? [];
  const lines: string[] = [];
  /** For each open parenthesis whether it holds a statement. */
  const open: boolean[] = [];
  let line = '';
  const turn = (): void => {
    if (line.trim()) lines.push(`${'  '.repeat(open.filter(Boolean).length)}${line.trim()}`);
    line = '';
  };
  tokens.forEach((word, at) => {
    const rest = tokens
      .slice(at, at + 8)
      .join('')
      .replaceAll(/\s+/g, ' ');
    if (word === '(') {
      line += word;
      const holds = /^\( ?(SELECT|WITH|INSERT|UPDATE|DELETE)\b/.test(rest);
      if (holds) turn();
      open.push(holds);
    } else if (word === ')') {
      if (open.at(-1)) turn();
      open.pop();
      line += word;
    } else {
      const isFirst = !/\w$/.test(tokens[at - 1] ?? '') && open.at(-1) !== false;
      if (isFirst && clause.test(rest) && !continued.test(line)) turn();
      line += /^\s+$/.test(word) ? ' ' : word;
    }
  });
  turn();
  return lines.join('\n');
}
