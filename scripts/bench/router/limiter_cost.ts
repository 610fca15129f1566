import { connect } from "../../postgres/databases.ts";
import { median } from "../statistics.ts";
import type { Figure } from "./figure.ts";
import { agent, type RouterGround, tenant, tidy } from "./ground.ts";
import { ratioOf, takeTurns } from "./turns.ts";

// A limiter that lays a temporary table per call, as TensorZero's does: lock, refill, judge, take all or none.
const rival = `
create table bench.buckets (key text primary key, tokens bigint not null, refilled_at timestamptz not null);
create function bench.take(keys text[], wanted bigint[]) returns boolean language plpgsql as $$
declare
  short integer;
begin
  create temporary table asked (key text primary key, wanted bigint, tokens bigint) on commit drop;
  insert into asked (key, wanted) select * from unnest(keys, wanted);
  insert into bench.buckets select asked.key, 1000000000, clock_timestamp() from asked on conflict do nothing;
  perform from bench.buckets as bucket join asked using (key) order by bucket.key for update of bucket;
  update asked set tokens = least(1000000000, bucket.tokens
    + floor(extract(epoch from clock_timestamp() - bucket.refilled_at) * 1000000)::bigint)
  from bench.buckets as bucket where bucket.key = asked.key;
  select count(*) into short from asked where asked.tokens < asked.wanted;
  update bench.buckets as bucket set tokens = asked.tokens - case when short = 0 then asked.wanted else 0 end,
    refilled_at = clock_timestamp()
  from asked where asked.key = bucket.key;
  return short = 0;
end $$;`;

const limits = `
select api.set_rate_limit('tenant', 'tokens', 600000000, 60), api.set_rate_limit('agent', 'tokens', 600000000, 60);
set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off;`;

/** What three limits cost beside those of a temporary table, and what a settlement costs. */
export async function measureLimiter(ground: RouterGround): Promise<Figure[]> {
  const sql = connect(ground.few);
  await sql.unsafe(rival).simple();
  await sql.unsafe(limits).simple();
  const [session] = await sql`select pg_backend_pid() as pid`;
  const pid = Number(session!["pid"]);
  const off = sql`(select set_config('synchronous_commit', 'off', true) offset 0)`;
  const measured = await takeTurns(ground.bench.meter, [
    {
      name: "rival",
      pid,
      call: () => sql`select bench.take('{a,b,c}', '{1,100,100}') from ${off} as o`,
    },
    {
      name: "ours",
      pid,
      call: () =>
        sql`select cogo.take_rates(${tenant(1)}, ${agent(1)}, 100, cogo.now_()) from ${off} as o`,
    },
  ], {
    rounds: ground.rounds,
    calls: ground.quick ? 100 : 200,
    between: async () => {
      await tidy(sql);
      await sql.unsafe("vacuum bench.buckets").simple();
    },
  });
  await sql.unsafe("drop table bench.buckets; drop function bench.take").simple();
  await sql`select api.remove_rate_limit(limit_id) from cogo.rate_limits where unit = 'tokens'`;
  await sql.end();
  const [rivalCpu, ours] = [measured.get("rival")!.cpu, measured.get("ours")!.cpu];
  return [
    {
      what: "three limits with a temporary table: CPU of take_rates",
      value: ratioOf(rivalCpu, ours),
      unit: "x",
      bar: { least: 4 },
    },
    { what: "CPU of take_rates, three limits", value: median(ours), unit: "µs" },
  ];
}
