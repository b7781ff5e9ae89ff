import { eq } from 'drizzle-orm';
import { seedCases } from '@/cloud/demo/cases';
import { message, serviceCase } from '@/cloud/store/schema';
import { book } from '../book';
import { testServices } from '../services';

test('演示里的办件：一次放进去，第二次不动；有等办的、等补的、批了的', async () => {
  const house = await testServices();
  const { db } = house.services.store;
  await seedCases(house.services, book, new Date());
  const states = async () =>
    (await db.select().from(serviceCase)).map(({ service, state }) => `${service} ${state}`);
  const once = await states();
  expect(once.sort()).toEqual([
    'cq-pension-check filed',
    'cq-si-flexible filed',
    'cq-transport-claim supplement',
    'general-request filed',
    'startup bundle',
    'startup-certificate done',
    'startup-incubator refused',
    'startup-insurance done',
    'startup-licence done',
    'startup-loan supplement',
    'startup-relief waiting',
    'startup-subsidy accepted',
    'startup-tax self',
    'startup-training accepted',
    'wage-arbitration accepted',
    'wage-complaint accepted',
    'yulu approved',
  ]);
  // what an inspection found on the day it was written down is told, and nothing to be done by that day
  const [complaint] = await db.select().from(serviceCase).where(eq(serviceCase.service, 'wage-complaint'));
  const told = await db
    .select()
    .from(message)
    .where(eq(message.caseId, complaint?.id ?? ''));
  expect(told.map(({ urgent, dueOn }) => ({ urgent, dueOn }))).toEqual([
    { urgent: false, dueOn: null },
    { urgent: false, dueOn: null },
  ]);
  // a step that is now the person's own to do does not wait for the digest
  const urgentOf = async (service: string) => {
    const [row] = await db.select().from(serviceCase).where(eq(serviceCase.service, service));
    const all = await db
      .select()
      .from(message)
      .where(eq(message.caseId, row?.id ?? ''));
    return all.map(({ urgent }) => urgent);
  };
  expect(await urgentOf('startup-tax')).toEqual([true]);
  expect(await urgentOf('startup-training')).toEqual([false]);
  await seedCases(house.services, book, new Date());
  expect((await states()).sort()).toEqual(once);
  await house.drop();
}, 60_000);
