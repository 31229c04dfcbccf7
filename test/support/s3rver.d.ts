/** What is used of it: a Koa application that keeps objects as files. */
declare module '@20minutes/s3rver' {
  interface Exchange {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string | undefined>>;
    status: number;
    body: unknown;
  }

  export default class S3rver {
    constructor(options: {
      readonly address: string;
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly { readonly name: string }[];
    });
    readonly middleware: ((exchange: Exchange, next: () => Promise<void>) => Promise<void>)[];
    readonly store: { getResourcePath(bucket: string, key: undefined, resource: 'uploads'): string };
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
  }
}
