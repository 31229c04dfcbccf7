/** Where the newest incident of a case happened: there services are needed, unless somebody says otherwise. */
import type { Work } from '../../../writing/work';
import { Incident } from './incident.entity';

/** @returns the id of the district; null where none is known */
export async function districtOf(work: Work, caseId: string): Promise<string | null> {
  const incidents = await work.find(Incident, { caseId, voidedAt: null });
  const [newest] = incidents.sort((a, b) => Date.parse(b.reportedAt) - Date.parse(a.reportedAt));
  return newest?.districtId ?? null;
}
