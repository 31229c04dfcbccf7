/** A packed file (.xlsx, .zip): its parts, each unpacked as a stream and counted, whatever the file claims of its size. */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { damaged, tooMuchInside } from './refusals';
import { FileRefused } from './sheet';
import type { Limits } from '../limits';

const MOST_PARTS = 5_000;

export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
    private readonly limits: Limits,
  ) {}

  /** @throws FileRefused */
  static async of(bytes: Buffer, limits: Limits): Promise<Archive> {
    const parts = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
      for await (const entry of zip.eachEntry()) {
        if (parts.size >= MOST_PARTS) throw tooMuchInside();
        parts.set(entry.fileName, entry);
      }
      return new Archive(zip, parts, limits);
    } catch (error) {
      throw error instanceof FileRefused ? error : damaged();
    }
  }

  get names(): readonly string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /** What a part holds, piece by piece. @throws FileRefused where it is more than `most` bytes, or damaged */
  async *bytesOf(name: string, most = this.limits.inflated): AsyncGenerator<Buffer> {
    const entry = this.parts.get(name);
    if (!entry || entry.isEncrypted()) throw damaged();
    if (entry.uncompressedSize > most) throw tooMuchInside();
    let read = 0;
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        read += chunk.length;
        if (read > most) throw tooMuchInside();
        yield chunk;
      }
    } catch (error) {
      throw error instanceof FileRefused ? error : damaged();
    }
  }

  /** A part as a whole. */
  async whole(name: string, most = this.limits.held): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.bytesOf(name, most)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}
