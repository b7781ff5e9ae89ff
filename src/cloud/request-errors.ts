/** A body over the limit. */
export class BodyTooLarge extends Error {
  /** Nothing a person types comes near it. */
  static readonly LIMIT = 64 * 1024;
  /** Whoever is signed in may send a piece of a file, in base64. */
  static readonly SIGNED_IN_LIMIT = 512 * 1024;

  /** @param session the token that came with the request; whether it is good shows later */
  static limitFor({ session }: { readonly session?: string }): number {
    return session === undefined ? BodyTooLarge.LIMIT : BodyTooLarge.SIGNED_IN_LIMIT;
  }
}

/** A body that is not JSON. */
export class NotJson extends Error {}
