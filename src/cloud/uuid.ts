export const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const WHOLE = new RegExp(`^${UUID.source}$`);

export const isUuid = (text: string): boolean => WHOLE.test(text);

/** Sixteen bytes of a digest as an id (UUID, version 8): the same for the same digest. */
export function uuidOf(digest: Buffer): string {
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
