import assert from "@std/assert";
import { readFile } from "node:fs/promises";
import { EnvironmentError, readEnvironment } from "./env.ts";
import { settings } from "./setting_names.ts";

const local = { SUPABASE_URL: "http://127.0.0.1:54321/" };

Deno.test("env: the older and the newer key names both work, and the newest wins", () => {
  const older = {
    ...local,
    SUPABASE_ANON_KEY: "anon-key-1",
    SUPABASE_SERVICE_ROLE_KEY: "service-role-1",
  };
  const single = { ...older, SUPABASE_SECRET_KEY: "sb_secret_single" };
  const maps = {
    ...single,
    SUPABASE_SECRET_KEYS: '{"cron":"sb_secret_cron","default":"sb_secret_1"}',
  };
  const read = (variables: Record<string, string>) =>
    readEnvironment(["url", "secretKey"], variables);
  assert.equal(read(older).secretKey, "service-role-1");
  assert.equal(read(older).publishableKey, "anon-key-1");
  assert.equal(read(single).secretKey, "sb_secret_single");
  assert.equal(read(maps).secretKey, "sb_secret_1");
  assert.equal(read(maps).url, "http://127.0.0.1:54321");
});

Deno.test("env: one error names every missing setting and where to get it", () => {
  const read = () => readEnvironment(["url", "secretKey", "databaseUrl"], { SUPABASE_URL: " " });
  assert.throws(read, EnvironmentError);
  assert.throws(read, /SUPABASE_URL is missing\. Where to get it: Supabase dashboard/);
  assert.throws(read, /SUPABASE_SECRET_KEYS or SUPABASE_SECRET_KEY or SUPABASE_SERVICE/);
  assert.throws(read, /SUPABASE_DB_URL or DATABASE_URL is missing/);
});

Deno.test("env: a malformed setting is refused even where it is not needed", () => {
  const read = (variables: Record<string, string>) => () => readEnvironment([], variables);
  assert.throws(read({ SUPABASE_URL: "localhost" }), /SUPABASE_URL must be an absolute http/);
  assert.throws(read({ DATABASE_URL: "mysql://x" }), /DATABASE_URL must begin with postgresql/);
  assert.throws(read({ SUPABASE_SECRET_KEYS: "sb_secret_1" }), /must be a JSON map of names/);
  assert.deepEqual(readEnvironment([], {}), {});
});

Deno.test("env: .env.example has every name, and no value", async () => {
  const example = await readFile(new URL("../../../.env.example", import.meta.url), "utf8");
  const lines = example.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const names = Object.values(settings).flatMap((setting) => [...setting.names]);
  assert.deepEqual(lines.toSorted(), names.map((name) => `${name}=`).toSorted());
});
