/** The lifecycle of a letter, and what of the referral must hold for one. */
import { Lifecycle, type Course, type Guard } from '../../../model/lifecycle';
import { LetterStatus } from './referral-letter.codes';
import type { ReferralStatus } from '../referral/referral.codes';
import type { ReferralFacts } from '../referral/referral.lifecycle';

export interface LetterFacts {
  /** The referral waits or runs, its case is not closed off, and the letter has not run out. */
  readonly usable?: boolean;
}

/** What was sent, and has not come to its end otherwise than for want of an answer. */
export const letterable: readonly ReferralStatus[] = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE', 'EXPIRED', 'RETURNED'];

export const letterStays: Course<LetterStatus, LetterFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

export const canBeUsed: Guard<LetterFacts> = {
  description: 'the letter has not run out, and its referral stands',
  against: ({ usable }) =>
    usable
      ? undefined
      : {
          code: 'LETTER_OVER',
          text: {
            en: 'This letter has run out, or its referral has ended. Issue a new letter of a referral that stands.',
            pt: 'Esta carta já não é válida, ou o encaminhamento terminou. Emita uma nova carta de um encaminhamento em curso.',
          },
          path: ['id'],
        },
};

/** The survivor carries the letter; that the service may know of her is the same consent as for sending. */
export const consentForLetter: Guard<ReferralFacts> = {
  description: 'the consent stands that sending takes (an anonymous case needs none)',
  against: ({ consent }) => consent && { ...consent, path: ['referralId'] },
};

export const letterLifecycle = new Lifecycle<LetterStatus, LetterFacts>('ReferralLetter', LetterStatus);

letterLifecycle.follows('a newer letter', { from: ['ISSUED'], to: 'REVOKED' });
