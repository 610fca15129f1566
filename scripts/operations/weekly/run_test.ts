import assert from "@std/assert";
import { openSlack, slackPath } from "../../../functions/_shared/notifications/stand_ins/slack.ts";
import { openStandIn } from "../../../functions/_shared/notifications/stand_ins/stand_in.ts";
import { directChannel, sendDirectly } from "./direct.ts";
import { goodWeek } from "./example_figures.ts";

const file = (path: string) => new URL(path, import.meta.url).pathname;

/** A gateway with the figures of a good week. */
const openGateway = () =>
  openStandIn((request) => {
    const path = new URL(request.url).pathname;
    const answers: Record<string, unknown> = {
      "/api/metrics/summary": goodWeek.summary,
      "/api/metrics/gate/summary": goodWeek.gates,
      "/api/metrics/routing": goodWeek.routing,
      "/api/metrics/quality/gate/recent": goodWeek.recent,
      "/rest/v1/rpc/list_notification_channels": [],
      "/functions/v1/artifacts/links": [],
    };
    return path in answers
      ? Response.json(answers[path])
      : Response.json({ message: "Could not find the function", details: "" }, { status: 404 });
  });

/** Runs the command; `key` is never one of a project. */
async function run(args: string[], env: Record<string, string>) {
  const output = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--config",
      file("../../../deno.json"),
      file("run.ts"),
      ...args,
    ],
    clearEnv: true,
    env: { PATH: Deno.env.get("PATH") ?? "", SUPABASE_SECRET_KEY: "sb_secret_of_the_test", ...env },
  }).output();
  const [out, err] = [output.stdout, output.stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code: output.code, out: out!, err: err! };
}

Deno.test("notify:weekly --direct tells what can be told, exits by it and writes the summary of the step", async () => {
  const [gateway, slack] = [openGateway(), openSlack()];
  const hook = openStandIn(() => new Response("gone", { status: 410 }));
  const summary = await Deno.makeTempFile();
  const env = {
    SUPABASE_URL: gateway.url,
    SLACK_WEBHOOK_URL: slack.url + slackPath,
    NOTIFY_WEBHOOK_URL: `${hook.url}/the-path-of-the-hook`,
    GITHUB_STEP_SUMMARY: summary,
  };
  try {
    const both = await run(["--direct", "slack", "--direct", "webhook", "--week", "2026-W48"], env);
    assert.deepEqual([both.code, both.out], [
      1,
      "slack: posted\nwebhook: NOT TOLD, it answered 410: gone\n",
    ]);
    assert.equal(slack.got.length, 1);
    const text = await Deno.readTextFile(summary);
    assert.match(
      text,
      /## Week 2026-W48[^]*\| Wait p90 \| 812 ms \|[^]*- webhook: \*\*not told\*\*/,
    );
    assert.doesNotMatch(text + both.err, /the-path-of-the-hook/);

    const unset = await run(["--direct", "email"], env);
    assert.deepEqual([unset.code, unset.err], [1, "MAIL_TO is not set\n"]);
    const gone = await run(["--dry"], { SUPABASE_URL: hook.url });
    assert.deepEqual([gone.code, gone.out], [3, ""]);
    assert.match(gone.err, /^Cannot read the figures of the week: /);
  } finally {
    await Promise.all([gateway, slack, hook].map((one) => one.close()));
    await Deno.remove(summary);
  }
});

Deno.test("notify:weekly --dry prints the message, or exactly what each channel would get, and sends nothing", async () => {
  const gateway = openGateway();
  try {
    const text = await run(["--dry"], {
      SUPABASE_URL: gateway.url,
      GITHUB_STEP_SUMMARY: "/nowhere/summary",
    });
    assert.equal(text.code, 0, text.err);
    assert.match(text.err, /^Cannot write GITHUB_STEP_SUMMARY: /);
    assert.match(text.out, /^\[info\] Week \d{4}-W\d\d of \.: well\n/);
    const json = await run(["--dry", "--json", "--target", "core"], { SUPABASE_URL: gateway.url });
    const { payloads, dedupe_key } = JSON.parse(json.out);
    assert.match(dedupe_key, /^weekly:\d{4}-W\d\d:core$/);
    assert.deepEqual(Object.keys(payloads), [
      "slack",
      "google_chat",
      "github_issue",
      "email",
      "webhook",
    ]);
    assert.ok(
      Array.isArray(payloads.slack.blocks) && payloads.email.html.startsWith("<!doctype html>"),
    );
    assert.ok(gateway.got.every(({ path }) => !path.includes("send_notification")));
  } finally {
    await gateway.close();
  }
});

Deno.test("notify:weekly --direct tries again what may pass, as long as it may", async () => {
  const slack = openSlack();
  const variables: Record<string, string> = { SLACK_WEBHOOK_URL: slack.url + slackPath };
  const read = (name: string) => variables[name];
  const options = { read, allowLoopback: true, tries: 3, waitMs: 5 };
  const channel = directChannel("slack", read);
  const notification = {
    id: "1",
    kind: "weekly",
    dedupe_key: "k",
    message: { title: "t", severity: "info" as const },
  };
  const answer = (status: number) => slack.instead.push(() => new Response("no", { status }));
  const told = (is_sent: boolean, says: string, tries: number) => ({
    channel: "slack",
    is_sent,
    says,
    tries,
  });
  try {
    [500, 429].forEach(answer);
    assert.deepEqual(await sendDirectly(channel, notification, options), told(true, "posted", 3));
    [500, 500, 500].forEach(answer);
    assert.deepEqual(
      await sendDirectly(channel, notification, options),
      told(false, "it answered 500: no", 3),
    );
    answer(404);
    assert.deepEqual(
      await sendDirectly(channel, notification, options),
      told(false, "it answered 404: no", 1),
    );
  } finally {
    await slack.close();
  }
  assert.throws(
    () => directChannel("github", (name) => name === "GITHUB_TOKEN" ? "x" : undefined),
    /GITHUB_REPOSITORY is not set/,
  );
});
