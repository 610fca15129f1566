// needs: a native server
import assert from "@std/assert";
import { migratedData, openImage } from "../db/serve_pglite.ts";
import { type Executor, postgresExecutor } from "../db/executor.ts";
import { openArena } from "../chaos/arena.ts";
import { tryMatrix } from "./try_matrix.ts";

/** Tries the matrix after `plant`, and undoes both. */
async function tried(executor: Executor, plant = "", only?: (name: string) => boolean) {
  try {
    await executor.exec(`begin; ${plant}`);
    return await tryMatrix(executor, only);
  } finally {
    await executor.exec("rollback");
  }
}

const holes: Readonly<Record<string, [plant: string, told: RegExp]>> = {
  "a grant on a table": [
    "grant select on cogo.jobs to authenticated",
    /select from cogo\."jobs" limit 0 as viewer: done instead of closed/,
  ],
  "a table without row level security": [
    "alter table cogo.artifacts disable row level security",
    /cogo\.artifacts has no row level security/,
  ],
  "a policy that lets everybody in": [
    "create policy hole on cogo.artifacts using (true); grant select on cogo.artifacts to anon",
    /hole on cogo\.artifacts has a policy/,
  ],
  "an operator's RPC granted to agents": [
    "grant execute on function api.list_keks() to authenticated",
    /api\.list_keks is granted to callers/,
  ],
  "an RPC granted to anon": [
    "grant execute on function api.get_job(bigint) to anon; grant usage on schema api to anon",
    /api\.get_job\(bigint\) may be executed by anon/,
  ],
  "a definer function in api": [
    `create function api.peek() returns bigint language sql security definer set search_path = ''
       as 'select count(*) from cogo.jobs'`,
    /api\.peek\(\) is security definer/,
  ],
  "a door that names a scope and asks for none": [
    `create function api.peek() returns int language plpgsql set search_path = '' as 'begin return 1; end';
     comment on function api.peek() is 'Looks. Scope: jobs:read. No errors.';
     revoke execute on function api.peek() from public; grant execute on function api.peek() to authenticated`,
    /api\.peek as agent without it: done instead of insufficient_scope/,
  ],
  "a door that lost its grant": [
    "revoke execute on function api.get_job(bigint) from authenticated",
    /api\.get_job as agent: 42501 instead of own/,
  ],
  "a check that no longer looks at revocations": [
    "create rule no_more as on insert to cogo.revocations do instead nothing -- get_job",
    /as revoked agent: \w+ instead of agent_revoked/,
  ],
};

Deno.test("on PGlite every cell of the access matrix holds, and a hole turns it red", async (t) => {
  const { database, executor } = await openImage(await migratedData());
  try {
    await t.step("as it is", async () => {
      const { cells, faults } = await tried(executor);
      assert.deepEqual(faults, []);
      assert.ok(cells > 5000, `${cells} cells were tried`);
    });
    for (const [hole, [plant, told]] of Object.entries(holes)) {
      await t.step(`with ${hole}`, async () => {
        const { faults } = await tried(executor, plant, (name) => plant.includes(name));
        assert.match(faults.join("\n"), told);
      });
    }
  } finally {
    await database.close();
  }
});

Deno.test("on a native Postgres every cell of the access matrix holds", async () => {
  const arena = await openArena(0);
  try {
    const { cells, faults } = await tried(postgresExecutor(arena.owner));
    assert.deepEqual(faults, []);
    assert.ok(cells > 5000, `${cells} cells were tried`);
  } finally {
    await arena.close();
  }
});
