/** The lifecycle of a case, and that of its handing-over to another organisation. */
import { lifecycle, type Course, type Guard } from '../../model/lifecycle';
import type { ProblemShape } from '../../base/problem';
import type { CaseStatus, CaseTransferStatus, WorkflowStage } from './case.codes';

/** What the guards judge by. A fact that nobody gathered does not hold. */
export interface CaseFacts {
  /** The case is anonymous, or the survivor's consent to services stands. */
  readonly servicesAgreed?: boolean;
  /** No referral is open, or a reason was given for closing all the same. */
  readonly referralsSettled?: boolean;
  /** Who decides is not who asked. */
  readonly anotherPerson?: boolean;
  /** The case is anonymous, or the survivor agreed that the other organisation gets what the case holds. */
  readonly handOverAgreed?: boolean;
  /** Stage of the work, which a transfer leaves as it was. */
  readonly stage?: WorkflowStage;
}

/** A condition that one fact decides. */
const guard = (
  description: string,
  holds: (facts: CaseFacts) => boolean | undefined,
  against: ProblemShape,
): Guard<CaseFacts> => ({ description, against: (facts) => (holds(facts) ? undefined : against) });

const servicesAgreed = guard('consent to services, or an anonymous case', (facts) => facts.servicesAgreed, {
  code: 'CONSENT_MISSING',
  text: {
    en: 'A registered case needs the survivor’s consent for SERVICES. Record it, keep the case as a draft, or register it as anonymous.',
    pt: 'Um caso registado precisa do consentimento da sobrevivente para SERVICES. Registe-o, mantenha o caso como rascunho ou registe-o como anónimo.',
  },
  path: ['consents'],
});

const referralsSettled = guard(
  'no open referral, or a reason for closing all the same',
  (facts) => facts.referralsSettled,
  {
    code: 'OPEN_REFERRALS',
    text: {
      en: 'Referrals of the case are still open. End them first, or say in overrideReason why closure is asked for all the same.',
      pt: 'Ainda há encaminhamentos do caso em aberto. Termine-os primeiro ou indique em overrideReason por que razão se pede o encerramento mesmo assim.',
    },
    path: ['overrideReason'],
  },
);

const anotherPerson = guard('somebody other than who asked', (facts) => facts.anotherPerson, {
  code: 'SAME_PERSON',
  text: {
    en: 'Who asked for closure cannot approve it. Ask another supervisor.',
    pt: 'Quem pediu o encerramento não o pode aprovar. Peça a outro supervisor.',
  },
});

const handOverAgreed = (path: readonly string[]): Guard<CaseFacts> =>
  guard('consent that names the receiver, or an anonymous case', (facts) => facts.handOverAgreed, {
    code: 'CONSENT_MISSING',
    text: {
      en: 'The survivor has not agreed that this organisation gets the case. Record a consent that names it: for SERVICES, or for a release whose scopes cover all that the case holds.',
      pt: 'A sobrevivente não concordou que esta organização receba o caso. Registe um consentimento que a nomeie: para SERVICES, ou para uma partilha cujos âmbitos abranjam tudo o que o caso contém.',
    },
    path,
  });

/** The stage that a status brings with it; the others leave it as it is. */
export const stageOf: Readonly<Partial<Record<CaseStatus, WorkflowStage>>> = {
  DRAFT: 'NEW',
  REGISTERED: 'NEW',
  ASSESSED: 'ASSESSMENT',
  ACTION_PLANNED: 'CASE_PLAN',
  IN_FOLLOW_UP: 'SERVICE_PROVISION',
  CLOSURE_REQUESTED: 'SERVICES_IMPLEMENTED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
};

const statusOf: Readonly<Record<WorkflowStage, CaseStatus>> = {
  NEW: 'REGISTERED',
  ASSESSMENT: 'ASSESSED',
  CASE_PLAN: 'ACTION_PLANNED',
  SERVICE_PROVISION: 'IN_FOLLOW_UP',
  SERVICES_IMPLEMENTED: 'CLOSURE_REQUESTED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
};

const same: Course<CaseStatus, CaseFacts> = { description: 'the same', of: (from) => from };

/** To where the case stood before it was to be handed over: its stage still tells. */
const back: Course<CaseStatus, CaseFacts> = {
  description: 'where it stood before',
  of: (_from, { stage }) => statusOf[stage ?? 'NEW'],
};

const open: readonly CaseStatus[] = [
  'REGISTERED',
  'ASSESSED',
  'ACTION_PLANNED',
  'IN_FOLLOW_UP',
  'CLOSURE_REQUESTED',
  'REOPENED',
];
const unfinished: readonly CaseStatus[] = ['DRAFT', ...open];

/** A case that is registered at once takes two steps: `registerCase` and `submitCase`. */
export const caseLifecycle = lifecycle<CaseStatus, CaseFacts>('Case', [
  { action: 'registerCase', from: [], to: 'DRAFT' },
  { action: 'submitCase', from: ['DRAFT'], to: 'REGISTERED', guards: [servicesAgreed] },
  { action: 'assessCase', from: ['REGISTERED'], to: 'ASSESSED' },
  { action: 'planCase', from: ['ASSESSED'], to: 'ACTION_PLANNED' },
  { action: 'followUpCase', from: ['ACTION_PLANNED', 'REOPENED'], to: 'IN_FOLLOW_UP' },
  { action: 'requestCaseClosure', from: ['IN_FOLLOW_UP'], to: 'CLOSURE_REQUESTED', guards: [referralsSettled] },
  {
    action: 'approveCaseClosure',
    from: ['CLOSURE_REQUESTED'],
    to: 'CLOSED',
    guards: [anotherPerson, referralsSettled],
  },
  { action: 'rejectCaseClosure', from: ['CLOSURE_REQUESTED'], to: 'IN_FOLLOW_UP' },
  { action: 'reopenCase', from: ['CLOSED'], to: 'REOPENED' },
  { action: 'transferCase', from: open, to: 'TRANSFERRED', guards: [handOverAgreed(['toOrganisationId'])] },
  { action: 'acceptCaseTransfer', from: ['TRANSFERRED'], to: 'IN_FOLLOW_UP', guards: [handOverAgreed(['id'])] },
  { action: 'declineCaseTransfer', from: ['TRANSFERRED'], to: back },
  { action: 'withdrawConsent', from: ['TRANSFERRED'], to: back, automatic: true },
  { action: 'markCaseDuplicate', from: unfinished, to: 'DUPLICATE' },
  { action: 'withdrawCase', from: [...unfinished, 'TRANSFERRED'], to: 'WITHDRAWN' },
  { action: 'updateCase', from: unfinished, to: same },
  { action: 'assignCase', from: unfinished, to: same },
  { action: 'addIncident', from: unfinished, to: same },
  { action: 'addCaseNote', from: [...unfinished, 'CLOSED'], to: same },
]);

export interface TransferFacts {
  /** The actor's organisation is the one that was asked. */
  readonly receiver: boolean;
}

const receiver: Guard<TransferFacts> = {
  description: 'the organisation that was asked',
  against: (facts) =>
    facts.receiver
      ? undefined
      : {
          code: 'NOT_RECEIVER',
          text: {
            en: 'Only the organisation that the case is transferred to can answer.',
            pt: 'Só a organização para a qual o caso é transferido pode responder.',
          },
          path: ['id'],
        },
};

export const transferLifecycle = lifecycle<CaseTransferStatus, TransferFacts>('CaseTransfer', [
  { action: 'transferCase', from: [], to: 'REQUESTED' },
  { action: 'acceptCaseTransfer', from: ['REQUESTED'], to: 'ACCEPTED', guards: [receiver] },
  { action: 'declineCaseTransfer', from: ['REQUESTED'], to: 'REJECTED', guards: [receiver] },
  { action: 'withdrawConsent', from: ['REQUESTED'], to: 'REVOKED', automatic: true },
  { action: 'withdrawCase', from: ['REQUESTED'], to: 'REVOKED', automatic: true },
]);
