/** The rows of an export, some at a time, each as JSON. */
import type { RequestContext } from '../../base/context';
import { problem } from '../../base/problem';
import { REGION } from '../../base/countries';
import { readRows } from '../../execution/export/read-rows';
import { writingFor } from '../../execution/reading';
import { isHeldByRegion } from '../../policy/rights';
import type { Execution } from '../execution';
import { answered } from './asking';
import { boundTo, type FilePlan, type ListFile } from './documents';

/** Rows that are in the file already, and how many there are to be as far as is known. */
export interface Going {
  readonly rows: number;
  readonly expected: number;
}

/** Rows of a page: few enough that memory stays small and others have their turn. */
const PAGE_ROWS = 1000;

interface Asked {
  readonly ctx: RequestContext;
  readonly plan: FilePlan;
  readonly execution: Execution;
  /** When it must be done, in milliseconds since 1970. */
  readonly until: number;
  readonly going: { rows: number; expected: number };
  /** @throws where whoever asked may not go on */
  readonly stands: () => Promise<unknown>;
}

export async function* pagesOf(asked: Asked): AsyncGenerator<readonly string[]> {
  const { plan, going } = asked;
  const pages = plan.kind === 'list' ? ofList(asked, plan) : ofIndicators(asked, plan);
  for await (const rows of pages) {
    going.rows += rows.length;
    yield rows;
  }
}

async function* ofList({ ctx, until, going, stands }: Asked, plan: ListFile): AsyncGenerator<readonly string[]> {
  const { rows, thing } = plan;
  if (!rows) return;
  const binding = boundTo(ctx, plan);
  const { country } = binding.given(rows.list.given.number);
  const { place } = rows.part.main;
  const readers = ctx.scope.filter(
    ({ code, sharesCases }) =>
      (!country || code === country) &&
      (place ?? code) === code &&
      (sharesCases || !thing.ofSharing) &&
      (code !== REGION || isHeldByRegion(thing.dataClass)),
  );
  const writing = writingFor(ctx, binding);
  yield* readRows({
    ...{ plan: rows, binding, writing, readers, length: PAGE_ROWS, timeoutMs: Math.max(until - Date.now(), 1) },
    expect: (many) => (going.expected += many),
    mayGoOn: async () => {
      if (Date.now() > until) throw tookTooLong();
      await stands();
    },
  });
  const [failure] = writing.failures;
  if (failure) throw failure.error;
}

async function* ofIndicators({ ctx, execution }: Asked, { read }: FilePlan): AsyncGenerator<readonly string[]> {
  const data = await answered<Record<string, Table | null> | null>(execution, ctx, read);
  const [table] = Object.values(data ?? {});
  yield (table?.rows ?? []).map((row) => JSON.stringify(row));
}

interface Table {
  readonly rows: readonly object[];
}

const tookTooLong = () =>
  problem(
    'EXPORT_LIMIT',
    'It takes too long to make the file. Ask for fewer columns, or for a part of the rows by a filter.',
    'O ficheiro demora demasiado tempo a fazer. Peça menos colunas, ou uma parte das linhas com um filtro.',
  );
