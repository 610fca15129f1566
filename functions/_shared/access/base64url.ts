import { Buffer } from "node:buffer";

/** Bytes of base64url text. */
export const decodeBase64Url = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text, "base64url"));
