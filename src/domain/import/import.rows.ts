/** A batch of rows becomes records, in one transaction; what is wrong with some of them leaves the others as they are. */
import { BREATH, giveWay } from '../../base/breathe';
import { ProblemError, type ProblemShape } from '../../base/problem';
import { sql } from '../../base/sql';
import { ForbiddenError } from '../../policy/denial';
import { mayUse } from '../../policy/rights';
import type { CountryActor, Work } from '../../writing/work';
import type { InputCheck } from '../../writing/input';
import { remarksOf } from '../../writing/mutate';
import { together } from '../../writing/many';
import { normalise, sorted } from '../../writing/normalise';
import { rowWork, type RowWork } from '../../writing/row-work';
import { StatementFailed } from '../../writing/work-errors';
import { warningsOf } from '../../writing/warnings';
import type { ImportStatus } from './import.codes';
import { againstForm } from './import.form';
import { keep, keptOf } from './import.keeping';
import { callings, inTurn, meetPeople } from './import.people';
import type { Batch, Done, ImportRow, Outcome } from './import.batch';
import type { Against } from './import.references';
import { IMPORTING, importLifecycle, requestOf } from './import.lifecycle';

type Flat = Record<string, unknown>;

/** What is wrong with some rows of a transaction that was rolled back for it. */
class RowsRefused extends Error {
  constructor(readonly refused: ReadonlyMap<ImportRow, readonly ProblemShape[]>) {
    super('some rows are refused');
  }
}

/** Somebody takes the import back while it runs: this is about no row. */
class TakenBack extends Error {
  constructor(readonly refusal: ProblemError) {
    super('the import is taken back');
  }
}

/** Below the longest that a statement may take. */
const LONGEST_WAIT = '9s';

type Outcomes = Map<ImportRow, Outcome>;

/**
 * @returns what came of each row
 * @throws ProblemError ILLEGAL_STEP where the import was taken back meanwhile
 */
export async function importBatch(batch: Batch, rows: readonly ImportRow[]): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  try {
    for (let left = rows; left.length > 0;) {
      const { now, later } = inTurn(left);
      await attempt(batch, now, outcomes);
      left = later;
    }
    return outcomes;
  } catch (error) {
    throw error instanceof TakenBack ? error.refusal : error;
  }
}

/** Again without those that are refused; in halves where it is not known which row the database would not have. */
async function attempt(batch: Batch, rows: readonly ImportRow[], outcomes: Outcomes): Promise<void> {
  if (rows.length === 0) return;
  try {
    const done = await transactRows(batch, rows);
    for (const [row, outcome] of done) outcomes.set(row, outcome);
  } catch (error) {
    const refused = refusedBy(error, rows);
    if (refused) {
      for (const [row, problems] of refused) outcomes.set(row, { problems, warnings: [] });
      return attempt(
        batch,
        rows.filter((row) => !refused.has(row)),
        outcomes,
      );
    }
    // What the database has against a single row is a fault of ours.
    if (!isOfARow(error) || rows.length === 1) throw error;
    const half = Math.ceil(rows.length / 2);
    await attempt(batch, rows.slice(0, half), outcomes);
    await attempt(batch, rows.slice(half), outcomes);
  }
}

const isOfARow = (error: unknown): boolean => error instanceof ProblemError || error instanceof StatementFailed;

function refusedBy(error: unknown, rows: readonly ImportRow[]): RowsRefused['refused'] | undefined {
  if (error instanceof RowsRefused) return error.refused;
  const [row, another] = rows;
  return error instanceof ProblemError && row && !another ? new Map([[row, error.problems]]) : undefined;
}

const transactRows = (batch: Batch, rows: readonly ImportRow[]): Promise<Outcomes> =>
  together(
    batch.ctx,
    { actor: batch.actor, action: IMPORTING, requestId: requestOf(batch.importId), rehearsal: batch.dryRun },
    async (work) => {
      await inTurnOf(work, batch.organisationId);
      await assertGoesOn(work, batch.importId);
      const outcomes: Outcomes = new Map();
      const known = await knownAmong(work, rows);
      const fresh = rows.filter((row) => {
        const before = known.get(row.reference);
        if (before) outcomes.set(row, outcomeOfKnown(row, before, batch.importId));
        return !before;
      });
      for (const [row, outcome] of await doRows(batch, work, fresh)) outcomes.set(row, outcome);
      return outcomes;
    },
  );

/** Two files of an organisation may hold the same rows: the second to come to a row waits, and finds it imported. */
async function inTurnOf(work: Work, organisationId: string): Promise<void> {
  // Nobody sits before a batch: it waits for another one, or for who takes the import back, longer than a request may.
  await work.query(sql`SELECT set_config('lock_timeout', ${LONGEST_WAIT}, true)`);
  await work.query(sql`SELECT pg_advisory_xact_lock(hashtext('import rows ' || ${organisationId}::text))`);
}

/** Whoever takes it back, or sends the same file, waits until these rows are in, and finds them. @throws TakenBack */
async function assertGoesOn(work: Work, importId: string): Promise<void> {
  const [found] = await work.query<{ status: ImportStatus }>(
    sql`SELECT status FROM data_import WHERE id = ${importId} FOR UPDATE`,
  );
  try {
    importLifecycle.step(found?.status ?? null, IMPORTING, undefined);
  } catch (error) {
    throw error instanceof ProblemError ? new TakenBack(error) : error;
  }
}

interface Known {
  readonly reference: string;
  readonly digest: string;
  readonly row: number;
  readonly importId: string;
}

async function knownAmong(work: Work, rows: readonly ImportRow[]): Promise<Map<string, Known>> {
  const found = await work.query<Known & Record<string, unknown>>(sql`
    SELECT encode(reference, 'hex') AS reference, encode(digest, 'hex') AS digest, row, import_id AS "importId"
    FROM imported_row
    WHERE reference = ANY(SELECT decode(v, 'hex') FROM unnest(${rows.map(({ reference }) => reference)}::text[]) v)`);
  return new Map(found.map((one) => [one.reference, one]));
}

/** The same again is left as it is; the same name with something else is told. */
function outcomeOfKnown({ row, digest }: ImportRow, before: Known, importId: string): Outcome {
  const isOwn = before.importId === importId;
  if (isOwn && before.row !== row) return { problems: [namedTwice(before.row)], warnings: [] };
  const warnings = before.digest === digest ? [] : [changedSince];
  return { came: isOwn ? 'made before' : 'known', problems: [], warnings };
}

export const namedTwice = (row: number): ProblemShape => ({
  code: 'ALREADY_EXISTS',
  text: {
    en: `Row ${row} has the same identifier. Give each row its own, or leave one of the two out.`,
    pt: `A linha ${row} tem o mesmo identificador. Dê a cada linha o seu, ou retire uma das duas.`,
  },
});
const changedSince: ProblemShape = {
  code: 'ALREADY_EXISTS',
  text: {
    en: 'It was imported before, and the file says something else now. What is recorded stays; correct the record itself.',
    pt: 'Já foi importada, e o ficheiro diz agora outra coisa. O que está registado mantém-se; corrija o próprio registo.',
  },
};

type Run = (work: Work, input: unknown) => Promise<string>;
type Check = (check: InputCheck, input: unknown, today: string) => void;

async function doRows(batch: Batch, work: Work, rows: readonly ImportRow[]): Promise<Outcomes> {
  const { way, references } = batch;
  const shapeless = new Map(rows.map((row) => [row, againstForm(way.input, row.input)] as const));
  const bad = new Map([...shapeless].filter(([, problems]) => problems.length > 0));
  if (bad.size > 0) throw new RowsRefused(bad);
  const inputs = rows.map(({ input }) => structuredClone({ ...way.constants, ...input }));
  const people = await meetPeople(batch, work, new Map(rows.map((row, at) => [row, inputs[at] as Flat])));
  const unnamed = await references.put(work, way.action.thing, way.input, inputs);
  const settled = await begunInTurns(rows.length, (at) =>
    doRow(batch, work, inputs[at] as Flat, unnamed[at] as Against),
  );
  const refused = new Map<ImportRow, readonly ProblemShape[]>();
  const done = new Map<ImportRow, Done>();
  settled.forEach((one, at) => {
    const row = rows[at] as ImportRow;
    if (one.status === 'fulfilled') done.set(row, one.value);
    else refused.set(row, problemsOf(one.reason));
  });
  if (refused.size > 0) throw new RowsRefused(refused);
  keep(
    batch,
    work,
    [...done].flatMap(([row, one]) => [keptOf(way, row, one), ...callings(batch, row, people.get(row), one)]),
  );
  return new Map([...done].map(([row, { warnings }]) => [row, { came: 'made', problems: [], warnings }]));
}

/** All at once, but begun some at a time, so that other requests have their turn in between. */
async function begunInTurns<T>(count: number, begin: (at: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> {
  const begun: Promise<PromiseSettledResult<T>[]>[] = [];
  for (let from = 0; from < count; from += BREATH) {
    const some = Array.from({ length: Math.min(BREATH, count - from) }, (_, at) => begin(from + at));
    begun.push(Promise.allSettled(some));
    await giveWay();
  }
  return (await Promise.all(begun)).flat();
}

/** @throws what is no problem of a row */
function problemsOf(reason: unknown): readonly ProblemShape[] {
  if (reason instanceof ProblemError) return reason.problems;
  if (reason instanceof ForbiddenError) return [{ code: 'FORBIDDEN', text: reason.text }];
  throw reason;
}

async function doRow({ actor, way: { action } }: Batch, whole: Work, input: Flat, unnamed: Against): Promise<Done> {
  const check = action.check as Check | undefined;
  const {
    input: fit,
    problems,
    sentPlace,
  } = normalise(actor, action.thing, action.input, input, (found, given) =>
    check?.(found, sorted(action.input, given), whole.day()),
  );
  const places = new Set(unnamed.problems.map(({ path = [] }) => path.join('.')));
  const others = problems.filter(({ path = [] }) => !places.has(path.join('.')));
  if (unnamed.problems.length + others.length > 0) throw new ProblemError([...unnamed.problems, ...others]);
  const row = rowWork(whole, action.name);
  const id = await (action.run as Run)(row.work, sorted(action.input, fit)).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.problems.map((one) => ({ ...one, path: sentPlace(one.path ?? []) })));
  });
  const odd = [...oddIn(actor, whole, row, fit, action.input), ...(await remarksOf(row.work, id, fit))];
  return { id, made: row.made, warnings: [...unnamed.warnings, ...odd] };
}

function oddIn(
  { role }: CountryActor,
  whole: Work,
  { made }: RowWork,
  fit: Flat,
  input: Parameters<typeof warningsOf>[0],
): ProblemShape[] {
  const own = new Set(made.map(([, id]) => id));
  const written = whole.ledger.written.filter(({ row: { id } }) => own.has(id as string));
  const mayRead = ({ dataClass }: Parameters<Parameters<typeof warningsOf>[4]>[0]): boolean =>
    mayUse(role, dataClass, 'read');
  return warningsOf(input, fit, written, (at) => whole.day(at?.toISOString()), mayRead);
}
