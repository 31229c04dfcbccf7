/** How long something may take that does not have to be done: and that others have their turn meanwhile. */
import { giveWay } from '../base/breathe';

const TURN_MS = 20;

export class Clock {
  private readonly until: number;
  private gaveWay = performance.now();

  constructor(limitMs: number) {
    this.until = performance.now() + limitMs;
  }

  /** False: there is no time left. */
  async hasTime(): Promise<boolean> {
    const now = performance.now();
    if (now - this.gaveWay > TURN_MS) {
      await giveWay();
      this.gaveWay = performance.now();
    }
    return performance.now() < this.until;
  }
}
