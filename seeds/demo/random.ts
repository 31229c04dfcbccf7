/** Chance that is the same each time: every draw of the demonstration data comes from one seeded stream. */
import { createHash } from 'node:crypto';

/** What can be drawn, with how often; the weights need not add up to anything. */
export type Weights<T extends string> = Readonly<Partial<Record<T, number>>>;

/** A stream of draws (Chris Doty-Humphrey's sfc32). */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string) {
    const bytes = createHash('sha256').update(seed).digest();
    [this.a, this.b, this.c] = [bytes.readInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8)];
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** 32 bits. */
  bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  unit(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.unit() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('Nothing to pick from');
    return items[Math.floor(this.unit() * items.length)] as T;
  }

  /** One of the first few much more often than one of the last: places, people and habits are like that. */
  pickEarly<T>(items: readonly T[]): T {
    return items[Math.floor(this.unit() ** 2.2 * items.length)] as T;
  }

  weighted<T extends string>(weights: Weights<T>): T {
    const { items, upTo } = wheelOf(weights);
    const at = this.unit() * (upTo.at(-1) as number);
    return items[upTo.findIndex((limit) => at < limit)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [result[i], result[j]] = [result[j] as T, result[i] as T];
    }
    return result;
  }

  /** Some of the items, none twice, in their own order. */
  some<T>(items: readonly T[], count: number): T[] {
    const taken = new Set(this.shuffle(items.map((_, at) => at)).slice(0, count));
    return items.filter((_, at) => taken.has(at));
  }

  /** Digits, as many as asked for. */
  digits(count: number): string {
    return Array.from({ length: count }, () => this.int(0, 9)).join('');
  }

  /** A UUID of version 7, as the API makes them, of this moment. */
  id(at: number): string {
    const seconds = Math.floor(at / 65_536);
    const [high, middle, low] = [this.bits(), this.bits(), this.bits()];
    hex(0, seconds >>> 16);
    hex(4, seconds);
    hex(9, at % 65_536);
    hex(14, ((high >>> 16) & 0xfff) | 0x7000);
    hex(19, (high & 0x3fff) | 0x8000);
    hex(24, middle >>> 16);
    hex(28, middle);
    hex(32, low >>> 16);
    return uuid.toString('latin1');
  }
}

/** The UUID that is being written: putting its text together from pieces takes four times as long. */
const uuid = Buffer.alloc(36, '-');
const DIGITS = Buffer.from('0123456789abcdef');

/** Writes the lowest 16 bits of a value into the UUID. */
function hex(at: number, value: number): void {
  for (let nth = 0; nth < 4; nth++) uuid[at + nth] = DIGITS[(value >>> (12 - 4 * nth)) & 15] as number;
}

/** Items with where each of them ends on a wheel. Made once for each set of weights: they are drawn from all the time. */
interface Wheel {
  readonly items: readonly string[];
  readonly upTo: readonly number[];
}

const wheels = new WeakMap<object, Wheel>();

function wheelOf(weights: Weights<string>): Wheel {
  let wheel = wheels.get(weights);
  if (!wheel) {
    let sum = 0;
    wheel = { items: Object.keys(weights), upTo: Object.values(weights).map((weight) => (sum += weight ?? 0)) };
    wheels.set(weights, wheel);
  }
  return wheel;
}

/**
 * Cards drawn one after another and shuffled anew when all are gone: as random as draws, but each kind of card comes
 * as often as the deck holds it, so that no rare state is missing from a small set of data.
 */
export class Deck<T> {
  private left: T[] = [];

  constructor(
    private readonly random: Random,
    private readonly cards: readonly T[],
  ) {}

  /** A deck of so many cards of each kind. */
  static of<T extends string>(random: Random, counts: Weights<T>): Deck<T> {
    const cards = (Object.entries(counts) as [T, number][]).flatMap(([card, count]) => Array<T>(count).fill(card));
    return new Deck(random, cards);
  }

  draw(): T {
    if (this.left.length === 0) this.left = this.random.shuffle(this.cards);
    return this.left.pop() as T;
  }
}
