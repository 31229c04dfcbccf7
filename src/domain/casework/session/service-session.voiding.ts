/** Taking sessions and services out that were recorded in error: by who recorded them, provider or sender. */
import { notFound, ProblemError } from '../../../base/problem';
import type { Constructor } from '../../../model/thing';
import type { Work } from '../../../writing/work';
import type { LoadOptions } from '../../../writing/work-values';
import { followReferrals } from '../need/service-need.referrals';
import { Referral } from '../referral/referral.entity';
import { caseOf } from '../referral/referral.step';
import { ServiceDelivery } from './service-delivery.entity';
import { ServiceSession } from './service-session.entity';
import { byWhoServes } from './service-session.lifecycle';
import { served } from './service-session.series';
import { sideOf } from './service-session.step';

type Given = ServiceSession | ServiceDelivery;

export const givenThings: readonly Constructor[] = [ServiceSession, ServiceDelivery];

/**
 * The record, held after what it is of. A provider’s colleagues take out what they recorded themselves.
 * @throws ProblemError NOT_FOUND, VERSION_CONFLICT, RECEIVER_ANSWERS, NOT_YOURS
 */
export async function ownOf<T extends Given>(
  work: Work,
  target: Constructor<T>,
  id: string,
  options: LoadOptions,
): Promise<T> {
  const [before] = await work.find<Given>(target, { id });
  const path = options.path ?? ['id'];
  if (!before) throw notFound(path);
  // The case is held first: its notes say why.
  await caseOf(work, before.caseId, true);
  const { facts } = await served(work, before, path as string[]);
  const side = sideOf(work, before);
  const record = await work.load(target, id, { ...options, side, voided: true });
  const against = byWhoServes.against(facts);
  if (against) throw new ProblemError([against]);
  if (side === 'received' && record.createdById !== work.actor.accountId) throw new ProblemError([notYours]);
  return record;
}

const notYours = {
  code: 'NOT_YOURS',
  text: {
    en: 'A colleague recorded this. Ask them to take it out, or correct it.',
    pt: 'Foi um colega que registou isto. Peça-lhe que o retire, ou corrija-o.',
  },
};

/** Access and use of the needs that were served are reckoned anew. */
export async function followServed(work: Work, records: readonly unknown[]): Promise<void> {
  for (const { needId, referralId } of records as readonly Given[]) {
    const [referral] = referralId ? await work.find(Referral, { id: referralId }) : [];
    followReferrals(work, needId ?? referral?.needId ?? null);
  }
}
