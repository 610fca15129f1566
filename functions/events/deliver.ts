import { deliverWebhooks } from "../_shared/events/deliver_webhooks.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { isLocalStack } from "../_shared/platform/local_stack.ts";
import { openCaller } from "../_shared/platform/open_caller.ts";
import { respond } from "../_shared/platform/respond.ts";
import { readSigningKey } from "./settings.ts";

/**
 * `POST /deliver`: sends due webhooks, for up to 20 seconds, and answers how many. The clock calls
 * it; any number may run at once.
 * @throws CogoError missing_key, invalid_token (401), operators_only (403),
 * webhooks_not_configured, database_unreachable (503)
 */
export async function deliver(request: Request): Promise<Response> {
  const caller = await openCaller(request);
  if (!caller.isOperator) {
    throw new CogoError(
      "operators_only",
      "Cannot deliver webhooks: only an operator may send them",
      "The clock does it with a secret key; a subscription needs nothing more.",
    );
  }
  const options = { signingKey: readSigningKey(), allowLoopback: isLocalStack() };
  return respond(await deliverWebhooks(caller.call, options));
}
