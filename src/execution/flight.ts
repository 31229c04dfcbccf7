/** Sends what a document reads: one statement to each country, all of them at once. */
import { readTexts } from '../database/query';
import { sqlState } from '../base/sqlstate';
import { SESSION_FELL } from '../database/session-check';
import { SessionChanged, type Standing } from '../base/standing';
import type { CountryReader } from '../base/context';
import type { Binding } from './bind';
import { AnsweredRows } from './country-rows';
import { fetchKeys } from './fetch-keys';
import type { Statements } from './statement';
import type { Top } from './statement';
import type { CountryRows } from './writing';

/** What a country is asked, by the code of the country. */
export type Asked = ReadonlyMap<CountryReader, readonly Top[]>;

/** The rows of each country, or why there are none. */
export type Answered = ReadonlyMap<string, CountryRows | Error>;

/** @throws SessionChanged where the session does not stand as presumed: then nothing was read, and nothing is logged */
export async function fly(
  statements: Statements,
  binding: Binding,
  asked: Asked,
  standing: Standing | null,
): Promise<Answered> {
  const answers = await Promise.all(
    [...asked].map(async ([reader, tops]): Promise<[string, CountryRows | Error]> => {
      try {
        return [reader.code, await ask({ statements, binding }, reader, tops, standing)];
      } catch (error) {
        if (error instanceof SessionChanged) throw error;
        return [reader.code, error as Error];
      }
    }),
  );
  return new Map(answers);
}

interface Asking {
  readonly statements: Statements;
  readonly binding: Binding;
}

async function ask(asking: Asking, reader: CountryReader, tops: readonly Top[], standing: Standing | null) {
  if (!standing || !reader.checksSessions) return read(asking, reader, tops, false);
  try {
    const rows = await read(asking, reader, tops, true);
    standing.found();
    return rows;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === SESSION_FELL) throw new SessionChanged();
    if (code === undefined || !unasked.has(code)) throw error;
    await standing.confirm();
    return read(asking, reader, tops, false);
  }
}

/**
 * The function that looks at sessions is not there (any more), or not for this role; or the same statement just before
 * it on this connection could not be prepared for that.
 */
const unasked: ReadonlySet<string> = new Set([
  sqlState.undefinedFunction,
  sqlState.insufficientPrivilege,
  sqlState.invalidStatementName,
]);

/** @param checked whether the statement succeeds only if the session stands, which its first column then says */
async function read(
  { statements, binding }: Asking,
  { code, pool }: CountryReader,
  tops: readonly Top[],
  checked: boolean,
): Promise<CountryRows> {
  const { template, numbers } = statements.of(tops, checked, code);
  const texts = await readTexts(pool, template.fill(binding.in(code)));
  const answers = checked ? texts.slice(1) : texts;
  const rows = new AnsweredRows(code, new Map(numbers.map((number, at) => [number, answers[at] ?? '{}'])));
  if (binding.keysApart) rows.keys = await fetchKeys(binding.keysApart, tops, rows);
  return rows;
}
