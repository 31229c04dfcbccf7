/**
 * An S3-compatible server: S3rver, which keeps objects and the parts of uploads as files. It has all that is used but
 * two operations on the same files, which are given to it here: listing the uploads that are open, and aborting one.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

export interface S3Server {
  /** What the API is set to. */
  readonly env: Readonly<Record<string, string>>;
  /** Keys of the objects of a bucket. */
  objects(bucket: string): readonly string[];
  /** Keys of the uploads that are open in a bucket. */
  open(bucket: string): readonly string[];
  close(): Promise<void>;
}

/** @param buckets that it begins with */
export async function startS3(buckets: readonly string[]): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'handsoff-s3-'));
  const configureBuckets = buckets.map((name) => ({ name }));
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets });
  const uploadsOf = (bucket: string): { id: string; key: string; path: string }[] => {
    const folder = server.store.getResourcePath(bucket, undefined, 'uploads');
    const ids = existsSync(folder) ? readdirSync(folder) : [];
    return ids.map((id) => ({ id, key: readFileSync(join(folder, id, 'key'), 'utf8'), path: join(folder, id) }));
  };
  complete(server, uploadsOf);
  const { port } = await server.run();
  return {
    env: {
      ATTACHMENT_STORE: 's3',
      ATTACHMENT_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      // What it knows by itself.
      ATTACHMENT_S3_ACCESS_KEY: 'S3RVER',
      ATTACHMENT_S3_SECRET_KEY: 'S3RVER',
    },
    objects: (bucket) =>
      (readdirSync(join(directory, bucket), { recursive: true }) as string[])
        .map((name) => /^(.+)\._S3rver_object$/.exec(name)?.[1])
        .filter((key) => key !== undefined),
    open: (bucket) => uploadsOf(bucket).map(({ key }) => key),
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function complete(server: S3rver, uploadsOf: (bucket: string) => { id: string; key: string; path: string }[]): void {
  server.middleware.unshift(async (exchange, next) => {
    const { method, path, query } = exchange;
    const [, bucket = '', ...key] = path.split('/');
    if (method === 'GET' && 'uploads' in query) {
      const found = uploadsOf(bucket).filter((upload) => upload.key.startsWith(query.prefix ?? ''));
      const listed = found.map(
        (upload) => `<Upload><Key>${upload.key}</Key><UploadId>${upload.id}</UploadId></Upload>`,
      );
      exchange.body = `<ListMultipartUploadsResult>${listed.join('')}</ListMultipartUploadsResult>`;
    } else if (method === 'DELETE' && query.uploadId) {
      const found = uploadsOf(bucket).find(({ id }) => id === query.uploadId);
      if (found?.key === key.join('/')) rmSync(found.path, { recursive: true });
      exchange.status = found ? 204 : 404;
    } else await next();
  });
}
