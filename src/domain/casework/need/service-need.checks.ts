/** What of a need does not go together. */
import { InputCheck } from '../../../writing/input';
import { notAhead, notTomorrow } from '../../../writing/moments';
import type { Values } from '../../../writing/work';
import { checkServiceType } from '../referral/service-type.checks';
import { ServiceNeedStatus } from './service-need.codes';
import type { ServiceNeed } from './service-need.entity';

type Whole = Values<ServiceNeed> & Pick<ServiceNeed, 'category' | 'status'>;

/** Decisions that say that the service was given. */
const given: readonly ServiceNeedStatus[] = ['PROVIDED_HERE', 'RECEIVED_ELSEWHERE'];

/** @throws ProblemError with every field that does not go with the others */
export function assertWhole(need: Whole, today: string): void {
  const check = new InputCheck();
  const { status, servedAt, unavailableReason } = need;
  checkServiceType(check, need);
  notTomorrow(check, need.identifiedOn, today, ['identifiedOn']);
  notAhead(check, servedAt, ['servedAt']);
  if (status === 'PROVIDED_HERE' && !servedAt) check.refuse(['servedAt'], whenServed);
  if (servedAt && !given.includes(status)) check.refuse(['servedAt'], notServed(status));
  if (status === 'UNAVAILABLE' && !unavailableReason) check.refuse(['unavailableReason'], whyUnavailable);
  if (unavailableReason && status !== 'UNAVAILABLE') check.refuse(['unavailableReason'], notUnavailable(status));
  check.done();
}

const whenServed = {
  en: 'Say when the service was given here.',
  pt: 'Diga quando o serviço foi prestado aqui.',
};
const whyUnavailable = {
  en: 'Say why the service cannot be had.',
  pt: 'Diga por que o serviço não se pode obter.',
};
const notServed = (status: ServiceNeedStatus) => ({
  en: `“${ServiceNeedStatus.of[status].en}” does not say that a service was given, so there is no time to give. Leave it out, or decide otherwise.`,
  pt: `«${ServiceNeedStatus.of[status].pt}» não diz que um serviço foi prestado, por isso não há hora a indicar. Retire-a ou decida de outro modo.`,
});
const notUnavailable = (status: ServiceNeedStatus) => ({
  en: `“${ServiceNeedStatus.of[status].en}” does not say that the service cannot be had, so there is no reason to give. Leave it out, or decide otherwise.`,
  pt: `«${ServiceNeedStatus.of[status].pt}» não diz que o serviço não se pode obter, por isso não há motivo a indicar. Retire-o ou decida de outro modo.`,
});
