/** Settings from a file: what the environment has itself goes before it. */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** Reads the file that ENV_FILE names, `.env` where it is left out; none where it is empty. */
export function readEnvFile(): void {
  const file = process.env['ENV_FILE'] ?? '.env';
  if (file && existsSync(file)) loadEnvFile(file);
}
