/** Camera data of photographs: all that is kept of them is which way up a picture is. */

const ORIENTATION = 0x0112;
const SHORT = 3;

/** 1 to 8; 1, as it lies, where nothing is said or nothing can be read. @param tiff from its byte order on */
export function orientationOf(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 4);
  if (order !== 'II*\0' && order !== 'MM\0*') return 1;
  const little = order.startsWith('I');
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 8) return 1;
  const start = long(4);
  if (start + 2 > tiff.length) return 1;
  const entries = Math.min(short(start), Math.floor((tiff.length - start - 2) / 12));
  for (let at = start + 2; at < start + 2 + entries * 12; at += 12) {
    if (short(at) !== ORIENTATION || short(at + 2) !== SHORT) continue;
    const found = short(at + 8);
    return found >= 1 && found <= 8 ? found : 1;
  }
  return 1;
}

/** Camera data that say which way up a picture is, and nothing else. 26 bytes. */
export const onlyOrientation = (orientation: number): Buffer => {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
};
