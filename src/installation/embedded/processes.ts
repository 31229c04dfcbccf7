/** Which process a number stands for: numbers are used again, after a restart of a container even at once. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Tells a process from any later one with its number; undefined when it does not run. */
export function identityOf(pid: number): string | undefined {
  return runs(pid) ? `${pid} ${statOf(pid)?.[19] ?? ps(pid, 'lstart=')}` : undefined;
}

/** The command line of a process, as far as the system tells it. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps(pid, 'command=');
  }
}

/** Whether a process runs, whoever's it is. One that ended and that nobody has taken note of does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

/** The fields of `/proc/<pid>/stat` from the state on; undefined where there is no such file system. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, format: string): string {
  try {
    return execFileSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
