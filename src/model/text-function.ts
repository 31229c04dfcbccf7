/**
 * How a text is searched, as functions of the database. Written out, the expression would make most of a statement that
 * searches many things (50,000 of 76,000 characters), and what is prepared is kept at a hundred times its length by each
 * connection. Lists are sorted by the expression itself (`text-key.ts`): it stands once in each.
 */
import { createHash } from 'node:crypto';
import { raw, sql, type Sql } from '../base/sql';
import { folding } from './text-key';

export interface TextFunction {
  /** Ends in a digest of its body: of another body it is another function, and its indexes are others. */
  readonly name: string;
  readonly signature: string;
  readonly definition: string;
}

/** What the planner takes a function of plpgsql for unless it is told. */
const USUAL_COST = 100;

/**
 * plpgsql: what is written in `sql` is written out again where it is called. Of null they are null.
 * @param cost what the planner takes one call for, in comparisons of two numbers
 */
function declare(stem: string, returns: string, body: string, cost = USUAL_COST): TextFunction {
  const name = `${stem}_${createHash('sha256').update(body).digest('hex').slice(0, 8)}`;
  const properties = `LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST ${cost}`;
  const definition = `CREATE FUNCTION "${name}"(text) RETURNS ${returns} ${properties} AS $body$ ${body} $body$`;
  return { name, signature: `${name}(text)`, definition };
}

const fold = folding(raw('$1'), raw('f')).text.replace(/\s+/g, ' ');

const returning = (value: string): string => `DECLARE f text COLLATE "C"; BEGIN ${fold} RETURN ${value}; END`;

const foldedFunction = declare('text_folded', 'text', returning('f'));

const cut = ['f', 'substr(f, 2)', 'substr(f, 3)'].map(
  (from) => `string_to_array(regexp_replace(${from}, '(...)', '\\1' || chr(1), 'g'), chr(1))`,
);
const PARTS_COST = 5000;

const partsFunction = declare(
  'text_parts',
  'text[]',
  returning(cut.join(' || ')),
  // It takes five times as long as the other. What is more: it is told to be so dear that no row is ever cut where an
  // index knows its parts, of forty rows either.
  PARTS_COST,
);

export const textFunctions: readonly TextFunction[] = [foldedFunction, partsFunction];

/** Those that the version before calls until its last instance ends, and no index any more. They go with a later migration. */
const retired = ['text_folded_28e574bb(text)', 'text_parts_be1c125e(text)'];

/** What may be called, with the types that it takes. */
export const callableTextFunctions: readonly string[] = [
  ...textFunctions.map(({ signature }) => signature),
  ...retired,
];

const called =
  ({ name }: TextFunction) =>
  (value: Sql): Sql =>
    sql`${raw(name)}(${value})`;

/** `foldedText` in SQL. */
export const foldedColumn = (value: Sql): Sql => sql`(${called(foldedFunction)(value)} COLLATE "C")`;

/**
 * The parts of three characters of which a text that is searched consists, at whichever place each begins; with its
 * last one or two. An index over them needs no extension, and knows letters by no locale as `pg_trgm` does.
 */
export const partsColumn = called(partsFunction);

/** Those of a word that a text has in which something follows it: the last parts are shorter where it ends. */
export const wholeParts = (word: Sql): Sql =>
  sql`ARRAY(SELECT p FROM unnest(${partsColumn(word)}) p WHERE length(p) = 3)`;

/** What stands for a text, as it is searched, where it may be too long for an index. */
export const digestColumn = (value: Sql): Sql => sql`md5(${foldedColumn(value)})`;
