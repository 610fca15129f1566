import { fileURLToPath } from "node:url";
import { join } from "@std/path";
import { TextLineStream } from "./text_line_stream.ts";
import { checkout, keyMap } from "./connect.ts";

/** Where a child finds the project. */
export interface LiveRun {
  url: string;
  secretKey: string;
  dataFolder?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs live_plan.ts or live_work.ts in a process of its own and passes its lines on. The key goes
 * through the environment: other users can read argument lists.
 * @throws Error when it could not reach the project
 */
export async function runLive(
  script: "live_plan.ts" | "live_work.ts",
  { url, secretKey, dataFolder, signal }: LiveRun,
  onProgress: (line: string) => void,
): Promise<void> {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "-A", "--config", join(checkout, "deno.json"), file],
    env: {
      SUPABASE_URL: url,
      SUPABASE_SECRET_KEYS: keyMap(secretKey),
      COGO_PARENT_PIPE: "1",
      ...(dataFolder !== undefined && { COGO_DATA_DIR: dataFolder }),
    },
    stdin: "piped",
    stdout: "null",
    stderr: "piped",
    ...(signal && { signal }),
  }).spawn();

  const lines = child.stderr.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  let last = "";
  for await (const line of lines) {
    if (line.trim() === "") continue;
    last = line;
    onProgress(line);
  }
  const { code } = await child.status;
  await child.stdin.close().catch(() => {});
  if (code === 2 || code === 3) throw new Error(`Cannot work the quality run: ${last}`);
}
