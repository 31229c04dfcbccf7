/** What every step of a complaint has in common: its case is held, its lifecycle asked, when it stalls reckoned anew. */
import { daysAfter } from '../../../base/calendar';
import { problem } from '../../../base/problem';
import type { Changing } from '../../../model/action-input';
import { InputCheck } from '../../../writing/input';
import type { Values, Work } from '../../../writing/work';
import { nobody, type Audience } from '../../../writing/work-ledger';
import { receiversOf } from '../case/case.audience';
import type { Case } from '../case/case.entity';
import { open } from '../case/case.lifecycle';
import type { CaseStatus } from '../case/case.codes';
import { keptOn, workedOn } from '../case/case.step';
import { assertFollows, checkDays } from './complaint.days';
import type { ToldIdentity, ToldNote } from './complaint.inputs';
import { complaintLifecycle, running, type ComplaintFacts } from './complaint.lifecycle';
import { ComplaintMechanism } from './complaint-mechanism.entity';
import { Complaint } from './complaint.entity';
import { ComplaintIdentity, ComplaintNote } from './complaint-record.entity';
import { ComplaintWish } from './complaint-wish.entity';

/** A court takes years: complaints are followed when the organisation has closed the case, too. */
export const complainable: readonly CaseStatus[] = [...open, 'CLOSED'];

/** An authority goes on when the survivor has ended our work: what it decides is recorded, and that she withdraws. */
export const decidedOn: readonly CaseStatus[] = [...complainable, 'WITHDRAWN'];

/** A complaint, and its case where it has one. */
export interface Followed {
  readonly complaint: Complaint;
  readonly of: Case | null;
}

type Asked = Omit<Changing, 'idempotencyKey'>;

/**
 * A complaint that is to be changed. The case is held first, as whatever ends the work on it holds it.
 * @throws ProblemError NOT_FOUND, VERSION_CONFLICT, and what is against work on the case
 */
export const followed = (work: Work, asked: Asked): Promise<Followed> => heldWith(work, asked, workedOn);

/**
 * The same where the survivor may have ended the consent to services: then what is told is nothing but codes and days of
 * what the authority did, or that she withdraws.
 * @param told what is told beside the version
 * @throws ProblemError the same, and CONSENT_MISSING for whatever else is told
 */
export async function decided(
  work: Work,
  asked: Asked,
  told: { readonly values?: Values<Complaint>; readonly identity?: ToldIdentity; readonly note?: ToldNote },
): Promise<Followed> {
  const record = await heldWith(work, asked, keptOn);
  if (!record.of?.closedOffAt) return record;
  const others = Object.entries(told.values ?? {}).filter(
    ([name, value]) => value !== undefined && !authoritys.has(name),
  );
  if (others.length > 0 || told.identity || told.note) throw onlyDecided();
  return record;
}

/** What is known without the survivor. */
const authoritys: ReadonlySet<string> = new Set<keyof Complaint>([
  'heardOn',
  'conclusion',
  'concludedOn',
  'withdrawnOn',
]);

const onlyDecided = () =>
  problem(
    'CONSENT_MISSING',
    'The survivor has ended the consent to services. Of the complaint nothing is recorded any more but what the authority decides and that she withdraws it, in codes and days: leave the rest out.',
    'A pessoa sobrevivente terminou o consentimento para serviços. Da queixa só se regista ainda o que a autoridade decide e que ela a retira, em códigos e dias: não indique o resto.',
  );

async function heldWith(
  work: Work,
  { id, expectedVersion }: Asked,
  hold: (work: Work, caseId: string) => Promise<Case>,
): Promise<Followed> {
  const { caseId } = await work.load(Complaint, id, { right: 'read', path: ['id'] });
  const of = caseId === null ? null : await hold(work, caseId);
  return { of, complaint: await work.load(Complaint, id, { expectedVersion }) };
}

/** What the guards judge by. */
export async function factsOf(work: Work, { complaint, of }: Followed): Promise<ComplaintFacts> {
  const [wishes, later] = await Promise.all([
    of ? work.find(ComplaintWish, { caseId: of.id }) : [],
    work.find(Complaint, { afterId: complaint.id, voidedAt: null }),
  ]);
  return {
    wished: of === null || wishes.some(({ wish }) => wish === 'YES'),
    notTakenFurther: later.length === 0,
    unconcluded: complaint.conclusion === null,
    ofSurvivor: of !== null,
  };
}

/**
 * Takes a step, that of the mutation which is being done or another's, with what changes by it.
 * @throws ProblemError IllegalStep, what the guards have against it, and days that cannot be
 */
export async function take(
  work: Work,
  record: Followed,
  changes: Values<Complaint> = {},
  step = work.action,
): Promise<void> {
  const { complaint, of } = record;
  const [facts, audience] = await Promise.all([factsOf(work, record), audienceOf(work, of)]);
  const status = complaintLifecycle.step(complaint.status, step, facts);
  const check = new InputCheck();
  checkDays(check, changes, complaint, work.day(), { from: complaint.status, to: status, step });
  check.done();
  await assertFollows(work, complaint, changes);
  const stalling = await stallingOf(work, { ...complaint, ...given(changes), status });
  await work.update(Complaint, complaint, { ...changes, ...stalling, status }, { audience });
}

const given = (changes: Values<Complaint>): Values<Complaint> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

/** Receivers of a referral that shares complaints hear of them. */
export const audienceOf = async (work: Work, of: Case | null): Promise<Audience> =>
  of ? (await receiversOf(work, [of]))(Complaint) : nobody;

/** After a hearing so many days pass at most until it is known what came of it. */
const AFTER_HEARING = 7;

type Stalling = Pick<Complaint, 'stallsOn' | 'stalledAt'>;

/** By when something is to be heard of it. */
export async function stallingOf(
  work: Work,
  { mechanismId, status, stalledAt, ...days }: Omit<Complaint, 'stallsOn'>,
): Promise<Stalling> {
  if (!running.includes(status)) return { stallsOn: null, stalledAt: null };
  const [mechanism] = await work.find(ComplaintMechanism, { id: mechanismId });
  const known = [days.filedOn, days.registeredOn, days.heardOn].filter((day) => day !== null).sort();
  const last = known.at(-1) ?? work.day();
  const hearing = days.hearingOn !== null && days.hearingOn >= last ? days.hearingOn : undefined;
  const stallsOn = hearing ? daysAfter(hearing, AFTER_HEARING) : daysAfter(last, mechanism?.stalledAfterDays ?? 0);
  return { stallsOn, stalledAt: stallsOn < work.day() ? stalledAt : null };
}

/** Keeps its number and the name of whoever has it, sealed as its case is. */
export async function keepIdentity(work: Work, { complaint, of }: Followed, told: ToldIdentity): Promise<void> {
  if (!told || Object.values(told.values).every((value) => value === undefined)) return;
  const { id: complaintId, caseId } = complaint;
  const [[held], receivers] = await Promise.all([
    work.find(ComplaintIdentity, { complaintId }, true),
    of ? receiversOf(work, [of]) : undefined,
  ]);
  const audience = receivers?.(ComplaintIdentity) ?? nobody;
  if (held) return void (await work.update(ComplaintIdentity, held, told.values, { audience }));
  const dataKeyId = of?.dataKeyId ?? work.newDataKey();
  await work.insert(ComplaintIdentity, { ...told.values, complaintId, caseId, dataKeyId }, { audience });
}

/** Keeps what was written with a step. */
export async function keepNote(work: Work, { complaint, of }: Followed, told: ToldNote): Promise<void> {
  if (!told) return;
  const { id: complaintId, caseId } = complaint;
  const dataKeyId = of?.dataKeyId ?? work.newDataKey();
  const audience = of ? (await receiversOf(work, [of]))(ComplaintNote) : nobody;
  await work.insert(ComplaintNote, { ...told.values, step: work.action, complaintId, caseId, dataKeyId }, { audience });
}
