/** An attachment is made first, so that a phone can send its content again until it has come. */
import { Lifecycle, type Course } from '../../../model/lifecycle';
import { caseLifecycle, same as caseStays, unfinished } from '../case/case.lifecycle';
import { AttachmentStatus } from './attachment.codes';

export const same: Course<AttachmentStatus> = { description: 'the same', of: (from) => from, stays: true };

export const attachmentLifecycle = new Lifecycle<AttachmentStatus>('Attachment', AttachmentStatus);

/** What is done when the content has come. */
export const STORING = 'storeAttachment';
attachmentLifecycle.follows(STORING, { from: ['AWAITING_CONTENT'], to: 'STORED' });
caseLifecycle.follows(STORING, { from: [...unfinished, 'CLOSED'], to: caseStays });
