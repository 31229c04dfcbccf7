/** The example documents work as they are told, and read the database as often as is committed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/project';
import { startApp, type TestApp } from '../support/app';
import { operations, readsOf, run } from '../support/operations';

const file = join(projectRoot, 'schema', 'operations', 'statements.json');
const committed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
const counted: Record<string, number> = {};

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(async () => {
  if (process.env.UPDATE_STATEMENTS) writeFileSync(file, `${JSON.stringify(counted, null, 2)}\n`);
  await api.close();
});

describe.each(operations)('$name', (operation) => {
  it('answers without an error or a problem, and with data', async () => {
    const { errors, data, text } = await run(api, operation);
    expect(errors).toEqual([]);
    expect(text).not.toMatch(/"problems":\[\{/);
    expect(Object.values(data as object)).not.toContain(null);
  });

  it('runs the committed number of SQL statements to read', async () => {
    const first = operation.variables.id
      ? (await readsOf(() => run(api, { ...operation, document: idle }))).statements.length
      : 0;
    const { statements } = await readsOf(() => run(api, operation));
    counted[operation.name] = statements.length - first;
    if (!process.env.UPDATE_STATEMENTS)
      expect({ reads: counted[operation.name] }).toEqual({ reads: committed[operation.name] });
  });

  it('names no country in its SQL', async () => {
    const { statements } = await readsOf(() => run(api, operation));
    for (const text of statements) expect(text).not.toMatch(/\b(za|bw|mz|zw)\./);
  });
});

/** Finding a record for a variable reads too; what that takes is not the operation's. */
const idle = '{ __typename }';
