/** Deciding on possible duplicates: pointing one out, two people after all, looking again. */
import { notFound, problem } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { inOneRound } from '../../../writing/one-round';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { Survivor } from '../survivor/survivor.entity';
import { PossibleDuplicate } from './possible-duplicate.entity';
import { duplicateLifecycle, keepingApart, pointing, reconsidering } from './possible-duplicate.lifecycle';

action(
  {
    name: 'pointOutDuplicate',
    of: PossibleDuplicate,
    label: { en: 'point out a possible duplicate', pt: 'assinalar um possível duplicado' },
    description: 'Says that two survivors whom the organisation has on record may be one person.',
    duty: 'caseManagement',
    input: making(PossibleDuplicate, {
      description: 'What pointing out a possible duplicate takes; in either order.',
      relies: ['survivorId', 'otherId'],
    }),
    steps: pointing,
  },
  async (work, { id, values: { survivorId, otherId } }) => {
    const [one, other] = await inOneRound([
      work.load(Survivor, survivorId, { right: 'read', path: ['survivorId'] }),
      work.load(Survivor, otherId, { right: 'read', path: ['otherId'] }),
    ]);
    if (one.id === other.id) throw itself();
    const { organisationId } = work.actor;
    if (organisationId === null) throw notFound(['survivorId']);
    await assertFollowed(work, one, organisationId, 'survivorId');
    await assertFollowed(work, other, organisationId, 'otherId');
    const known = await work.find(PossibleDuplicate, { organisationId, survivorId: [one.id, other.id] });
    if (known.some((pair) => [one.id, other.id].includes(pair.otherId))) throw already();
    const [earlier, later] = one.createdAt <= other.createdAt ? [one, other] : [other, one];
    const status = duplicateLifecycle.step(null, work.action, {});
    const pair = { survivorId: later.id, otherId: earlier.id, organisationId, ground: 'COLLEAGUE', status } as const;
    return work.insert(PossibleDuplicate, { id, ...pair });
  },
);

/** A receiver of a referral sees a survivor whom another organisation follows. */
async function assertFollowed(
  work: Work,
  { id: survivorId }: Survivor,
  organisationId: string,
  name: string,
): Promise<void> {
  if ((await work.find(Case, { survivorId, organisationId })).length === 0) throw notFound([name]);
}

action(
  {
    name: 'keepSurvivorsApart',
    of: PossibleDuplicate,
    label: { en: 'say that they are two people', pt: 'dizer que são duas pessoas' },
    description: 'Says that two survivors on record are two people: the possible duplicate is not offered again.',
    duty: 'caseManagement',
    input: changing(PossibleDuplicate, { description: 'What keeping two survivors apart takes.' }),
    steps: keepingApart,
  },
  (work, { id, expectedVersion }) => decide(work, id, expectedVersion),
);

action(
  {
    name: 'reconsiderDuplicate',
    of: PossibleDuplicate,
    label: { en: 'look at a possible duplicate again', pt: 'voltar a ver um possível duplicado' },
    description: 'Says that it is not decided after all whether two survivors on record are one person.',
    duty: 'caseManagement',
    input: changing(PossibleDuplicate, { description: 'What looking at a possible duplicate again takes.' }),
    steps: reconsidering,
  },
  (work, { id, expectedVersion }) => decide(work, id, expectedVersion),
);

async function decide(work: Work, id: string, expectedVersion: number): Promise<string> {
  const pair = await work.load(PossibleDuplicate, id, { expectedVersion });
  const status = duplicateLifecycle.step(pair.status, work.action, {});
  const decided = status === 'OPEN' ? { decidedAt: null, decidedById: null } : decidedBy(work);
  await work.update(PossibleDuplicate, pair, { status, ...decided });
  return id;
}

export const decidedBy = (work: Work): Pick<PossibleDuplicate, 'decidedAt' | 'decidedById'> => ({
  decidedAt: now(),
  decidedById: work.byId,
});

const itself = () =>
  problem('INVALID_INPUT', 'These are one and the same record. Name two.', 'É um e o mesmo registo. Indique dois.', [
    'otherId',
  ]);
const already = () =>
  problem(
    'ALREADY_EXISTS',
    'These two are on record as a possible duplicate already. Decide on that one.',
    'Estas duas já constam como possível duplicado. Decida sobre esse.',
    ['otherId'],
  );
