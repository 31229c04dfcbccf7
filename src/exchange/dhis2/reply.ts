/**
 * What became of what was sent, as the importers of DHIS2 say it. The HTTP code is not asked: up to 2.42 an import of which a
 * part was refused is a 409, from 2.43 on a 200.
 */

export interface Counts {
  readonly imported: number;
  readonly updated: number;
  readonly ignored: number;
  readonly deleted: number;
}

export interface Reason {
  readonly code: string | null;
  /** As DHIS2 says it, in its own language. */
  readonly text: string;
  /** Of the values, counted from 0; empty: of none that is named. */
  readonly indexes: readonly number[];
}

export interface Judgement {
  /**
   * PART: some were refused, by `rejected` if it names any. REFUSED: none was taken. WAITS: it is done later, as a task.
   * UNKNOWN: it is no answer of an importer, so that nobody knows what is there.
   */
  readonly outcome: 'SUCCESS' | 'PART' | 'REFUSED' | 'WAITS' | 'UNKNOWN';
  readonly counts: Counts | null;
  /** Which were refused, counted from 0; null: it is not said which. */
  readonly rejected: readonly number[] | null;
  readonly reasons: readonly Reason[];
  readonly task: Task | null;
  /** What it says of the form: null where it says nothing. */
  readonly completed: boolean | null;
}

export interface Task {
  readonly type: string;
  readonly id: string;
}

type Json = Readonly<Record<string, unknown>>;

const objectIn = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const wholeIn = (value: unknown): number | null => (Number.isSafeInteger(value) ? (value as number) : null);

const nothing = { counts: null, rejected: null, reasons: [], task: null, completed: null } as const;

/**
 * @param body the answer, parsed; null where it is no JSON
 * @param sent how many values there were
 */
export function judge(body: unknown, sent: number): Judgement {
  const answer = objectIn(body);
  // Before 2.38, and of a task, the summary stands by itself.
  const summary = objectIn(answer?.['response']) ?? answer;
  const task = taskIn(summary);
  if (task) return { ...nothing, outcome: 'WAITS', task };
  const [status, counts] = [textIn(summary?.['status']), countsIn(summary?.['importCount'])];
  const reasons = reasonsIn(summary);
  if (!summary || !status || !counts) return refusalOf(answer, sent);
  const known = rejectedIn(summary, reasons, sent);
  const isQuiet = reasons.length === 0 && listIn(summary['rejectedIndexes']).length === 0;
  const outcome = outcomeOf(status, counts, { known, sent, isQuiet });
  const rejected =
    outcome === 'SUCCESS' ? [] : outcome === 'REFUSED' ? everyOne(sent) : known.length > 0 ? known : null;
  const completed = textIn(summary['dataSetComplete']);
  return {
    outcome,
    counts,
    rejected,
    reasons,
    task: null,
    completed: completed === null ? null : completed !== 'false',
  };
}

const everyOne = (sent: number): readonly number[] => Array.from({ length: sent }, (_, at) => at);

interface Asked {
  readonly known: readonly number[];
  readonly sent: number;
  readonly isQuiet: boolean;
}

function outcomeOf(status: string, counts: Counts, { known, sent, isQuiet }: Asked): Judgement['outcome'] {
  const taken = counts.imported + counts.updated + counts.deleted;
  const isTold = ['SUCCESS', 'OK', 'WARNING', 'ERROR'].includes(status);
  if (!isTold) return 'UNKNOWN';
  if (known.length >= sent && sent > 0) return 'REFUSED';
  if (status === 'ERROR') return taken > 0 ? 'PART' : 'REFUSED';
  // A file of which only the first row was read is a success, too: its counts are too small.
  const isWhole = taken + counts.ignored === sent;
  return status !== 'WARNING' && isQuiet && isWhole ? 'SUCCESS' : 'PART';
}

function countsIn(value: unknown): Counts | null {
  const said = objectIn(value);
  const of = (name: keyof Counts): number => wholeIn(said?.[name]) ?? 0;
  return said && { imported: of('imported'), updated: of('updated'), ignored: of('ignored'), deleted: of('deleted') };
}

function reasonsIn(summary: Json | null): readonly Reason[] {
  return listIn(summary?.['conflicts']).map((one) => {
    const said = objectIn(one) ?? {};
    return {
      code: textIn(said['errorCode']),
      text: plain(textIn(said['value']) ?? textIn(said['object']) ?? ''),
      indexes: indexesIn(said['indexes']),
    };
  });
}

/** From 2.43 on a request that cannot be read has the index -1. */
const indexesIn = (value: unknown): readonly number[] =>
  listIn(value).flatMap((one) => {
    const index = wholeIn(one);
    return index !== null && index >= 0 ? index : [];
  });

function rejectedIn(summary: Json, reasons: readonly Reason[], sent: number): readonly number[] {
  const all = [...indexesIn(summary['rejectedIndexes']), ...reasons.flatMap(({ indexes }) => indexes)];
  return [...new Set(all)].filter((index) => index < sent).sort((a, b) => a - b);
}

function taskIn(summary: Json | null): Task | null {
  const endpoint = textIn(summary?.['relativeNotifierEndpoint']) ?? '';
  const [, type, id] = /\/system\/tasks\/([A-Z_]+)\/([A-Za-z0-9]+)$/.exec(endpoint) ?? [];
  if (type && id) return { type, id };
  const [job, own] = [textIn(summary?.['jobType']), textIn(summary?.['id'])];
  return job && own && /^[A-Z_]+$/.test(job) && /^[A-Za-z0-9]+$/.test(own) ? { type: job, id: own } : null;
}

/** What comes before any import: of who asks, or of what cannot be read. A server that broke down may have taken something. */
function refusalOf(answer: Json | null, sent: number): Judgement {
  const text = textIn(answer?.['message']) ?? textIn(answer?.['description']);
  const reasons = text === null ? [] : [{ code: textIn(answer?.['errorCode']), text: plain(text), indexes: [] }];
  const code = wholeIn(answer?.['httpStatusCode']);
  const isRefused = answer?.['status'] === 'ERROR' && code !== null && code >= 400 && code < 500;
  return isRefused
    ? { ...nothing, reasons, outcome: 'REFUSED', rejected: everyOne(sent) }
    : { ...nothing, reasons, outcome: 'UNKNOWN' };
}

/** One line that does nothing to a terminal. */
const plain = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 500);

/** The version of a DHIS2 as its information says it: `2.42.1` is 42, `2.44-SNAPSHOT` 44; null: it cannot be told. */
export function majorOf(version: unknown): number | null {
  const [, two, major] = /^(?:(2)\.)?(\d{2})(?:[.-]|$)/.exec(textIn(version) ?? '') ?? [];
  return major !== undefined && (two === '2' || Number(major) >= 30) ? Number(major) : null;
}
