/** The lifecycle of a referral: who sends it on its way, who answers it, and on what condition. */
import { lifecycle, type Guard } from '../../model/lifecycle';
import type { ProblemShape } from '../../base/problem';
import type { CaseStatus } from './case.codes';
import type { ReferralStatus } from './referral.codes';

/** What the guards judge by. */
export interface ReferralFacts {
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

const caseIsOpen: Guard<ReferralFacts> = {
  description: 'the case is registered and open',
  against: ({ caseStatus }) =>
    openCase.includes(caseStatus)
      ? undefined
      : {
          code: 'CASE_NOT_OPEN',
          text: {
            en: `Only an open case can be referred; this one is ${caseStatus}. Register or reopen it first.`,
            pt: `Só um caso aberto pode ser encaminhado; este está no estado ${caseStatus}. Registe-o ou reabra-o primeiro.`,
          },
        },
};

const named = (consent: ProblemShape | undefined): ProblemShape | undefined =>
  consent && { ...consent, path: ['consentId'] };

const consentIsSound: Guard<ReferralFacts> = {
  description: 'the consent, where one is named already, covers it',
  against: ({ consentNamed, consent }) => (consentNamed ? named(consent) : undefined),
};

const consentCovers: Guard<ReferralFacts> = {
  description: 'the consent stands and covers what is shared (an anonymous case needs none)',
  against: ({ consent }) => named(consent),
};

const consentStillStands: Guard<ReferralFacts> = {
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

/** While the receiver sees what is shared. */
const open: readonly ReferralStatus[] = ['ACCEPTED', 'IN_SERVICE'];

/** A referral that is sent when it is made takes two steps at once: `makeReferral` and `sendReferral`. */
export const referralLifecycle = lifecycle<ReferralStatus, ReferralFacts>('Referral', [
  { action: 'makeReferral', from: [], to: 'DRAFT', guards: [caseIsOpen, consentIsSound] },
  { action: 'sendReferral', from: ['DRAFT'], to: 'REQUESTED', guards: [caseIsOpen, consentCovers] },
  { action: 'cancelReferral', from: ['DRAFT', 'REQUESTED'], to: 'CANCELLED' },
  { action: 'acceptReferral', from: ['REQUESTED'], to: 'ACCEPTED', guards: [consentStillStands] },
  { action: 'rejectReferral', from: ['REQUESTED'], to: 'REJECTED' },
  { action: 'expireReferral', from: ['REQUESTED'], to: 'EXPIRED', automatic: true },
  { action: 'startReferral', from: ['ACCEPTED'], to: 'IN_SERVICE' },
  { action: 'completeReferral', from: ['IN_SERVICE'], to: 'COMPLETED' },
  { action: 'returnReferral', from: open, to: 'RETURNED' },
  { action: 'recordReferralNoShow', from: open, to: 'NO_SHOW' },
  { action: 'revokeReferral', from: open, to: 'REVOKED' },
  { action: 'withdrawConsent', from: ['REQUESTED', ...open], to: 'REVOKED', automatic: true },
]);
