/** How the short numbers of casework look, so that they are found however they are typed. */
import type { NumberForm } from '../../../base/typed-number';

export const caseNumber: NumberForm = { prefix: 'country', length: 6 };
export const survivorNumber: NumberForm = { prefix: 'S', length: 6 };
/** Another than the survivor's: who sees the letter learns no code. The last letter checks the others. */
export const letterNumber: NumberForm = { prefix: 'R', length: 7, checked: true };
