/**
 * Lists of an organisation with more cases than are looked up at once: each row is looked up, and the rows are the same.
 * The API of the files beside it takes the other way, on the same data; `row-scopes` holds that against the oracle.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { large } from '../../src/policy/large';
import { startApp, type TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { listAll } from '../support/records';
import { walkedThings } from '../support/walk';

large.cases = 0;

let usual: TestApp;
let api: TestApp;
beforeAll(async () => {
  usual = await sharedApp();
  api = await startApp({ database: usual.database });
});
afterAll(() => api?.close());

const things = [...walkedThings().values()].map((thing) => [thing.plural, thing] as const);
const accounts = ['field-worker', 'case-manager-2', 'supervisor'];
const lookedUp: string[] = [];

describe.each(accounts)('a %s', (account) => {
  it.each(things)('lists the same %s', async (plural, thing) => {
    const sent: string[] = [];
    const listen = (message: unknown): void => void sent.push((message as { text: string }).text);
    subscribe('handsoff:statement', listen);
    const shown = await listAll(await api.as(account, 'za'), thing).finally(() =>
      unsubscribe('handsoff:statement', listen),
    );
    if (sent.some((text) => text.includes('count(*) > 0 FROM'))) lookedUp.push(plural);
    expect(shown).toEqual(await listAll(await usual.as(account, 'za'), thing));
  });
});

it('many lists are asked so', () => {
  expect(new Set(lookedUp).size).toBeGreaterThan(10);
});
