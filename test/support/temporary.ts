/** Directories that are gone when the test file is done. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new directory that every account may enter. */
export function temporaryDirectory(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `hands-off-${name}-`));
  chmodSync(path, 0o755);
  made.push(path);
  return path;
}

const made: string[] = [];
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});
