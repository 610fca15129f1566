import assert from "@std/assert";
import { verifyWebhook } from "../events/webhook_signature.ts";
import type { Channel, Notification } from "./notification.ts";
import { send } from "./send.ts";
import { SendFailure, withoutSecrets } from "./send_failure.ts";
import { channelOf, example, extreme } from "./stand_ins/examples.ts";
import { googleChatPath, openGoogleChat } from "./stand_ins/google_chat.ts";
import { openSlack, slackPath } from "./stand_ins/slack.ts";
import { openStandIn } from "./stand_ins/stand_in.ts";

const whsec = `whsec_${btoa("a signing secret of the tests 123")}`;

function sendTo(
  channel: Channel,
  notification: Notification,
  secrets: Record<string, string>,
  more: object = {},
): Promise<string> {
  const readSecret = (name: string) => secrets[name];
  return send(channel, notification, { readSecret, allowLoopback: true, ...more });
}

/** What sending fails with. */
async function failureOf(sending: Promise<string>): Promise<SendFailure> {
  const thrown = await sending.then((done) => done, (error) => error);
  assert.ok(thrown instanceof SendFailure, String(thrown));
  return thrown;
}

Deno.test("slack: blocks within its limits are taken, at every limit of a message too", async () => {
  const slack = openSlack();
  const secrets = { NOTIFY_TEST: slack.url + slackPath };
  try {
    for (const one of [example(), extreme, example({ text: "", facts: [], links: [] })]) {
      assert.equal(await sendTo(channelOf("slack"), one, secrets), "posted");
    }
    const [first, long] = slack.got.map(({ body }) => body);
    assert.match(first!, /Runbook/);
    assert.match(long!, /read on/, "what is cut says where the rest is");
    assert.doesNotMatch(long!, /<!channel>|<!here>/, "nobody is called");
  } finally {
    await slack.close();
  }
});

Deno.test("google chat: cards within its limits are taken and go into their thread", async () => {
  const chat = openGoogleChat();
  const secrets = { NOTIFY_TEST: chat.url + googleChatPath };
  try {
    for (const one of [example(), extreme, example({ text: "", facts: [], links: [] })]) {
      assert.equal(await sendTo(channelOf("google_chat"), one, secrets), "posted");
    }
    assert.match(chat.got[0]!.path, /messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD/);
    assert.equal(JSON.parse(chat.got[0]!.body).thread.threadKey, "alert:wait");
    assert.doesNotMatch(chat.got[1]!.body, /<users\/all>/, "nobody is called");
  } finally {
    await chat.close();
  }
});

Deno.test("webhook: JSON is signed as Standard Webhooks says, under one id for every try", async () => {
  const hook = openStandIn(() => new Response(null, { status: 204 }));
  const secrets = { NOTIFY_TEST: `${hook.url}/in`, NOTIFY_WEBHOOK_SECRET: whsec };
  try {
    for (let times = 0; times < 2; times++) await sendTo(channelOf("webhook"), example(), secrets);
    const [one, two] = hook.got;
    assert.equal(
      verifyWebhook(one!.body, one!.headers, whsec),
      two!.headers.get("webhook-id"),
    );
    const { type, timestamp, data } = JSON.parse(one!.body);
    assert.deepEqual([type, timestamp], ["notification.alert", "2026-11-26T06:00:00Z"]);
    assert.deepEqual([data.dedupe_key, data.severity], ["alert:wait:1", "critical"]);

    const plain = { NOTIFY_TEST: `${hook.url}/in` };
    assert.equal(await sendTo(channelOf("webhook"), example(), plain), "posted, not signed");
    const named = channelOf("webhook", { signing_secret_env: "NOTIFY_OTHER" });
    assert.equal((await failureOf(sendTo(named, example(), plain))).isTransient, false);
  } finally {
    await hook.close();
  }
});

Deno.test("failures: only what may pass is tried again, and when the service says", async () => {
  const slack = openSlack();
  const secrets = { NOTIFY_TEST: slack.url + slackPath };
  const answers: [number, Record<string, string>, boolean, number | undefined][] = [
    [429, { "retry-after": "30" }, true, 30],
    [503, { "retry-after": "7" }, true, 7],
    [403, { "x-ratelimit-remaining": "0" }, true, undefined],
    [403, { "retry-after": "60" }, true, 60],
    [408, {}, true, undefined],
    [500, {}, true, undefined],
    [302, { location: "https://elsewhere.example" }, false, undefined],
    [400, {}, false, undefined],
    [403, {}, false, undefined],
    [404, {}, false, undefined],
    [410, { "retry-after": "5" }, false, undefined],
  ];
  try {
    for (const [status, headers, isTransient, wait] of answers) {
      slack.instead.push(() => new Response("no", { status, headers }));
      const failure = await failureOf(sendTo(channelOf("slack"), example(), secrets));
      assert.deepEqual(
        [failure.isTransient, failure.retryInSeconds],
        [isTransient, wait],
        String(status),
      );
    }
  } finally {
    await slack.close();
  }
  const gone = await failureOf(sendTo(channelOf("slack"), example(), secrets));
  assert.equal(gone.isTransient, true, "nobody listens any more");
});

Deno.test("failures: a slow service is given up and tried again", async () => {
  const slow = openStandIn(() =>
    new Promise((resolve) => setTimeout(() => resolve(new Response()), 300))
  );
  const secrets = { NOTIFY_TEST: slow.url };
  const failure = await failureOf(
    sendTo(channelOf("slack"), example(), secrets, { timeoutMs: 50 }),
  );
  assert.deepEqual([failure.message, failure.isTransient], ["no answer within 50 ms", true]);
  await slow.close();
});

Deno.test("secrets: a variable that is not set, not allowed or no URL fails for good, untold", async () => {
  const secrets = {
    NOTIFY_TEST: "T0/B0/secret-of-the-channel",
    SUPABASE_SERVICE_ROLE_KEY: "http://x",
  };
  const noUrl = await failureOf(sendTo(channelOf("slack"), example(), secrets));
  const unset = await failureOf(sendTo(channelOf("slack"), example(), {}));
  const other = { ...channelOf("slack"), secret_env: "SUPABASE_SERVICE_ROLE_KEY" };
  const stolen = await failureOf(sendTo(other, example(), secrets));
  for (const failure of [noUrl, unset, stolen]) {
    assert.equal(failure.isTransient, false);
    assert.doesNotMatch(failure.message, /secret-of-the-channel|http:/);
  }
});

Deno.test("secrets: a service that repeats the URL or token gets it into no failure", async () => {
  const echo = openStandIn((request) =>
    new Response(`cannot post to ${request.url}`, { status: 400 })
  );
  const secrets = {
    NOTIFY_TEST: `${echo.url}/services/T0/B0/the-secret-part?token=the-token-part`,
  };
  const { message } = await failureOf(sendTo(channelOf("slack"), example(), secrets));
  assert.match(message, /^it answered 400: cannot post to/);
  assert.doesNotMatch(message, /the-secret-part|the-token-part/);
  await echo.close();
  const said = withoutSecrets("535 ops:pa55 is not p%4055", [
    "smtp://ops:pa55@h",
    "smtp://o:p%4055@h",
  ]);
  assert.equal(said, "535 ops:… is not …");
});

Deno.test("addresses: only https to the public internet, but in the local stack this machine", async () => {
  for (
    const url of [
      "http://127.0.0.1:1/x",
      "https://10.0.0.1/x",
      "https://169.254.169.254/latest",
      "http://93.184.216.34/",
    ]
  ) {
    const sending = sendTo(channelOf("slack"), example(), { NOTIFY_TEST: url }, {
      allowLoopback: false,
    });
    assert.equal((await failureOf(sending)).isTransient, false, url);
  }
});
