import { Buffer } from "node:buffer";

const word = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * `select api.rpc(name => $2, …)` with the claims as $1.
 * @throws TypeError for a name that no program of ours would write
 */
export function statementOf(schema: "api" | "cogo", rpc: string, names: readonly string[]): string {
  const wrong = [rpc, ...names].find((name) => !word.test(name));
  if (wrong !== undefined) throw new TypeError(`Cannot call ${rpc}: ${wrong} is not a name`);
  const given = names.map((name, place) => `${name} => $${place + 2}`).join(", ");
  // The claims are set before the call, in the same statement; offset 0 keeps them a step of their own.
  return `select to_jsonb(${schema}.${rpc}(${given}))::text as answer ` +
    "from (select set_config('request.jwt.claims', $1, true) offset 0) as caller";
}

/** As Postgres reads it from text: arrays of plain values as its own, objects as JSON. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (!Array.isArray(value)) {
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  if (value.some((item) => typeof item === "object" && item !== null)) return JSON.stringify(value);
  const quoted = value.map((item) =>
    item === null ? "null" : `"${String(item).replace(/[\\"]/g, "\\$&")}"`
  );
  return `{${quoted.join(",")}}`;
}
