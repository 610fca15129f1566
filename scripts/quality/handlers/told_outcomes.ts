import { type GateName, gateNames } from "../../../functions/_shared/quality/gates.ts";
import type { ArtifactFile, GateOutcome } from "../gates/gate_outcome.ts";

/** What each gate said, as gate_fixes keeps it; a gate that was not planned was skipped. */
export function linesOf(outcomes: ReadonlyMap<GateName, GateOutcome>): Record<string, unknown> {
  return Object.fromEntries(gateNames.map((gate) => {
    const outcome = outcomes.get(gate);
    if (!outcome) return [gate, { verdict: "skipped", reason: "The plan does not name it." }];
    const { verdict, reason, durationMs, details: { tests, coverage } } = outcome;
    return [gate, {
      verdict,
      reason,
      duration_ms: durationMs,
      ...(tests !== undefined && { tests }),
      ...(coverage !== undefined && { coverage }),
    }];
  }));
}

/** The files of the gates after a fix: coverage, and the logs of what still does not pass. */
export function filesAfter(
  fixed: GateName,
  outcomes: ReadonlyMap<GateName, GateOutcome>,
): ArtifactFile[] {
  return [...outcomes.values()].flatMap(({ verdict, files }) =>
    files.filter(({ kind }) => kind === "coverage" || (kind === "log" && verdict !== "passed"))
  ).map((file) => ({ ...file, name: `fixed.${fixed}.${file.name}` }));
}

/** One line on all gates. */
export function tellAll(outcomes: ReadonlyMap<GateName, GateOutcome>): string {
  return [...outcomes].map(([gate, { verdict }]) => `${gate} ${verdict}`).join(", ");
}
