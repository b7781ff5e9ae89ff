import Taro from '@tarojs/taro';
import { formOf } from '@/client/form-store';
import { back, replace, routes } from '@/client/routes';

/** Back to the form this page was opened from, or into it. */
export function onward(form: string | undefined): void {
  const pages = Taro.getCurrentPages();
  const before = pages[pages.length - 2]?.route ?? '';
  if (before.includes('packages/apply/form')) back();
  else replace(routes.apply((form && formOf(form)?.service) || 'wage-complaint'));
}
