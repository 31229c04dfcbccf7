/** What every function that touches data is given first: who asks, for which countries, in which language. */
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import type { Accounts } from './accounts';
import type { Api } from './api';
import type { Actor } from './actor';
import type { Config } from './config';
import type { Countries, CountryCode } from './countries';
import type { FileDocument, KnownFile } from './file-documents';
import type { Locale } from './locale';
import type { Standing } from './standing';
import type { Told } from './told';
import type { Vault } from './vault';

/** A country as this actor may read it: through its own role's pool, or through the region's. */
export interface CountryReader {
  readonly code: CountryCode;
  readonly pool: Pool;
  /** Its statements can ask whether the session stands. */
  readonly checksSessions: boolean;
  readonly sharesCases: boolean;
}

/** What the composition root puts together once, as far as reading and writing need it. */
export interface Services {
  readonly config: Config;
  readonly countries: Countries;
  readonly vault: Vault;
  readonly accounts: Accounts;
  readonly documents: FileDocuments;
  readonly log: Logger;
}

/** Documents whose answer is to leave as a file. */
export interface FileDocuments {
  /** What such a file holds. @throws ProblemError where whoever asks gets no such file */
  check(ctx: RequestContext, document: FileDocument): KnownFile;
  /** The API as whoever asks for a file would ask it; every country has to answer. */
  api(ctx: RequestContext): Api;
}

export interface RequestContext {
  readonly requestId: string;
  /** The language of the answer: the one asked for, else the account's, else English. */
  readonly locale: Locale;
  /** The language that the request asks for; null where it asks for none that is spoken here. */
  readonly asked: Locale | null;
  /** Network address of the client, for sign-in throttling and the audit trail. */
  readonly address: string;
  readonly actor: Actor | null;
  /** Whether the actor's session stands; null while signed out. */
  readonly standing: Standing | null;
  readonly app: Services;
  /** Empty while signed out. There is no other way to a connection. */
  readonly scope: readonly CountryReader[];
  /** Every country has to answer, or none does. */
  readonly requiresAll: boolean;
  /** What reads tell beside the data. */
  readonly told: Told;
}
