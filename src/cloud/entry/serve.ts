/**
 * Starts the HTTP entry: PORT (8080), POLICY_ROOT, WEB_ROOT; DATABASE_URL and the keys for the signed-in floor;
 * DEMO=1 for the sample residents; MAP_TILES (map.ts) for the ground of maps; WORK=0 leaves the background work to `npm run worker`. Brings the database up to date first. Ends on SIGINT and SIGTERM.
 */

import { ConfigurationProblem } from '../adapters/from-environment';
import { startWork } from '../background/loop';
import { seedCases } from '../demo/cases';
import { seedHands } from '../demo/hands';
import { seedJobs } from '../demo/jobs';
import { seedNews } from '../demo/news';
import { seedPostings } from '../demo/postings';
import { seedTraining } from '../demo/training';
import { servicesFromEnvironment } from '../open-services';
import { loadPolicyBook, PolicyError } from '../policy-book/book';
import { PostgresUnreachable, prepareStore } from '../prepare-store';
import type { Services } from '../services';
import { ensureKeyFile, KeyProblem } from '../store/keys';
import { createHttpServer } from './http';
import { tilesFromEnvironment } from './map';

const port = Number(process.env.PORT ?? 8080);
const POLICY_ROOT = process.env.POLICY_ROOT ?? 'src/policy';

/** What an operator can mend is said plainly, without a trace. */
function plainly(error: unknown): string | null {
  if (error instanceof PolicyError) return `政策文件有错，没有启动：${error.message}`;
  if (error instanceof KeyProblem) return `密钥有问题，没有启动：${error.message}`;
  if (error instanceof ConfigurationProblem) return `配置有问题，没有启动：${error.message}`;
  if (error instanceof PostgresUnreachable) return error.message;
  return null;
}

async function start(): Promise<void> {
  // npm start with its own database: the keys are made with it
  if (process.env.MAKE_KEYS === '1' && process.env.KEYS_FILE) ensureKeyFile(process.env.KEYS_FILE);
  const services = servicesFromEnvironment();
  if (services) await prepareStore(services, new Date());
  const book = loadPolicyBook(POLICY_ROOT);
  const map = tilesFromEnvironment();
  if (services?.demo) {
    await seedCases(services, book, new Date());
    await seedTraining(services, new Date());
    await seedNews(services, new Date());
    await seedHands(services, book, new Date());
    await seedPostings(services, new Date());
    await seedJobs(services, new Date());
  }
  const server = createHttpServer({
    policyRoot: POLICY_ROOT,
    book,
    webRoot: process.env.WEB_ROOT ?? 'dist/h5',
    services,
    map,
  });
  // WORK=0: a worker of its own does it
  const stopWork = services && process.env.WORK !== '0' ? startWork(book, services) : null;
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.send?.({ failed: error.code ?? error.message });
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  server.listen(port, () => {
    const address = server.address();
    process.send?.({ listening: typeof address === 'object' && address ? address.port : port });
  });

  const end = () => {
    server.close(() => void endStore(services, stopWork));
    server.closeAllConnections();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  // the parent is gone: nobody will ever end us
  process.on('disconnect', end);
}

async function endStore(services: Services | null, stopWork: (() => Promise<void>) | null): Promise<void> {
  await stopWork?.();
  await services?.store.close();
  process.exit(0);
}

start().catch((error: unknown) => {
  const words = plainly(error);
  process.stderr.write(`${words ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});
