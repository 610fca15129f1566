import { reads } from "../../../../../functions/dashboard/reads.ts";
import { acts } from "../../../../../functions/dashboard/acts.ts";
import type { Case } from "./asked.ts";
import { vaultBody } from "./vault_case.ts";

const webhook: Case = ({ random, pool, hook }) => ({
  path: { name: hook() },
  query: random.next() < 0.4 ? { tenant_id: pool.tenant } : {},
});

const job: Case = ({ job, random, uuid }) => ({
  path: { id: job() },
  query: random.next() < 0.2 ? { wait: "0" } : {},
  headers: random.next() < 0.2
    ? { "if-none-match": `W/"${uuid("job_id")}"`, "last-event-id": uuid("after_event_id") }
    : {},
});

/** Routes whose parameters name nothing of a tenant: a tenant is forced upon them. */
const figures: Case = ({ random, pool, uuid }) => ({
  query: random.next() < 0.5
    ? { tenant_id: pool.tenant }
    : random.next() < 0.3
    ? { agent_id: uuid("agent_id") }
    : {},
});

const quality: Case = ({ pool, name, maybe }) => ({
  body: { target: name(), ...maybe({ tenant_id: pool.tenant }), ...maybe({ dry: true }) },
});

/** A case for each route; a test demands that none is missing and none is left over. */
export const cases: Readonly<Record<string, Case>> = {
  "POST /agent-token": async ({ random, uuid, assertion, pool }) => {
    const agent_id = uuid("agent_id");
    if (random.next() < 0.2) return { headers: { authorization: `Bearer ${pool.grants[0]}` } };
    if (random.next() < 0.2) return { body: { agent_id, subject_token: "a.b.c" } };
    const kid = random.pick(["b-kid", "mark-of-a", "x"]);
    return { body: { assertion: await assertion(agent_id, kid) } };
  },
  "GET /agent-token/jwks": () => ({}),
  "GET /artifacts/{id}": ({ uuid, random }) => ({
    path: { id: uuid("artifact_id") },
    query: random.next() < 0.3 ? { expires: "4102444800", key: "a", signature: "b" } : {},
  }),
  "POST /artifacts/links": ({ uuid }) => ({ body: { artifact_ids: [uuid("artifact_id")] } }),
  "POST /artifacts/sweep": figures,
  "PUT /artifacts/jobs/{job_id}/{fence}/{name}": ({ random, pool, name }) => {
    const { job_id, fence } = random.pick(pool.holds);
    return { path: { job_id: String(job_id), fence: String(fence), name: name() }, body: "fuzz" };
  },
  "POST /events/deliver": figures,
  "POST /events/webhooks/{name}/secret": webhook,
  "POST /events/webhooks/{name}/rotate": webhook,
  "POST /ingress/jobs": ({ random, pool, name, uuid, maybe }) => ({
    headers: random.next() < 0.5 ? { "idempotency-key": name() } : {},
    body: {
      type: "fuzz.job",
      payload: { says: "fuzz" },
      ...maybe({ correlation_id: uuid("correlation_id") }),
      ...(random.next() < 0.2 ? { callback: { url: `https://${name()}.example/end` } } : {}),
      ...(random.next() < 0.1 ? { tenant_id: pool.tenant } : {}),
    },
  }),
  "GET /ingress/jobs/{id}": job,
  "DELETE /ingress/jobs/{id}": job,
  "GET /ingress/jobs/{id}/result": job,
  "GET /ingress/jobs/{id}/events": job,
  "POST /ingress/jobs/{id}/cancel": job,
  "POST /ingress/hooks/{name}": ({ hook, uuid, random }) => ({
    path: { name: hook() },
    headers: {
      "webhook-id": uuid("events"),
      "webhook-timestamp": "1",
      "webhook-signature": random.pick(["v1,AAAA", ""]),
    },
    body: { type: "fuzz.told", data: {} },
  }),
  "POST /ingress/hooks/{name}/secret": ({ hook }) => ({ path: { name: hook() } }),
  "POST /key-vault": (lot) => ({ body: vaultBody(lot) }),
  "GET /metrics/summary": figures,
  "GET /metrics/history": ({ random, name }) => {
    const label = random.pick(["executor", "type", "function", "provider", "model", "route"]);
    const series = random.pick(["depth", "throughput", "cost_nano", "http_requests"]);
    return { query: { series, since_min: "60", [label]: name() } };
  },
  "GET /metrics/gate/summary": figures,
  "GET /metrics/quality/gate/recent": figures,
  "GET /metrics/routing": figures,
  "GET /metrics/routing/decision": ({ uuid }) => ({ query: { decision_id: uuid("decision_id") } }),
  "GET /metrics/spend": figures,
  "GET /metrics/keys": figures,
  "GET /metrics/health": figures,
  "GET /metrics/prometheus": figures,
  "POST /notify/deliver": figures,
  "POST /router-select": ({ name, pool, maybe, random }) => ({
    body: {
      service: "chat",
      context_tokens: 100,
      max_output_tokens: 100,
      ...maybe({ session: name() }),
      ...maybe({ prefix_hash: name() }),
      ...maybe({ job_id: random.pick(pool.jobIds) }),
      ...maybe({ idempotency_key: name() }),
      ...(random.next() < 0.1 ? { tenant_id: pool.tenant } : {}),
    },
  }),
  "POST /router-select/next": ({ uuid, maybe }) => ({
    body: {
      decision_id: uuid("decision_id"),
      failure: { http_status: 500, ...maybe({ attempt: 1 }) },
    },
  }),
  "GET /dashboard/local": figures,
  "GET /dashboard/api/read/{rpc}": ({ random, argumentsOf }) => {
    const rpc = random.pick([...reads]);
    const args = JSON.stringify(argumentsOf(rpc));
    // No client makes an address of a megabyte; such values go in bodies.
    return { path: { rpc }, query: { args: args.length > 8_000 ? "{}" : args } };
  },
  "POST /dashboard/api/act/{rpc}": ({ random, argumentsOf }) => {
    const rpc = random.pick([...acts]);
    return { path: { rpc }, body: argumentsOf(rpc) };
  },
  "POST /schedule/weekly": quality,
  "POST /schedule/gate": quality,
};
