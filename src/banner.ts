/** What a person reads when the API has started. */
import type { Pool } from 'pg';
import type { Config } from './base/config';
import { version } from './base/project';

/** The addresses and, in a demo installation outside production, the demo accounts. */
export async function banner(
  config: Config,
  identity: Pool,
  countries: readonly string[],
  port: number,
): Promise<string> {
  const { publicUrl, host, explorer } = config.server;
  const address = config.server.port === port ? publicUrl : `http://${host}:${port}`;
  const lines = [
    `Hands Off API ${version}, serving ${countries.join(', ') || 'no country yet'}`,
    '',
    `  ${address}/graphql`,
    `  ${address}/dashboard`,
    ...(explorer ? [`  ${address}/  (explorer)`] : []),
    ...(config.production ? [] : await demoAccounts(identity, config.demoPassword)),
  ];
  return `\n${lines.join('\n')}\n`;
}

/** Domains with the same accounts stand on one line. */
async function demoAccounts(identity: Pool, password: string): Promise<string[]> {
  const { rows } = await identity.query<{ names: string; domains: string }>(
    `SELECT names, string_agg('@' || domain, ' ' ORDER BY domain) AS domains
       FROM (SELECT split_part(email, '@', 2) AS domain, string_agg(split_part(email, '@', 1), ', ' ORDER BY email) AS names
               FROM account WHERE demo GROUP BY 1) AS of_domain
      GROUP BY names ORDER BY min(domain)`,
  );
  if (rows.length === 0) return [];
  return [
    '',
    `  Demo accounts, all with the password ${password}:`,
    ...rows.map(({ names, domains }) => `  ${domains}: ${names}`),
  ];
}
