/** Long work in this process lets others have their turn: promises alone give way to nobody. */
import { setImmediate as turn } from 'node:timers/promises';

/** Rows after which others have their turn. */
export const BREATH = 50;

/** Hands on what comes, and gives way after every so many. */
export async function* breathing<T>(all: AsyncIterable<T>): AsyncGenerator<T> {
  let since = 0;
  for await (const one of all) {
    yield one;
    if (++since % BREATH === 0) await turn();
  }
}

export const giveWay = (): Promise<void> => turn();
