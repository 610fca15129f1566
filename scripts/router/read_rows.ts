import { z } from "zod";
import type { RouterCall } from "./project.ts";
import { UsageError } from "./options.ts";

const ids = z.array(z.number());

const ranked = z.object({
  /** Best first, with integer weights and nano-dollars beside them. */
  candidates: ids,
  weights: ids,
  costs: ids,
  violations: z.array(z.tuple([z.number(), z.string()])),
  task: z.string(),
});

const row = z.object({
  decision_id: z.string(),
  policy_id: z.number(),
  session: z.string(),
  service: z.string(),
  size: z.string(),
  is_equal: z.boolean(),
  is_passed: z.boolean(),
  choice: z.number(),
  candidates: ids,
  weights: ids,
  v1: ranked,
  v2: ranked,
  outcome: z.object({
    status: z.enum(["succeeded", "failed", "cancelled", "unknown"]),
    cost_nano: z.number(),
    first_token_ms: z.number().nullable(),
    total_ms: z.number().nullable(),
  }).nullable(),
});

/** A logged decision, made again, and what both policies make of its context. */
export type Row = z.infer<typeof row>;

/** A page takes well under a second: statements are cut at eight on the platform. */
const pageSize = 100;

/**
 * Reads the newest `max` decisions that either policy made.
 * @throws CallError policy_not_found (404), policy_state (409)
 */
export async function readRows(
  call: RouterCall,
  asked: { readonly v1: number; readonly v2: number; readonly since: Date; readonly max: number },
  told: (count: number) => void = () => {},
): Promise<Row[]> {
  const rows: Row[] = [];
  while (rows.length < asked.max) {
    const page = z.array(row).parse(
      await call("compare_routes", {
        policy_v1: asked.v1,
        policy_v2: asked.v2,
        since: asked.since.toISOString(),
        before: rows.at(-1)?.decision_id ?? null,
        max_count: Math.min(pageSize, asked.max - rows.length),
      }),
    );
    rows.push(...page);
    told(rows.length);
    if (page.length < pageSize) break;
  }
  return rows;
}

const rewardLine = z.strictObject({ decision_id: z.uuid(), reward: z.number().min(0).max(1) });

/** Rewards by decision from JSON lines. @throws UsageError that names the line */
export function readRewards(text: string): ReadonlyMap<string, number> {
  const rewards = new Map<string, number>();
  text.split("\n").forEach((line, number) => {
    if (line.trim() === "") return;
    let read: z.infer<typeof rewardLine>;
    try {
      read = rewardLine.parse(JSON.parse(line));
    } catch {
      const wanted = `{"decision_id": "…", "reward": 0.8}`;
      throw new UsageError(`Cannot read rewards, line ${number + 1}: it must look like ${wanted}`);
    }
    rewards.set(read.decision_id, read.reward);
  });
  return rewards;
}
