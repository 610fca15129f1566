// deno task quality:try [--json] [--only TEXT]: runs the gates on real public packages from npm and
// on broken copies of one of them, without a database. Needs the npm registry; about two minutes.
// With --gate: runs quality.gate, fixers and all, on packages that their linter finds fault with,
// against a stack of its own; --write keeps the figures in docs/benchmarks/gate-fix.md. Five minutes.
import { join } from "@std/path";
import { parseArgs } from "node:util";
import { gateNames } from "../../../functions/_shared/quality/gates.ts";
import type { GateOutcome } from "../gates/gate_outcome.ts";
import { planTarget } from "../gates/plan_target.ts";
import { runGate } from "../gates/run_gate.ts";
import { describeGate } from "../handlers/summary_markdown.ts";
import { defaultLimits } from "../process/limits.ts";
import { breakages, packages, unpack } from "./packages.ts";
import { tryGates } from "./try_gates.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    gate: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
if (values.gate) Deno.exit(await tryGates(values));
const scratch = await Deno.makeTempDir({ prefix: "cogo-try-" });
const cache = join(scratch, "cache");

async function gatesOf(folder: string, wanted: readonly string[], seconds: number) {
  const { source, gates } = await planTarget(".", { base: folder, mayReadFolders: true });
  const outcomes: (GateOutcome & { gate: string; seconds: number })[] = [];
  for (const plan of gates.filter(({ gate }) => wanted.includes(gate))) {
    const startedAt = performance.now();
    const limits = { ...defaultLimits, wall_seconds: seconds, memory_mb: 1024 };
    const outcome = await runGate({ plan, source, cache, limits });
    const took = Math.round((performance.now() - startedAt) / 100) / 10;
    outcomes.push({ ...outcome, gate: plan.gate, seconds: took });
  }
  return outcomes;
}

function print(target: string, outcome: GateOutcome & { gate: string; seconds: number }): void {
  const { gate, verdict, reason, details, seconds } = outcome;
  if (values.json) {
    console.log(JSON.stringify({ target, gate, verdict, reason, seconds, ...details }));
    return;
  }
  const text = describeGate({
    gate: gate as "lint",
    job_id: null,
    verdict,
    reason,
    duration_ms: outcome.durationMs,
    details,
  });
  console.log(
    `${target.padEnd(28)} ${gate.padEnd(6)} ${verdict.padEnd(8)} ${
      seconds.toFixed(1).padStart(5)
    } s  ${text}`,
  );
}

let surprises = 0;
try {
  for (const name of packages.filter((name) => name.includes(values.only))) {
    const folder = await unpack(name, join(scratch, name.replaceAll("/", "-")));
    for (const outcome of await gatesOf(folder, gateNames, 180)) print(name, outcome);
  }

  for (
    const { name, gate, expected, apply } of breakages.filter((b) => b.name.includes(values.only))
  ) {
    const folder = await unpack("minimist@1.2.8", join(scratch, name.replaceAll(" ", "-")));
    await apply(folder);
    for (const outcome of await gatesOf(folder, [gate], 20)) {
      print(`minimist, ${name}`, outcome);
      if (expected.test(outcome.reason ?? "")) continue;
      surprises++;
      console.error(`  expected ${expected}, but it said: ${outcome.reason}`);
    }
  }
} finally {
  await Deno.remove(scratch, { recursive: true });
}
Deno.exit(surprises === 0 ? 0 : 1);
