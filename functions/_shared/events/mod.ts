/** Messages between agents: durable subscriptions, and webhooks at both ends. */
export { type Delivery, poll } from "./client.ts";
export { SeenIds } from "./seen_ids.ts";
export {
  signWebhook,
  type VerifyOptions,
  verifyWebhook,
  WebhookError,
  type WebhookFault,
  type WebhookHeaders,
} from "./webhook_signature.ts";
