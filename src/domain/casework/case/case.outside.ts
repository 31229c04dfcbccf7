/**
 * A supervisor of another organisation, for one case in which nobody of its own can supervise. They act for the case's
 * organisation, in its records: nothing passes to their own, and nobody else there sees anything.
 */
import { problem } from '../../../base/problem';
import { sql } from '../../../base/sql';
import { asking } from '../../../model/action-input';
import { field } from '../../../model/input';
import { duties } from '../../../policy/duties';
import { action } from '../../../writing/action';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { CaseMember } from './case-member.entity';
import { reasonNeeded } from './case-note.inputs';
import { Case } from './case.entity';
import {
  byItself,
  endOutside,
  accusedIn,
  isSupervisor,
  notRestricted,
  numbered,
  supervising,
  tellUnsupervised,
} from './case.members';
import { keepReason } from './case.step';
import { tell } from '../notice/notice.sending';

action(
  {
    name: 'nameOutsideSupervisor',
    of: CaseMember,
    label: {
      en: 'have a supervisor of another organisation supervise the case',
      pt: 'pôr um supervisor de outra organização a supervisionar o caso',
    },
    description:
      'Has a supervisor of another organisation of the country supervise a restricted case, where each of its own is accused in it or there is none: that case alone and its coded part, until removeFromCase ends it or the case is open to a supervisor of its own again.',
    duty: 'privacy',
    input: asking(CaseMember, {
      description: 'What naming a supervisor of another organisation takes.',
      fields: {
        memberId: field({
          type: 'uuid',
          of: () => StaffMember,
          description: 'The supervisor.',
          becomes: 'CaseMember.memberId',
        }),
        displayId: field({ type: 'text', description: 'Short number of the case, as the notice tells it.' }),
        reason: reasonNeeded,
      },
    }),
  },
  async (work, { memberId, displayId, reason }) => {
    await work.load(StaffMember, memberId, { right: 'read', path: ['memberId'] });
    const record = await watched(work, displayId);
    if (!record?.restrictedAt) throw notRestricted('displayId');
    const accused = await accusedIn(work, record.id);
    await assertOutside(work, record, memberId, accused);
    await assertNobodyThere(work, record, accused);
    const member = await work.insert(CaseMember, { caseId: record.id, memberId }, { as: byItself });
    await work.update(Case, record, { outsideSupervisorId: memberId }, { as: supervising });
    await keepReason(work, record, reason);
    await tell(work, 'CASE_RESTRICTED', [memberId], record);
    await tell(work, 'OUTSIDE_SUPERVISOR_NAMED', [record.ownerId], record, memberId);
    await askForTheirs(work, memberId);
    return member;
  },
);

/** The case, held; nothing for who is accused in it. */
async function watched(work: Work, displayId: string): Promise<Case | undefined> {
  const id = await numbered(work, displayId);
  if (id === undefined || (await accusedIn(work, id)).has(work.actor.accountId)) return undefined;
  const [record] = await work.find(Case, { id }, true);
  return record;
}

/** @throws ProblemError where somebody of the organisation can supervise the case, or somebody of another does */
async function assertNobodyThere(work: Work, record: Case, accused: ReadonlySet<string>): Promise<void> {
  if (record.outsideSupervisorId !== null) throw namedAlready();
  const colleagues = await work.find(StaffMember, { organisationId: record.organisationId, active: true });
  if (colleagues.some((one) => isSupervisor(one) && !accused.has(one.id))) throw supervisorLeft();
}

const namedAlready = () =>
  problem(
    'ALREADY_EXISTS',
    'A supervisor of another organisation has the case already. To name another, close the case to this one first.',
    'Um supervisor de outra organização já tem o caso. Para nomear outro, feche primeiro o caso a este.',
    ['displayId'],
  );

const supervisorLeft = () =>
  problem(
    'SUPERVISOR_LEFT',
    'A supervisor of the organisation itself can have the case. Open the case to them: it then goes no further.',
    'Um supervisor da própria organização pode ter o caso. Abra-lhe o caso: assim não vai mais longe.',
    ['displayId'],
  );

/** @throws ProblemError for who is accused as for anybody who cannot supervise it, so that nobody learns who it is */
async function assertOutside(
  work: Work,
  { organisationId: there }: Case,
  memberId: string,
  accused: ReadonlySet<string>,
): Promise<void> {
  const [colleague] = await work.find(StaffMember, { id: memberId }, true);
  const organisationId = colleague?.organisationId ?? there;
  if (colleague && isSupervisor(colleague) && organisationId !== there && !accused.has(memberId)) return;
  throw problem(
    'INVALID_INPUT',
    'This colleague cannot supervise the case: it takes an active supervisor of another organisation of the country.',
    'Este colega não pode supervisionar o caso: é preciso um supervisor activo de outra organização do país.',
    ['memberId'],
  );
}

/** What they read is asked for it from now on. Last, when nothing is left that could fail: it opens nothing by itself. */
async function askForTheirs(work: Work, memberId: string): Promise<void> {
  await work.query(sql`SELECT 1`);
  const { app, address, requestId } = work.ctx;
  await app.accounts.nameElsewhere(work.country, memberId, { address, requestId });
}

sweep({
  name: 'endOutsideSupervision',
  label: {
    en: 'end of the supervision of a case from another organisation',
    pt: 'fim da supervisão de um caso a partir de outra organização',
  },
  description:
    'ends the supervision of cases from other organisations where a supervisor of their own has them again, or who was named supervises no more',
  writes: [byItself, supervising],
  run: end,
});

/** What somebody may do changes in many ways, also outside of the country: here it is seen whichever it was. */
async function end(work: Work): Promise<number> {
  const roles = [...duties.supervision];
  const supervised = sql`FROM case_member m JOIN staff_member s ON s.id = m.member_id
    WHERE m.case_id = c.id AND m.ended_at IS NULL AND s.active AND s.role = ANY(${roles})`;
  const due = await work.query<{ id: string }>(sql`
    SELECT c.id FROM "case" c WHERE c.outside_supervisor_id IS NOT NULL AND (
      EXISTS (SELECT ${supervised} AND s.organisation_id = c.organisation_id)
      OR NOT EXISTS (SELECT ${supervised} AND s.id = c.outside_supervisor_id))
    ORDER BY c.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE OF c SKIP LOCKED`);
  if (due.length === 0) return 0;
  const cases = await work.find(Case, { id: due.map(({ id }) => id) }, true);
  for (const record of cases) {
    await endOutside(work, record);
    await tellUnsupervised(work, record);
  }
  return cases.length;
}
