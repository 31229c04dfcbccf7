/** When the financial years begin that a table is asked for: as it says itself, or as the donor of a funding stream counts. */
import type { Actor } from '../../../base/actor';
import type { CountryReader, RequestContext } from '../../../base/context';
import { badInput } from '../../../base/errors';
import { uuidIn, type GlobalId } from '../../../base/global-id';
import { periodTypes, type YearTypeCode } from '../../../base/period/type';
import { outOfService } from '../../../base/refusals';
import { and, sql } from '../../../base/sql';
import { isUnavailable } from '../../../database/unavailable';
import { thingOf } from '../../../model/thing';
import { rowScope, stands } from '../../../policy/rights';
import { FundingStream } from '../../programme/funding-stream.entity';
import type { PeriodAsked } from './asked';
import { idOf } from './asked-id';

/**
 * What is asked, with the year of the funding stream that it names. Nothing is read where it names none.
 * @throws ApiError BAD_USER_INPUT where there is no such stream for the account, or its year is not known, or another was said
 */
export async function withYearOfStream(ctx: RequestContext, actor: Actor, asked: PeriodAsked): Promise<PeriodAsked> {
  const id = streamOf(asked);
  if (!id) return asked;
  const said = asked.financialYear ?? null;
  const year = await yearOf(ctx, actor, id);
  if (year === null) throw notKnown();
  if (said !== null && said !== year) throw another(said, year);
  return { ...asked, financialYear: year };
}

/** The funding stream that is named. @throws ApiError BAD_USER_INPUT where it is none, or says nothing of what is asked */
export function streamOf(asked: PeriodAsked): GlobalId | null {
  const id = idOf(asked.fundingStream, FundingStream);
  if (id && !asked.relative) throw withRelativeAlone();
  return id;
}

async function yearOf(ctx: RequestContext, actor: Actor, id: GlobalId): Promise<YearTypeCode | null> {
  const { country } = id;
  const readers = ctx.scope.filter(({ code }) => country === null || code === country);
  await ctx.standing?.confirm();
  const answers = await Promise.all(readers.map((reader) => yearIn(reader, actor, uuidIn(id, reader.code))));
  const [found] = answers.flat();
  if (found) return found.year;
  // Where a country does not answer, nobody knows whether it is there.
  const away = [...ctx.told.away].filter((code) => country === null || code === country);
  if (away.length > 0) throw outOfService(away);
  throw badInput('There is no such record.', 'Esse registo não existe.');
}

/** The stream as the actor reads it, if they do. @throws ApiError UNAVAILABLE */
async function yearIn(
  { code, pool }: CountryReader,
  actor: Actor,
  uuid: string,
): Promise<readonly { readonly year: YearTypeCode | null }[]> {
  const seen = and([sql`f.id = ${uuid}::uuid`, stands('f'), rowScope(actor, thingOf(FundingStream), 'read', 'f')]);
  const { text, values } = sql`SELECT f.financial_year AS year FROM funding_stream f WHERE ${seen}`;
  try {
    return (await pool.query<{ year: YearTypeCode | null }>(text, [...values])).rows;
  } catch (error) {
    if (isUnavailable(error as Error)) throw outOfService([code]);
    throw error;
  }
}

const withRelativeAlone = (): Error =>
  badInput(
    'A funding stream says when the financial years of “relative” begin, and nothing else. Give “relative” as well, or leave the funding stream out.',
    'Uma fonte de financiamento diz quando começam os anos fiscais de «relative», e mais nada. Indique também «relative», ou omita a fonte de financiamento.',
  );

const notKnown = (): Error =>
  badInput(
    'It is not recorded when the financial year of this donor begins. Have that added to the funding stream, or name the financial year and leave the funding stream out.',
    'Não está registado quando começa o ano fiscal deste doador. Peça que o acrescentem à fonte de financiamento, ou indique o ano fiscal e omita a fonte de financiamento.',
  );

function another(said: YearTypeCode, year: YearTypeCode): Error {
  const [given, kept] = [periodTypes[said].label, periodTypes[year].label];
  return badInput(
    `Another year is asked for (${given.en}) than the donor of this funding stream counts by (${kept.en}). Give one of the two.`,
    `Pede-se outro ano (${given.pt}) e não aquele pelo qual conta o doador desta fonte de financiamento (${kept.pt}). Indique só um dos dois.`,
    { said, year },
  );
}
