import { fileURLToPath } from "node:url";
import { z } from "zod";
import { findServers } from "../postgres/find_servers.ts";
import { runDenoTests } from "./deno_tests.ts";
import { runChild } from "./run_child.ts";
import { slowFirst } from "./slow_first.ts";
import type { Step, StepResult } from "./step.ts";
import { testGroups } from "./test_groups.ts";

const testSqlFile = fileURLToPath(new URL("../db/test_sql.ts", import.meta.url));
const limitSeconds = 600;
const countsSchema = z.array(z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  skips: z.array(z.string()),
}));

/** pgTAP in a process of its own: PGlite would hold up whoever waits beside it. */
async function pgtap(place: string, more: readonly string[]): Promise<StepResult> {
  const args = ["run", "-A", "--no-check", testSqlFile, "--on", place, "--json", ...more];
  const { stdout, stderr: said, late } = await runChild(args, limitSeconds);
  if (late) throw new Error(`pgTAP on ${place} did not end within ${limitSeconds} s:\n${said}`);
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (last === "") throw new Error(said);
  const [counts] = countsSchema.parse(JSON.parse(last));
  if (counts === undefined) throw new Error(`No pgTAP test ran on ${place}:\n${said}`);
  const { passed, failed, skipped, skips } = counts;
  return { passed, failed, skipped, reasons: skips, output: said };
}

/** These files end before PGlite's code, compiled twice, would have paid for the second time. */
const compiledOnce = "--v8-flags=--liftoff-only";

/** Each file in a process of its own; `args` are further arguments of `deno test`. */
export function heavySteps(files: readonly string[], args: readonly string[] = []): Step[] {
  return files.map((file) => ({
    name: file,
    next: `npx deno test --no-check -A ${file}`,
    run: () =>
      runDenoTests([file], { parallel: false, limitSeconds, args: [compiledOnce, ...args] }),
  }));
}

/**
 * Whole on the oldest server of this machine and on PGlite, which is the newest; on those between, a
 * quarter and the contracts. The engine's invariants are asked after each file in one place.
 */
function pgtapSteps(majors: readonly number[]): Step[] {
  const oldest = Math.min(...majors);
  const places = [
    { place: "pglite", name: "pglite", more: majors.length > 0 ? ["--no-verify"] : [] },
    ...majors.map((major) => ({
      place: String(major),
      name: major === oldest ? `Postgres ${major}` : `Postgres ${major}, a quarter`,
      more: major === oldest ? [] : ["--no-verify", "--part", "4"],
    })),
  ];
  return places.map(({ place, name, more }) => ({
    name: `pgTAP on ${name}`,
    next: `deno task test:sql FOLDER --on ${place}`,
    run: () => pgtap(place, more),
  }));
}

/** Everything that tests: pgTAP by place, files without servers, files with one. Longest first. */
export function testSteps(): Step[] {
  const { quick, heavy } = testGroups();
  const steps: Step[] = [
    ...pgtapSteps([...new Set(findServers().map((server) => server.major))]),
    {
      name: "deno test, quick",
      next: "deno task test:quick",
      run: () => runDenoTests(quick, { parallel: true, limitSeconds: 240 }),
    },
    ...heavySteps(heavy),
  ];
  return slowFirst(steps);
}
