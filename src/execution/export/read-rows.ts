/**
 * Reads all rows of a list: one country after the other, each as of one moment (REPEATABLE READ), by a cursor that sorts
 * them once, so that nothing is held but some thousand rows at a time.
 */
import type { PoolClient } from 'pg';
import { giveWay } from '../../base/breathe';
import type { CountryReader } from '../../base/context';
import { readRowsOn, readTextsOn, type Query } from '../../database/query';
import type { Binding } from '../bind';
import { readCells, type Cells } from '../cells';
import { AnsweredRows } from '../country-rows';
import { Template, type Bound } from '../hole';
import { rowsOf, Statements } from '../statement';
import type { CountryRows, Run, Writing } from '../writing';
import type { RowsPlan } from './plan-rows';

export interface RowsAsked {
  readonly plan: RowsPlan;
  readonly binding: Binding;
  readonly writing: Writing;
  readonly readers: readonly CountryReader[];
  /** Rows that are read at a time. */
  readonly length: number;
  /** Longest that a statement may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Told of how many rows there are to come, in each country as it is begun. */
  readonly expect: (rows: number) => void;
  /** Asked before each reading: whatever it throws ends all. */
  readonly mayGoOn: () => Promise<void>;
}

/** Some rows at a time, each as a JSON object. */
export async function* readRows(asked: RowsAsked): AsyncGenerator<readonly string[]> {
  for (const reader of asked.readers) yield* inCountry(asked, reader);
}

async function* inCountry(asked: RowsAsked, reader: CountryReader): AsyncGenerator<readonly string[]> {
  const client = await reader.pool.connect();
  let isWhole = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await client.query(`SET LOCAL statement_timeout = ${asked.timeoutMs}`);
    // All rows are read: what brings the first ones soon is no better.
    await client.query('SET LOCAL cursor_tuple_fraction = 1');
    yield* new Reading(asked, reader, client).pages();
    await client.query('COMMIT');
    isWhole = true;
  } finally {
    // What was broken off may still be answering: its connection is not used again.
    client.release(!isWhole);
  }
}

class Reading {
  private readonly statements = new Statements();
  private readonly bound: Bound;

  constructor(
    private readonly asked: RowsAsked,
    private readonly reader: CountryReader,
    private readonly client: PoolClient,
  ) {
    this.bound = asked.binding.in(reader.code);
  }

  async *pages(): AsyncGenerator<readonly string[]> {
    const { plan, length, expect, mayGoOn } = this.asked;
    const { part, count } = plan;
    await mayGoOn();
    expect((await this.read(this.bound, { part: null, count })).count(count, null));
    const { text, values } = new Template(rowsOf(part)).fill(this.bound);
    await readTextsOn(this.client, { text: `DECLARE leaving NO SCROLL CURSOR FOR ${text}`, values });
    for (;;) {
      const cells = await readRowsOn(this.client, { text: `FETCH ${length} FROM leaving`, values: [] });
      if (cells.length > 0) yield part.isKept ? await this.gathered(cells) : this.plain(cells);
      if (cells.length < length) return;
      await giveWay();
      await mayGoOn();
    }
  }

  /** Rows as they came. */
  private plain(texts: Cells): readonly string[] {
    const { part } = this.asked.plan;
    const cells = readCells(`{${texts.join(',')}}`);
    const rows = new AnsweredRows(this.reader.code, new Map());
    const width = part.cells.length;
    return this.written(rows, { cells, start: 0, length: cells.length / width, width });
  }

  /** Rows of these ids, with what hangs on them. */
  private async gathered(ids: Cells): Promise<readonly string[]> {
    const { part } = this.asked.plan;
    const among = (at: number): readonly string[] =>
      at === part.number ? (ids as readonly string[]) : this.bound.ids(at);
    const rows = await this.read({ ...this.bound, ids: among }, { part, count: null });
    return this.written(rows, rows.all(part));
  }

  private async read(bound: Bound, top: Parameters<Statements['of']>[0][number]): Promise<AnsweredRows> {
    const { code } = this.reader;
    const { template, numbers } = this.statements.of([top], false, code);
    const texts = await readTextsOn(this.client, template.fill(bound) satisfies Query);
    return new AnsweredRows(code, new Map(numbers.map((part, at) => [part, texts[at] ?? '{}'])));
  }

  private written(rows: CountryRows, { cells, start, length, width }: Run): readonly string[] {
    const { plan, writing } = this.asked;
    writing.rows = rows;
    const written = new Array<string>(length);
    for (let row = 0; row < length; row++) written[row] = plan.write(cells, start + row * width, writing);
    return written;
  }
}
