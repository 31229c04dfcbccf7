/** What goes by itself: attachments whose content never came, and contents that are nobody's any more. */
import { REGION } from '../../../base/countries';
import { raw, sql, type Sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import { removeContent, type StoreName } from '../../../writing/content/store';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import { Attachment, AttachmentContent } from './attachment.entity';

const reason = 'An attachment whose content has not come within a day is removed.';
const attachments = asSystem(Attachment, reason);
const contents = asSystem(AttachmentContent, reason);

sweep({
  name: 'forgetAttachments',
  label: { en: 'forget an attachment without content', pt: 'esquecer um anexo sem conteúdo' },
  description: 'removes attachments whose content has not come within a day',
  writes: [attachments, contents],
  run: async (work) => {
    const due = await work.query<{ id: string }>(sql`
      SELECT id FROM attachment WHERE status = 'AWAITING_CONTENT' AND created_at < now() - interval '1 day'
      ORDER BY created_at LIMIT ${SWEEP_BATCH} FOR UPDATE SKIP LOCKED`);
    if (due.length === 0) return 0;
    const ids = due.map(({ id }) => id);
    const [held, words] = await Promise.all([
      work.find(Attachment, { id: ids }, true),
      work.find(AttachmentContent, { attachmentId: ids }, true),
    ]);
    work.erase(AttachmentContent, words, { as: contents });
    work.erase(Attachment, held, { as: attachments });
    return held.length;
  },
});

/** In the region's own place nothing is attached, and nobody may look whether it is. */
const attached = (country: string): Sql =>
  country === REGION ? raw('') : sql`AND NOT EXISTS (SELECT FROM attachment a WHERE a.content_id = s.id)`;

/** The attachment was erased, or the content broke off and could not be removed then. */
sweep({
  name: 'removeContents',
  label: { en: 'remove a content that is nobody’s', pt: 'remover um conteúdo que não é de ninguém' },
  description:
    'removes the bytes of attachments that were erased, of exports that are over, and those that a broken transfer left',
  writes: [],
  inRegion: true,
  run: async (work) => {
    const due = await work.query<{ id: string; store: StoreName }>(sql`
      SELECT s.id, s.store FROM stored_content s
      WHERE (s.finished_at < now() - interval '10 minutes' OR s.started_at < now() - interval '1 day')
        AND NOT EXISTS (SELECT FROM data_export d WHERE d.content_id = s.id) ${attached(work.country)}
      ORDER BY s.started_at LIMIT ${SWEEP_BATCH}`);
    for (const { id, store } of due) await removeContent(work.ctx.app, work.country, id, store);
    return due.length;
  },
});
