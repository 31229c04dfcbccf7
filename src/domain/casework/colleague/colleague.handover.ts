/** Cases of a colleague who leaves or is absent: handed over, or worked on by somebody who stands in. */
import { problem } from '../../../base/problem';
import { asking, changing, making } from '../../../model/action-input';
import { field } from '../../../model/input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { AccusedColleague } from '../case/case-member.entity';
import { reasonNeeded } from '../case/case-note.inputs';
import { Case } from '../case/case.entity';
import { caseLifecycle, open, same } from '../case/case.lifecycle';
import { admit } from '../case/case.members';
import { keepReason, takeStep } from '../case/case.step';
import { ableColleague, release } from './colleague.able';
import { followOwner } from '../follow-up/follow-up.people';
import { Deputyship } from './deputyship.entity';
import { passOnOfShut } from './colleague.passing-on';
import { passActions } from '../plan/planned-action.responsible';
import { tell } from '../notice/notice.sending';

const handed = open;

action(
  {
    name: 'handOverCases',
    of: StaffMember,
    label: { en: 'hand the open cases of a colleague over', pt: 'entregar os casos em aberto de um colega' },
    description:
      'Hands all open cases of a colleague over to another of the organisation, who is told. What the other cannot have goes to the caller; drafts stay with their maker and the supervisors.',
    duty: 'supervision',
    input: asking(StaffMember, {
      description: 'What handing over the cases of a colleague takes.',
      fields: {
        fromId: field({ type: 'uuid', of: () => StaffMember, description: 'Who has them; active or not.' }),
        toId: field({ type: 'uuid', of: () => StaffMember, description: 'Who gets them.', becomes: 'Case.ownerId' }),
        reason: reasonNeeded,
      },
    }),
    steps: [caseLifecycle.on({ from: handed, to: same })],
  },
  async (work, { fromId, toId, reason }) => {
    const from = await work.load(StaffMember, fromId, { right: 'read', path: ['fromId'] });
    if (fromId === toId) throw toOneself(['toId']);
    if (from.organisationId !== work.actor.organisationId) throw theirs();
    const cases = await work.among(Case, { ownerId: fromId, status: handed, closedOffAt: null });
    const to = await ableColleague(work, toId, from.organisationId, ['toId']);
    const shut = await shutTo(work, cases, toId);
    const own = shut.size > 0 ? await ableColleague(work, work.actor.accountId, from.organisationId, ['toId']) : to;
    for (const record of cases) await handOver(work, record, shut.has(record.id) ? own : to, reason);
    if (cases.some(({ id }) => !shut.has(id))) await tell(work, 'CASES_HANDED_OVER', [toId], null, fromId);
    return to.id;
  },
);

const toOneself = (path: readonly string[]) =>
  problem(
    'INVALID_INPUT',
    'These are one and the same colleague. Name another.',
    'Trata-se do mesmo colega. Indique outro.',
    path,
  );

/** Who was named to a case of another organisation assigns that one. */
const theirs = () =>
  problem(
    'INVALID_INPUT',
    'The colleague works in another organisation, whose supervisor hands the cases over. A case that you supervise for it you can assign.',
    'O colega trabalha noutra organização, cujo supervisor entrega os casos. Um caso que supervisiona para ela pode atribuir.',
    ['fromId'],
  );

/** In which of the cases somebody is accused: those they never get. */
async function shutTo(work: Work, cases: readonly Case[], accusedId: string): Promise<ReadonlySet<string>> {
  const caseId = cases.map(({ id }) => id);
  const standing = await work.find(AccusedColleague, { caseId, accusedId, voidedAt: null });
  return new Set(standing.map((one) => one.caseId));
}

async function handOver(work: Work, record: Case, heir: StaffMember, reason: string): Promise<void> {
  const { ownerId: formerId } = record;
  if (record.restrictedAt) await admit(work, record, heir, ['toId']);
  await takeStep(work, record, { ownerId: heir.id });
  await followOwner(work, record, formerId);
  await release(work, record, formerId);
  await passActions(work, record.id, formerId, heir.id);
  await passOnOfShut(work, record);
  await keepReason(work, record, reason);
}

const MOST_DAYS = 366;
const DAY = 86_400_000;

action(
  {
    name: 'deputise',
    of: Deputyship,
    label: { en: 'have somebody stand in for a colleague', pt: 'pôr alguém a substituir um colega' },
    description:
      'Has a colleague stand in for an absent one: until the end the cases of the absent one are as the deputy’s own, restricted ones too. It ends by itself.',
    duty: 'supervision',
    input: making(Deputyship, {
      description: 'What standing in takes; it begins now unless said otherwise, and lasts a year at most.',
      relies: ['absentId', 'deputyId', 'endsAt'],
    }),
  },
  async (work, { id, values: { absentId, deputyId, startsAt = now(), endsAt } }) => {
    checkTimes(startsAt, endsAt);
    const absent = await work.load(StaffMember, absentId, { right: 'read', path: ['absentId'] });
    if (absentId === deputyId) throw toOneself(['deputyId']);
    const { organisationId } = absent;
    if (organisationId === null || organisationId !== work.actor.organisationId) throw elsewhere();
    await ableColleague(work, deputyId, organisationId, ['deputyId']);
    await tell(work, 'DEPUTISED', [deputyId], null, absentId);
    return work.insert(Deputyship, { id, organisationId, absentId, deputyId, startsAt, endsAt });
  },
);

const elsewhere = () =>
  problem(
    'INVALID_INPUT',
    'The colleague works in another organisation, whose supervisor names a deputy.',
    'O colega trabalha noutra organização, cujo supervisor nomeia um substituto.',
    ['absentId'],
  );

/** @throws ProblemError INVALID_INPUT */
function checkTimes(startsAt: string, endsAt: string): void {
  const check = new InputCheck();
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (until <= from || until <= Date.now())
    check.refuse(['endsAt'], {
      en: 'It ends before it begins, or is over already. Give a later time.',
      pt: 'Termina antes de começar, ou já terminou. Indique uma hora posterior.',
    });
  else if (until - from > MOST_DAYS * DAY)
    check.refuse(['endsAt'], {
      en: 'Somebody stands in for a year at most. For longer, hand the cases over.',
      pt: 'A substituição dura um ano no máximo. Por mais tempo, entregue os casos.',
    });
  check.done();
}

action(
  {
    name: 'updateDeputyship',
    of: Deputyship,
    label: { en: 'change until when somebody stands in', pt: 'mudar até quando alguém substitui um colega' },
    description: 'Has somebody stand in for longer or shorter; a time that is past ends it now.',
    duty: 'supervision',
    input: changing(Deputyship, {
      description: 'What changing how long somebody stands in takes.',
      relies: ['endsAt'],
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const record = await work.load(Deputyship, id, { expectedVersion });
    const at = now();
    if (record.endsAt <= at) throw over();
    const endsAt = values.endsAt < at ? at : values.endsAt;
    // What has not begun is dropped with its beginning.
    if (endsAt > at) {
      checkTimes(record.startsAt, endsAt);
      await ableColleague(work, record.deputyId, record.organisationId, ['id']);
    }
    await work.update(Deputyship, record, { endsAt });
    return id;
  },
);

const over = () =>
  problem('INVALID_INPUT', 'It has ended. Name a deputy anew.', 'Já terminou. Nomeie de novo um substituto.', ['id']);
