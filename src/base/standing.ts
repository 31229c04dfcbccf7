/**
 * Whether the session stands that a request comes with. One that was met before is presumed to stand as it did then,
 * and the statement that reads finds out whether it does: so a read is one round trip, and no answer leaves unconfirmed.
 */
import type { Actor } from './actor';

/** A session does not stand as presumed: it ended, or its account may do something else now. Ask anew. */
export class SessionChanged extends Error {
  override readonly name = 'SessionChanged';
}

export class Standing {
  #confirmed: boolean;

  constructor(
    readonly actor: Actor,
    /** Looks the session up; null where that was done just now. */
    private readonly stands: (() => Promise<boolean>) | null,
    /** Accounts of the country changed, and their colleagues there may not say so yet. */
    readonly isBehind = false,
  ) {
    this.#confirmed = stands === null;
  }

  /** Whether it was not looked up when the request came. */
  get isPresumed(): boolean {
    return this.stands !== null;
  }

  /** A statement has succeeded that does not unless the session stands as presumed. */
  found(): void {
    this.#confirmed = true;
  }

  /** Looks the session up, unless it was found to stand. @throws SessionChanged */
  async confirm(): Promise<void> {
    if (this.#confirmed) return;
    if (!(await this.stands?.())) throw new SessionChanged();
    this.#confirmed = true;
  }
}
