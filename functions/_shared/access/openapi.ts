import type { ErrorCode } from "../platform/errors.ts";
import {
  errorSchema,
  json,
  meaningsOf,
  ref,
  refusalsOf,
  schemaOf,
  writeDocument,
} from "../platform/openapi.ts";
import { tokenAnswer, tokenRequest } from "./contract.ts";

const refusals: readonly ErrorCode[] = [
  "bad_argument",
  "missing_key",
  "invalid_credential",
  "insufficient_scope",
  "rate_limited",
  "body_timeout",
  "payload_too_large",
  "internal",
  "tokens_not_configured",
  "database_unreachable",
];
/** The description of agent-token in OpenAPI 3.1, as docs/openapi/agent-token.json holds it. */
export function tokenDocument(): object {
  const request = { schema: ref("Request") };
  return {
    openapi: "3.1.0",
    info: {
      title: "COGO agent-token",
      version: "0.1.0",
      description: "Tokens of 15 minutes for agents. See docs/guides/agents.md.",
    },
    servers: [
      { url: "http://127.0.0.1:54321/functions/v1", description: "the local stack" },
      {
        url: "https://{project}.supabase.co/functions/v1",
        variables: { project: { default: "PROJECT" } },
      },
    ],
    paths: {
      "/agent-token": {
        post: {
          operationId: "agentToken",
          summary: "A credential (bearer), an assertion or an OIDC token, for a token.",
          security: [{ credential: [] }, {}],
          requestBody: {
            required: false,
            content: { "application/json": request, "application/x-www-form-urlencoded": request },
          },
          responses: {
            "200": {
              description: "The token; Cache-Control: no-store.",
              content: json(ref("Token")),
            },
            ...refusalsOf(refusals, meaningsOf, "Error"),
          },
        },
      },
      "/agent-token/jwks": {
        get: {
          operationId: "agentTokenKeys",
          summary: "The public keys by which tokens are checked.",
          responses: {
            "200": { description: "A JWK set.", content: json(ref("Keys")) },
            ...refusalsOf(
              ["internal", "tokens_not_configured", "database_unreachable"],
              meaningsOf,
              "Error",
            ),
          },
        },
      },
    },
    components: {
      securitySchemes: { credential: { type: "http", scheme: "bearer", bearerFormat: "cga_…" } },
      schemas: {
        Request: schemaOf(tokenRequest, "input"),
        Token: schemaOf(tokenAnswer, "input"),
        Keys: {
          type: "object",
          required: ["keys"],
          properties: { keys: { type: "array", items: { type: "object" } } },
        },
        Error: errorSchema,
      },
    },
  };
}

if (import.meta.main) await writeDocument("agent-token", tokenDocument());
