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
  echo?: (text: string) => void,
): Promise<string> {
  let text = "";
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    echo?.(chunk);
  }
  return text;
}

/**
 * Runs Deno with these arguments from the top of the checkout; it ends with us, and after
 * `limitSeconds` whatever hangs. `echo` gets the output as it comes.
 */
export async function runChild(
  args: readonly string[],
  limitSeconds: number,
  echo?: (text: string) => void,
): Promise<ChildResult> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: top,
    env: { NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const endWithUs = () => child.kill("SIGTERM");
  globalThis.addEventListener("unload", endWithUs);
  let late = false;
  let hard: ReturnType<typeof setTimeout> | undefined;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGTERM");
    hard = setTimeout(() => child.kill("SIGKILL"), 5000);
  }, limitSeconds * 1000);
  const [stdout, stderr, { success }] = await Promise.all([
    readAll(child.stdout, echo),
    readAll(child.stderr, echo),
    child.status,
  ]);
  clearTimeout(timer);
  clearTimeout(hard);
  globalThis.removeEventListener("unload", endWithUs);
  return { stdout, stderr, success, late };
}
