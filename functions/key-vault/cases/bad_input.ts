import assert from "@std/assert";
import { type Answer, ask, canary, type Case, rows } from "./vault_calls.ts";

const upsert = { op: "upsert", provider: "mistral", value: canary };
const resolve = { op: "resolve", provider: "openai", purpose: "a test" };

function refused(answer: Answer, field: RegExp): void {
  assert.deepEqual([answer.status, answer.body.details], [400, "bad_argument"], answer.text);
  assert.match(answer.body.message, field);
  assert(!answer.text.includes(canary), "what was sent is not answered");
}

/** What does not belong into a request. */
export const badInputCases: Case[] = [
  ["bad-input: quotes and UNION in the bearer", async (stack) => {
    for (const evil of ["' OR 1=1 --", "x' UNION SELECT * FROM cogo.secure_keys --", "a.b.c"]) {
      const answer = await ask(stack, resolve, { authorization: `Bearer ${evil}` });
      assert.equal(answer.status, 401, answer.text);
      assert.equal((await ask(stack, resolve, { apikey: evil })).status, 401);
    }
    assert.equal((await ask(stack, resolve, {})).status, 401);
  }],
  ["bad-input: quotes and UNION in field, provider and tenant", async (stack) => {
    const evil = "api_key' UNION SELECT wrapped_dek FROM cogo.secure_keys --";
    refused(await ask(stack, { ...resolve, field: evil }), /field/);
    refused(await ask(stack, { ...resolve, provider: evil }), /provider/);
    refused(await ask(stack, { ...resolve, tenant_id: evil }), /tenant_id/);
    refused(await ask(stack, { ...upsert, alias: evil }), /alias/);
    refused(await ask(stack, { op: "resolve", grant: evil }), /grant/);
  }],
  ["bad-input: a key of 1 MB", async (stack) => {
    const large = await ask(stack, { ...upsert, value: canary.repeat(40_000) });
    assert.deepEqual([large.status, large.body.details], [413, "payload_too_large"]);
    assert(!large.text.includes(canary));
    refused(await ask(stack, { ...upsert, value: canary.repeat(400) }), /value/);
  }],
  ["bad-input: a NUL, a line break, a blank or a byte beyond ASCII in a key", async (stack) => {
    for (const bad of ["\0", "\n", " ", "\r\nx-evil: 1", "é", "\u{202e}"]) {
      refused(await ask(stack, { ...upsert, value: `${canary}${bad}` }), /value/);
    }
  }],
  ["bad-input: an empty key, none, and another type", async (stack) => {
    for (const value of ["", null, undefined, 7, {}, [canary]]) {
      refused(await ask(stack, { ...upsert, value }), /value/);
    }
  }],
  ["bad-input: a confusable field name", async (stack) => {
    for (const field of ["\u0430pi_key", "api\u200b_key", "API_KEY", "api_key\0", "api_key "]) {
      refused(await ask(stack, { ...upsert, field }), /field/);
    }
  }],
  ["bad-input: base_url, headers and api_key in the body", async (stack) => {
    for (const name of ["base_url", "headers", "api_base", "api_key", "__proto__x"]) {
      refused(await ask(stack, { ...resolve, [name]: canary }), new RegExp(name));
    }
  }],
  ["bad-input: no JSON, no object, no op, an unknown op", async (stack) => {
    for (const body of ["", "{", "null", "[]", '"resolve"', "{}", '{"op":"dump"}']) {
      const answer = await ask(stack, body);
      assert.deepEqual([answer.status, answer.body.details], [400, "bad_argument"], body);
    }
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    assert.equal((await ask(stack, bytes)).status, 400);
  }],
  [
    "bad-input: a row of another tenant copied over does not open, over the whole stack",
    async (stack) => {
      const value = `${canary}-swap`;
      const other = "00000000-0000-4000-8000-00000000000c";
      const one = (await ask(stack, { ...upsert, value })).body.id;
      const made = await ask(stack, { ...upsert, value: `${value}-c`, tenant_id: other });
      const two = made.body.id;
      await stack.database.executor.exec(
        `update cogo.secure_keys as into_row set ciphertext = from_row.ciphertext, iv = from_row.iv,
        wrapped_dek = from_row.wrapped_dek, dek_iv = from_row.dek_iv, checksum = from_row.checksum
      from cogo.secure_keys as from_row where into_row.key_id = '${two}' and from_row.key_id = '${one}'`,
      );
      const lookup = { ...resolve, provider: "mistral", tenant_id: other };
      const answer = await ask(stack, lookup);
      assert.deepEqual([answer.status, answer.body.details], [500, "key_damaged"]);
      assert(!answer.text.includes(canary));
    },
  ],
  ["bad-input: canary keys are in no table, in clear, hexadecimal or base64", async (stack) => {
    const tables = await rows(
      stack,
      `select oid::regclass::text as name from pg_class
        where relkind = 'r' and relnamespace = 'cogo'::regnamespace`,
    );
    const hex = [...new TextEncoder().encode(canary)]
      .map((byte) => byte.toString(16).padStart(2, "0")).join("");
    for (const { name } of tables) {
      const query = `select count(*)::integer as hits from ${name} as one
        where to_jsonb(one)::text ~ '${canary}|${hex}|${btoa(canary).slice(0, 24)}'`;
      assert.deepEqual(await rows(stack, query), [{ hits: 0 }], String(name));
    }
  }],
];
