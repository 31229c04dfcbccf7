/** Holding a survivor with all cases, so that nothing slips past a decision. */
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { Survivor } from './survivor.entity';

/**
 * The cases of a survivor, locked: whoever changes consents, or does something on the strength of one, holds them, so
 * that neither slips past the other.
 */
export function lockCases(work: Work, survivorId: string): Promise<Case[]> {
  // One after the other, so that a case which is registered meanwhile is among them, or waits.
  work.hold(Survivor, [survivorId]);
  return work.find(Case, { survivorId }, true);
}

/** The record that a person has by now: who had no connection when two were merged still names the one that is gone. */
export const lasting = ({ id, mergedIntoId }: Survivor): string => mergedIntoId ?? id;
