/** Texts for the notes of a case, and reasons that become one. */
import { field, part } from '../../../model/input';
import { CaseNote } from './case-note.entity';

export const caseText = part('caseText', CaseNote, {
  description: 'A text for the notes of a case. Sealed; every read is logged.',
  relies: ['text'],
});

const why = 'Why; goes into the notes of the case, sealed.';

/** The reason of a step, where one may be given. */
export const reason = field({ type: 'longText', nullable: true, description: why });

/** The reason of a step that is not taken without one. */
export const reasonNeeded = field({ type: 'longText', description: why });
