import type { Random } from "../../random.ts";
import type { Json } from "../nonsense.ts";
import type { Pool } from "./pools.ts";

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
  artifact_id: ["artifacts"],
  artifact_ids: ["artifacts"],
};

const cursor = /^(before|after)(_|$)/;

/** An id of a pool that a parameter of this name means, now and then another. */
export function uuidFor(name: string, random: Random, pool: Pool): string {
  const { uuids } = cursor.test(name) ? pool.cursors : pool;
  const own = (columns[name] ?? [name]).flatMap((column) => uuids[column] ?? []);
  const all = Object.values(uuids).flat();
  return random.pick(own.length > 0 && random.next() < 0.85 ? own : all);
}

export const nameFor: Shape = (random, { names }) => random.pick(names);
export const jobIdFor: Shape = (random, { jobIds }) => random.pick(jobIds);
export const holdFor = (random: Random, { holds }: Pool) => ({ ...random.pick(holds) });
const says = { says: "fuzz" };
const oneOrTwo = (one: Shape): Shape => (random, pool) =>
  Array.from({ length: random.between(1, 2) }, () => one(random, pool));
const maybe = (random: Random, more: { [key: string]: Json }) => random.next() < 0.5 ? more : {};

const job: Shape = (random, pool) => ({
  type: "fuzz.job",
  payload: says,
  ...maybe(random, { after: [jobIdFor(random, pool)] }),
  ...maybe(random, { idempotency_key: nameFor(random, pool) }),
  ...maybe(random, { cause: uuidFor("cause", random, pool) }),
  ...maybe(random, { correlation_id: uuidFor("correlation_id", random, pool) }),
  ...maybe(random, { concurrency_key: nameFor(random, pool) }),
  ...(random.next() < 0.1 ? { tenant_id: pool.tenant } : {}),
});

const passed = { verdict: "passed" };
const verdicts = (lint: string) => ({ lint: { verdict: lint }, check: passed, test: passed });
const broken = { class: "permanent", message: "fuzz" };
const ofRun = (random: Random, pool: Pool) => ({ run_id: uuidFor("run_id", random, pool) });

/** What each jsonb argument holds, by its name. */
export const foreignShapes: Readonly<Record<string, Shape>> = {
  jobs: oneOrTwo((random, pool) =>
    random.next() < 0.4
      ? job(random, pool)
      : { ...holdFor(random, pool), ...maybe(random, { delay_seconds: 1 }) }
  ),
  results: oneOrTwo((random, pool) =>
    random.next() < 0.6
      ? { ...holdFor(random, pool), result: says }
      : { ...ofRun(random, pool), gate: "lint", verdict: "passed", reason: "fuzz" }
  ),
  failures: oneOrTwo((random, pool) =>
    random.next() < 0.7
      ? { ...holdFor(random, pool), error: broken }
      : { id: uuidFor("events", random, pool), error: "fuzz" }
  ),
  finished: oneOrTwo((random, pool) => ({ ...holdFor(random, pool), outcome: "succeeded" })),
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
    ...holdFor(random, pool),
    command: "eslint . --fix",
    files_changed: 1,
    ...{ lines_added: 1, lines_removed: 1, applies: true, diff: "fix.diff" },
    before: verdicts("failed"),
    after: verdicts("passed"),
  })),
  routes: oneOrTwo((random, pool) => ({
    decision_id: uuidFor("decision_id", random, pool),
    attempt: 1,
    usage: { prompt_tokens: 1 },
  })),
  workflows: oneOrTwo((random, pool) => ({
    name: "fuzz.flow",
    input: says,
    ...maybe(random, { idempotency_key: nameFor(random, pool) }),
    ...maybe(random, { tenant_id: pool.tenant }),
  })),
  messages: oneOrTwo((random, pool) => ({
    type: "fuzz.told",
    payload: says,
    ...maybe(random, { cause: uuidFor("cause", random, pool) }),
    ...maybe(random, { channel: `tenant.${pool.tenant}.fuzz` }),
  })),
  plan: () => ({ source: says, gates: [{ gate: "lint", command: "true" }] }),
  failure: () => ({ attempt: 1, http_status: 500 }),
  usage: () => ({ prompt_tokens: 1 }),
  filter: (random, pool) => maybe(random, { job_ids: [jobIdFor(random, pool)] }),
  job,
  workflow: () => ({ name: "fuzz.flow", input: says }),
  labels: () => ({}),
  capabilities: () => ({}),
  input: () => says,
  payload: () => says,
  jwk: () => ({ kty: "EC", crv: "P-256", x: "x", y: "y", kid: "fuzz" }),
};
