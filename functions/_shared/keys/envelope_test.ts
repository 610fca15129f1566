import assert from "@std/assert";
import { CogoError } from "../platform/errors.ts";
import { toBase64 } from "./bytes.ts";
import { forgetDeks } from "./dek_cache.ts";
import { rewrapKey } from "./dek_wrap.ts";
import { openKey, sealKey } from "./envelope.ts";
import { forgetKeks, kekCheckValue } from "./kek.ts";
import type { SealedKey } from "./sealed_key.ts";

const secret = "sk-canary-envelope-0123456789";
const place = {
  key_id: "00000000-0000-4000-8000-000000000001",
  tenant_id: "00000000-0000-4000-8000-00000000000a",
  provider: "openai",
  field: "api_key",
  alias: "default",
  env: "production",
  version: 1,
};
const random = () => toBase64(crypto.getRandomValues(new Uint8Array(32)));
const secrets = { KEK_one: random(), KEK_two: random(), KEY_CHECKSUM_KEY: random() };

async function withEnvironment(
  changes: Record<string, string>,
  use: () => Promise<void>,
): Promise<void> {
  const before = Deno.env.toObject();
  const all = { APP_ENV: "", ...secrets, ...changes };
  for (const [name, value] of Object.entries(all)) {
    if (value === "") Deno.env.delete(name);
    else Deno.env.set(name, value);
  }
  forgetKeks();
  forgetDeks();
  try {
    await use();
  } finally {
    for (const name of Object.keys(all)) Deno.env.delete(name);
    for (const [name, value] of Object.entries(before)) Deno.env.set(name, value);
    forgetKeks();
    forgetDeks();
  }
}

/** The word that opening is refused with; no error of ours may hold the secret. */
async function refusal(sealed: SealedKey): Promise<string> {
  const thrown = await openKey(sealed).then(() => "opened", (error: unknown) => error);
  if (!(thrown instanceof CogoError)) throw new Error(`not refused as ours: ${thrown}`);
  assert(!JSON.stringify(thrown.body).includes("canary"), "the secret is not in the error");
  return thrown.details;
}

/** `hex` with its last bit turned. */
function flip(hex: string, at = hex.length - 1): string {
  return hex.slice(0, at) + (parseInt(hex[at]!, 16) ^ 1).toString(16) + hex.slice(at + 1);
}

const proves = (name: string, use: () => Promise<void>, changes = {}) =>
  Deno.test(`bad-input: ${name}`, () => withEnvironment(changes, use));

Deno.test("envelope: what is sealed opens, and no two seals are alike", () =>
  withEnvironment({}, async () => {
    const one = await sealKey(secret, place, "one");
    const two = await sealKey(secret, place, "one");
    assert.equal(await openKey(one), secret);
    assert.equal(await openKey(one), secret, "with the kept DEK");
    for (const part of ["ciphertext", "iv", "wrapped_dek", "dek_iv"] as const) {
      assert.notEqual(one[part], two[part]);
    }
    assert.equal(one.checksum, two.checksum, "the checksum tells that they are the same");
    const other = { ...place, tenant_id: "00000000-0000-4000-8000-00000000000b" };
    assert.notEqual((await sealKey(secret, other, "one")).checksum, one.checksum);
    assert(!JSON.stringify(one).includes("canary"));
  }));

Deno.test("envelope: a rewrap changes the wrap alone, and another KEK opens it", () =>
  withEnvironment({}, async () => {
    const sealed = await sealKey(secret, place, "one");
    const wrap = await rewrapKey(sealed, "two");
    Deno.env.delete("KEK_one");
    forgetKeks();
    assert.equal(await openKey({ ...sealed, ...wrap }), secret);
    assert.equal(await refusal(sealed), "keys_not_configured");
    await assert.rejects(rewrapKey({ ...sealed, wrapped_dek: flip(sealed.wrapped_dek!) }, "two"));
  }));

proves("the ciphertext of tenant A copied into the row of tenant B does not open", async () => {
  const sealed = await sealKey(secret, place, "one");
  for (
    const swap of [
      { tenant_id: "00000000-0000-4000-8000-00000000000b" },
      { provider: "groq" },
      { field: "api_secret" },
      { alias: "second" },
      { key_id: "00000000-0000-4000-8000-000000000002" },
      { version: 2 },
    ]
  ) {
    assert.equal(await refusal({ ...sealed, ...swap }), "key_damaged", JSON.stringify(swap));
  }
  assert.equal(await refusal({ ...sealed, env: "staging" }), "key_damaged");
});

proves("a flipped bit anywhere in the envelope does not open", async () => {
  const sealed = await sealKey(secret, place, "one");
  for (const part of ["ciphertext", "iv", "wrapped_dek", "dek_iv", "checksum"] as const) {
    for (const at of [0, sealed[part]!.length - 1]) {
      const bad = { ...sealed, [part]: flip(sealed[part]!, at) };
      assert.equal(await refusal(bad), "key_damaged", part);
    }
  }
});

proves("a truncated tag does not open", async () => {
  const sealed = await sealKey(secret, place, "one");
  for (const cut of [2, 8, 24, 32, sealed.ciphertext.length]) {
    const bad = { ...sealed, ciphertext: sealed.ciphertext.slice(0, -cut) };
    assert.equal(await refusal(bad), "key_damaged", `${cut} digits less`);
  }
  const short = { ...sealed, wrapped_dek: sealed.wrapped_dek!.slice(0, -8) };
  assert.equal(await refusal(short), "key_damaged");
});

proves("a wrong KEK under the right name, and the name of another KEK, do not open", async () => {
  const sealed = await sealKey(secret, place, "one");
  assert.equal(await refusal({ ...sealed, kek_id: "two" }), "key_damaged");
  assert.equal(await refusal({ ...sealed, kek_id: "three" }), "keys_not_configured");
  const before = await kekCheckValue("one");
  Deno.env.set("KEK_one", secrets.KEK_two);
  forgetKeks();
  forgetDeks();
  assert.equal(await refusal(sealed), "key_damaged");
  assert.notEqual(await kekCheckValue("one"), before, "and its check value tells it");
});

proves("an unknown alg does not open", async () => {
  const sealed = await sealKey(secret, place, "one");
  for (const alg of ["none", "", "A128GCM", "a256gcm"]) {
    assert.equal(await refusal({ ...sealed, alg }), "key_damaged", alg);
  }
});

proves("an old version copied over a newer row does not open", async () => {
  const old = await sealKey(secret, place, "one");
  const newer = await sealKey("sk-new", { ...place, version: 2 }, "one");
  const { ciphertext, iv, wrapped_dek, dek_iv, checksum } = old;
  const rolledBack = { ...newer, ciphertext, iv, wrapped_dek, dek_iv, checksum };
  assert.equal(await refusal(rolledBack), "key_damaged");
});

proves(
  "plaintext is neither written nor read when APP_ENV is prod, another, or nothing",
  async () => {
    const plain = {
      ...place,
      alg: "plain",
      ciphertext: "736b",
      iv: "",
      wrapped_dek: null,
      dek_iv: null,
      kek_id: null,
      checksum: "",
    };
    for (const env of ["prod", "production", "staging", "development", "DEV2", ""]) {
      if (env === "") Deno.env.delete("APP_ENV");
      else Deno.env.set("APP_ENV", env);
      assert.equal(await refusal({ ...plain, env }), "plaintext_refused", env);
      assert.equal(await refusal({ ...plain, env: "dev" }), "plaintext_refused", env);
      await assert.rejects(sealKey(secret, { ...place, env: "dev" }, null), { name: "CogoError" });
    }
  },
);

Deno.test("envelope: APP_ENV=dev may hold a key in clear, of dev alone", () =>
  withEnvironment({ APP_ENV: "dev" }, async () => {
    const plain = await sealKey(secret, { ...place, env: "dev" }, null);
    assert.equal(plain.alg, "plain");
    assert.equal(await openKey(plain), secret);
    await assert.rejects(sealKey(secret, place, null), { name: "CogoError" });
  }));

Deno.test("envelope: a missing or malformed KEK or pepper is told by its name", () =>
  withEnvironment({ KEK_one: "c2hvcnQ=", KEY_CHECKSUM_KEY: "" }, async () => {
    await assert.rejects(sealKey(secret, place, "one"), /KEK_one/);
    await assert.rejects(sealKey(secret, place, "two"), /KEY_CHECKSUM_KEY/);
  }));
