/**
 * Reads all rows of a list: one country after the other, each as of one moment (REPEATABLE READ), in pages that are
 * larger than those of requests and go on by key, so that nothing is held but the page at hand.
 */
import type { PoolClient } from 'pg';
import { giveWay } from '../../base/breathe';
import type { CountryReader } from '../../base/context';
import { readTextsOn, type Query } from '../../database/query';
import type { Binding } from '../bind';
import { AnsweredRows } from '../country-rows';
import type { Bound } from '../hole';
import type { BoundList } from '../list';
import { entriesOf, placeOf, type Entry } from '../page';
import { Statements, type Top } from '../statement';
import type { Writing } from '../writing';
import type { RowsPlan } from './plan-rows';

export interface RowsAsked {
  readonly plan: RowsPlan;
  readonly binding: Binding;
  readonly writing: Writing;
  readonly readers: readonly CountryReader[];
  /** Rows of a page. */
  readonly length: number;
  /** Told of how many rows there are to come, in each country as it is begun. */
  readonly expect: (rows: number) => void;
  /** Asked before each page: whatever it throws ends the reading. */
  readonly mayGoOn: () => Promise<void>;
}

/** Pages of rows, each as a JSON object. */
export async function* readRows(asked: RowsAsked): AsyncGenerator<readonly string[]> {
  for (const reader of asked.readers) yield* inCountry(asked, reader);
}

async function* inCountry(asked: RowsAsked, reader: CountryReader): AsyncGenerator<readonly string[]> {
  const client = await reader.pool.connect();
  let isWhole = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
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
  private readonly base: Bound;

  constructor(
    private readonly asked: RowsAsked,
    private readonly reader: CountryReader,
    private readonly client: PoolClient,
  ) {
    this.base = asked.binding.in(reader.code);
  }

  async *pages(): AsyncGenerator<readonly string[]> {
    const { plan, binding, length, expect, mayGoOn } = this.asked;
    const list: BoundList = { ...binding.list(plan.list.number), limit: length, reversed: false };
    await mayGoOn();
    const counted = await this.read({ part: null, count: plan.count }, list);
    expect(counted.count(plan.count, null));
    for (let after: BoundList['after'] = null; ;) {
      const rows = await this.read({ part: plan.part, count: null }, { ...list, after });
      const entries = entriesOf(rows, rows.all(plan.part));
      const last = entries.at(-1);
      if (!last) return;
      yield this.written(entries);
      if (entries.length < length) return;
      after = placeOf(list.terms, plan.sorted, last);
      await giveWay();
      await mayGoOn();
    }
  }

  private async read(top: Top, list: BoundList): Promise<AnsweredRows> {
    const { code } = this.reader;
    const { template, numbers } = this.statements.of([top], false, code);
    const { number } = this.asked.plan.list;
    const bound: Bound = { ...this.base, list: (at) => (at === number ? list : this.base.list(at)) };
    const texts = await readTextsOn(this.client, template.fill(bound) satisfies Query);
    return new AnsweredRows(code, new Map(numbers.map((part, at) => [part, texts[at] ?? '{}'])));
  }

  private written(entries: readonly Entry[]): readonly string[] {
    const { plan, writing } = this.asked;
    return entries.map(({ rows, cells, at }) => {
      writing.rows = rows;
      return plan.write(cells, at, writing);
    });
  }
}
