import { z } from "zod";
import { askedV1, failureV1, replyV1, requestV1 } from "../worker/call_wire.ts";
import type { JsonSchema } from "./json_schemas.ts";

const forms = {
  call_request: requestV1,
  call_asked: askedV1,
  call_reply: replyV1,
  call_failure: failureV1,
};

/** The JSON Schemas of INTER_AGENT_CALLS_V1. What is answered is open: a reader ignores the rest. */
export function callSchemas(): Record<keyof typeof forms, JsonSchema> {
  const schemas = Object.entries(forms).map(([name, form]) => [name, {
    ...z.toJSONSchema(form, { io: "input" }),
    $id: `urn:cogo:${name}:v1`,
    title: `INTER_AGENT_CALLS_V1 ${name}`,
  }]);
  return Object.fromEntries(schemas);
}
