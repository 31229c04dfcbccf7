/** An export stands in the access log of each country as the list that it is of does, beside the entry of the export itself. */
import { adminRows } from '../../support/admin';
import { startApp, type Client, type TestApp } from '../../support/app';
import { accountOf } from '../../support/access-matrix';
import { matrix } from '../../support/policy-actors';
import { walkedThings } from '../../support/walk';
import { exported, fetched } from './exporting';
import '../../../src/domain/all';
import { allThings } from '../../../src/model/thing';
import { isLogged } from '../../../src/policy/rights';

let api: TestApp;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000' } });
});
afterAll(() => api?.close());

const places = ['za', 'bw', 'mz', 'zw', 'region'];

/** What each place has logged meanwhile: of what, and how often. */
async function logged(work: () => Promise<unknown>): Promise<Readonly<Record<string, readonly string[]>>> {
  const begun = new Date();
  await work();
  const found = places.map(async (place) => {
    const rows = await adminRows<{ entity: string }>(
      api.database,
      `SELECT entity FROM ${place}.access_log_entry WHERE created_at >= '${begun.toISOString()}' ORDER BY entity`,
    );
    return [place, rows.map(({ entity }) => entity)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

const listed = async (client: Client, document: string): Promise<void> => {
  const { errors } = await client.query(document);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
};

async function left(client: Client, document: string): Promise<void> {
  const { url, problems } = await exported(client, { document });
  if (url === null) throw new Error(JSON.stringify(problems));
  const { statusCode, body } = await fetched(api, url);
  if (statusCode !== 200) throw new Error(body.toString());
}

describe.each([
  ['SECRETARIAT', 'region'],
  ['ME_OFFICER', 'za'],
])('a %s of %s', (role, home) => {
  const lists = [...walkedThings().values()].filter(({ plural }) => matrix.reads(role, 'Query', plural));
  const isOpen = ({ name }: { readonly name: string }): boolean => {
    const thing = allThings.get(name);
    return thing !== undefined && !isLogged(thing) && name !== 'DataExport';
  };
  const open = lists.filter(isOpen).slice(0, 8);

  it('reads lists of which no place logs anything, and leaves the export alone, at home', async () => {
    expect(open.length).toBeGreaterThan(3);
    const client = await api.as(accountOf(role), home === 'region' ? undefined : home);
    for (const { plural } of open) {
      const document = `{ ${plural} { edges { node { id } } } }`;
      const read = await logged(() => listed(client, document));
      const gone = await logged(() => left(client, document));
      expect([plural, gone]).toEqual([plural, { ...read, [home]: [...(read[home] ?? []), 'DataExport'] }]);
      expect(Object.values(read).flat()).toEqual([]);
    }
  });
});
