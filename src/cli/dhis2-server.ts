/** A DHIS2, as the push command speaks to it: tries again what did not arrive, and never what was judged. */
import type { Locale } from '../base/locale';
import { dhis2Address } from '../exchange/dhis2/address';
import type { Payload } from '../exchange/dhis2/payloads';
import { judge, majorOf, type Judgement, type Task } from '../exchange/dhis2/reply';
import * as words from './dhis2-push-words';
import { Failure, say } from './terminal';

export interface Version {
  readonly said: string;
  readonly major: number;
}

/** Seconds between one try and the next. */
export interface Pauses {
  readonly tries: readonly number[];
  /** While something is done that was put off: for ten minutes or so. */
  readonly task: readonly number[];
}

const usual: Pauses = { tries: [1, 2, 4, 8, 16], task: [1, 2, 3, ...Array<number>(120).fill(5)] };
/** A server may ask for so long a pause. */
const LONGEST_PAUSE = 60;
const TIMEOUT_MS = 120_000;

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Where it leads elsewhere: nobody is followed with a password. */
  readonly location: string | null;
}

export class Dhis2Server {
  /** @param base without a slash at its end, and without /api */
  constructor(
    readonly base: string,
    private readonly authorization: string,
    private readonly locale: Locale,
    private readonly pauses = usual,
  ) {}

  /** What is there, before anything is sent. @throws Failure where it does not say */
  async version(): Promise<Version> {
    const answer = await this.asked(`/api/system/info`, { method: 'GET' });
    if (typeof answer === 'string') throw this.failure(words.noAnswer(answer)[this.locale]);
    const said = (answer.body as { readonly version?: unknown } | null)?.version;
    const major = majorOf(said);
    if (major !== null) return { said: String(said), major };
    throw this.failure(words.answersWith(answer.status, answer.location)[this.locale]);
  }

  private readonly failure = (why: string): Failure =>
    new Failure(words.noVersion(this.base, why.replace(/\.$/, ''))[this.locale]);

  async send(
    { body, contentType, query, values }: Payload,
    schemes: Readonly<Record<string, string>>,
    dryRun: boolean,
  ) {
    const search = new URLSearchParams({ ...schemes, ...query, async: 'false', ...(dryRun && { dryRun: 'true' }) });
    const request = { method: 'POST', body, headers: { 'content-type': contentType } };
    const isJudged = (answer: Answer): boolean => judge(answer.body, values.length).outcome !== 'UNKNOWN';
    const answer = await this.asked(`/api/dataValueSets?${search.toString()}`, request, isJudged);
    if (typeof answer === 'string') return unknown(words.noAnswer(answer)[this.locale]);
    const judged = judge(answer.body, values.length);
    if (judged.task) return this.done(judged.task, values.length);
    if (judged.outcome !== 'UNKNOWN') return judged;
    return this.unjudged(answer, judged, values.length);
  }

  /** No importer has answered: what stands before it has. */
  private unjudged({ status, location }: Answer, { reasons }: Judgement, sent: number): Judgement {
    const why = unknown(words.answersWith(status, location)[this.locale]);
    const told = { ...why, reasons: [...why.reasons, ...reasons] };
    if (status < 300 || status >= 500) return told;
    return { ...told, outcome: 'REFUSED', rejected: Array.from({ length: sent }, (_, at) => at) };
  }

  /** What was put off: its summary comes when it is done. */
  private async done({ type, id }: Task, sent: number): Promise<Judgement> {
    let isOver = false;
    for (const seconds of this.pauses.task) {
      const summary = await this.asked(`/api/system/taskSummaries/${type}/${id}`, { method: 'GET' });
      const judged = judge(typeof summary === 'string' ? null : summary.body, sent);
      if (judged.counts) return judged;
      if (isOver) break;
      const notes = await this.asked(`/api/system/tasks/${type}/${id}`, { method: 'GET' });
      // Once more: the summary may have come between the two questions.
      isOver = typeof notes !== 'string' && isCompleted(notes.body);
      if (!isOver) await pause(seconds);
    }
    return unknown(words.stillAtWork(`${type} ${id}`)[this.locale]);
  }

  /** The answer; or, where none comes, why. @param isJudged whether an answer of a server that is busy is one all the same */
  private async asked(
    path: string,
    request: RequestInit,
    isJudged = (_: Answer): boolean => false,
  ): Promise<Answer | string> {
    for (let nth = 0; ; nth++) {
      const answer = await this.once(path, request);
      const isBusy = typeof answer === 'string' || (BUSY.has(answer.status) && !isJudged(answer));
      const seconds = this.pauses.tries[nth];
      if (!isBusy || seconds === undefined) return answer;
      const wait = Math.max(seconds, typeof answer === 'string' ? 0 : answer.wait);
      say(words.again(typeof answer === 'string' ? answer : String(answer.status), wait)[this.locale]);
      await pause(wait);
    }
  }

  private async once(path: string, request: RequestInit): Promise<(Answer & { readonly wait: number }) | string> {
    const headers = { ...request.headers, accept: 'application/json', authorization: this.authorization };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const answer = await fetch(`${this.base}${path}`, { ...request, headers, redirect: 'manual', signal });
      const text = await answer.text();
      const asked = Number(answer.headers.get('retry-after') ?? 0);
      const wait = Number.isFinite(asked) ? Math.min(Math.max(asked, 0), LONGEST_PAUSE) : 0;
      return { status: answer.status, body: parsed(text), location: answer.headers.get('location'), wait };
    } catch (error) {
      const { cause, message } = error as Error & { readonly cause?: { readonly message?: string } };
      return cause?.message ?? message;
    }
  }
}

const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const unknown = (why: string): Judgement => ({
  ...{ outcome: 'UNKNOWN', counts: null, rejected: null, task: null, completed: null },
  reasons: [{ code: null, text: why, indexes: [] }],
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const isCompleted = (notes: unknown): boolean =>
  Array.isArray(notes) && notes.some((one: { readonly completed?: unknown } | null) => one?.completed === true);

/** @throws Failure for what is no address that a password may be sent to */
export function addressOf(to: string, locale: Locale): string {
  const url = URL.canParse(to) ? new URL(to) : null;
  const address = dhis2Address(to, true);
  if (address === null) throw new Failure(words.badAddress(withoutSecrets(url, to))[locale]);
  return address;
}

/** What was typed may be a password, and is not said again. */
const withoutSecrets = (url: URL | null, to: string): string =>
  url ? `${url.protocol}//${url.host}` : to.replace(/\/\/.*@/, '//');

/** Credentials come from the environment: arguments are seen by everybody on the machine. @throws Failure */
export function credentials(locale: Locale, env: NodeJS.ProcessEnv = process.env): string {
  if (env.DHIS2_TOKEN) return `ApiToken ${env.DHIS2_TOKEN}`;
  if (!env.DHIS2_USERNAME || !env.DHIS2_PASSWORD) throw new Failure(words.noCredentials[locale]);
  return `Basic ${Buffer.from(`${env.DHIS2_USERNAME}:${env.DHIS2_PASSWORD}`).toString('base64')}`;
}
