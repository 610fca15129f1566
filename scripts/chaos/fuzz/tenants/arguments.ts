import type { Random } from "../../random.ts";
import { argumentFor, type Parameter } from "../arguments.ts";
import { type Json, jsonText } from "../nonsense.ts";
import type { Known } from "../shapes.ts";
import { foreignShapes, holdFor, jobIdFor, nameFor, uuidFor } from "./foreign_shapes.ts";
import type { Pool } from "./pools.ts";

const numbers: Readonly<Record<string, readonly string[]>> = {
  integer: ["1", "10", "60"],
  bigint: ["1", "1000"],
  numeric: ["1", "1000"],
  real: ["0.5", "1"],
  "double precision": ["1", "60"],
};

const texts: Readonly<Record<string, readonly string[]>> = {
  type: ["fuzz.job"],
  cron: ["0 * * * *"],
  time_zone: ["UTC"],
  step: ["1m"],
  kind: ["pull"],
  start: ["beginning"],
  signal: ["go"],
  service: ["chat"],
  series: ["depth"],
  role: ["viewer"],
  reason: ["fuzz"],
};
const named =
  /^(name|worker|idempotency_key|concurrency_key|session|project|consumer|name_prefix)$/;

/** A list of Postgres, of 1 to 3. */
const listOf = (random: Random, one: () => Json) =>
  `{${Array.from({ length: random.between(1, 3) }, one).join(",")}}`;

/**
 * A value that names another tenant's things; the same lot with a pool of absent ids names nothing,
 * and is the same otherwise. Undefined leaves the argument out.
 */
export function foreignArgument(
  parameter: Parameter,
  random: Random,
  pool: Pool,
): string | null | undefined {
  const { name: called, type, optional } = parameter;
  const isTenant = called === "tenant_id" || called === "only_tenant";
  if (optional && random.next() < (isTenant ? 0.8 : 0.4)) return undefined;
  if (isTenant) return pool.tenant;
  if (type === "uuid") return uuidFor(called, random, pool);
  if (type === "uuid[]") return listOf(random, () => uuidFor(called, random, pool));
  if (called === "job_id") return String(jobIdFor(random, pool));
  if (called === "before_job_id") return String(random.pick(pool.cursors.jobIds));
  if (type === "bigint[]") {
    const isFence = /fence|renew/.test(called);
    return listOf(random, () => isFence ? holdFor(random, pool).fence : jobIdFor(random, pool));
  }
  if (called === "fence") return String(holdFor(random, pool).fence);
  if (type === "jsonb" && foreignShapes[called]) {
    return jsonText(foreignShapes[called]!(random, pool));
  }
  if (type === "text[]") return called === "scopes" ? "{jobs:read}" : "{>}";
  if (numbers[type] && random.next() < 0.9) return random.pick(numbers[type]!);
  if (type === "text") {
    if (called === "name" && random.next() < 0.2) return "fuzz.flow";
    if (named.test(called)) return String(nameFor(random, pool));
    if (texts[called]) return random.pick(texts[called]!);
  }
  const known: Known = {
    jobIds: [...pool.jobIds],
    fences: pool.holds.map(({ fence }) => fence),
    runIds: [...pool.uuids["quality_runs"] ?? []],
    holds: [...pool.holds],
  };
  return argumentFor(parameter, random, known);
}
