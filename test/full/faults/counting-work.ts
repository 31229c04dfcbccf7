/** What people do and read while it is counted: through the API, as anybody does. */
import { randomUUID } from 'node:crypto';
import { signIn } from '../load';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as they are asked for
type Data = any;

const password = 'hands-off-demo';
const given = (purpose: string): object => ({ purpose, decision: 'GIVEN', mode: 'WRITTEN' });

async function asking(address: string, email: string): Promise<(query: string, variables?: object) => Promise<Data>> {
  const { token } = await signIn(address, email, password);
  return async (query, variables = {}) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(text);
    return data as object;
  };
}

/** Registers cases of people who agree to be counted, and has every fifth take that back. @returns how many were changed */
export async function change(address: string, count: number): Promise<number> {
  const ask = await asking(address, 'case-manager@za.demo');
  const one = async (nth: number): Promise<void> => {
    const consentId = randomUUID();
    const input = {
      idempotencyKey: randomUUID(),
      source: 'HELPLINE',
      survivor: { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34' },
      consents: [given('SERVICES'), { id: consentId, ...given('REPORTING_NON_IDENTIFIABLE') }],
      incidents: [{ violationTypes: [nth % 2 ? 'BEATING' : 'RAPE'], consentReporting: true }],
    };
    const { registerCase: made } = await ask(
      'mutation ($input: RegisterCaseInput!) { registerCase(input: $input) { case { id } problems { code path } } }',
      { input },
    );
    if (!made.case) throw new Error(JSON.stringify(made));
    if (nth % 5 > 0) return;
    const withdrawal = { idempotencyKey: randomUUID(), consentId };
    const document =
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { id } problems { code } } }';
    const { withdrawConsent: taken } = await ask(document, { input: withdrawal });
    if (!taken.consent) throw new Error(JSON.stringify(taken));
  };
  const inTurn = Array.from({ length: 6 }, async (_, from) => {
    for (let nth = from; nth < count; nth += 6) await one(nth);
  });
  await Promise.all(inTurn);
  return count;
}

/** The last months, this one among them. */
function months(count: number): string[] {
  const now = new Date();
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7).replace('-', ''),
  );
}

/** Every indicator of the last months as a whole, and incidents by what they are told by. */
export async function numbers(address: string): Promise<unknown> {
  const ask = await asking(address, 'me-officer@za.demo');
  const { indicators } = await ask('{ indicators { code } }');
  const codes = (indicators as { code: string }[]).map(({ code }) => code);
  const period = { names: months(6) };
  const document = `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) {
    rows { indicator dimensions { dimension code } value numerator denominator gap } } }`;
  const told: unknown[] = [];
  for (let from = 0; from < codes.length; from += 40) {
    const input = { indicators: codes.slice(from, from + 40), period };
    told.push((await ask(document, { input })).indicatorTable.rows);
  }
  for (const by of [['PROVINCE'], ['VIOLENCE_TYPE', 'AGE_BAND']])
    told.push((await ask(document, { input: { indicators: ['I03'], period, by } })).indicatorTable.rows);
  return told;
}
