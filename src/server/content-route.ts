/** What the routes have in common that take a content as the body of a request. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../base/context';
import { badInput } from '../base/errors';
import { present, type Problem } from '../base/problem';
import { encoded, unauthenticated, withStatus } from '../base/refusals';
import { tooLarge } from '../domain/casework/attachment/content/refused';
import type { App } from '../identity/app';
import { openExchange } from './exchange';
import { openContext } from './open-context';
import { isEncoded } from './request-body';

/** The account that asks. @throws ApiError UNAUTHENTICATED */
export async function contextOf(app: App, request: FastifyRequest): Promise<RequestContext> {
  const ctx = await openContext(app, request, false);
  request.exchange = openExchange(ctx);
  if (!ctx.actor) throw unauthenticated();
  return ctx;
}

/** What its headers show already. @throws ApiError BAD_USER_INPUT */
export function againstHeaders(
  { headers }: FastifyRequest,
  { locale }: RequestContext,
  maxBytes: number,
): readonly Problem[] | undefined {
  if (isEncoded(headers['content-encoding'])) throw withStatus(encoded(), 415);
  // RFC 9110, 14.5: a part must not be taken for the whole.
  if (headers['content-range'] !== undefined) throw inParts();
  if (Number(headers['content-length'] ?? 0) <= maxBytes) return undefined;
  return tooLarge(maxBytes).problems.map((shape) => present(shape, locale));
}

const statuses: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  CONTENT_STORED: 409,
  ILLEGAL_STEP: 409,
  CONTENT_TOO_LARGE: 413,
  CONTENT_TYPE_REFUSED: 415,
};

export const refuse = (reply: FastifyReply, problems: readonly Problem[]): FastifyReply =>
  reply
    .code(statuses[problems[0]?.code ?? ''] ?? 422)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ problems: problems.map(({ code, message }) => ({ code, message })) }));

/** Nobody hears it. */
export const brokenOff = () =>
  badInput('The content broke off on its way. Send it again.', 'O conteúdo interrompeu-se a meio. Envie-o de novo.');

const inParts = () =>
  badInput(
    'A content is not taken in parts. Send all of it in one request, without Content-Range.',
    'Um conteúdo não é aceite em partes. Envie-o todo num só pedido, sem Content-Range.',
  );
