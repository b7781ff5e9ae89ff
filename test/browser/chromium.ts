import { existsSync } from 'node:fs';

const PLACES = [
  // without windows: a fifth of the time
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Where Chromium is; CHROMIUM_PATH names another. @throws when there is none */
export function chromiumPath(): string {
  const found = [process.env.CHROMIUM_PATH, ...PLACES].find((file) => file !== undefined && existsSync(file));
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
