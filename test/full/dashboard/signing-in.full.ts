/** Signing in to the dashboard and being signed out, and what it does on a line that breaks. */
import { isGood, tokenIn, withSecondFactor } from './arranged';
import { violations } from './browser';
import { dashboard } from './visits';

const { open, address } = dashboard({ isPublished: false });

describe('signing in', () => {
  it('is a form that stands in nobody’s way, says what is wrong, and keeps nothing in the browser', async () => {
    const one = await open();
    const { page } = one;
    expect(await violations(page)).toEqual([]);
    await one.screenshot('sign-in');
    await page.fill('input[name=email]', 'me-officer@za.demo');
    await page.fill('input[name=password]', 'not-the-password');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.problems p');
    expect(await violations(page)).toEqual([]);
    const signedIn = page.waitForResponse((response) => response.request().postData()?.includes('SignIn') ?? false);
    await one.signIn('me-officer@za.demo');
    const token = tokenIn(await (await signedIn).json());
    const kept = await page.evaluate(async () => ({
      storage: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      hash: location.hash,
    }));
    expect(kept).toEqual({ storage: 0, cookies: '', databases: 0, caches: 0, hash: '' });
    expect(await isGood(address(), token, 1)).toBe(true);
    await page.reload();
    await page.waitForSelector('.sign-in');
    expect(await page.locator('.card').count()).toBe(0);
    // Whoever had seen the token go by could use it no more.
    expect(await isGood(address(), token)).toBe(false);
  });

  it('comes back when the session ends, and leads to the same view', async () => {
    const one = await open({ hash: '#I10?period=LAST_4_QUARTERS&by=SERVICE_CATEGORY' });
    const { page } = one;
    await one.signIn('me-officer@za.demo');
    const title = await page.locator('.card h2').first().textContent();
    await page.route('**/graphql', (route) => {
      const unauthenticated = { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] };
      return route.fulfill({
        json: route.request().postData()?.includes('refreshSession')
          ? { data: { refreshSession: { session: null, problems: [] } } }
          : unauthenticated,
      });
    });
    await page.selectOption('.pickers select >> nth=1', 'LAST_12_MONTHS');
    await page.waitForSelector('.sign-in .notice');
    expect(await page.locator('.card').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/graphql');
    await one.signIn('me-officer@za.demo');
    expect(await page.locator('.card h2').first().textContent()).toBe(title);
    expect(page.url()).toContain('#I10?period=LAST_12_MONTHS&by=SERVICE_CATEGORY');
  });

  it('asks for the second factor when the API does, and takes a recovery code', async () => {
    const code = await withSecondFactor(address(), 'analyst@region.demo');
    const one = await open();
    const { page } = one;
    await page.fill('input[name=email]', 'analyst@region.demo');
    await page.fill('input[name=password]', 'hands-off-demo');
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[name=oneTimeCode]:focus');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await one.settled();
  });

  it('asks whether anybody is there before it signs out who has left', async () => {
    const one = await open({ hasClock: true });
    const { page } = one;
    await one.signIn('me-officer@zw.demo');
    await page.clock.runFor('14:05');
    await page.waitForSelector('dialog[open]');
    expect(await violations(page)).toEqual([]);
    await one.screenshot('still-there');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.clock.runFor('14:05');
    await page.waitForSelector('dialog[open]');
    await page.clock.runFor('01:05');
    await page.waitForSelector('.sign-in .notice');
    expect(await page.locator('.card, dialog').count()).toBe(0);
  });

  it('tells an account without numbers that it has none', async () => {
    const one = await open();
    await one.signIn('service-provider@za.demo');
    expect(await one.page.locator('.failed').first().textContent()).toContain('no right');
    expect(await violations(one.page)).toEqual([]);
  });
});

describe('on a bad line', () => {
  it('a chart that fails says so, alone, and is tried again', async () => {
    const one = await open();
    const { page } = one;
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('"by":["PROVINCE"]') ? route.abort() : route.continue(),
    );
    await one.signIn('me-officer@za.demo');
    expect(await page.locator('.failed').count()).toBe(1);
    expect(await page.locator('.chart svg').count()).toBe(9);
    expect(await violations(page)).toEqual([]);
    await one.screenshot('failed');
    await page.unroute('**/graphql');
    await page.click('.failed button');
    await page.waitForFunction(() => document.querySelector('.failed') === null);
    await one.settled();
    expect(await page.locator('.chart svg').count()).toBe(10);
    // The line was cut on purpose; what the browser says of it is no fault of the page.
    one.wrong.splice(0, one.wrong.length, ...one.wrong.filter((text) => !text.includes('ERR_FAILED')));
  });

  it('asks for an overview in few requests', async () => {
    const one = await open();
    await one.signIn('me-officer@za.demo');
    expect(one.requests.filter((request) => request.endsWith('/graphql')).length).toBeLessThanOrEqual(9);
  });
});
