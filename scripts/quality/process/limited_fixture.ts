import { defaultLimits, type Limits } from "./limits.ts";
import { listProcesses } from "./process_table.ts";
import { runLimited } from "./run_limited.ts";

/** Runs a line in a temporary folder with lowered limits. */
export async function run(
  command: string,
  limits: Partial<Limits> = {},
  signal?: AbortSignal,
  ownProcessIds = true,
) {
  const scratch = await Deno.makeTempDir({ prefix: "cogo-run-limited-" });
  try {
    return await runLimited({
      command,
      cwd: scratch,
      scratch,
      env: { PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin", HOME: scratch },
      limits: { ...defaultLimits, wall_seconds: 20, ...limits },
      signal,
      ownProcessIds,
    });
  } finally {
    await Deno.remove(scratch, { recursive: true });
  }
}

/** Bytes as text. */
export function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Argument lists of the processes that are alive and hold this text. */
export async function alive(needle: string): Promise<string[]> {
  const found: string[] = [];
  for (const row of await listProcesses()) {
    const command = await Deno.readTextFile(`/proc/${row.pid}/cmdline`).catch(() => "");
    if (command.includes(needle)) found.push(command);
  }
  return found;
}
