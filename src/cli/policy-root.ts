import { fileURLToPath } from 'node:url';

/** The policy folder of this checkout; `POLICY_ROOT` names another (tests use temporary ones). */
export const policyRoot = (): string =>
  process.env.POLICY_ROOT ?? fileURLToPath(new URL('../policy', import.meta.url));
