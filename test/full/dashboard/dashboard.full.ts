/** The dashboard in a real Chromium: four people, on a screen, on a phone, on paper; by mouse and by keyboard. */
import type { Browser } from 'playwright-core';
import { up } from '../../support/npm-start';
import { hoverAll, openBrowser, violations, visit, walk, type Visit, type Visitor } from './browser';
import { untilPublished } from './published';

let browser: Browser;
let address: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ address } = await up({ SWEEP_SECONDS: '5' }));
  await untilPublished(address);
}, 900_000);
afterAll(() => browser?.close());

const visits: Visit[] = [];
async function open(visitor: Omit<Visitor, 'address'> = {}): Promise<Visit> {
  const one = await visit(browser, { address, ...visitor });
  visits.push(one);
  return one;
}
/** Nothing was forbidden to any page, and none asked anybody else. */
afterEach(async () => {
  for (const one of visits.splice(0)) {
    expect(one.wrong).toEqual([]);
    expect(
      one.requests.filter((request) => !request.includes(` ${address}/`) && !/ (data|blob):/.test(request)),
    ).toEqual([]);
    await one.close();
  }
});

it('what the policy of the page forbids is noticed', async () => {
  const { page, wrong } = await open();
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await page.waitForTimeout(200);
  expect(wrong.splice(0)).toContain('forbidden: style-src-attr');
});

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
    await one.signIn('me-officer@za.demo');
    const kept = await page.evaluate(async () => ({
      storage: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      hash: location.hash,
    }));
    expect(kept).toEqual({ storage: 0, cookies: '', databases: 0, caches: 0, hash: '' });
    await page.reload();
    await page.waitForSelector('.sign-in');
    expect(await page.locator('.card').count()).toBe(0);
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

  it('tells an account without numbers that it has none', async () => {
    const one = await open();
    await one.signIn('service-provider@za.demo');
    expect(await one.page.locator('.failed').first().textContent()).toContain('no right');
    expect(await violations(one.page)).toEqual([]);
  });
});

describe.each([
  ['za-officer', 'me-officer@za.demo', {}],
  ['secretariat', 'secretariat@region.demo', {}],
  ['mz-officer-pt', 'me-officer@mz.demo', { locale: 'pt-PT' }],
  ['za-officer-phone', 'me-officer@za.demo', { width: 360 }],
  ['secretariat-phone-pt', 'secretariat@region.demo', { width: 360, locale: 'pt-PT', hash: '#overview?lang=pt' }],
  ['field-worker', 'field-worker@zw.demo', { width: 640 }],
] as const)('the overview of %s', (name, email, visitor) => {
  it('shows every chart, stands in nobody’s way, and says what each value is where a pointer rests', async () => {
    const one = await open(visitor);
    const { page } = one;
    await one.signIn(email);
    expect(await page.locator('.failed').count()).toBe(0);
    const charts = await page.locator('.chart svg').count();
    expect(charts).toBeGreaterThanOrEqual(9);
    await one.screenshot(name);
    expect(await violations(page)).toEqual([]);
    // Nothing is wider than the screen but what scrolls in its own place.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await hoverAll(page)).toBe(charts);
    for (const summary of await page.locator('.card summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    await one.screenshot(`${name}-tables`);
  });
});

describe('one indicator', () => {
  it.each([
    ['kinds-and-perpetrators', 'me-officer@za.demo', '#I03?period=2025Q3..2026Q2&by=VIOLENCE_TYPE,PERPETRATOR'],
    ['published-two', 'secretariat@region.demo', '#I03?period=LAST_YEAR&by=PROVINCE,VIOLENCE_TYPE'],
    ['rounded-three', 'secretariat@region.demo', '#I03?period=LAST_YEAR&by=VIOLENCE_TYPE,GENDER,AGE_BAND'],
    ['locked', 'me-officer@za.demo', '#I03?period=2025Q1..2025Q4'],
    ['provinces-by-quarter', 'me-officer@mz.demo', '#I03?period=LAST_4_QUARTERS&by=PROVINCE'],
    ['survey', 'me-officer@za.demo', '#I01?period=LAST_5_YEARS'],
  ])('%s', async (name, email, hash) => {
    const one = await open({ hash });
    await one.signIn(email);
    expect(await one.page.locator('.failed').count()).toBe(0);
    await one.page.waitForSelector('.about dl');
    expect(await violations(one.page)).toEqual([]);
    await hoverAll(one.page);
    await one.screenshot(name);
  });
});

describe('by keyboard alone', () => {
  it('everything is reached in an order that makes sense, is seen to have the focus, and works', async () => {
    const one = await open();
    const { page } = one;
    await page.waitForSelector('.sign-in');
    await page.keyboard.type('me-officer@za.demo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('hands-off-demo');
    await page.keyboard.press('Enter');
    await one.settled();
    await page.locator('.skip').focus();
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: 8 });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const walked = await walk(page, 60);
    expect(walked.unseen).toEqual([]);
    for (const name of [
      'Indicator',
      'Period',
      'Province',
      'Incidents of violence reported',
      'The numbers as a table',
      'Copy: Incidents of violence reported',
      'Download CSV: Incidents of violence reported',
    ])
      expect(walked.names).toContain(name);
  });

  it('a table opens, scrolls, and can be taken along', async () => {
    const one = await open({ width: 360, hash: '#I03?period=LAST_12_MONTHS&by=VIOLENCE_TYPE' });
    const { page } = one;
    await one.signIn('me-officer@za.demo');
    await page.locator('.card summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.card table').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('region');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/^i03-violence_type-\d{6}-\d{6}\.csv$/);
    await page.keyboard.press('Tab');
    const [picture] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(picture.suggestedFilename()).toMatch(/\.svg$/);
  });

  it('Escape takes away what is said where the pointer rests', async () => {
    const one = await open({ hash: '#I03?period=LAST_12_MONTHS' });
    const { page } = one;
    await one.signIn('me-officer@za.demo');
    const chart = page.locator('.chart');
    const before = await chart.locator('text').count();
    const box = await chart.boundingBox();
    if (!box) throw new Error('there is no chart');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction((count) => document.querySelectorAll('.chart text').length > count, before);
    await page.keyboard.press('Escape');
    await page.waitForFunction((count) => document.querySelectorAll('.chart text').length === count, before);
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

describe('on paper', () => {
  it.each([
    ['za-officer', 'me-officer@za.demo', {}],
    ['secretariat', 'secretariat@region.demo', {}],
    ['mz-officer-pt', 'me-officer@mz.demo', { locale: 'pt-PT' }],
  ] as const)('%s: on A4, with every table, and how to read it', async (name, email, visitor) => {
    const one = await open(visitor);
    await one.signIn(email);
    const paper = await one.print(name);
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    // 210 by 297 mm, in points.
    expect(paper.toString('latin1')).toMatch(/\/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await one.page.emulateMedia({ media: 'print' });
    expect(await one.page.locator('.paper').isVisible()).toBe(true);
    expect(await one.page.locator('.pickers').isVisible()).toBe(false);
  });
});

describe('in the other language', () => {
  it('everything is said anew, and the view stays', async () => {
    const one = await open({ hash: '#I03?period=LAST_4_QUARTERS&by=GENDER' });
    const { page } = one;
    await one.signIn('me-officer@za.demo');
    await page.click('.language [lang=pt]');
    await page.waitForFunction(() => document.documentElement.lang === 'pt');
    await one.settled();
    expect(await page.locator('.card h2').first().textContent()).toBe('Incidentes de violência comunicados');
    expect(page.url()).toContain('#I03?period=LAST_4_QUARTERS&by=GENDER&lang=pt');
    expect(await violations(page)).toEqual([]);
  });
});
