import Taro from '@tarojs/taro';
import { Button } from './button';
import { Icon } from './icon';

export interface RouteLinkProps {
  /** degrees, GCJ-02 */
  lat: number;
  lng: number;
  name: string;
  address: string;
}

const WORDS = '地图里看路线';

/** The way to a place: the map of WeChat, in the browser the phone's own map where it has one. */
export function RouteLink({ lat, lng, name, address }: RouteLinkProps) {
  const spoken = `${WORDS}：${name}`;
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a
        className="ui-press ui-button ui-button--secondary"
        href={`geo:${lat},${lng}?q=${lat},${lng}(${encodeURIComponent(name)})`}
        aria-label={spoken}
      >
        <Icon name="location" size={22} />
        {WORDS}
      </a>
    );
  }
  const open = () =>
    void Taro.openLocation({ latitude: lat, longitude: lng, name, address }).catch(() => undefined);
  return (
    <Button kind="secondary" icon="location" label={spoken} onPress={open}>
      {WORDS}
    </Button>
  );
}
