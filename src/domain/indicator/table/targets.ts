/** What the values of a table are held against: targets of the very same indicator, period, place and organisation. */
import type { Actor } from '../../../base/actor';
import { globalId } from '../../../base/global-id';
import type { Period } from '../../../base/period/period';
import { and, raw, sql, type Sql } from '../../../base/sql';
import { thingOf, type Constructor } from '../../../model/thing';
import { mayUse, rowScope, stands } from '../../../policy/rights';
import { StaffMember } from '../../organisation/staff-member.entity';
import { FundingStream } from '../../programme/funding-stream.entity';
import type { Indicator } from '../indicator';
import type { IndicatorDimension } from '../indicator.dimensions';
import type { Narrowed } from './counts.sql';
import { isByPlaces, type Codes } from './lattice';

/** A target as it lies in its country. */
export interface SetTarget {
  readonly id: string;
  readonly indicator: string;
  readonly period: string;
  readonly organisation: string | null;
  readonly province: string | null;
  readonly provinceCode: string | null;
  readonly value: number;
  readonly version: number;
  readonly stream: string | null;
  readonly donor: string | null;
  readonly setBy: string | null;
  readonly setAt: string;
}

/** A target as it is told with a row. */
export interface RowTarget extends Pick<SetTarget, 'id' | 'value' | 'version' | 'donor' | 'setBy' | 'setAt'> {
  readonly fundingStream: string | null;
}

export interface TargetsOfRow {
  /** The programme's own. */
  readonly target: number | null;
  readonly targets: readonly RowTarget[];
}

export const noTargets: TargetsOfRow = { target: null, targets: [] };

interface Asked extends Narrowed {
  readonly actor: Actor;
  readonly indicators: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly by: readonly IndicatorDimension[];
}

/** Rows of a thing under an alias, as far as the actor reads them; of a table that they read nothing of, none is named. */
const seenBeside = (actor: Actor, target: Constructor, alias: string, key: Sql): Sql => {
  const thing = thingOf(target);
  if (!mayUse(actor.role, thing.dataClass, 'read'))
    return sql`LEFT JOIN (SELECT NULL::uuid AS id) ${raw(alias)} ON false`;
  const same = sql`${raw(alias)}.id = ${key}`;
  return sql`LEFT JOIN ${raw(thing.table)} ${raw(alias)} ON ${and([same, rowScope(actor, thing, 'read', alias)])}`;
};

/** Of one place or organisation, or of each, or of none. */
function ofPlace(name: string, id: string | null, isToldBy: boolean): Sql {
  if (id !== null) return sql`t.${raw(name)} = ${id}::uuid`;
  return isToldBy ? raw(`true`) : raw(`t.${name} IS NULL`);
}

/**
 * One statement for the whole table. A donor's target is told to whoever reads who funds whom, and to nobody where that was
 * recorded in error.
 */
export function targetsStatement({ actor, indicators, periods, by, organisationId, provinceId }: Asked): Sql {
  const wanted = and([
    stands('t'),
    sql`t.indicator_code = ANY(${indicators.map(({ code }) => code)}::text[])`,
    sql`t.period = ANY(${periods.map(({ name }) => name)}::text[])`,
    ofPlace('organisation_id', organisationId, by.includes('ORGANISATION')),
    ofPlace('province_id', provinceId, by.includes('PROVINCE')),
    sql`(t.funding_stream_id IS NULL OR (f.id IS NOT NULL AND ${stands('f')}))`,
  ]);
  return sql`SELECT t.id::text AS id, t.indicator_code AS indicator, t.period, t.organisation_id::text AS organisation,
      t.province_id::text AS province, p.code AS "provinceCode", t.value_hundredths / 100.0::float8 AS value, t.version,
      f.id::text AS stream, f.donor, s.id::text AS "setBy",
      to_char(t.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "setAt"
    FROM indicator_target t LEFT JOIN province p ON p.id = t.province_id
    ${seenBeside(actor, FundingStream, 'f', raw('t.funding_stream_id'))}
    ${seenBeside(actor, StaffMember, 's', raw('t.set_by_id'))}
    WHERE ${wanted} ORDER BY f.donor NULLS FIRST, t.id`;
}

const keyOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);

/** The targets of a country, by what rows are of. */
export class Targets {
  private readonly all = new Map<string, SetTarget[]>();

  constructor(
    private readonly found: readonly SetTarget[],
    private readonly country: string,
    private readonly narrowed: Narrowed,
  ) {
    for (const one of found) {
      // Counted rows name a province by its id, published ones by its code.
      for (const province of new Set([one.province, one.provinceCode])) {
        const key = keyOf(one.indicator, one.period, one.organisation, province);
        this.all.set(key, [...(this.all.get(key) ?? []), one]);
      }
    }
  }

  /** Of what is told by anything but a place or an organisation there is none, nor of a place that is not known. */
  of({ code }: Indicator, { name }: Period, dimensions: readonly IndicatorDimension[], codes: Codes): TargetsOfRow {
    let [organisation, province] = [this.narrowed.organisationId, this.narrowed.provinceId];
    for (const [at, dimension] of dimensions.entries()) {
      const told = codes[at] ?? null;
      if (told === null || !isByPlaces(dimension)) return noTargets;
      if (dimension === 'ORGANISATION') organisation = told;
      else province = told;
    }
    const found = this.all.get(keyOf(code, name, organisation, province)) ?? [];
    const own = found.find(({ stream }) => stream === null);
    return { target: own?.value ?? null, targets: found.map((one) => this.told(one)) };
  }

  /** Of which cells there are some: an organisation that counts nothing yet is told beside what it is to reach. */
  cells({ code }: Indicator, dimensions: readonly IndicatorDimension[]): readonly { readonly codes: Codes }[] {
    if (dimensions.some((dimension) => !isByPlaces(dimension))) return [];
    return this.found
      .filter(({ indicator }) => indicator === code)
      .map((one) => ({ codes: dimensions.map((name) => (name === 'ORGANISATION' ? one.organisation : one.province)) }))
      .filter(({ codes }) => !codes.includes(null));
  }

  private told({ id, value, version, stream, donor, setBy, setAt }: SetTarget): RowTarget {
    const named = (type: string, uuid: string | null) => uuid && globalId(type, this.country, uuid);
    return {
      ...{ id: globalId('IndicatorTarget', this.country, id), value, version, donor, setAt },
      fundingStream: named('FundingStream', stream),
      setBy: named('StaffMember', setBy),
    };
  }
}
