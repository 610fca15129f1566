/** Messages between agents: requests, durable subscriptions, and webhooks at both ends. */
export { type Delivery, poll, type Reply, request, type RequestOptions } from "./client.ts";
export { SeenIds } from "./seen_ids.ts";
export {
  signWebhook,
  type VerifyOptions,
  verifyWebhook,
  WebhookError,
  type WebhookFault,
  type WebhookHeaders,
} from "./webhook_signature.ts";
