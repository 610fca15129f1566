import type { GateName, GatePlan, Source } from "../../../functions/_shared/quality/gates.ts";
import { type GateOutcome, notRun } from "../gates/gate_outcome.ts";
import { runGate } from "../gates/run_gate.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import type { Runner } from "./runner.ts";

/** What running gates needs of the runner. */
export type GateRunner = Pick<Runner, "limits" | "cache" | "secrets">;

/** Runs every gate, one after the other, each in a fresh copy; with a diff, on what it makes. */
export async function runGates(
  { limits, cache }: GateRunner,
  source: Source,
  plans: readonly GatePlan[],
  signal: AbortSignal,
  patch?: Uint8Array,
): Promise<Map<GateName, GateOutcome>> {
  const outcomes = new Map<GateName, GateOutcome>();
  for (const plan of plans) {
    outcomes.set(plan.gate, await runGate({ plan, source, limits, cache, patch, signal }));
  }
  return outcomes;
}

/** Runs every gate on what a diff makes of the target; a diff that does not fit leaves every gate untold. */
export async function runGatesWith(
  runner: GateRunner,
  source: Source,
  plans: readonly GatePlan[],
  diff: Uint8Array,
  signal: AbortSignal,
): Promise<Map<GateName, GateOutcome>> {
  try {
    return await runGates(runner, source, plans, signal, diff);
  } catch (thrown) {
    if (!(thrown instanceof QualityFailure)) throw thrown;
    return new Map(plans.map((plan) => [plan.gate, notRun("error", plan, thrown.message)]));
  }
}
