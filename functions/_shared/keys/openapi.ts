import type { ErrorCode } from "../platform/errors.ts";
import {
  errorSchema,
  json,
  meaningsOf,
  ref,
  refusalsOf,
  schemaOf,
  securitySchemes,
  writeDocument,
} from "../platform/openapi.ts";
import { keyMetadata, openedKey } from "./answers.ts";
import { vaultRequest } from "./contract.ts";

const refusals: readonly ErrorCode[] = [
  "bad_argument",
  "missing_key",
  "invalid_token",
  "not_an_agent",
  "operators_only",
  "grant_refused",
  "second_person_needed",
  "key_not_found",
  "key_conflict",
  "plaintext_refused",
  "key_damaged",
  "body_timeout",
  "payload_too_large",
  "internal",
  "keys_not_configured",
  "database_unreachable",
];

/** The description of `POST /key-vault` in OpenAPI 3.1, as docs/openapi/key-vault.json holds it. */
export function vaultDocument(): object {
  const { secretKey, agentToken } = securitySchemes;
  return {
    openapi: "3.1.0",
    info: {
      title: "COGO key-vault",
      version: "0.1.0",
      description: "Provider keys: kept sealed, opened by grants. See docs/guides/keys.md.",
    },
    servers: [
      { url: "http://127.0.0.1:54321/functions/v1", description: "the local stack" },
      {
        url: "https://{project}.supabase.co/functions/v1",
        variables: { project: { default: "PROJECT" } },
      },
    ],
    security: [{ secretKey: [] }, { agentToken: [] }],
    paths: {
      "/key-vault": {
        post: {
          operationId: "keyVault",
          summary: "One operation, named by op. Agents may only resolve a grant.",
          requestBody: { required: true, content: json(ref("Request")) },
          responses: {
            "200": {
              description: "The answer of the op; Cache-Control: no-store.",
              content: json({
                anyOf: [ref("OpenedKey"), ref("Key"), { type: "object" }, { type: "array" }],
              }),
            },
            ...refusalsOf(refusals, meaningsOf, "Error"),
          },
        },
      },
    },
    components: {
      securitySchemes: { secretKey, agentToken },
      schemas: {
        Request: schemaOf(vaultRequest, "input"),
        OpenedKey: schemaOf(openedKey, "input"),
        Key: schemaOf(keyMetadata, "input"),
        Error: errorSchema,
      },
    },
  };
}

if (import.meta.main) await writeDocument("key-vault", vaultDocument());
