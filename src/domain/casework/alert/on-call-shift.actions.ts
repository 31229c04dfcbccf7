/** The roster: who is on call, changed and cancelled by those who supervise. */
import { sql } from '../../../base/sql';
import { changing, making, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import { District } from '../../country/place.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { tell } from '../notice/notice.sending';
import { notOver, onCallLifecycle, shiftStays } from './emergency-alert.lifecycle';
import { answering } from './emergency-alert.people';
import { OnCallShift } from './on-call-shift.entity';

action(
  {
    name: 'planOnCall',
    of: OnCallShift,
    label: { en: 'plan a shift on call', pt: 'planear um turno de piquete' },
    description: 'Says that a colleague is on call for emergency alerts of the organisation; they are told.',
    duty: 'supervision',
    input: making(OnCallShift, {
      description: 'What planning a shift on call takes.',
      relies: ['memberId', 'startsAt', 'endsAt'],
    }),
    steps: [onCallLifecycle.on({ from: [], to: 'PLANNED', guards: [notOver] })],
  },
  async (work, { id, values }) => {
    const { organisationId } = work.actor;
    if (organisationId === null) throw new Error(`${work.actor.role} plans shifts of no organisation`);
    await assertShift(work, { districtCodes: [], ...values });
    await answering(work, values.memberId, { organisationId, caseId: null }, ['memberId']);
    await assertOnce(work, { districtCodes: [], ...values, id: null });
    const status = onCallLifecycle.step(null, work.action, { over: isOver(values) });
    const made = await work.insert(OnCallShift, { ...values, id, organisationId, status });
    await tell(work, 'ON_CALL_PLANNED', [values.memberId], null);
    return made;
  },
);

action(
  {
    name: 'changeOnCall',
    of: OnCallShift,
    label: { en: 'change the shift on call', pt: 'alterar o turno de piquete' },
    description: 'Changes a shift on call that has not ended, or corrects it; who has it, and who had it, are told.',
    duty: 'supervision',
    input: changing(OnCallShift, { description: 'What changing a shift takes; what is left out stays as it is.' }),
    steps: [onCallLifecycle.on({ from: ['PLANNED'], to: shiftStays, guards: [notOver] })],
  },
  async (work, { id, expectedVersion, values }) => {
    const { memberId } = await work.load(OnCallShift, id, { right: 'read', path: ['id'] });
    // Whoever has it, or is to have it, is held first: as whoever plans a shift of theirs, or ends theirs, holds them.
    await work.find(StaffMember, { id: values.memberId ?? memberId }, true);
    const shift = await work.load(OnCallShift, id, { expectedVersion });
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    await assertShift(work, { ...shift, ...given });
    if (values.memberId)
      await answering(work, values.memberId, { organisationId: shift.organisationId, caseId: null }, ['memberId']);
    await assertOnce(work, { ...shift, ...given });
    return step(work, shift, given);
  },
);

action(
  {
    name: 'cancelOnCall',
    of: OnCallShift,
    label: { en: 'cancel the shift on call', pt: 'cancelar o turno de piquete' },
    description: 'Cancels a shift on call that has not ended; who had it is told.',
    duty: 'supervision',
    input: changing(OnCallShift, { description: 'What cancelling a shift takes.' }),
    steps: [onCallLifecycle.on({ from: ['PLANNED'], to: 'CANCELLED', guards: [notOver] })],
  },
  async (work, { id, expectedVersion }: Changing) =>
    step(work, await work.load(OnCallShift, id, { expectedVersion }), {}),
);

async function step(work: Work, shift: OnCallShift, changes: Values<OnCallShift>): Promise<string> {
  const former = shift.memberId;
  const status = onCallLifecycle.step(shift.status, work.action, { over: isOver(shift) });
  await work.update(OnCallShift, shift, { ...changes, status });
  await tell(work, 'ON_CALL_CHANGED', [former, shift.memberId], null);
  return shift.id;
}

const isOver = ({ endsAt }: { readonly endsAt: string }): boolean => Date.parse(endsAt) <= Date.now();

type Told = Pick<OnCallShift, 'startsAt' | 'endsAt' | 'districtCodes'>;

/** Nobody is on call for longer than a month without a break. */
const MOST = 31 * 86_400_000;

/** @throws ProblemError INVALID_INPUT with everything that does not fit */
async function assertShift(work: Work, { startsAt, endsAt, districtCodes }: Told): Promise<void> {
  const check = new InputCheck();
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  if (length <= 0) check.refuse(['endsAt'], endsFirst);
  if (length > MOST) check.refuse(['endsAt'], tooLong);
  const known = new Set((await work.find(District, { code: districtCodes })).map(({ code }) => code));
  districtCodes.forEach((code, at) => {
    if (!known.has(code)) check.refuse(['districtCodes', at], noDistrict);
  });
  check.done();
}

type Planned = Pick<OnCallShift, 'memberId' | 'startsAt' | 'endsAt' | 'districtCodes'> & { readonly id: string | null };

/**
 * Nobody is on call twice at the same time for the same district: the next who is called is somebody else. What is over
 * calls nobody. The colleague is
 * held, so that of two shifts planned at once one sees the other.
 * @throws ProblemError INVALID_INPUT
 */
async function assertOnce(work: Work, { id, memberId, startsAt, endsAt, districtCodes }: Planned): Promise<void> {
  const [other] = await work.query(sql`
    SELECT FROM on_call_shift s WHERE s.member_id = ${memberId} AND s.status = 'PLANNED'
      AND s.id IS DISTINCT FROM ${id}::uuid AND s.starts_at < ${endsAt}::timestamptz AND s.ends_at > greatest(${startsAt}::timestamptz, now())
      AND (s.district_codes = '{}' OR ${districtCodes}::text[] = '{}' OR s.district_codes && ${districtCodes}::text[])
    LIMIT 1`);
  if (!other) return;
  const check = new InputCheck();
  check.refuse(['memberId'], onCallAlready);
  check.done();
}

const onCallAlready = {
  en: 'This colleague is on call then already, for the same district: if they do not answer, somebody else has to be called. Choose another colleague, or change or cancel the other shift.',
  pt: 'Este colega já está de piquete nessas horas, para o mesmo distrito: se não responder, tem de se chamar outra pessoa. Escolha outro colega, ou altere ou cancele o outro turno.',
};
const endsFirst = {
  en: 'It ends before it begins. Give a later end, or an earlier beginning.',
  pt: 'Termina antes de começar. Indique um fim posterior, ou um início anterior.',
};
const tooLong = {
  en: 'A shift lasts at most 31 days. Plan several.',
  pt: 'Um turno dura no máximo 31 dias. Planeie vários.',
};
const noDistrict = {
  en: 'The country has no district of this code. Take one of its districts.',
  pt: 'O país não tem nenhum distrito com este código. Use um dos seus distritos.',
};
