import { z } from "zod";
import { errorCodes } from "../platform/errors.ts";
import { keyMetadata, openedKey } from "./answers.ts";
import { vaultRequest } from "./contract.ts";

const json = (schema: unknown) => ({ "application/json": { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

/** What each status means here; the words are those of docs/errors.md. */
const failures: Readonly<Record<string, readonly (keyof typeof errorCodes)[]>> = {
  "400": ["bad_argument"],
  "401": ["missing_key", "invalid_token", "not_an_agent"],
  "403": ["operators_only", "grant_refused", "second_person_needed"],
  "404": ["key_not_found"],
  "409": ["key_conflict", "plaintext_refused"],
  "500": ["key_damaged", "internal"],
  "503": ["keys_not_configured", "database_unreachable"],
};

const problems = Object.fromEntries(
  Object.entries(failures).map(([status, words]) => [status, {
    description: words.map((word) => `${word}: ${errorCodes[word].meaning}`).join(" "),
    content: json(ref("Error")),
  }]),
);

/** The description of `POST /key-vault` in OpenAPI 3.1, as docs/openapi/key-vault.json holds it. */
export function vaultDocument(): object {
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
            ...problems,
          },
        },
      },
    },
    components: {
      securitySchemes: {
        secretKey: { type: "apiKey", in: "header", name: "apikey" },
        agentToken: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
      },
      schemas: {
        Request: jsonSchema(vaultRequest),
        OpenedKey: jsonSchema(openedKey),
        Key: jsonSchema(keyMetadata),
        Error: {
          type: "object",
          required: ["code", "message", "details", "hint"],
          properties: {
            code: { type: "string" },
            message: { type: "string" },
            details: { type: ["string", "null"] },
            hint: { type: ["string", "null"] },
          },
        },
      },
    },
  };
}
