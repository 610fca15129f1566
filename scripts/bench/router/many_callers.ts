import postgres, { type Sql } from "postgres";
import type { Figure } from "./figure.ts";
import { percentile } from "./figure.ts";
import { ask, claims, type RouterGround, tidy } from "./ground.ts";

const callers = 8;
const open =
  "select cogo.open_grant(sha256(convert_to($1, 'UTF8')), null, null, 'bench') as opened";
const read = "select cogo.read_key($1) as released";
const settle =
  "select api.settle_route($2, 1, $3::jsonb) as bill from (select set_config('request.jwt.claims', $1, true) offset 0) as caller";

async function choose(sql: Sql, claim: string) {
  const [row] = await sql.unsafe(ask, [claim], { prepare: true });
  if (row!["route"].refused) throw new Error(JSON.stringify(row!["route"].refused));
  return row!["route"] as { decision_id: string; grant: string };
}

/** A call as a worker makes it, without the provider: chosen, opened, read, settled. */
async function cycle(sql: Sql, claim: string): Promise<void> {
  const prepare = { prepare: true };
  const { decision_id, grant } = await choose(sql, claim);
  const [{ opened }] = await sql.unsafe(open, [grant], prepare) as never as [
    { opened: { opening: number } },
  ];
  const [{ released }] = await sql.unsafe(read, [opened.opening], prepare) as never as [
    { released: { refused?: object } },
  ];
  if (released.refused) throw new Error(JSON.stringify(released.refused));
  const usage = { prompt_tokens: 900, completion_tokens: 150 };
  await sql.unsafe(settle, [claim, decision_id, usage as never], prepare);
}

async function withCallers<T>(url: string, use: (sessions: Sql[]) => Promise<T>): Promise<T> {
  const sessions = Array.from(
    { length: callers },
    () => postgres(url, { max: 1, onnotice: () => {} }),
  );
  try {
    return await use(sessions);
  } finally {
    await Promise.all(sessions.map((sql) => sql.end({ timeout: 5 })));
  }
}

/** How long a choice takes while eight callers of eight tenants ask without pause. */
export async function measureCallers(ground: RouterGround): Promise<Figure[]> {
  const each = ground.quick ? 300 : 1500;
  const millis = await withCallers(ground.few, async (sessions) => {
    const taken: number[] = [];
    for (const count of [50, each]) {
      taken.length = 0;
      await Promise.all(sessions.map(async (sql, nth) => {
        for (let done = 0; done < count; done++) {
          const began = performance.now();
          await choose(sql, claims(nth + 1));
          taken.push(performance.now() - began);
        }
      }));
      await tidy(sessions[0]!);
    }
    return taken;
  });
  const what = "select_route, 8 callers of 8 tenants";
  return [
    { what: `${what}, median`, value: percentile(millis, 0.5), unit: "ms", bar: { most: 3 } },
    {
      what: `${what}, 99th of 100`,
      value: percentile(millis, 0.99),
      unit: "ms",
      bar: { most: 10 },
    },
  ];
}

/** Whole calls a second of one tenant with eight callers, where a flush to disk takes 2 ms. */
export async function measureCycles(ground: RouterGround): Promise<Figure[]> {
  const seconds = ground.quick ? 4 : 10;
  const count = await withCallers(ground.few, async (sessions) => {
    for (const sql of sessions) await sql`set commit_delay = 2000`;
    for (const sql of sessions) await sql`set commit_siblings = 0`;
    let done = 0;
    for (const span of [1, seconds]) {
      done = 0;
      const end = performance.now() + span * 1000;
      await Promise.all(sessions.map(async (sql) => {
        while (performance.now() < end) {
          await cycle(sql, claims(1));
          done++;
        }
      }));
    }
    await tidy(sessions[0]!);
    return done;
  });
  return [{
    what: "select, open, read and settle, one tenant, 8 callers, a flush of 2 ms",
    value: count / seconds,
    unit: "/s",
    bar: { least: 600 },
  }];
}
