/** SQL as tagged templates: values are always bound, names come only from `ident` and the project's own metadata. */

/** A value that differs between countries although the statement is one: settled where it runs. */
export class PerCountry {
  constructor(readonly valueIn: (country: string) => unknown) {}
}

/** A piece of SQL with its bound values; `texts` has one element more than `values`. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The text with `$1 …` placeholders. */
  get text(): string {
    let text = this.texts[0] ?? '';
    for (let i = 1; i < this.texts.length; i++) text += `$${i}${this.texts[i]}`;
    return text;
  }
}

/** A value that is the same for a whole request, whoever asks: a text made once serves them all. */
export class Parameter {
  constructor(readonly name: string) {}
}

/** Builds SQL; an `Sql` among the values is spliced in, anything else is bound. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const texts: string[] = [strings[0] ?? ''];
  const bound: unknown[] = [];
  values.forEach((value, i) => {
    append(texts, bound, value);
    texts[texts.length - 1] += strings[i + 1] ?? '';
  });
  return new Sql(texts, bound);
}

function append(texts: string[], bound: unknown[], value: unknown): void {
  if (!(value instanceof Sql)) {
    bound.push(value);
    texts.push('');
    return;
  }
  texts[texts.length - 1] += value.texts[0] ?? '';
  for (let i = 0; i < value.values.length; i++) {
    bound.push(value.values[i]);
    texts.push(value.texts[i + 1] ?? '');
  }
}

/**
 * Whether there is such a row, looked for by its key for each row that asks. PostgreSQL plans a plain EXISTS below an OR
 * twice, as this and as a table that is hashed, and both again in each of the two around it: OFFSET 0 says that there is
 * no choice, and changes no answer.
 */
export const lookedFor = (rows: Sql): Sql => sql`EXISTS (${rows} OFFSET 0)`;

/** Text that is SQL already. Only for constants of this project, never for anything a caller sent. */
export const raw = (text: string): Sql => new Sql([text], []);

const idents = new Map<string, Sql>();

/** A quoted identifier. */
export function ident(name: string): Sql {
  let found = idents.get(name);
  if (!found) idents.set(name, (found = raw(`"${name.replaceAll('"', '""')}"`)));
  return found;
}

/** A column of a table alias. */
export const column = (alias: string, name: string): Sql => ident2(alias, name);

const columns = new Map<string, Sql>();
function ident2(alias: string, name: string): Sql {
  const key = `${alias}.${name}`;
  let found = columns.get(key);
  if (!found) columns.set(key, (found = raw(`${alias}.${ident(name).text}`)));
  return found;
}

/** Pieces with a separator between them. */
export function join(parts: readonly Sql[], separator: string): Sql {
  const texts: string[] = [''];
  const bound: unknown[] = [];
  parts.forEach((part, i) => {
    if (i > 0) texts[texts.length - 1] += separator;
    append(texts, bound, part);
  });
  return new Sql(texts, bound);
}

export const TRUE = raw('TRUE');
export const FALSE = raw('FALSE');

/** All of the conditions; none means true. */
export function and(parts: readonly Sql[]): Sql {
  const real = parts.filter((part) => part !== TRUE);
  if (real.includes(FALSE)) return FALSE;
  if (real.length === 0) return TRUE;
  return real.length === 1 && real[0] ? real[0] : raw2('(', join(real, ' AND '), ')');
}

/** Any of the conditions; none means false. */
export function or(parts: readonly Sql[]): Sql {
  if (parts.length === 0) return FALSE;
  if (parts.includes(TRUE)) return TRUE;
  return parts.length === 1 && parts[0] ? parts[0] : raw2('(', join(parts, ' OR '), ')');
}

const raw2 = (open: string, inner: Sql, close: string): Sql => join([raw(open), inner, raw(close)], '');
