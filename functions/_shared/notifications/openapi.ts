import type { ErrorCode } from "../platform/errors.ts";
import {
  errorSchema,
  json,
  meaningsOf,
  ref,
  refusalsOf,
  securitySchemes,
  writeDocument,
} from "../platform/openapi.ts";

const refusals: readonly ErrorCode[] = [
  "missing_key",
  "invalid_token",
  "operators_only",
  "method_not_allowed",
  "internal",
  "database_unreachable",
];
const counted = (description: string) => ({ type: "integer", minimum: 0, description });

/** The description of the notify function in OpenAPI 3.1, as docs/openapi/notify.json holds it. */
export function notifyDocument(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "COGO notify",
      version: "0.1.0",
      description: "Sends notifications that are due. See docs/guides/notifications.md.",
    },
    servers: [
      { url: "http://127.0.0.1:54321/functions/v1/notify", description: "the local stack" },
      {
        url: "https://{project}.supabase.co/functions/v1/notify",
        variables: { project: { default: "PROJECT" } },
      },
    ],
    security: [{ secretKey: [] }],
    paths: {
      "/deliver": {
        post: {
          operationId: "deliverNotifications",
          summary: "Sends notifications that are due, for up to 20 seconds",
          description: "The clock calls it; any number may run at once.",
          responses: {
            "200": { description: "What was sent", content: json(ref("Deliveries")) },
            ...refusalsOf(refusals, meaningsOf, "Error"),
          },
        },
      },
    },
    components: {
      securitySchemes: { secretKey: securitySchemes.secretKey },
      schemas: {
        Deliveries: {
          type: "object",
          required: ["sent", "retried", "failed", "skipped"],
          additionalProperties: false,
          properties: {
            sent: counted("Taken by their service"),
            retried: counted("Will be tried again"),
            failed: counted("Dead letters now"),
            skipped: counted("Whose channel was removed"),
          },
        },
        Error: errorSchema,
      },
    },
  };
}

if (import.meta.main) await writeDocument("notify", notifyDocument());
