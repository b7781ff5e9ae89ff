/** Starts the HTTP entry: PORT (8080), POLICY_ROOT, WEB_ROOT. Ends on SIGINT and SIGTERM. */
import { createHttpServer } from './http';

const port = Number(process.env.PORT ?? 8080);
const server = createHttpServer({
  policyRoot: process.env.POLICY_ROOT ?? 'src/policy',
  webRoot: process.env.WEB_ROOT ?? 'dist/h5',
});

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
