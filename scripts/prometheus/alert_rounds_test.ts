import assert from "@std/assert";
import { openArena } from "../chaos/arena.ts";

const runbook = await Deno.readTextFile(new URL("../../docs/runbook.md", import.meta.url));

/** The statements of the runbook that any server can run: pg_cron and PID are not everywhere. */
function statements(): string[] {
  return Array.from(runbook.matchAll(/^```sql\n(.*?)^```/gms), (block) => block[1] ?? "")
    .flatMap((block) => block.replaceAll(/--.*$/gm, "").split(";"))
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "" && !/\bcron\./.test(statement));
}

Deno.test("rounds of alerts", async (t) => {
  const arena = await openArena(6);
  const { owner, sessions } = arena;
  try {
    await owner`select cogo.lay_slos()`;

    await t.step("six evaluators at once tell of an alert once and forget none", async () => {
      await owner`select cogo.set_slo('transaction_age', '{"warning_at": 0, "for_seconds": 0}')`;
      for (let round = 0; round < 4; round++) {
        await Promise.all(sessions.map((sql) => sql`select cogo.evaluate_alerts()`));
      }
      const told = await owner`
        select what, count(*)::int as many from cogo.alert_notices
        where slo = 'transaction_age' group by what`;
      assert.deepEqual([...told].map(({ what, many }) => [what, many]), [["fired", 1]]);
      const [state] = await owner`
        select round::int, (select count(*)::int from cogo.alerts where round <> state.round) as left_out
        from cogo.alert_rounds as state`;
      assert.equal(state?.left_out, 0);
      assert.ok(state?.round >= 4 && state?.round <= 24, `${state?.round} rounds`);
    });

    await t.step("SLOs that are set and removed under a round lock nobody out", async () => {
      await Promise.all(sessions.map(async (sql, nth) => {
        for (let turn = 0; turn < 3; turn++) {
          if (nth < 2) await sql`select cogo.evaluate_alerts()`;
          else if (nth < 4) {
            await sql`select api.set_slo(${`s${nth}`}, '{"kind": "webhooks", "warning_at": 0}')`;
          } else if (nth === 4) await sql`select api.remove_slo('s2')`;
          else await sql`select api.silence_alert('*', now() + interval '1 second', 'x', 'y')`;
        }
      }));
      await owner`select cogo.evaluate_alerts()`;
      await arena.demandHealthy();
    });

    await t.step(
      "dead rows fire where a table is not vacuumed, and a vacuum clears them",
      async () => {
        await owner`alter table cogo.refusal_notes set (autovacuum_enabled = off)`;
        await owner`
        select cogo.set_slo('dead_rows', '{"warning_at": 900, "for_seconds": 0, "clear_seconds": 0}')`;
        const look = async (is: string) => {
          for (let tries = 0; tries < 50; tries++) {
            await owner`select cogo.evaluate_alerts()`;
            const [alert] = await owner`
            select state, message from cogo.alerts where slo = 'dead_rows' and subject = 'cogo.refusal_notes'`;
            if (alert?.state === is) return String(alert.message);
            await owner`select pg_sleep(0.05), pg_stat_force_next_flush()`;
          }
          throw new Error(`dead_rows is not ${is}`);
        };
        await owner`insert into cogo.refusal_notes (word) select 'x' from generate_series(1, 1000)`;
        await owner`delete from cogo.refusal_notes`;
        assert.match(
          await look("firing"),
          /^cogo.refusal_notes has 1000 dead rows and 0 live ones/,
        );
        await owner`vacuum cogo.refusal_notes`;
        await look("ok");
      },
    );

    await t.step("every statement of the runbook runs", async () => {
      assert.ok(statements().length >= 25, "the runbook is read");
      const problems: string[] = [];
      for (const statement of statements()) {
        await owner.unsafe(statement).catch((error) => problems.push(`${statement}: ${error}`));
      }
      assert.deepEqual(problems, []);
    });
  } finally {
    await arena.close();
  }
});
