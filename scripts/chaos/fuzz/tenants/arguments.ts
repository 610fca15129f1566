import type { Random } from "../../random.ts";
import { argumentFor, type Parameter } from "../arguments.ts";
import { type Json, jsonText } from "../nonsense.ts";
import type { Known } from "../shapes.ts";
import type { Pool } from "./plant.ts";

type Shape = (random: Random, pool: Pool) => Json;

/** In which columns a parameter's ids stand, where its name is another. */
const columns: Readonly<Record<string, readonly string[]>> = {
  run_id: ["quality_runs"],
  before_run_id: ["quality_runs"],
  before_workflow_id: ["workflow_id"],
  before: ["decision_id"],
  after: ["agent_id", "user_id"],
  after_event_id: ["events", "event_id"],
  cause: ["events", "event_id"],
  request_id: ["request_id"],
};

const cursor = /^(before|after)(_|$)/;

function uuid(name: string, random: Random, pool: Pool): string {
  const { uuids } = cursor.test(name) ? pool.cursors : pool;
  const own = (columns[name] ?? [name]).flatMap((column) => uuids[column] ?? []);
  const all = Object.values(uuids).flat();
  return random.pick(own.length > 0 && random.next() < 0.85 ? own : all);
}

const name: Shape = (random, { names }) => random.pick(names);
const jobId: Shape = (random, { jobIds }) => random.pick(jobIds);
const hold = (random: Random, { holds }: Pool) => ({ ...random.pick(holds) });
const says = { says: "fuzz" };
const oneOrTwo = (one: Shape): Shape => (random, pool) =>
  Array.from({ length: random.between(1, 2) }, () => one(random, pool));
const maybe = (random: Random, more: { [key: string]: Json }) => random.next() < 0.5 ? more : {};

const job: Shape = (random, pool) => ({
  type: "fuzz.job",
  payload: says,
  ...maybe(random, { after: [jobId(random, pool)] }),
  ...maybe(random, { idempotency_key: name(random, pool) }),
  ...maybe(random, { cause: uuid("cause", random, pool) }),
  ...maybe(random, { correlation_id: uuid("correlation_id", random, pool) }),
  ...maybe(random, { concurrency_key: name(random, pool) }),
  ...(random.next() < 0.1 ? { tenant_id: pool.tenant } : {}),
});

const broken = { class: "permanent", message: "fuzz" };
const ofRun = (random: Random, pool: Pool) => ({ run_id: uuid("run_id", random, pool) });

const shapes: Readonly<Record<string, Shape>> = {
  jobs: oneOrTwo((random, pool) =>
    random.next() < 0.4
      ? job(random, pool)
      : { ...hold(random, pool), ...maybe(random, { delay_seconds: 1 }) }
  ),
  results: oneOrTwo((random, pool) =>
    random.next() < 0.6
      ? { ...hold(random, pool), result: says }
      : { ...ofRun(random, pool), gate: "lint", verdict: "passed", reason: "fuzz" }
  ),
  failures: oneOrTwo((random, pool) =>
    random.next() < 0.7
      ? { ...hold(random, pool), error: broken }
      : { id: uuid("events", random, pool), error: "fuzz" }
  ),
  finished: oneOrTwo((random, pool) => ({ ...hold(random, pool), outcome: "succeeded" })),
  artifacts: oneOrTwo((random, pool) => ({
    ...ofRun(random, pool),
    name: "log.txt",
    kind: "log",
    media_type: "text/plain",
    size_bytes: 1,
    sha256: "0".repeat(64),
    location: `local:${"0".repeat(64)}`,
  })),
  fixes: oneOrTwo((random, pool) => ({
    ...ofRun(random, pool),
    gate: "lint",
    fixer: "eslint",
    ...hold(random, pool),
    command: "eslint . --fix",
    files_changed: 1,
    lines_added: 1,
    lines_removed: 1,
    applies: true,
    diff: "fix.diff",
    before: { lint: { verdict: "failed" } },
    after: { lint: { verdict: "passed" } },
  })),
  routes: oneOrTwo((random, pool) => ({
    decision_id: uuid("decision_id", random, pool),
    attempt: 1,
    usage: { prompt_tokens: 1 },
  })),
  workflows: oneOrTwo((random, pool) => ({
    name: "fuzz.flow",
    input: says,
    ...maybe(random, { idempotency_key: name(random, pool) }),
    ...maybe(random, { tenant_id: pool.tenant }),
  })),
  messages: oneOrTwo((random, pool) => ({
    type: "fuzz.told",
    payload: says,
    ...maybe(random, { cause: uuid("cause", random, pool) }),
    ...maybe(random, { channel: `tenant.${pool.tenant}.fuzz` }),
  })),
  plan: () => ({ source: says, gates: [{ gate: "lint", command: "true" }] }),
  failure: () => ({ attempt: 1, http_status: 500 }),
  usage: () => ({ prompt_tokens: 1 }),
  filter: (random, pool) => maybe(random, { job_ids: [jobId(random, pool)] }),
  job,
  workflow: () => ({ name: "fuzz.flow", input: says }),
  labels: () => ({}),
  capabilities: () => ({}),
  input: () => says,
  payload: () => says,
  jwk: () => ({ kty: "EC", crv: "P-256", x: "x", y: "y", kid: "fuzz" }),
};

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
  if (type === "uuid") return uuid(called, random, pool);
  if (type === "uuid[]") return listOf(random, () => uuid(called, random, pool));
  if (called === "job_id") return String(jobId(random, pool));
  if (called === "before_job_id") return String(random.pick(pool.cursors.jobIds));
  if (type === "bigint[]") {
    const isFence = /fence|renew/.test(called);
    return listOf(random, () => isFence ? hold(random, pool).fence : jobId(random, pool));
  }
  if (called === "fence") return String(hold(random, pool).fence);
  if (type === "jsonb" && shapes[called]) return jsonText(shapes[called]!(random, pool));
  if (type === "text[]") return called === "scopes" ? "{jobs:read}" : "{fuzz.>}";
  if (numbers[type] && random.next() < 0.9) return random.pick(numbers[type]!);
  if (type === "text") {
    if (called === "name" && random.next() < 0.2) return "fuzz.flow";
    if (named.test(called)) return String(name(random, pool));
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
