/** The history of the demonstration data as the database keeps it, and as those read it who may read the record. */
import { schemaOf } from '../../src/database/roles';
import { asOwner } from '../../src/database/connect';
import type { TestApp } from '../support/app';
import { startApp } from '../support/outside';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

interface Change {
  readonly id: string;
  readonly key: string;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

interface Entry {
  readonly action: string;
  readonly version: number;
  readonly actor: { readonly name: string } | null;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

const corrected = `{ incidents(first: 100, orderBy: [{ field: UPDATED_AT, direction: DESC }]) { edges { node { id version
  narrative { text version history(first: 5) { edges { node { action version actor { name } changes { field before after } } } } } } } } }`;

describe.each(['ZA', 'MZ'])('in %s', (code) => {
  it('what is sealed was sealed under the key of the survivor, and opens with it alone', async () => {
    const changes = await asOwner(api.database.admin, schemaOf(code), async (client) => {
      const { rows } = await client.query<Change>(
        `SELECT c.id, c.sealed, k.id AS key, k.wrapped FROM record_change c JOIN data_key k ON k.id = c.data_key_id`,
      );
      return rows;
    });
    expect(changes.length).toBeGreaterThan(10);
    for (const { id, key, wrapped, sealed } of changes) {
      const opened = api.app.vault.openDataKey(code, key, wrapped);
      const place = { country: code, table: 'record_change', column: 'sealed', row: id };
      const told = JSON.parse(api.app.vault.open(opened, sealed, place)) as Record<string, [unknown, unknown]>;
      for (const [before, after] of Object.values(told)) expect(before).not.toEqual(after);
      const [other] = changes.filter((change) => change.key !== key);
      const wrong = api.app.vault.openDataKey(code, other!.key, other!.wrapped);
      expect(() => api.app.vault.open(wrong, sealed, place)).toThrow();
    }
  });

  it('a case manager reads what an account was before, and an M&E officer does not', async () => {
    const narratives = async (role: string): Promise<readonly { text: string; history: readonly Entry[] }[]> => {
      const { data } = await (await api.as(role, code.toLowerCase())).query(corrected);
      const nodes = (data?.incidents.edges ?? []) as { node: { narrative: never } }[];
      return nodes.flatMap(({ node: { narrative } }) => {
        const told = narrative as { text: string; history: { edges: { node: Entry }[] } } | null;
        return told ? [{ text: told.text, history: told.history.edges.map(({ node }) => node) }] : [];
      });
    };
    const [found] = (await narratives('case-manager')).filter(({ history }) => history.length > 1);
    const [last, first] = found?.history ?? [];
    expect(last).toMatchObject({
      action: 'updateIncident',
      version: 2,
      changes: [{ field: 'text', after: found?.text }],
    });
    expect(last?.actor?.name).toBeTruthy();
    expect(found?.text.startsWith(last?.changes[0]?.before ?? '-')).toBe(true);
    expect(first).toMatchObject({ version: 1, changes: [] });
    expect(await narratives('me-officer')).toEqual([]);
  });
});
