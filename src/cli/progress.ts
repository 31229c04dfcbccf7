/** How far something long is: a bar that moves on a terminal, now and then a line anywhere else. */
import type { WriteStream } from 'node:tty';

/** Where it is shown; `isTTY` says whether a line can be written over. */
export type Output = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

const BAR = 30;
/** The bar moves so often at most. */
const FRAME_MS = 100;
/** Elsewhere lines come for each tenth, and so far apart at least. */
const LINE_MS = 10_000;

export class Progress {
  private readonly began = performance.now();
  private shownAt = -Infinity;
  private shownTenth = 0;
  private drawn = false;

  /** @param doing what is being done, before the bar */
  constructor(
    private readonly doing: string,
    private readonly output: Output = process.stdout,
  ) {
    if (!output.isTTY) this.shownAt = this.began;
  }

  /** One line, above the bar. */
  readonly say = (line: string): void => {
    this.clear();
    this.output.write(`${line}\n`);
  };

  /** Shows that this share is done, from 0 to 1. */
  readonly show = (share: number): void => {
    const now = performance.now();
    const tenth = Math.floor(share * 10);
    const due = this.output.isTTY
      ? now - this.shownAt >= FRAME_MS
      : now - this.shownAt >= LINE_MS && tenth > this.shownTenth && share < 1;
    if (!due) return;
    this.shownAt = now;
    this.shownTenth = tenth;
    const left = share > 0.02 ? `, ${duration(((now - this.began) * (1 - share)) / share)} left` : '';
    const text = `${String(Math.floor(share * 100)).padStart(3)} %${left}`;
    if (this.output.isTTY) this.draw(share, text);
    else this.output.write(`${this.doing}: ${text.trim()}\n`);
  };

  /** Leaves the line of the bar empty. */
  clear(): void {
    if (this.drawn) this.output.write('\r\u001b[K');
    this.drawn = false;
  }

  private draw(share: number, text: string): void {
    const full = Math.round(share * BAR);
    const line = `${this.doing} [${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${text}`;
    this.output.write(`\r${line.slice(0, (this.output.columns || 80) - 1)}\u001b[K`);
    this.drawn = true;
  }
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
