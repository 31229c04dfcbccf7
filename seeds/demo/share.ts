/** The de-identified share of a case, by the rules of `src/domain/casework/case/case.share.ts`; the tests hold the two against each other. */
import type { CaseStatus } from '../../src/domain/casework/case/case.codes';
import type { Case } from '../../src/domain/casework/case/case.entity';
import { SharedCase, SharedIncident } from '../../src/domain/casework/case/shared-case.entity';
import type { Row } from './batch';
import { dayIn } from '../../src/base/calendar';
import { monthOf } from '../../src/writing/moments';
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
  if (!world.country.caseSharing || unshared.has(record.status) || record.restrictedAt) return;
  const { timezone } = world.country;
  const told = incidents.filter(({ row }) => row.consentReporting && !row.reportedElsewhere).sort(byReport);
  const [first] = told;
  if (!first) return;
  const shared = batch.add(SharedCase, {
    id: pseudonym(record.id),
    version: 1,
    createdAt: monthBegin(record.createdAt, timezone),
    updatedAt: monthBegin(record.updatedAt, timezone),
    createdById: null,
    openedMonth: firstOf(record.openedAt, timezone),
    provinceId: first.provinceId,
    status: record.status,
    source: record.source,
    genderIdentity: person?.genderIdentity ?? null,
    ageBand: person?.ageBand ?? null,
  });
  for (const incident of told) batch.add(SharedIncident, shareOf(incident, shared, timezone, pseudonym));
}

const shareOf = (
  { row, provinceId, perpetrators }: ToldIncident,
  { id, version, createdAt, updatedAt, createdById }: Row<SharedCase>,
  timezone: string,
  pseudonym: Story['pseudonym'],
): Row<SharedIncident> => ({
  id: pseudonym(row.id),
  version,
  createdAt,
  updatedAt,
  createdById,
  sharedCaseId: id,
  month: row.occurredMonth ?? firstOf(row.reportedAt, timezone),
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
const firstOf = (instant: string, timezone: string): string => monthOf(dayIn(timezone, new Date(instant)));
const monthBegin = (instant: string, timezone: string): string => `${firstOf(instant, timezone)}T00:00:00Z`;
