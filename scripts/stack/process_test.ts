// needs: stacks in processes of their own
import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { exitCodes } from "./failure.ts";
import { layPreparedData } from "./prepared_data.ts";
import { endWith, startProcess } from "./test_process.ts";

const inTempFolder = async (prove: (folder: string) => Promise<void>) => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-process-" });
  try {
    await layPreparedData(folder); // the test of --fresh makes a database from nothing
    await prove(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

Deno.test("kill -9 loses nothing that was acknowledged, and the restart is quick", () =>
  inTempFolder(async (folder) => {
    const acknowledged = new Set<number>();
    const restarts: number[] = [];
    let next = 0;
    for (let round = 0; round < 3; round++) {
      const began = performance.now();
      const stack = await startProcess(folder);
      if (round > 0) restarts.push(performance.now() - began);
      const sql = postgres(stack.dbUrl, { max: 4, onnotice: () => {}, fetch_types: false });
      await sql`create table if not exists public.written (id int primary key)`;
      const found = new Set((await sql`select id from public.written`).map((row) => row.id));
      const lost = [...acknowledged].filter((id) => !found.has(id));
      assert.deepEqual(lost, [], `round ${round}`);
      if (round === 2) {
        await Promise.all([stack.end("SIGKILL"), sql.end({ timeout: 0 })]);
        break; // nobody would look at what is written now
      }
      let running = true;
      const before = acknowledged.size;
      const writers = Array.from({ length: 4 }, async () => {
        while (running) {
          const id = next++;
          await sql`insert into public.written values (${id})`;
          acknowledged.add(id);
        }
      }).map((writer) => writer.catch(() => {})); // they end with the connection
      const patience = performance.now() + 30_000;
      while (acknowledged.size < before + 100 && performance.now() < patience) {
        await pause(20);
      }
      await stack.end("SIGKILL");
      running = false;
      await Promise.all(writers);
      await sql.end({ timeout: 0 });
      assert.ok(acknowledged.size >= before + 100, "the writers had time to write");
    }
    const busy = (Deno.loadavg()[0] ?? 0) > navigator.hardwareConcurrency * 1.5;
    if (busy) return console.log("skipped: restart under 3 s, this machine is too busy to tell");
    assert.ok(Math.min(...restarts) < 3000, `restarts took ${restarts.join(", ")} ms`);
  }));

Deno.test("a second start on the same data, a taken port and a broken folder are clear errors", () =>
  inTempFolder(async (folder) => {
    const stack = await startProcess(folder);
    const second = await endWith(["--data", folder, "--port", "0"]);
    assert.equal(second.code, exitCodes.dataInUse);
    assert.equal(second.error.code, "data_in_use");
    assert.match(second.error.message, new RegExp(`process ${stack.pid} at ${stack.url}`));

    const port = new URL(stack.url).port;
    const taken = await endWith(["--data", join(folder, "other"), "--port", port]);
    assert.equal(taken.code, exitCodes.portTaken);
    assert.match(taken.error.hint, /--port/);
    assert.equal(await stack.end("SIGTERM"), exitCodes.ok);
    await assert.rejects(Deno.stat(join(folder, "stack.json")), Deno.errors.NotFound);

    await Deno.writeTextFile(join(folder, "db", "global", "pg_control"), "broken");
    const broken = await endWith(["--data", folder, "--port", "0"]);
    assert.equal(broken.code, exitCodes.dataBroken);
    assert.match(broken.error.hint, /--fresh/);

    const afresh = await startProcess(folder, ["--fresh"]);
    assert.equal(await afresh.end("SIGINT"), exitCodes.ok);
  }));

Deno.test("wrong usage and a database out of reach name the option and the next step", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-process-" });
  try {
    const usage = await endWith(["--port", "ninety"]);
    assert.equal(usage.code, exitCodes.wrongUsage);
    assert.match(usage.error.message, /--port/);
    const db = "postgres://nobody:secret@127.0.0.1:1/none";
    const away = await endWith(["--data", folder, "--port", "0", "--db", db]);
    assert.equal(away.code, exitCodes.databaseUnreachable);
    assert.doesNotMatch(away.error.message, /secret/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
