import type { GateName, GatePlan } from "../../../functions/_shared/quality/gates.ts";
import { hasDependencies, type Manifest } from "./manifest.ts";

/** A gate that runs a command which may need the target's dependencies. */
export function runs(
  gate: GateName,
  command: string,
  reason: string,
  manifest: Manifest,
): GatePlan {
  const text = `${command} ${reason}`;
  const own = /\b(jest|vitest|c8|nyc|tap|lab)\b/.test(text);
  return {
    gate,
    command,
    reason: reason.slice(0, 500),
    needs_dependencies: hasDependencies(manifest),
    coverage: gate !== "test" ? "none" : own ? "own" : "v8",
  };
}

/** A gate that will be skipped. */
export function nothing(gate: GateName, reason: string): GatePlan {
  return { gate, command: null, reason, needs_dependencies: false, coverage: "none" };
}
