import { schemaOf, securitySchemes, writeDocument } from "../platform/openapi.ts";
import { hookTaken, jobAccepted, jobCancelled, jobRequest, jobStatus } from "./contract.ts";
import { hookPaths } from "./openapi_hooks.ts";
import { jobPaths } from "./openapi_jobs.ts";
import { text } from "./openapi_parts.ts";

const ended = {
  type: "object",
  required: ["id", "type", "ts", "payload"],
  description: "The envelope of docs/specs/MESSAGE_SCHEMA_V1.md.",
  properties: {
    id: text,
    type: { enum: ["ingress.job_succeeded", "ingress.job_failed", "ingress.job_cancelled"] },
    ts: text,
    payload: {
      type: "object",
      required: ["job_id", "type", "state"],
      properties: {
        job_id: text,
        type: text,
        state: text,
        result: { description: "Where it has at most 64 KiB." },
        error: {},
      },
    },
  },
};

/** The description of ingress in OpenAPI 3.1, as docs/openapi/ingress.json holds it. */
export function ingressDocument(): object {
  const properties = { code: text, message: text, details: text, hint: text };
  return {
    openapi: "3.1.0",
    info: {
      title: "COGO ingress",
      version: "0.1.0",
      description: "The door for requests from outside. See docs/guides/ingress.md.",
    },
    servers: [
      { url: "http://127.0.0.1:54321/functions/v1", description: "the local stack" },
      {
        url: "https://{project}.supabase.co/functions/v1",
        variables: { project: { default: "PROJECT" } },
      },
    ],
    paths: {
      ...jobPaths,
      ...hookPaths,
    },
    components: {
      securitySchemes: {
        ...securitySchemes,
        credential: { type: "http", scheme: "bearer", bearerFormat: "cga_…" },
      },
      schemas: {
        JobRequest: schemaOf(jobRequest, "input"),
        Job: schemaOf(jobAccepted, "input"),
        Status: schemaOf(jobStatus, "input"),
        Cancelled: schemaOf(jobCancelled, "input"),
        Taken: schemaOf(hookTaken, "input"),
        Secret: {
          type: "object",
          required: ["name", "secret"],
          properties: { name: text, secret: text },
        },
        Ended: ended,
        Error: { type: "object", required: Object.keys(properties), properties },
      },
    },
  };
}

if (import.meta.main) await writeDocument("ingress", ingressDocument());
