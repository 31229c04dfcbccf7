/** The lifecycle of a service slip: given, then perhaps used; a confirmation that was a mistake is taken back. */
import { Lifecycle, type Course } from '../../model/lifecycle';
import { ServiceSlipStatus } from './service-slip.codes';

/** What a correction says of its use; left out where nothing is said. */
export interface SlipFacts {
  readonly used?: boolean | undefined;
}

/** A correction can say that it was used after all, or was not. */
export const asCorrected: Course<ServiceSlipStatus, SlipFacts> = {
  description: 'as the day of use says',
  of: (from, { used }) => (used === undefined ? from : used ? 'USED' : 'GIVEN'),
};

export const same: Course<ServiceSlipStatus, SlipFacts> = { description: 'the same', of: (from) => from, stays: true };

export const slipLifecycle = new Lifecycle<ServiceSlipStatus, SlipFacts>('ServiceSlip', ServiceSlipStatus);
