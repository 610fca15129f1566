import assert from "@std/assert";
import { join } from "node:path";
import { CallError } from "../../functions/_shared/worker/transport.ts";
import { openCall } from "../db/open_call.ts";
import { migratedData, openImage } from "../db/serve_pglite.ts";
import { layClockAndFaults } from "../db/clock_and_faults.ts";
import { manifestFile, sha256 } from "../operations/snapshot/manifest.ts";
import { byteStore } from "./byte_store.ts";
import { type Call, doors } from "./calls.ts";
import { offboard, type OffboardOptions } from "./offboard.ts";

const leaves = "aaaaaaaa-0000-4000-8000-00000000000a";
const agent = "aaaaaaaa-0000-4000-8000-0000000000a1";
const stays = "bbbbbbbb-0000-4000-8000-00000000000b";
const text = (path: URL) => Deno.readTextFile(path);
const tests = (name: string) => text(new URL(`../../supabase/tests/${name}`, import.meta.url));

Deno.test("a tenant is exported, deleted and not found again, over a killed call; the other keeps its bytes", async () => {
  const image = await openImage(await migratedData());
  const folder = await Deno.makeTempDir({ prefix: "cogo-offboard-" });
  const artifacts = join(folder, "data", "artifacts");
  const url = await image.serve();
  const opened = openCall<(typeof doors)[number]>({ url }, { single: doors, timeoutMs: 60_000 });
  try {
    await layClockAndFaults(image.executor);
    await image.executor.exec("set check_function_bodies = off");
    await image.executor.exec(await tests("000_helpers.sql"));
    await image.executor.exec(await tests("001_furnished_tenants.sql"));
    await image.executor.exec(`
      select tests.furnish_ground();
      select tests.furnish_accounts('${leaves}', '${agent}', 'leaves'), tests.furnish_work('${leaves}', '${agent}', 'leaves');
      select tests.as_owner();
      with run as (
        insert into cogo.quality_runs (tenant_id, iso_week, target) values ('${stays}', '2026-W47', 'stays') returning id
      )
      insert into cogo.artifacts (tenant_id, run_id, name, kind, media_type, size_bytes, sha256, location)
      select '${stays}', run.id, name, 'log', 'text/plain', 5, hash, 'local:' || hash
      from run, unnest('{stays,both}'::text[]) as name, encode(sha256(convert_to(name, 'UTF8')), 'hex') as hash`);
    await Deno.mkdir(join(artifacts, leaves), { recursive: true });
    const fileOf = (body: string) => join(artifacts, sha256(new TextEncoder().encode(body)));
    for (const body of ["leaves", "stays", "both"]) await Deno.writeTextFile(fileOf(body), body);
    await Deno.writeTextFile(join(artifacts, leaves, "half"), "no row knows it");
    await Deno.writeTextFile(join(folder, "data", "stack.log"), `served ${leaves}`);
    await opened.call("start_offboarding", { tenant_id: leaves });
    await image.executor.exec("select tests.move_clock('20 minutes')");

    const out = join(folder, "export");
    const options: OffboardOptions = {
      tenantId: leaves,
      out,
      product: "test",
      scanned: [join(folder, "data")],
      pollMs: 1,
    };
    // Killed when it had begun to erase.
    const killed: Call = async (name, args) => {
      const answer = await opened.call(
        name,
        name === "erase_tenant" ? { ...args, row_limit: 1 } : args,
      );
      if (name === "erase_tenant") throw new Error("killed");
      return answer;
    };
    const store = byteStore(artifacts, undefined);
    await assert.rejects(offboard(killed, store, options), /killed/);
    const seen = await offboard(opened.call, store, { ...options, out: join(folder, "unused") });

    assert.deepEqual(seen.traces.map(({ place }) => place), [join(folder, "data", "stack.log")]);
    const stands = [];
    for (const body of ["leaves", "stays", "both"]) {
      stands.push(await Deno.stat(fileOf(body)).then(() => body, () => undefined));
    }
    assert.deepEqual(stands, [undefined, "stays", "both"], "what the other has too is kept");
    await assert.rejects(Deno.stat(join(artifacts, leaves)), Deno.errors.NotFound);

    const manifest = JSON.parse(await Deno.readTextFile(join(out, manifestFile)));
    const digest = sha256(await Deno.readFile(join(out, manifestFile)));
    assert.equal(seen.erasure["export_sha256"], digest, "the proof holds the export's digest");
    for (const { name, bytes, sha256: expected } of manifest.files) {
      const written = await Deno.readFile(join(out, name));
      assert.deepEqual([written.length, sha256(written)], [bytes, expected], name);
    }
    const jobs = (await Deno.readTextFile(join(out, "jobs.jsonl"))).trimEnd().split("\n");
    assert.ok(jobs.length > 5 && jobs.every((line) => JSON.parse(line).tenant_id === leaves));
    assert.equal(
      await Deno.readTextFile(join(out, "artifacts", sha256(new TextEncoder().encode("leaves")))),
      "leaves",
    );

    assert.deepEqual(await image.executor.query("select * from cogo.verify()"), []);
    await assert.rejects(
      offboard(opened.call, store, options),
      (error: unknown) => error instanceof CallError && error.code === "tenant_not_found",
    );
  } finally {
    await opened.close();
    await image.close();
    await Deno.remove(folder, { recursive: true });
  }
});
