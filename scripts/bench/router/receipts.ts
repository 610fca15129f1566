import { layClockAndFaults } from "../../db/clock_and_faults.ts";
import { postgresExecutor } from "../../db/executor.ts";
import { connect } from "../../postgres/databases.ts";
import type { BenchGround } from "../ground.ts";
import { lay } from "./receipts_ground.ts";

/** What the replay of many receipts found. */
export interface Receipts {
  readonly receipts: number;
  /** Receipts whose choice, candidates and odds came out the same. */
  readonly equal: number;
  /** Receipts in which one weight was changed afterwards, and how many of them the replay told. */
  readonly forged: number;
  readonly forgeries_told: number;
  readonly snapshots: number;
  readonly policies: number;
  readonly lists: number;
  readonly models_chosen: number;
  readonly moves: number;
}

const replayed = `
select count(*)::int as receipts, count(*) filter (where (api.explain_route(decision_id) #> '{replay,is_equal}')::boolean)::int as equal
from cogo.routing_decisions`;

/** Makes decisions while prices, health, models and policies move on, then replays them all. */
export async function replayReceipts(
  ground: BenchGround,
  options: { count: number; seed: number; say(line: string): void },
): Promise<Receipts> {
  const sql = connect(ground.url);
  try {
    await layClockAndFaults(postgresExecutor(sql));
    await sql`select tests.move_clock('0')`;
    await sql`select setseed(${(options.seed % 1000) / 1000})`;
    await sql.unsafe(lay).simple();
    const made = async () =>
      Number((await sql`select count(*)::int as count from cogo.routing_decisions`)[0]!["count"]);
    let moves = 0;
    for (let have = 0; have < options.count; have = await made()) {
      await sql.unsafe(`call tests.decide(${Math.min(100, options.count - have)})`).simple();
      await sql.unsafe("call tests.move_on()").simple();
      if (++moves % 10 === 0) options.say(`${await made()} decisions, ${moves} moves`);
    }
    options.say("replaying");
    const [whole] = await sql.unsafe(replayed);
    const [variety] = await sql`
      select count(distinct snapshot_id)::int as snapshots, count(distinct policy_id)::int as policies,
        count(distinct context -> 'list')::int as lists, count(distinct choice)::int as models_chosen from cogo.routing_decisions`;
    // That a difference would be told: a replay that always says yes proves nothing.
    const forged = await sql`update cogo.routing_decisions set weights[1] = weights[1] + 1
      where decision_id in (select decision_id from cogo.routing_decisions order by decision_id limit ${
      Math.ceil(options.count / 20)
    }) returning 1`;
    const [after] = await sql.unsafe(replayed);
    return {
      ...whole as never as { receipts: number; equal: number },
      forged: forged.length,
      forgeries_told: Number(whole!["equal"]) - Number(after!["equal"]),
      ...variety as never as {
        snapshots: number;
        policies: number;
        lists: number;
        models_chosen: number;
      },
      moves,
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
