// CPU time and memory of processes from /proc (Linux): what the operating system itself accounts.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const millisecondsPerTick = 1000 / Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** A process or thread that ended meanwhile reads as nothing: its time is then its parent's. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
    throw error;
  }
}

function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
  } catch {
    return [];
  }
}

/** Time of one process, its finished children included, in ms. Threads are counted by the nanosecond, not the tick. */
export function cpuOf(pid) {
  const running = threadsOf(pid).reduce((sum, path) => sum + Number(read(`${path}/schedstat`).split(' ')[0]), 0);
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  const finished = Number(fields[13] ?? 0) + Number(fields[14] ?? 0);
  return running / 1e6 + finished * millisecondsPerTick;
}

/** The same of a process and everything that it started. */
export function cpuOfTree(pid) {
  const children = threadsOf(pid).flatMap((path) => read(`${path}/children`).trim().split(' ').filter(Boolean));
  return children.reduce((sum, child) => sum + cpuOfTree(child), cpuOf(pid));
}

/** Resident memory of one process, in MB. */
export function residentOf(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) / 1024;
}
