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
import { unauthenticated, withStatus, encoded } from '../base/refusals';
import { present, problem, type Problem } from '../base/problem';
import type { RequestContext } from '../base/context';
import { fetchContent, mediaTypeOf } from '../domain/casework/attachment/attachment.fetching';
import { receive } from '../domain/casework/attachment/attachment.receiving';
import { tooLarge } from '../domain/casework/attachment/content/refused';
import type { App } from '../identity/app';
import { enumerated } from '../model/codelist';
import { AccessPurpose } from '../policy/access-purpose.codes';
import { openExchange } from './exchange';
import { openContext } from './open-context';
import { isEncoded } from './request-body';
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

/** The account that asks. @throws ApiError UNAUTHENTICATED */
async function contextOf(app: App, request: FastifyRequest): Promise<RequestContext> {
  const ctx = await openContext(app, request, false);
  request.exchange = openExchange(ctx);
  if (!ctx.actor) throw unauthenticated();
  return ctx;
}

async function put(app: App, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const body = bodyOf(request, app.config.attachments.timeoutMs);
  try {
    const ctx = await contextOf(app, request);
    const problems =
      against(app, request, ctx) ?? (await receive(ctx, attachmentIn(request, ctx), counted(request, body.parts)));
    if (problems.length === 0) return await reply.code(204).send();
    return await refuse(reply, problems);
  } catch (error) {
    if (request.raw.complete || !request.raw.destroyed) throw error;
    throw brokenOff();
  } finally {
    body.end();
  }
}

/** What its headers show already. @throws ApiError BAD_USER_INPUT */
function against(app: App, { headers }: Request, { locale }: RequestContext): readonly Problem[] | undefined {
  if (isEncoded(headers['content-encoding'])) throw withStatus(encoded(), 415);
  // RFC 9110, 14.5: a part must not be taken for the whole.
  if (headers['content-range'] !== undefined) throw inParts();
  const { maxBytes } = app.config.attachments;
  if (Number(headers['content-length'] ?? 0) <= maxBytes) return undefined;
  return tooLarge(maxBytes).problems.map((shape) => present(shape, locale));
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

const statuses: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  CONTENT_STORED: 409,
  ILLEGAL_STEP: 409,
  CONTENT_TOO_LARGE: 413,
  CONTENT_TYPE_REFUSED: 415,
};

const refuse = (reply: FastifyReply, problems: readonly Problem[]): FastifyReply =>
  reply
    .code(statuses[problems[0]?.code ?? ''] ?? 422)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ problems: problems.map(({ code, message }) => ({ code, message })) }));

/** Nobody hears it. */
const brokenOff = () =>
  badInput('The content broke off on its way. Send it again.', 'O conteúdo interrompeu-se a meio. Envie-o de novo.');

const inParts = () =>
  badInput(
    'A content is not taken in parts. Send all of it in one request, without Content-Range.',
    'Um conteúdo não é aceite em partes. Envie-o todo num só pedido, sem Content-Range.',
  );

const missing = ({ locale }: RequestContext): readonly Problem[] =>
  problem(
    'NOT_FOUND',
    'There is no such attachment, or its content is not here.',
    'Esse anexo não existe, ou o seu conteúdo não está aqui.',
  ).problems.map((shape) => present(shape, locale));

const purposes = enumerated(AccessPurpose, AccessPurpose.codes);
const noPurpose = () =>
  badInput(
    `What it is read for is none of those that there are: ${purposes.en}.`,
    `Aquilo para que se lê não é nenhum dos que há: ${purposes.pt}.`,
  );
