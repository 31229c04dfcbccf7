/** `handsoff import` as somebody with an account runs it, in their language, against an API that listens. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOwner } from '../../src/database/connect';
import { reportOf } from '../../src/cli/import';
import { terminalLocale } from '../../src/cli/import-words';
import { handsoff, type Outcome } from '../support/command';
import { temporaryDirectory } from '../support/temporary';
import { openWorld, type World } from '../domain/world';

let world: World;
const folder = temporaryDirectory('import');
const [rows, form] = [join(folder, 'outreach.csv'), join(folder, 'a-form.json')];
beforeAll(async () => {
  world = await openWorld();
  await world.http.listen({ port: 0, host: '127.0.0.1' });
  await asOwner(world.database.admin, 'identity', (client) =>
    client.query(`UPDATE account SET locale = 'pt' WHERE email = 'case-manager-2@za.demo'`),
  );
  const headings = 'externalId,Title,type,heldOn,level,outcome,topics';
  const group = 'reached.0.genderIdentity,reached.0.ageBand,reached.0.kind,reached.0.people,reached.0.contacts';
  const said = 'DEBATE,2024-02-13,COMMUNITY,LTO1,RIGHTS,WOMAN,AGE_25_34,NEW';
  writeFileSync(rows, `${headings},${group}\na,First,${said},8,8\nb,Second,${said},8,7\n`);
  writeFileSync(form, '{"columns": {"Title": "title"}}');
}, 180_000);
afterAll(() => world?.close());

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, who = 'case-manager@za.demo') {
  const { port } = world.http.server.address() as { port: number };
  const client = await world.as(...(who.replace('.demo', '').split('@') as [string, string]));
  const account = { HANDSOFF_TOKEN: client.token as string, HANDSOFF_URL: `http://127.0.0.1:${port}` };
  return handsoff(['import', ...args], { ...account, ...env });
}

const told = ({ out, error }: Outcome): string[] => (out + error).trim().split('\n');
const given = ['outreach', rows, '--mapping', form];

describe('handsoff import', () => {
  it('looks first and keeps nothing, then imports once, and says of a second run what was there', async () => {
    const looked = await run([...given, '--dry-run']);
    expect([looked.code, told(looked)]).toEqual([
      2,
      [
        expect.stringMatching(/^refused: row 3, L \(reached\.0\.contacts\): There are fewer contacts/),
        '2 rows: 1 could be imported, 0 there already, 1 refused.',
        'Nothing was kept, the mapping neither.',
      ],
    ]);
    expect(told(await run(['outreach', rows, '--mapping', 'a-form']))[0]).toMatch(/^There is neither a file a-form/);
    const first = told(await run(given));
    expect(first[1]).toBe('2 rows: 1 imported, 0 there already, 1 refused.');
    expect(told(await run(['outreach', rows, '--mapping', 'a-form']))[1]).toBe(
      '2 rows: 0 imported, 1 there already, 1 refused.',
    );
  });

  it('tells how to take it back, as a line that can be run as it stands', async () => {
    const { port } = world.http.server.address() as { port: number };
    const said = ['--email', 'case-manager@za.demo', '--url', `http://127.0.0.1:${port}`];
    const last = told(await run([...given, ...said], { HANDSOFF_URL: 'http://127.0.0.1:1' })).at(-1) ?? '';
    expect(last).toMatch(/^To take it back: npx handsoff import undo \S+ /);
    expect(last.endsWith(` ${said.join(' ')}`)).toBe(true);
    expect(told(await run(given)).at(-1)).toMatch(/^To take it back: npx handsoff import undo \S+$/);
  });

  it('speaks Portuguese to whom is asked for, whose terminal or whose account does, in every line', async () => {
    const english = /\b(row|the|refused|imported|take|back|there|mapping|answer)\b/i;
    for (const outcome of [
      await run([...given, '--language', 'pt']),
      await run([...given, '--locale', 'pt', '--dry-run']),
      await run(['undo', 'nothing', '--language', 'pt']),
      await run(['outreach', 'no-such-file', '--language', 'pt']),
      await run(['outreach', rows, '--mapping', 'none', '--language', 'pt']),
      await run(given, {}, 'case-manager-2@za.demo'),
      await run(given, { HANDSOFF_URL: 'http://127.0.0.1:1', LANG: 'pt_MZ.UTF-8' }),
      await run(['outreach', rows], { HANDSOFF_TOKEN: '', HANDSOFF_URL: 'http://127.0.0.1:1', LC_ALL: 'pt' }),
    ]) {
      const lines = told(outcome).map((line) =>
        line.replace(/handsoff import undo .*|\(reached.*?\)|\(connect.*\)/, ''),
      );
      expect(lines.filter((line) => line === '' || english.test(line))).toEqual([]);
    }
    const help = await run(['file', '--help'], { LANG: 'pt_MZ.UTF-8' });
    expect(help.out).toContain('em que se tornam as linhas');
  });

  it('puts a place before every finding, and two colons nowhere', () => {
    const finding = { finding: 'WARNING', message: 'Odd.' } as const;
    const places = [null, 'Sheet', ''].flatMap((sheet) =>
      [null, 'A (When)', ''].flatMap((column) => [0, 3].map((row) => ({ sheet, column, row, path: null, ...finding }))),
    );
    const counts = { rowsRead: 1, rowsMade: 1, rowsKnown: 0, rowsRefused: 0 };
    for (const { en, pt } of reportOf(counts, places, ['an-id']).slice(0, -2)) {
      for (const line of [en, pt]) expect(line).toMatch(/^[a-z]+: [a-z][^:]*: Odd\.$/);
    }
  });

  it('takes the language of the terminal as the system says it', () => {
    expect(terminalLocale({ LANG: 'pt_MZ.UTF-8' })).toBe('pt');
    expect(terminalLocale({ LC_ALL: 'en_ZA', LANG: 'pt_MZ.UTF-8' })).toBe('en');
    expect(terminalLocale({ LANG: 'C.UTF-8' })).toBeNull();
    expect(terminalLocale({})).toBeNull();
  });
});
