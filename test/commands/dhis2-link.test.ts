/** The link gives what `handsoff dhis2 write` writes: by the same mapping, of the same period, cell for cell. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { example, forDhis2, keyOf, published, recordOf } from '../domain/export/dhis2-link';
import { fetched } from '../domain/export/exporting';
import type { Client, TestApp } from '../support/app';
import { handsoff } from '../support/command';
import { jsonRead } from '../support/dhis2/readers';
import { startApp } from '../support/outside';
import { temporaryDirectory } from '../support/temporary';

const folder = temporaryDirectory('dhis2-link');

let api: TestApp;
let analyst: Client;
let quarter: string;
beforeAll(async () => {
  api = await startApp({ listen: true });
  [quarter] = await published(api);
  analyst = await api.as('analyst');
}, 600_000);
afterAll(() => api?.close());

/** What the command writes: by the end of the name of each file. */
async function written(format: string, more: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const [mapping, out] = [join(folder, 'mapping.yml'), join(folder, `${format}${more.length}`)];
  writeFileSync(mapping, example);
  const args = ['write', mapping, '--period', quarter, '--format', format, '--out', out, ...more];
  const env = { HANDSOFF_TOKEN: analyst.token as string, HANDSOFF_URL: api.address };
  expect(await handsoff(['dhis2', ...args], env)).toMatchObject({ code: 0 });
  return new Map(readdirSync(out).map((name) => [name.slice(-4), readFileSync(join(out, name), 'utf8')]));
}

async function linked(format: string, sent?: string): Promise<string> {
  const { url, problems } = await forDhis2(analyst, {
    format,
    periods: [quarter],
    ...(sent !== undefined && { sent }),
  });
  expect(problems).toEqual([]);
  const { statusCode, body } = await fetched(api, url);
  expect(statusCode).toBe(200);
  return body.toString();
}

/** The moment of writing stands in it. */
const timeless = (text: string | undefined): string | undefined => text?.replace(/exported="[^"]*"/, '');

it.each([
  ['json', 'DHIS2_JSON', 'json'],
  ['csv', 'DHIS2_CSV', '.csv'],
  ['adx', 'DHIS2_ADX', '.xml'],
])('%s', async (format, form, ending) => {
  const files = await written(format);
  expect([...files.keys()]).toEqual([ending]);
  expect(timeless(await linked(form))).toBe(timeless(files.get(ending)));
});

it('deletions too', async () => {
  const [value] = jsonRead(await linked('DHIS2_JSON')).values;
  if (!value) throw new Error('no value');
  const record = recordOf([['hoDe0000009', quarter, 'hoZaf000001', 'default', 'default'], keyOf(value)]);
  const path = join(folder, 'record.json');
  writeFileSync(path, record);
  const files = await written('json', ['--sent', path]);
  const text = await linked('DHIS2_JSON', record);
  expect(text).toBe(files.get('json'));
  expect(jsonRead(text).values.filter(({ deleted }) => deleted)).toHaveLength(1);
});
