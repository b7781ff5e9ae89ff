import { Map as TaroMap, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useId, useState } from 'react';
import { Notice } from '@/ui';
import { copy } from './copy';
import type { AreaMapProps } from './index';

const PIN = '/packages/jobs/assets/pin.png';
const SCALE = 12;
const label = (n: number) => ({
  ...{
    content: `${n}`,
    color: '#ffffff',
    fontSize: 14,
    anchorX: -6,
    anchorY: -38,
    textAlign: 'center' as const,
  },
  ...{ borderWidth: 0, borderColor: '#0b5cad', borderRadius: 4, bgColor: '#0b5cad', padding: 2 },
});

/** WeChat's own map; it gathers close points by itself. */
export function WechatMap({ spots, here, onPick }: AreaMapProps) {
  const id = `map${useId().replace(/\W/g, '')}`;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    try {
      const cluster = { enableDefaultStyle: true, zoomOnClick: true, gridSize: 60 };
      void Promise.resolve(Taro.createMapContext(id).initMarkerCluster(cluster)).catch(() => undefined);
    } catch {
      // an old WeChat shows every point for itself
    }
  }, [id]);
  const [first] = spots;
  const middle = here ?? first;
  if (!middle) return null;
  if (failed) {
    return (
      <Notice tone="ask" icon="location" inset live>
        {copy.failed}
      </Notice>
    );
  }
  return (
    <View aria-role="group" aria-label={copy.map}>
      <TaroMap
        id={id}
        className="jobs-map"
        latitude={middle.lat}
        longitude={middle.lng}
        scale={SCALE}
        showScale
        includePoints={spots.map(({ lat, lng }) => ({ latitude: lat, longitude: lng }))}
        markers={spots.map(({ lat, lng, name, postings }, index) => ({
          ...{ id: index, latitude: lat, longitude: lng, iconPath: PIN, width: 32, height: 40 },
          ...{ joinCluster: true, ariaLabel: name },
          ...(postings.length > 1 && { label: label(postings.length) }),
        }))}
        onMarkerTap={({ detail }) => {
          const spot = spots[Number(detail.markerId)];
          if (spot) onPick(spot);
        }}
        onError={() => setFailed(true)}
      />
    </View>
  );
}
