/**
 * Whoever withdraws consent, is found to be a minor, or whose case is closed to others, leaves what was released at the
 * next republication: a day that comes every four weeks, whatever happened, so that it tells nothing of when.
 */
import { randomInt } from 'node:crypto';
import { raw, sql, type Sql } from '../../base/sql';
import { withdrawn, type PublishedRow } from '../../disclosure/withdrawal';
import type { ReleaseRules } from '../../disclosure/release-rules';
import type { Constructor } from '../../model/thing';
import type { ThingRecord } from '../../model/record';
import { sweep } from '../../writing/sweep';
import type { SystemWrite } from '../../writing/system-write';
import type { Work } from '../../writing/work';
import { Release } from './release.entity';
import { releases, sharedCases, sharedIncidents } from './release.publishing';
import { mayStay, survivorOf, toldOfIncident } from './release.rows';
import { caseRules, incidentRules } from './release.rules';
import { SharedCase, SharedIncident } from './shared-case.entity';

const WEEKS = 4;
const DAY_MS = 86_400_000;

/** The last day of republication, today included. */
function lastDay(today: string): string {
  const days = Math.floor(Date.parse(today) / DAY_MS);
  return new Date((days - (days % (WEEKS * 7))) * DAY_MS).toISOString().slice(0, 10);
}

sweep({
  name: 'withdrawFromReleases',
  label: { en: 'withdraw from a release', pt: 'retirar de uma publicação' },
  description: 'takes out of what was released who withdrew consent since, on a day that comes every four weeks',
  writes: [releases, sharedCases, sharedIncidents],
  run: async (work) => {
    const due = await work.query<{ id: string }>(sql`
      SELECT id FROM release r WHERE r.published_on < ${lastDay(work.day())}::date AND EXISTS (${goneFrom(raw('r.id'))})
      ORDER BY starts_on LIMIT 1`);
    const [release] = await work.find(Release, { id: due.map(({ id }) => id) }, true);
    if (!release) return 0;
    const cases = await takeOut(work, release, {
      target: SharedCase,
      as: sharedCases,
      of: OF_CASES,
      rules: caseRules(release),
    });
    const rules = incidentRules(release);
    const incidents = await takeOut(work, release, {
      target: SharedIncident,
      as: sharedIncidents,
      of: OF_INCIDENTS,
      rules,
    });
    await work.update(Release, release, { edition: release.edition + 1, publishedOn: work.day() }, { as: releases });
    return cases + incidents;
  },
});

/** Records that were released and may not be any more, erased ones among them. */
const goneFrom = (releaseId: Sql): Sql => sql`
  SELECT w.record_id FROM released_row w WHERE w.release_id = ${releaseId} AND w.row_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM "case" c ${survivorOf} WHERE c.id = w.record_id AND ${mayStay}
      AND EXISTS (SELECT FROM incident i WHERE i.case_id = c.id AND ${consented}))
    AND NOT EXISTS (SELECT FROM incident i JOIN "case" c ON c.id = i.case_id ${survivorOf}
      WHERE i.id = w.record_id AND ${consented} AND ${mayStay})`;

/** What was recorded in error stays as it was counted: a release is not counted anew. */
const consented = raw('i.consent_reporting');

interface Table {
  readonly target: Constructor<SharedCase | SharedIncident>;
  readonly as: SystemWrite;
  /** Columns in the order of the rules. */
  readonly of: Sql;
  readonly rules: ReleaseRules;
}

const place = raw('coalesce(t.province_id::text, t.zone)');
const OF_CASES = sql`ARRAY[${place}, t.gender_identity, t.age_band]`;
const OF_INCIDENTS = sql`ARRAY[${place}, t.gender_identity, t.age_band, t.gbvims_type, t.perpetrator_group]`;

async function takeOut(work: Work, { id }: Release, { target, as, of, rules }: Table): Promise<number> {
  const table = raw(`"${as.thing.table}"`);
  const rows = await work.query<PublishedRow & { readonly recordId: string }>(sql`
    SELECT t.id, w.person, w.record_id AS "recordId", ${of} AS values FROM ${table} t
    JOIN released_row w ON w.row_id = t.id WHERE t.release_id = ${id} ORDER BY t.id`);
  const gone = new Set(
    (await work.query<{ record_id: string }>(goneFrom(sql`${id}::uuid`))).map((one) => one.record_id),
  );
  const those = new Set(rows.filter(({ recordId }) => gone.has(recordId)).map((row) => row.id));
  const going = [...withdrawn(rows, those, rules, (below) => randomInt(below))];
  if (target === SharedIncident) work.write(keptOf(going.filter((row) => !those.has(row))));
  const records: ThingRecord[] = await work.find(target, { id: going }, true);
  for (const record of records) await work.remove(target, record as never, { as });
  work.write(sql`UPDATE released_row SET row_id = NULL WHERE row_id = ANY(${going}::uuid[])`);
  return going.length;
}

/** Whoever leaves with others goes on being counted, and is known to who kept the edition when the tables are made. */
const keptOf = (rows: readonly string[]): Sql => sql`
  UPDATE released_row w SET told = ${toldOfIncident('o')} FROM released_incident o
  WHERE o.id = w.row_id AND w.row_id = ANY(${[...rows]}::uuid[]) AND NOT EXISTS (
    SELECT FROM published_record c WHERE c.counting = 'incidents' AND c.record_id = w.record_id)`;
