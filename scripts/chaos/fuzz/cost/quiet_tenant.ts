import type { CostGround } from "./ground.ts";

/** What a call of a quiet tenant among many rows of others read. */
export interface QuietRead {
  readonly rpc: string;
  readonly word: string;
  /** Pages of 8 KiB, whether they were in memory or not. */
  readonly pages: number;
  readonly ms: number;
}

/**
 * Pages at most of doors that look through a window of everybody's ids, of a fixed size
 * (docs/adr/0008), or at each lane.
 */
const windows: Readonly<Record<string, number>> = {
  list_jobs: 6000,
  metrics_summary: 2000,
  queue_stats: 2000,
};

/** Whether a call read more than its door may, however many rows others have. */
export const isWalk = ({ rpc, pages }: QuietRead) => pages > (windows[rpc] ?? 700);

interface Plan {
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
}

/** Calls each door of agents as a tenant with few rows, and counts the pages that were read. */
export async function readQuietly(
  { sql, rpcs, answered }: CostGround,
  only: RegExp = /./,
): Promise<QuietRead[]> {
  const reads: QuietRead[] = [];
  for (const rpc of rpcs.filter(({ name }) => only.test(name))) {
    const { made, word } = await answered(rpc);
    await sql.unsafe("begin");
    try {
      const text = `explain (analyze, buffers, timing off, format json) ${made.text}`;
      await sql.unsafe(text, made.values as never[]); // the catalogue is read into memory
      await sql.unsafe("rollback; begin");
      const [row] = await sql.unsafe(text, made.values as never[]);
      const [told] = row?.["QUERY PLAN"] as [{ Plan: Plan; "Execution Time": number }];
      const pages = told.Plan["Shared Hit Blocks"] + told.Plan["Shared Read Blocks"];
      reads.push({ rpc: rpc.name, word, pages, ms: told["Execution Time"] });
    } catch {
      reads.push({ rpc: rpc.name, word, pages: 0, ms: 0 }); // it was refused
    } finally {
      await sql.unsafe("rollback");
    }
  }
  return reads.sort((one, other) => other.pages - one.pages);
}
