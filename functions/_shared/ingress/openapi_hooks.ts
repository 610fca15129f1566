import { json } from "../platform/openapi.ts";
import { answer, failing, parameter, refusals } from "./openapi_parts.ts";

const name = parameter("name", "path", "The name of the hook.");

const hook = {
  parameters: [name],
  post: {
    operationId: "receiveHook",
    summary: "Somebody else's webhook: GitHub, Stripe, Standard Webhooks.",
    requestBody: { required: true, content: json({}) },
    responses: {
      "200": answer("No rule wants it, or it came before.", "Taken"),
      "202": answer("Its job.", "Taken"),
      ...refusals([
        "bad_argument",
        "invalid_signature",
        "budget_exceeded",
        "body_timeout",
        "payload_too_large",
        "schema_mismatch",
        "rate_limited",
        "queue_full",
        "overloaded",
        ...failing,
      ]),
    },
  },
};

const secret = {
  parameters: [name],
  post: {
    operationId: "showHookSecret",
    summary: "The derived secret of a hook, for operators.",
    security: [{ secretKey: [] }],
    responses: {
      "200": answer("The secret.", "Secret"),
      ...refusals([
        "missing_key",
        "invalid_token",
        "operators_only",
        "access_not_found",
        "webhooks_not_configured",
        ...failing,
      ]),
    },
  },
};

/** The paths of webhooks of others. */
export const hookPaths = { "/ingress/hooks/{name}": hook, "/ingress/hooks/{name}/secret": secret };
