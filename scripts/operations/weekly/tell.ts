import { z } from "zod";
import { issueBody } from "../../../functions/_shared/notifications/formats/github_issue.ts";
import {
  type Channel,
  channelSchema,
  type Notification,
} from "../../../functions/_shared/notifications/notification.ts";
import { appendStepSummary } from "../../command_line/step_summary.ts";
import { sendDirectly, type Told } from "./direct.ts";
import { payloads, plainText } from "./payloads.ts";
import type { Options } from "./options.ts";
import type { Project } from "./sources.ts";

const filed = z.object({
  jobs: z.array(z.object({ channel: z.string(), job_id: z.number(), created: z.boolean() })),
});

/** Hands the message to the project, whose job engine sends it. */
export async function fileWeekly(
  project: Project,
  { kind, dedupe_key, message }: Notification,
  channels: readonly string[],
): Promise<Told[]> {
  const { jobs } = filed.parse(
    await project.call("send_notification", {
      kind,
      dedupe_key,
      message,
      ...(channels.length === 0 ? {} : { channels }),
    }),
  );
  return jobs.map(({ channel, job_id, created }) => ({
    channel,
    is_sent: true,
    says: created ? `job ${job_id} sends it` : `told before, by job ${job_id}`,
    tries: 1,
  }));
}

/** Sends through channels beside each other. */
export function tellDirectly(
  channels: readonly Channel[],
  notification: Notification,
  allowLoopback: boolean,
): Promise<Told[]> {
  const options = { read: (name: string) => Deno.env.get(name), allowLoopback };
  return Promise.all(channels.map((channel) => sendDirectly(channel, notification, options)));
}

/** Which kinds of channels a dry run shows: those asked for, else the project's, else all. */
export async function kindsShown(options: Options, project: Project): Promise<Channel["kind"][]> {
  const names = { "google-chat": "google_chat", github: "github_issue" } as const;
  if (options.direct.length > 0) {
    return options.direct.map((kind) =>
      kind === "google-chat" || kind === "github" ? names[kind] : kind
    );
  }
  const known = z.array(channelSchema)
    .parse(await project.call("list_notification_channels", {}).catch(() => []));
  const wanted = known.filter(({ name }) =>
    options.channel.length === 0 || options.channel.includes(name)
  );
  const kinds = [...new Set(wanted.map(({ kind }) => kind))];
  return kinds.length > 0 ? kinds : Object.keys(payloads) as Channel["kind"][];
}

/** Prints what a dry run shows. */
export function showDry(
  notification: Notification,
  kinds: readonly Channel["kind"][],
  json: boolean,
): void {
  if (!json) return console.log(plainText(notification));
  const shown = Object.fromEntries(kinds.map((kind) => [kind, payloads[kind](notification)]));
  console.log(JSON.stringify({ dry: true, ...notification, payloads: shown }));
}

/** Adds the report to the summary of a job of GitHub Actions, where there is one. */
export async function writeStepSummary(
  notification: Notification,
  told: readonly Told[],
): Promise<void> {
  const lines = told.map(({ channel, is_sent, says }) =>
    `- ${channel}: ${is_sent ? "" : "**not told**, "}${says}`
  );
  await appendStepSummary(
    `## ${notification.message.title}\n\n${issueBody(notification)}\n\n${lines.join("\n")}\n`,
  );
}
