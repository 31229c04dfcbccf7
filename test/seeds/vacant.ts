/** An installation without accounts, as filling it begins with. */
import { loadAdminConfig, type AdminConfig } from '../../src/base/config';
import { administrationOf, type Administration } from '../../src/installation/administration';
import { asOwner } from '../../src/database/connect';

/** The administration of a test database, and its configuration. */
export function administer(env: Readonly<Record<string, string>>): {
  administration: Administration;
  config: AdminConfig;
} {
  const config = loadAdminConfig(env);
  if (!config.main) throw new Error('a test database without its administrator');
  return { administration: administrationOf(config, config.main), config };
}

/** What `seedDemo` is told. */
export const seeding = ({ secrets }: AdminConfig, scale = 1, only?: readonly string[]) => ({
  scale,
  countryKeys: (country: string) => secrets.countryKeys(country),
  demoPassword: 'hands-off-demo',
  log: () => undefined,
  ...(only && { countries: only }),
});

/** The indexes, keys and checks of Botswana. */
export const catalogue = ({ main }: Administration): Promise<object[]> =>
  asOwner(main, 'bw', async (client) => {
    const { rows } = await client.query<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'bw'
       UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'bw'::regnamespace
       ORDER BY 1`,
    );
    return rows;
  });
