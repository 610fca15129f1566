import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** What a child said and how it ended. */
export interface ChildResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly success: boolean;
  /** Whether it had to be stopped at its limit. */
  readonly late: boolean;
}

async function readAll(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  echo?: (text: string) => void,
): Promise<string> {
  let text = "";
  try {
    for await (const chunk of stream.pipeThrough(new TextDecoderStream(), { signal })) {
      text += chunk;
      echo?.(chunk);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return text;
}

/**
 * Runs Deno with these arguments from the top of the checkout; it ends with us, and after
 * `limitSeconds` whatever hangs. `echo` gets the output as it comes. What the child started and
 * left behind may hold its output open: that is read for `patienceMs` more, then no longer.
 */
export async function runChild(
  args: readonly string[],
  limitSeconds: number,
  echo?: (text: string) => void,
  patienceMs = 5000,
): Promise<ChildResult> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: top,
    env: { NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const kill = (signal: "SIGTERM" | "SIGKILL") => {
    try {
      child.kill(signal);
    } catch {
      // it has ended
    }
  };
  const endWithUs = () => kill("SIGTERM");
  globalThis.addEventListener("unload", endWithUs);
  let late = false;
  let next = setTimeout(() => {
    late = true;
    kill("SIGTERM");
    next = setTimeout(() => kill("SIGKILL"), 5000);
  }, limitSeconds * 1000);
  const reading = new AbortController();
  const ended = child.status.then((status) => {
    clearTimeout(next);
    next = setTimeout(() => reading.abort(), patienceMs);
    return status;
  });
  try {
    const [stdout, stderr, { success }] = await Promise.all([
      readAll(child.stdout, reading.signal, echo),
      readAll(child.stderr, reading.signal, echo),
      ended,
    ]);
    return { stdout, stderr, success, late };
  } finally {
    clearTimeout(next);
    globalThis.removeEventListener("unload", endWithUs);
  }
}
