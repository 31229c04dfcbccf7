/** Signs out who has left: first asks, so that nobody is cut off who only reads (WCAG 2.2.1). */

const ASK_AFTER_MS = 14 * 60_000;
const END_AFTER_MS = 15 * 60_000;
const LOOK_MS = 1_000;

export interface IdleHandling {
  readonly ask: () => void;
  readonly askNoMore: () => void;
  readonly end: () => void;
}

/** @returns what is to be called when somebody says that they are there, and what stops it */
export function watchIdle({ ask, askNoMore, end }: IdleHandling): {
  readonly here: () => void;
  readonly stop: () => void;
} {
  let last = Date.now();
  let isAsked = false;
  const here = (): void => {
    last = Date.now();
    if (isAsked) askNoMore();
    isAsked = false;
  };
  // Once it is asked, only the answer counts: a hand that brushes the mouse has not read the question.
  const moved = (): void => {
    if (!isAsked) last = Date.now();
  };
  const events = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'] as const;
  for (const name of events) addEventListener(name, moved, { passive: true, capture: true });
  // By the clock and not by counting: a computer that slept has been idle.
  const timer = setInterval(() => {
    const idle = Date.now() - last;
    if (idle >= END_AFTER_MS) end();
    else if (idle >= ASK_AFTER_MS && !isAsked) {
      isAsked = true;
      ask();
    }
  }, LOOK_MS);
  const stop = (): void => {
    clearInterval(timer);
    for (const name of events) removeEventListener(name, moved, { capture: true });
  };
  return { here, stop };
}
