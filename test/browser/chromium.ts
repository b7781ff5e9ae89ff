import { existsSync } from 'node:fs';

const WHOLE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
/** Without windows: a fifth of the time. It does not come back from a network that was cut. */
const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * Where Chromium is; CHROMIUM_PATH names another.
 * @param whole not the one without windows
 * @throws when there is none
 */
export function chromiumPath(whole = false): string {
  const places = [process.env.CHROMIUM_PATH, ...(whole ? [] : [SHELL]), ...WHOLE];
  const found = places.find((file) => file !== undefined && existsSync(file));
  if (!found) throw new Error('no Chromium: apt-get install chromium, or set CHROMIUM_PATH');
  return found;
}

/** Nothing of Chromium's own goes out to the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];
