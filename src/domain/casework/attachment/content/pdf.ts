/**
 * PDF: passed on as it is, or refused. What it says is looked for in every byte and in every packed stream, whatever the
 * document says of itself: readers that mend broken documents find what strict ones would not.
 */
import { setImmediate } from 'node:timers/promises';
import { createInflate, type Inflate } from 'node:zlib';
import { active, damaged, opaque, telling } from './refused';
import type { Bytes, Source } from './source';

/** Whatever acts when it is opened or clicked, and whatever carries other files. */
const acting =
  /\/(?:JavaScript|Launch|SubmitForm|ImportData|EmbeddedFiles?|Filespec|RichMedia\w*|Rendition|Movie|GoTo[ER])(?![A-Za-z])|\/XFA\s*[[<\d]/;
/** What cannot be looked into. */
const hiding = new RegExp(
  [
    /\/(?:Encrypt|Crypt|LZWDecode|ASCIIHexDecode|ASCII85Decode|RunLengthDecode)(?![A-Za-z])/,
    /\/Filter\s*\[?\s*\/(?:LZW|AHx|A85|RL)(?![A-Za-z])/,
    // Packed twice, or objects that are mixed up before they are packed.
    /\/(?:FlateDecode|Fl)\s*\/(?:FlateDecode|Fl)(?![A-Za-z])/,
    /\/ObjStm(?:(?!stream)[^]){0,200}\/Predictor|\/Predictor(?:(?!stream)[^]){0,200}\/ObjStm/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** Camera data of a photograph in it. */
const camera = /Exif\0\0(?:II\*\0|MM\0\*)|GPSL(?:atitude|ongitude)/;

/** Longest of what is looked for. */
const OVERLAP = 300;
/** How much packed streams may hold in all. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const STREAM = /stream[ \t]*(?:\r\n|\n|\r)/g;

export async function* pdf(source: Source): Bytes {
  const scan = new Scan();
  for await (const part of source.rest()) {
    await scan.add(part);
    yield part;
  }
  await scan.finish();
}

class Scan {
  readonly #plain = new Finder();
  #inflate: Unpacked | null = null;
  #tail = '';
  #unpacked = 0;
  #ending = '';

  async add(part: Buffer): Promise<void> {
    this.#plain.look(part);
    const text = this.#tail + part.toString('latin1');
    const offset = this.#tail.length;
    let from = 0;
    for (const found of text.matchAll(STREAM)) {
      const start = found.index + found[0].length - offset;
      // One that was seen with the part before; or the end of a stream.
      if (start <= 0 || text.slice(found.index - 3, found.index) === 'end') continue;
      await this.#feed(part.subarray(from, start));
      await this.#close();
      this.#inflate = new Unpacked((bytes) => (this.#unpacked += bytes) <= MOST_UNPACKED);
      from = start;
    }
    await this.#feed(part.subarray(from));
    this.#tail = text.slice(-16);
    this.#ending = (this.#ending + part.toString('latin1')).slice(-1024);
  }

  async finish(): Promise<void> {
    await this.#close();
    if (!this.#ending.includes('%%EOF')) throw damaged();
  }

  async #feed(part: Buffer): Promise<void> {
    if (this.#inflate && !(await this.#inflate.add(part))) this.#inflate = null;
  }

  async #close(): Promise<void> {
    await this.#inflate?.close();
    this.#inflate = null;
  }
}

/** Looks for names in text that comes in parts. */
class Finder {
  #tail = '';

  /** @throws ProblemError */
  look(part: Buffer): void {
    const text = this.#tail + part.toString('latin1');
    const plain = text.replace(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (acting.test(plain)) throw active();
    if (hiding.test(plain)) throw opaque();
    if (camera.test(plain) || camera.test(text)) throw telling();
    this.#tail = text.slice(-OVERLAP);
  }
}

/** What is packed in a stream, if it is: looked at and dropped. */
class Unpacked {
  readonly #inflate: Inflate = createInflate();
  readonly #found = new Finder();
  #refused: unknown;
  #over = false;
  #started = false;

  /** @param admit whether so many bytes more are still looked at */
  constructor(admit: (bytes: number) => boolean) {
    this.#inflate.on('data', (part: Buffer) => {
      try {
        if (!admit(part.length)) throw opaque();
        if (!this.#refused) this.#found.look(part);
      } catch (error) {
        this.#refused = error;
        this.#over = true;
      }
    });
    this.#inflate.on('end', () => (this.#over = true));
    // It was not packed so, or only in part: what could be read of it was looked at.
    this.#inflate.on('error', () => (this.#over = true));
  }

  /** @returns whether more can come */
  async add(part: Buffer): Promise<boolean> {
    if (part.length === 0) return true;
    // Streams that are packed otherwise, as photographs are.
    if (!this.#started && ((part[0] as number) & 0x0f) !== 8) return false;
    this.#started = true;
    await this.#write(part);
    return !this.#over;
  }

  async close(): Promise<void> {
    await this.#write(null);
    // What was unpacked is handed on a moment later.
    await setImmediate();
    this.#inflate.close();
    if (this.#refused) throw this.#refused as Error;
  }

  async #write(part: Buffer | null): Promise<void> {
    if (!this.#over)
      await new Promise<void>((resolve) => {
        if (part) this.#inflate.write(part, () => resolve());
        else this.#inflate.flush(() => resolve());
      });
    if (this.#refused) throw this.#refused as Error;
  }
}
