// needs: a native Postgres
import assert from "@std/assert";
import { openArena } from "../chaos/arena.ts";
import { findServers } from "../postgres/find_servers.ts";

const ignore = findServers().length === 0;

Deno.test({ name: "acts on access race each other", ignore }, async (t) => {
  const arena = await openArena(8);
  const { owner, sessions } = arena;
  const newAgent = async () => {
    const [made] = await owner`select api.create_tenant('Races') ->> 'tenant_id' as tenant`;
    const tenant = String(made?.["tenant"]);
    const [agent] =
      await owner`select api.create_agent('A', '{jobs:read}', ${tenant}) ->> 'agent_id' as id`;
    return { tenant, agent: String(agent?.["id"]) };
  };
  const settled = async (acts: readonly PromiseLike<unknown>[]) => {
    const ended = await Promise.allSettled(acts);
    return ended.map((end) =>
      end.status === "fulfilled" ? "done" : String((end.reason as { detail?: string }).detail)
    ).sort();
  };
  const times = (many: number, word: string) => Array<string>(many).fill(word);
  try {
    await t.step("of eight credentials at once five are given", async () => {
      const { agent } = await newAgent();
      const ends = await settled(sessions.map((sql) => sql`select api.issue_credential(${agent})`));
      assert.deepEqual(ends, [...times(3, "access_conflict"), ...times(5, "done")]);
    });

    await t.step("an agent that is revoked meanwhile keeps no credential", async () => {
      for (let round = 0; round < 10; round++) {
        const { agent } = await newAgent();
        await settled(
          sessions.map((sql, nth) =>
            nth === 3
              ? sql`select api.revoke_agent(${agent})`
              : sql`select api.issue_credential(${agent})`
          ),
        );
        const live = await owner`
          select from cogo.agent_credentials where agent_id = ${agent} and revoked_at is null`;
        assert.equal(live.length, 0);
      }
    });

    await t.step("owners who remove each other leave one", async () => {
      const { tenant } = await newAgent();
      const people = sessions.map(() => crypto.randomUUID());
      for (const id of people) await owner`select api.add_member(${id}, 'owner', ${tenant})`;
      await settled(
        sessions.map((sql, nth) => sql`select api.remove_member(${people[nth]!}, ${tenant})`),
      );
      const left = await owner`select api.list_members(${tenant})`;
      assert.equal(left.length, 1);
    });

    await t.step("an assertion shown eight times at once gives one token", async () => {
      const { agent } = await newAgent();
      const jwk = { kty: "EC", crv: "P-256", x: "x", y: "y", kid: "k" };
      const [key] = await owner`select api.add_agent_key(${agent}, ${
        owner.json(jwk)
      }) ->> 'key_id' as id`;
      const ends = await settled(
        sessions.map((sql) =>
          sql`select cogo.exchange_assertion(${
            String(key?.["id"])
          }, 'j', cogo.now_() + interval '1 minute', null)`
        ),
      );
      assert.deepEqual(ends, ["done", ...times(7, "invalid_credential")]);
    });

    await t.step("a credential's rate holds for many callers at once", async () => {
      const { agent } = await newAgent();
      const [issued] =
        await owner`select api.issue_credential(${agent}) ->> 'credential' as secret`;
      const secret = String(issued?.["secret"]);
      const ask = (sql: typeof owner) =>
        sql`select cogo.exchange_credential(sha256(convert_to(${secret}, 'UTF8')), null)`;
      const ends = await settled([1, 2, 3, 4, 5].flatMap(() => sessions.map(ask)));
      const given = ends.filter((end) => end === "done").length;
      assert.ok(given >= 30 && given <= 34, `${given} given`);
    });

    await t.step("of eight keys promoted at once one is in use", async () => {
      const kids = sessions.map((_, nth) => `race-${nth}`);
      for (const kid of kids) {
        await owner`select api.add_signing_key(${
          owner.json({ kty: "EC", crv: "P-256", x: "x", y: "y", kid })
        })`;
      }
      const ends = await settled(
        sessions.map((sql, nth) => sql`select api.promote_signing_key(${kids[nth]!})`),
      );
      assert.deepEqual(ends, times(8, "done"));
      const states =
        await owner`select state, count(*)::integer as many from cogo.signing_keys group by state order by state`;
      assert.deepEqual(states.map(({ state, many }) => [state, many]), [["in_use", 1], [
        "previous",
        7,
      ]]);
    });

    await t.step("the same tenant made eight times at once is made once", async () => {
      const id = crypto.randomUUID();
      await settled(sessions.map((sql) => sql`select api.create_tenant('Twin', ${id})`));
      const rows = await owner`select from cogo.access_audit where subject = ${id}`;
      assert.equal(rows.length, 1);
    });
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
});
