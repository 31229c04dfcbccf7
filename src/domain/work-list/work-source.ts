/**
 * Where something waits for somebody, as SQL: each source says which rows of which things are on whose list, why and
 * from when. What time alone changes is said beforehand, by from when and until when a row counts, so that a list is
 * true at every moment and nothing has to be written when a day begins.
 */
import { REGION_ZONE } from '../../base/countries';
import { join, raw, sql, type Sql } from '../../base/sql';
import type { Constructor } from '../../model/thing';
import type { Duty } from '../../policy/duties';
import type { WorkKind } from './work-item.codes';

/** What is known of something that waits. */
export interface Waiting {
  /** What it is derived anew with: the case, or the record itself. */
  readonly root: Sql;
  readonly kind: WorkKind | Sql;
  readonly dueAt?: Sql;
  readonly risk?: Sql;
  readonly since: Sql;
  /** On nobody's list before. */
  readonly from?: Sql;
  /** On nobody's list afterwards. */
  readonly until?: Sql;
  readonly organisationId: Sql;
  /** Whose it is; left out: that of whoever of the organisation has the duty. */
  readonly responsibleId?: Sql;
  readonly audience?: Duty;
  /** That of whose it is alone: whoever supervises them, or stands in for them, does not see that it is there. */
  readonly confidential?: true;
  readonly caseId?: Sql;
  readonly record: { readonly entity: Constructor; readonly id: Sql; readonly makerId: Sql };
  /** Short number for people. */
  readonly reference?: Sql;
}

export interface WorkSource {
  /** Tells its items from those of others. */
  readonly name: string;
  /** Things whose records decide it, made or changed; each item comes of a record of the first. */
  readonly of: readonly [Constructor, ...Constructor[]];
  /** Whether a record of the first may wait as soon as it is made with a new case; left out: it may. */
  readonly mayWait?: (made: Readonly<Record<string, unknown>>) => boolean;
  /** Other things that decide it, and the roots of what their records decide. */
  readonly also?: readonly { readonly of: Constructor; readonly roots: (ids: Sql) => Sql }[];
  /** Whose it is and how pressing, the case decides as well, and what is known of the survivor, when they change. */
  readonly followsCase?: true;
  /** At which moment an item came is not told, but for the day: it would tell of something that the list does not. */
  readonly untimed?: true;
  /** Rows whose root is among those that are derived; `among` is told the root. */
  readonly rows: (among: (root: Sql) => Sql) => Sql;
}

const sources: WorkSource[] = [];

/** Every source. Complete once `src/domain/all.ts` is loaded. */
export const workSources: readonly WorkSource[] = sources;

export function workSource(source: WorkSource): void {
  if (sources.some(({ name }) => name === source.name)) throw new Error(`there are two sources ${source.name}`);
  sources.push(source);
}

/** Takes what waits in a case off all lists, before the case goes. */
export const forgotten = (caseId: string): Sql => sql`DELETE FROM work_item WHERE case_id = ${caseId}`;

/** The same of several cases. */
export const forgottenAll = (caseIds: readonly string[]): Sql =>
  sql`DELETE FROM work_item WHERE case_id = ANY(${[...caseIds]}::uuid[])`;

/** Columns of an item, in the order of `waits`. */
export const columns = [
  ...['root_id', 'kind', 'due_at', 'risk', 'since', 'from_at', 'until_at', 'organisation_id', 'responsible_id'],
  ...['audience', 'case_id', 'entity', 'record_id', 'reference', 'created_by_id'],
] as const;

const text = (value: string): Sql => raw(`'${value}'`);
const none = (type: string): Sql => raw(`NULL::${type}`);

/** Stands where a duty does, and is none. */
export const CONFIDENTIAL = 'confidential';

function audienceOf({ audience, confidential, responsibleId }: Waiting): Sql {
  if (audience && responsibleId) throw new Error('what waits is on somebody’s list, or on that of a duty');
  if (!confidential) return audience ? text(audience) : none('text');
  if (!responsibleId) throw new Error('what is confidential is somebody’s own, and nobody else’s');
  return text(CONFIDENTIAL);
}

/** The columns of an item. */
export function waits(item: Waiting): Sql {
  const { kind, record, since, caseId, reference } = item;
  return join(
    [
      ...[item.root, typeof kind === 'string' ? text(kind) : kind, item.dueAt ?? none('timestamptz')],
      ...[item.risk ?? text('NOT_SAID'), since, item.from ?? since, item.until ?? none('timestamptz')],
      ...[item.organisationId, item.responsibleId ?? none('uuid'), audienceOf(item)],
      ...[caseId ?? none('uuid'), text(record.entity.name), record.id, reference ?? none('text')],
      record.makerId,
    ],
    ', ',
  );
}

/** The region's own place has no row about itself. */
const zone = raw(`coalesce((SELECT z.timezone FROM country z), '${REGION_ZONE}')`);

/** When a day begins in the country. */
export const startOf = (day: Sql): Sql => sql`((${day})::timestamp AT TIME ZONE ${zone})`;
/** When it is over. */
export const endOf = (day: Sql): Sql => startOf(sql`${day} + 1`);
/** When the day of a moment begins. */
export const startOfDay = (at: Sql): Sql => sql`date_trunc('day', ${at}, ${zone})`;

/** Of a case under the alias `c`. */
export const caseRisk = raw(`coalesce(c.risk_level, 'NOT_SAID')`);

/** The case is at high risk, or of somebody who is a minor today: of whom only the year is known, until its end. */
export const pressing = raw(`(c.risk_level = 'HIGH' OR EXISTS (
  SELECT FROM survivor s LEFT JOIN survivor_demographics sd ON sd.survivor_id = s.id AND sd.birth_year IS NOT NULL
  WHERE s.id = c.survivor_id AND coalesce(sd.birth_year + 18 >= date_part('year', now()), s.age_band = 'UNDER_18')))`);

/** What is the same in every item of the case `c`. */
export const ofCase = {
  organisationId: raw('c.organisation_id'),
  caseId: raw('c.id'),
  risk: caseRisk,
  reference: raw('c.display_id'),
} as const;
