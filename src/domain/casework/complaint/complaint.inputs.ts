/** What is told beside the codes of a complaint. */
import { one, part, type InputOf } from '../../../model/input';
import { ComplaintIdentity, ComplaintNote } from './complaint-record.entity';

const complaintIdentity = part('complaintIdentity', ComplaintIdentity, {
  description: 'Its number and who has it. Sealed; every read is logged. What is left out stays as it is.',
});

const complaintText = part('complaintText', ComplaintNote, {
  description: 'A text for the notes of a complaint. Sealed; every read is logged.',
  relies: ['text'],
});

export const identity = one(complaintIdentity, {
  nullable: true,
  description: 'The number that the mechanism gave it, and who has it.',
});
export const note = one(complaintText, { nullable: true, description: 'What is to be noted of it.' });
export const reason = one(complaintText, { description: 'Why; goes into the notes of the complaint, sealed.' });

export type ToldIdentity = InputOf<typeof complaintIdentity> | null | undefined;
export type ToldNote = InputOf<typeof complaintText> | null | undefined;
