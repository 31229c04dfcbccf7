/** What leaves is what the same account reads: of every list, for every role, in every country, row for row. */
import { startApp, type Client, type TestApp } from '../../support/app';
import { accountOf, isRegional } from '../../support/access-matrix';
import { matrix, roles } from '../../support/policy-actors';
import { listAll } from '../../support/records';
import { leaf, walkedThings, type WalkedThing } from '../../support/walk';
import { exported, fetched, linesOf } from './exporting';
import '../../../src/domain/all';
import { allThings } from '../../../src/model/thing';
import { isLogged } from '../../../src/policy/rights';

let api: TestApp;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000' } });
});
afterAll(() => api?.close());

const open = [...walkedThings().values()].filter(({ name }) => {
  const thing = allThings.get(name);
  // That exports are made changes the list of them.
  return thing && !isLogged(thing) && name !== 'DataExport';
});

const countriesOf = (role: string): readonly string[] => (isRegional(matrix, role) ? ['region'] : ['za', 'mz']);
const accounts = roles
  .filter((role) => matrix.row('Mutation', 'exportData').cells.get(role)?.write)
  .flatMap((role) => countriesOf(role).map((country) => [role, country] as const));

/** Every value that the role may read. */
const selectionOf = (thing: WalkedThing, role: string): string =>
  ['id', ...thing.values.filter(({ name }) => matrix.reads(role, thing.name, name)).map(leaf)].join(' ');

async function left(client: Client, document: string, locale: string): Promise<unknown> {
  const { url, problems } = await exported(client, { document }, locale);
  if (url === null) return problems.map(({ code }) => code);
  const answer = await fetched(api, url);
  return answer.statusCode === 200 ? linesOf(answer.body) : answer.problems;
}

describe.each(accounts)('a %s in %s', (role, country) => {
  it('gets of every list the rows that it reads', async () => {
    const client = await api.as(accountOf(role), country === 'region' ? undefined : country);
    for (const thing of open) {
      if (!matrix.reads(role, 'Query', thing.plural)) continue;
      const selection = selectionOf(thing, role);
      const rows = await listAll(client, thing, selection);
      const document = `{ ${thing.plural} { edges { node { ${selection} } } } }`;
      const file = await left(client, document, country === 'mz' ? 'pt' : 'en');
      if (!Array.isArray(file)) throw new Error(`${thing.plural}: no file`);
      const key = (row: object): string => JSON.stringify(row);
      // Of several countries one comes after the other.
      const sort = (all: readonly object[]): readonly string[] => all.map(key).sort();
      expect([thing.plural, sort(file as object[])]).toEqual([thing.plural, sort(rows ?? [])]);
    }
  });
});
