import { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import type { SeenRequest } from "./fault.ts";

/** Reads one HTTP/1.1 request with a body of known length; undefined when the caller goes away. */
export function readRequest(socket: Socket): Promise<SeenRequest | undefined> {
  return new Promise((resolve) => {
    let bytes: Buffer = Buffer.alloc(0);
    socket.on("data", (more: Buffer) => {
      bytes = Buffer.concat([bytes, more]);
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) return;
      const [first = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
      const headers = new Headers(
        lines.map((line): [string, string] => {
          const colon = line.indexOf(":");
          return [line.slice(0, colon), line.slice(colon + 1).trim()];
        }),
      );
      const body = bytes.subarray(end + 4);
      if (body.length < Number(headers.get("content-length") ?? 0)) return;
      const [method = "", path = ""] = first.split(" ");
      const text = body.toString("utf8");
      resolve({
        method,
        path,
        headers,
        credential: credentialOf(headers),
        text,
        body: parsed(text),
      });
    });
    socket.on("close", () => resolve(undefined));
  });
}

function credentialOf(headers: Headers): string | null {
  const bearer = headers.get("authorization")?.replace(/^Bearer /, "");
  return bearer ?? headers.get("x-api-key") ?? headers.get("api-key") ??
    headers.get("x-goog-api-key");
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
