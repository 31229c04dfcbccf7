/** Reads plans: of exactly the statement that a request sends, as the role that sends it, prepared as it is served. */
import { Client, escapeLiteral } from 'pg';
import { loadConfig } from '../../src/base/config';
import { roleLogin } from '../../src/database/roles';
import type { TestDatabase } from '../support/database';

export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a statement did. */
export interface Measured {
  /** Rows that scans read, those that were thrown away included. */
  readonly rows: number;
  /** Most rows that one sort took. */
  readonly sorted: number;
  /** Pages of 8 kB. */
  readonly buffers: number;
  readonly ms: number;
  /** Kinds of scans, with what they went through. */
  readonly scans: string;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Node[];
}

const keptPrepared = 100;

export class Explainer {
  readonly #prepared = new Map<string, string>();

  private constructor(private readonly client: Client) {}

  static async open({ env, admin }: TestDatabase, role: string, settings: readonly string[] = []): Promise<Explainer> {
    const { host, port, database } = admin;
    const client = new Client({ host, port, database, ...roleLogin(loadConfig(env).secrets.role, role) });
    await client.connect();
    for (const setting of settings) await client.query(`SET ${setting}`);
    return new Explainer(client);
  }

  /** Nothing that the statement writes (the access log) stays. */
  async measure({ text, values }: Sent): Promise<Measured> {
    const name = await this.prepare(text);
    await this.client.query('BEGIN');
    try {
      const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
      const { rows } = await this.client.query<{ 'QUERY PLAN': readonly Explained[] }>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE ${name}${given}`,
      );
      return measured(rows[0]?.['QUERY PLAN'][0] as Explained);
    } finally {
      await this.client.query('ROLLBACK');
    }
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async prepare(text: string): Promise<string> {
    const known = this.#prepared.get(text);
    if (known) return known;
    if (this.#prepared.size >= keptPrepared) {
      this.#prepared.clear();
      await this.client.query('DEALLOCATE ALL');
    }
    const name = `asked_${this.#prepared.size}`;
    await this.client.query(`PREPARE ${name} AS ${text}`);
    this.#prepared.set(text, name);
    return name;
  }
}

interface Explained {
  readonly Plan: Node;
  readonly 'Planning Time': number;
  readonly 'Execution Time': number;
}

function measured({ Plan: plan, 'Execution Time': ms }: Explained): Measured {
  const nodes = flat(plan);
  // A bitmap's index scan reads no row: the heap scan above it does.
  const scans = nodes.filter((node) => node['Relation Name']);
  return {
    rows: Math.round(scans.reduce((sum, node) => sum + readOf(node), 0)),
    sorted: Math.round(Math.max(0, ...nodes.filter(({ 'Node Type': type }) => /Sort/.test(type)).map(taken))),
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    ms,
    scans: scans.map((node) => `${wayOf(node)} ${readOf(node)}`).join(', '),
  };
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

function wayOf(node: Node): string {
  const indexes = flat(node).flatMap(({ 'Index Name': name }) => name ?? []);
  return indexes.length > 0 ? indexes.join('+') : `all of ${node['Relation Name']}`;
}

const readOf = (node: Node): number =>
  Math.round(
    (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops'],
  );

const taken = ({ Plans: below = [] }: Node): number =>
  below.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0);

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) {
    const items = value.map((item) => (item === null ? 'NULL' : JSON.stringify(String(item))));
    return escapeLiteral(`{${items.join(',')}}`);
  }
  return escapeLiteral(`${value as string | number | boolean}`);
}
