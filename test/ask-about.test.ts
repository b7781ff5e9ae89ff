/** Rows of `region.yaml` on the pages of work: what they open is there, and the passage is one of it. */
import { book } from './book';

const rows = book.regions.flatMap(({ region }) =>
  [...(region.jobs?.away ?? []), ...(region.jobs?.employers ?? [])].map((row) => ({ region, row })),
);
const items = book.regions.flatMap(({ region }) =>
  (region.jobs?.reasons ?? []).flatMap(({ item }) => (item === undefined ? [] : [{ region, item }])),
);

test('每一行点得开，条款是它自己的', () => {
  expect(rows.length).toBeGreaterThan(5);
  for (const { region, row } of rows) {
    const of =
      row.service === undefined
        ? book.regions
            .find((one) => one.region.id === region.id)
            ?.benefits.find(({ id }) => id === row.benefit)?.items
        : book.services.find(({ id }) => id === row.service)?.regions[region.id]?.items;
    expect([row.title, of]).toEqual([row.title, expect.arrayContaining([row.item])]);
  }
});

test('只写在文件里、没有给谁的，条款也在文件里', () => {
  expect(items.length).toBeGreaterThan(5);
  for (const { region, item } of items) {
    const keys = book.documents.find(({ id }) => id === region.documents[0])?.items.map(({ key }) => key);
    expect(keys).toContain(item);
  }
});
