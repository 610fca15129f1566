/** What a deployed project is asked, and how it must answer. */
export interface Question {
  readonly what: string;
  readonly path: string;
  readonly method?: "POST";
  readonly body?: unknown;
  readonly keyless?: true;
  readonly status: readonly number[];
  readonly says?: RegExp;
}

/** They change nothing. */
export const questions: readonly Question[] = [
  {
    what: "the engine is healthy",
    path: "/functions/v1/metrics/health",
    status: [200],
    says: /"is_healthy":\s*true/,
  },
  { what: "figures are there", path: "/functions/v1/metrics/summary", status: [200] },
  {
    what: "Prometheus can scrape",
    path: "/functions/v1/metrics/prometheus",
    status: [200],
    says: /^cogo_health\{/m,
  },
  {
    what: "the schema api is exposed",
    path: "/rest/v1/rpc/metrics_health",
    method: "POST",
    body: {},
    status: [200],
  },
  {
    what: "the week could be enqueued",
    path: "/functions/v1/schedule/weekly",
    method: "POST",
    body: { dry: true },
    status: [200, 201],
  },
  {
    what: "nobody is routed without a key",
    path: "/functions/v1/router-select",
    method: "POST",
    body: {},
    keyless: true,
    status: [401],
  },
];
