import type { Sql } from "postgres";
import { openSession } from "./arena.ts";
import { claim, complete, fail, type Hold, release } from "./calls.ts";
import { isCut } from "./cut_connection.ts";
import { pause, type Random, seededRandom } from "./random.ts";

const isDouble = (error: unknown) => (error as { code?: string }).code === "23505";

/** Ends holds in the ways that workers do; some are forgotten, as a dead worker would. */
async function settle(sql: Sql, holds: readonly Hold[], random: Random) {
  for (const hold of holds) {
    const way = random.next();
    if (way < 0.05) continue;
    if (way < 0.15) await fail(sql, [hold], "transient");
    else if (way < 0.2) await release(sql, [hold]);
    else await complete(sql, [hold]);
  }
}

/** Claims and settles until `stopped`; counts cut connections and refused second holders. */
export async function stormingWorker(
  url: string,
  nth: number,
  seed: number,
  stopped: () => boolean,
): Promise<{ readonly doubled: number; readonly killed: number }> {
  const random = seededRandom(seed + nth);
  let [doubled, killed] = [0, 0];
  let sql: Sql | undefined;
  while (!stopped()) {
    try {
      sql ??= await openSession(url);
      const holds = await claim(sql, 1 + Math.floor(random.next() * 8), `storm-${nth}`);
      if (holds.length === 0) await pause(5 + random.next() * 20);
      await settle(sql, holds, random);
    } catch (error) {
      if (isDouble(error)) doubled++;
      else if (isCut(error)) killed++;
      else throw error;
      await sql?.end({ timeout: 1 }).catch(() => {});
      sql = undefined;
    }
  }
  await sql?.end({ timeout: 1 }).catch(() => {});
  return { doubled, killed };
}
