/** The lifecycle of the handing-over of a case to another organisation. */
import { Lifecycle, type Guard } from '../../../model/lifecycle';
import type { ProblemShape } from '../../../base/problem';
import { CaseTransferStatus } from './case-transfer.codes';

export interface TransferFacts {
  /** The actor's organisation is the one that was asked. */
  readonly receiver?: boolean;
  /** The actor's organisation is the one that asked. */
  readonly sender?: boolean;
}

const guard = (
  description: string,
  holds: (facts: TransferFacts) => boolean | undefined,
  against: ProblemShape,
): Guard<TransferFacts> => ({ description, against: (facts) => (holds(facts) ? undefined : against) });

/** Who answers is who was asked. */
export const receiver = guard('the organisation that was asked', (facts) => facts.receiver, {
  code: 'NOT_RECEIVER',
  text: {
    en: 'Only the organisation that the case is transferred to can answer.',
    pt: 'Só a organização para a qual o caso é transferido pode responder.',
  },
  path: ['id'],
});

export const sender = guard('the organisation that asked', (facts) => facts.sender, {
  code: 'NOT_SENDER',
  text: {
    en: 'Only the organisation that handles the case can take the request back. Yours accepts or declines it.',
    pt: 'Só a organização que trata do caso pode retirar o pedido. A sua aceita-o ou recusa-o.',
  },
  path: ['id'],
});

export const transferLifecycle = new Lifecycle<CaseTransferStatus, TransferFacts>('CaseTransfer', CaseTransferStatus);

/** What a transfer rests on ends: the survivor's consent, the case itself, its being open to the organisation. */
const ends = [
  ...['withdrawConsent', 'withdrawCase', 'the end of consent to services', 'the restriction of the case'],
  ...['the closure of the case', 'the case being found a duplicate'],
] as const;
export type EndOfTransfer = (typeof ends)[number];
for (const cause of ends) transferLifecycle.follows(cause, { from: ['REQUESTED'], to: 'REVOKED' });
transferLifecycle.follows('the end of its time', { from: ['REQUESTED'], to: 'EXPIRED' });
