/** What a country shares of its cases with the region: derived here, in the transaction that changes the case. */
import { ident, join, raw, sql, type Sql } from '../../../base/sql';
import { asSystem, type SystemWrite } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { nobody } from '../../../writing/work-ledger';
import { attributeOf, tableOf } from '../../../writing/work-statements';
import type { ThingRecord } from '../../../model/record';
import { countryOf, knownCountry } from '../../country/country.own';
import type { CaseStatus } from './case.codes';
import { Case } from './case.entity';
import { SharedCase, SharedIncident } from './shared-case.entity';

/** Not yet a case, no case of its own, or no case any more. */
const unshared: readonly CaseStatus[] = ['DRAFT', 'DUPLICATE', 'WITHDRAWN'];

/** Where so few are shared, a child would be recognised. Who is of unknown age is shared as such. */
const isShared = ({ status, ageBand }: Pick<SharedCase, 'status' | 'ageBand'>): boolean =>
  !unshared.includes(status) && ageBand !== 'UNDER_18';

const derived = 'What the country shares of a case follows from whatever changes the case.';
const shareOfCases = asSystem(SharedCase, derived);
const shareOfIncidents = asSystem(SharedIncident, derived);

type Content<T> = Omit<T, keyof ThingRecord>;
type Shared<T> = Content<T> & { readonly id: string };

/**
 * Has the share of a case brought up to date at the end: written, changed or removed. To be called whenever the case,
 * its survivor, an incident or a consent changes. A case of which no incident may be reported is not shared at all, nor is
 * a minor's.
 */
export const refreshShare = (work: Work, caseId: string): void => work.atEnd(refreshShares, caseId);

async function refreshShares(work: Work, caseIds: readonly string[]): Promise<void> {
  if (knownCountry(work)?.caseSharing === false) return;
  // Two that refresh one case come one after the other, and the second sees what the first did.
  work.hold(Case, caseIds);
  const ids = caseIds.map((id) => pseudonym(work, id));
  const [country, cases, incidents, heldCases, heldIncidents] = await Promise.all([
    countryOf(work),
    work.query<CaseContent>(caseContents(caseIds)),
    work.query<IncidentContent>(incidentContents(caseIds)),
    work.find(SharedCase, { id: ids }, true),
    work.find(SharedIncident, { sharedCaseId: ids }, true),
  ]);
  if (!country.caseSharing) return;
  const share = shareOf(work, cases, incidents);
  for (const gone of without(heldIncidents, share.incidents))
    await work.remove(SharedIncident, gone, { as: shareOfIncidents });
  for (const gone of without(heldCases, share.cases)) await work.remove(SharedCase, gone, { as: shareOfCases });
  put(work, shareOfCases, share.cases, heldCases);
  put(work, shareOfIncidents, share.incidents, heldIncidents);
}

const pseudonym = (work: Work, id: string): string => work.ctx.app.vault.pseudonym(work.country, id);

function without<T extends { readonly id: string }>(rows: readonly T[], kept: readonly { readonly id: string }[]): T[] {
  const ids = new Set(kept.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id));
}

/** What is shared of a case, under the id of the case itself; likewise of an incident. */
type CaseContent = Shared<Omit<SharedCase, 'provinceId'>> & Pick<Case, 'closedOffAt' | 'restrictedAt'>;
type IncidentContent = Shared<Omit<SharedIncident, 'sharedCaseId'>> & { readonly caseId: string };

interface Share {
  readonly cases: Shared<SharedCase>[];
  readonly incidents: Shared<SharedIncident>[];
}

function shareOf(work: Work, cases: readonly CaseContent[], incidents: readonly IncidentContent[]): Share {
  const share: Share = { cases: [], incidents: [] };
  for (const { id: caseId, closedOffAt, restrictedAt, ...content } of cases) {
    const own = incidents.filter((incident) => incident.caseId === caseId);
    const [first] = own;
    if (!first || !isShared(content) || closedOffAt || restrictedAt) continue;
    const id = pseudonym(work, caseId);
    share.cases.push({ id, ...content, provinceId: first.provinceId });
    for (const { caseId: _, ...incident } of own) {
      share.incidents.push({ ...incident, id: pseudonym(work, incident.id), sharedCaseId: id });
    }
  }
  return share;
}

/** The first day of the month that it was in the country. */
const monthOf = (moment: Sql): Sql =>
  sql`(SELECT date_trunc('month', ${moment} AT TIME ZONE timezone)::date FROM country)`;

const caseContents = (caseIds: readonly string[]): Sql => sql`
  SELECT c.id, ${monthOf(sql`c.opened_at`)} AS "openedMonth", c.status, c.source,
    s.gender_identity AS "genderIdentity", s.age_band AS "ageBand", c.closed_off_at AS "closedOffAt", c.restricted_at AS "restrictedAt"
  FROM "case" c LEFT JOIN survivor s ON s.id = c.survivor_id
  WHERE c.id = ANY(${caseIds}::uuid[])`;

/** Only what the survivor agreed to have reported, and what no other organisation reports already. */
const incidentContents = (caseIds: readonly string[]): Sql => sql`
  SELECT i.id, i.case_id AS "caseId", coalesce(i.occurred_month, ${monthOf(sql`i.reported_at`)}) AS month,
    d.province_id AS "provinceId", i.gbvims_type AS "gbvimsType", i.violation_types AS "violationTypes",
    i.violence_forms AS "violenceForms", i.harm_kinds AS "harmKinds",
    ARRAY(SELECT DISTINCT p.category COLLATE "C" FROM alleged_perpetrator p WHERE p.incident_id = i.id AND p.voided_at IS NULL ORDER BY 1)
      AS "perpetratorCategories"
  FROM incident i LEFT JOIN district d ON d.id = i.district_id
  WHERE i.case_id = ANY(${caseIds}::uuid[]) AND i.voided_at IS NULL AND i.consent_reporting AND NOT i.reported_elsewhere
  ORDER BY i.reported_at, i.id`;

/**
 * Writes rows of the share unless they are there already as they should be. `Work` would put down the moment and the
 * author, and either could lead back to the case; here the month stands for the moment, and nobody for the author.
 * What goes past `Work` is noted in its ledger, so that audit trail and change feed have it.
 */
function put<T extends ThingRecord>(
  work: Work,
  as: SystemWrite,
  wanted: readonly Shared<T>[],
  held: readonly T[],
): void {
  const { thing } = as;
  work.admit(thing, { as });
  const names = Object.keys(wanted[0] ?? {}).sort();
  const before = new Map(held.map((row) => [row.id, row]));
  const of = (row: object | undefined): string =>
    JSON.stringify(row && names.map((name) => (row as Record<string, unknown>)[name]));
  const rows = wanted
    .filter((row) => of(before.get(row.id)) !== of(row))
    .map((row) => ({ ...row, version: (before.get(row.id)?.version ?? 0) + 1 }));
  if (rows.length === 0) return;
  const columns = [...names, 'version'].map((name) => ident(attributeOf(thing, name).column));
  work.write(sql`
    INSERT INTO ${ident(thing.table)} (${join(columns, ', ')}, created_at, updated_at)
    SELECT ${join(columns, ', ')}, ${thisMonth}, ${thisMonth} FROM ${tableOf(thing, [...names, 'version'])(rows)}
    ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at,
      ${join(
        columns.map((name) => sql`${name} = excluded.${name}`),
        ', ',
      )}`);
  for (const { id, version } of rows) {
    work.ledger.record(version > 1 ? 'UPDATE' : 'INSERT', thing, { id }, version, nobody);
  }
}

const thisMonth = raw(`(SELECT date_trunc('month', now() AT TIME ZONE timezone) AT TIME ZONE 'UTC' FROM country)`);
