import { type Notification, shortHash, threadOf } from "../notification.ts";

/** What a plain webhook gets, in the form that Standard Webhooks proposes. */
export interface WebhookPayload {
  readonly type: string;
  readonly timestamp: string;
  readonly data: object;
}

/** The `webhook-id`: the same for each try of one notification. */
export const webhookId = ({ dedupe_key }: Notification): string => `ntf_${shortHash(dedupe_key)}`;

/** A notification as JSON for programs. */
export function webhookPayload(notification: Notification): WebhookPayload {
  const { kind, dedupe_key, message } = notification;
  return {
    type: `notification.${kind}`,
    timestamp: message.at ?? new Date().toISOString(),
    data: { ...message, dedupe_key, thread: threadOf(notification) },
  };
}
