/** What one test file said. */
export interface TapCounts {
  passed: number;
  failed: number;
  skipped: number;
  /** The failed assertions with pgTAP's diagnosis, as lines. */
  readonly problems: string[];
  /** Why assertions were skipped, one for each. */
  readonly skips: string[];
}

/** Counts the lines of TAP; a plan that was not kept, or is missing, is a failure too. */
export function parseTap(lines: readonly string[]): TapCounts {
  const counts: TapCounts = { passed: 0, failed: 0, skipped: 0, problems: [], skips: [] };
  let planned: number | undefined;
  let ran = 0;
  let explaining = false;
  for (const line of lines.flatMap((text) => text.split("\n"))) {
    const plan = /^1\.\.(\d+)/.exec(line);
    const result = /^(not )?ok \d+/.exec(line);
    if (plan) planned = Number(plan[1]);
    if (result) {
      ran++;
      explaining = false;
      const skip = /# (?:skip|todo) ?(.*)/i.exec(line);
      if (skip) {
        counts.skipped++;
        counts.skips.push(skip[1] || "no reason given");
      } else if (!result[1]) counts.passed++;
      else {
        counts.failed++;
        explaining = true;
      }
    }
    if (explaining && line !== "") counts.problems.push(line);
  }
  if (planned !== ran) {
    counts.failed++;
    counts.problems.push(`planned ${planned ?? "nothing"}, but ran ${ran} assertions`);
  }
  return counts;
}
