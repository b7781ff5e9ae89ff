import Taro from '@tarojs/taro';
import { kept } from './storage';
import { createStore, useStore } from './store';

/** How much larger than standard the text is. */
export const SCALES = [1, 1.25, 1.4, 1.9] as const;
export type Scale = (typeof SCALES)[number];
export const ELDER: Scale = 1.4;

interface SizeState {
  /** the person's own choice */
  readonly choice: Scale;
  /** what the phone's text setting asks for */
  readonly phone: Scale;
}

export interface Size extends SizeState {
  /** the larger of the two */
  readonly k: Scale;
  /** one column, targets of 60 */
  readonly elder: boolean;
  readonly huge: boolean;
  /** CSS variables for the root element */
  readonly variables: Readonly<Record<`--${string}`, string>>;
  choose(scale: Scale): void;
}

const isScale = (value: unknown): value is Scale => SCALES.some((scale) => scale === value);
const keptScale = kept('size', 1, isScale);
const store = createStore<SizeState>({ choice: keptScale.read() ?? 1, phone: 1 });

const VARIABLES: Record<Scale, Size['variables']> = {
  1: { '--k': '1', '--ki': '1', '--target': '48px' },
  1.25: { '--k': '1.25', '--ki': '1.1', '--target': '52px' },
  1.4: { '--k': '1.4', '--ki': '1.2', '--target': '60px' },
  1.9: { '--k': '1.9', '--ki': '1.35', '--target': '64px' },
};

function choose(choice: Scale): void {
  keptScale.write(choice);
  store.set({ ...store.get(), choice });
}

export function useSize(): Size {
  const { choice, phone } = useStore(store);
  const k = SCALES.find((scale) => scale === Math.max(choice, phone)) ?? 1;
  return { choice, phone, k, elder: k >= ELDER, huge: k > ELDER, variables: VARIABLES[k], choose };
}

/** The step that is nearest to a factor without falling short by much. */
export function scaleFor(factor: number): Scale {
  if (!(factor > 1.1)) return 1;
  if (factor <= 1.3) return 1.25;
  return factor <= 1.6 ? 1.4 : 1.9;
}

/** Reads the phone's text setting; called whenever the app comes to the front. */
export function readPhoneSize(): void {
  const phone = scaleFor(phoneFactor());
  if (phone !== store.get().phone) store.set({ ...store.get(), phone });
}

// WeChat's standard text is 17 px on newer versions, 16 on older ones
const STANDARD_PX = 17;

interface TextSetting {
  fontSizeScaleFactor?: number;
  fontSizeSetting?: number;
}

function phoneFactor(): number {
  try {
    if (process.env.TARO_ENV === 'h5') {
      return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    }
    // newer than Taro's types
    const info = Taro.getAppBaseInfo() as TextSetting & object;
    return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? STANDARD_PX) / STANDARD_PX;
  } catch {
    return 1;
  }
}
