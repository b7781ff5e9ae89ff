/**
 * npm run worker: what is done without anybody asking (overdue cases reported upwards, dates filled in, old rows swept).
 * DATABASE_URL and the keys; several may run. `npm start` does the same inside the server, the cloud by its timer.
 */

import { startWork } from '../background/loop';
import { servicesFromEnvironment } from '../open-services';
import { loadPolicyBook } from '../policy-book/book';

const CONNECTIONS = 2;
const services = servicesFromEnvironment(process.env, CONNECTIONS);
if (!services) {
  process.stderr.write('没有设置 DATABASE_URL，没有要处理的。\n');
  process.exit(1);
}
const stop = startWork(loadPolicyBook(process.env.POLICY_ROOT ?? 'src/policy'), services);
const end = () => void stop().then(() => process.exit(0));
process.on('SIGINT', end);
process.on('SIGTERM', end);
