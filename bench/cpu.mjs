// CPU time of processes from /proc (Linux): what the operating system itself accounts.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const millisecondsPerTick = 1000 / Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** User and system time of one process, its finished children included, in ms. */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * millisecondsPerTick;
}

/** The same of a process and everything that it started. */
export function cpuOfTree(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
  return children.reduce((sum, child) => sum + cpuOfTree(child), cpuOf(pid));
}
