import postgres from "postgres";
import { connect } from "../postgres/databases.ts";
import type { BenchGround } from "./ground.ts";
import { median } from "./statistics.ts";

/** How one relation was read by a scrape. */
export interface RelationRead {
  readonly relation: string;
  readonly node: string;
  readonly times: number;
  readonly rows: number;
}

/** What the two RPCs behind `/metrics` cost. */
export interface ScrapeCost {
  readonly jobs: number;
  readonly lanes_and_tenants: number;
  readonly median_ms: number;
  readonly slowest_ms: number;
  readonly samples: number;
  readonly reads: readonly RelationRead[];
  /** Relations that are as large as the work there was, and were read from end to end. */
  readonly hot_and_whole: readonly string[];
}

/** Twenty executors of three lanes; fifty tenants have work in each executor's normal lane. */
const plant = (jobs: number) => [
  `select cogo.open_lanes('bench_' || nth) from generate_series(1, 20) as nth`,
  `insert into cogo.jobs (id, created_at, tenant_id, lane_id, lease_seconds, max_attempts, type, payload)
  select nextval('cogo.jobs_id_seq'), at, cogo.uuid_v7('2026-01-01', nth % 50), lanes[1 + nth / 50 % 20], 60, 5, 'bench.job', '{}'
  from generate_series(1, ${jobs}) as nth
  cross join lateral (select cogo.now_() - interval '1 hour' + nth / 50 * interval '20 milliseconds' as at) as moment
  cross join (
    select array_agg(lane_id order by lane_id) as lanes from cogo.lanes where executor like 'bench%' and priority = 'normal'
  ) as known`,
  `insert into cogo.attempts (job_id, fence, claimed_at, started_at, finished_at, attempt, final, outcome, worker)
  select job.id, nextval('cogo.claims_fence_seq'), job.created_at + interval '50 ms', job.created_at + interval '50 ms',
    job.created_at + interval '90 ms', 1, true, 'succeeded', 'bench'
  from cogo.jobs as job order by job.id`,
  `insert into cogo.events (ts, tenant_id, type, job_ids)
  select ts, null, type, job_ids
  from (
    select min(job.created_at) as at, array_agg(job.id order by job.id) as job_ids
    from cogo.jobs as job group by (job.id - 1) / 50
  ) as batch
  cross join lateral (values
    ('job_enqueued', at), ('job_claimed', at + interval '50 ms'), ('job_started', at + interval '50 ms'),
    ('job_succeeded', at + interval '90 ms')
  ) as event (type, ts)
  order by ts`,
  `analyze`,
];

const ready = `
  select api.enqueue_jobs(jsonb_agg(jsonb_build_object(
    'type', 'bench.' || executor, 'executor', executor, 'tenant_id', cogo.uuid_v7('2026-01-01', tenant)
  )))
  from (select 'bench_' || nth as executor from generate_series(1, 20) as nth) as line, generate_series(1, 50) as tenant
  group by executor`;

const scrape = "select api.metrics_totals() as totals, api.metrics_gauges() as gauges";
/** Timed in the server, as a scrape by the gateway waits for it and not for this process. */
const timed = `
  create function pg_temp.scrape_ms() returns double precision language plpgsql as $$
  declare
    began constant timestamptz := clock_timestamp();
  begin
    perform length(api.metrics_totals()::text), length(api.metrics_gauges()::text);
    return extract(epoch from clock_timestamp() - began) * 1000;
  end $$`;
const hot =
  /^(jobs|attempts|events|held|claims|waiting|blocked|parked|backlog|q_.*|routing_.*|reservations)$/;

/** Every node of the plans that read a relation, from what auto_explain told. */
function readsOf(plans: readonly string[]): RelationRead[] {
  const reads = new Map<string, RelationRead>();
  const node =
    /(Seq Scan|Index Only Scan|Index Scan|Bitmap Heap Scan)(?: Backward)?(?: using \S+)? on (\S+).*\(actual .*?rows=([\d.]+) loops=(\d+)\)/g;
  for (const plan of plans) {
    for (const [, kind = "", relation = "", rows, loops] of plan.matchAll(node)) {
      const name = `${relation} ${kind}`;
      const known = reads.get(name) ?? { relation, node: kind, times: 0, rows: 0 };
      const times = known.times + Number(loops);
      reads.set(name, { ...known, times, rows: known.rows + Number(rows) * Number(loops) });
    }
  }
  return [...reads.values()].sort((a, b) => b.rows - a.rows);
}

async function explain(url: string): Promise<RelationRead[]> {
  const plans: string[] = [];
  const sql = postgres(url, { max: 1, onnotice: (notice) => plans.push(notice.message ?? "") });
  await sql.unsafe(`load 'auto_explain'; set client_min_messages = log;
    set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set auto_explain.log_analyze = on; set auto_explain.log_timing = off`);
  await sql.unsafe(scrape);
  await sql.end();
  return readsOf(plans);
}

/** Plants closed jobs and lanes with work, lets the schedules run, and scrapes. */
export async function measureScrape(
  ground: BenchGround,
  options: { jobs: number; scrapes: number; say: (line: string) => void },
): Promise<ScrapeCost> {
  const sql = connect(ground.url);
  options.say(`planting ${options.jobs} closed jobs`);
  for (const statement of plant(options.jobs)) await sql.unsafe(statement);
  await sql.unsafe(ready);
  options.say("folding");
  for (let idle = 0; idle < 2;) {
    const [row] = await sql`select cogo.fold_events()::int as passed`;
    idle = row?.passed === 0 ? idle + 1 : 0;
  }
  await sql`select cogo.roll_up_metrics()`;
  await sql`select cogo.sample_gauges()`;
  await sql`vacuum analyze`;
  await sql.unsafe(timed);
  const [pairs] = await sql`
    select count(*)::int as many from cogo.gauge_samples where name = 'lane_depth' and tenant_id is not null`;
  const millis: number[] = [];
  for (let nth = -2; nth < options.scrapes; nth++) {
    const [row] = await sql`select pg_temp.scrape_ms() as ms`;
    if (nth >= 0) millis.push(Number(row?.ms));
  }
  await sql.end();
  const reads = await explain(ground.url);
  return {
    jobs: options.jobs,
    lanes_and_tenants: Number(pairs?.many),
    median_ms: median(millis),
    slowest_ms: Math.max(...millis),
    samples: millis.length,
    reads,
    hot_and_whole: reads.filter(({ node, relation }) => node === "Seq Scan" && hot.test(relation))
      .map(({ relation }) => relation),
  };
}
