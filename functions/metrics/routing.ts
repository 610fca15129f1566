import { z } from "zod";
import { readAction } from "./read_action.ts";

const sinceMin = z.coerce.number().int().min(1).max(10080).default(60);

/** GET /routing?service=chat&since_min=60: policies, providers' health, the last decisions. */
export const routing: (request: Request) => Promise<Response> = readAction({
  rpc: "metrics_routing",
  query: z.strictObject({
    service: z.enum(["chat", "embeddings"]).optional(),
    since_min: sinceMin,
  }),
  args: (query) => query,
});

/** GET /routing/decision?decision_id=…: a receipt: candidates, odds, rejections, attempts. */
export const decision: (request: Request) => Promise<Response> = readAction({
  rpc: "explain_route",
  query: z.strictObject({ decision_id: z.uuid() }),
  args: (query) => query,
});
