import assert from "node:assert/strict";
import { startPostgres } from "../postgres/start_postgres.ts";
import { createDatabase } from "../postgres/databases.ts";
import { findServers } from "../postgres/find_servers.ts";
import { rpcCases } from "./cases/clients.ts";
import { scheduleCases } from "./cases/schedules.ts";
import { tokenCases } from "./cases/tokens.ts";
import { StackFailure } from "./failure.ts";
import { startTestStack } from "./test_stack.ts";

const ignore = findServers().length === 0;
const settings = { ignore, sanitizeOps: false, sanitizeResources: false };

Deno.test("a stack over native Postgres (--db)", settings, async (t) => {
  const server = await startPostgres();
  try {
    const { url, drop } = await createDatabase(server.url);
    const test = await startTestStack({ databaseUrl: url });
    for (const [sentence, prove] of [...tokenCases, ...rpcCases, ...scheduleCases]) {
      await t.step(sentence, () => prove(test));
    }
    await t.step("a second stack works on the same database", async () => {
      await (await startTestStack({ databaseUrl: url })).close();
    });
    await t.step("a database with other migrations is refused untouched", async () => {
      await test.stack.database.executor.exec(
        "update supabase_migrations.schema_migrations set version = '1'",
      );
      await assert.rejects(
        startTestStack({ databaseUrl: url }),
        (thrown) => thrown instanceof StackFailure && thrown.code === "foreign_schema",
      );
    });
    await test.close();
    await drop();
  } finally {
    await server.stop();
  }
});
