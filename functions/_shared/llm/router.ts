import { decide } from "./core_desk.ts";
import { type RouteNeed, routeNeed } from "./contract.ts";
import { decideDirectly } from "./direct_desk.ts";
import { BudgetLease } from "./budget_lease.ts";
import { LlmError } from "./llm_error.ts";
import { Route } from "./route.ts";
import type { RouterOptions } from "./router_options.ts";
import { settingsOf } from "./settings.ts";
import { Settler } from "./settler.ts";
import type { TraceSource } from "./trace_source.ts";

/** How one call is routed. */
export interface RouteOptions {
  readonly signal?: AbortSignal;
  /** What it is made for, such as a handler's context: the job's trace then shows the call. */
  readonly trace?: TraceSource;
}

/** Routes calls, and settles them together in the background. */
export interface Router {
  /**
   * Asks for a model for one call.
   * @throws LlmError: no_candidate, budget_exceeded, rate_limited, unavailable, …, bad_argument
   */
  route(need: RouteNeed, options?: RouteOptions): Promise<Route>;
  /**
   * Draws money for calls without the core; only then does `direct` work. The router renews it as
   * it goes. Answers false when the core refuses.
   */
  drawLease(): Promise<boolean>;
  /** Settles what is left and returns the lease, within so many milliseconds (10,000). */
  close(timeoutMs?: number): Promise<void>;
}

/** Makes a router; a worker has one. @throws LlmError bad_argument */
export function createRouter(options: RouterOptions): Router {
  const settings = settingsOf(options);
  const settler = new Settler(settings);
  const lease = options.direct && new BudgetLease(settings, options.direct);
  let outage: { readonly why: LlmError; readonly until: number } | undefined;
  return {
    async route(given, { signal, trace } = {}) {
      const need = routeNeed.safeParse(given);
      if (!need.success) {
        const [{ path, message }] = need.error.issues as [typeof need.error.issues[0]];
        throw new LlmError("bad_argument", `Cannot route: ${path.join(".") || "need"}: ${message}`);
      }
      // With a key of its own a choice whose answer got lost is found again instead of made twice.
      const { job_id = trace?.job?.job_id, ...rest } = need.data;
      const asked: RouteNeed = { idempotency_key: crypto.randomUUID(), ...rest };
      if (job_id !== undefined) asked.job_id = job_id;
      const direct = (why: LlmError): Route => {
        const { desk, first } = decideDirectly(lease!, asked, why, trace);
        return new Route(settings, desk, first, {});
      };
      if (lease?.isDrawn && outage && Date.now() < outage.until) return direct(outage.why);
      try {
        const { desk, first, answer } = await decide(settings, settler, asked, trace, signal);
        outage = undefined;
        if (lease?.isDrawn) void lease.draw();
        return new Route(settings, desk, first, answer);
      } catch (thrown) {
        const isOutage = thrown instanceof LlmError && thrown.code === "unavailable";
        if (!isOutage || !lease?.isDrawn) throw thrown;
        outage = { why: thrown, until: Date.now() + settings.outageMs };
        return direct(thrown);
      }
    },
    drawLease: () => lease?.draw() ?? Promise.resolve(false),
    async close(timeoutMs = 10_000) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => timer = setTimeout(resolve, timeoutMs));
      await Promise.race([Promise.all([settler.flush(), lease?.close()]), late]);
      clearTimeout(timer);
    },
  };
}

/** {@link Router.route} of a router of its own, for a script that calls once. */
export function route(
  need: RouteNeed,
  options: RouterOptions & RouteOptions,
): Promise<Route> {
  const { signal, trace, ...rest } = options;
  return createRouter(rest).route(need, { ...(signal && { signal }), ...(trace && { trace }) });
}
