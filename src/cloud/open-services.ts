import { adaptersFromEnvironment } from './adapters/from-environment';
import type { Services } from './services';
import { keysFromEnvironment } from './store/keys';
import { createLimits } from './store/limits';
import { openStore } from './store/store';

/**
 * DATABASE_URL, the keys (store/keys.ts), the adapters (adapters/from-environment.ts), PUBLIC_URL.
 * @returns null without DATABASE_URL: then nobody can sign in, and everything public is served
 * @throws KeyProblem, ConfigurationProblem
 */
export function servicesFromEnvironment(
  env: NodeJS.ProcessEnv = process.env,
  connections?: number,
): Services | null {
  if (!env.DATABASE_URL) return null;
  const keys = () => keysFromEnvironment(env);
  const store = openStore(env.DATABASE_URL, keys(), connections, keys);
  const { wechat, sms, demoSms, speaker, files } = adaptersFromEnvironment(env);
  return {
    store,
    limits: createLimits(store.pool, store.cipher),
    wechat,
    sms,
    speaker,
    files,
    demo: demoSms,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') || null,
  };
}
