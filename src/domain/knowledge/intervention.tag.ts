/** An activity says of which intervention it is part. */
import { problem } from '../../base/problem';
import type { Work } from '../../writing/work';
import { Intervention } from './intervention.entity';

/** @throws ProblemError NOT_FOUND; INVALID_INPUT where it is another organisation’s, who would see half of it */
export async function assertIntervention(
  work: Work,
  id: string | null | undefined,
  organisationId: string,
): Promise<void> {
  if (!id) return;
  const path = ['interventionId'];
  const intervention = await work.linked(Intervention, id, path);
  if (intervention.organisationId === organisationId) return;
  throw problem(
    'INVALID_INPUT',
    'This intervention is of another organisation. Choose one of the organisation whose activity it is.',
    'Esta intervenção é de outra organização. Escolha uma da organização a que pertence a actividade.',
    path,
  );
}
