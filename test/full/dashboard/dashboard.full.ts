/** The dashboard in a real Chromium: four people, on a screen, on a phone, on paper; by mouse and by keyboard. */
import { hoverAll, violations, walk } from './browser';
import { dashboard } from './visits';

const { open } = dashboard();

it('what the policy of the page forbids is noticed', async () => {
  const { page, wrong } = await open();
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await page.waitForTimeout(200);
  expect(wrong.splice(0)).toContain('forbidden: style-src-attr');
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

describe('one organisation', () => {
  it('stays in the address, and is looked at again by whoever comes by it', async () => {
    const one = await open({ hash: '#I03?period=LAST_4_QUARTERS' });
    await one.signIn('me-officer@za.demo');
    const picker = one.page.getByLabel('Organisation', { exact: true });
    await picker.selectOption({ index: 1 });
    await one.settled();
    const chosen = await picker.inputValue();
    const narrowed = await one.page.locator('.card').first().innerText();
    expect(one.page.url()).toContain(`&organisation=${chosen}`);
    const other = await open({ hash: new URL(one.page.url()).hash });
    await other.signIn('me-officer@za.demo');
    expect(await other.page.getByLabel('Organisation', { exact: true }).inputValue()).toBe(chosen);
    expect(await other.page.locator('.card').first().innerText()).toBe(narrowed);
    await other.page.getByLabel('Organisation', { exact: true }).selectOption('');
    await other.settled();
    expect(other.page.url()).not.toContain('organisation');
  });

  it('of an account that is told of none other is no choice, and no fault', async () => {
    const one = await open({ hash: '#I03?period=LAST_4_QUARTERS&organisation=T3JnYW5pc2F0aW9u' });
    await one.signIn('field-worker@zw.demo');
    expect(await one.page.locator('.failed').count()).toBe(0);
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
