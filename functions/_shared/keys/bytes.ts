import { Buffer } from "node:buffer";

/** Bytes that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** UTF-8. */
export const textBytes = (text: string): Bytes => Uint8Array.from(Buffer.from(text, "utf8"));

/** As the database sends and takes bytes in JSON. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** The bytes of hexadecimal text; of none, none. */
export const fromHex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, "hex"));

/** Standard base64, or undefined where it is none. */
export function fromBase64(text: string): Bytes | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64").replace(/=+$/, "") === text.replace(/=+$/, "")
    ? Uint8Array.from(bytes)
    : undefined;
}

/** Bytes to base64, as secrets are written into the environment. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
