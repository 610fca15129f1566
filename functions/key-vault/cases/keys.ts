import assert from "@std/assert";
import { ask, canary, type Case, rows } from "./vault_calls.ts";

/** What an operator does with keys. */
export const keyCases: Case[] = [
  ["a key is resolved by its fields, for a purpose, and kept by no cache", async (stack) => {
    const got = await ask(stack, { op: "resolve", provider: "openai", purpose: "a nightly job" });
    assert.equal(got.status, 200, got.text);
    assert.equal(got.body.value, canary);
    assert.equal(got.headers.get("cache-control"), "no-store");
    const [row] = await rows(
      stack,
      "select purpose, actor from cogo.secure_keys_audit where action = 'open' order by audit_id desc limit 1",
    );
    assert.deepEqual(row, { purpose: "a nightly job", actor: "secret:default" });
    const without = await ask(stack, { op: "resolve", provider: "openai" });
    assert.deepEqual([without.status, without.body.details], [400, "bad_argument"]);
    assert.match(without.body.message, /purpose/);
    const other = await ask(stack, { op: "resolve", provider: "nobody", purpose: "a test" });
    assert.deepEqual([other.status, other.body.details], [404, "key_not_found"]);
  }],
  ["upsert, get and list never answer with the value or its envelope", async (stack) => {
    const value = `${canary}-groq`;
    const made = await ask(stack, { op: "upsert", provider: "groq", value });
    assert.equal(made.status, 200, made.text);
    const got = await ask(stack, { op: "get", key_id: made.body.id });
    const listed = await ask(stack, { op: "list" });
    for (const { text } of [made, got, listed]) {
      assert(!text.includes(canary));
      assert.doesNotMatch(text, /"(ciphertext|iv|wrapped_dek|dek_iv|checksum|value)"/);
    }
    assert.equal((await ask(stack, { op: "get", key_id: crypto.randomUUID() })).status, 404);
    assert.equal((await ask(stack, { op: "upsert", provider: "groq", value })).body.created, false);
  }],
  [
    "a rotated key goes over to the new value; a pinned version stays until its time",
    async (stack) => {
      const next = { op: "upsert", provider: "groq", value: `${canary}-new`, state: "next" };
      const { body: { id } } = await ask(stack, next);
      const resolve = { op: "resolve", provider: "groq", purpose: "a test" };
      assert.equal((await ask(stack, resolve)).body.value, `${canary}-groq`);
      const rotated = await ask(stack, { op: "rotate", key_id: id, overlap_seconds: 60 });
      assert.equal(rotated.body.state, "active", rotated.text);
      assert.equal((await ask(stack, resolve)).body.value, `${canary}-new`);
      assert.equal((await ask(stack, { ...resolve, version: 1 })).body.value, `${canary}-groq`);
    },
  ],
  ["revoke closes a key at once, and shred destroys it", async (stack) => {
    const { body: [key] } = await ask(stack, { op: "list", provider: "groq", state: "active" });
    const close = { key_id: key.key_id, reason: "leaked" };
    assert.equal((await ask(stack, { op: "shred", ...close })).status, 409);
    assert.equal((await ask(stack, { op: "revoke", ...close })).body.state, "revoked");
    const resolve = { op: "resolve", provider: "groq", version: 2, purpose: "a test" };
    const closed = await ask(stack, resolve);
    assert.deepEqual([closed.status, closed.body.details], [403, "grant_refused"]);
    assert.equal((await ask(stack, { op: "shred", ...close })).body.state, "shredded");
    const [row] = await rows(stack, `select wrapped_dek from cogo.secure_keys where version = 2`);
    assert.deepEqual(row, { wrapped_dek: null });
  }],
];
