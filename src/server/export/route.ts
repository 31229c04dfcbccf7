/**
 * GET /export/<token>: the file of an export, once. It is made when the link is first opened, and then sent as any file
 * is: with its length, in parts where parts are asked for, so that a download that broke off goes on. Nothing of the path
 * is logged.
 */
import { setMaxListeners } from 'node:events';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { CountryDatabase } from '../../base/countries';
import type { Locale, Text } from '../../base/locale';
import { askedLocale } from '../../base/locale';
import { present, ProblemError, type Problem } from '../../base/problem';
import { ApiError } from '../../base/errors';
import { exportLink } from '../../domain/data-export/data-export.actions';
import { findExport, type Exporting } from '../../domain/data-export/data-export.keeping';
import {
  giveBack,
  keepLink,
  standingLink,
  takeLink,
  useUp,
  type Lease,
  type StandingLink,
} from '../../writing/one-time-link';
import { delivered } from '../delivery';
import { linkAmong, NotNow } from '../one-time-links';
import { contextOf } from './context';
import { produce, type Producing, type Production } from './producing';
import { goesOn, headersOf, partOf, piecesOf } from './sending';

const { kind } = exportLink;

/** How long an answer waits for a file that is being made; proxies give up on what says nothing for longer. */
const PATIENCE_MS = 20_000;
/** How often what takes longer says that it still goes on. */
const KEEPING_MS = 20_000;
/** After which nobody has a link any longer, whatever became of the answer. */
const LONGEST_MS = 3_600_000;
/** Files that are made beside each other: what serves requests comes first. */
const AT_ONCE = 2;

type Request = FastifyRequest<{ Params: { readonly token: string } }>;

/** Times that a file is tried to be made which cannot be. */
const MOST_FAILURES = 3;

interface Failed {
  readonly problems: readonly Problem[];
  readonly times: number;
}

interface Opened {
  readonly country: CountryDatabase;
  readonly token: string;
  readonly exporting: Exporting;
}

export function exportRoute(http: FastifyInstance, parts: Producing): void {
  const route = new ExportRoute(parts);
  http.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.headers({
      'content-security-policy': "default-src 'none'; sandbox",
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    done();
  });
  http.get(`/${kind}/:token`, { exposeHeadRoute: false }, (request: Request, reply) => route.answer(request, reply));
  http.addHook('onClose', () => route.end());
}

class ExportRoute {
  private readonly productions = new Map<string, Production>();
  /** Files that are being made, or are about to be. */
  private making = 0;
  /** Why files could not be made, and how often that was tried. */
  private readonly failed = new LRUCache<string, Failed>({ max: 1_000 });
  private readonly underway = new Set<Promise<unknown>>();
  private readonly stopping = new AbortController();

  constructor(private readonly parts: Producing) {
    // As many listen as downloads are under way.
    setMaxListeners(0, this.stopping.signal);
  }

  async answer(request: Request, reply: FastifyReply): Promise<FastifyReply> {
    const { token } = request.params;
    const { app } = this.parts;
    const locale = askedLocale(request.headers['accept-language']) ?? 'en';
    try {
      const link = await linkAmong(app, token, (pool) => standingLink(pool, kind, token));
      const exporting = link && (await findExport(link.country.app, link.found.recordId));
      if (!link || !exporting) return say(reply, 410, 'NOT_FOUND', over, locale);
      const opened = { country: link.country, token, exporting };
      if (link.found.isUsed && !(exporting.file && goesOn(request.headers, exporting.file)))
        return say(reply, 410, 'NOT_FOUND', over, locale);
      const production = this.productions.get(exporting.id);
      if (production) return await this.wait(reply, opened, production);
      if (link.found.isTaken) return later(reply, busy, locale);
      return exporting.file ? await this.send(request, reply, opened) : await this.begin(reply, opened);
    } catch (error) {
      if (error instanceof NotNow) return later(reply, notNow, locale);
      if (error instanceof ProblemError)
        return refuse(
          reply,
          error.problems.map((shape) => present(shape, locale)),
        );
      if (error instanceof ApiError && error.code === 'UNAVAILABLE') return later(reply, notNow, locale);
      throw error;
    }
  }

  async end(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.underway);
  }

  /** Makes the file; whoever asks meanwhile waits for the same. */
  private async begin(reply: FastifyReply, opened: Opened): Promise<FastifyReply> {
    const { country, token, exporting } = opened;
    const failed = this.failed.get(exporting.id);
    if (failed && failed.times >= MOST_FAILURES) return refuse(reply, failed.problems);
    if (this.making >= AT_ONCE) return later(reply, crowded, exporting.locale);
    this.making++;
    const lease = await takeLink(country.app, kind, token).catch((error: unknown) => {
      this.making--;
      throw error;
    });
    if (!lease) {
      this.making--;
      return later(reply, busy, exporting.locale);
    }
    return this.wait(reply, opened, this.made(opened, lease));
  }

  private made(opened: Opened, lease: Lease): Production {
    const { country, token, exporting } = opened;
    const production = produce(this.parts, country, token, exporting);
    this.productions.set(exporting.id, production);
    const stop = this.keep(opened, lease);
    const settled = production.made.then(async (made) => {
      stop();
      if (Array.isArray(made)) this.note(exporting.id, made as readonly Problem[]);
      this.making--;
      this.productions.delete(exporting.id);
      await this.settle(() => giveBack(country.app, token, lease), opened);
      return made;
    });
    this.follow(settled);
    return { ...production, made: settled };
  }

  /** What has failed for a reason that stays is not tried for ever. */
  private note(id: string, problems: readonly Problem[]): void {
    if (problems.some(({ code }) => code === 'UNAVAILABLE')) return;
    this.failed.set(id, { problems, times: (this.failed.get(id)?.times ?? 0) + 1 });
  }

  private async wait(reply: FastifyReply, opened: Opened, production: Production): Promise<FastifyReply> {
    const { exporting, country, token } = opened;
    const made = await Promise.race([production.made, after(PATIENCE_MS)]);
    if (made === undefined) return running(reply, this.productions.get(exporting.id) ?? production, exporting.locale);
    if (Array.isArray(made)) return refuse(reply, made as readonly Problem[]);
    const link: StandingLink | undefined = await standingLink(country.app, kind, token);
    const found = link && !link.isTaken && !link.isUsed ? await findExport(country.app, exporting.id) : undefined;
    if (!found?.file) return later(reply, busy, exporting.locale);
    return this.send(reply.request as Request, reply, { ...opened, exporting: found });
  }

  private async send(request: Request, reply: FastifyReply, opened: Opened): Promise<FastifyReply> {
    const { country, token, exporting } = opened;
    const { app } = this.parts;
    const { file } = exporting;
    if (!file) throw new Error('a file that is not made');
    await contextOf(app, exporting);
    const part = partOf(request.headers, file);
    if (part === 'beyond')
      return reply
        .code(416)
        .headers({ 'content-range': `bytes */${file.bytes}` })
        .send();
    const lease = await takeLink(country.app, kind, token, goesOn(request.headers, file));
    if (!lease) return later(reply, busy, exporting.locale);
    const stop = this.keep(opened, lease);
    const arrived = delivered(reply.raw, this.stopping.signal);
    this.follow(
      arrived.then(async (isWhole) => {
        stop();
        // Whatever part of it arrived uses it up: from then on it only goes on.
        await this.settle(() => (isWhole ? useUp : giveBack)(country.app, token, lease), opened);
      }),
    );
    const pieces = piecesOf(app, country.code, token, exporting, part);
    return reply
      .code(part.isWhole ? 200 : 206)
      .headers(headersOf(exporting, file, part))
      .send(Readable.from(pieces, { objectMode: false }));
  }

  /** While something takes long, nobody else has the link. @returns what ends that */
  private keep({ country, token }: Opened, lease: Lease): () => void {
    const until = Date.now() + LONGEST_MS;
    const timer = setInterval(
      () => Date.now() < until && void keepLink(country.app, token, lease).catch(() => undefined),
      KEEPING_MS,
    );
    return () => clearInterval(timer);
  }

  private follow(work: Promise<unknown>): void {
    this.underway.add(work);
    void work.catch(() => undefined).finally(() => this.underway.delete(work));
  }

  /** What fails here the sweep does, or time. */
  private async settle(work: () => Promise<unknown>, { country, exporting }: Opened): Promise<void> {
    await work().catch((error: unknown) =>
      this.parts.app.log.warn(
        { err: error, country: country.code, export: exporting.id },
        'A link could not be settled',
      ),
    );
  }
}

const after = (ms: number): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());

const say = (reply: FastifyReply, status: number, code: string, text: Text, locale: Locale, more: object = {}) =>
  reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ ...more, problems: [{ code, message: text[locale] }] }));

const later = (reply: FastifyReply, text: Text, locale: Locale): FastifyReply =>
  say(reply.header('retry-after', '5'), 503, 'UNAVAILABLE', text, locale);

/** How far it is: rows that stand in the file, of those that are known to come. */
const running = (reply: FastifyReply, { rows, expected }: Production, locale: Locale): FastifyReply =>
  say(reply.header('retry-after', '1'), 503, 'EXPORT_RUNNING', underWay, locale, { rows, expected });

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 410,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

const refuse = (reply: FastifyReply, problems: readonly Problem[]): FastifyReply =>
  reply
    .code(statuses[problems[0]?.code ?? ''] ?? 422)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ problems: problems.map(({ code, message }) => ({ code, message })) }));

const over: Text = {
  en: 'This link opens nothing any more. A link is good once, for 15 minutes: ask for the export anew. A download that broke off goes on with a range and the tag of the file.',
  pt: 'Esta ligação já não abre nada. Cada ligação serve uma vez, durante 15 minutos: peça a exportação de novo. Uma transferência interrompida continua com um intervalo e a marca do ficheiro.',
};
const busy: Text = {
  en: 'The file is being made or fetched just now. Try again in a moment.',
  pt: 'O ficheiro está a ser feito ou descarregado neste momento. Tente de novo daqui a pouco.',
};
const crowded: Text = {
  en: 'Other files are being made. Try again in a moment: the link stays good.',
  pt: 'Outros ficheiros estão a ser feitos. Tente de novo daqui a pouco: a ligação continua válida.',
};
const underWay: Text = {
  en: 'The file is being made. Ask again with the same link: it goes on meanwhile.',
  pt: 'O ficheiro está a ser feito. Peça de novo com a mesma ligação: entretanto continua.',
};
const notNow: Text = {
  en: 'This does not work just now. Try again in a minute: the link stays good until its time is over.',
  pt: 'De momento não é possível. Tente de novo dentro de um minuto: a ligação continua válida até ao fim do prazo.',
};
