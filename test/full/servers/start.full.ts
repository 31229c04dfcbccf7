/** `npm start` beside another one, interrupted and killed, and on a server of one’s own. */
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import { commandOf, runs } from '../../../src/installation/embedded/processes';
import { freshDatabase } from '../../support/database';
import { handsoff } from '../../support/command';
import { begin, dataDir, env, postmaster, up } from '../../support/npm-start';
import { temporaryDirectory } from '../../support/temporary';

it('is refused while another one runs on the same directory; commands use the running one’s database', async () => {
  const { process: api } = await up();
  const second = begin();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`${dataDir} is in use by the API (process ${api.process.pid})`);
  expect((await handsoff(['country', 'list'], env)).out).toContain('ZA  South Africa');
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
});

it('leaves no database behind when it is killed, and starts again', async () => {
  const { process: api } = await up();
  const pid = postmaster();
  process.kill(api.process.pid as number, 'SIGKILL');
  await api.ended;
  for (let wait = 0; wait < 100 && runs(pid); wait++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(runs(pid) && commandOf(pid)).toBe(false);
  const { process: again } = await up();
  again.signal('SIGINT');
  expect(await again.ended).toBe(0);
});

it('can be interrupted at any moment of the start', async () => {
  for (const delay of [300, 900, 1500]) {
    const api = begin();
    await new Promise((resolve) => setTimeout(resolve, delay));
    api.signal('SIGINT');
    // Before the first line of the program ran there is nobody to catch the signal.
    expect([0, 'SIGINT']).toContain(await api.ended);
  }
  const { process: api } = await up();
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
});

it('says that its port is taken, and stops what it had started', async () => {
  const { process: api, address } = await up({ DATA_DIR: temporaryDirectory('start') });
  const second = begin({ PORT: new URL(address).port });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/Another program listens there already \(.*EADDRINUSE.*\): set PORT\.\n$/);
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
}, 120_000);

it('migrates a server of one’s own when it is given the administrator, and forgets that one', async () => {
  const empty = await freshDatabase('empty');
  const { process: api, address } = await up(empty.env);
  expect(await (await fetch(`${address}/health/ready`)).json()).toMatchObject({ status: 'ready', failing: [] });
  expect(api.output()).toMatch(/Demo accounts/);
  api.signal('SIGINT');
  expect(await api.ended).toBe(0);
  await empty.drop();
}, 120_000);

it('goes on when nothing that it says can be written, as on a full disk', async () => {
  const { process: first, address } = await up({ DATA_DIR: temporaryDirectory('start') });
  first.signal('SIGINT');
  await first.ended;
  expect(first.output()).toMatch(/The API has ended: SIGINT\.\n$/);
  const full = openSync('/dev/full', 'w');
  const settings = { ...env, DATA_DIR: dataDir, PORT: new URL(address).port, LOG_LEVEL: 'trace' };
  const child = spawn(process.execPath, [join(projectRoot, 'dist/src/main.js')], {
    stdio: ['ignore', full, full],
    env: { PATH: process.env.PATH, ...settings },
  });
  const ready = (): Promise<boolean> =>
    fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 100));
  for (let nth = 0; nth < 200; nth++) expect(await ready()).toBe(true);
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
});
