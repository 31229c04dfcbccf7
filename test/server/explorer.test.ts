/** The explorer opens with every example document, and each works at the first click for the account that it is for. */
import { ACCOUNT_HEADER, tabsOf } from '../../src/server/explorer/tabs';
import type { TestApp } from '../support/app';
import { startApp } from '../support/outside';
import { operations, type Variables } from '../support/operations';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

test('every example is a tab, with variables that work and the account that it is for', async () => {
  const emails = await api.app.identity.demoAccounts();
  const tabs = await tabsOf(api.http, { emails, password: api.app.config.demoPassword });
  expect(tabs.map(({ initialName }) => initialName)).toEqual(operations.map(({ name }) => name));
  for (const { initialName, initialQuery, initialVariables, initialHeaders } of tabs) {
    const [role = '', where = ''] = (initialHeaders[ACCOUNT_HEADER] ?? '').replace('.demo', '').split('@');
    const client = role ? await api.as(role, where) : api.anyone;
    const { data, errors } = await client.query(initialQuery, JSON.parse(initialVariables) as Variables);
    expect([initialName, errors]).toEqual([initialName, []]);
    for (const answer of Object.values(data as object)) expect([initialName, answer]).not.toEqual([initialName, null]);
    expect(JSON.stringify(data)).not.toContain('"problems":[{');
  }
});

test('the page lets one ask as any demo account, and tells their published password to nobody where there are none', async () => {
  const page = await api.http.inject('/');
  expect(page.body).toContain('<script src="/explorer/session.js"></script>');
  const script = (await api.http.inject('/explorer/session.js')).body;
  expect(script).toContain('case-manager@za.demo');
  expect(script).toContain(`"header":${JSON.stringify(ACCOUNT_HEADER)}`);
  const tabs = await tabsOf(api.http, { emails: [], password: '' });
  expect(tabs.find(({ initialName }) => initialName === 'case-coded')?.initialVariables).toBe('{\n  "id": null\n}');
  expect(JSON.stringify(tabs)).not.toMatch(/\.demo\b|demo-account/);
});
