/** What is printed as a code, or opened from a message, is a page of the program. */
import { linkTo, OPENED, PRINTED } from '@/domain/links';

interface Config {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

test.each(Object.entries({ ...PRINTED, ...OPENED }))('%s 是小程序的一页', async (_, page) => {
  // the builder's own word for it
  Object.assign(globalThis, { defineAppConfig: (config: Config) => config });
  const { pages, subPackages } = (await import('@/app.config')).default as Config;
  const all = [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((one) => `${root}/${one}`)),
  ];
  expect(all).toContain(page);
});

test('网址：网页版的这一页，号码照写', () => {
  expect(linkTo('https://bangfu.example.gov.cn', 'receipt', { n: 'BF20261122-000001', p: 'a b' })).toBe(
    'https://bangfu.example.gov.cn/#/packages/cases/receipt/index?n=BF20261122-000001&p=a%20b',
  );
});
