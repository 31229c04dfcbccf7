/**
 * GET /dashboard: one page on the public API, and the files that it loads. Nothing of it is made for whoever asks: what
 * somebody may see, the API decides when the page asks it.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound, withStatus } from '../../base/refusals';
import { encodingFor, PAGE, readBuilt, type BuiltFiles } from './files';

const FOLDER = '/dashboard/';

/** What the page may do: load its own script and style, ask this server, and nothing else. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** No sensor, no camera, no payment: a page of numbers needs none of it. */
const headers = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-robots-tag': 'noindex, nofollow',
  vary: 'accept-encoding',
} as const;

/** Such a name has the hash of what it names, so that what was fetched once is never asked for again. */
const hashed = /-[A-Z0-9]{8}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';

type Request = FastifyRequest<{ Params: { readonly name?: string } }>;

export function dashboardRoutes(http: FastifyInstance): void {
  let built: BuiltFiles | undefined;
  const files = (): BuiltFiles => (built ??= readBuilt());
  http.get('/dashboard', (request: Request, reply) => send(files(), PAGE, request, reply));
  http.get(`${FOLDER}:name`, (request: Request, reply) => {
    const { name = '' } = request.params;
    if (name === PAGE) throw withStatus(notFound(), 404);
    return send(files(), name, request, reply);
  });
}

function send(files: BuiltFiles, name: string, request: Request, reply: FastifyReply): FastifyReply {
  const file = files.get(name);
  if (!file) throw withStatus(notFound(), 404);
  void reply.headers(headers);
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (hashed.test(name)) {
    const tag = `"${name}.${encoding}"`;
    void reply.headers({ 'cache-control': FOR_EVER, etag: tag });
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  }
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.type(file.type).send(file.bytes[encoding]);
}
