// What a run found, as Markdown for people and as JSON for programs.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { commitOf, ownRoot, sameDatabase } from './installation.mjs';
import { node } from './servers.mjs';
import { workloads } from './workloads.mjs';

const count = (value) => value.toLocaleString('en-GB');
const row = (cells) => `| ${cells.join(' | ')} |\n`;
const table = (heads, rows) => `${row(heads)}${row(heads.map(() => '---'))}${rows.map(row).join('')}\n`;
const range = ({ median, lowest, highest }) => `${median.toFixed(2)} (${lowest.toFixed(2)} to ${highest.toFixed(2)})`;

/** @param scales `{ cases, depth, postgres, found }`, where `found` has what was measured by workload name */
export function reportOf(options, scales) {
  return {
    ranAt: new Date().toISOString(),
    commit: commitOf(ownRoot),
    baseline: options.baseline && commitOf(options.baseline),
    baselineApart: options.baseline !== null && !sameDatabase(ownRoot, options.baseline),
    node: execFileSync(node, ['-v']).toString().trim(),
    processors: cpus().length,
    processor: cpus()[0].model,
    quick: options.quick,
    requests: options.requests,
    rounds: options.rounds,
    scales,
  };
}

export function write(path, report) {
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
}

export function markdown(report) {
  const { commit, baseline, baselineApart, rounds, requests, processors, processor, scales } = report;
  const head =
    `Commit ${commit}, ${rounds} rounds of ${count(requests)} requests or the share of them that suits the workload, ` +
    `Node.js ${report.node}, PostgreSQL ${scales[0].postgres}, ${processors} cores (${processor})` +
    (report.quick ? ', quick run' : '') +
    (baseline ? '.' : '. BENCH_BASELINE was not set: no rows of an earlier build.') +
    (baselineApart ? ` ${baseline} needs another schema and has a database of its own.` : '');
  return [head, ...scales.map(sectionOf)].join('\n\n');
}

function sectionOf({ cases, depth, found }) {
  const measured = (kind) => workloads.filter(({ name, measure }) => measure === kind && found[name]);
  const parts = [cpuTable(measured(undefined), found), ratesTable(measured('throughput'), found)];
  parts.push(memoryTable(measured('memory'), found));
  return `### ${count(cases)} cases in the country, W3 at row ${count(depth)}\n\n${parts.join('')}`;
}

/** The name of a workload stands in the first of its rows. */
const grouped = (listed, found, cellsOf) =>
  listed.flatMap(({ name, title }) =>
    found[name].map((entrant, i) => [i === 0 ? `**${name}** ${title}` : '', entrant.server, ...cellsOf(entrant)]),
  );

function cpuTable(listed, found) {
  if (listed.length === 0) return '';
  const rows = grouped(listed, found, ({ node: ofNode, postgres, together, ratio }) => [
    ...[ofNode, postgres, together].map((ms) => ms.toFixed(2)),
    range(ratio),
  ]);
  return table(
    ['workload', 'server', 'Node ms', 'PostgreSQL ms', 'together', 'ratio to the first (of all rounds)'],
    rows,
  );
}

function ratesTable(listed, found) {
  if (listed.length === 0) return '';
  const rows = grouped(listed, found, ({ perSecond, ratio, loadBusy }) => [
    count(Math.round(perSecond)),
    range(ratio),
    `${Math.round(loadBusy * 100)} %`,
  ]);
  return table(
    ['workload', 'server', 'requests/s', 'ratio to the first (of all rounds)', 'core taken by the load'],
    rows,
  );
}

function memoryTable(listed, found) {
  if (listed.length === 0) return '';
  const rows = grouped(listed, found, ({ documents, atStart, after }) => [
    Math.round(atStart),
    Math.round(after),
    count(documents),
  ]);
  return table(['workload', 'server', 'MB at the start', 'MB after', 'documents'], rows);
}
