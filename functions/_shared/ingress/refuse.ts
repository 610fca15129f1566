import { type Refuse, refusing } from "../platform/read_json.ts";
import { CallError } from "../worker/transport.ts";

/** Refusals of what was sent. */
export const refuse: Refuse = refusing("docs/openapi/ingress.json");

/** What Postgres finds wrong with a value itself, such as a zero byte in a text. */
export function isUnholdable(thrown: unknown): boolean {
  return thrown instanceof CallError && thrown.status === 400 && thrown.code === "";
}
