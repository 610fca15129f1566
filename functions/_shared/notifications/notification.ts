import { createHash } from "node:crypto";
import { z } from "zod";

const severity = z.enum(["info", "warning", "critical", "recovered"]);

/** What operators are told; the shape that `cogo.notify` takes and keeps. */
export const messageSchema = z.object({
  title: z.string(),
  severity,
  /** Plain lines. */
  text: z.string().optional(),
  facts: z.array(
    z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }),
  )
    .optional(),
  links: z.array(z.object({ title: z.string(), url: z.string() })).optional(),
  /** ISO 8601. */
  at: z.string().optional(),
  /** Messages of one thread belong together; the dedupe key unless given. */
  thread: z.string().optional(),
  recovered_from: severity.exclude(["recovered"]).optional(),
});

/** {@link messageSchema}, checked. */
export type Message = z.output<typeof messageSchema>;

/** A message with the names that receivers know it by. */
export const notificationSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  kind: z.string(),
  dedupe_key: z.string(),
  message: messageSchema,
});

/** {@link notificationSchema}, checked. */
export type Notification = z.output<typeof notificationSchema>;

/** A channel, as `cogo.notification_channels` keeps it: without its secret. */
export const channelSchema = z.object({
  name: z.string(),
  kind: z.enum(["slack", "google_chat", "github_issue", "email", "webhook"]),
  settings: z.record(z.string(), z.unknown()),
  /** The environment variable with its URL or token. */
  secret_env: z.string(),
});

/** {@link channelSchema}, checked. */
export type Channel = z.output<typeof channelSchema>;

/** The thread that a notification belongs to. */
export const threadOf = ({ message, dedupe_key }: Notification): string =>
  message.thread ?? dedupe_key;

/** A name for a text that may be long: 32 hex digits, the same for the same text. */
export const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 32);

/** How a severity is shown where there are no colours. */
export const signs: Readonly<Record<Message["severity"], string>> = {
  info: "ℹ️",
  warning: "⚠️",
  critical: "🚨",
  recovered: "✅",
};

/** A text of at most `most` UTF-16 units; one that is cut says so, and where the rest is. */
export function cut(text: string, most: number, rest = ""): string {
  if (text.length <= most) return text;
  const end = `…${rest}`;
  // Never half of a pair: that would be no character at all.
  return text.slice(0, most - end.length).replace(/[\ud800-\udbff]$/, "") + end;
}
