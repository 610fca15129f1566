import assert from "node:assert/strict";
import { createClient } from "@supabase/supabase-js";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { agentClaims, type Case, type TestStack } from "../test_stack.ts";

const run = promisify(execFile);

function clientOf({ stack }: TestStack, token?: string) {
  return createClient(stack.file.url, stack.file.publishable_key, {
    db: { schema: "api" },
    auth: { persistSession: false, autoRefreshToken: false },
    ...(token ? { accessToken: () => Promise.resolve(token) } : {}),
  });
}

const has = (program: string) =>
  (Deno.env.get("PATH") ?? "").split(":").some((folder) => existsSync(`${folder}/${program}`));

/** supabase.rpc, on any database. */
export const rpcCases: Case[] = [
  ["supabase.rpc calls schema api as the agent", async (test) => {
    const client = clientOf(test, await test.stack.tokens.sign(agentClaims, 60));
    const { data, error } = await client.rpc("write_note", { body: "by rpc" });
    assert.equal(error, null);
    assert.equal(typeof data, "number");
  }],
  ["an error raised in SQL arrives with code, message, details and hint", async (test) => {
    const client = clientOf(test, await test.stack.tokens.sign(agentClaims, 60));
    const { error, status } = await client.rpc("refuse");
    assert.equal(status, 409);
    assert.deepEqual({ ...error }, {
      code: "PT409",
      message: "Cannot do it: it was done before",
      details: "done_before",
      hint: "Do nothing.",
    });
  }],
  ["times arrive as PostgREST writes them: in columns, arrays and alone", async (test) => {
    const client = clientOf(test, await test.stack.tokens.sign(agentClaims, 60));
    const first = "2026-11-23T22:12:10.08+00:00";
    const { data } = await client.rpc("times");
    assert.deepEqual(data, [{
      moment: first,
      clock: "2026-11-23T22:12:10.08",
      moments: [first, "infinity"],
      inside: { moment: first },
    }]);
    assert.equal((await client.rpc("moment")).data, first);
  }],
];

/** The clients that people use. */
export const clientCases: Case[] = [
  ...rpcCases,
  ["supabase.functions.invoke reaches a function with body and path", async (test) => {
    const { data, error } = await clientOf(test).functions.invoke("hello/deeper?x=1", {
      body: { a: 1 },
    });
    assert.equal(error, null);
    assert.deepEqual(
      [data.path, data.method, data.body],
      ["/hello/deeper?x=1", "POST", '{"a":1}'],
    );
    assert.equal(data.apikey, test.stack.file.publishable_key);
    assert.equal(data.url, test.stack.file.url);
  }],
  ["a person signs up and in, and the token works at every door", async (test) => {
    const client = clientOf(test);
    const credentials = { email: "ada@example.com", password: "correct horse battery" };
    await client.auth.signUp(credentials);
    const { data, error } = await client.auth.signInWithPassword(credentials);
    assert.equal(error, null);
    const claims = await test.stack.tokens.verify(data.session?.access_token ?? "");
    assert.equal(claims.role, "authenticated");
    const { data: who } = await client.rpc("whoami");
    assert.equal(who.claims.sub, data.user?.id);
    const { data: user } = await client.auth.getUser();
    assert.equal(user.user?.email, credentials.email);
  }],
  ["psql connects over the wire protocol", async (test) => {
    if (!has("psql")) return console.log("skipped: psql is not installed");
    const { stdout } = await run("psql", [test.stack.file.db_url, "-Atc", "select 40 + 2"]);
    assert.equal(stdout.trim(), "42");
  }],
  ["the supabase CLI lists migrations and generates types", async (test) => {
    const cli = "node_modules/.bin/supabase";
    if (!existsSync(cli)) return console.log("skipped: the supabase CLI is not installed");
    const remote = `--remote=${test.stack.file.db_url}`;
    const home = await Deno.makeTempDir();
    const options = { env: { ...Deno.env.toObject(), HOME: home } };
    const listed = await run(cli, ["migration", "list", remote], options);
    assert.match(listed.stdout, /20260101000000/);
    const types = await run(cli, ["gen", "types", "--schema", "api", remote], options);
    assert.match(types.stdout, /write_note/);
    await Deno.remove(home, { recursive: true });
  }],
];
