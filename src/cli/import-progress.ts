/** Sends the file of an import and shows how far it is, as the API tells it line by line. */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ApiClient } from './api-client';
import { brokenOff } from './import-words';
import { Progress } from './progress';
import { Failure } from './terminal';

export interface Counts {
  readonly rowsRead: number;
  readonly rowsMade: number;
  readonly rowsKnown: number;
  readonly rowsRefused: number;
}

export interface Finding {
  readonly finding: 'PROBLEM' | 'WARNING';
  readonly row: number;
  readonly sheet: string | null;
  readonly column: string | null;
  /** Of the field, where no column says it. */
  readonly path: string | null;
  readonly message: string;
}

interface Line extends Counts {
  readonly status?: string;
  readonly findings?: readonly Finding[];
  readonly problems?: readonly { readonly message: string }[];
}

/** @throws Failure with what the API has against the file */
export async function follow(
  client: ApiClient,
  id: string,
  name: string,
  bytes: Buffer,
): Promise<{ readonly counts: Counts; readonly findings: readonly Finding[] }> {
  const answer = await client.send(`/imports/${encodeURIComponent(id)}`, bytes);
  const progress = new Progress(name);
  const total = rowsIn(bytes);
  try {
    for await (const line of linesOf(answer)) {
      if (line.problems) throw new Failure(line.problems.map(({ message }) => message).join('\n'));
      if (line.findings) return { counts: line, findings: line.findings };
      if (total > 0) progress.show(Math.min(1, line.rowsRead / total));
    }
  } finally {
    progress.clear();
  }
  throw new Failure(brokenOff[client.locale]);
}

async function* linesOf({ body }: Response): AsyncGenerator<Line> {
  if (!body) return;
  const lines = createInterface({ input: Readable.fromWeb(body), crlfDelay: Infinity });
  for await (const line of lines) if (line) yield JSON.parse(line) as Line;
}

const NEWLINE = 10;
/** About so many; 0 where it cannot be told, since the file is packed. */
function rowsIn(bytes: Buffer): number {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 0;
  let lines = 0;
  for (const byte of bytes) if (byte === NEWLINE) lines++;
  return lines;
}
