/** Bytes that come bit by bit, read as the formats need them: never more of them held than were asked for. */
import { damaged } from './refused';

export type Bytes = AsyncGenerator<Buffer, void, undefined>;

/** Longest piece that may be asked for at once, in bytes. */
const LONGEST = 1024 * 1024;

export class Source {
  readonly #parts: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(parts: AsyncIterable<Buffer>) {
    this.#parts = parts[Symbol.asyncIterator]();
  }

  /** The next bytes without taking them: fewer only where there are no more. */
  async peek(count: number): Promise<Buffer> {
    if (count > LONGEST) throw damaged();
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const { value, done } = await this.#parts.next();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
    if (parts.length > 1) this.#held = Buffer.concat(parts, length);
    return this.#held.subarray(0, count);
  }

  /** @throws ProblemError where there are not so many */
  async take(count: number): Promise<Buffer> {
    const found = await this.peek(count);
    if (found.length < count) throw damaged();
    this.#held = this.#held.subarray(count);
    return found;
  }

  async isOver(): Promise<boolean> {
    return (await this.peek(1)).length === 0;
  }

  /** Hands on so many bytes. @throws ProblemError where there are not so many */
  async *pass(count: number): Bytes {
    for (let left = count; left > 0;) {
      const part = await this.some(left);
      if (!part) throw damaged();
      left -= part.length;
      yield part;
    }
  }

  async skip(count: number): Promise<void> {
    for await (const part of this.pass(count)) void part;
  }

  /** Whatever is there, at most so many bytes; undefined where it is over. */
  async some(most: number): Promise<Buffer | undefined> {
    const found = await this.peek(1);
    if (found.length === 0) return undefined;
    const part = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(part.length);
    return part;
  }

  /** All that is left. */
  async *rest(): Bytes {
    for (let part = await this.some(LONGEST); part; part = await this.some(LONGEST)) yield part;
  }

  /** Reads to the end of what was sent, and drops it: what follows the end of a file is not part of it. */
  async drain(): Promise<void> {
    for await (const part of this.rest()) void part;
  }
}

const ZEROS = Buffer.alloc(16 * 1024);

/** So many zeros, for what is blotted out where it stands. */
export function* zeros(count: number): Generator<Buffer, void, undefined> {
  for (let left = count; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
}
