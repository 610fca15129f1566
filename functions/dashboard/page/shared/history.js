import { createFeed } from "./feed.js";

/** Spans that charts look back over, in milliseconds, and the resolution that fits them. */
export const spans = {
  "1 h": { ms: 3_600_000, step: "1m" },
  "6 h": { ms: 6 * 3_600_000, step: "1m" },
  "24 h": { ms: 24 * 3_600_000, step: "1m" },
  "7 days": { ms: 7 * 86_400_000, step: "1h" },
  "60 days": { ms: 60 * 86_400_000, step: "1d" },
};

const minute = 60_000;
// A minute that is not over would look like a fall.
const counted = new Set(["throughput", "succeeded", "failed"]);
const fresh = { "1m": 10_000, "1h": minute, "1d": 10 * minute };

/**
 * A feed of one series over a span up to now.
 * @param {string} series see the RPC metrics_history
 * @param {keyof spans} span
 * @param {object} labels what the series is narrowed to, or `{by: "lane"}` for a line per lane
 */
export function historyFeed(series, span, labels = {}) {
  const { ms, step } = spans[span] ?? spans["1 h"];
  const args = () => {
    const since = new Date(Math.floor((Date.now() - ms) / minute) * minute).toISOString();
    if (!counted.has(series)) return { series, step, since, labels };
    const until = new Date(Math.floor(Date.now() / minute) * minute - 1000).toISOString();
    return { series, step, since, until, labels };
  };
  return createFeed("metrics_history", args, fresh[step]);
}

/** Feeds of the jobs that were closed over a span. */
export const closedLines = (span) => ({
  succeeded: historyFeed("succeeded", span),
  failed: historyFeed("failed", span),
});
