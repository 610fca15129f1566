import assert from "@std/assert";
import { SeenIds } from "./seen_ids.ts";
import { deriveSecret } from "./webhook_secret.ts";
import { signWebhook, verifyWebhook, WebhookError } from "./webhook_signature.ts";

// The vector of the Standard Webhooks libraries.
const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const body = '{"test": 2432232314}';
const at = 1614265330;
const expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

const faultOf = (use: () => unknown) => {
  try {
    use();
  } catch (thrown) {
    if (thrown instanceof WebhookError) return thrown.fault;
    throw thrown;
  }
  return "none";
};

Deno.test("webhooks: the signature is the one of Standard Webhooks", () => {
  const signed = signWebhook(id, at, body, [secret]);
  assert.deepEqual(signed, {
    "webhook-id": id,
    "webhook-timestamp": String(at),
    "webhook-signature": expected,
  });
  assert.equal(verifyWebhook(body, { ...signed }, secret, { now: at }), id);
  assert.equal(verifyWebhook(body, new Headers({ ...signed }), secret.slice(6), { now: at }), id);
});

Deno.test("webhooks: what is missing, changed, old or early is not trusted", () => {
  const signed = { ...signWebhook(id, at, body, [secret]) };
  const verify = (changed: Record<string, string | undefined>, text = body, now = at) =>
    faultOf(() => verifyWebhook(text, { ...signed, ...changed }, secret, { now }));
  assert.equal(verify({}), "none");
  assert.equal(verify({ "webhook-id": undefined }), "missing_header");
  assert.equal(verify({ "webhook-timestamp": undefined }), "missing_header");
  assert.equal(verify({ "webhook-signature": undefined }), "missing_header");
  assert.equal(verify({ "webhook-timestamp": "hello" }), "bad_timestamp");
  assert.equal(verify({ "webhook-id": "msg_other" }), "no_match");
  assert.equal(verify({ "webhook-timestamp": String(at + 1) }), "no_match");
  for (const wrong of ["v1,dawfeoifkpqwoekfpqoekf", "v1,", expected.slice(0, 8), "v2,x"]) {
    assert.equal(verify({ "webhook-signature": wrong }), "no_match", wrong);
  }
  assert.equal(verify({}, `${body} `), "no_match");
  assert.equal(verify({}, body, at + 301), "too_old");
  assert.equal(verify({}, body, at - 301), "too_new");
  assert.equal(verify({}, body, at + 299), "none");
});

Deno.test("webhooks: while keys are rotated either secret is enough", () => {
  const [old, fresh] = [1, 2].map((version) =>
    deriveSecret("a signing key of tests", "s", version)
  );
  const signed = { ...signWebhook(id, at, body, [fresh!, old!]) };
  for (const known of [old!, fresh!]) {
    assert.equal(verifyWebhook(body, signed, known, { now: at }), id);
  }
  assert.equal(verifyWebhook(body, signed, ["whsec_AAAA", old!], { now: at }), id);
  assert.equal(faultOf(() => verifyWebhook(body, signed, "whsec_AAAA", { now: at })), "no_match");
});

Deno.test("webhooks: secrets differ by key, subscription and version, and repeat themselves", () => {
  const secrets = [
    deriveSecret("a signing key of tests", "s", 1),
    deriveSecret("a signing key of tests", "s", 2),
    deriveSecret("a signing key of tests", "t", 1),
    deriveSecret("another key of tests", "s", 1),
  ];
  assert.equal(new Set(secrets).size, 4);
  assert.equal(deriveSecret("a signing key of tests", "s", 1), secrets[0]);
  assert.match(secrets[0]!, /^whsec_[A-Za-z0-9+/]{43}=$/);
  assert.throws(() => deriveSecret("short", "s", 1));
});

Deno.test("webhooks: an id that came before is noticed until it is forgotten", () => {
  const seen = new SeenIds({ keepSeconds: 10, most: 2 });
  assert.equal(seen.add("a", 0), true);
  assert.equal(seen.add("a", 9_000), false);
  assert.equal(seen.add("a", 10_001), true);
  seen.forget("a");
  assert.equal(seen.add("a", 10_002), true);
  for (const one of ["b", "c", "d"]) seen.add(one, 10_003);
  assert.equal(seen.add("d", 10_004), false);
});
