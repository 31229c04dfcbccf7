/** The identity schema for a test file: served through `identity_app`, as in an installation; accounts are made as its owner. */
import { Client, type Pool } from 'pg';
import { pino } from 'pino';
import { loadConfig, type Config } from '../../src/base/config';
import { runtimeDataSource } from '../../ormconfig';
import { openIdentity } from '../../src/database/identity';
import { identitySchema, ownerRole } from '../../src/database/roles';
import { insertDemoAccounts, type NewAccount } from '../../src/identity/account.service';
import { createIdentity, type IdentityService } from '../../src/identity/identity.service';
import { freshDatabase } from '../support/database';

export const password = 'a sentence nobody tries';

export interface Installation {
  readonly config: Config;
  readonly tokenSecrets: readonly string[];
  /** As `identity_app`. */
  readonly pool: Pool;
  /** As the owner of the schema. */
  readonly owner: Client;
  readonly identity: IdentityService;
  /** Another instance of the service on the same database. */
  instance(signIn?: Partial<Config['signIn']>, tokenSecrets?: readonly string[]): IdentityService;
  /** One more connection with the owner's rights. */
  connect(): Promise<Client>;
  /** Makes an account that signs in with `password`. */
  account(email: string, more?: Partial<NewAccount>): Promise<string>;
  close(): Promise<void>;
}

export async function install(): Promise<Installation> {
  const database = await freshDatabase('migrated');
  const config = loadConfig({ ...database.env, PUBLIC_URL: 'https://api.test' });
  const log = pino({ level: 'silent' });
  const opened = await openIdentity(config, log, runtimeDataSource);
  const { pool } = opened;
  const connect = async (): Promise<Client> => {
    const options = `-c search_path=${identitySchema} -c role=${ownerRole(identitySchema)}`;
    const client = new Client({ ...database.admin, options });
    await client.connect();
    return client;
  };
  const owner = await connect();
  const instance: Installation['instance'] = (signIn, tokens = config.secrets.tokens) => {
    const secrets = { tokens } as Config['secrets'];
    return createIdentity({ pool, log, config: { secrets, signIn: { ...config.signIn, ...signIn } } });
  };
  return {
    config,
    tokenSecrets: config.secrets.tokens,
    pool,
    owner,
    identity: instance(),
    instance,
    connect,
    async account(email, more) {
      const account: NewAccount = {
        email,
        name: 'Thandi Mokoena',
        role: 'CASE_MANAGER',
        country: 'ZA',
        organisationId: null,
        locale: 'en',
        ...more,
      };
      const [id = ''] = await insertDemoAccounts(owner, [account], password);
      return id;
    },
    async close() {
      await owner.end();
      await opened.close();
      await database.drop();
    },
  };
}
