/** Writes that follow from what somebody may do, to a class that they may not write themselves. */
import { thingOf, type Constructor, type Thing } from '../model/thing';

export interface SystemWrite {
  readonly thing: Thing;
  /** Why it is written whoever acts, for the access matrix. */
  readonly reason: string;
}

const declared: SystemWrite[] = [];

/** Every such write, for the access matrix. Complete once `src/domain/all.ts` is loaded. */
export const systemWrites: readonly SystemWrite[] = declared;

/**
 * Declares that records of a thing are written whoever acts. The unit of work takes it in place of the caller's right,
 * for this thing alone.
 */
export function asSystem(target: Constructor, reason: string): SystemWrite {
  const write = { thing: thingOf(target), reason };
  declared.push(write);
  return write;
}
