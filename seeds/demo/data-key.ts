/** Data keys of what is told. */
import { instant } from './calendar';
import type { Story } from './story';

/** A data key, made when the rows are written. @returns its id */
export function newDataKey({ random, batch }: Pick<Story, 'random' | 'batch'>, at: number): string {
  const id = random.id(at);
  batch.dataKeys.push({ id, at: instant(at) });
  return id;
}
