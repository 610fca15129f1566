import { readFile } from "node:fs/promises";
import type { Sql } from "postgres";
import type { Side } from "./sides.ts";

const helpers = new URL("../../../../supabase/tests/000_helpers.sql", import.meta.url);

/** Lays what both tenants share: models without keys, a flow, and ids that no count can be taken for. */
export async function layGround(owner: Sql): Promise<void> {
  await owner.unsafe(`set check_function_bodies = off; ${await readFile(helpers, "utf8")}`);
  await owner.unsafe(`
    select tests.freeze_clock('2026-03-31 12:00:00+00');
    select setval(format('%I.%I', schemaname, sequencename)::regclass, 50000000 + 1000000 * row_number() over ())
    from pg_sequences where schemaname = 'cogo' and data_type::text = 'bigint' and max_value > 1e12;
    select tests.route_provider('one'); select tests.route_model('one', 'm');
    select tests.as_operator();
    select api.set_budget(1000000000000, 'organisation', 'total');
    select api.register_workflow('{"name": "fuzz.flow", "steps": [{"name": "a", "type": "fuzz.step"}, {"name": "s", "kind": "signal", "signal": "go"}]}');
    select tests.as_owner()`);
}

/** Makes one thing of each kind, some in several states. */
export async function plantSide(owner: Sql, who: Side): Promise<void> {
  const { letter, tenant, agent, mark } = who;
  await owner.unsafe(`
    select tests.as_operator();
    select api.create_tenant('${mark}', '${tenant}'), api.add_member('${who.owner}', 'owner', '${tenant}');
    select api.create_agent('${mark}', '{jobs:read,jobs:work}', '${tenant}', agent_id => '${agent}');
    select api.issue_credential('${agent}');
    select api.add_agent_key('${agent}', '{"kty": "EC", "crv": "P-256", "x": "x", "y": "y", "kid": "${mark}"}');
    select api.set_budget(1000000000, 'tenant', 'month', '${tenant}');
    select tests.as_agent('${tenant}', '${agent}');
    do $$
    declare
      hold record;
      nth integer;
    begin
      for nth in 1..6 loop
        perform api.enqueue_job('fuzz.job', '{"says": "${mark}"}', idempotency_key => '${letter}-key-' || nth);
      end loop;
      nth := 0;
      for hold in select * from api.claim_jobs('${letter}-worker', 5, start => true) loop
        nth := nth + 1;
        if nth = 1 then
          perform api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": {"says": "${mark}"}}'));
        elsif nth = 2 then
          perform api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "${mark}"}}'));
        end if;
      end loop;
      perform api.enqueue_job('fuzz.job', '{"says": "${mark}"}', run_at => cogo.now_() + interval '1 hour', concurrency_key => '${letter}-lane');
    end $$;
    select api.register_worker('${letter}-worker', version => '${mark}');
    select api.start_workflow('fuzz.flow', '{"says": "${mark}"}', '${letter}-key-1');
    select api.set_schedule('${letter}-plan', '0 * * * *', job => '{"type": "fuzz.job", "payload": {"says": "${mark}"}}');
    select api.run_schedule_now('${letter}-plan');
    select api.subscribe('${letter}-sub', '{tenant.${tenant}.>}', start => 'beginning');
    select api.publish('[{"type": "fuzz.told", "payload": {"says": "${mark}"}}]');
    select api.request('fuzz.ask', '{"says": "${mark}"}', 600, idempotency_key => '${letter}-key-9');
    select api.schedule_weekly('https://example.org/${mark}.git');
    select api.select_route('chat', 100, 100);
    select api.draw_budget_lease(1000, 600);
    select tests.as_owner()`);
}
