import { connect } from "../postgres/databases.ts";
import { type Arena, complaints, openArena } from "./arena.ts";
import { layPrice, layRound } from "./money_ground.ts";
import { playMoneyRound } from "./money_round.ts";
import { seededRandom } from "./random.ts";

/** What all rounds came to; everything after `cutOff` must be 0 or empty. */
export interface MoneyStorm {
  readonly rounds: number;
  readonly kills: number;
  readonly admitted: number;
  readonly refused: number;
  readonly cutOff: number;
  /** Nano-dollars reserved and spent beyond a limit, counted from the reservations themselves. */
  readonly overspend: number;
  /** Reservations that are open after the reaper, and accounts that still hold money. */
  readonly leaked: number;
  /** Confirmed openings whose reservation is gone. */
  readonly lostOpenings: number;
  readonly deadlocks: number;
  /** What `cogo.verify()` found, round by round. */
  readonly violations: readonly string[];
}

/** Settings of {@link stormMoney}. */
export interface StormOptions {
  readonly rounds: number;
  readonly callers: number;
  readonly seed: number;
  /** Every so many rounds the server is killed under the callers; 0 = never. */
  readonly killEvery: number;
}

const overspent = `
  select coalesce(sum(greatest(held.money - account.ceiling_nano, 0)), 0)::float8 as nano
  from cogo.budget_windows as account join (
    select window_id, sum(case
      when held.state in ('reserved', 'opened') then held.estimate_nano
      else least(coalesce(outcome.cost_nano, 0), held.estimate_nano) end) as money
    from cogo.reservations as held
    left join cogo.routing_outcomes as outcome using (decision_id, attempt)
    cross join lateral unnest(held.window_ids) as window_id group by window_id
  ) as held using (window_id)`;

async function judge(arena: Arena, opened: readonly string[]) {
  const sql = connect(arena.url);
  try {
    const [over] = await sql.unsafe(overspent);
    // Every reservation, also one of the last second, is past its time by then.
    await sql`select tests.move_clock('2 minutes')`;
    for (let nth = 0; nth < 20; nth++) await sql`select cogo.tend_money()`;
    const [row] = await sql`
      select (select count(*) from cogo.reservations where state in ('reserved', 'opened'))::int
          + (select count(*) from cogo.budget_windows where reserved_nano <> 0)::int as leaked,
        (select count(*) from unnest(${[...opened]}::uuid[]) as known (decision_id)
          where not exists (select from cogo.reservations as held where held.decision_id = known.decision_id))::int as lost`;
    return {
      overspend: Number(over?.nano) + Number((await sql.unsafe(overspent))[0]?.nano),
      leaked: Number(row?.leaked),
      lost: Number(row?.lost),
      found: await complaints(sql),
    };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Sends callers at the last cent of nested budgets, round after round, and counts what must not be. */
export async function stormMoney(
  options: StormOptions,
  say: (line: string) => void = () => {},
): Promise<MoneyStorm> {
  const { rounds, callers, seed, killEvery } = options;
  const arena = await openArena(0, {
    max_connections: callers + 20,
    fsync: "on",
    deadlock_timeout: "200ms",
  });
  const random = seededRandom(seed);
  const total = {
    kills: 0,
    admitted: 0,
    refused: 0,
    cutOff: 0,
    overspend: 0,
    leaked: 0,
    lostOpenings: 0,
    deadlocks: 0,
  };
  const violations: string[] = [];
  try {
    await arena.owner.unsafe(layPrice);
    for (let nth = 1; nth <= rounds; nth++) {
      const tenant = `11111111-1111-4111-8111-${String(nth).padStart(12, "0")}`;
      const price = await layRound(arena, tenant, callers);
      const kill = killEvery > 0 && nth % killEvery === 0
        ? { killAfterMs: 100 + random.next() * 2000 }
        : {};
      const round = await playMoneyRound(arena, {
        callers,
        seed: seed + nth,
        tenant,
        price,
        ...kill,
      });
      const judged = await judge(arena, round.opened);
      total.kills += "killAfterMs" in kill ? 1 : 0;
      total.admitted += round.admitted;
      total.refused += round.refused;
      total.cutOff += round.cutOff;
      total.overspend += judged.overspend;
      total.leaked += judged.leaked;
      total.lostOpenings += judged.lost;
      total.deadlocks += round.deadlocks;
      if (judged.found !== "") violations.push(`round ${nth}: ${judged.found}`);
      say(
        `round ${nth} of ${rounds}: ${round.admitted} admitted, ${round.refused} refused, ${round.cutOff} cut off`,
      );
    }
  } finally {
    await arena.close().catch(() => {});
  }
  return { rounds, ...total, violations };
}
