/** Contents in a folder: one file for each, named by its id. */
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentStore } from './content-store';

const PIECE_BYTES = 64 * 1024;

/** @param folder made where it is not there; nobody else may look into it */
export const folderStore = (folder: string): ContentStore => ({
  async put(id, pieces) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(join(folder, id), 'wx', 0o600);
    try {
      for await (const bytes of pieces) await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await settle(folder);
  },

  get: (id) => createReadStream(join(folder, id), { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>,

  async remove(id) {
    await rm(join(folder, id), { force: true });
  },
});

/** A new name in a folder is durable when the folder is. */
async function settle(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}
