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
  /\/(?:JavaScript|Launch|SubmitForm|ImportData|EmbeddedFiles?|Filespec|RichMedia\w*|Rendition|Movie|GoTo[ER])(?![A-Za-z])|\/XFA\s*[[<\d]|\/FS[\s\0]*\/URL(?![A-Za-z])/;
/** What is harmless to whoever clicks on it, and is refused where something may happen without a click. */
const stepping =
  /\/(?:URI|Named|Thread|Sound|Hide|SetOCGState|GoTo3DView|ResetForm)(?![A-Za-z])|\/S[\s\0]*\/Trans(?![A-Za-z])/;
/** Where something may happen without a click: when the document, a page or a field is opened, left, printed … */
const unasked = /\/(?:OpenAction|AA)(?![A-Za-z])/g;
/** How far behind it is looked for what happens. */
const REACH = 250;
/** It goes to a place in the document and does nothing else: written in full, not by the number of another object. */
const goesTo = new RegExp(
  String.raw`^/OpenAction\s*(?:DEST|<<\s*(?:/Type\s*/Action\s*)?(?:/S\s*/GoTo\s*/D\s*DEST|/D\s*DEST\s*/S\s*/GoTo)\s*>>)`.replaceAll(
    'DEST',
    String.raw`(?:\[[^\][<>()%]*\]|\([\w.:-]*\))`,
  ),
);
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

/** What was found anywhere in the document: only both together are refused. */
interface Found {
  /** Something may happen without a click. */
  unasked: boolean;
  /** Something is there that leaves the document, or changes it. */
  steps: boolean;
}

class Scan {
  readonly #found: Found = { unasked: false, steps: false };
  readonly #plain = new Finder(this.#found);
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
      this.#inflate = new Unpacked(this.#found, (bytes) => (this.#unpacked += bytes) <= MOST_UNPACKED);
      from = start;
    }
    await this.#feed(part.subarray(from));
    this.#tail = text.slice(-16);
    this.#ending = (this.#ending + part.toString('latin1')).slice(-1024);
  }

  async finish(): Promise<void> {
    await this.#close();
    this.#plain.end();
    if (!this.#ending.includes('%%EOF')) throw damaged();
  }

  async #feed(part: Buffer): Promise<void> {
    if (this.#inflate && !(await this.#inflate.add(part))) await this.#close();
  }

  async #close(): Promise<void> {
    await this.#inflate?.close();
    this.#inflate = null;
  }
}

/** Looks for names in text that comes in parts. */
class Finder {
  readonly #found: Found;
  #tail = '';

  constructor(found: Found) {
    this.#found = found;
  }

  /** @throws ProblemError */
  look(part: Buffer): void {
    const text = this.#tail + part.toString('latin1');
    const plain = text.replace(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
    if (acting.test(plain)) throw active();
    if (hiding.test(plain)) throw opaque();
    if (camera.test(plain) || camera.test(text)) throw telling();
    this.#notice(plain, plain.length - REACH);
    this.#tail = plain.slice(-OVERLAP);
  }

  /** Nothing more comes. @throws ProblemError */
  end(): void {
    this.#notice(this.#tail, this.#tail.length);
  }

  /** @param until from where on the rest is still to come: it is looked at again with that */
  #notice(text: string, until: number): void {
    const found = this.#found;
    found.steps ||= stepping.test(text);
    for (const { index } of text.matchAll(unasked))
      if (index <= until) found.unasked ||= !goesTo.test(text.slice(index, index + REACH));
    if (found.unasked && found.steps) throw active();
  }
}

/** What is packed in a stream, if it is: looked at and dropped. */
class Unpacked {
  readonly #inflate: Inflate = createInflate();
  readonly #finder: Finder;
  #refused: unknown;
  #over = false;
  #started = false;

  /** @param admit whether so many bytes more are still looked at */
  constructor(found: Found, admit: (bytes: number) => boolean) {
    this.#finder = new Finder(found);
    this.#inflate.on('data', (part: Buffer) => {
      try {
        if (!admit(part.length)) throw opaque();
        if (!this.#refused) this.#finder.look(part);
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
    this.#finder.end();
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
