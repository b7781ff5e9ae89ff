/** kill −9 of both workers in the middle of two thousand messages: none is lost, none comes twice (npm run bench: a hundred thousand). */
import { type TestServices, testServices } from '../services';
import { houseEnvironment } from './entries';
import { outboxFigures } from './outbox/run';

let house: TestServices;
beforeAll(async () => {
  house = await testServices();
  await house.services.store.pool.query('truncate message, delivery, permit, reach, account');
}, 60_000);
afterAll(() => house.drop());

test('两个工人都被杀死两次，两千条一条不少，一条不重', async () => {
  const { DEMO: _, ...environment } = houseEnvironment(house);
  const figures = await outboxFigures({ store: house.services.store, environment }, 2_000);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  expect(figures).toMatchObject({
    inbox: 2_000,
    taken: 2_000,
    states: { sent: 2_000 },
    kills: 4,
  });
  // somebody was killed between sending and saying so
  expect(figures.again).toBeGreaterThan(0);
}, 180_000);
