import { z } from "zod";
import type { ErrorCode } from "../platform/errors.ts";
import {
  json,
  ref,
  refusalsOf,
  schemaOf,
  securitySchemes,
  writeDocument,
} from "../platform/openapi.ts";
import { nextRequest, routeAnswer, selectRequest } from "./contract.ts";

const refusals: readonly ErrorCode[] = [
  "bad_argument",
  "missing_key",
  "invalid_token",
  "not_an_agent",
  "budget_exceeded",
  "tenant_forbidden",
  "decision_not_found",
  "no_candidate",
  "idempotency_conflict",
  "rate_limited",
  "body_timeout",
  "payload_too_large",
  "internal",
  "database_unreachable",
];

const refusal = z.looseObject({
  code: z.string(),
  message: z.string(),
  details: z.string().nullable().describe("The word to program against; see docs/errors.md."),
  hint: z.string().nullable(),
  rejected: z.record(z.string(), z.number()).optional()
    .describe("How many models were rejected, by reason."),
  intended_refused: z.string().optional(),
  retry_after_ms: z.number().optional(),
  budget_id: z.number().int().optional(),
});

function post(summary: string, body: string): object {
  return {
    post: {
      summary,
      security: [{ agentToken: [] }, { secretKey: [] }],
      requestBody: { required: true, content: json(ref(body)) },
      responses: {
        "200": { description: "A route.", content: json(ref("Route")) },
        ...refusalsOf(refusals, (words) => words.join(", "), "Refusal"),
      },
    },
  };
}

/** The OpenAPI 3.1 description of the function router-select, from its zod schemas. */
export function describeRouterSelect(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "router-select",
      version: "2.0.0",
      description: "Chooses provider, model and region, and holds the money for one call.",
    },
    servers: [{ url: "{project}/functions/v1", variables: { project: { default: "" } } }],
    paths: {
      "/router-select": post("Choose a model.", "SelectRequest"),
      "/router-select/next": post("The next attempt after one failed.", "NextRequest"),
    },
    components: {
      schemas: {
        SelectRequest: schemaOf(selectRequest, "input"),
        NextRequest: schemaOf(nextRequest, "input"),
        Route: schemaOf(routeAnswer, "output"),
        Refusal: schemaOf(refusal, "output"),
      },
      securitySchemes,
    },
  };
}

if (import.meta.main) await writeDocument("router-select", describeRouterSelect());
