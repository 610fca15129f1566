import { z } from "zod";
import { readAction } from "./read_action.ts";

const label = z.string().min(1).max(200).optional();
const steps = { "1m": 60, "1h": 24 * 60, "1d": 30 * 24 * 60 };

/**
 * GET /history?series=wait_p95&since_min=60&step=1m&executor=default: one series over time, a point
 * a step. Without `since_min` an hour of minutes, a day of hours or 30 days. `by=lane` draws a line
 * per lane.
 */
export const history: (request: Request) => Promise<Response> = readAction({
  rpc: "metrics_history",
  query: z.strictObject({
    series: z.string().min(1).max(60),
    since_min: z.coerce.number().int().min(1).max(2 * 366 * 24 * 60).optional(),
    step: z.enum(["1m", "1h", "1d"]).default("1m"),
    executor: label,
    type: label,
    priority: label,
    function: label,
    route: label,
    status: label,
    provider: label,
    model: label,
    by: z.enum(["lane"]).optional(),
  }),
  args: ({ series, since_min, step, ...labels }) => ({
    series,
    step,
    since: new Date(Date.now() - (since_min ?? steps[step]) * 60_000).toISOString(),
    labels,
  }),
});
