/** The files that the README imports come in as they stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import { openWorld, type World } from '../world';
import { prepared, send } from './sending';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const example = (name: string): string => readFileSync(join(projectRoot, 'examples', 'import', name), 'utf8');

it.each([
  ['OUTREACH', 'outreach.csv', undefined, 3],
  ['CASE', 'incidents-kobo.csv', 'incident-form.json', 2],
])('%s from %s', async (kind, file, mapping, rows) => {
  const manager = await world.as('case-manager', 'za');
  const id = await prepared(manager, { kind, fileName: file, ...(mapping && { ownMapping: example(mapping) }) });
  const { end } = await send(world, manager, id, example(file));
  expect(end.findings).toEqual([]);
  expect(end).toMatchObject({ rowsRead: rows, rowsMade: rows, rowsRefused: 0 });
});
