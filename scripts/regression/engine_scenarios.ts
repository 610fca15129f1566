import type { PGlite } from "@electric-sql/pglite";
import { exact, type Figure } from "./figures.ts";

/** A short story told to an engine of its own, whose clock only the story moves. */
interface Scenario {
  readonly name: string;
  /** What is done, statement by statement, as an operator. */
  readonly steps: readonly string[];
  /** One row of counts. */
  readonly counts: string;
}

const claim = (worker: string, want: number) => `
  insert into told select '${worker}', job_id, fence from api.claim_jobs('${worker}', ${want}, start => true)`;
const complete = (worker: string) => `
  insert into outcomes select '${worker}', outcome
  from api.complete((select array_agg(job_id order by job_id) from told where worker = '${worker}'),
    (select array_agg(fence order by job_id) from told where worker = '${worker}'))`;
const states = (names: readonly string[]) =>
  names.map((name) => `(select count(*) from cogo.job_states where state = '${name}') as ${name}`)
    .join(", ");
const outcomes = (...names: string[]) =>
  names.map((name) => `(select count(*) from outcomes where outcome = '${name}') as ${name}`)
    .join(", ");

/** The stories; each begins with an empty engine. */
export const scenarios: readonly Scenario[] = [
  {
    name: "claim and complete",
    steps: [
      `select count(*) from api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.a')) from generate_series(1, 300)))`,
      ...["a", "b", "c"].flatMap((worker) => [claim(worker, 100), complete(worker)]),
    ],
    counts: `select (select count(*) from told) as claimed,
      (select count(*) - count(distinct job_id) from told) as duplicates, ${
      outcomes("succeeded")
    }, ${states(["queued", "running"])}`,
  },
  {
    name: "idempotency",
    steps: [
      ...[1, 2, 3].map(() =>
        `insert into outcomes select 'x', created::text from api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.a', 'idempotency_key', 'k' || n % 10)) from generate_series(1, 50) as n))`
      ),
      `do $$ begin perform api.enqueue_jobs('[{"type": "demo.a", "payload": {"other": 1}, "idempotency_key": "k1"}]');
        exception when sqlstate 'PT409' then insert into outcomes values ('x', 'conflict'); end $$`,
    ],
    counts: `select ${
      states(["queued"])
    }, (select count(*) from outcomes where outcome = 'true') as made,
      (select count(*) from outcomes where outcome = 'false') as repeats, ${outcomes("conflict")}`,
  },
  {
    name: "lease expiry",
    steps: [
      `select count(*) from api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.a')) from generate_series(1, 20)))`,
      claim("late", 20),
      `select tests.move_clock('10 minutes')`,
      `select cogo.sweep()`,
      `select tests.move_clock('10 minutes')`,
      `select cogo.sweep()`,
      claim("next", 20),
      complete("late"),
      complete("next"),
    ],
    counts: `select (select count(*) from told) as claims, ${
      outcomes("lease_lost", "succeeded")
    }, ${states(["queued", "running"])}`,
  },
  {
    name: "retries and dead letters",
    steps: [
      `select count(*) from api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.a', 'max_attempts', 3)) from generate_series(1, 5)))`,
      ...[1, 2, 3].flatMap((nth) => [
        claim(`w${nth}`, 5),
        `insert into outcomes select 'x', outcome from api.fail_jobs((select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence,
          'error', jsonb_build_object('class', 'transient', 'message', 'down', 'stage', 'exec'))) from told where worker = 'w${nth}'))`,
        `select tests.move_clock('10 minutes')`,
        `select cogo.sweep()`,
      ]),
    ],
    counts: `select ${outcomes("retried", "dead_lettered")},
      (select count(*) from api.list_dead_letters(only_reason => 'exhausted_retries', only_stage => 'exec')) as exhausted_in_exec, ${
      states(["failed"])
    }`,
  },
  {
    name: "cancel",
    steps: [
      `select count(*) from api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.a')) from generate_series(1, 10)))`,
      claim("w", 4),
      `insert into outcomes select 'x', outcome from api.cancel_jobs((select array_agg(job_id) from cogo.job_states))`,
      complete("w"),
    ],
    counts: `select ${outcomes("cancelled", "cancel_requested", "succeeded")}, ${
      states(["cancelled", "queued", "running"])
    }`,
  },
];

/** Tells one story and counts. The caller throws away what it did. */
export async function tell(database: PGlite, scenario: Scenario): Promise<Figure[]> {
  await database.exec(`
    create table told (worker text, job_id bigint, fence bigint);
    create table outcomes (worker text, outcome text);
    select tests.freeze_clock('2030-01-01');
    select set_config('request.jwt.claims', '{"role": "service_role"}', false)`);
  for (const step of scenario.steps) await database.exec(step);
  const { rows: [counts = {}] } = await database.query<Record<string, unknown>>(scenario.counts);
  const { rows: broken } = await database.query("select * from cogo.verify()");
  return exact(scenario.name, { ...counts, violations: broken.length });
}
