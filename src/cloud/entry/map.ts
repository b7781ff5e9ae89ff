/**
 * The ground of the browser's map: MAP_TILES (an https address with {z} {x} {y}), MAP_ATTRIBUTION (whose it is, shown on
 * the map), MAP_DATUM (`gcj02`, or `wgs84` for tiles of the world), MAP_MAX_ZOOM (17). None of them: the map has a plain
 * ground and is used without. WeChat has its own.
 */
import { ConfigurationProblem } from '../adapters/from-environment';

export interface MapTiles {
  readonly url: string;
  readonly attribution: string;
  readonly datum: 'wgs84' | 'gcj02';
  readonly maxZoom: number;
}

const MAX_ZOOM = 17;

/** @throws ConfigurationProblem with what to mend */
export function tilesFromEnvironment(env: NodeJS.ProcessEnv = process.env): MapTiles | null {
  const { MAP_TILES: url, MAP_ATTRIBUTION: attribution, MAP_DATUM: datum } = env;
  if (!url) return null;
  if (!/^https?:\/\/[^/?#]+\//.test(url) || !['{z}', '{x}', '{y}'].every((part) => url.includes(part)))
    throw new ConfigurationProblem('MAP_TILES 要写完整的地址，里面有 {z} {x} {y}');
  if (!attribution) throw new ConfigurationProblem('用了 MAP_TILES，还要写 MAP_ATTRIBUTION：地图是谁的');
  if (datum !== 'wgs84' && datum !== 'gcj02')
    throw new ConfigurationProblem('MAP_DATUM 要写 wgs84 或 gcj02：底图用的坐标');
  const maxZoom = Number(env.MAP_MAX_ZOOM ?? MAX_ZOOM);
  if (!Number.isInteger(maxZoom) || maxZoom < 5 || maxZoom > 20)
    throw new ConfigurationProblem('MAP_MAX_ZOOM 要写 5 到 20 的整数');
  return { url, attribution, datum, maxZoom };
}

/** Where pictures of the map may come from, for the content security policy: `{s}` stands for any name. */
export const originOf = ({ url }: MapTiles): string => {
  const [origin = ''] = /^https?:\/\/[^/]+/.exec(url) ?? [];
  return origin.replace(/\{s\}/g, '*');
};
