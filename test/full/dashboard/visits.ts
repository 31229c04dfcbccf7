/** An installation with demonstration data and a browser on its dashboard, for a file of tests. */
import type { Browser } from 'playwright-core';
import { up } from '../../support/npm-start';
import { untilPublished } from './arranged';
import { openBrowser, visit, type Visit, type Visitor } from './browser';

/** @param isPublished whether it waits for what countries publish */
export function dashboard({ isPublished }: { readonly isPublished: boolean } = { isPublished: true }) {
  let browser: Browser;
  let address: string;
  const visits: Visit[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    ({ address } = await up({ SWEEP_SECONDS: isPublished ? '5' : '0' }));
    if (isPublished) await untilPublished(address);
  }, 900_000);
  afterAll(() => browser?.close());
  // Nothing was forbidden to any page, and none asked anybody else.
  afterEach(async () => {
    for (const { wrong, requests, close } of visits.splice(0)) {
      expect(wrong).toEqual([]);
      expect(requests.filter((one) => !one.includes(` ${address}/`) && !/ (data|blob):/.test(one))).toEqual([]);
      await close();
    }
  });
  return {
    address: () => address,
    open: async (visitor: Omit<Visitor, 'address'> = {}): Promise<Visit> => {
      const one = await visit(browser, { address, ...visitor });
      visits.push(one);
      return one;
    },
  };
}
