import { setTimeout as wait } from "node:timers/promises";
import type {
  Channel,
  Notification,
} from "../../../functions/_shared/notifications/notification.ts";
import { send } from "../../../functions/_shared/notifications/send.ts";
import { SendFailure } from "../../../functions/_shared/notifications/send_failure.ts";

/** The kinds that `--direct` knows. */
export const directKinds = ["slack", "google-chat", "github", "email", "webhook"] as const;
/** One of {@link directKinds}. */
export type DirectKind = (typeof directKinds)[number];

/** Reads an environment variable. */
export type ReadVariable = (name: string) => string | undefined;

/** The channel of a kind, as CI's environment names it. @throws Error naming what is missing */
export function directChannel(kind: DirectKind, read: ReadVariable): Channel {
  const of = (channel: Omit<Channel, "name" | "settings">, settings: object = {}): Channel => {
    if (!read(channel.secret_env)) throw new Error(`${channel.secret_env} is not set`);
    return { ...channel, name: kind, settings: { ...settings } };
  };
  switch (kind) {
    case "slack":
      return of({ kind: "slack", secret_env: "SLACK_WEBHOOK_URL" });
    case "google-chat":
      return of({ kind: "google_chat", secret_env: "GOOGLE_CHAT_WEBHOOK_URL" });
    case "github":
      return of(
        { kind: "github_issue", secret_env: "GITHUB_TOKEN" },
        { repository: needed("GITHUB_REPOSITORY", read) },
      );
    case "email":
      return of({ kind: "email", secret_env: "SMTP_URL" }, {
        to: needed("MAIL_TO", read).split(",").map((one) => one.trim()).filter((one) => one !== ""),
        ...(read("MAIL_FROM") ? { from: read("MAIL_FROM") } : {}),
      });
    case "webhook":
      return of({ kind: "webhook", secret_env: "NOTIFY_WEBHOOK_URL" });
  }
}

function needed(name: string, read: ReadVariable): string {
  const value = read(name);
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** How one channel was told. */
export interface Told {
  readonly channel: string;
  readonly is_sent: boolean;
  readonly says: string;
  readonly tries: number;
}

/** Settings of {@link sendDirectly}. */
export interface DirectOptions {
  readonly read: ReadVariable;
  /** For tests and local receivers: this very machine may be told. */
  readonly allowLoopback?: boolean;
  /** 5 by default. */
  readonly tries?: number;
  /** The first wait between tries in milliseconds, doubled each time; 1000 by default. */
  readonly waitMs?: number;
}

/** The longest wait that a service is granted here: a job of CI is not to hang. */
const longestWaitMs = 60_000;

/** Sends at once, with tries of its own. Never throws. */
export async function sendDirectly(
  channel: Channel,
  notification: Notification,
  { read, allowLoopback = false, tries = 5, waitMs = 1000 }: DirectOptions,
): Promise<Told> {
  for (let nth = 1;; nth++) {
    try {
      const says = await send(channel, notification, { readSecret: read, allowLoopback });
      return { channel: channel.name, is_sent: true, says, tries: nth };
    } catch (thrown) {
      const failure = thrown instanceof SendFailure
        ? thrown
        : new SendFailure(String(thrown), false);
      if (!failure.isTransient || nth >= tries) {
        return { channel: channel.name, is_sent: false, says: failure.message, tries: nth };
      }
      const backoff = waitMs * 2 ** (nth - 1) * (0.5 + Math.random());
      const asked = (failure.retryInSeconds ?? 0) * 1000;
      await wait(Math.min(Math.max(backoff, asked), longestWaitMs));
    }
  }
}
