import 'leaflet/dist/leaflet.css';
import gcoord from 'gcoord';
import L from 'leaflet';
import Supercluster from 'supercluster';
import type { Here } from '@/client/look-from';
import { copy } from './copy';
import type { Spot } from './spots';
import type { Tiles } from './tiles';

export interface DrawnMap {
  readonly show: (spots: readonly Spot[], here: Here | null) => void;
  readonly remove: () => void;
}

interface Told {
  onPick: (spot: Spot) => void;
  onBroken: () => void;
}

/** the size of a finger */
const PIN = 48;
const MAX_ZOOM = 17;
const START_ZOOM = 13;
const CLUSTER_PX = 56;
const TILE_PX = 256;
/** the middle of China, until there is a point */
const START: L.LatLngTuple = [30, 108];

/** A map on the ground of an element; points closer than a finger are gathered. */
export function drawMap(ground: HTMLElement, tiles: Tiles | null, { onPick, onBroken }: Told): DrawnMap {
  const maxZoom = Math.min(MAX_ZOOM, tiles?.maxZoom ?? MAX_ZOOM);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(ground, {
    ...{ zoomControl: false, attributionControl: false, minZoom: 4, maxZoom },
    ...(calm && { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false }),
  }).setView(START, START_ZOOM);
  L.control.zoom({ zoomInTitle: copy.zoomIn, zoomOutTitle: copy.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (tiles) {
    const plain = document.createElement('span');
    plain.textContent = tiles.attribution;
    L.control.attribution({ prefix: false }).addAttribution(plain.innerHTML).addTo(map);
    L.tileLayer(tiles.url, { maxZoom }).on('tileerror', onBroken).addTo(map);
  }

  const datum = tiles?.datum ?? 'gcj02';
  const placed = new Map<string, L.Marker>();
  const layer = L.layerGroup().addTo(map);
  const index = new Supercluster<{ spot: Spot; count: number }, { count: number }>({
    // its tiles are as wide as those of the map, or half a finger would keep two points apart
    ...{ radius: CLUSTER_PX, extent: TILE_PX, maxZoom: maxZoom - 1 },
    map: ({ count }) => ({ count }),
    reduce: (sum, { count }) => {
      sum.count += count;
    },
  });
  let loaded = false;
  let fitted = false;
  let me: L.CircleMarker | null = null;

  const refresh = () => {
    if (!loaded) return;
    const around = map.getBounds().pad(0.2);
    const [low, high] = [around.getSouthWest(), around.getNorthEast()];
    const zoom = Math.round(map.getZoom());
    const seen = new Set<string>();
    for (const one of index.getClusters([low.lng, low.lat, high.lng, high.lat], zoom)) {
      const [lng = 0, lat = 0] = one.geometry.coordinates;
      const { properties: at } = one;
      const key = 'spot' in at ? at.spot.key : `${zoom} ${at.cluster_id}`;
      seen.add(key);
      if (placed.has(key)) continue;
      const marker =
        'spot' in at
          ? pin(lat, lng, at.spot.name, at.spot.postings.length, () => onPick(at.spot))
          : pin(lat, lng, copy.cluster(at.count), at.count, () =>
              map.setView([lat, lng], Math.min(maxZoom, index.getClusterExpansionZoom(at.cluster_id))),
            );
      placed.set(key, marker.addTo(layer));
    }
    // what stays is left alone: it may have the focus
    for (const [key, marker] of placed) {
      if (seen.has(key)) continue;
      placed.delete(key);
      marker.remove();
    }
  };
  map.on('moveend', refresh);

  return {
    show(spots, here) {
      const points = spots.map((spot) => ({ spot, at: inDatum(spot, 'gcj02', datum) }));
      index.load(
        points.map(({ spot, at: [lat, lng] }) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [lng, lat] },
          properties: { spot, count: spot.postings.length },
        })),
      );
      loaded = true;
      for (const marker of placed.values()) marker.remove();
      placed.clear();
      me?.remove();
      me =
        here &&
        L.circleMarker(inDatum(here, here.datum, datum), ME)
          .bindTooltip(copy.here)
          .addTo(map);
      const all = [...points.map(({ at }) => at), ...(me ? [me.getLatLng()] : [])];
      if (!fitted && all.length > 0) {
        fitted = true;
        map.fitBounds(L.latLngBounds(all), { maxZoom: START_ZOOM, padding: [PIN, PIN] });
      }
      refresh();
    },
    remove: () => void map.remove(),
  };
}

const ME = {
  radius: 9,
  weight: 3,
  color: '#ffffff',
  fillColor: '#b3261e',
  fillOpacity: 1,
  interactive: false,
};

type Datum = 'wgs84' | 'gcj02';
const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02 };

function inDatum({ lat, lng }: { lat: number; lng: number }, from: Datum, to: Datum): L.LatLngTuple {
  if (from === to) return [lat, lng];
  const [x, y] = gcoord.transform([lng, lat], SYSTEMS[from], SYSTEMS[to]);
  return [y, x];
}

/** A point or a gathering of them: a button with a name, for fingers and keys. */
function pin(lat: number, lng: number, name: string, count: number, press: () => void): L.Marker {
  const icon = L.divIcon({
    className: count > 1 ? 'jobs-pin jobs-pin--many' : 'jobs-pin',
    html: count > 1 ? `<span>${count}</span>` : '<span></span>',
    iconSize: [PIN, PIN],
  });
  const marker = L.marker([lat, lng], { icon, keyboard: true, riseOnHover: true });
  marker.on('add', () => marker.getElement()?.setAttribute('aria-label', name));
  marker.on('click', press);
  marker.on('keydown', ({ originalEvent }) => {
    if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
    originalEvent.preventDefault();
    press();
  });
  return marker;
}
