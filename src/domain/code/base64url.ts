/** base64url without padding (RFC 4648 §5), strict: WeChat has neither atob nor TextDecoder everywhere. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Null for anything that is not the one spelling of some bytes: stray characters, padding, leftover bits. */
export function decodeBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const value = ALPHABET.indexOf(text[index] as string);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  // two spellings of one signature would be two different codes
  return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
}

export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (let index = 0; index < bytes.length; index++) {
    bits = ((bits << 8) | (bytes[index] as number)) & 0xffff;
    held += 8;
    while (held >= 6) {
      held -= 6;
      text += ALPHABET[(bits >> held) & 63];
    }
  }
  return held > 0 ? text + ALPHABET[(bits << (6 - held)) & 63] : text;
}

/** ASCII only, both ways; null for any other byte. */
export function asciiOf(bytes: Uint8Array): string | null {
  let text = '';
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte > 126) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

export function bytesOfAscii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index) & 0x7f;
  return bytes;
}
