import { readBytes } from "./read_bytes.ts";
import { objectIn } from "./sse_frames.ts";
import { Watch } from "./watch.ts";

/** Most bytes that a function of the core answers. */
const mostBytes = 1_048_576;

/**
 * Posts JSON to a function of the core, which never sends us elsewhere.
 * @param headers asked for within the same time, since a token may have to be fetched
 * @returns the status, and the JSON object if the body is one
 * @throws what `headers` and the connection throw, the signal's reason, or a TimedOut
 */
export async function postJson(
  url: string,
  body: object,
  headers: () => Promise<Readonly<Record<string, string>>>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<{ status: number; json: Record<string, unknown> | undefined }> {
  const watch = new Watch(signal, timeoutMs);
  try {
    const given = await watch.race(headers());
    const response = await watch.race(fetch(url, {
      method: "POST",
      headers: { ...given, "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: watch.signal,
    }));
    const bytes = await readBytes(response, mostBytes, watch);
    return { status: response.status, json: objectIn(new TextDecoder().decode(bytes)) };
  } finally {
    watch.close();
  }
}
