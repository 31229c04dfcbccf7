/**
 * What the project rests on: licences that it may be passed on with, and known advisories. Licences by
 * license-checker-rseidelsohn, from what is installed; advisories by npm, as the registry tells them. A registry that
 * tells of none is said so, and stops nothing: it must not be that a change cannot land because it is asked elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Permissive, or of texts and data; what is told as "A AND B" holds of both. */
const allowed = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'MIT AND CC-BY-3.0', 'MIT AND BSD-3-Clause', 'Apache-2.0 AND MIT'],
  ...['MIT OR CC0-1.0'],
];

const checker = createRequire(import.meta.url).resolve(
  'license-checker-rseidelsohn/bin/license-checker-rseidelsohn.js',
);
const licences = spawnSync(
  process.execPath,
  [checker, '--excludePrivatePackages', '--summary', '--onlyAllow', allowed.join(';')],
  { encoding: 'utf8' },
);
if (licences.status !== 0) {
  console.error(licences.stderr || licences.stdout);
  console.error('A dependency has a licence that is not among those of .ci/supply-chain.mjs.');
  process.exit(1);
}
console.log('Licences: all among those that the project may be passed on with.');

const audit = spawnSync('npm', ['audit', '--audit-level=high', '--omit=dev', '--json'], {
  encoding: 'utf8',
  timeout: 60_000,
});
const report = parsed(audit.stdout);
const counts = report?.metadata?.vulnerabilities;
if (!counts) {
  console.log(`Advisories: the registry tells of none that could be asked for (${report?.message ?? 'no answer'}).`);
} else if (audit.status !== 0) {
  console.error(spawnSync('npm', ['audit', '--omit=dev'], { encoding: 'utf8' }).stdout);
  console.error('A dependency that is served with has an advisory of high severity: take a version without it.');
  process.exit(1);
} else {
  console.log(`Advisories: none of high severity (${counts.total} altogether).`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
