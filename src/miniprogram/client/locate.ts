/** The phone's place, once, when somebody asks for it. Fuzzy is enough; nothing is kept. */
import Taro from '@tarojs/taro';
import type { Here } from './look-from';

export type LocateProblem = 'refused' | 'failed';

const WAIT_MS = 12_000;

/** @throws LocateProblem */
export async function locate(): Promise<Omit<Here, 'kind'>> {
  return process.env.TARO_ENV === 'h5' ? inBrowser() : onWechat();
}

function inBrowser(): Promise<Omit<Here, 'kind'>> {
  return new Promise((resolve, reject: (problem: LocateProblem) => void) => {
    // not Taro's: its own always fails unless it is asked for one datum, and asks the network for the rest
    if (!('geolocation' in navigator)) return reject('failed');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ ...rounded(coords.latitude, coords.longitude), datum: 'wgs84' }),
      ({ code, PERMISSION_DENIED }) => reject(code === PERMISSION_DENIED ? 'refused' : 'failed'),
      { enableHighAccuracy: false, timeout: WAIT_MS, maximumAge: 60_000 },
    );
  });
}

async function onWechat(): Promise<Omit<Here, 'kind'>> {
  try {
    const { latitude, longitude } = await Taro.getFuzzyLocation({ type: 'gcj02' });
    return { ...rounded(latitude, longitude), datum: 'gcj02' };
  } catch (thrown) {
    const { errMsg = '' } = (thrown ?? {}) as { errMsg?: string };
    throw (/auth|deny|denied|cancel/i.test(errMsg) ? 'refused' : 'failed') satisfies LocateProblem;
  }
}

/** About a hundred metres: how far it is to work needs no more. */
const rounded = (lat: number, lng: number) => ({
  lat: Math.round(lat * 1000) / 1000,
  lng: Math.round(lng * 1000) / 1000,
});
