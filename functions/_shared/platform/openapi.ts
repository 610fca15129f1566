import { z } from "zod";
import { type ErrorCode, errorCodes } from "./errors.ts";

/** Who may call a function: an agent with its token, an operator with a secret key. */
export const securitySchemes = {
  agentToken: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
  secretKey: { type: "apiKey", in: "header", name: "apikey" },
} as const;

/** A schema as a component of OpenAPI 3.1. */
export function schemaOf(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

/** A component, by its name. */
export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** The content of a body that is JSON. */
export const json = (schema: object): object => ({ "application/json": { schema } });

/**
 * The answers that refuse, by status.
 * @param words machine words, in the order in which they are told
 * @param describe tells the words of one status
 * @param schema the component that all of them answer with
 */
export function refusalsOf(
  words: readonly ErrorCode[],
  describe: (words: readonly ErrorCode[]) => string,
  schema: string,
): Record<string, object> {
  const byStatus = Map.groupBy(words, (word) => errorCodes[word].status);
  return Object.fromEntries([...byStatus].map(([status, those]) => [
    String(status),
    { description: describe(those), content: json(ref(schema)) },
  ]));
}

/** Tells words with their meanings; they are those of docs/errors.md. */
export const meaningsOf = (words: readonly ErrorCode[]): string =>
  words.map((word) => `${word}: ${errorCodes[word].meaning}`).join(" ");

/** What refusals answer: the four fields of PostgREST. */
export const errorSchema = {
  type: "object",
  required: ["code", "message", "details", "hint"],
  properties: {
    code: { type: "string" },
    message: { type: "string" },
    details: { type: ["string", "null"] },
    hint: { type: ["string", "null"] },
  },
} as const;

/** Where the description of a function is kept. */
export const documentFile = (functionName: string): URL =>
  new URL(`../../../docs/openapi/${functionName}.json`, import.meta.url);

/** Keeps the description of a function. */
export async function writeDocument(functionName: string, document: object): Promise<void> {
  await Deno.writeTextFile(documentFile(functionName), `${JSON.stringify(document, null, 2)}\n`);
}
