import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import type { CostGround } from "./ground.ts";
import { callsWith } from "./hostile_calls.ts";

/** What a call with a huge argument made the server keep. */
export interface Stored {
  readonly rpc: string;
  readonly parameter: string;
  readonly place: string;
  /** What was written to the log of changes. */
  readonly bytes: number;
}

/** No argument may make the server keep more: the largest payload and what stands beside it. */
export const mostStored = 400_000;

/** 512 KiB that do not compress. */
const huge = randomBytes(2 ** 18).toString("hex");
const hugeOf: Readonly<Record<string, string>> = {
  text: huge,
  "text[]": `{${huge}}`,
  jsonb: JSON.stringify(huge),
};

interface Plan {
  readonly "WAL Bytes"?: number;
}

async function writtenBy(sql: Sql, text: string, values: readonly (string | null)[]) {
  await sql.unsafe("begin");
  try {
    const [row] = await sql.unsafe(
      `explain (analyze, wal, timing off, format json) ${text}`,
      values as never[],
    );
    const [told] = row?.["QUERY PLAN"] as [{ Plan: Plan }];
    return told.Plan["WAL Bytes"] ?? 0;
  } catch {
    return 0; // it was refused
  } finally {
    await sql.unsafe("rollback");
  }
}

/**
 * Puts 512 KiB at each place of each text and JSON of each door of agents, and tells which of them made
 * the server keep more than {@link mostStored}.
 */
export async function findUnbounded(
  { sql, rpcs, answered }: CostGround,
): Promise<{ tried: number; stored: Stored[] }> {
  const stored: Stored[] = [];
  let tried = 0;
  for (const rpc of rpcs) {
    if (!rpc.parameters.some(({ type }) => type in hugeOf)) continue;
    const { base } = await answered(rpc);
    for (const { parameter, place, made } of callsWith(rpc, base, hugeOf)) {
      tried++;
      const bytes = await writtenBy(sql, made.text, made.values);
      if (bytes > mostStored) {
        stored.push({ rpc: rpc.name, parameter: parameter.name, place, bytes });
      }
    }
  }
  return { tried, stored };
}
