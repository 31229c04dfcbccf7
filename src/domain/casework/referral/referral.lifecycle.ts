/** The lifecycle of a referral: who sends it on its way, who answers it, and on what condition. */
import { Lifecycle, type Course, type Guard } from '../../../model/lifecycle';
import type { ProblemShape } from '../../../base/problem';
import { CaseStatus } from '../case/case.codes';
import { servicesEnded } from '../case/case.lifecycle';
import { ReferralStatus } from './referral.codes';

/** What the guards judge by. */
export interface ReferralFacts {
  /** Nobody of the receiver answers in the system. */
  readonly nobodyThere?: boolean;
  /** Who corrects it recorded it, or would have. */
  readonly ownRecord?: boolean;
  /** Who acts is who serves: the receiver where it answers in the system, else who referred. */
  readonly serves?: boolean;
  /** A service given before the end is told of, within days of it, for the first time. */
  readonly givenBefore?: boolean;
  readonly caseStatus: CaseStatus;
  /** Whether a consent is named. */
  readonly consentNamed: boolean;
  /** What is against sharing as the referral says: the consent is missing, is over, or does not cover it. */
  readonly consent: ProblemShape | undefined;
}

const openCase: readonly CaseStatus[] = [
  'REGISTERED',
  'ASSESSED',
  'ACTION_PLANNED',
  'IN_FOLLOW_UP',
  'CLOSURE_REQUESTED',
  'REOPENED',
];

export const caseIsOpen: Guard<ReferralFacts> = {
  description: 'the case is registered and open',
  against: ({ caseStatus }) => {
    if (caseStatus === 'WITHDRAWN') return servicesEnded;
    return openCase.includes(caseStatus)
      ? undefined
      : {
          code: 'CASE_NOT_OPEN',
          text: {
            en: `Only an open case can be referred; the status of this one is “${CaseStatus.of[caseStatus].en}”. Register or reopen it first.`,
            pt: `Só um caso aberto pode ser encaminhado; este está no estado «${CaseStatus.of[caseStatus].pt}». Registe-o ou reabra-o primeiro.`,
          },
        };
  },
};

const named = (consent: ProblemShape | undefined): ProblemShape | undefined =>
  consent && { ...consent, path: ['consentId'] };

export const consentIsSound: Guard<ReferralFacts> = {
  description: 'the consent, where one is named already, covers it',
  against: ({ consentNamed, consent }) => (consentNamed ? named(consent) : undefined),
};

export const consentCovers: Guard<ReferralFacts> = {
  description: 'the consent stands and covers what is shared (an anonymous case needs none)',
  against: ({ consent }) => named(consent),
};

export const consentStillStands: Guard<ReferralFacts> = {
  description: 'the consent still stands',
  against: ({ consent }) =>
    consent && {
      code: 'CONSENT_MISSING',
      text: {
        en: 'The consent behind this referral no longer stands, so nothing can be shared. Ask the sender to renew it.',
        pt: 'O consentimento deste encaminhamento já não é válido, por isso nada pode ser partilhado. Peça ao remetente que o renove.',
      },
    },
};

export const givenBeforeTheEnd: Guard<ReferralFacts> = {
  description: 'the service was given before it was revoked, and is recorded once, within 7 days of that',
  isKnown: (facts) => facts.givenBefore !== undefined,
  against: ({ givenBefore }) =>
    givenBefore
      ? undefined
      : {
          code: 'REFERRAL_REVOKED',
          text: {
            en: 'The referral was revoked. Only a service that was given before that can still be recorded, once, within 7 days: say when it was given.',
            pt: 'O encaminhamento foi revogado. Só um serviço prestado antes disso ainda pode ser registado, uma vez e em 7 dias: diga quando foi prestado.',
          },
          path: ['serviceProvidedAt'],
        },
};

const receiverAnswers: ProblemShape = {
  code: 'RECEIVER_ANSWERS',
  text: {
    en: 'The receiver has an account and answers itself. Ask there, or take the referral back.',
    pt: 'O destinatário tem conta e responde ele próprio. Pergunte-lhe ou retire o encaminhamento.',
  },
};

export const nobodyThere: Guard<ReferralFacts> = {
  description: 'nobody of the receiver answers in the system',
  isKnown: (facts) => facts.nobodyThere !== undefined,
  against: (facts) => (facts.nobodyThere ? undefined : receiverAnswers),
};

export const whoServes: Guard<ReferralFacts> = {
  description: 'by the receiver where it answers in the system, else by who referred',
  isKnown: (facts) => facts.serves !== undefined,
  against: (facts) => (facts.serves ? undefined : receiverAnswers),
};

export const ownRecord: Guard<ReferralFacts> = {
  description: 'the organisation that recorded the service',
  isKnown: (facts) => facts.ownRecord !== undefined,
  against: (facts) =>
    facts.ownRecord
      ? undefined
      : {
          code: 'NOT_YOURS',
          text: {
            en: 'Another organisation recorded this service. Ask it to correct its record.',
            pt: 'Outra organização registou este serviço. Peça-lhe que corrija o seu registo.',
          },
        },
};

/** It stands as it stood. */
export const same: Course<ReferralStatus, ReferralFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

/** While the receiver sees what is shared. */
export const accepted: readonly ReferralStatus[] = ['ACCEPTED', 'IN_SERVICE'];

/** A referral that is sent when it is made takes two steps at once: `makeReferral` and `sendReferral`. */
export const referralLifecycle = new Lifecycle<ReferralStatus, ReferralFacts>('Referral', ReferralStatus);

referralLifecycle.follows('the end of its time', { from: ['REQUESTED'], to: 'EXPIRED' });
referralLifecycle.follows('the closure of the case', { from: ['DRAFT', 'REQUESTED'], to: 'CANCELLED' });
referralLifecycle.follows('withdrawConsent', { from: ['REQUESTED', ...accepted], to: 'REVOKED' });
referralLifecycle.follows('the first session', { from: ['ACCEPTED'], to: 'IN_SERVICE' });
