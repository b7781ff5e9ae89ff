import type { CaseEvent, Service } from '@/domain/cases';
import { book } from '../../../test/book';
import { eventText } from './words';

const told = (id: string, event: object) =>
  eventText(
    event as CaseEvent,
    (code) => code,
    book.services.find((service) => service.id === id) as Service,
  );
const accept = { action: 'accept', data: {}, to: 'accepted' };

test.each([
  ['cq-transport-claim', '收下了，在看材料'],
  // 受理 has its dates in the law
  ['wage-arbitration', '已受理：收下了，在办'],
  ['wage-complaint', '立案受理：收下了，在办'],
  ['job-apply', '看过了您的名片'],
])('收下那一步怎么说：%s', (id, text) => {
  expect(told(id, accept)).toBe(text);
});
