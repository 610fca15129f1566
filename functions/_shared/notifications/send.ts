import { ZodError } from "zod";
import type { GuardedPostOptions } from "../events/guarded_post.ts";
import type { Channel, Notification } from "./notification.ts";
import { SendFailure, withoutSecrets } from "./send_failure.ts";
import { sendToGoogleChat, sendToSlack } from "./senders/chat.ts";
import { emailSettings, sendByEmail } from "./senders/email.ts";
import { githubSettings, sendToGithub } from "./senders/github_issue.ts";
import { sendToWebhook } from "./senders/webhook.ts";

/** Settings of {@link send}. */
export interface SendOptions extends GuardedPostOptions {
  /** Reads an environment variable. */
  readonly readSecret: (name: string) => string | undefined;
}

/** What a channel may name: never the variables that hold keys of this project. */
const allowedVariable = /^(NOTIFY|SLACK|GOOGLE_CHAT|GITHUB|SMTP)_[A-Z0-9_]{1,80}$/;
const signingVariable = "NOTIFY_WEBHOOK_SECRET";

/**
 * Sends a notification through a channel; answers what was done. Secrets come from the environment,
 * and none is in what is answered or thrown.
 * @throws SendFailure
 */
export async function send(
  channel: Channel,
  notification: Notification,
  options: SendOptions,
): Promise<string> {
  const named = channel.settings["signing_secret_env"];
  const signing = read(typeof named === "string" ? named : signingVariable, options);
  const secret = read(channel.secret_env, options);
  if (secret === undefined) {
    throw new SendFailure(`the variable ${channel.secret_env} is not set or not allowed`, false);
  }
  if (channel.kind === "webhook" && named !== undefined && signing === undefined) {
    throw new SendFailure(`the variable ${String(named)} is not set or not allowed`, false);
  }
  try {
    return await sendBy(channel, notification, secret, signing, options);
  } catch (thrown) {
    const known = knownFailure(thrown);
    const clean = withoutSecrets(known.message, [secret, signing]);
    throw new SendFailure(clean, known.isTransient, known.retryInSeconds);
  }
}

function knownFailure(thrown: unknown): SendFailure {
  if (thrown instanceof SendFailure) return thrown;
  if (thrown instanceof ZodError) {
    const at = thrown.issues[0]?.path.join(".") ?? "";
    return new SendFailure(`its settings or the answer are not as they should be: ${at}`, false);
  }
  return new SendFailure(`it failed: ${thrown}`, true);
}

function read(name: string, { readSecret }: SendOptions): string | undefined {
  return allowedVariable.test(name) ? readSecret(name)?.trim() || undefined : undefined;
}

function sendBy(
  { kind, settings }: Channel,
  notification: Notification,
  secret: string,
  signing: string | undefined,
  options: SendOptions,
): Promise<string> {
  switch (kind) {
    case "slack":
      return sendToSlack(notification, secret, options);
    case "google_chat":
      return sendToGoogleChat(notification, secret, options);
    case "github_issue":
      return sendToGithub(
        notification,
        secret,
        githubSettings.parse(settings),
        // Not a setting of the channel: whoever sets it gets the token.
        read("GITHUB_API_URL", options) ?? "https://api.github.com",
        options,
      );
    case "email":
      return sendByEmail(notification, secret, emailSettings.parse(settings), options);
    case "webhook":
      return sendToWebhook(notification, secret, signing, options);
  }
}
