import type { GateName, GatePlan, Source } from "../../../functions/_shared/quality/gates.ts";
import { redact } from "../artifacts/redact.ts";
import { appliesTo } from "../fix/apply_diff.ts";
import { type FixDraft, runFixer } from "../fix/run_fixer.ts";
import type { GateOutcome } from "../gates/gate_outcome.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import type { Fix } from "./fix.ts";
import { type GateRunner, runGatesWith } from "./run_gates.ts";
import { filesAfter, linesOf } from "./told_outcomes.ts";

/** The gates of a target and what they said of it. */
export interface Checked {
  source: Source;
  plans: readonly GatePlan[];
  outcomes: ReadonlyMap<GateName, GateOutcome>;
}

/**
 * Tries the fixer of each gate that did not pass: in a copy, then all gates again on fresh copies
 * with the diff. A fixer that changes nothing, or that was tried for a gate before, gives no fix.
 */
export async function mendGates(
  runner: GateRunner,
  checked: Checked,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Fix[]> {
  const { source, plans } = checked;
  const { limits, cache } = runner;
  const tried = new Set<string>();
  const fixes: Fix[] = [];
  for (const plan of plans) {
    const outcome = checked.outcomes.get(plan.gate);
    if (!outcome || outcome.verdict === "passed" || outcome.verdict === "skipped") continue;
    try {
      const draft = await runFixer({ plan, outcome, source, limits, cache, signal }, tried);
      if (draft === undefined) continue;
      if (draft.filesChanged > 0) {
        fixes.push(await proveFix(runner, checked, plan.gate, draft, signal));
      } else say(`${plan.gate}: ${draft.fixer.name} found nothing that it could mend`);
    } catch (thrown) {
      // What the gates said stands, whatever became of a fixer.
      if (!(thrown instanceof QualityFailure)) throw thrown;
      say(`${plan.gate}: ${thrown.message}`);
    }
  }
  return fixes;
}

/** Runs all gates on fresh copies with the draft's diff. */
async function proveFix(
  runner: GateRunner,
  checked: Checked,
  gate: GateName,
  { fixer, reports, ...draft }: FixDraft,
  signal: AbortSignal,
): Promise<Fix> {
  // What is stored is what is tried: a diff that loses a secret must not be called good.
  const bytes = redact(draft.diff, runner.secrets);
  const applies = await appliesTo(checked.source, bytes, signal);
  const after = await runGatesWith(runner, checked.source, checked.plans, bytes, signal);
  const diff = `fix.${gate}.diff`;
  return {
    gate,
    fixer: fixer.name,
    command: fixer.command,
    files_changed: draft.filesChanged,
    lines_added: draft.linesAdded,
    lines_removed: draft.linesRemoved,
    before: linesOf(checked.outcomes),
    after: linesOf(after),
    applies,
    diff,
    files: [
      { name: diff, kind: "diff", mediaType: "text/x-diff; charset=utf-8", bytes },
      ...reports,
      ...filesAfter(gate, after),
    ],
  };
}
