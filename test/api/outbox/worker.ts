/** A worker that does nothing but deliver, by a clock that stands at ten in the morning when it begins: nights are long. */

import { deliverDue } from '@/cloud/background/deliver';
import { servicesFromEnvironment } from '@/cloud/open-services';
import { createWorld } from '@/cloud/world';

const began = Number(process.env.CLOCK_BEGAN);
const MORNING = Date.parse('2026-11-22T02:00:00Z');
const services = servicesFromEnvironment(process.env, 2);
if (!services) throw new Error('DATABASE_URL is not set');
const book = { regions: [], documents: [], services: [], calendars: { years: [] } } as never;
const contextFor = createWorld(book, services, () => new Date(MORNING + Date.now() - began));

async function main(): Promise<void> {
  for (;;) {
    const sent = await deliverDue(contextFor({ caller: 'worker' }), {
      leaseMs: Number(process.env.LEASE_MS),
    });
    if (sent === 0) await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
process.on('disconnect', () => process.exit(0));
void main();
