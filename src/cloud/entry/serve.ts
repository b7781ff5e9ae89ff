/** Starts the HTTP entry: PORT (8080), POLICY_ROOT, WEB_ROOT. Ends on SIGINT and SIGTERM. */
import type { Server } from 'node:http';
import { PolicyError } from '../policy-book/book';
import { createHttpServer } from './http';

const port = Number(process.env.PORT ?? 8080);
const server = start();

/** A policy file that does not validate is said plainly: file, line, reason. */
function start(): Server {
  try {
    return createHttpServer({
      policyRoot: process.env.POLICY_ROOT ?? 'src/policy',
      webRoot: process.env.WEB_ROOT ?? 'dist/h5',
    });
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    process.stderr.write(`政策文件有错，没有启动：${error.message}\n`);
    process.exit(1);
  }
}

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
  server.close(() => process.exit(0));
  server.closeAllConnections();
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
// the parent is gone: nobody will ever end us
process.on('disconnect', end);
