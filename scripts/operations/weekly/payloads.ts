import { emailOf } from "../../../functions/_shared/notifications/formats/email.ts";
import {
  issueBody,
  issueTitle,
} from "../../../functions/_shared/notifications/formats/github_issue.ts";
import { googleChatPayload } from "../../../functions/_shared/notifications/formats/google_chat.ts";
import { slackPayload } from "../../../functions/_shared/notifications/formats/slack.ts";
import { webhookPayload } from "../../../functions/_shared/notifications/formats/webhook.ts";
import type {
  Channel,
  Notification,
} from "../../../functions/_shared/notifications/notification.ts";

/** Exactly what a channel of a kind would be sent. */
export const payloads: Readonly<Record<Channel["kind"], (notification: Notification) => object>> = {
  slack: slackPayload,
  google_chat: googleChatPayload,
  github_issue: (notification) => ({
    title: issueTitle(notification),
    body: issueBody(notification),
  }),
  email: emailOf,
  webhook: webhookPayload,
};

/** A notification as a person reads it in a terminal. */
export function plainText({ message }: Notification): string {
  const { title, severity, text = "", facts = [], links = [] } = message;
  const width = Math.max(0, ...facts.map(({ name }) => name.length));
  const indent = `\n${" ".repeat(width + 2)}`;
  return [
    `[${severity}] ${title}`,
    text,
    facts.map(({ name, value }) =>
      `${name.padEnd(width)}  ${String(value).replaceAll("\n", indent)}`
    ).join("\n"),
    links.map((link) => `${link.title}: ${link.url}`).join("\n"),
  ].filter((part) => part !== "").join("\n\n");
}
