import { z } from "zod";
import { type ErrorCode, errorCodes } from "../platform/errors.ts";
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

function schemaOf(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

function post(summary: string, body: string): Record<string, unknown> {
  const json = (name: string) => ({
    "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
  });
  const statuses = [...new Set(refusals.map((word) => errorCodes[word].status))].sort();
  const refused = statuses.map((status) => {
    const words = refusals.filter((word) => errorCodes[word].status === status).join(", ");
    return [String(status), { description: words, content: json("Refusal") }];
  });
  return {
    post: {
      summary,
      security: [{ agentToken: [] }, { secretKey: [] }],
      requestBody: { required: true, content: json(body) },
      responses: {
        "200": { description: "A route.", content: json("Route") },
        ...Object.fromEntries(refused),
      },
    },
  };
}

/** The OpenAPI 3.1 description of the function router-select, from its zod schemas. */
export function describeRouterSelect(): Record<string, unknown> {
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
      securitySchemes: {
        agentToken: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        secretKey: { type: "apiKey", in: "header", name: "apikey" },
      },
    },
  };
}

/** Where the description is kept. */
export const routerSelectFile = new URL(
  "../../../docs/openapi/router-select.json",
  import.meta.url,
);

if (import.meta.main) {
  const text = JSON.stringify(describeRouterSelect(), null, 2) + "\n";
  await Deno.writeTextFile(routerSelectFile, text);
}
