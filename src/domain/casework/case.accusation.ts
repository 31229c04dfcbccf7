/** A colleague is accused in a case: from then on nothing of it, or of what else is done for the survivor, exists for that account. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { newId } from '../../writing/record-id';
import { asSystem } from '../../writing/system-write';
import type { Values, Work } from '../../writing/work';
import { StaffMember } from '../organisation/staff-member.entity';
import { AccusedColleague, CaseMember } from './case-member.entity';
import { Case } from './case.entity';
import { nextStatus } from './case.step';
import { always, byItself, restrict, shutting } from './case.restriction';

const inherited = asSystem(AccusedColleague, 'Who is accused in one case of a survivor is shut out of the next.');

action(
  {
    name: 'accuseColleague',
    of: AccusedColleague,
    label: { en: 'record that a colleague is accused', pt: 'registar que um colega é acusado' },
    description:
      'Records that a colleague is accused in a case, and restricts it: from then on nothing of it exists for that account, in whatever role.',
    duty: 'caseWork',
    input: making(AccusedColleague, {
      description: 'What naming an accused colleague takes.',
      relies: ['caseId', 'accusedId'],
    }),
    steps: always,
  },
  async (work, { id, values: { caseId, accusedId } }) => {
    const record = await work.load(Case, caseId, { right: 'read', path: ['caseId'] });
    await work.load(StaffMember, accusedId, { right: 'read', path: ['accusedId'] });
    if (accusedId === work.byId) throw oneself();
    const cases = await concerned(work, record);
    const made = id ?? newId();
    for (const one of cases) await accuse(work, one, accusedId, one.id === record.id ? made : undefined);
    return made;
  },
);

/** The case, and whatever else the organisation handles of the same survivor: all held. */
async function concerned(work: Work, record: Case): Promise<Case[]> {
  const { id, survivorId, organisationId } = record;
  await nextStatus(work, record);
  return work.find(Case, survivorId === null ? { id } : { survivorId, organisationId }, true);
}

/** Shuts an account out of a case. @throws ProblemError where it is accused there already, in the case that is named */
async function accuse(work: Work, record: Case, accusedId: string, id: string | undefined): Promise<void> {
  const { id: caseId, dataKeyId } = record;
  const [standing] = await work.find(AccusedColleague, { caseId, accusedId, voidedAt: null });
  if (standing && id !== undefined) throw already();
  if (!standing) await work.insert(AccusedColleague, { id, caseId, accusedId, dataKeyId });
  await restrict(work, record, 'ACCUSED_COLLEAGUE', accusedId);
  await shutOut(work, record, accusedId);
}

const already = () =>
  problem('ALREADY_EXISTS', 'This colleague is accused in the case already.', 'Este colega já é acusado no caso.', [
    'accusedId',
  ]);

/** A new case of a survivor is shut to whoever is accused in another one that the organisation handles. */
export async function shutAsOthers(work: Work, record: Case, others: readonly Case[]): Promise<void> {
  const own = others.filter(({ organisationId }) => organisationId === record.organisationId);
  const standing = await work.find(AccusedColleague, { caseId: own.map(({ id }) => id), voidedAt: null });
  for (const accusedId of new Set(standing.map((one) => one.accusedId))) {
    await work.insert(
      AccusedColleague,
      { caseId: record.id, accusedId, dataKeyId: record.dataKeyId },
      { as: inherited },
    );
    await restrict(work, record, 'ACCUSED_COLLEAGUE', accusedId);
    await shutOut(work, record, accusedId);
  }
}

const oneself = () =>
  problem(
    'INVALID_INPUT',
    'Nobody can record an accusation against themself: the case would be out of their sight.',
    'Ninguém pode registar uma acusação contra si próprio: o caso deixaria de lhe ser visível.',
    ['accusedId'],
  );

/** The accused has the case no more, and is none of those to whom it is open. */
async function shutOut(work: Work, record: Case, accusedId: string): Promise<void> {
  const changes: Values<Case> = {
    ...(record.ownerId === accusedId && { ownerId: work.byId }),
    restrictionReason: 'ACCUSED_COLLEAGUE',
  };
  await work.update(Case, record, changes, { as: shutting });
  const memberships = await work.find(CaseMember, { caseId: record.id, memberId: accusedId, endedAt: null }, true);
  for (const one of memberships) await work.update(CaseMember, one, { endedAt: now() }, { as: byItself });
}

action(
  {
    name: 'withdrawAccusation',
    of: AccusedColleague,
    label: { en: 'withdraw the accusation', pt: 'retirar a acusação' },
    description:
      'Withdraws an accusation, or one that was recorded in error. It takes two: the first asks, another person does it. The case stays restricted.',
    duty: 'restriction',
    input: changing(AccusedColleague, { description: 'What withdrawing an accusation takes.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const accusation = await work.load(AccusedColleague, id, { expectedVersion });
    const { withdrawalAskedById: asked } = accusation;
    if (asked === work.byId) throw takesTwoToWithdraw();
    const step = asked === null ? { withdrawalAskedById: work.byId } : { voidedAt: now() };
    await work.update(AccusedColleague, accusation, { ...values, ...step });
    return id;
  },
);

const takesTwoToWithdraw = () =>
  problem(
    'SAME_PERSON',
    'You asked for it already; somebody else has to withdraw the accusation.',
    'Já o pediu; outra pessoa tem de retirar a acusação.',
  );
