import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { ChaosResult } from "./chaos.ts";

/** A run in seven numbers. */
export interface ChaosSummary {
  readonly seed: number;
  readonly jobs: number;
  readonly sagas: number;
  readonly kills: number;
  /** Jobs that are missing, never ended or succeeded without effect, sagas without end, permits left. */
  readonly lost: number;
  /** Jobs that ended twice, effects twice under one fence, two holds at once under a key of one. */
  readonly doubled: number;
  /** What cogo.verify() finds, effects without attempt, sagas neither done nor undone, limits passed. */
  readonly violations: number;
}

/** The run's last line. */
export function summaryOf(result: ChaosResult): ChaosSummary {
  const { seed, jobs, sagas, killed } = result;
  const found = result.complaints === "" ? 0 : result.complaints.split("\n").length;
  return {
    seed,
    jobs,
    sagas,
    kills: Object.values(killed).reduce((sum, times) => sum + times, 0),
    lost: result.lost + result.open + result.without_effect + result.sagas_open +
      result.permits_left,
    doubled: result.ended_twice + result.effect_twice + result.two_at_once,
    violations: found + result.effect_without_attempt + result.sagas_wrong + result.steps_wrong +
      result.out_of_order + result.limits_passed.length,
  };
}

const page = fileURLToPath(new URL("../../docs/benchmarks/chaos.md", import.meta.url));

/** The run as a page. */
function pageOf(result: ChaosResult): string {
  const { lost, doubled, violations, kills } = summaryOf(result);
  const row = (name: string, value: string | number) => `| ${name} | ${value} |`;
  const times = Object.entries(result.killed)
    .map(([name, times]) => row(name.replaceAll("_", " "), times));
  return `# Chaos

\`npm run chaos -- --seconds N --jobs N --sagas N --write\` wrote this page: ${result.seconds} s on
Postgres ${result.postgres}, ${cpus().length} cores, seed ${result.seed}. What it does is told in
[the guide](../guides/chaos.md).

| what | figure |
| --- | --- |
${
    [
      row("jobs", result.jobs),
      row("of them with a concurrency key of 1 or 3", result.keyed_jobs),
      row("of them under a rate", result.rated_jobs),
      row("sagas", result.sagas),
      row("of them undone", result.sagas_undone),
      row("attempts", result.attempts),
      row("leases that ran out", result.lease_expired),
      row("statements that a full disk refused", result.disk_full_errors),
      row("kills and hindrances", kills),
      row("two at once under a key of 1", result.two_at_once),
      row("permits and parked jobs left", result.permits_left),
      row("**lost**", lost),
      row("**doubled**", doubled),
      row("**violations**", violations),
    ].join("\n")
  }

| killed or hindered | times |
| --- | --- |
${times.join("\n")}
`;
}

/** Writes docs/benchmarks/chaos.md. */
export async function writePage(result: ChaosResult): Promise<void> {
  await writeFile(page, pageOf(result));
}
