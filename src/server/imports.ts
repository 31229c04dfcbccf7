/**
 * PUT /imports/<id>: the file of an import that was prepared, as the body. The answer comes as the import goes on, a JSON
 * object a line: how far it is, and at last what came of it, with what was found in each row.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readId, globalId, uuidIn } from '../base/global-id';
import { ApiError } from '../base/errors';
import { present, ProblemError } from '../base/problem';
import type { RequestContext } from '../base/context';
import { tooLarge } from '../domain/casework/attachment/content/refused';
import { told } from '../domain/import/import.findings';
import { mapFile, MOST_BYTES } from '../domain/import/import.reading';
import { begin, importFile, type Begun, type MappedFile } from '../domain/import/import.running';
import type { App } from '../identity/app';
import { againstHeaders, brokenOff, contextOf, refuse } from './content-route';
import { bodyOf } from './slow-bodies';

/** Where the files of imports go. */
export const IMPORTS = '/imports/';
const NOBODY = '00000000-0000-0000-0000-000000000000';

type Request = FastifyRequest<{ Params: { readonly id: string } }>;

export function importRoutes(http: FastifyInstance, { app }: { readonly app: App }, done: () => void): void {
  // The body is taken as it comes; nothing reads it before it is known whether it may come.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
  http.put(`${IMPORTS}:id`, { bodyLimit: Number.MAX_SAFE_INTEGER }, (request: Request, reply) =>
    put(app, request, reply),
  );
  done();
}

async function put(app: App, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = await contextOf(app, request);
  try {
    const problems = againstHeaders(request, ctx, MOST_BYTES);
    if (problems) return await refuse(reply, problems);
    const bytes = await received(app, request);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const begun = await begin(ctx, importIn(request, ctx), digest);
    const file = await mapFile(begun, begun.fileName ?? '', bytes);
    const lines = tell(app, request, ctx, begun, file);
    return await reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(lines, { objectMode: false }));
  } catch (error) {
    if (error instanceof ProblemError)
      return refuse(
        reply,
        error.problems.map((shape) => present(shape, ctx.locale)),
      );
    throw error;
  }
}

/** @throws ProblemError CONTENT_TOO_LARGE */
async function received(app: App, request: Request): Promise<Buffer> {
  const body = bodyOf(request, app.config.attachments.timeoutMs);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of body.parts) {
      size += part.length;
      if (size > MOST_BYTES) throw tooLarge(MOST_BYTES);
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof ProblemError || request.raw.complete || !request.raw.destroyed) throw error;
    throw brokenOff();
  } finally {
    body.end();
  }
}

/** An id of another type or country finds nothing, as one of nobody does. */
function importIn({ params }: Request, { actor }: RequestContext): string {
  const id = readId(params.id);
  return id && (id.type ?? 'DataImport') === 'DataImport' ? uuidIn(id, actor?.country ?? null) : NOBODY;
}

/** Whoever is signed out meanwhile imports no further. */
async function* tell(
  app: App,
  request: Request,
  ctx: RequestContext,
  begun: Begun,
  file: MappedFile,
): AsyncGenerator<string> {
  try {
    const running = importFile(begun, file, () => contextOf(app, request));
    for (;;) {
      const { done, value } = await running.next();
      if (!done) {
        yield line(value);
        continue;
      }
      const { counts, findings } = value;
      const dataImport = globalId('DataImport', begun.actor.country, begun.importId);
      yield line({ dataImport, status: 'DONE', ...counts, findings: findings.map((one) => told(one, ctx.locale)) });
      return;
    }
  } catch (error) {
    yield line({ problems: problemsOf(app, error, ctx) });
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** What the answer has begun cannot have another status any more. */
function problemsOf(app: App, error: unknown, { locale }: RequestContext): object[] {
  if (error instanceof ProblemError) return error.problems.map((shape) => present(shape, locale));
  if (error instanceof ApiError) return [{ code: error.code, message: error.in(locale) }];
  app.log.error({ err: error }, 'An import broke off');
  const message = {
    en: 'The import broke off. Send the file again: it goes on.',
    pt: 'A importação interrompeu-se. Envie de novo o ficheiro: ela continua.',
  };
  return [{ code: 'INTERNAL_SERVER_ERROR', message: message[locale] }];
}
