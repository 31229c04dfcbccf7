/** Cases that are open to named colleagues alone: a child's, a well-known survivor's, and those in which a colleague is accused. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { hasDuty, mayUse } from '../../policy/rights';
import { action } from '../../writing/action';
import type { Path } from '../../writing/input';
import { now } from '../../writing/moments';
import { asSystem } from '../../writing/system-write';
import type { Work } from '../../writing/work';
import { StaffMember } from '../organisation/staff-member.entity';
import { reasonNeeded } from './case-note.inputs';
import { AccusedColleague, CaseMember } from './case-member.entity';
import { endPendingTransfers } from './case-transfer.end';
import type { RestrictionReason } from './case.codes';
import { Case } from './case.entity';
import { caseLifecycle, every, same } from './case.lifecycle';
import { refreshShare } from './case.share';
import { keepReason, nextStatus } from './case.step';
import { ableColleague, hasToHave, notAble } from './colleague.able';
import { onDuty, tell } from './notice.sending';

export const byItself = asSystem(CaseMember, 'Whoever has to have a restricted case is named when it is restricted.');
export const shutting = asSystem(Case, 'An accusation restricts the case, whoever makes it.');
/** To shut somebody out is protection, and no work that a withdrawal or a closure could end. */
export const always = [caseLifecycle.on({ from: every, to: same })];

/** Has a case open to those alone who have to have it: who made it, who has it, who manages and supervises there. */
export async function restrict(work: Work, record: Case, reason: RestrictionReason, accusedId?: string): Promise<void> {
  if (record.restrictedAt) return;
  const changes = { restrictedAt: now(), restrictionReason: reason, openingAskedById: null };
  await work.update(Case, record, changes, { as: shutting });
  await nameMembers(work, record, accusedId);
  await endPendingTransfers(work, record, 'the restriction of the case');
  refreshShare(work, record.id);
}

/** Who has to have a restricted case, but for who is accused in it. */
export async function nameMembers(
  work: Work,
  record: Pick<
    Case,
    'id' | 'displayId' | 'restrictedAt' | 'ownerId' | 'createdById' | 'organisationId' | 'restrictionReason'
  >,
  accusedId?: string,
): Promise<void> {
  const colleagues = await work.find(StaffMember, { organisationId: record.organisationId, active: true });
  const staff = colleagues.filter((one) => hasToHave(one, record));
  const actor = record.organisationId === work.actor.organisationId ? work.byId : null;
  const wanted = [record.createdById, record.ownerId, actor, ...staff.map(({ id }) => id)];
  const members = new Set(wanted.filter((id): id is string => id !== null && id !== accusedId));
  const rows = [...members].map((memberId) => ({ caseId: record.id, memberId }));
  await work.insertAll(CaseMember, rows, { as: byItself });
  await tell(work, 'CASE_RESTRICTED', [...members], record);
  const isSupervised = staff.some(({ id, role: one }) => id !== accusedId && hasDuty('supervision', one));
  if (!isSupervised) await tell(work, 'SUPERVISOR_NEEDED', await onDuty(work, 'privacy'), record);
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
    name: 'admitToCase',
    of: CaseMember,
    label: { en: 'open the restricted case to a colleague', pt: 'abrir o caso restrito a um colega' },
    description: 'Opens a restricted case to a colleague of the organisation that handles it.',
    duty: 'restriction',
    input: making(CaseMember, {
      description: 'What opening a case to a colleague takes.',
      relies: ['caseId', 'memberId'],
    }),
  },
  async (work, { id, values: { caseId, memberId } }) => {
    await work.load(StaffMember, memberId, { right: 'read', path: ['memberId'] });
    const record = await watched(work, caseId);
    if (!record?.restrictedAt) throw notRestricted();
    await ableColleague(work, memberId, record.organisationId, ['memberId']);
    const [held] = await work.find(CaseMember, { caseId, memberId, endedAt: null });
    if (held) throw admitted();
    const member = await admit(work, record, memberId, ['memberId'], id);
    await tell(work, 'CASE_RESTRICTED', [memberId], record);
    return member;
  },
);

const admitted = () =>
  problem('ALREADY_EXISTS', 'The case is open to this colleague already.', 'O caso já está aberto a este colega.', [
    'memberId',
  ]);

/** The case, held: as the actor sees it, or, for who watches over the country's people without seeing cases, unless accused. */
async function watched(work: Work, caseId: string): Promise<Case | undefined> {
  const reads = mayUse(work.actor.role, 'CASE_OPERATIONS', 'read');
  if (reads) await work.load(Case, caseId, { right: 'read', path: ['caseId'] });
  const accusations = await work.find(AccusedColleague, { caseId, accusedId: work.actor.accountId, voidedAt: null });
  const [record] = accusations.length > 0 ? [] : await work.find(Case, { id: caseId }, true);
  return record;
}

const notRestricted = () =>
  problem(
    'NOT_RESTRICTED',
    'There is no such restricted case. A case that is not restricted is open to the organisation.',
    'Não há tal caso restrito. Um caso sem restrição está aberto à organização.',
    ['caseId'],
  );

/**
 * Opens a restricted case to a colleague who can work on it. @returns the id of the membership
 * @throws ProblemError for who is accused: as for anybody who cannot work on it, so that nobody learns who it is
 */
export async function admit(
  work: Work,
  { id: caseId }: Pick<Case, 'id'>,
  memberId: string,
  path: Path,
  id?: string | null,
): Promise<string> {
  const accusations = await work.find(AccusedColleague, { caseId, accusedId: memberId, voidedAt: null });
  if (accusations.length > 0) throw notAble(path);
  const [held] = await work.find(CaseMember, { caseId, memberId, endedAt: null }, true);
  return held?.id ?? (await work.insert(CaseMember, { id, caseId, memberId }, { as: byItself }));
}

action(
  {
    name: 'removeFromCase',
    of: CaseMember,
    label: { en: 'close the restricted case to a colleague', pt: 'fechar o caso restrito a um colega' },
    description: 'Closes a restricted case to a colleague again; not to who has it, nor to the last who supervises it.',
    duty: 'restriction',
    input: changing(CaseMember, { description: 'What closing a case to a colleague takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const { caseId } = await work.load(CaseMember, id, { right: 'read' });
    const [record] = await work.find(Case, { id: caseId }, true);
    const member = await work.load(CaseMember, id, { expectedVersion });
    if (record && member.endedAt === null) await assertDispensable(work, record, member);
    await work.update(CaseMember, member, { endedAt: member.endedAt ?? now() });
    return id;
  },
);

/** A case is never left with nobody who has it, or who supervises it. */
async function assertDispensable(work: Work, { id: caseId, ownerId }: Case, { memberId }: CaseMember): Promise<void> {
  const members = await work.find(CaseMember, { caseId, endedAt: null });
  const others = members.map((one) => one.memberId).filter((one) => one !== memberId);
  const staff = await work.find(StaffMember, { id: [...others, memberId], active: true });
  const supervises = (one: StaffMember): boolean => hasDuty('supervision', one.role);
  const supervising = staff.filter(supervises).map(({ id }) => id);
  const last = supervising.includes(memberId) && supervising.length === 1;
  if (memberId !== ownerId && others.length > 0 && !last) return;
  throw problem(
    'INVALID_INPUT',
    'This colleague has the case, or is the last to whom it is open, or who supervises it. Assign it, or admit somebody else, first.',
    'Este colega tem o caso, ou é o último a quem está aberto, ou que o supervisiona. Atribua-o, ou abra-o a outra pessoa, primeiro.',
    ['id'],
  );
}

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
    if (!record.restrictedAt) throw notRestricted();
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
    if (!record.restrictedAt) throw notRestricted();
    await assertNobodyAccused(work, id);
    if (record.openingAskedById === null || record.openingAskedById === work.byId) throw takesTwo();
    await work.update(Case, record, { restrictedAt: null, restrictionReason: null, openingAskedById: null });
    refreshShare(work, id);
    return id;
  },
);

async function assertNobodyAccused(work: Work, caseId: string): Promise<void> {
  if ((await work.find(AccusedColleague, { caseId, voidedAt: null })).length === 0) return;
  throw problem(
    'ACCUSATION_STANDS',
    'A colleague is accused in this case, so it stays restricted. Withdraw the accusation first, if it was.',
    'Um colega é acusado neste caso, por isso continua restrito. Retire primeiro a acusação, se for o caso.',
  );
}

const takesTwo = () =>
  problem(
    'SAME_PERSON',
    'It takes two: somebody asks that the case be opened, another supervisor agrees.',
    'São precisas duas pessoas: uma pede que o caso seja aberto, outro supervisor concorda.',
  );
