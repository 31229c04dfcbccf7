/** MP3: frames of sound are kept; tags before and behind them, which hold names, comments and places, are dropped. */
import { damaged } from './refused';
import type { Bytes, Source } from './source';

const bitrates = {
  /** MPEG 1, layer III, in kbit/s; 0 and 15 are not for use here. */
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  /** MPEG 2 and 2.5. */
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const rates: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8_000],
};

/** Length of a frame of layer III in bytes, by its head of four bytes; 0 where it is none. */
export function frameLength(head: Buffer): number {
  if (head.length < 4 || head[0] !== 0xff || ((head[1] as number) & 0xe6) !== 0xe2) return 0;
  const version = ((head[1] as number) >> 3) & 3;
  const rate = rates[version]?.[((head[2] as number) >> 2) & 3];
  const bitrate = (version === 3 ? bitrates.one : bitrates.two)[(head[2] as number) >> 4];
  if (!rate || !bitrate) return 0;
  const padding = ((head[2] as number) >> 1) & 1;
  return Math.floor(((version === 3 ? 144 : 72) * bitrate * 1000) / rate) + padding;
}

const behind = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3', '3DI'];

export async function* mp3(source: Source): Bytes {
  await dropTags(source);
  for (let frames = 0; ; frames++) {
    const head = await source.peek(11);
    const length = frameLength(head);
    if (length === 0) {
      const ends = head.length === 0 || behind.some((tag) => head.toString('latin1').startsWith(tag));
      if (!ends || frames === 0) throw damaged();
      return source.drain();
    }
    // Recordings that were stopped end within a frame.
    const frame = await source.peek(length);
    yield await source.take(frame.length);
  }
}

async function dropTags(source: Source): Promise<void> {
  for (;;) {
    const head = await source.peek(10);
    if (head.toString('latin1', 0, 3) !== 'ID3') return;
    if (head.length < 10) throw damaged();
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] as number) & 0x7f), 0);
    await source.skip(10 + size + ((head[5] as number) & 0x10 ? 10 : 0));
    // Padding that some leave between.
    while ((await source.peek(1))[0] === 0) await source.skip(1);
  }
}
