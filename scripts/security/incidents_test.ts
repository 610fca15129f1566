import assert from "@std/assert";
import { readFile } from "node:fs/promises";
import { migratedData, openImage } from "../db/serve_pglite.ts";

const root = new URL("../../", import.meta.url);

const ids: Readonly<Record<string, string>> = {
  TENANT_ID: "11111111-1111-4111-8111-111111111111",
  AGENT_ID: "22222222-2222-4222-8222-222222222222",
  JOB_ID: "1",
  HOOK: "hook",
  NAME: "web",
};

const ground = `
select api.create_tenant('One', '${ids.TENANT_ID}');
select api.create_agent('Bad', '{jobs:read}', '${ids.TENANT_ID}', agent_id => '${ids.AGENT_ID}');
select api.subscribe('web', '{tenant.${ids.TENANT_ID}.>}', 'webhook', 'https://receiver.example/in', tenant_id => '${ids.TENANT_ID}');
insert into cogo.secure_keys (key_id, tenant_id, provider, env, version, state, alg, ciphertext, iv, checksum, last4, shared, created_at, changed_at)
values (gen_random_uuid(), '${ids.TENANT_ID}', 'one', 'dev', 1, 'active', 'plain', 'x', 'x', 'x', 'last', false, cogo.now_(), cogo.now_());`;

/** What stands in blocks of SQL, and SQL between backticks. */
function statementsOf(page: string): string[] {
  const blocks = [...page.matchAll(/^ *```sql\n([\s\S]*?)^ *```/gm)].map(([, sql]) => sql!);
  const inline = [...page.matchAll(/`(select [^`]+;)`/g)].map(([, sql]) => sql!);
  return [...blocks, ...inline];
}

Deno.test("incidents: every command of SQL on the page runs", async () => {
  const page = await readFile(new URL("docs/security/incidents.md", root), "utf8");
  const statements = statementsOf(page);
  assert.ok(statements.length >= 20, `${statements.length} statements were found`);
  const { database, executor } = await openImage(await migratedData());
  try {
    await executor.exec(ground);
    const [made] = await executor.query(`
      select (api.issue_credential('${ids.AGENT_ID}') ->> 'credential_id') as credential,
        (select key_id::text from cogo.secure_keys) as key`);
    const names = {
      ...ids,
      CREDENTIAL_ID: String(made?.["credential"]),
      KEY_ID: String(made?.["key"]),
    };
    for (const statement of statements) {
      const filled = statement.replaceAll(
        /[A-Z]+(_[A-Z]+)*/g,
        (word) => (names as Record<string, string>)[word] ?? word,
      );
      await executor.exec("begin");
      await executor.exec(filled).catch((thrown: Error) =>
        assert.fail(`${filled.trim()}\n${thrown.message}`)
      );
      await executor.exec("rollback");
    }
  } finally {
    await database.close();
  }
});

Deno.test("incidents: every npm command on the page is one of package.json", async () => {
  const { scripts } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  for (const page of ["incidents", "secrets", "key-rotation", "threat-model"]) {
    const text = await readFile(new URL(`docs/security/${page}.md`, root), "utf8");
    for (const [, name] of text.matchAll(/npm\s+run\s+(?:-s\s+|--silent\s+)?([a-z:0-9-]+)/g)) {
      assert.ok(name! in scripts, `${page}.md: there is no npm run ${name}`);
    }
  }
});
