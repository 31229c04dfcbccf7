/** Contents in an S3-compatible store: one object for each, in the bucket and under the code of its country. */
import type { S3 } from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import type { Config } from '../../base/config';
import type { CountryCode } from '../../base/countries';
import type { ContentStore } from './content-store';

type Settings = Config['attachments']['s3'];

/** Of every part but the last: the least that is taken, and the same for all, which some stores ask for. */
export const PART_BYTES = 5 * 1024 * 1024;
const [CONNECTION_MS, ANSWER_MS] = [5_000, 60_000];

/** @param settings complete; what they miss, the configuration has told of where new contents go there */
export function s3Store(settings: Settings, country: CountryCode): ContentStore {
  const target = (id: string) => ({ Bucket: inCountry(settings.bucket, country), Key: keyOf(country, id) });
  return {
    async put(id, pieces) {
      const s3 = await clientOf(settings, country);
      let upload: Upload | undefined;
      try {
        for await (const { bytes, isLast } of gathered(pieces)) {
          if (isLast && !upload) {
            await s3.putObject({ ...target(id), Body: bytes });
            // No other comes: it is asked for all the same, so that the buffer is known to be free.
            continue;
          }
          upload ??= await begin(s3, target(id));
          await upload.add(bytes);
        }
        await upload?.complete();
      } catch (error) {
        await upload?.abort().catch(() => undefined);
        throw error;
      }
    },

    async *get(id) {
      const s3 = await clientOf(settings, country);
      const { Body } = await s3.getObject(target(id));
      yield* Body as Readable as AsyncIterable<Buffer>;
    },

    async remove(id) {
      const s3 = await clientOf(settings, country);
      const { Bucket, Key } = target(id);
      await s3.deleteObject({ Bucket, Key }).catch(unlessGone);
      // What a process that died had begun: its parts are kept, and nothing shows them.
      const { Uploads = [] } = await s3.listMultipartUploads({ Bucket, Prefix: Key });
      for (const { UploadId } of Uploads.filter((upload) => upload.Key === Key))
        await s3.abortMultipartUpload({ Bucket, Key, UploadId }).catch(unlessGone);
    },
  };
}

/** In one bucket for all countries they do not mix either. */
const keyOf = (country: CountryCode, id: string): string => `${country.toLowerCase()}/${id}`;

export const inCountry = (setting: string, country: CountryCode): string =>
  setting.replaceAll('{country}', country.toLowerCase());

/** Removed twice is removed. */
function unlessGone(error: unknown): void {
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  if ($metadata?.httpStatusCode !== 404) throw error;
}

interface Part {
  /** Used anew for the next. */
  readonly bytes: Buffer;
  readonly isLast: boolean;
}

/**
 * Buffers of parts that were sent, for the next content: one of 5 MB for each would wait for the collector, and the
 * memory of a server would rise with every content by that much. What is in them is sealed, and was sent.
 */
const idle: Buffer[] = [];
const MOST_IDLE = 2;

/** Pieces as parts, one in memory at a time. Whether a part is the last is known when no other piece comes. */
async function* gathered(pieces: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  // What is not written to takes no memory: a small content does not cost a whole part.
  const held = idle.pop() ?? Buffer.allocUnsafeSlow(PART_BYTES);
  let filled = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      if (filled === PART_BYTES) {
        yield { bytes: held, isLast: false };
        filled = 0;
      }
      const copied = piece.copy(held, filled, at);
      at += copied;
      filled += copied;
    }
  }
  yield { bytes: held.subarray(0, filled), isLast: true };
  // Only of what went well: of a request that failed, a connection may still be reading.
  if (idle.length < MOST_IDLE) idle.push(held);
}

interface Upload {
  add(bytes: Buffer): Promise<void>;
  complete(): Promise<void>;
  abort(): Promise<void>;
}

async function begin(s3: S3, target: { readonly Bucket: string; readonly Key: string }): Promise<Upload> {
  const { UploadId } = await s3.createMultipartUpload(target);
  const parts: { ETag: string | undefined; PartNumber: number }[] = [];
  return {
    async add(bytes) {
      const PartNumber = parts.length + 1;
      const { ETag } = await s3.uploadPart({ ...target, UploadId, PartNumber, Body: bytes });
      parts.push({ ETag, PartNumber });
    },
    async complete() {
      await s3.completeMultipartUpload({ ...target, UploadId, MultipartUpload: { Parts: parts } });
    },
    async abort() {
      await s3.abortMultipartUpload({ ...target, UploadId });
    },
  };
}

const clients = new WeakMap<Settings, Map<CountryCode, Promise<S3>>>();

/** One for each country: its connections are kept. */
function clientOf(settings: Settings, country: CountryCode): Promise<S3> {
  const known = clients.get(settings) ?? new Map<CountryCode, Promise<S3>>();
  clients.set(settings, known);
  const found = known.get(country) ?? connect(settings, country);
  known.set(country, found);
  return found;
}

/** The library is loaded where it is used: nobody else pays for it. */
async function connect(settings: Settings, country: CountryCode): Promise<S3> {
  const { S3 } = await import('@aws-sdk/client-s3');
  const { endpoint, region, accessKey, secretKey, pathStyle } = settings;
  return new S3({
    ...(endpoint && { endpoint: inCountry(endpoint, country) }),
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: pathStyle,
    // What is sent is signed with its SHA-256. Checksums in trailers on top of that are refused by other stores than AWS.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECTION_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
  });
}
