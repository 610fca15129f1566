import type { PGlite } from "@electric-sql/pglite";
import { lay } from "../bench/router/receipts_ground.ts";
import { exact, type Figure } from "./figures.ts";

/** Decides by seeded chance while models, prices and policies move on, then makes each receipt again. */
export async function replayRoutes(database: PGlite): Promise<Figure[]> {
  await database.exec(`
    select tests.freeze_clock('2030-01-01');
    select tests.seed_random(0.5);
    select set_config('request.jwt.claims', '{"role": "service_role"}', false);
    ${lay}
    call tests.new_policy(cogo.default_tenant());
    select cogo.tick_routes();
    call tests.decide(25);
    call tests.move_on();
    call tests.decide(25)`);
  const { rows: [counts = {}] } = await database.query<Record<string, unknown>>(`
    select count(*) > 25 as enough_receipts, count(*) filter (where (again.candidates, again.weights, again.choice)
      is distinct from (decision.candidates, decision.weights, decision.choice)) as differences
    from cogo.routing_decisions as decision cross join lateral cogo.replay_route(decision) as again`);
  return exact("router choices replay", counts);
}

/** Quality runs with a known history: the pass rate must be exact. */
export async function passRate(database: PGlite): Promise<Figure[]> {
  await database.exec(`
    select set_config('request.jwt.claims', '{"role": "service_role"}', false);
    insert into cogo.quality_runs (tenant_id, iso_week, target, run_number, verdict, created_at, finished_at)
    select cogo.default_tenant(), '2029-W50', '.', n, case when n <= 7 then 'passed' else 'failed' end,
      cogo.now_() - interval '1 day', cogo.now_() - interval '23 hours'
    from generate_series(1, 10) as n`);
  const { rows: [counts = {}] } = await database.query<Record<string, unknown>>(
    `select (api.gate_summary(30) #>> '{runs,pass_rate}')::numeric as pass_rate,
      (api.gate_summary(30) #>> '{runs,count}')::integer as runs`,
  );
  return exact("quality gate", counts);
}
