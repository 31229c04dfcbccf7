/**
 * What a colleague may do, said by those above. The account is the source: it is changed last, when nothing is left that
 * could fail, and before the country commits; its sessions end with it.
 */
import type { AccountChange } from '../../../base/accounts';
import { problem } from '../../../base/problem';
import { assertVersion, ofAnother } from '../../../writing/work-errors';
import { sql } from '../../../base/sql';
import { changing, type Changing } from '../../../model/action-input';
import { field } from '../../../model/input';
import { administers } from '../../../policy/duties';
import { RoleCode } from '../../../policy/role.codes';
import { action } from '../../../writing/action';
import type { Path } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { open } from '../case/case.lifecycle';
import { leaveAll, waitingFor, type Waiting } from './colleague.leaving';
import { endEntrusted, tellOfLeaving, worksOnCases } from './colleague.able';
import { onDuty, tell } from '../notice/notice.sending';

/**
 * The colleague, held, if the actor says what they may do: one of the organisation, of a role that the actor's gives, and
 * never the actor.
 */
async function administered(work: Work, { id, expectedVersion }: Changing): Promise<StaffMember> {
  const member = await work.load(StaffMember, id);
  if (member.organisationId !== work.actor.organisationId) throw ofAnother(['id']);
  assertVersion(member, expectedVersion);
  if (id === work.byId) throw oneself();
  if (!administers(work.actor.role, member.role)) throw above(['id']);
  return member;
}

const oneself = () =>
  problem(
    'SAME_PERSON',
    'Nobody changes what they may do themselves. Ask another administrator.',
    'Ninguém altera o que ele próprio pode fazer. Peça a outro administrador.',
    ['id'],
  );

const above = (path: Path) =>
  problem(
    'NOT_ALLOWED',
    'Your role does not give this role, nor change who has it: it is above your own, or one of the whole country. Ask the operator of the installation.',
    'A sua função não dá esta função, nem altera quem a tem: está acima da sua, ou é de todo o país. Peça ao operador da instalação.',
    path,
  );

/** What waits for a colleague of the actor, held before they are. */
async function waitingForOwn(work: Work, { id }: Changing): Promise<Waiting> {
  const [member] = await work.find(StaffMember, { id });
  return member?.organisationId === work.actor.organisationId ? waitingFor(work, id) : { cases: [], alerts: [] };
}

/** Has the colleague and then the account say it, after what waited for them was given to others; whatever was written before is known to have worked. */
async function change(
  work: Work,
  member: StaffMember,
  now: AccountChange,
  more: Values<StaffMember> = {},
  waiting?: Waiting,
): Promise<void> {
  await work.update(StaffMember, member, { ...now, ...more });
  if (waiting) await leaveAll(work, member.id, waiting);
  await work.query(sql`SELECT 1`);
  const { app, address, requestId } = work.ctx;
  await app.accounts.change(work.country, member.id, now, { address, requestId });
}

action(
  {
    name: 'changeStaffRole',
    of: StaffMember,
    label: { en: 'change the role of a colleague', pt: 'mudar a função de um colega' },
    description:
      'Gives a colleague of the organisation another role, never one above the caller’s; their sessions end at once.',
    duty: 'staffAdministration',
    input: changing(StaffMember, {
      description: 'What giving a colleague another role takes.',
      fields: { role: field({ type: RoleCode, description: 'The new role.', becomes: 'StaffMember.role' }) },
    }),
  },
  async (work, { role, ...input }) => {
    const waiting = worksOnCases(role) ? undefined : await waitingForOwn(work, input);
    const member = await administered(work, input);
    if (!administers(work.actor.role, role)) throw above(['role']);
    if (role === member.role) return member.id;
    if (!worksOnCases(role)) {
      await endEntrusted(work, member.id);
      if (worksOnCases(member.role)) await tellOfLeaving(work, member);
    }
    await change(work, member, { role }, {}, waiting);
    return member.id;
  },
);

for (const [name, active] of [
  ['disableStaffMember', false],
  ['enableStaffMember', true],
] as const)
  action(
    {
      name,
      of: StaffMember,
      label: active
        ? { en: 'let a colleague in again', pt: 'voltar a deixar entrar um colega' }
        : { en: 'let a colleague in no longer', pt: 'deixar de dar acesso a um colega' },
      description: active
        ? 'Lets a colleague of the organisation sign in again.'
        : 'Lets a colleague of the organisation in no longer: sessions end at once, and nothing is assigned to them.',
      duty: 'staffAdministration',
      input: changing(StaffMember, {
        description: active
          ? 'What letting a colleague in again takes.'
          : 'What letting a colleague in no longer takes.',
      }),
    },
    async (work, input) => {
      const waiting = active ? undefined : await waitingForOwn(work, input);
      const member = await administered(work, input);
      if (member.active === active) return member.id;
      if (!active) await tellOfLeaving(work, member);
      await change(work, member, { active }, {}, waiting);
      return member.id;
    },
  );

action(
  {
    name: 'releaseStaffMember',
    of: StaffMember,
    label: { en: 'let a colleague move to another organisation', pt: 'deixar um colega mudar para outra organização' },
    description:
      'Lets a colleague move to another organisation of the country; an administrator there agrees with takeOnStaffMember. Without an organisation it is taken back.',
    duty: 'staffAdministration',
    input: changing(StaffMember, { description: 'What letting a colleague move takes.' }),
  },
  async (work, { values: { movingToId = null }, ...input }) => {
    const member = await administered(work, input);
    if (movingToId !== null) {
      await work.load(Organisation, movingToId, { right: 'read', path: ['movingToId'] });
      if (movingToId === member.organisationId) throw there();
      await assertNothingLeft(work, member, ['id']);
    }
    await work.update(StaffMember, member, { movingToId });
    const told = movingToId === null ? [] : await onDuty(work, 'staffAdministration', movingToId);
    await tell(work, 'COLLEAGUE_OFFERED', told, null, member.id);
    return member.id;
  },
);

/** Whoever moves leaves no case without somebody who works on it. @throws ProblemError CASES_LEFT */
async function assertNothingLeft(work: Work, { id, organisationId }: StaffMember, path: Path): Promise<void> {
  const [left] = await work.query(sql`
    SELECT FROM "case" WHERE organisation_id = ${organisationId} AND closed_off_at IS NULL
      AND ((owner_id = ${id} AND status = ANY(${open})) OR (created_by_id = ${id} AND status = 'DRAFT')) LIMIT 1`);
  if (!left) return;
  throw problem(
    'CASES_LEFT',
    'The colleague still has open cases, or drafts. A supervisor hands the cases over first; the drafts are registered, discarded by their maker, or given to somebody else and withdrawn.',
    'O colega ainda tem casos em aberto, ou rascunhos. Primeiro um supervisor entrega os casos; os rascunhos são registados, descartados por quem os fez, ou dados a outra pessoa e retirados.',
    path,
  );
}

const there = () =>
  problem('INVALID_INPUT', 'The colleague works there already.', 'O colega já trabalha nessa organização.', [
    'movingToId',
  ]);

/** Nothing goes along: what the colleague had before stays where it is. */
action(
  {
    name: 'takeOnStaffMember',
    of: StaffMember,
    label: { en: 'take on a colleague from another organisation', pt: 'receber um colega de outra organização' },
    description:
      'Takes on a colleague whom another organisation lets move; their sessions end, and nothing of what they had there stays open to them.',
    duty: 'staffAdministration',
    input: changing(StaffMember, { description: 'What taking on a colleague takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const { organisationId } = work.actor;
    const [offered] = await work.find(StaffMember, { id });
    const waiting = offered?.movingToId === organisationId ? await waitingFor(work, id) : undefined;
    const member = await work.load(StaffMember, id, { expectedVersion });
    if (member.movingToId === null || member.movingToId !== organisationId) throw notOffered();
    if (!administers(work.actor.role, member.role)) throw above(['id']);
    await assertNothingLeft(work, member, ['id']);
    await endEntrusted(work, id);
    await tellOfLeaving(work, member);
    await change(work, member, { organisationId }, { movingToId: null, childProtection: false }, waiting);
    return id;
  },
);

const notOffered = () =>
  problem(
    'NOT_ALLOWED',
    'The colleague’s organisation has to let them move first.',
    'A organização do colega tem de o deixar mudar primeiro.',
    ['id'],
  );
