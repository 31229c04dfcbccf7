/** Sends what a document reads: one statement to each country, all of them at once. */
import { readTexts } from '../database/query';
import type { CountryReader } from '../server/context';
import type { Binding } from './bind';
import { AnsweredRows } from './country-rows';
import type { Statements } from './statements';
import type { Top } from './statement';
import type { CountryRows } from './writing';

/** What a country is asked, by the code of the country. */
export type Asked = ReadonlyMap<CountryReader, readonly Top[]>;

/** The rows of each country, or why there are none. */
export type Answered = ReadonlyMap<string, CountryRows | Error>;

export async function fly(statements: Statements, binding: Binding, asked: Asked): Promise<Answered> {
  const answers = await Promise.all(
    [...asked].map(async ([reader, tops]): Promise<[string, CountryRows | Error]> => {
      try {
        return [reader.code, await ask(statements, binding, reader, tops)];
      } catch (error) {
        return [reader.code, error as Error];
      }
    }),
  );
  return new Map(answers);
}

async function ask(
  statements: Statements,
  binding: Binding,
  { code, pool }: CountryReader,
  tops: readonly Top[],
): Promise<CountryRows> {
  const { template, numbers } = statements.of(tops);
  const texts = await readTexts(pool, template.fill(binding.in(code)));
  return new AnsweredRows(code, new Map(numbers.map((number, at) => [number, texts[at] ?? '{}'])));
}
