/** The de-identified share of a case, by the rules of `src/domain/casework/case.share.ts`; the tests hold the two against each other. */
import type { CaseStatus } from '../../src/domain/casework/case.codes';
import type { Case } from '../../src/domain/casework/case.entity';
import { SharedCase, SharedIncident } from '../../src/domain/casework/shared-case.entity';
import type { Row } from './batch';
import { month } from './calendar';
import type { ToldIncident } from './incident';
import type { Story } from './story';
import type { Person } from './person';

const unshared: ReadonlySet<CaseStatus> = new Set<CaseStatus>(['DRAFT', 'DUPLICATE', 'WITHDRAWN']);

export function addShare(
  { batch, world, pseudonym }: Story,
  record: Row<Case>,
  person: Person | null,
  incidents: readonly ToldIncident[],
): void {
  if (!world.country.caseSharing || unshared.has(record.status)) return;
  const told = incidents.filter(({ row }) => row.consentReporting && !row.reportedElsewhere).sort(byReport);
  const [first] = told;
  if (!first) return;
  const shared = batch.add(SharedCase, {
    id: pseudonym(record.id),
    version: 1,
    createdAt: monthBegin(record.createdAt),
    updatedAt: monthBegin(record.updatedAt),
    createdById: null,
    openedMonth: firstOf(record.openedAt),
    provinceId: first.provinceId,
    status: record.status,
    source: record.source,
    genderIdentity: person?.genderIdentity ?? null,
    ageBand: person?.ageBand ?? null,
  });
  for (const incident of told) batch.add(SharedIncident, shareOf(incident, shared, pseudonym));
}

const shareOf = (
  { row, provinceId, perpetrators }: ToldIncident,
  { id, version, createdAt, updatedAt, createdById }: Row<SharedCase>,
  pseudonym: Story['pseudonym'],
): Row<SharedIncident> => ({
  id: pseudonym(row.id),
  version,
  createdAt,
  updatedAt,
  createdById,
  sharedCaseId: id,
  month: row.occurredMonth ?? firstOf(row.reportedAt),
  provinceId,
  gbvimsType: row.gbvimsType,
  violationTypes: row.violationTypes,
  violenceForms: row.violenceForms,
  harmKinds: row.harmKinds,
  perpetratorCategories: [...new Set(perpetrators.map(({ category }) => category))].sort(),
});

const byReport = (a: ToldIncident, b: ToldIncident): number =>
  order(a.row.reportedAt, b.row.reportedAt) || order(a.row.id, b.row.id);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstOf = (instant: string): string => month(Date.parse(instant));
const monthBegin = (instant: string): string => `${firstOf(instant)}T00:00:00Z`;
