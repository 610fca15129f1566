import { z } from "zod";
import { messageV1 } from "./envelope.ts";
import { isJobEventType, jobEventPayloads, jobsNamespace } from "./job_events.ts";

/** One thing that is wrong: a JSON pointer into the message and a sentence. */
export interface Violation {
  path: string;
  problem: string;
}

/** The issues of a zod error as violations; each unknown key is named by its own path. */
export function violationsOf(error: z.ZodError, at: PropertyKey[] = []): Violation[] {
  return error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: pointer([...path, key]), problem: "is not known" }))
      : [{ path: pointer(path), problem: issue.message }];
  });
}

/**
 * What a value breaks of MESSAGE_SCHEMA_V1: the envelope first, then, for an event of the job
 * engine, its payload. Empty when it holds. SQL's `cogo.message_violations` answers the same.
 */
export function messageViolations(value: unknown): Violation[] {
  const message = messageV1.safeParse(value);
  if (!message.success) return violationsOf(message.error);
  const { type, payload, schema } = message.data;
  if (schema.namespace !== jobsNamespace) return [];
  if (!isJobEventType(type)) return [{ path: "/type", problem: "is not an event of a job" }];
  if (schema.name !== type) return [{ path: "/schema/name", problem: "must name the type" }];
  const content = jobEventPayloads[type].safeParse(payload);
  return content.success ? [] : violationsOf(content.error, ["payload"]);
}

function pointer(path: PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
