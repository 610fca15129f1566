// needs: an environment of its own, which files that run beside each other share
import { setTimeout as pause } from "node:timers/promises";
import assert from "@std/assert";
import { connect } from "../../scripts/postgres/databases.ts";
import { rowsIn } from "../../scripts/security/written.ts";
import { layPreparedData } from "../../scripts/stack/prepared_data.ts";
import { silent } from "../../scripts/stack/progress.ts";
import { startStack } from "../../scripts/stack/stack.ts";
import type { Stack } from "../../scripts/stack/stack_settings.ts";
import { githubToken, openGithub, repository } from "../_shared/notifications/stand_ins/github.ts";
import { googleChatPath, openGoogleChat } from "../_shared/notifications/stand_ins/google_chat.ts";
import { openSlack, slackPath } from "../_shared/notifications/stand_ins/slack.ts";
import { openSmtp, smtpUser } from "../_shared/notifications/stand_ins/smtp.ts";
import { openStandIn } from "../_shared/notifications/stand_ins/stand_in.ts";
import { callsTo } from "../_shared/worker/transport.ts";

const weekly = new URL("../../scripts/operations/weekly/run.ts", import.meta.url).pathname;
const config = new URL("../../deno.json", import.meta.url).pathname;

/** Runs notify:weekly against the stack. */
async function runWeekly(stack: Stack, ...args: string[]) {
  const output = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", config, weekly, "--json", ...args],
    env: {
      SUPABASE_URL: stack.file.url,
      SUPABASE_SECRET_KEYS: JSON.stringify({ default: stack.file.secret_key }),
    },
  }).output();
  const text = new TextDecoder();
  assert.equal(output.code, 0, text.decode(output.stderr));
  return JSON.parse(text.decode(output.stdout));
}

async function until(what: string, is: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !is();) {
    assert.ok(Date.now() < end, `in 20 s not: ${what}`);
    await pause(50);
  }
}

const options = { sanitizeOps: false, sanitizeResources: false };
Deno.test(
  "notifications: from a call to five services, once, and no secret stays behind",
  options,
  async () => {
    const [slack, chat, github, smtp] = [
      openSlack(),
      openGoogleChat(),
      openGithub(),
      await openSmtp(),
    ];
    const hook = openStandIn(() => new Response("ok"));
    const variables: Record<string, string> = {
      SLACK_WEBHOOK_URL: slack.url + slackPath,
      GOOGLE_CHAT_WEBHOOK_URL: chat.url + googleChatPath,
      GITHUB_TOKEN: githubToken,
      GITHUB_API_URL: github.url,
      SMTP_URL: smtp.url,
      NOTIFY_WEBHOOK_URL: `${hook.url}/in/a-secret-path-of-the-hook`,
    };
    for (const [name, value] of Object.entries(variables)) Deno.env.set(name, value);
    const dataFolder = await Deno.makeTempDir({ prefix: "cogo-notify-" });
    await layPreparedData(dataFolder);
    const notices: string[] = [];
    const progress = { ...silent, say: (line: string) => void notices.push(line) };
    const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress });
    const sql = connect(stack.file.db_url);
    try {
      const project = callsTo({ url: stack.file.url, key: stack.file.secret_key });
      const call = (name: string, args: object) => project(name, args, 15_000);
      const channels: Record<string, object> = {
        slack: {},
        google_chat: {},
        github_issue: { repository },
        email: { to: ["ops@acme.example"] },
        webhook: {},
      };
      for (const [kind, settings] of Object.entries(channels)) {
        await call("set_notification_channel", { name: kind, kind, settings });
      }
      // The first post to Slack is turned away; the job engine waits as long as it asks, and tries again.
      slack.instead.push(() =>
        new Response(slack.url + slackPath, { status: 429, headers: { "retry-after": "1" } })
      );

      const first = await runWeekly(stack);
      assert.deepEqual(
        first.told.map((one: { says: string }) => one.says.replace(/\d+/, "N")),
        Array(5).fill("job N sends it"),
      );
      await until(
        "all five are told",
        () =>
          [slack.got, chat.got, github.issues, smtp.taken, hook.got].every(({ length }) =>
            length > 0
          ),
      );
      const again = await runWeekly(stack, "--sb");
      assert.match(again.told[0].says, /^told before/);
      await call("send_test_notification", { channel: "webhook" });
      await until("the test is told", () => hook.got.length > 1);
      assert.deepEqual(
        [slack.got, chat.got, github.issues, smtp.taken, hook.got].map(({ length }) => length),
        [1, 1, 1, 1, 2],
        "a repeat tells nobody twice",
      );

      const secrets = [
        slackPath,
        "KEYKEYKEYKEY",
        githubToken,
        smtpUser.pass,
        "a-secret-path-of-the-hook",
      ];
      for await (const { source, text } of rowsIn(sql)) {
        for (const secret of secrets) {
          assert.ok(!text.includes(secret), `${source} holds ${secret}`);
        }
      }
      const [failure] = await sql`select error from cogo.attempts where outcome = 'retried'`;
      assert.match(JSON.stringify(failure), /Cannot send to slack: it answered 429/);
      assert.deepEqual(notices, []);
      assert.deepEqual([...await sql`select * from cogo.verify()`], []);
    } finally {
      await sql.end({ timeout: 1 });
      await stack.close();
      await Promise.all([slack, chat, github, smtp, hook].map((one) => one.close()));
      for (const name of Object.keys(variables)) Deno.env.delete(name);
      await Deno.remove(dataFolder, { recursive: true });
    }
  },
);
