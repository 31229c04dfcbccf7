/** A colleague is accused in a case: from then on nothing of it, or of what else is done for the survivor, exists for that account. */
import { notFound, problem } from '../../../base/problem';
import { sql } from '../../../base/sql';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import { newId } from '../../../writing/record-id';
import { asSystem } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import { passAlertsOn } from '../alert/emergency-alert.accused';
import { StaffMember } from '../../organisation/staff-member.entity';
import { AccusedColleague } from './case-member.entity';
import { Case } from './case.entity';
import { nextStatus } from './case.step';
import { endMembership, shutting, tellUnsupervised } from './case.members';
import { passOnOfShut } from '../colleague/colleague.passing-on';
import { followOwner } from '../follow-up/follow-up.people';
import { always, restrict } from './case.restriction';

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

/**
 * The case, and whatever else the organisation handles of the same survivor, or of the same story told twice: all held.
 * @throws ProblemError NOT_FOUND where the case went to another organisation meanwhile
 */
async function concerned(work: Work, record: Case): Promise<Case[]> {
  const { id: named, organisationId } = record;
  await nextStatus(work, record);
  const story = await work.query<{ id: string }>(sql`
    WITH RECURSIVE story AS (
      SELECT id, survivor_id, duplicate_of_id FROM "case" WHERE id = ${named}
      UNION SELECT c.id, c.survivor_id, c.duplicate_of_id FROM "case" c JOIN story s
        ON c.survivor_id = s.survivor_id OR c.duplicate_of_id = s.id OR c.id = s.duplicate_of_id
      WHERE c.organisation_id = ${organisationId})
    SELECT id FROM story`);
  const held = await work.find(Case, { id: story.map(({ id }) => id) }, true);
  const cases = held.filter((one) => one.organisationId === organisationId);
  if (!cases.some(({ id }) => id === named)) throw notFound(['caseId']);
  return cases;
}

/** Shuts an account out of a case. @throws ProblemError where it is accused there already, in the case that is named */
async function accuse(work: Work, record: Case, accusedId: string, id: string | undefined): Promise<void> {
  const { id: caseId, dataKeyId } = record;
  const [standing] = await work.find(AccusedColleague, { caseId, accusedId, voidedAt: null });
  if (standing && id !== undefined) throw already();
  if (!standing) await work.insert(AccusedColleague, { id, caseId, accusedId, dataKeyId });
  await restrict(work, record, 'ACCUSED_COLLEAGUE', accusedId);
  await shutOut(work, record, accusedId);
  await tellUnsupervised(work, record);
}

const already = () =>
  problem('ALREADY_EXISTS', 'This colleague is accused in the case already.', 'Este colega já é acusado no caso.', [
    'accusedId',
  ]);

/** A case of a survivor, or that tells the same, is shut to whoever is accused in another one that the organisation handles. */
export async function shutAsOthers(work: Work, record: Case, others: readonly Case[]): Promise<void> {
  const own = others.filter(({ organisationId }) => organisationId === record.organisationId);
  const ids = [record, ...own].map(({ id }) => id);
  const standing = await work.find(AccusedColleague, { caseId: ids, voidedAt: null });
  const shut = new Set(standing.filter(({ caseId }) => caseId === record.id).map((one) => one.accusedId));
  const accused = new Set(standing.map((one) => one.accusedId));
  const added = [...accused].filter((one) => !shut.has(one));
  for (const accusedId of added) {
    await work.insert(
      AccusedColleague,
      { caseId: record.id, accusedId, dataKeyId: record.dataKeyId },
      { as: inherited },
    );
    await restrict(work, record, 'ACCUSED_COLLEAGUE', accusedId);
    await shutOut(work, record, accusedId);
  }
  if (added.length > 0) await tellUnsupervised(work, record);
}

const oneself = () =>
  problem(
    'INVALID_INPUT',
    'Nobody can record an accusation against themself: the case would be out of their sight.',
    'Ninguém pode registar uma acusação contra si próprio: o caso deixaria de lhe ser visível.',
    ['accusedId'],
  );

/** The accused has the case no more, and is none of those to whom it is open. No case is had from another organisation. */
async function shutOut(work: Work, record: Case, accusedId: string): Promise<void> {
  const heir = record.organisationId === work.actor.organisationId ? work.byId : null;
  const changes: Values<Case> = {
    ...(record.ownerId === accusedId && { ownerId: heir }),
    ...(record.outsideSupervisorId === accusedId && { outsideSupervisorId: null }),
    restrictionReason: 'ACCUSED_COLLEAGUE',
  };
  await work.update(Case, record, changes, { as: shutting });
  await followOwner(work, record, accusedId);
  await endMembership(work, record.id, accusedId);
  await passOnOfShut(work, record);
  await passAlertsOn(work, record.id);
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
