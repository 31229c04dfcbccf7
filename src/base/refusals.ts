/** What the server itself refuses, before any resolver is asked: one place for the texts. */
import { ApiError, badInput } from './errors';

/** A document or an input beyond a limit: says which limit, how much was found and how much is allowed. */
export const beyondLimit = (limit: string, found: number, maximum: number, en: string, pt: string): ApiError =>
  new ApiError(
    'GRAPHQL_VALIDATION_FAILED',
    {
      en: `${en}: ${shown(found)} found, at most ${maximum} allowed.`,
      pt: `${pt}: há ${shown(found)}, o máximo permitido é ${maximum}.`,
    },
    { limit, found: Math.min(found, Number.MAX_SAFE_INTEGER), maximum },
  );

/** A document that not even the parser comes to the bottom of. */
export const nestedTooDeeply = (): ApiError =>
  new ApiError(
    'GRAPHQL_VALIDATION_FAILED',
    { en: 'The document is nested too deeply.', pt: 'O documento tem demasiados níveis.' },
    { limit: 'depth' },
  );

const shown = (found: number): string => (found > 1e6 ? '> 1000000' : String(found));

export const costExceeded = (cost: number, maximum: number): ApiError =>
  new ApiError(
    'COST_EXCEEDED',
    {
      en: `This operation could return ${shown(cost)} records; at most ${maximum} are allowed. Ask for smaller pages or fewer levels.`,
      pt: `Esta operação poderia devolver ${shown(cost)} registos; o máximo permitido é ${maximum}. Peça páginas mais pequenas ou menos níveis.`,
    },
    { cost: Math.min(cost, Number.MAX_SAFE_INTEGER), maximum },
  );

export const pageSize = (coordinate: string, found: number, maximum: number): ApiError =>
  badInput(
    `The page size of ${coordinate} must be from 0 to ${maximum}.`,
    `O tamanho de página de ${coordinate} deve estar entre 0 e ${maximum}.`,
    { limit: 'pageSize', coordinate, found, maximum },
  );

export const unauthenticated = (): ApiError =>
  new ApiError('UNAUTHENTICATED', { en: 'Sign in first.', pt: 'Inicie sessão primeiro.' });

export const unavailable = (): ApiError =>
  new ApiError('UNAVAILABLE', {
    en: 'The service is not available at this moment. Try again shortly.',
    pt: 'O serviço não está disponível neste momento. Tente novamente dentro em pouco.',
  });

export const notServed = (country: string): ApiError =>
  new ApiError('UNAVAILABLE', {
    en: `The country ${country} is not served at this address.`,
    pt: `O país ${country} não é servido neste endereço.`,
  });

/** The country is this instance's to serve, and just now it cannot. */
export const outOfService = (countries: readonly string[]): ApiError =>
  new ApiError('UNAVAILABLE', {
    en: `Not answered just now: ${countries.join(', ')}. Try again in a while.`,
    pt: `De momento sem resposta: ${countries.join(', ')}. Tente novamente dentro de momentos.`,
  });

export const rateLimited = (seconds: number): ApiError =>
  new ApiError(
    'RATE_LIMITED',
    {
      en: `Too many requests from this address. Try again in ${seconds} seconds.`,
      pt: `Demasiados pedidos deste endereço. Tente novamente dentro de ${seconds} segundos.`,
    },
    { retryAfter: seconds },
  );

export const internal = (): ApiError =>
  new ApiError('INTERNAL_SERVER_ERROR', {
    en: 'Something went wrong on our side. Quote the X-Request-Id of this response when you report it.',
    pt: 'Ocorreu um erro do nosso lado. Indique o X-Request-Id desta resposta quando o comunicar.',
  });

/** A text that no database keeps. @param path the variable and the field in it, or the argument, as far as it can be told */
export function notRepresentable(path: readonly string[] = []): ApiError {
  const name = path.findLast((part) => !/^\d+$/.test(part));
  return badInput(
    `${name ? `The text in "${name}"` : 'A text'} contains a character that cannot be kept: an invisible NUL, or half of an emoji or of another character, as is left where a text is cut off. Delete it, or write the text anew.`,
    `${name ? `O texto em "${name}"` : 'Um texto'} contém um carácter que não se pode guardar: um NUL, que não se vê, ou metade de um emoji ou de outro carácter, como fica quando se corta um texto. Apague-o, ou escreva o texto de novo.`,
    placed(path),
  );
}

/** A name in the body that would be taken for something of the program itself. */
export const reservedName = (path: readonly string[]): ApiError =>
  badInput(
    'A field in the request is called "__proto__", and there is no such field. Leave it out.',
    'Um campo do pedido chama-se "__proto__", e não existe tal campo. Retire-o.',
    placed(path),
  );

const placed = (path: readonly string[]): Readonly<Record<string, unknown>> | undefined =>
  path.length > 0 ? { variable: path[0], path } : undefined;

export const outOfRange = (): ApiError =>
  badInput('A value is outside what its type can hold.', 'Um valor está fora do que o seu tipo pode conter.');

export const notFound = (): ApiError => badInput('There is nothing at this address.', 'Não há nada neste endereço.');

export const postOnly = (): ApiError =>
  badInput('Send GraphQL requests with POST.', 'Envie os pedidos GraphQL com POST.');

export const jsonOnly = (): ApiError =>
  badInput(
    'Send the request body as application/json in UTF-8.',
    'Envie o corpo do pedido como application/json em UTF-8.',
  );

export const encoded = (): ApiError =>
  badInput(
    'Send the request body as it is, without a Content-Encoding.',
    'Envie o corpo do pedido tal como é, sem Content-Encoding.',
  );

export const notAcceptable = (): ApiError =>
  badInput(
    'Answers come as application/graphql-response+json or application/json: the Accept header names neither.',
    'As respostas vêm como application/graphql-response+json ou application/json: o cabeçalho Accept não indica nenhum.',
  );

export const notJson = (): ApiError =>
  badInput('The request body is not JSON in UTF-8.', 'O corpo do pedido não é JSON em UTF-8.');

export const bodyTooLarge = (maximum: number): ApiError =>
  badInput(
    `The request body is too large: at most ${maximum} bytes are taken. Send less at once.`,
    `O corpo do pedido é demasiado grande: são aceites no máximo ${maximum} bytes. Envie menos de cada vez.`,
    { limit: 'body', maximum },
  );

export const bodyShape = (part: string, expected: string, esperado: string): ApiError =>
  badInput(`"${part}" must be ${expected}.`, `"${part}" deve ser ${esperado}.`);

export const noBatches = (): ApiError =>
  badInput(
    'Send one operation per request: the body must be a JSON object with a query.',
    'Envie uma operação por pedido: o corpo deve ser um objecto JSON com uma query.',
  );

export const unknownOperation = (): ApiError =>
  badInput(
    'The document has no operation of this name, or has several and none was named: send the name of one as operationName.',
    'O documento não tem uma operação com este nome, ou tem várias e nenhuma foi indicada: envie o nome de uma em operationName.',
  );

export const notOffered = (operation: string): ApiError =>
  badInput(`The API has no operations of type ${operation}.`, `A API não tem operações do tipo ${operation}.`);

/** An error that has an HTTP status of its own. */
export const withStatus = (error: ApiError, statusCode: number): ApiError => Object.assign(error, { statusCode });
