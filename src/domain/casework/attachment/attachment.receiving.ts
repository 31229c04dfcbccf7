/**
 * The content of an attachment comes: it is looked at, cleaned, sealed and kept while it comes, and counts when all of it
 * is there. One that breaks off leaves nothing, and can be sent again; so can one that has come already.
 */
import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../../../base/context';
import type { CountryCode } from '../../../base/countries';
import type { PieceSeal } from '../../../base/vault';
import { present, problem, ProblemError, type Problem } from '../../../base/problem';
import { nameAction } from '../../../model/action';
import { keepContent, removeContent } from '../../../writing/content/store';
import { now } from '../../../writing/moments';
import { mutate, rehearse } from '../../../writing/mutate';
import type { Work } from '../../../writing/work';
import { inCase } from '../case/case.step';
import { assertAttachable } from './attachment.checks';
import type { AttachmentKind, AttachmentStatus, AttachmentType } from './attachment.codes';
import { Attachment, AttachmentContent } from './attachment.entity';
import { attachmentLifecycle, STORING } from './attachment.lifecycle';
import { limited, measured, sealed, type Measured } from './attachment.pieces';
import { recognise } from './content/formats';
import { Source } from './content/source';

nameAction(STORING, { en: 'send the content of an attachment', pt: 'enviar o conteúdo de um anexo' });

/** What a content is kept for. */
interface Destination {
  readonly kind: AttachmentKind;
  readonly status: AttachmentStatus;
  /** Of what has come already. */
  readonly digest: string | null;
  readonly seal: PieceSeal;
}

/** @param id of the attachment, a UUID. @returns what is against it; nothing where the content is kept */
export async function receive(
  ctx: RequestContext,
  id: string,
  body: AsyncIterable<Buffer>,
): Promise<readonly Problem[]> {
  const contentId = randomUUID();
  const input = { idempotencyKey: contentId, id };
  let found: Destination | undefined;
  const against = await rehearse(ctx, STORING, input, async (work) => {
    found = await destination(work, id, contentId);
    return id;
  });
  if (against.length > 0 || !found) return against;
  try {
    return found.status === 'STORED' ? await compare(ctx, found, body) : await keep(ctx, input, found, body);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map((shape) => present(shape, ctx.locale));
    throw error;
  }
}

async function destination(work: Work, id: string, contentId: string): Promise<Destination> {
  const { record, of } = await inCase(work, Attachment, id);
  await assertAttachable(work, of, record.kind, []);
  const digest = await work.reveal(AttachmentContent, { attachmentId: id }, 'digest');
  const { kind, status } = record;
  return { kind, status, digest, seal: await work.pieces(AttachmentContent, of.dataKeyId, rowOf(id, contentId)) };
}

/** What a content is sealed for: this attachment, and this time that it was sent. */
export const rowOf = (attachmentId: string, contentId: string): string => `${attachmentId}/${contentId}`;

interface Input {
  /** The id of the content. */
  readonly idempotencyKey: string;
  readonly id: string;
}

async function keep(
  ctx: RequestContext,
  input: Input,
  { kind, seal }: Destination,
  body: AsyncIterable<Buffer>,
): Promise<readonly Problem[]> {
  const { app } = ctx;
  const country = ctx.actor?.country as CountryCode;
  const contentId = input.idempotencyKey;
  const { type, kept } = await recognise(new Source(limited(body, app.config.attachments.maxBytes)), kind);
  const known: Partial<Measured> = {};
  await keepContent(app, country, contentId, sealed(measured(kept, known), seal));
  let problems: readonly Problem[] | undefined;
  let stored = true;
  try {
    ({ problems } = await mutate(ctx, STORING, input, async (work) => {
      stored = await store(work, input, type, known as Measured);
      return input.id;
    }));
    return problems;
  } finally {
    // Somebody was faster, or it was taken out meanwhile. Where it is not known what came of it, the sweep looks.
    if (problems && (problems.length > 0 || !stored))
      await removeContent(app, country, contentId, app.config.attachments.store).catch(() => undefined);
  }
}

/** @returns whether it is kept: of the same that was sent twice at once, as telephones do that heard no answer, one is */
async function store(
  work: Work,
  { id, idempotencyKey: contentId }: Input,
  mediaType: AttachmentType,
  { size, digest }: Measured,
): Promise<boolean> {
  const { record, of } = await inCase(work, Attachment, id);
  await assertAttachable(work, of, record.kind, []);
  if (record.status === 'STORED') {
    if ((await work.reveal(AttachmentContent, { attachmentId: id }, 'digest')) !== digest) throw another();
    return false;
  }
  const status = attachmentLifecycle.step(record.status, STORING, undefined);
  await work.update(Attachment, record, { status, mediaType, size, contentId, storedAt: now() });
  const [content] = await work.find(AttachmentContent, { attachmentId: id }, true);
  if (!content) throw new Error('an attachment without its content');
  await work.update(AttachmentContent, content, { digest });
  return true;
}

/** The same once more is done already; another one is not taken in its place. */
async function compare(
  ctx: RequestContext,
  { kind, digest }: Destination,
  body: AsyncIterable<Buffer>,
): Promise<readonly Problem[]> {
  const { kept } = await recognise(new Source(limited(body, ctx.app.config.attachments.maxBytes)), kind);
  const known: Partial<Measured> = {};
  for await (const part of measured(kept, known)) void part;
  if (known.digest !== digest) throw another();
  return [];
}

const another = () =>
  problem(
    'CONTENT_STORED',
    'Another content of this attachment is here already. To keep this one as well, attach it by itself.',
    'Já existe aqui outro conteúdo deste anexo. Para guardar também este, anexe-o à parte.',
  );
