// npm run ci:gate:q1: judges what the function metrics tells of the project (see options.ts).
import { keyHeaders } from "../../../functions/_shared/platform/key_headers.ts";
import { CallError } from "../../../functions/_shared/worker/transport.ts";
import { runCommand } from "../../command_line/run_command.ts";
import { z } from "zod";
import { ciGate, type ReadSummary } from "./ci_gate.ts";

const refusalSchema = z.object({ message: z.string(), hint: z.string().nullish() });

/** Reads `GET /functions/v1/metrics/gate/summary`. */
export const readMetrics: ReadSummary = async ({ url, key }, windowDays) => {
  const address = `${url}/functions/v1/metrics/gate/summary?window_days=${windowDays}`;
  let response: Response;
  try {
    response = await fetch(address, {
      headers: keyHeaders(key),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (thrown) {
    throw new CallError(
      `Cannot reach ${url}: ${thrown instanceof Error ? thrown.message : thrown}`,
      0,
    );
  }
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const refusal = refusalSchema.safeParse(body).data;
  const why = refusal?.message ?? `${address} answered ${response.status}`;
  throw new CallError(why, response.status, "", refusal?.hint ?? "");
};

if (import.meta.main) {
  Deno.exit(
    await runCommand(ciGate("ci:gate:q1", "as the function metrics tells them", readMetrics)),
  );
}
