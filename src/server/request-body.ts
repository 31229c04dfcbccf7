/** Reads the body of a GraphQL request. Bytes that are no text, and texts that no database can keep, end here. */
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiError } from '../base/errors';
import { bodyShape, jsonOnly, noBatches, notJson, notRepresentable, reservedName, withStatus } from '../base/refusals';

/** Escapes that may stand for NUL, half a character or part of a reserved name; anything else cannot hide one. */
const suspicious = /\\u(?:0000|[dD][89a-fA-F]|00[57])|__proto__/;

/** Lets a scope take JSON in UTF-8 and nothing else. */
export function acceptJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const parse = (request: FastifyRequest, body: Buffer): unknown => {
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset && !/^utf-?8$/i.test(charset)) throw withStatus(jsonOnly(), 415);
    return readBody(body);
  };
  scope.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, parse(request, body));
    } catch (error) {
      done(error as ApiError);
    }
  });
}

/** Whether a body is in other bytes than its own (`Content-Encoding`). */
export const isEncoded = (codings: string | undefined): boolean =>
  /[^\s,]/.test((codings ?? '').replace(/\bidentity\b/gi, ''));

/** @throws ApiError BAD_USER_INPUT */
export function readBody(bytes: Buffer): Readonly<Record<string, unknown>> {
  if (!isUtf8(bytes)) throw notJson();
  // Windows tools put a byte order mark before what they write (RFC 8259, 8.1: it may be passed over).
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const body = parseJson(text);
  const refusal = suspicious.test(text) ? unfit(body) : undefined;
  if (refusal) throw refusal;
  if (!isRecord(body)) throw noBatches();
  if (typeof body['query'] !== 'string' || body['query'] === '') {
    throw bodyShape('query', 'a GraphQL document', 'um documento de GraphQL');
  }
  if (!isAbsent(body['operationName']) && typeof body['operationName'] !== 'string') {
    throw bodyShape('operationName', 'a string', 'um texto');
  }
  for (const part of ['variables', 'extensions']) {
    if (!isAbsent(body[part]) && !isRecord(body[part])) throw bodyShape(part, 'an object', 'um objecto');
  }
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw notJson();
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Place {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** The first text that no database can keep, or name that none may have. Without recursion: nesting is not bounded yet. */
function unfit(body: unknown): ApiError | undefined {
  const open: Place[] = [{ value: body, path: [] }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at;
    if (typeof value === 'string' && !isText(value)) return notRepresentable(told(path));
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      if (key === '__proto__') return reservedName(told(path));
      if (!isText(key)) return notRepresentable(told(path));
      open.push({ value: part, path: [...path, key] });
    }
  }
  return undefined;
}

/** A place as those know it who fill in the variables; of what is no name nothing is told again. */
const told = ([part, ...path]: readonly string[]): readonly string[] =>
  part === 'variables' && path.every((name) => /^\w{1,64}$/.test(name)) ? path : [];

const isText = (value: string): boolean => value.isWellFormed() && !value.includes('\0');
