import { z } from 'zod';
import { Phone } from '../../../test/client-phone';

const load = () => (require('./new-id') as typeof import('./new-id')).newId;

test('都是 UUID，没有两个一样，新老微信都行', () => {
  const ids = new Set<string>();
  for (const given of [true, false]) {
    const phone = new Phone();
    if (given) phone.random = (bytes) => bytes.fill(7);
    const newId = phone.open(load);
    if (given) expect(newId()).toBe('07070707-0707-4707-8707-070707070707');
    for (let at = 0; at < 1000 && !given; at++) ids.add(z.uuid().parse(newId()));
  }
  expect(ids.size).toBe(1000);
});
