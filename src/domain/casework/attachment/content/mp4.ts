/** M4A: boxes that tell of place, device or people are blotted out where they stand, so that no offset changes. */
import { damaged, notTaken, telling } from './refused';
import { zeros, type Bytes, type Source } from './source';

/** What is looked into. */
const containers = new Set(['moov', 'trak', 'mdia', 'mvex', 'moof', 'traf']);
/** What is kept as it is. */
const kept = new Set([
  ...['ftyp', 'mdat', 'mvhd', 'tkhd', 'mdhd', 'hdlr', 'minf', 'edts', 'trex', 'mehd', 'mfhd', 'tfhd', 'tfdt'],
  ...['trun', 'sidx', 'styp', 'tref', 'elst', 'sgpd', 'sbgp'],
]);
const [HANDLER_HEAD, SOUND] = [20, 'soun'];

export async function* mp4(source: Source): Bytes {
  let sounds = false;
  while (!(await source.isOver())) {
    const { head, type, size } = await box(source);
    if (size === null) {
      if (type !== 'mdat') throw damaged();
      yield head;
      yield* source.rest();
      continue;
    }
    if (containers.has(type)) {
      yield* inside(source, head, size, () => (sounds = true));
    } else yield* one(source, head, type, size);
  }
  // It was cut off before it said what it holds.
  if (!sounds) throw damaged();
}

async function* inside(source: Source, head: Buffer, size: number, sounds: () => void): Bytes {
  yield head;
  for (let left = size; left > 0;) {
    const inner = await box(source);
    if (inner.size === null) throw damaged();
    left -= inner.head.length + inner.size;
    if (left < 0) throw damaged();
    if (containers.has(inner.type)) yield* inside(source, inner.head, inner.size, sounds);
    else {
      if (inner.type === 'hdlr') await assertSound(source, sounds);
      yield* one(source, inner.head, inner.type, inner.size);
    }
  }
}

/** @throws ProblemError for film, and for tracks of places and times beside the sound */
async function assertSound(source: Source, sounds: () => void): Promise<void> {
  const handler = (await source.peek(HANDLER_HEAD)).toString('latin1', 8, 12);
  if (handler === SOUND) return sounds();
  throw handler === 'vide' ? notTaken() : telling();
}

async function* one(source: Source, head: Buffer, type: string, size: number): Bytes {
  if (kept.has(type)) {
    yield head;
    return yield* source.pass(size);
  }
  await source.skip(size);
  const blotted = Buffer.from(head);
  blotted.write('free', 4, 'latin1');
  yield blotted;
  yield* zeros(size);
}

/** @returns the bytes of its head, and how many follow; null: all that are left */
async function box(source: Source): Promise<{ head: Buffer; type: string; size: number | null }> {
  const start = await source.take(8);
  const type = start.toString('latin1', 4);
  const said = start.readUInt32BE();
  if (said === 0) return { head: start, type, size: null };
  const head = said === 1 ? Buffer.concat([start, await source.take(8)]) : start;
  const whole = said === 1 ? Number(head.readBigUInt64BE(8)) : said;
  if (whole < head.length || !Number.isSafeInteger(whole)) throw damaged();
  return { head, type, size: whole - head.length };
}
