/** A body over the limit. Nothing a person types on this floor comes near it. */
export class BodyTooLarge extends Error {
  static readonly LIMIT = 64 * 1024;
}

/** A body that is not JSON. */
export class NotJson extends Error {}
