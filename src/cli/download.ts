/** Fetches a file by its link: waits while it is made, goes on where it broke off, and holds it against its digest. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApiClient } from './api-client';
import * as words from './export-words';
import { Progress } from './progress';
import { Failure } from './terminal';

export interface Downloaded {
  readonly rows: number;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Times that it may break off without a byte in between. */
const MOST_TRIES = 8;

interface Refusal {
  readonly rows?: number;
  readonly expected?: number;
  readonly problems?: readonly { readonly code: string; readonly message: string }[];
}

/** @throws Failure with what the API has against it, or where what arrives is not what was sent */
export async function download({ locale }: ApiClient, link: string, path: string, name: string): Promise<Downloaded> {
  const progress = new Progress(name);
  const file = await open(path, 'w');
  try {
    const fetching = new Fetching(link, locale, file, progress);
    const found = await fetching.all();
    progress.clear();
    if ((await digestOf(path)) !== found.sha256) throw new Failure(words.changed[locale]);
    return found;
  } finally {
    progress.clear();
    await file.close();
  }
}

class Fetching {
  private at = 0;
  private tag: string | null = null;

  constructor(
    private readonly link: string,
    private readonly locale: ApiClient['locale'],
    private readonly file: FileHandle,
    private readonly progress: Progress,
  ) {}

  async all(): Promise<Downloaded> {
    for (let tries = 0; tries < MOST_TRIES;) {
      const from = this.at;
      const found = await this.once().catch((error: unknown) => {
        if (error instanceof Failure) throw error;
        return 'broken' as const;
      });
      if (typeof found === 'object') return found;
      if (found === 'later') continue;
      tries = this.at > from ? 0 : tries + 1;
      if (tries > 0) await wait(1_000);
    }
    throw new Failure(words.gaveUp[this.locale]);
  }

  /** @returns what is to be done where it is not all there: it is being made, which ends, or broke off */
  private async once(): Promise<Downloaded | 'later' | 'broken'> {
    const range = this.at > 0 && this.tag !== null && { range: `bytes=${this.at}-`, 'if-range': this.tag };
    const response = await fetch(this.link, { headers: { 'accept-language': this.locale, ...range } });
    if (response.status === 503) return this.later(response);
    if (!response.ok || !response.body) throw new Failure(messageOf(await refusalOf(response), response.status));
    // Another edition begins anew.
    if (response.status === 200) this.at = 0;
    this.tag = response.headers.get('etag');
    const total = this.at + Number(response.headers.get('content-length') ?? 0);
    for await (const piece of response.body as AsyncIterable<Uint8Array>) await this.take(piece, total);
    const rows = Number(response.headers.get('x-row-count') ?? 0);
    return this.at === total ? { rows, bytes: total, sha256: (this.tag ?? '').replaceAll('"', '') } : 'broken';
  }

  private async take(piece: Uint8Array, total: number): Promise<void> {
    await this.file.write(piece, 0, piece.length, this.at);
    this.at += piece.length;
    this.progress.show(total > 0 ? this.at / total : 1);
  }

  private async later(response: Response): Promise<'later'> {
    const refusal = await refusalOf(response);
    const code = refusal.problems?.[0]?.code;
    if (code !== 'EXPORT_RUNNING' && code !== 'UNAVAILABLE') throw new Failure(messageOf(refusal, 503));
    if (refusal.expected) this.progress.show(Math.min((refusal.rows ?? 0) / refusal.expected, 1));
    await wait(1_000 * Number(response.headers.get('retry-after') ?? 1));
    return 'later';
  }
}

const refusalOf = async (response: Response): Promise<Refusal> => (await response.json().catch(() => ({}))) as Refusal;

const messageOf = ({ problems = [] }: Refusal, status: number): string =>
  problems.map(({ message }) => message).join('\n') || `HTTP ${status}`;

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
