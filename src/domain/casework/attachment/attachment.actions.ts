/** Attaching something to a case, and correcting what was said of it. Its content is sent by itself. */
import { one, part } from '../../../model/input';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notTomorrow } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { caseLifecycle, same as caseStays, unfinished } from '../case/case.lifecycle';
import { caseToAddTo, inCase } from '../case/case.step';
import { AttachmentStatus } from './attachment.codes';
import { assertAttachable, assertFits } from './attachment.checks';
import { Attachment, AttachmentContent } from './attachment.entity';
import { attachmentLifecycle, same } from './attachment.lifecycle';

const attachmentWords = part('attachmentWords', AttachmentContent, {
  description: 'What an attachment shows, in words. Sealed; every read is logged.',
});
const words = one(attachmentWords, { nullable: true, description: 'In words, sealed.' });

/** A form may come when the case is closed already. */
const worked = caseLifecycle.on({ from: [...unfinished, 'CLOSED'], to: caseStays });

action(
  {
    name: 'attachToCase',
    of: Attachment,
    label: { en: 'attach something', pt: 'anexar algo' },
    description:
      'Attaches a photograph, an audio recording, a document or a medico-legal form to a case. Its content is sent afterwards, with PUT to the path `/attachments/` with the id of the attachment behind it.',
    duty: 'caseWork',
    input: making(Attachment, {
      description: 'What attaching something takes.',
      relies: ['caseId', 'kind'],
      fields: { words },
    }),
    steps: [attachmentLifecycle.on({ from: [], to: 'AWAITING_CONTENT' }), worked],
  },
  async (work, { id: given, values, words: told }) => {
    const { id: caseId, dataKeyId, ...record } = await caseToAddTo(work, values.caseId);
    checkTaken(work, values.takenOn);
    await assertAttachable(work, { id: caseId, dataKeyId, ...record }, values.kind, ['kind']);
    const status = attachmentLifecycle.step(null, work.action, undefined);
    const attachmentId = await work.insert(Attachment, { ...values, id: given, status });
    // Always: it names the key that the content is sealed with.
    await work.insert(AttachmentContent, { ...told?.values, caseId, attachmentId, dataKeyId });
    return attachmentId;
  },
);

action(
  {
    name: 'updateAttachment',
    of: Attachment,
    label: { en: 'correct an attachment', pt: 'corrigir um anexo' },
    description: 'Corrects what was said of an attachment; its content stays as it is.',
    duty: 'caseWork',
    input: changing(Attachment, {
      description: 'What correcting an attachment takes; what is left out stays as it is.',
      fields: { words },
    }),
    steps: [attachmentLifecycle.on({ from: AttachmentStatus.codes, to: same }), worked],
  },
  async (work, { id, expectedVersion, values, words: told }) => {
    const { record: held, of } = await inCase(work, Attachment, id, { expectedVersion });
    attachmentLifecycle.step(held.status, work.action, undefined);
    checkTaken(work, values.takenOn);
    if (values.kind && values.kind !== held.kind) {
      // What a withdrawal has shut is not opened by another name.
      await assertAttachable(work, of, held.kind, ['kind']);
      await assertAttachable(work, of, values.kind, ['kind']);
      assertFits(values.kind, held.mediaType, ['kind']);
    }
    await work.update(Attachment, held, values);
    const { caption } = told?.values ?? {};
    const [content] = await work.find(AttachmentContent, { attachmentId: id }, true);
    if (content && caption !== undefined) await work.update(AttachmentContent, content, { caption });
    return id;
  },
);

/** @throws ProblemError INVALID_INPUT */
function checkTaken(work: Work, takenOn: string | null | undefined): void {
  const check = new InputCheck();
  notTomorrow(check, takenOn, work.day(), ['takenOn']);
  check.done();
}
