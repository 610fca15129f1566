import { noOther, type Place, refusedGrant } from "./fake_places.ts";
import type { Settlement } from "./settlement.ts";

/** The answer instead; or as a gateway answers whose server is away. */
type Disturbance = (() => Response | Promise<Response>) | "no_answer";

/** A stand-in of router-select, key-vault and the RPCs, with the contract of the design. */
export interface FakeCore {
  readonly url: string;
  readonly operatorKey: string;
  /** The provider key that the vault holds. */
  readonly providerKey: string;
  /** Attempts of the next decisions go here, in order. */
  places: Place[];
  /** RPCs and functions that came, with their bodies. */
  readonly calls: { name: string; body: Record<string, unknown> }[];
  /** What was settled, by `decision/attempt`; the first one stands. */
  readonly settled: Map<string, Settlement>;
  /** Answers the next call of a name otherwise: a refusal, a status with junk, or nothing at all. */
  disturb(name: string, answer: Disturbance): void;
  /** The settlement of an attempt that has just ended. */
  settlement(decisionId: string, attempt?: number): Promise<Settlement>;
  reset(): void;
  close(): Promise<void>;
}

/** Starts a stand-in on a free port. */
export function startFakeCore(): FakeCore {
  const operatorKey = "sb_secret_test";
  const providerKey = "sk-canary-8c1f2b7e";
  const calls: FakeCore["calls"] = [];
  const settled: FakeCore["settled"] = new Map();
  const disturbances: { name: string; answer: Disturbance }[] = [];
  const decisions = new Map<string, string>();

  const attemptAt = (decision_id: string, attempt: number): object => {
    const place = core.places[attempt - 1];
    if (place === undefined) return { refused: { code: "PT409", status: 409, ...noOther } };
    return {
      decision_id,
      attempt,
      provider: `provider-${place.api_format}`,
      region: "global",
      ...place,
      auth: { style: place.auth_style ?? "bearer", field: "api_key" },
      grant: `grant-${attempt}-${decision_id}`,
      grant_expires_at: new Date(Date.now() + 60_000).toISOString(),
      policy: { id: 1, version: 1 },
      limits: { remaining_nano: null },
      attempts: core.places.map(({ model }) => ({ model })),
    };
  };
  const answer = (name: string, body: Record<string, unknown>): Response => {
    if (name === "key-vault") {
      const { op, grant, attempt, decision_id } = body;
      const opens = op === "resolve" && grant === `grant-${attempt}-${decision_id}`;
      if (opens) return Response.json({ value: providerKey, expires_in: 60 });
      return Response.json(refusedGrant, { status: 403 });
    }
    if (name === "settle_routes") {
      const routes = body["routes"] as Settlement[];
      return Response.json(routes.map((one) => {
        const place = `${one.decision_id}/${one.attempt}`;
        if (!settled.has(place)) settled.set(place, one);
        return { decision_id: one.decision_id, attempt: one.attempt, cost_nano: 42 };
      }));
    }
    if (name === "draw_budget_lease") {
      const { lease_id, amount_nano, seconds } = body;
      const expires_at = new Date(Date.now() + Number(seconds) * 1000).toISOString();
      return Response.json({ lease_id, amount_nano, expires_at });
    }
    if (name === "return_budget_lease") return Response.json(body);
    if (name === "next_route" || name === "next") {
      const { attempt } = body["failure"] as { attempt: number };
      return Response.json(attemptAt(String(body["decision_id"]), attempt + 1));
    }
    const key = String(body["idempotency_key"]);
    const decision = decisions.get(key) ?? crypto.randomUUID();
    decisions.set(key, decision);
    return Response.json(attemptAt(decision, 1));
  };

  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (one) => {
    const name = new URL(one.url).pathname.split("/").at(-1)!;
    const body = await one.json();
    calls.push({ name, body });
    if (one.headers.get("apikey") !== operatorKey) return new Response(null, { status: 401 });
    const at = disturbances.findIndex((disturbance) => disturbance.name === name);
    const disturbed = at < 0 ? undefined : disturbances.splice(at, 1)[0]!.answer;
    if (disturbed === "no_answer") return new Response("<html>bad gateway", { status: 502 });
    return await disturbed?.() ?? answer(name, body);
  });

  const core: FakeCore = {
    url: `http://127.0.0.1:${server.addr.port}`,
    operatorKey,
    providerKey,
    places: [],
    calls,
    settled,
    disturb: (name, answer) => void disturbances.push({ name, answer }),
    async settlement(decisionId, attempt = 1) {
      for (let wait = 0; wait < 200; wait++) {
        const found = settled.get(`${decisionId}/${attempt}`);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`attempt ${attempt} of ${decisionId} was not settled`);
    },
    reset() {
      settled.clear();
      decisions.clear();
      calls.length = disturbances.length = 0;
      core.places = [];
    },
    close: () => server.shutdown(),
  };
  return core;
}
