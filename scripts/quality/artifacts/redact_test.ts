import assert from "@std/assert";
import { redact, secretsOf } from "./redact.ts";

Deno.test("values of key-like environment entries are taken out of a log, others stay", () => {
  const secrets = secretsOf({
    SUPABASE_SECRET_KEYS: '{"default":"sb_secret_abcdefghijklmnop"}',
    HOME: "/home/somebody",
  });
  const log = new TextEncoder().encode("key=sb_secret_abcdefghijklmnop in /home/somebody ö");
  assert.equal(
    new TextDecoder().decode(redact(log, secrets)),
    "key=[redacted] in /home/somebody ö",
  );
});

Deno.test("bytes that are no text are left as they are", () => {
  const bytes = Uint8Array.from({ length: 20000 }, (_, index) => index % 256);
  assert.deepEqual(redact(bytes, ["never-in-there"]), bytes);
});

Deno.test("values too short to be a secret do not blank out words", () => {
  assert.deepEqual(secretsOf({ API_KEY: "abc" }), []);
});
