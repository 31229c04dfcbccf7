/** Offices in an association: who came into one, and who left it. */
import { changing, making } from '../../model/action-input';
import { one, part } from '../../model/input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { notTomorrow, now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { LeaderName, LeaderRole } from './leader-role.entity';
import { assertNameable, eraseNames, keepName } from './leader-role.naming';
import { MemberAssociation } from './member-association.entity';

const leaderName = part('leaderName', LeaderName, {
  description: 'Who holds an office. Sealed; with the person’s consent alone.',
  relies: ['name'],
});
const person = one(leaderName, { nullable: true, description: 'Who holds it, where the person agreed to be named.' });

action(
  {
    name: 'recordLeaderRole',
    of: LeaderRole,
    label: { en: 'record who leads', pt: 'registar quem dirige' },
    description: 'Records that somebody holds or held an office in an association; by name with consent alone.',
    input: making(LeaderRole, {
      description: 'What recording an office takes.',
      relies: ['associationId'],
      fields: { person },
    }),
  },
  async (work, { id, values, person: named }) => {
    assertDays(work, values);
    await work.linked(MemberAssociation, values.associationId, ['associationId']);
    if (named) await assertNameable(work, values);
    const roleId = await work.insert(LeaderRole, { ...values, id });
    if (named) await keepName(work, roleId, named.values.name);
    return roleId;
  },
);

action(
  {
    name: 'updateLeaderRole',
    of: LeaderRole,
    label: { en: 'correct or end the office', pt: 'corrigir ou terminar o cargo' },
    description:
      'Corrects an office, or says that it is held no longer. A consent that is taken back erases the name at once.',
    input: changing(LeaderRole, {
      description: 'What correcting an office takes; what is left out stays as it is.',
      fields: { person },
    }),
  },
  async (work, { id, expectedVersion, values, person: named }) => {
    const role = await work.load(LeaderRole, id, { expectedVersion });
    const told = { ...role, ...values };
    assertDays(work, told);
    if (named) await assertNameable(work, told);
    await work.update(LeaderRole, role, values);
    if (named) await keepName(work, id, named.values.name);
    else if (!told.nameConsent) await eraseNames(work, [id]);
    return id;
  },
);

action(
  {
    name: 'voidLeaderRole',
    of: LeaderRole,
    label: { en: 'take the office out, as recorded in error', pt: 'retirar o cargo, registado por engano' },
    description: 'Takes an office out of all lists, since it was recorded in error, and erases the name.',
    input: changing(LeaderRole, { description: 'What taking an office out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const role = await work.load(LeaderRole, id, { expectedVersion });
    await work.update(LeaderRole, role, { voidedAt: now() });
    await eraseNames(work, [id]);
    return id;
  },
);

function assertDays(work: Work, { heldFrom, heldUntil, trained, trainedOn }: Values<LeaderRole>): void {
  const check = new InputCheck();
  notTomorrow(check, heldFrom, work.day(), ['heldFrom']);
  notTomorrow(check, trainedOn, work.day(), ['trainedOn']);
  if (heldUntil && heldFrom && heldUntil < heldFrom) {
    check.refuse(['heldUntil'], {
      en: 'The last day in office cannot be before the first.',
      pt: 'O último dia no cargo não pode ser anterior ao primeiro.',
    });
  }
  if (trainedOn && !trained) {
    check.refuse(['trainedOn'], {
      en: 'Only somebody who was trained has a day of training. Say that the person was trained, or leave the day out.',
      pt: 'Só quem recebeu formação tem um dia de formação. Indique que a recebeu, ou não indique o dia.',
    });
  }
  check.done();
}
