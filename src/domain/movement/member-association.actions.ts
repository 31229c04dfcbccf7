/** How an association comes into a platform and leaves it, and what is said of it. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { ConductCheck } from '../conduct/code-of-conduct.entity';
import { Province } from '../country/place.entity';
import { CapacityAssessment } from './capacity-assessment.entity';
import { LeaderRole } from './leader-role.entity';
import { MemberAssociation } from './member-association.entity';
import { membershipLifecycle, same } from './member-association.lifecycle';
import { MemberCount } from './member-count.entity';
import { assertBare, assertPast } from './movement.parts';
import { Platform } from './platform.entity';

action(
  {
    name: 'registerMemberAssociation',
    of: MemberAssociation,
    label: { en: 'register an association that applies', pt: 'registar uma associação candidata' },
    description: 'Registers an association that wants to join a platform; admitting it is a step of its own.',
    input: making(MemberAssociation, {
      description: 'What registering an association takes.',
      relies: ['platformId'],
    }),
    steps: [membershipLifecycle.on({ from: [], to: 'APPLIED' })],
  },
  async (work, { id, values }) => {
    await work.load(Platform, values.platformId, { path: ['platformId'] });
    await checkProvince(work, values.provinceId);
    return work.insert(MemberAssociation, { ...values, id, status: membershipLifecycle.step(null, work.action) });
  },
);

action(
  {
    name: 'admitMemberAssociation',
    of: MemberAssociation,
    label: { en: 'admit the association', pt: 'admitir a associação' },
    description: 'Admits an association to the platform, or again; today unless said otherwise.',
    input: changing(MemberAssociation, { description: 'What admitting an association takes.' }),
    steps: [membershipLifecycle.on({ from: ['APPLIED', 'LEFT'], to: 'MEMBER' })],
  },
  (work, input) =>
    step(work, input, { joinedOn: input.values.joinedOn ?? work.day(), leftOn: null, statusReason: null }),
);

action(
  {
    name: 'suspendMembership',
    of: MemberAssociation,
    label: { en: 'suspend the membership', pt: 'suspender a adesão' },
    description: 'Suspends the membership of an association.',
    input: changing(MemberAssociation, { description: 'What suspending a membership takes.' }),
    steps: [membershipLifecycle.on({ from: ['MEMBER'], to: 'SUSPENDED' })],
  },
  (work, input) => step(work, input, input.values),
);

action(
  {
    name: 'resumeMembership',
    of: MemberAssociation,
    label: { en: 'resume the membership', pt: 'retomar a adesão' },
    description: 'Resumes the membership of an association that was suspended.',
    input: changing(MemberAssociation, { description: 'What resuming a membership takes.' }),
    steps: [membershipLifecycle.on({ from: ['SUSPENDED'], to: 'MEMBER' })],
  },
  (work, input) => step(work, input, { statusReason: null }),
);

action(
  {
    name: 'endMembership',
    of: MemberAssociation,
    label: { en: 'end the membership', pt: 'terminar a adesão' },
    description: 'Ends the membership of an association, or its application; today unless said otherwise.',
    input: changing(MemberAssociation, { description: 'What ending a membership takes.' }),
    steps: [membershipLifecycle.on({ from: ['APPLIED', 'MEMBER', 'SUSPENDED'], to: 'LEFT' })],
  },
  (work, input) => step(work, input, { ...input.values, leftOn: input.values.leftOn ?? work.day() }),
);

const everyStatus = ['APPLIED', 'MEMBER', 'SUSPENDED', 'LEFT'] as const;

action(
  {
    name: 'updateMemberAssociation',
    of: MemberAssociation,
    label: { en: 'correct the association', pt: 'corrigir a associação' },
    description: 'Corrects what is recorded of an association; how it stands with the platform changes by its steps.',
    input: changing(MemberAssociation, {
      description: 'What correcting an association takes; what is left out stays as it is.',
    }),
    steps: [membershipLifecycle.on({ from: everyStatus, to: same })],
  },
  async (work, input) => {
    await checkProvince(work, input.values.provinceId);
    return step(work, input, input.values);
  },
);

action(
  {
    name: 'voidMemberAssociation',
    of: MemberAssociation,
    label: { en: 'take the association out, as recorded in error', pt: 'retirar a associação, registada por engano' },
    description:
      'Takes an association of which no members, capacity, offices or checks are recorded out of all lists, since it was recorded in error. What was reported to the reviewers of the platform stays with them.',
    input: changing(MemberAssociation, { description: 'What taking an association out takes.' }),
    steps: [membershipLifecycle.on({ from: everyStatus, to: same })],
  },
  async (work, input) => {
    // First: who does not see it does not learn that anything hangs on it.
    await work.load(MemberAssociation, input.id, { expectedVersion: input.expectedVersion });
    // No breach is asked for: a refusal for nothing that the caller sees would tell that there is one. Its reviewers keep it.
    const hanging = { associationId: input.id, voidedAt: null };
    assertBare(
      await Promise.all([
        work.find(MemberCount, hanging),
        work.find(CapacityAssessment, hanging),
        work.find(LeaderRole, hanging),
        work.find(ConductCheck, hanging),
      ]),
    );
    return step(work, input, { voidedAt: now() });
  },
);

async function step(
  work: Work,
  { id, expectedVersion }: Changing,
  changes: Values<MemberAssociation>,
): Promise<string> {
  const association = await work.load(MemberAssociation, id, { expectedVersion });
  const status = membershipLifecycle.step(association.status, work.action);
  const { joinedOn = association.joinedOn, leftOn = association.leftOn } = changes;
  assertPast(work, { joinedOn: changes.joinedOn, leftOn: changes.leftOn });
  assertDays(status, joinedOn, leftOn);
  await work.update(MemberAssociation, association, { ...changes, status });
  return id;
}

/** A member has joined and not left; who left did so after joining. */
function assertDays(status: MemberAssociation['status'], joinedOn: string | null, leftOn: string | null): void {
  const check = new InputCheck();
  if (joinedOn === null && (status === 'MEMBER' || status === 'SUSPENDED')) {
    check.refuse(['joinedOn'], {
      en: 'Say on which day the association joined.',
      pt: 'Indique em que dia a associação aderiu.',
    });
  }
  if (joinedOn !== null && status === 'APPLIED') {
    check.refuse(['joinedOn'], {
      en: 'It has not joined yet. Admit it instead.',
      pt: 'Ainda não aderiu. Em vez disso, admita-a.',
    });
  }
  if ((leftOn === null) === (status === 'LEFT')) {
    check.refuse(['leftOn'], {
      en: 'Only an association that left has a day of leaving. Leave it out, or record that it left.',
      pt: 'Só uma associação que saiu tem um dia de saída. Retire-o, ou registe que saiu.',
    });
  }
  if (joinedOn !== null && leftOn !== null && leftOn < joinedOn) {
    check.refuse(['leftOn'], {
      en: 'It cannot have left before it joined.',
      pt: 'Não pode ter saído antes de aderir.',
    });
  }
  check.done();
}

const checkProvince = async (work: Work, id: string | null | undefined): Promise<void> => {
  if (id) await work.load(Province, id, { right: 'read', path: ['provinceId'] });
};
