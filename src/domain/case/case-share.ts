/** What a country shares of its cases with the region: derived here, in the transaction that changes the case. */
import { ident, join, raw, sql, type Sql } from '../../database/sql';
import type { Work } from '../../database/work';
import { nobody } from '../../database/work-ledger';
import { attributeOf } from '../../database/work-statements';
import type { ThingRecord } from '../../graph/record';
import { thingOf, type Constructor } from '../../graph/thing';
import { countryOf } from '../country/own-country';
import type { CaseStatus } from './case.codes';
import { Case } from './case.entity';
import { SharedCase, SharedIncident } from './shared-case.entity';

/** Not yet a case, no case of its own, or no case any more. */
const unshared: readonly CaseStatus[] = ['DRAFT', 'DUPLICATE', 'WITHDRAWN'];

type Content<T> = Omit<T, keyof ThingRecord>;
type Shared<T> = Content<T> & { readonly id: string };

/**
 * Brings the share of a case up to date: written, changed or removed. To be called whenever the case, its survivor, an
 * incident or a consent changes. A case of which no incident may be reported is not shared at all.
 */
export async function refreshShare(work: Work, caseId: string): Promise<void> {
  if (!(await countryOf(work)).caseSharing) return;
  // Two that refresh one case come one after the other, and the second sees what the first did.
  const [record] = await work.find(Case, { id: caseId }, true);
  if (!record) return;
  const id = pseudonym(work, caseId);
  const [share, cases, incidents] = await Promise.all([
    shareOf(work, record, id),
    work.find(SharedCase, { id }),
    work.find(SharedIncident, { sharedCaseId: id }),
  ]);
  const kept = new Set(share?.incidents.map((incident) => incident.id));
  for (const gone of incidents.filter((incident) => !kept.has(incident.id))) await work.remove(SharedIncident, gone);
  if (!share) {
    for (const gone of cases) await work.remove(SharedCase, gone);
    return;
  }
  await put(work, SharedCase, share.case, cases[0]);
  for (const incident of share.incidents) {
    await put(
      work,
      SharedIncident,
      incident,
      incidents.find((one) => one.id === incident.id),
    );
  }
}

const pseudonym = (work: Work, id: string): string => work.ctx.app.vault.pseudonym(work.country, id);

interface Share {
  readonly case: Shared<SharedCase>;
  readonly incidents: readonly Shared<SharedIncident>[];
}

async function shareOf(work: Work, record: Case, id: string): Promise<Share | null> {
  if (unshared.includes(record.status)) return null;
  const [[content], incidents] = await Promise.all([
    work.query<Content<SharedCase>>(caseContent(record.id)),
    work.query<Shared<SharedIncident>>(incidentContents(record.id)),
  ]);
  const [first] = incidents;
  if (!content || !first) return null;
  return {
    case: { id, ...content, provinceId: first.provinceId },
    incidents: incidents.map((incident) => ({ ...incident, id: pseudonym(work, incident.id), sharedCaseId: id })),
  };
}

const caseContent = (caseId: string): Sql => sql`
  SELECT date_trunc('month', c.opened_at)::date AS "openedMonth", c.status, c.source,
    s.gender_identity AS "genderIdentity", s.age_band AS "ageBand"
  FROM "case" c LEFT JOIN survivor s ON s.id = c.survivor_id
  WHERE c.id = ${caseId}`;

/** Only what the survivor agreed to have reported, and what no other organisation reports already. */
const incidentContents = (caseId: string): Sql => sql`
  SELECT i.id, coalesce(i.occurred_month, date_trunc('month', i.reported_at)::date) AS month,
    d.province_id AS "provinceId", i.gbvims_type AS "gbvimsType", i.violation_types AS "violationTypes",
    i.violence_forms AS "violenceForms", i.harm_kinds AS "harmKinds",
    ARRAY(SELECT DISTINCT p.category COLLATE "C" FROM alleged_perpetrator p WHERE p.incident_id = i.id ORDER BY 1)
      AS "perpetratorCategories"
  FROM incident i LEFT JOIN district d ON d.id = i.district_id
  WHERE i.case_id = ${caseId} AND i.consent_reporting AND NOT i.reported_elsewhere
  ORDER BY i.reported_at, i.id`;

/**
 * Writes a row of the share unless it is there already as it should be. `Work` would put down the moment and the
 * author, and either could lead back to the case; here the month stands for the moment, and nobody for the author.
 * What goes past `Work` is noted in its ledger, so that audit trail and change feed have it.
 */
async function put<T extends ThingRecord>(
  work: Work,
  target: Constructor<T>,
  wanted: Shared<T>,
  held: T | undefined,
): Promise<void> {
  const thing = thingOf(target);
  const names = Object.keys(wanted).sort();
  const of = (row: object): string => JSON.stringify(names.map((name) => (row as Record<string, unknown>)[name]));
  if (held && of(held) === of(wanted)) return;
  const version = (held?.version ?? 0) + 1;
  const columns = names.map((name) => ident(attributeOf(thing, name).column));
  const values = names.map((name) => sql`${(wanted as Record<string, unknown>)[name]}`);
  await work.query(sql`
    INSERT INTO ${ident(thing.table)} (${join(columns, ', ')}, version, created_at, updated_at)
    VALUES (${join(values, ', ')}, ${version}, ${thisMonth}, ${thisMonth})
    ON CONFLICT (id) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at,
      ${join(
        columns.map((name) => sql`${name} = excluded.${name}`),
        ', ',
      )}`);
  work.ledger.record(held ? 'UPDATE' : 'INSERT', thing, { id: wanted.id }, version, nobody);
}

const thisMonth = raw(`date_trunc('month', now())`);
