import assert from "@std/assert";
import type { Call } from "../worker/transport.ts";
import { deliverNotifications } from "./deliver_notifications.ts";
import { channelOf, example } from "./stand_ins/examples.ts";
import { openSlack, slackPath } from "./stand_ins/slack.ts";

Deno.test("delivery: each job is settled by what became of it, and one failure stops no other", async () => {
  const slack = openSlack();
  const secrets: Record<string, string> = { NOTIFY_TEST: slack.url + slackPath };
  const lease_expires_at = new Date(Date.now() + 60_000).toISOString();
  const job = (job_id: number, more: object) => ({
    job_id,
    fence: 3,
    attempt: 1,
    lease_expires_at,
    notification: { ...example(), id: 5 },
    channel: channelOf("slack"),
    ...more,
  });
  const batches = [[
    job(1, {}),
    job(2, { channel: null }),
    job(3, { notification: null }),
    job(4, { channel: { ...channelOf("slack"), secret_env: "NOTIFY_UNSET" } }),
    job(5, { channel: channelOf("email", { to: [] }) }),
  ], [job(6, {})]];
  const settled: Record<string, unknown>[] = [];
  const call: Call = (name, args) => {
    if (name === "claim_notifications") return Promise.resolve(batches.shift() ?? []);
    settled.push(...(args as { finished: Record<string, unknown>[] }).finished);
    if (settled.length === 5) {
      slack.instead.push(() => new Response("", { status: 429, headers: { "retry-after": "9" } }));
    }
    return Promise.resolve({});
  };
  const options = { readSecret: (name: string) => secrets[name], allowLoopback: true };
  const summary = await deliverNotifications(call, options);
  await slack.close();

  assert.deepEqual(summary, { sent: 1, retried: 1, failed: 2, skipped: 2 });
  assert.deepEqual(settled.map(({ job_id, outcome }) => [job_id, outcome]), [
    [1, "succeeded"],
    [2, "succeeded"],
    [3, "succeeded"],
    [4, "failed"],
    [5, "failed"],
    [6, "failed"],
  ]);
  assert.deepEqual(settled[3]!["error"], {
    class: "permanent",
    message: "Cannot send to ops: the variable NOTIFY_UNSET is not set or not allowed",
    stage: "exec",
  });
  assert.equal(settled[5]!["retry_in_seconds"], 9);
  assert.equal(slack.got.length, 1);
});
