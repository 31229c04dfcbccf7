/** Brings the demonstration to where somebody looks at it: published, and with a second factor. */
import { TOTP } from 'otpauth';

async function ask<T>(address: string, query: string, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await response.json()) as { data: T }).data;
}

/** Countries publish by themselves; the region is to be seen as it is then. */
export async function untilPublished(address: string): Promise<void> {
  const { signIn } = await ask<{ signIn: { session: { accessToken: string } } }>(
    address,
    'mutation { signIn(input: { email: "secretariat@region.demo", password: "hands-off-demo" }) { session { accessToken } } }',
  );
  for (let attempt = 0; attempt < 120; attempt++) {
    const { indicatorTable } = await ask<{ indicatorTable: { rows: { country: string; gap: string | null }[] } }>(
      address,
      '{ indicatorTable(input: { indicators: ["I03"], period: { relative: LAST_SIX_MONTH } }) { rows { country gap } } }',
      signIn.session.accessToken,
    );
    if (indicatorTable.rows.every(({ country, gap }) => country === 'REGION' || gap === null)) return;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  throw new Error('Not every country published.');
}

/** Gives an account a second factor. @returns a recovery code */
export async function withSecondFactor(address: string, email: string): Promise<string> {
  const { signIn } = await ask<{ signIn: { session: { accessToken: string } } }>(
    address,
    `mutation { signIn(input: { email: "${email}", password: "hands-off-demo" }) { session { accessToken } } }`,
  );
  const { accessToken } = signIn.session;
  const { enrolSecondFactor } = await ask<{ enrolSecondFactor: { enrolment: { secret: string } } }>(
    address,
    'mutation { enrolSecondFactor(input: { password: "hands-off-demo" }) { enrolment { secret } } }',
    accessToken,
  );
  const oneTimeCode = new TOTP({ secret: enrolSecondFactor.enrolment.secret }).generate();
  const { confirmSecondFactor } = await ask<{ confirmSecondFactor: { recoveryCodes: string[] } }>(
    address,
    `mutation { confirmSecondFactor(input: { oneTimeCode: "${oneTimeCode}" }) { recoveryCodes } }`,
    accessToken,
  );
  return confirmSecondFactor.recoveryCodes[0] ?? '';
}

/** The access token of an answer to `signIn`. */
export const tokenIn = (answer: unknown): string =>
  (answer as { data: { signIn: { session: { accessToken: string } } } }).data.signIn.session.accessToken;

/** Whether an access token still counts; what is on its way to end it has a moment to arrive. */
export async function isGood(address: string, token: string, attempts = 20): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const told = await ask<{ viewer: object | null } | undefined>(address, '{ viewer { account { role } } }', token);
    if (!told?.viewer) return false;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return true;
}
