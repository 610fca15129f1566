import type { Capture } from "./capture.ts";

/** A stream that is being read in the background. */
export interface OutputReader {
  /** Waits for the end of the stream, at most `graceMs`: a stray may hold the pipe open. */
  finish(graceMs?: number): Promise<void>;
}

/** Reads a stream into a capture and calls `onWrite` after each chunk. */
export function readOutput(
  stream: ReadableStream<Uint8Array>,
  capture: Capture,
  onWrite: () => void,
): OutputReader {
  const reader = stream.getReader();
  const done = (async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      capture.write(next.value);
      onWrite();
    }
  })().catch(() => {});

  return {
    async finish(graceMs = 1000) {
      const timer = setTimeout(() => void reader.cancel().catch(() => {}), graceMs);
      await done;
      clearTimeout(timer);
    },
  };
}
