import assert from "@std/assert";
import { join } from "node:path";
import { byteStore } from "./byte_store.ts";
import { read } from "./run.ts";
import { tracesInFiles } from "./traces_in_files.ts";

const leaves = "aaaaaaaa-0000-4000-8000-00000000000a";
const stays = "bbbbbbbb-0000-4000-8000-00000000000b";

Deno.test("ids are found in files however they are written, and the database's own are passed by", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-offboard-" });
  try {
    await Deno.mkdir(join(folder, "db"));
    await Deno.writeTextFile(join(folder, "db", "page"), leaves);
    await Deno.writeTextFile(join(folder, "one"), `x${leaves.toUpperCase()}`);
    await Deno.writeTextFile(join(folder, "two"), leaves.replaceAll("-", ""));
    await Deno.writeTextFile(join(folder, leaves), "in its name");
    await Deno.writeTextFile(join(folder, "none"), stays);
    const found = await tracesInFiles([folder, join(folder, "one")], [leaves]);
    const wanted = ["one", "two", leaves, "one"].map((name) => join(folder, name));
    assert.deepEqual(found.map(({ place }) => place).sort(), wanted.sort());
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("bytes of a location that leads away are not reached", async () => {
  const store = byteStore("/nowhere", undefined);
  await assert.rejects(store.remove("local:../../etc/passwd"), /Cannot reach/);
  await assert.rejects(store.read("storage:bucket/path"), /Cannot reach/);
  assert.equal(await store.read(`local:${"a".repeat(64)}`), undefined);
});

Deno.test("the command demands a tenant, a decision about the export, and a yes", () => {
  assert.throws(() => read(["x", "--yes", "--waive-export"]), /Give one TENANT_ID/);
  assert.throws(() => read([leaves, "--out", "x"]), /Give --yes/);
  assert.throws(() => read([leaves, "--yes"]), /either --out FOLDER or --waive-export/);
  assert.throws(() => read([leaves, "--yes", "--out", "x", "--waive-export"]), /either/);
  assert.equal(read([leaves.toUpperCase(), "--dry"]).tenantId, leaves);
});
