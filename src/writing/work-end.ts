/** What is derived at the end of a unit of work: once, however often and by whatever part of it it was asked for. */

/** Derives something from the records of these ids, as they are by then. */
export type Derivation<W> = (work: W, ids: readonly string[]) => Promise<void>;

export class Derivations<W> {
  private asked = new Map<Derivation<W>, Set<string>>();

  ask(derivation: Derivation<W>, id: string): void {
    const ids = this.asked.get(derivation);
    if (ids) ids.add(id);
    else this.asked.set(derivation, new Set([id]));
  }

  /** Derives everything at once, and what is asked for meanwhile after it. */
  async run(work: W): Promise<void> {
    while (this.asked.size > 0) {
      const { asked } = this;
      this.asked = new Map();
      await Promise.all([...asked].map(([derive, ids]) => derive(work, [...ids].sort())));
    }
  }
}
