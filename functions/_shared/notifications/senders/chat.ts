import type { GuardedPostOptions } from "../../events/guarded_post.ts";
import { googleChatPayload } from "../formats/google_chat.ts";
import { slackPayload } from "../formats/slack.ts";
import type { Notification } from "../notification.ts";
import { postJson } from "./web.ts";

/** Posts to an incoming webhook of Slack. @throws SendFailure */
export async function sendToSlack(
  notification: Notification,
  url: string,
  options: GuardedPostOptions,
): Promise<string> {
  await postJson(url, slackPayload(notification), options);
  return "posted";
}

/** Posts to an incoming webhook of Google Chat, into the thread's thread. @throws SendFailure */
export async function sendToGoogleChat(
  notification: Notification,
  url: string,
  options: GuardedPostOptions,
): Promise<string> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  address?.searchParams.set("messageReplyOption", "REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD");
  await postJson(address?.href ?? url, googleChatPayload(notification), options);
  return "posted";
}
