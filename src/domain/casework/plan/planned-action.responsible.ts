/** Who sees to it that something planned is done: a colleague who has the case, and what follows when they have it no longer. */
import { problem } from '../../../base/problem';
import type { Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';
import type { Case } from '../case/case.entity';
import { ableColleague } from '../colleague/colleague.able';
import { hasCase } from '../colleague/colleague.holding';
import { PlannedAction } from './planned-action.entity';

/** @throws ProblemError NOT_FOUND, INVALID_INPUT for who cannot work on the case, or does not see it */
export async function assertResponsible(
  work: Work,
  record: Pick<Case, 'id' | 'organisationId'>,
  id: string,
  path: Path,
): Promise<void> {
  const colleague = await ableColleague(work, id, record.organisationId, path);
  if (await hasCase(work, record.id, colleague)) return;
  throw problem(
    'INVALID_INPUT',
    'This colleague does not see the case. Assign the case to them, or name somebody who sees it.',
    'Este colega não vê o caso. Atribua-lhe o caso, ou indique alguém que o veja.',
    path,
  );
}

/** What a colleague was to see to in a case passes on, or to whoever has the case. */
export async function passActions(work: Work, caseId: string, from: string | null, to: string | null): Promise<void> {
  if (from === null) return;
  for (const one of await work.find(PlannedAction, { caseId, responsibleId: from, status: 'PLANNED' }, true))
    await work.update(PlannedAction, one, { responsibleId: to });
}

/** Nobody of the organisation that a case came from sees to anything in it. */
export async function releaseActions(work: Work, caseId: string): Promise<void> {
  for (const one of await work.find(PlannedAction, { caseId, status: 'PLANNED' }, true))
    if (one.responsibleId !== null) await work.update(PlannedAction, one, { responsibleId: null });
}
