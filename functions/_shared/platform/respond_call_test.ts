import assert from "@std/assert";
import { CallError } from "../worker/transport.ts";
import { CogoError } from "./errors.ts";
import { respondFailure } from "./respond_call.ts";

/** What a caller is answered, and what the log gets. */
async function answered(thrown: unknown) {
  const { error } = console;
  const logged: unknown[][] = [];
  console.error = (...told: unknown[]) => void logged.push(told);
  try {
    const response = respondFailure(thrown, "some");
    return { status: response.status, text: await response.text(), logged };
  } finally {
    console.error = error;
  }
}

Deno.test("failures: where the database is stands in the log, and in no answer", async () => {
  const where = "connect ECONNREFUSED 10.0.3.7:5432";
  for (
    const thrown of [
      new CallError(
        `open_grant got no answer: ${where}`,
        503,
        "database_unreachable",
        "Try again.",
      ),
      // As clients of the API tell it: with a stack, with PostgREST's words, or with none.
      new CallError(
        `TypeError: fetch failed: ${where}`,
        0,
        `TypeError: fetch failed\n at ${where}`,
      ),
      new CallError(`Database connection error: ${where}`, 503),
    ]
  ) {
    const { status, text, logged } = await answered(thrown);
    assert.equal(status, 503);
    assert.ok(!text.includes("10.0.3.7"), text);
    const { code, details, message, hint } = JSON.parse(text);
    assert.deepEqual([code, details], ["PT503", "database_unreachable"]);
    assert.ok(message.startsWith("Cannot ") && hint.length > 0);
    assert.deepEqual(logged, [["some:", thrown]]);
  }
});

Deno.test("failures: what an RPC refuses is passed on, and whatever else fails is internal", async () => {
  const told = async (thrown: unknown) => {
    const { status, text, logged } = await answered(thrown);
    return [status, JSON.parse(text).details, logged.length];
  };
  const refusal = (status: number, word = "") => new CallError("Cannot", status, word, "Wait.");
  assert.deepEqual(await told(refusal(409, "no_candidate")), [409, "no_candidate", 0]);
  assert.deepEqual(await told(refusal(503, "cron_missing")), [503, "cron_missing", 0]);
  assert.deepEqual(await told(new CogoError("key_damaged", "Cannot", "")), [500, "key_damaged", 0]);
  for (const thrown of [refusal(500), refusal(400), refusal(409, "a row"), new Error("no")]) {
    assert.deepEqual(await told(thrown), [500, "internal", 1]);
  }
});
