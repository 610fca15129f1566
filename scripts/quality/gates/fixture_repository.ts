import { dirname, join } from "@std/path";
import type { GateName } from "../../../functions/_shared/quality/gates.ts";
import { defaultLimits, type Limits } from "../process/limits.ts";
import type { GateOutcome } from "./gate_outcome.ts";
import { planTarget } from "./plan_target.ts";
import { runGate } from "./run_gate.ts";

/** A tiny repository made for one test: file names to contents (objects become JSON). */
export type FixtureFiles = Record<string, string | Record<string, unknown>>;

/** Writes a repository into a temporary folder, gives its path to `use` and removes it. */
export async function withRepository<T>(
  files: FixtureFiles,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-fixture-" });
  try {
    for (const [name, content] of Object.entries(files)) {
      const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
      await Deno.mkdir(dirname(join(folder, name)), { recursive: true });
      await Deno.writeTextFile(join(folder, name), text);
    }
    return await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Plans a repository and runs one of its gates with lowered limits. */
export function gateOf(
  files: FixtureFiles,
  gate: GateName,
  limits: Partial<Limits> = {},
): Promise<GateOutcome> {
  return withRepository(files, async (folder) => {
    const { source, gates } = await planTarget(".", { base: folder, mayReadFolders: true });
    const plan = gates.find((found) => found.gate === gate);
    if (!plan) throw new Error(`The planner forgot the gate ${gate}`);
    const cache = join(folder, ".cogo", "cache");
    return await runGate({
      plan,
      source,
      cache,
      limits: { ...defaultLimits, wall_seconds: 60, ...limits },
    });
  });
}

/** The text of a file that a gate left behind; empty when it left none. */
export function textOf(outcome: GateOutcome, name: string): string {
  const file = outcome.files.find((left) => left.name === name);
  return file ? new TextDecoder().decode(file.bytes) : "";
}
