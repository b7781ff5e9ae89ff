/** The ground of the browser's map, as whoever runs the portal set it (cloud/entry/map.ts); none: plain. */
export interface Tiles {
  /** with {z} {x} {y} */
  readonly url: string;
  readonly attribution: string;
  readonly datum: 'wgs84' | 'gcj02';
  readonly maxZoom: number;
}

const isTiles = (value: unknown): value is Tiles => {
  const { url, attribution, datum, maxZoom } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof url === 'string' &&
    typeof attribution === 'string' &&
    (datum === 'wgs84' || datum === 'gcj02') &&
    typeof maxZoom === 'number'
  );
};

/** null: none, or not to be had now. Never rejects. */
export async function mapGround(): Promise<Tiles | null> {
  try {
    const answer: unknown = await (await fetch('/map.json')).json();
    const { tiles } = (answer ?? {}) as { tiles?: unknown };
    return isTiles(tiles) ? tiles : null;
  } catch {
    return null;
  }
}
