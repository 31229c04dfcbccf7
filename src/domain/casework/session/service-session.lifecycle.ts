/** The lifecycle of a session. */
import { Lifecycle, type Course, type Guard } from '../../../model/lifecycle';
import { ServiceSessionStatus } from './service-session.codes';

/** What the guards judge by. */
export interface SessionFacts {
  /** The service goes on, so that there is something to be planned or recorded. */
  readonly goesOn?: boolean;
  /** Who acts is who records it. */
  readonly own?: boolean;
}

export const goesOn: Guard<SessionFacts> = {
  description:
    'the referral is accepted or in service (outside the system: sent), or the need is provided here and its case is open',
  isKnown: (facts) => facts.goesOn !== undefined,
  against: (facts) =>
    facts.goesOn
      ? undefined
      : {
          code: 'SERVICE_NOT_RUNNING',
          text: {
            en: 'Nothing is given here just now: a referral has to be accepted or in service, a need decided as provided here in a case that is open.',
            pt: 'De momento nada é prestado aqui: um encaminhamento tem de estar aceite ou em atendimento, uma necessidade decidida como prestada aqui num caso aberto.',
          },
        },
};

export const byWhoServes: Guard<SessionFacts> = {
  description: 'by the receiver where it answers in the system, else by who has the case',
  isKnown: (facts) => facts.own !== undefined,
  against: (facts) =>
    facts.own
      ? undefined
      : {
          code: 'RECEIVER_ANSWERS',
          text: {
            en: 'The receiver has an account and records what it gives itself. Ask there.',
            pt: 'O destinatário tem conta e regista ele próprio o que presta. Pergunte-lhe.',
          },
        },
};

/** It stands as it stood. */
export const same: Course<ServiceSessionStatus, SessionFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

/** The step by which one is planned together with another. */
export const NEXT = 'nextSession';

export const sessionLifecycle = new Lifecycle<ServiceSessionStatus, SessionFacts>(
  'ServiceSession',
  ServiceSessionStatus,
);

/** The appointment with which a referral is accepted. */
export const FIRST = 'the appointment of a referral';
sessionLifecycle.follows(FIRST, { from: [], to: 'PLANNED' });

/** What a planned session rests on ends. */
const ends = [
  ...['the end of the referral', 'withdrawConsent', 'the closure of the case', 'the end of consent to services'],
  ...['withdrawCase', 'the case being found a duplicate', 'decideServiceNeed', 'the transfer of the case'],
  'the referral of its need',
] as const;
export type EndOfSession = (typeof ends)[number];
for (const cause of ends) sessionLifecycle.follows(cause, { from: ['PLANNED'], to: 'CANCELLED' });
