import type { Step } from "./step.ts";

/** What takes longest, longest first, so that nothing long is left to run alone at the end. */
export const slowSteps: readonly string[] = [
  "scripts/db/schedules_test.ts", // waits for pg_cron's minute
  "pgTAP on pglite",
  "pgTAP on Postgres 15",
  "scripts/stack/live_kill_test.ts",
  "functions/_shared/worker/worker_test.ts",
  "scripts/simulate/simulate_test.ts",
  "scripts/chaos/stack_kill_test.ts",
  "scripts/security/scan_canary_test.ts",
  "scripts/stack/process_test.ts",
  "functions/_shared/worker/package_test.ts",
  "scripts/chaos/fuzz/fuzz_test.ts",
  "functions/dashboard/pages_test.ts",
  "functions/dashboard/page_test.ts",
  "scripts/dashboard/run_test.ts",
  "scripts/stack/stack_test.ts",
  "scripts/quality/first_run_test.ts",
  "scripts/chaos/chaos_test.ts",
  "deno test, quick",
  "scripts/schedules/cron_vectors_test.ts",
];

/** The same steps, those known to be slow first; the others keep their order. */
export function slowFirst(steps: readonly Step[]): Step[] {
  const place = ({ name }: Step) => {
    const at = slowSteps.indexOf(name);
    return at < 0 ? slowSteps.length : at;
  };
  return steps.toSorted((one, other) => place(one) - place(other));
}
