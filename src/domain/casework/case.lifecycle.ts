/** The lifecycle of a case, and that of its handing-over to another organisation. */
import { Lifecycle, type Course, type Guard } from '../../model/lifecycle';
import type { ProblemShape } from '../../base/problem';
import { CaseStatus, CaseTransferStatus, type WorkflowStage } from './case.codes';

/** What the guards judge by. A fact that nobody gathered does not hold. */
export interface CaseFacts {
  /** The case is anonymous, or the survivor's consent to services stands. */
  readonly servicesAgreed?: boolean;
  /** No referral is open, or a reason was given for closing all the same. */
  readonly referralsSettled?: boolean;
  /** Who decides is not who asked. */
  readonly anotherPerson?: boolean;
  /** Who takes it back is who asked. */
  readonly ownRequest?: boolean;
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
): Guard<CaseFacts> => ({
  description,
  against: (facts) => (holds(facts) ? undefined : against),
  isKnown: (facts) => holds(facts) !== undefined,
});

/** A case is worked on with the survivor's consent. */
export const servicesConsented = guard('consent to services, or an anonymous case', (facts) => facts.servicesAgreed, {
  code: 'CONSENT_MISSING',
  text: {
    en: 'A registered case needs the survivor’s consent to receiving services. Record it, keep the case as a draft, or register it as anonymous.',
    pt: 'Um caso registado precisa do consentimento da pessoa sobrevivente para receber serviços. Registe-o, mantenha o caso como rascunho ou registe-o como anónimo.',
  },
  path: ['consents'],
});

export const referralsSettled = guard(
  'no open referral, or a reason for closing all the same',
  (facts) => facts.referralsSettled,
  {
    code: 'OPEN_REFERRALS',
    text: {
      en: 'Referrals of the case are still open. End them first, or give a reason why closure is asked for all the same.',
      pt: 'Ainda há encaminhamentos do caso em aberto. Termine-os primeiro ou dê um motivo pelo qual se pede o encerramento mesmo assim.',
    },
    path: ['overrideReason'],
  },
);

export const anotherPerson = guard('somebody other than who asked', (facts) => facts.anotherPerson, {
  code: 'SAME_PERSON',
  text: {
    en: 'Who asked for closure cannot approve it. Ask another supervisor.',
    pt: 'Quem pediu o encerramento não o pode aprovar. Peça a outro supervisor.',
  },
});

export const ownRequest = guard('who asked for it', (facts) => facts.ownRequest, {
  code: 'NOT_YOURS',
  text: {
    en: 'Only who asked for closure takes the request back. A supervisor sends it back, with a reason.',
    pt: 'Só quem pediu o encerramento retira o pedido. Um supervisor devolve-o, com um motivo.',
  },
});

export const handOverConsented = (path: readonly string[]): Guard<CaseFacts> =>
  guard('consent that names the receiver, or an anonymous case', (facts) => facts.handOverAgreed, {
    code: 'CONSENT_MISSING',
    text: {
      en: 'The survivor has not agreed that this organisation gets the case. Record a consent that names it: to receiving services, or to sharing all that the case holds.',
      pt: 'A pessoa sobrevivente não concordou que esta organização receba o caso. Registe um consentimento que a nomeie: para receber serviços, ou para partilhar tudo o que o caso contém.',
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

export const same: Course<CaseStatus, CaseFacts> = { description: 'the same', of: (from) => from, stays: true };

/** To where the case stood before it was to be handed over: its stage still tells. */
export const back: Course<CaseStatus, CaseFacts> = {
  description: 'where it stood before',
  of: (_from, { stage }) => statusOf[stage ?? 'NEW'],
};

/** Cases that are worked on. */
export const open: readonly CaseStatus[] = [
  'REGISTERED',
  'ASSESSED',
  'ACTION_PLANNED',
  'IN_FOLLOW_UP',
  'CLOSURE_REQUESTED',
  'REOPENED',
];
/** Cases that have not come to an end, drafts included. */
export const unfinished: readonly CaseStatus[] = ['DRAFT', ...open];

/** A case that is registered at once takes two steps: `registerCase` and `submitCase`. */
export const caseLifecycle = new Lifecycle<CaseStatus, CaseFacts>('Case', CaseStatus);

caseLifecycle.follows('withdrawConsent', { from: ['TRANSFERRED'], to: back });
caseLifecycle.follows('the end of consent to services', { from: [...open, 'TRANSFERRED'], to: 'WITHDRAWN' });

/** What stands against all further work on a withdrawn case. */
export const servicesEnded: ProblemShape = {
  code: 'CONSENT_MISSING',
  text: {
    en: 'The survivor has ended the consent to services: the case is closed off. If the survivor agrees again, record that; then a supervisor who did not withdraw the case takes it up again.',
    pt: 'A pessoa sobrevivente terminou o consentimento para serviços: o caso está fechado. Se voltar a concordar, registe-o; depois um supervisor que não retirou o caso retoma-o.',
  },
};
caseLifecycle.refuses('WITHDRAWN', servicesEnded);

export const agreedAgain = guard(
  'consent to services that was recorded since, or an anonymous case',
  (facts) => facts.servicesAgreed,
  servicesEnded,
);

export const anotherThanWithdrew = guard('somebody other than who withdrew it', (facts) => facts.anotherPerson, {
  code: 'SAME_PERSON',
  text: {
    en: 'Who recorded the withdrawal cannot take the case up again alone. Ask another supervisor.',
    pt: 'Quem registou a retirada não pode retomar o caso sozinho. Peça a outro supervisor.',
  },
});

export interface TransferFacts {
  /** The actor's organisation is the one that was asked. */
  readonly receiver: boolean;
}

/** Who answers is who was asked. */
export const receiver: Guard<TransferFacts> = {
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

export const transferLifecycle = new Lifecycle<CaseTransferStatus, TransferFacts>('CaseTransfer', CaseTransferStatus);

transferLifecycle.follows('withdrawConsent', { from: ['REQUESTED'], to: 'REVOKED' });
transferLifecycle.follows('withdrawCase', { from: ['REQUESTED'], to: 'REVOKED' });
