/** Naming those who review breaches of the code of conduct of a platform: an administrator of the organisation that hosts it does. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { rolesThatMay } from '../../policy/rights';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { Platform } from '../movement/platform.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { PlatformReviewer } from './platform-reviewer.entity';

action(
  {
    name: 'namePlatformReviewer',
    of: PlatformReviewer,
    label: { en: 'name a reviewer', pt: 'nomear um revisor' },
    description:
      'Names a colleague who from now on reads and reviews breaches of the code of conduct of a platform; never oneself.',
    duty: 'staffAdministration',
    input: making(PlatformReviewer, {
      description: 'What naming a reviewer takes.',
      relies: ['platformId', 'memberId'],
    }),
  },
  async (work, { id, values }) => {
    const { platformId, memberId } = values;
    // Held until the end, so that nobody is named twice at once. What was reported waits for a reviewer also where the
    // platform was recorded in error; nobody is told whether something was.
    const platform = await work.load(Platform, platformId, { path: ['platformId'], voided: true });
    const member = await work.load(StaffMember, memberId, { right: 'read', path: ['memberId'] });
    if (member.id === work.actor.accountId) throw oneself();
    const isOurs = member.active && member.organisationId === platform.organisationId;
    if (!isOurs || !rolesThatMay('read', 'CONDUCT').some((role) => role === member.role)) throw notAble();
    const held = await work.find(PlatformReviewer, { platformId: platform.id, memberId: member.id, endedAt: null });
    if (held.length > 0) throw namedAlready();
    return work.insert(PlatformReviewer, { id, platformId: platform.id, memberId: member.id });
  },
);

action(
  {
    name: 'endPlatformReviewer',
    of: PlatformReviewer,
    label: { en: 'end the part of a reviewer', pt: 'terminar a função de um revisor' },
    description: 'Ends that a colleague is a reviewer: from now on nothing that was reported is open to the account.',
    duty: 'staffAdministration',
    input: changing(PlatformReviewer, { description: 'What ending the part of a reviewer takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const reviewer = await work.load(PlatformReviewer, id, { expectedVersion });
    await work.update(PlatformReviewer, reviewer, { endedAt: reviewer.endedAt ?? now() });
    return id;
  },
);

const oneself = () =>
  problem(
    'SAME_PERSON',
    'Nobody names themselves. Ask another administrator.',
    'Ninguém se nomeia a si próprio. Peça a outro administrador.',
    ['memberId'],
  );

const notAble = () =>
  problem(
    'INVALID_INPUT',
    'A reviewer is an active colleague of the organisation that hosts the platform, with a role that works with people. Name somebody else.',
    'Um revisor é um colega activo da organização que acolhe a plataforma, com uma função de trabalho com pessoas. Nomeie outra pessoa.',
    ['memberId'],
  );

const namedAlready = () =>
  problem('ALREADY_NAMED', 'The colleague is a reviewer already.', 'O colega já é revisor.', ['memberId']);
