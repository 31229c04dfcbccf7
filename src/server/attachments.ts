/**
 * PUT /attachments/<id>: the content of an attachment, as the body. GET: the content, with `?purpose=` as in the API.
 * HEAD: the same without the content; type and length tell of it, so it is found, authorised and logged as a read is.
 * All ask for the bearer token of the API; contents stream, and a file is never shown, only saved.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { badInput } from '../base/errors';
import { readId, uuidIn } from '../base/global-id';
import { present, problem, type Problem } from '../base/problem';
import type { RequestContext } from '../base/context';
import { fetchContent, mediaTypeOf } from '../domain/casework/attachment/attachment.fetching';
import { receive } from '../domain/casework/attachment/attachment.receiving';
import type { App } from '../identity/app';
import { enumerated } from '../model/codelist';
import { AccessPurpose } from '../policy/access-purpose.codes';
import { againstHeaders, brokenOff, contextOf, refuse } from './content-route';
import { bodyOf } from './slow-bodies';
import { counted, logTransfers } from './transfer-log';

const ATTACHMENTS_PATH = '/attachments/:id';
const NOBODY = '00000000-0000-0000-0000-000000000000';

type Request = FastifyRequest<{ Params: { readonly id: string }; Querystring: { readonly purpose?: string } }>;

interface Parts {
  readonly app: App;
  /** Of the metrics. */
  readonly registry: Registry;
}

export function attachmentRoutes(http: FastifyInstance, { app, registry }: Parts, done: () => void): void {
  logTransfers(http, app.log, registry);
  // The body is taken as it comes; nothing reads it before it is known whether it may come.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const { maxBytes } = app.config.attachments;
  http.addHook('onSend', ({ raw, headers }, reply, _payload, done) => {
    void reply.headers({ 'content-security-policy': "default-src 'none'; sandbox", 'referrer-policy': 'no-referrer' });
    // What is refused before all of it has come is not waited for, unless it is known to end soon.
    const ends = Number(headers['content-length'] ?? Infinity) <= maxBytes;
    if (raw.method === 'PUT' && !raw.complete && !ends) void reply.header('connection', 'close');
    done();
  });
  const bodyLimit = Number.MAX_SAFE_INTEGER;
  http.put(ATTACHMENTS_PATH, { bodyLimit }, (request: Request, reply) => put(app, request, reply));
  http.get(ATTACHMENTS_PATH, { exposeHeadRoute: false }, (request: Request, reply) => get(app, request, reply));
  http.head(ATTACHMENTS_PATH, (request: Request, reply) => get(app, request, reply));
  done();
}

async function put(app: App, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const body = bodyOf(request, app.config.attachments.timeoutMs);
  try {
    const ctx = await contextOf(app, request);
    const problems =
      againstHeaders(request, ctx, app.config.attachments.maxBytes) ??
      (await receive(ctx, attachmentIn(request, ctx), counted(request, body.parts)));
    if (problems.length === 0) return await reply.code(204).send();
    return await refuse(reply, problems);
  } catch (error) {
    if (request.raw.complete || !request.raw.destroyed) throw error;
    throw brokenOff();
  } finally {
    body.end();
  }
}

async function get(app: App, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = await contextOf(app, request);
  const { purpose = 'CASE_WORK' } = request.query;
  const found = AccessPurpose.codes.find((code) => code === purpose);
  if (!found) throw noPurpose();
  const fetched = await fetchContent(ctx, attachmentIn(request, ctx), found);
  if (!fetched) return refuse(reply, missing(ctx));
  const { type, size, content } = fetched;
  void reply.headers({ 'content-disposition': 'attachment', 'content-length': size }).type(mediaTypeOf(type));
  if (request.method === 'HEAD') return reply.send();
  return reply.send(Readable.from(counted(request, content()), { objectMode: false }));
}

/** An id of another type or country finds nothing, as one of nobody does. */
function attachmentIn({ params }: Request, { actor }: RequestContext): string {
  const id = readId(params.id);
  return id && (id.type ?? 'Attachment') === 'Attachment' ? uuidIn(id, actor?.country ?? null) : NOBODY;
}

const missing = ({ locale }: RequestContext): readonly Problem[] =>
  problem(
    'NOT_FOUND',
    'There is no such attachment, or its content is not here.',
    'Esse anexo não existe, ou o seu conteúdo não está aqui.',
  ).problems.map((shape) => present(shape, locale));

const purposes = enumerated(AccessPurpose, AccessPurpose.codes);
const noPurpose = () =>
  badInput(
    `This is no purpose that a content is read for. Choose one of these: ${purposes.en}.`,
    `Esta não é uma finalidade para a qual se lê um conteúdo. Escolha uma destas: ${purposes.pt}.`,
  );
