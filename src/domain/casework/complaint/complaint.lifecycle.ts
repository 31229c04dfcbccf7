/** The lifecycle of a complaint: from its preparation to what came of it. */
import { Lifecycle, type Course, type Guard, type StepOfAction } from '../../../model/lifecycle';
import { ComplaintStatus } from './complaint.codes';

/** What the guards judge by. */
export interface ComplaintFacts {
  /** The survivor wants to complain, or it is about no survivor. */
  readonly wished?: boolean;
  /** Nobody has taken it further. */
  readonly notTakenFurther?: boolean;
  /** No conclusion is recorded. */
  readonly unconcluded?: boolean;
  /** It is about what happened to a survivor. */
  readonly ofSurvivor?: boolean;
}

export const complaintLifecycle = new Lifecycle<ComplaintStatus, ComplaintFacts>('Complaint', ComplaintStatus);

/** With the mechanism, which has not come to an end. */
export const running: readonly ComplaintStatus[] = [
  'FILED',
  'REGISTERED',
  'UNDER_INVESTIGATION',
  'REFERRED_TO_PROSECUTOR',
  'IN_COURT',
];
/** Ended, whatever comes of others. */
export const over: readonly ComplaintStatus[] = ['CONCLUDED', 'WITHDRAWN_BY_SURVIVOR', 'DROPPED'];

export const staying: Course<ComplaintStatus, ComplaintFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

export const everyStatus: readonly ComplaintStatus[] = ComplaintStatus.codes;

export const wished: Guard<ComplaintFacts> = {
  description: 'the survivor wants to complain (none is asked where it is about no survivor)',
  isKnown: (facts) => facts.wished !== undefined,
  against: (facts) =>
    facts.wished
      ? undefined
      : {
          code: 'NOT_WISHED',
          text: {
            en: 'A complaint is brought when the survivor wants that. Record first that she does.',
            pt: 'Uma queixa apresenta-se quando a pessoa sobrevivente o quer. Registe primeiro que o quer.',
          },
        },
};

export const notTakenFurther: Guard<ComplaintFacts> = {
  description: 'it was not taken elsewhere since',
  isKnown: (facts) => facts.notTakenFurther !== undefined,
  against: (facts) =>
    facts.notTakenFurther
      ? undefined
      : {
          code: 'TAKEN_FURTHER',
          text: {
            en: 'It was taken elsewhere since: record what happens there, in the later complaint.',
            pt: 'Já foi levada a outro lado: registe na queixa posterior o que lá acontece.',
          },
        },
};

/** An authority can go on by itself: what it decides is recorded once. */
export const unconcluded: Guard<ComplaintFacts> = {
  description: 'no conclusion is recorded',
  isKnown: (facts) => facts.unconcluded !== undefined,
  against: (facts) =>
    facts.unconcluded
      ? undefined
      : {
          code: 'ALREADY_CONCLUDED',
          text: {
            en: 'What came of it is recorded already. Correct that instead.',
            pt: 'O que dela resultou já está registado. Corrija-o.',
          },
        },
};

export const ofSurvivor: Guard<ComplaintFacts> = {
  description: 'it is a complaint of a case',
  isKnown: (facts) => facts.ofSurvivor !== undefined,
  against: (facts) =>
    facts.ofSurvivor
      ? undefined
      : {
          code: 'NO_SURVIVOR',
          text: {
            en: 'It is about no survivor, so nobody can withdraw it: your organisation gives it up instead.',
            pt: 'Não é de nenhuma pessoa sobrevivente, por isso ninguém a pode retirar: em vez disso, a sua organização abandona-a.',
          },
        },
};

export const ofNoSurvivor: Guard<ComplaintFacts> = {
  description: 'it is about no survivor',
  isKnown: (facts) => facts.ofSurvivor !== undefined,
  against: (facts) =>
    facts.ofSurvivor
      ? {
          code: 'SURVIVOR_DECIDES',
          text: {
            en: 'It is a survivor’s complaint: only she can withdraw it. Record that she does.',
            pt: 'É a queixa de uma pessoa sobrevivente: só ela a pode retirar. Registe que a retira.',
          },
        }
      : undefined,
};

/** Stages that a complaint goes through once it is registered, and to which it can be put back. */
export const stageStep = (stage: ComplaintStatus): string => `stage: ${stage}`;

const advance = (to: ComplaintStatus, from: readonly ComplaintStatus[]): StepOfAction =>
  complaintLifecycle.on({ variant: stageStep(to), from, to });

/** A prosecutor sends a file back to be investigated further; a court takes what it is brought directly. */
export const advancing: readonly StepOfAction[] = [
  advance('UNDER_INVESTIGATION', ['REGISTERED', 'REFERRED_TO_PROSECUTOR']),
  advance('REFERRED_TO_PROSECUTOR', ['REGISTERED', 'UNDER_INVESTIGATION']),
  advance('IN_COURT', ['REGISTERED', 'UNDER_INVESTIGATION', 'REFERRED_TO_PROSECUTOR']),
];

/** Back, where a step was recorded in error; and on, where an end was none: an appeal, a file that was found. */
export const puttingBack: readonly StepOfAction[] = [
  advance('PREPARED', ['FILED', 'REFUSED_TO_REGISTER']),
  advance('FILED', ['REGISTERED', ...over]),
  advance('REGISTERED', ['UNDER_INVESTIGATION', 'REFERRED_TO_PROSECUTOR', 'IN_COURT', ...over]),
  advance('UNDER_INVESTIGATION', ['IN_COURT', ...over]),
  advance('REFERRED_TO_PROSECUTOR', ['IN_COURT', ...over]),
  advance('IN_COURT', over),
];
