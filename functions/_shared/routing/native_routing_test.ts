import assert from "@std/assert";
import postgres from "postgres";
import { layClockAndFaults } from "../../../scripts/db/clock_and_faults.ts";
import { postgresExecutor } from "../../../scripts/db/executor.ts";
import { migrateUrl } from "../../../scripts/db/migrate_url.ts";
import { connect } from "../../../scripts/postgres/databases.ts";
import { startPostgres } from "../../../scripts/postgres/start_postgres.ts";

const models = `
select tests.route_provider('local');
select tests.route_model('local', 'm' || n, 1) from generate_series(1, 3) as n;
select cogo.tick_routes();
`;
const helpers = new URL("../../../supabase/tests/000_helpers.sql", import.meta.url);

Deno.test("routing: callers at once get one decision a key, one next attempt, one probe", async (t) => {
  const server = await startPostgres();
  const { url } = server;
  let sql: postgres.Sql | undefined;
  try {
    await migrateUrl(url, { programs: server.programs });
    const owner = connect(url);
    await layClockAndFaults(postgresExecutor(owner));
    // Only the helpers that need no pgTAP.
    const text = await Deno.readTextFile(helpers);
    for (const [made] of text.matchAll(/create function tests\.route_[\s\S]*?\n\$\$;/g)) {
      await owner.unsafe(made).simple();
    }
    await owner.unsafe(models).simple();
    await owner.end();
    sql = postgres(url, { max: 8, onnotice: () => {}, prepare: false });
    const all = <Row>(statement: string, many = 8): Promise<Row[]> =>
      Promise.all(
        Array.from({ length: many }, async () => (await sql!.unsafe(statement))[0] as Row),
      );

    await t.step("eight with one idempotency key", async () => {
      const rows = await all<{ route: { decision_id: string; grant: string } }>(
        "select api.select_route('chat', 100, idempotency_key => 'k') as route",
      );
      assert.equal(new Set(rows.map(({ route }) => route.decision_id)).size, 1);
      assert.equal(new Set(rows.map(({ route }) => route.grant)).size, 8);
      const [held] = await sql!`select count(*)::integer as count from cogo.reservations`;
      assert.equal(held!["count"], 1);
    });
    await t.step("eight that tell the same failure", async () => {
      const rows = await all<{ route: { attempt: number } }>(
        `select api.next_route((select decision_id from cogo.routing_decisions), '{"attempt": 1, "http_status": 500}') as route`,
      );
      assert.deepEqual(rows.map(({ route }) => route.attempt), Array(8).fill(2));
      const [notes] = await sql!`select count(*)::integer as count from cogo.outcome_notes`;
      assert.equal(notes!["count"], 1);
    });
    await t.step("eight that would probe the only model", async () => {
      await sql!.unsafe(`
        update cogo.llm_models set enabled = model = 'm1', changed_at = now();
        insert into cogo.provider_health (model_id, state, retry_at, share, trips, changed_at)
        select model_id, 'open', now(), 10, 1, now() from cogo.llm_models where model = 'm1'
        on conflict (model_id) do update set state = 'open', retry_at = now();
        select cogo.tick_routes()`).simple();
      const rows = await all<{ route: { refused?: { details: string }; model?: string } }>(
        "select api.select_route('chat', 100) as route",
      );
      assert.equal(rows.filter(({ route }) => route.model === "m1").length, 1);
      assert.equal(rows.filter(({ route }) => route.refused?.details === "no_candidate").length, 7);
    });
    await t.step("ticks at once: one works, the others say that they do not", async () => {
      const rows = await all<{ round: { busy?: boolean } }>("select cogo.tick_routes() as round");
      assert.ok(rows.some(({ round }) => round.busy !== true));
      const [broken] = await sql!`select count(*)::integer as count from cogo.verify_routing()`;
      assert.equal(broken!["count"], 0);
    });
  } finally {
    await sql?.end({ timeout: 1 });
    await server.stop();
  }
});
