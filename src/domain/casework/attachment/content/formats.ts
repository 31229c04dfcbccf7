/** The types that are taken: by what each is told, and what of it is kept. */
import type { AttachmentKind, AttachmentType } from '../attachment.codes';
import { amr } from './amr';
import { jpeg } from './jpeg';
import { frameLength, mp3 } from './mp3';
import { mp4 } from './mp4';
import { ogg } from './ogg';
import { pdf } from './pdf';
import { png, PNG_SIGNATURE } from './png';
import { empty, heic, notTaken } from './refused';
import { riff } from './riff';
import type { Bytes, Source } from './source';

const images: readonly AttachmentType[] = ['JPEG', 'PNG', 'WEBP'];
const papers: readonly AttachmentType[] = ['PDF', ...images];

const typesOf: Readonly<Record<AttachmentKind, readonly AttachmentType[]>> = {
  PHOTOGRAPH: images,
  AUDIO: ['MP3', 'M4A', 'OGG_OPUS', 'WAV', 'AMR'],
  DOCUMENT: papers,
  MEDICO_LEGAL_FORM: papers,
};

export const fits = (kind: AttachmentKind, type: AttachmentType): boolean => typesOf[kind].includes(type);

interface Format {
  /** By its first bytes. */
  readonly is: (head: Buffer) => boolean;
  /** What is kept of it. @throws ProblemError */
  readonly clean: (source: Source) => Bytes;
}

const HEAD_BYTES = 16;
const starts =
  (text: string, at = 0) =>
  (head: Buffer): boolean =>
    head.toString('latin1', at, at + text.length) === text;
const container =
  (kind: string) =>
  (head: Buffer): boolean =>
    starts('RIFF')(head) && starts(kind, 8)(head);

const formats: Readonly<Record<AttachmentType, Format>> = {
  JPEG: { is: starts('\xff\xd8\xff'), clean: jpeg },
  PNG: { is: (head) => head.subarray(0, 8).equals(PNG_SIGNATURE), clean: png },
  WEBP: { is: container('WEBP'), clean: riff },
  WAV: { is: container('WAVE'), clean: riff },
  OGG_OPUS: { is: starts('OggS'), clean: ogg },
  M4A: { is: starts('ftyp', 4), clean: mp4 },
  AMR: { is: starts('#!AMR'), clean: amr },
  // A document begins with its first byte: what may stand before it in other readers is a file of another kind.
  PDF: { is: starts('%PDF-'), clean: pdf },
  MP3: { is: (head) => starts('ID3')(head) || frameLength(head) > 0, clean: mp3 },
};

/** Of relatives of M4A by their brand; HEIC is what iPhones take photographs in unless told otherwise. */
const ofBrand = (head: Buffer, brand: RegExp): boolean =>
  starts('ftyp', 4)(head) && brand.test(head.toString('latin1', 8, 12));
const [HEIC, OTHER] = [/^(?:hei|hev|mif1|msf1)/, /^(?:av|crx|qt)/];

/**
 * Tells the type of what comes by its content, and what is kept of it.
 * @throws ProblemError where nothing comes, or it is of no type that is taken as this
 */
export async function recognise(
  source: Source,
  kind: AttachmentKind,
): Promise<{ readonly type: AttachmentType; readonly kept: Bytes }> {
  const head = await source.peek(HEAD_BYTES);
  if (head.length === 0) throw empty();
  if (ofBrand(head, HEIC)) throw heic();
  const [type, format] = (Object.entries(formats) as [AttachmentType, Format][]).find(([, { is }]) => is(head)) ?? [];
  if (!type || !format || !fits(kind, type) || ofBrand(head, OTHER)) throw notTaken();
  return { type, kept: format.clean(source) };
}
