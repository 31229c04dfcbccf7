/** Text without case and accents as Unicode alone says it, beside the definition that the server and its databases share. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const byCodePoint = (x: string, y: string): number => Buffer.compare(Buffer.from(x), Buffer.from(y));

/** The order of texts: without case and accents, then as they are. */
export const comparePlain = (x: string, y: string): number => byCodePoint(plain(x), plain(y)) || byCodePoint(x, y);
