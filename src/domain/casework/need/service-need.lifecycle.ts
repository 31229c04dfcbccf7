/** What can be decided on a need, by hand and by what becomes of its referrals. */
import type { ProblemShape } from '../../../base/problem';
import { Lifecycle, stepName, type Course, type Guard, type StepOfAction } from '../../../model/lifecycle';
import { ServiceNeedStatus } from './service-need.codes';

/** What the guards judge by. */
export interface NeedFacts {
  /** A referral of it was sent, and has not come to its end. */
  readonly referralRuns?: boolean;
  /** One runs, or a service was given on one. */
  readonly referralStands?: boolean;
}

const referralStands: Guard<NeedFacts> = {
  description: 'a referral of it runs, or brought a service',
  isKnown: (facts) => facts.referralStands !== undefined,
  against: (facts) =>
    facts.referralStands
      ? undefined
      : {
          code: 'NO_REFERRAL',
          text: {
            en: 'No referral of this need runs or brought a service. Refer the survivor and name the need: it is referred by that.',
            pt: 'Nenhum encaminhamento desta necessidade está em curso ou trouxe um serviço. Encaminhe a pessoa sobrevivente e indique a necessidade: fica assim encaminhada.',
          },
          path: ['status'],
        },
};

/** What stands against leaving a need behind, or taking it out, while somebody is asked to serve it. */
export const referralIsOpen: ProblemShape = {
  code: 'OPEN_REFERRALS',
  text: {
    en: 'A referral of this need is still open. Take it back or end it first, or wait for what comes of it.',
    pt: 'Ainda há um encaminhamento desta necessidade em aberto. Retire-o ou termine-o primeiro, ou espere pelo resultado.',
  },
};

const noReferralRuns: Guard<NeedFacts> = {
  description: 'no referral of it runs',
  isKnown: (facts) => facts.referralRuns !== undefined,
  against: (facts) => (facts.referralRuns ? { ...referralIsOpen, path: ['status'] } : undefined),
};

const noService: Guard<NeedFacts> = {
  description: 'no referral of it brought a service',
  isKnown: (facts) => facts.referralStands !== undefined,
  against: (facts) =>
    facts.referralStands && !facts.referralRuns
      ? {
          code: 'SERVICE_GIVEN',
          text: {
            en: 'A referral of this need brought a service, so it is decided. If the survivor needs it again, record a new need.',
            pt: 'Um encaminhamento desta necessidade trouxe um serviço, por isso está decidida. Se a pessoa sobrevivente precisar dele de novo, registe uma nova necessidade.',
          },
          path: ['status'],
        }
      : undefined,
};

/** It stands as it stood. */
export const same: Course<ServiceNeedStatus, NeedFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

export const needLifecycle = new Lifecycle<ServiceNeedStatus, NeedFacts>('ServiceNeed', ServiceNeedStatus);

/** Mutations name the decision, so each is a step of its own. */
export const decision = (action: string, status: ServiceNeedStatus): string => stepName(action, variantOf(status));
const variantOf = (status: ServiceNeedStatus): string => `status: ${status}`;

const every = ServiceNeedStatus.codes;
const guardsOf = (to: ServiceNeedStatus): readonly Guard<NeedFacts>[] =>
  to === 'REFERRED' ? [referralStands] : to === 'OPEN' ? [noReferralRuns, noService] : [noReferralRuns];

/** What is recorded when it is decided already; that it is referred follows from the referral. */
export const recording: readonly StepOfAction[] = every.map((to) =>
  needLifecycle.on({
    variant: variantOf(to),
    from: [],
    to,
    ...(to === 'REFERRED' && { guards: [referralStands] }),
  }),
);

export const deciding: readonly StepOfAction[] = every.map((to) =>
  needLifecycle.on({
    variant: variantOf(to),
    from: every.filter((from) => from !== to),
    to,
    guards: guardsOf(to),
  }),
);

/** Who is referred without a need on record has one by that. */
for (const cause of ['makeReferral', 'sendReferral', 'updateReferral']) {
  if (cause !== 'updateReferral') needLifecycle.follows(cause, { from: [], to: 'REFERRED' });
  needLifecycle.follows(cause, { from: every.filter((from) => from !== 'REFERRED'), to: 'REFERRED' });
}
needLifecycle.follows('the end of its referrals', { from: ['REFERRED'], to: 'OPEN' });
needLifecycle.follows('the service of a referral', { from: ['OPEN'], to: 'REFERRED' });
