import { useEffect, useRef, useState } from 'react';
import { Notice } from '@/ui';
import { copy } from './copy';
import type { AreaMapProps } from './index';
import { type DrawnMap, drawMap } from './leaflet-map';
import { mapGround } from './tiles';

/** Leaflet, loaded when the first map is opened; usable without any tiles. */
export default function BrowserMap({ spots, here, onPick }: AreaMapProps) {
  const ground = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnMap | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    let map: DrawnMap | null = null;
    let gone = false;
    void mapGround().then((tiles) => {
      if (gone || !ground.current) return;
      setNote(tiles ? null : copy.noTiles);
      map = drawMap(ground.current, tiles, {
        onPick: (spot) => pick.current(spot),
        onBroken: () => setNote(copy.brokenTiles),
      });
      setDrawn(map);
    });
    return () => {
      gone = true;
      map?.remove();
    };
  }, []);
  useEffect(() => drawn?.show(spots, here), [drawn, spots, here]);
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form */}
      <div ref={ground} className="jobs-map" role="group" aria-label={copy.map} />
      {note && (
        <Notice icon="location" inset>
          {note}
        </Notice>
      )}
    </div>
  );
}
