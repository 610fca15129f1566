import type { Row } from "./read_rows.ts";
import { mixOdds, type Odds, oddsOf, type Sample } from "./samples.ts";

/** Quality of one decision: what a judge said, else whether the first attempt succeeded. */
function qualityOf(row: Row, rewards: ReadonlyMap<string, number> | undefined): number | undefined {
  const said = rewards?.get(row.decision_id);
  if (said !== undefined || rewards !== undefined) return said;
  if (row.outcome?.status === "succeeded") return 1;
  return row.outcome?.status === "failed" ? 0 : undefined;
}

function latencyOf({ outcome }: Row): number | undefined {
  return outcome?.status === "succeeded" ? outcome.total_ms ?? undefined : undefined;
}

/** The decisions of which a reward is known, with the odds of all who served. */
function samplesOf(
  rows: readonly Row[],
  policies: { readonly v1: number; readonly v2: number },
  rewardOf: (row: Row) => number | undefined,
): Sample[] {
  const known = rows.flatMap((row) => {
    const reward = rewardOf(row);
    // What was passed over (a budget, a probe) was not drawn by these odds.
    return reward === undefined || row.is_passed ? [] : [{ row, reward }];
  });
  const byV2 = known.filter(({ row }) => row.policy_id === policies.v2).length;
  const share = known.length > 0 ? byV2 / known.length : 0;
  return known.map(({ row, reward }) => {
    const now: readonly [Odds, Odds] = [
      oddsOf(row.v1.candidates, row.v1.weights),
      oddsOf(row.v2.candidates, row.v2.weights),
    ];
    const drawn = oddsOf(row.candidates, row.weights);
    const [first, second] = row.policy_id === policies.v2 ? [now[0], drawn] : [drawn, now[1]];
    return {
      cluster: row.session,
      bucket: `${row.service}/${row.v2.task}/${row.size}`,
      arm: row.choice,
      reward,
      logged: mixOdds([{ share: 1 - share, odds: first }, { share, odds: second }]),
      policies: now,
    };
  });
}

/**
 * Logged decisions as samples. Where v2 served a share as canary, a decision could have come from
 * either: its odds are those of both, by their shares (the balance heuristic).
 */
export function makeSamples(
  rows: readonly Row[],
  policies: { readonly v1: number; readonly v2: number },
  rewards?: ReadonlyMap<string, number>,
): { readonly quality: Sample[]; readonly latency: Sample[] } {
  return {
    quality: samplesOf(rows, policies, (row) => qualityOf(row, rewards)),
    latency: samplesOf(rows, policies, latencyOf),
  };
}
