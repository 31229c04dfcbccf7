/** Whose an activity is: the actor's own organisation's, unless their rights are those of the whole country. */
import type { Work } from '../../writing/work';
import { problem } from '../../base/problem';
import { actorScopes } from '../../policy/rights';
import { Organisation } from '../organisation/organisation.entity';

/** @throws ProblemError NOT_FOUND; INVALID_INPUT where the organisation must be named, or is not the actor's to name */
export async function organisationOfActivity(work: Work, given: string | null | undefined): Promise<string> {
  const path = ['organisationId'];
  const { organisationId: own } = work.actor;
  const named = given ? (await work.load(Organisation, given, { right: 'read', path })).id : own;
  if (named === null) {
    throw problem('INVALID_INPUT', 'Name the organisation.', 'Indique a organização.', path);
  }
  if (named === own || actorScopes(work.actor, 'ACTIVITY', 'write').includes('country')) return named;
  throw problem(
    'INVALID_INPUT',
    'You record activities of your own organisation only. Leave the organisation out.',
    'Só regista actividades da sua própria organização. Não indique a organização.',
    path,
  );
}
