import { useShareAppMessage } from '@tarojs/taro';
import { routes } from './routes';

/** The card a page is shared with on WeChat: a title and an address, never an answer or a place of the person. */
export function useShare(title = '看看能享受哪些就业帮扶政策', path: string = routes.home()): void {
  useShareAppMessage(() => ({ title, path }));
}
