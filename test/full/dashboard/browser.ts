/** A real Chromium on the dashboard: it writes down what the policy of the page forbade, and asks axe what stands in the way. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { projectRoot } from '../../../src/base/project';

/** Where screenshots go; they are looked at, and not committed. */
const folder = join(projectRoot, 'test/full/dashboard/seen');

const program = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** @throws where there is none */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(program))
    throw new Error(
      `There is no Chromium at ${program}: apt-get install chromium, or say where it is in CHROMIUM_PATH.`,
    );
  mkdirSync(folder, { recursive: true });
  const quiet = ['disable-background-networking', 'disable-component-update', 'disable-sync', 'no-first-run'];
  const args = [...quiet, 'no-sandbox', 'disable-gpu', 'disable-quic'].map((one) => `--${one}`);
  return chromium.launch({ executablePath: program, args });
}

export interface Visit {
  readonly page: Page;
  /** What the policy forbade, and every error of a script. */
  readonly wrong: string[];
  /** Every request that went out, by method and address. */
  readonly requests: readonly string[];
  readonly signIn: (email: string, password?: string) => Promise<void>;
  readonly settled: () => Promise<void>;
  readonly screenshot: (name: string) => Promise<void>;
  readonly print: (name: string) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

export interface Visitor {
  readonly address: string;
  readonly width?: number;
  readonly locale?: string;
  readonly hash?: string;
  /** Whether its time is the test's to move. */
  readonly hasClock?: boolean;
}

export async function visit(
  browser: Browser,
  { address, width = 1280, locale = 'en-GB', hash = '', hasClock = false }: Visitor,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (hasClock) await page.clock.install();
  const [wrong, requests]: [string[], string[]] = [[], []];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.exposeFunction('forbidden', (what: string) => wrong.push(`forbidden: ${what}`));
  await page.addInitScript(() => {
    const { forbidden } = window as unknown as { forbidden: (what: string) => void };
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => forbidden(violatedDirective));
  });
  await page.goto(`${address}/dashboard${hash}`);
  const settled = async (): Promise<void> => {
    await page.waitForSelector('.card');
    await page.waitForFunction(() => document.querySelector('[aria-busy], .waiting') === null);
  };
  return {
    ...{ page, wrong, requests, settled },
    signIn: async (email, password = 'hands-off-demo') => {
      await page.fill('input[name=email]', email);
      await page.fill('input[name=password]', password);
      await page.click('button[type=submit]');
      await settled();
    },
    screenshot: async (name) => void (await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })),
    print: (name) => page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true }),
    close: () => context.close(),
  };
}

/** It stands in a package of its own, beside this file: its licence is not one that the project may be passed on with. */
const axe = join(__dirname, 'node_modules/axe-core/axe.min.js');

/** What axe finds against WCAG 2.2 AA, by rule, with where. The page forbids foreign scripts: it is put in from outside. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!existsSync(axe))
    throw new Error('What the page is judged by is not there: npm ci --prefix test/full/dashboard.');
  await page.evaluate(readFileSync(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: { run(root: Document, options: object): Promise<Found> } };
    interface Found {
      readonly passes: readonly unknown[];
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    }
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { passes, violations: found } = await tool.run(document, { runOnly: { type: 'tag', values } });
    if (passes.length < 10) return [`only ${passes.length} rules were looked at`];
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  });
}

/** Moves over every chart, in a net of points. @returns how many showed what a value is */
export async function hoverAll(page: Page): Promise<number> {
  let shown = 0;
  for (const chart of await page.locator('.chart').all()) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) continue;
    const before = await chart.locator('text').count();
    let most = before;
    for (let x = 0.15; x < 1; x += 0.2)
      for (let y = 0.15; y < 1; y += 0.2) {
        await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
        most = Math.max(most, await chart.locator('text').count());
      }
    if (most > before) shown++;
  }
  return shown;
}

/** Steps through the page by Tab. @returns what was reached, and what had no visible focus */
export async function walk(
  page: Page,
  steps: number,
): Promise<{ readonly names: string[]; readonly unseen: string[] }> {
  const [names, unseen]: [string[], string[]] = [[], []];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const label = (element as HTMLSelectElement).labels?.[0]?.textContent;
      const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
      return { name, isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
    });
    if (!found) break;
    names.push(found.name);
    if (!found.isSeen) unseen.push(found.name);
  }
  return { names, unseen };
}
