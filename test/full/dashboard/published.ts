/** Waits for what countries publish of the demonstration, so that the region is seen as it is then. */

async function ask<T>(address: string, query: string, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await response.json()) as { data: T }).data;
}

/** Countries publish by themselves; the demonstration is to be seen as it is then. */
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
