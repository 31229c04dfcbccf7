/** What sessions and services are of: a referral, or a need that is met here; and what the guards judge by. */
import { problem } from '../../../base/problem';
import { sql } from '../../../base/sql';
import { field, oneOf, type InputOf } from '../../../model/input';
import type { Values, Work } from '../../../writing/work';
import { nobody, type Audience } from '../../../writing/work-ledger';
import type { Case } from '../case/case.entity';
import { open } from '../case/case.lifecycle';
import { ReferralLetter } from '../letter/referral-letter.entity';
import { assertNotBefore } from '../incident/incident.beginning';
import { ServiceNeed } from '../need/service-need.entity';
import { answersThere } from '../referral/referral.answering';
import { Referral } from '../referral/referral.entity';
import { accepted } from '../referral/referral.lifecycle';
import { caseOf, receiverOf } from '../referral/referral.step';
import type { ServiceSession } from './service-session.entity';
import type { SessionFacts } from './service-session.lifecycle';

/** What is given of `thing`: of a referral, or of a need. */
export const servedOf = (thing: 'ServiceSession' | 'ServiceDelivery') =>
  oneOf(
    thing === 'ServiceSession' ? 'sessionOf' : 'deliveryOf',
    'What it is of: a referral, or a need that the organisation of the case meets itself.',
    {
      referralId: field({
        type: 'uuid',
        of: () => Referral,
        description: 'A referral that is accepted or in service; outside the system one that was sent.',
        becomes: `${thing}.referralId`,
      }),
      needId: field({
        type: 'uuid',
        of: () => ServiceNeed,
        description: 'A need that was decided as provided here.',
        becomes: `${thing}.needId`,
      }),
    },
  );
export type ServedOf = InputOf<ReturnType<typeof servedOf>>;

/** What sessions and services are of, held until the end, with its case. */
export interface Served {
  readonly referral: Referral | null;
  readonly need: ServiceNeed | null;
  readonly of: Case;
  readonly facts: Required<SessionFacts>;
  /** The receiver hears of it, where it is one that was asked. */
  readonly audience: Audience;
  /** The provider, which keeps what it gave. */
  readonly providerId: string | null;
}

type Links = Pick<ServiceSession, 'referralId' | 'needId'>;

/**
 * The case is held first by those who have it, as whatever ends the work on it holds it; a receiver holds its referral.
 * @param at where in the input it is named; left out: in `of`
 * @throws ProblemError NOT_FOUND, INVALID_INPUT
 */
export async function served(
  work: Work,
  told: ServedOf | Links | null | undefined,
  at?: readonly string[],
): Promise<Served> {
  const { referralId, needId } = told ?? {};
  if (referralId) return ofReferral(work, referralId, at ?? ['of', 'referralId']);
  if (needId) return ofNeed(work, needId, at ?? ['of', 'needId']);
  throw problem(
    'INVALID_INPUT',
    'Say what it is of: a referral, or a need that is met here.',
    'Diga de que é: de um encaminhamento, ou de uma necessidade atendida aqui.',
    at ?? ['of'],
  );
}

async function ofReferral(work: Work, id: string, path: readonly string[]): Promise<Served> {
  const { organisationId } = work.actor;
  const [before] = await work.find(Referral, { id });
  const isReceived = before !== undefined && before.toOrganisationId === organisationId;
  const held = before && !isReceived ? await caseOf(work, before.caseId, true) : undefined;
  const referral = await work.load(Referral, id, { side: isReceived ? 'received' : 'sent', path });
  const [of, isAnswered, letters] = await Promise.all([
    held ?? caseOf(work, referral.caseId),
    answersThere(work, referral.toOrganisationId),
    work.find(ReferralLetter, { referralId: id, status: ['ISSUED', 'ANSWERED'] }),
  ]);
  // Who carries a letter is served on the strength of it: the sender hears what came of that.
  const isSenders = !isAnswered || (!isReceived && letters.length > 0);
  const goesOn = accepted.includes(referral.status) || (isSenders && referral.status === 'REQUESTED');
  const facts = { goesOn, own: isReceived || isSenders };
  const audience = isAnswered ? receiverOf(referral) : nobody;
  return { referral, need: null, of, facts, audience, providerId: referral.toOrganisationId };
}

async function ofNeed(work: Work, id: string, path: readonly string[]): Promise<Served> {
  const { caseId } = await work.load(ServiceNeed, id, { right: 'read', path });
  const of = await caseOf(work, caseId, true);
  const need = await work.load(ServiceNeed, id, { path });
  const isOpen = open.includes(of.status) && of.closedOffAt === null;
  const facts = { goesOn: need.status === 'PROVIDED_HERE' && isOpen, own: true };
  return { referral: null, need, of, facts, audience: nobody, providerId: null };
}

const DAY = 86_400_000;
/** Who sends it may have been without a connection: the server hears of it days after it was said. */
const DAYS_UNHEARD = 7;

/**
 * What is given of something is given after what happened, and, by who received it, after it was sent: who sends can
 * enter what was on paper.
 * @throws ProblemError INVALID_INPUT
 */
export async function assertInTime(
  work: Work,
  { referral, of }: Pick<Served, 'referral' | 'of'>,
  at: string | null | undefined,
  path: readonly string[],
): Promise<void> {
  await assertNotBefore(work, of.id, at, path);
  const isReceived = referral !== null && referral.toOrganisationId === work.actor.organisationId;
  if (at && isReceived && Date.parse(at) < Date.parse(referral.requestedAt) - DAYS_UNHEARD * DAY)
    throw beforeSent(path);
}

const beforeSent = (path: readonly string[]) =>
  problem(
    'INVALID_INPUT',
    'That is long before the referral was sent. Correct the time; of a service that was given earlier it is said why when the referral is completed.',
    'Isso é muito anterior ao envio do encaminhamento. Corrija a hora; de um serviço prestado antes diz-se o motivo ao concluir o encaminhamento.',
    path,
  );

/** The columns that say what a session is of. */
export const linksOf = ({ referral, need, of, providerId }: Served) =>
  ({
    caseId: of.id,
    referralId: referral?.id ?? null,
    needId: need?.id ?? null,
    providerId,
  }) satisfies Values<ServiceSession>;

/** The place of the next session in a series. What it is of is held. */
export async function nextNumber(work: Work, { referral, need }: Served): Promise<number> {
  const [found] = await work.query<{ last: number | null }>(sql`
    SELECT max(number) AS last FROM service_session
    WHERE voided_at IS NULL AND referral_id IS NOT DISTINCT FROM ${referral?.id ?? null}::uuid
      AND need_id IS NOT DISTINCT FROM ${need?.id ?? null}::uuid`);
  return (found?.last ?? 0) + 1;
}

/** The need that is served, which access and use are reckoned of. */
export const needOf = ({ referral, need }: Served): string | null => need?.id ?? referral?.needId ?? null;
