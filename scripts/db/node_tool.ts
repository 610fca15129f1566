import { fileURLToPath } from "node:url";

const entryPoints = {
  pgdelta: "@supabase/pg-delta/dist/cli/main.js",
  squawk: "squawk-cli/js/bin/squawk",
  supabase: "supabase/dist/supabase.js",
} as const;

/** What a tool said and how it ended. */
export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a tool that npm delivered, from the top of this checkout, without telemetry or colours. */
export async function runNodeTool(
  name: keyof typeof entryPoints,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ToolResult> {
  const top = fileURLToPath(new URL("../../", import.meta.url));
  const { code, stdout, stderr } = await new Deno.Command("node", {
    args: [`${top}node_modules/${entryPoints[name]}`, ...args],
    cwd: top,
    env: { DO_NOT_TRACK: "1", SUPABASE_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...env },
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}
