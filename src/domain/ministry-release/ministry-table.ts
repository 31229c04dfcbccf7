/** Exact numbers by a release to a ministry: what it names and no more, and each time an entry in the access log. */
import type { Actor } from '../../base/actor';
import type { CountryReader, RequestContext } from '../../base/context';
import { dayIn } from '../../base/calendar';
import { badInput } from '../../base/errors';
import { uuidIn } from '../../base/global-id';
import { outOfService } from '../../base/refusals';
import { and, sql, type Sql } from '../../base/sql';
import { isUnavailable } from '../../database/unavailable';
import { thingOf } from '../../model/thing';
import type { AccessPurpose } from '../../policy/access-purpose.codes';
import { rowScope } from '../../policy/rights';
import { dimensionsOf, indicators } from '../indicator/indicator';
import type { IndicatorDimension } from '../indicator/indicator.dimensions';
import { indicatorTable } from '../indicator/table/ask';
import { tableOf, type PeriodAsked } from '../indicator/table/asked';
import { idOf } from '../indicator/table/asked-id';
import { withYearOfStream } from '../indicator/table/financial-year';
import type { Table } from '../indicator/table/table';
import { MinistryRelease } from './ministry-release.entity';

export interface MinistryAsked {
  /** Id of the release. */
  readonly release: string;
  readonly period: PeriodAsked;
  /** Only these of those that it names; null: all. */
  readonly indicators: readonly string[] | null;
  /** Only by these of what it names; null: each indicator by all of it that it is told by. */
  readonly by: readonly IndicatorDimension[] | null;
}

type Release = Pick<MinistryRelease, 'indicatorCodes' | 'by' | 'startsOn' | 'endsOn' | 'validUntil' | 'status'> & {
  readonly uuid: string;
};

const purpose: AccessPurpose = 'REPORTING';

/** @throws ApiError BAD_USER_INPUT where there is no such release, it does not stand, or does not name what is asked; UNAVAILABLE */
export async function ministryTable(ctx: RequestContext, actor: Actor, asked: MinistryAsked): Promise<Table> {
  const { reader, release } = await releaseOf(ctx, actor, asked.release);
  assertStands(release, dayIn(ctx.app.countries.get(reader.code)?.timezone ?? 'UTC'));
  const codes = asked.indicators ?? release.indicatorCodes;
  const by = asked.by ?? release.by;
  assertNamed(codes, release.indicatorCodes);
  assertNamed(by, release.by);
  const period = await withYearOfStream(ctx, actor, asked.period);
  const { periods } = tableOf({ indicators: codes, by, period });
  const outside = periods.filter(({ from, to }) => from < release.startsOn || to > release.endsOn);
  if (outside.length > 0) throw notOfItsDays(outside[0]?.name ?? '', release);
  const tables: Table[] = [];
  for (const [dimensions, some] of alike(codes, by, asked.by !== null))
    tables.push(
      await indicatorTable(ctx, actor, {
        ...{ indicators: some, by: dimensions, countries: [reader.code] },
        period: { names: periods.map(({ name }) => name) },
      }),
    );
  await noteTaken(ctx, reader, actor, release.uuid);
  return { rows: tables.flatMap(({ rows }) => rows), countries: tables[0]?.countries ?? [] };
}

/** Indicators that are told by the same; where it was said by what, all of them by that. */
function alike(
  codes: readonly string[],
  by: readonly IndicatorDimension[],
  isSaid: boolean,
): readonly (readonly [readonly IndicatorDimension[], readonly string[]])[] {
  if (isSaid) return [[by, codes]];
  const found = new Map<string, readonly [readonly IndicatorDimension[], string[]]>();
  for (const code of codes) {
    const indicator = indicators.get(code);
    const told = by.filter((name) => indicator && dimensionsOf(indicator).includes(name));
    const group = found.get(told.join()) ?? [told, []];
    found.set(told.join(), group);
    group[1].push(code);
  }
  return [...found.values()];
}

/** The release as the actor reads it. @throws ApiError */
async function releaseOf(
  ctx: RequestContext,
  actor: Actor,
  text: string,
): Promise<{ readonly reader: CountryReader; readonly release: Release }> {
  const id = idOf(text, MinistryRelease);
  const [reader] = ctx.scope.filter(({ code }) => code === actor.country);
  if (!id || !reader) throw noSuchRelease();
  await ctx.standing?.confirm();
  const uuid = uuidIn(id, reader.code);
  const seen = and([sql`r.id = ${uuid}::uuid`, rowScope(actor, thingOf(MinistryRelease), 'read', 'r')]);
  const [release] = await rowsIn<Omit<Release, 'uuid'>>(
    reader,
    sql`
    SELECT indicator_codes AS "indicatorCodes", by, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
      valid_until::text AS "validUntil", status FROM ministry_release r WHERE ${seen}`,
  );
  if (!release) throw noSuchRelease();
  return { reader, release: { ...release, uuid } };
}

/** No log, no data. What was revoked meanwhile is not told. */
async function noteTaken(
  { requestId }: RequestContext,
  reader: CountryReader,
  { accountId, role, organisationId }: Actor,
  uuid: string,
): Promise<void> {
  const { name, dataClass } = thingOf(MinistryRelease);
  const noted = await rowsIn(
    reader,
    sql`
    INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role,
      organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id)
    SELECT gen_random_uuid(), 1, now(), now(), ${accountId}::uuid, ${accountId}::uuid, ${role}::text,
      ${organisationId}::uuid, ${requestId}::text, ${name}::text, ${dataClass}::text, ${purpose}::text, id, NULL::uuid
    FROM ministry_release WHERE id = ${uuid}::uuid AND status = 'IN_FORCE' RETURNING id`,
  );
  if (noted.length === 0) throw revoked();
}

async function rowsIn<Row extends object>({ pool, code }: CountryReader, { text, values }: Sql): Promise<Row[]> {
  try {
    return (await pool.query<Row>(text, [...values])).rows;
  } catch (error) {
    if (isUnavailable(error as Error)) throw outOfService([code]);
    throw error;
  }
}

function assertStands({ status, validUntil }: Release, today: string): void {
  if (status !== 'IN_FORCE') throw revoked();
  if (validUntil >= today) return;
  throw badInput(
    `This release to the ministry ran out on ${validUntil}: nothing leaves by it any more. Ask the privacy officer for a new one.`,
    `Esta autorização para o ministério terminou em ${validUntil}: com ela já nada sai. Peça uma nova ao responsável pela privacidade.`,
    { validUntil },
  );
}

/** @throws ApiError BAD_USER_INPUT where something is asked that the release does not name */
function assertNamed(asked: readonly string[], named: readonly string[]): void {
  const wrong = asked.filter((one) => !named.includes(one)).slice(0, 10);
  if (wrong.length === 0) return;
  const [told, known] = [wrong.map((one) => one.slice(0, 20)).join(', '), named.join(', ') || '–'];
  throw badInput(
    `The release to the ministry does not name ${told}; it names ${known}. Ask for that, or the privacy officer for another release.`,
    `A autorização para o ministério não abrange ${told}; abrange ${known}. Peça isso, ou outra autorização ao responsável pela privacidade.`,
    { wrong, possible: named },
  );
}

const notOfItsDays = (period: string, { startsOn, endsOn }: Release): Error =>
  badInput(
    `${period} does not lie within the days of the release to the ministry, which are ${startsOn} to ${endsOn}. Ask for periods that do as a whole.`,
    `${period} não fica dentro dos dias da autorização para o ministério, de ${startsOn} a ${endsOn}. Peça períodos que lá fiquem por inteiro.`,
    { period, startsOn, endsOn },
  );

const revoked = (): Error =>
  badInput(
    'This release to the ministry was revoked: nothing leaves by it any more. Ask the privacy officer for a new one.',
    'Esta autorização para o ministério foi revogada: com ela já nada sai. Peça uma nova ao responsável pela privacidade.',
  );

const noSuchRelease = (): Error =>
  badInput(
    'There is no such release to a ministry. Choose one of the list of releases.',
    'Não há nenhuma autorização assim para um ministério. Escolha uma da lista de autorizações.',
  );
