/**
 * GET /letter/<token>: a page with one button; POST: the letter, once. That GET gives nothing away is for the programs
 * that open every link they see. Nothing of the path is logged, and no address of another server stands in a page.
 */
import { setMaxListeners } from 'node:events';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayIn } from '../../base/calendar';
import type { CountryDatabase } from '../../base/countries';
import { letterLink } from '../../domain/casework/letter/referral-letter.actions';
import { shownLetter } from '../../domain/casework/letter/referral-letter.reading';
import type { App } from '../../identity/app';
import { giveBack, linkedRecord, takeLink, useUp, type Lease } from '../../writing/one-time-link';
import { linkAmong, NotNow } from '../one-time-links';
import { delivered } from '../delivery';
import { askingPage, laterPage, letterPage, overPage, policy } from './page';

const { kind } = letterLink;

const headers = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
} as const;

type Request = FastifyRequest<{ Params: { readonly token: string } }>;

export function letterRoute(http: FastifyInstance, { app }: { readonly app: App }): void {
  const underway = new Set<Promise<void>>();
  const stopping = new AbortController();
  // As many listen as letters are on their way.
  setMaxListeners(0, stopping.signal);
  // A form without fields sends an empty body, which nobody reads.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 1024 }, (_request, _body, done) => done(null));
  http.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers(headers);
    done();
  });
  http.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) => {
    const known = error instanceof NotNow || error.statusCode === 429 || error.statusCode === 503;
    if (!known) app.log.warn({ requestId: request.id, reason: error.name }, 'a letter could not be shown');
    return html(reply, error.statusCode === 429 ? 429 : 503, laterPage);
  });
  http.get(`/${kind}/:token`, async (request: Request, reply) =>
    (await countryOf(app, request.params.token)) ? html(reply, 200, askingPage) : html(reply, 410, overPage),
  );
  http.post(`/${kind}/:token`, async (request: Request, reply) => {
    const { token } = request.params;
    const country = await countryOf(app, token);
    const lease = country && (await takeLink(country.app, kind, token));
    if (!lease) return html(reply, 410, overPage);
    const letter = await shownLetter(country.app, lease.recordId, dayIn(country.timezone));
    const settled = settle(app, country, token, lease, letter ? delivered(reply.raw, stopping.signal) : false);
    underway.add(settled);
    void settled.finally(() => underway.delete(settled));
    return letter ? html(reply, 200, letterPage(letter)) : html(reply, 410, overPage);
  });
  http.addHook('onClose', async () => {
    stopping.abort();
    await Promise.all(underway);
  });
}

const html = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(text);

/** The country whose link it is. */
const countryOf = async (app: App, token: string): Promise<CountryDatabase | undefined> =>
  (await linkAmong(app, token, (pool) => linkedRecord(pool, kind, token)))?.country;

/** Uses a link up when its page has arrived, and gives it back when not. */
async function settle(
  app: App,
  { code, app: pool }: CountryDatabase,
  token: string,
  lease: Lease,
  arrived: Promise<boolean> | false,
): Promise<void> {
  try {
    await ((await arrived) ? useUp : giveBack)(pool, token, lease);
  } catch (error) {
    // It frees itself in a minute, and can then be opened again until its time is over.
    app.log.warn({ country: code, reason: (error as Error).name }, 'a link for one use could not be settled');
  }
}
