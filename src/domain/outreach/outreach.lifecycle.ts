/** The lifecycle of an outreach activity: planned, then held or cancelled; most are recorded when they were held. */
import { Lifecycle, type Course, type Guard } from '../../model/lifecycle';
import { OutreachStatus } from './outreach.codes';

/** What the guards judge by. */
export interface OutreachFacts {
  /** Its day; days are compared as they stand in the calendar of the country. */
  readonly heldOn: string;
  readonly today: string;
}

export const hasCome: Guard<OutreachFacts> = {
  description: 'its day has come',
  against: ({ heldOn, today }) =>
    heldOn <= today
      ? undefined
      : {
          code: 'NOT_YET',
          text: {
            en: `Its day is ${heldOn}; it cannot have been held before. Plan it, or say on which day it was held.`,
            pt: `O seu dia é ${heldOn}; não pode ter sido realizada antes. Planifique-a, ou indique em que dia foi realizada.`,
            without: {
              en: 'Its day has not come; it cannot have been held yet. Plan it, or say on which day it was held.',
              pt: 'O seu dia ainda não chegou; não pode ter sido já realizada. Planifique-a, ou indique em que dia foi realizada.',
            },
          },
          path: ['heldOn'],
        },
};

export const same: Course<OutreachStatus, OutreachFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

export const outreachLifecycle = new Lifecycle<OutreachStatus, OutreachFacts>('OutreachActivity', OutreachStatus);
