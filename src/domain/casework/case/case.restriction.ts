/** Cases that are open to named colleagues alone: a child's, a well-known survivor's, and those in which a colleague is accused. */
import { problem } from '../../../base/problem';
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { reasonNeeded } from './case-note.inputs';
import { AccusedColleague } from './case-member.entity';
import { passOnOfShut } from '../colleague/colleague.passing-on';
import { endPendingTransfers } from '../transfer/case-transfer.end';
import type { RestrictionReason } from './case.codes';
import { Case } from './case.entity';
import { caseLifecycle, every, same } from './case.lifecycle';
import { endOutside, nameMembers, notRestricted, shutting, tellUnsupervised } from './case.members';
import { keepReason, nextStatus } from './case.step';

/** To shut somebody out is protection, and no work that a withdrawal or a closure could end. */
export const always = [caseLifecycle.on({ from: every, to: same })];

/**
 * Has a case open to those alone who have to have it: who made it, who has it, who manages and supervises there. Where
 * somebody is accused, it is said afterwards whether somebody supervises it still.
 */
export async function restrict(work: Work, record: Case, reason: RestrictionReason, accusedId?: string): Promise<void> {
  if (record.restrictedAt) return;
  const changes = { restrictedAt: now(), restrictionReason: reason, openingAskedById: null };
  await work.update(Case, record, changes, { as: shutting });
  await nameMembers(work, record, accusedId);
  if (accusedId === undefined) {
    await tellUnsupervised(work, record);
    await passOnOfShut(work, record);
  }
  await endPendingTransfers(work, record, 'the restriction of the case');
}

action(
  {
    name: 'restrictCase',
    of: Case,
    label: { en: 'restrict the case to named colleagues', pt: 'restringir o caso a colegas nomeados' },
    description:
      'Has a case open to named colleagues alone: who made it, who has it, who manages cases and supervises there. Others are named with admitToCase.',
    duty: 'caseWork',
    input: changing(Case, { description: 'What restricting a case takes.', relies: ['restrictionReason'] }),
    steps: always,
  },
  async (work, { id, expectedVersion, values }) => {
    const record = await work.load(Case, id, { expectedVersion });
    await nextStatus(work, record);
    if (record.restrictedAt) throw restricted();
    await restrict(work, record, values.restrictionReason);
    return id;
  },
);

const restricted = () => problem('RESTRICTED', 'The case is restricted already.', 'O caso já está restrito.');

action(
  {
    name: 'askToOpenCase',
    of: Case,
    label: { en: 'ask that the restricted case be opened', pt: 'pedir que o caso restrito seja aberto' },
    description: 'Asks that a restricted case be opened again; a supervisor who did not ask agrees with openCase.',
    duty: 'caseManagement',
    input: changing(Case, { description: 'What asking to open a case takes.', fields: { reason: reasonNeeded } }),
  },
  async (work, { id, expectedVersion, reason }) => {
    const record = await work.load(Case, id, { expectedVersion });
    if (!record.restrictedAt) throw notRestricted('id');
    await assertNobodyAccused(work, id);
    await work.update(Case, record, { openingAskedById: work.byId });
    await keepReason(work, record, reason);
    return id;
  },
);

action(
  {
    name: 'openCase',
    of: Case,
    label: { en: 'open the restricted case to the organisation', pt: 'abrir o caso restrito à organização' },
    description: 'Opens a restricted case to the organisation again; somebody else has asked for it.',
    duty: 'supervision',
    input: changing(Case, { description: 'What opening a restricted case takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const record = await work.load(Case, id, { expectedVersion });
    if (!record.restrictedAt) throw notRestricted('id');
    await assertNobodyAccused(work, id);
    if (record.openingAskedById === null || record.openingAskedById === work.byId) throw takesTwo();
    await endOutside(work, record);
    await work.update(Case, record, { restrictedAt: null, restrictionReason: null, openingAskedById: null });
    return id;
  },
);

async function assertNobodyAccused(work: Work, caseId: string): Promise<void> {
  if ((await work.find(AccusedColleague, { caseId, voidedAt: null })).length === 0) return;
  throw problem(
    'ACCUSATION_STANDS',
    'A colleague is accused in this case, so it stays restricted. If the accusation was made in error, it has to be withdrawn first.',
    'Um colega é acusado neste caso, por isso continua restrito. Retire primeiro a acusação, se for o caso.',
  );
}

const takesTwo = () =>
  problem(
    'SAME_PERSON',
    'It takes two: somebody asks that the case be opened, another supervisor agrees.',
    'São precisas duas pessoas: uma pede que o caso seja aberto, outro supervisor concorda.',
  );
