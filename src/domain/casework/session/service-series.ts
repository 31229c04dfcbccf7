/** Sessions as a series: how many are planned, the first appointment, and how it came to its end. */
import { sql } from '../../../base/sql';
import { changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { countryOf } from '../../country/country.own';
import type { Case } from '../case/case.entity';
import { answersThere } from '../referral/referral.answering';
import { nothingGiven, type ReferralOutcome } from '../referral/referral.codes';
import { Referral } from '../referral/referral.entity';
import { accepted, referralLifecycle, same, whoServes } from '../referral/referral.lifecycle';
import { advance, receiverOf } from '../referral/referral.step';
import type { SeriesEnd } from './service-delivery.codes';
import { ServiceSession } from './service-session.entity';
import { FIRST, sessionLifecycle } from './service-session.lifecycle';
import { addSession } from './service-session.step';

/** Psychosocial care is a series: as many sessions as the country sets, unless somebody says another number. */
export async function plannedOf(
  work: Work,
  { category }: Pick<Referral, 'category'>,
  told: number | null | undefined,
): Promise<number | null | undefined> {
  if (told !== undefined || category !== 'PSYCHOSOCIAL') return told;
  return (await countryOf(work)).psychosocialSessions;
}

const agreed = asSystem(
  ServiceSession,
  'The appointment with which a referral is accepted is its first session, whoever records it.',
);

/** The appointment with which a referral was accepted is its first session. */
export async function planFirst(
  work: Work,
  referral: Referral,
  of: Case,
  plannedAt: string | null | undefined,
): Promise<void> {
  if (!plannedAt) return;
  const facts = { goesOn: true, own: true };
  const by = { referral, need: null, of, facts, audience: receiverOf(referral), providerId: referral.toOrganisationId };
  const status = sessionLifecycle.step(null, FIRST, facts);
  await addSession(work, by, { plannedAt, status }, undefined, agreed);
}

action(
  {
    name: 'planReferralSessions',
    of: Referral,
    label: { en: 'say how many sessions are planned', pt: 'indicar quantas sessões estão planeadas' },
    description: 'Says how many sessions a service is to have; null where it is no series.',
    input: changing(Referral, { description: 'What saying how many sessions are planned takes.' }),
    steps: [referralLifecycle.on({ from: accepted, to: same, guards: [whoServes] })],
  },
  async (work, { id, expectedVersion, values }) => {
    const [before] = await work.find(Referral, { id });
    const isReceived = before?.toOrganisationId === work.actor.organisationId;
    const referral = await work.load(Referral, id, { expectedVersion, side: isReceived ? 'received' : 'sent' });
    const serves = isReceived || !(await answersThere(work, referral.toOrganisationId));
    await advance(work, referral, values, work.action, { serves });
    return id;
  },
);

interface Ending {
  readonly outcome: ReferralOutcome | null | undefined;
  readonly seriesEnd: SeriesEnd | null | undefined;
}

/**
 * Of what was given in sessions it is said how these ended: else the survivor stayed away, or declined.
 * @param isNew it ends just now: what is only corrected may have been recorded before sessions were
 * @throws ProblemError with what does not go together
 */
export async function checkSeries(
  work: Work,
  { id, plannedSessions }: Referral,
  { outcome, seriesEnd }: Ending,
  isNew = true,
): Promise<void> {
  const check = new InputCheck();
  const path = ['seriesEnd'];
  const isGiven = outcome !== null && outcome !== undefined && !nothingGiven.includes(outcome);
  if (seriesEnd && !isGiven) check.refuse(path, nothing);
  if (isGiven && plannedSessions !== null && (isNew || seriesEnd === 'PLAN_DONE')) {
    const attended = await attendedOf(work, id);
    if (isNew && attended > 0 && !seriesEnd) check.refuse(path, sayHow);
    if (seriesEnd === 'PLAN_DONE' && attended < plannedSessions) check.refuse(path, notDone(attended, plannedSessions));
  }
  check.done();
}

async function attendedOf(work: Work, referralId: string): Promise<number> {
  const [found] = await work.query<{ attended: number }>(sql`
    SELECT count(*)::int AS attended FROM service_session
    WHERE referral_id = ${referralId} AND status = 'ATTENDED' AND voided_at IS NULL`);
  return found?.attended ?? 0;
}

const nothing = {
  en: 'With this outcome no series of sessions came to its end. Leave it out, or choose another outcome.',
  pt: 'Com este resultado nenhuma série de sessões chegou ao fim. Retire-o, ou escolha outro resultado.',
};
const sayHow = {
  en: 'Say how the sessions came to their end: the plan is done, or ended by agreement. Where the survivor declined or stayed away, choose that as the outcome.',
  pt: 'Diga como terminaram as sessões: o plano está cumprido, ou por acordo. Se a pessoa sobrevivente recusou ou deixou de vir, escolha isso como resultado.',
};
const notDone = (attended: number, planned: number) => ({
  en: `${attended} of the ${planned} planned sessions were attended. Say that it ended by agreement, or plan fewer sessions first.`,
  pt: `Das ${planned} sessões planeadas realizaram-se ${attended}. Diga que terminou por acordo, ou planeie antes menos sessões.`,
});
