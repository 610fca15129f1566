import { z } from "zod";
import { type WeeklyReply, weeklyReplySchema } from "../../../functions/_shared/quality/weekly.ts";

/** How to open a run over HTTP. */
export interface OpenRun {
  url: string;
  secretKey: string;
  target: string;
  /** `weekly`, or `gate` for the run that also tries fixers. Default: weekly. */
  kind?: "weekly" | "gate";
  /** True: when the week's latest run of this target is finished, open the next number. */
  force: boolean;
}

const refusalSchema = z.object({ message: z.string(), hint: z.string().nullable().catch(null) });

/**
 * Opens this week's run of a target with `POST /api/schedule/weekly` (or `/gate`), or finds it. A run that is
 * still open is taken up again.
 * @throws Error with the refusal's message and hint
 */
export async function openRun(wanted: OpenRun): Promise<WeeklyReply & { run_id: string }> {
  const first = await post(wanted, 1);
  const latest = first.latest_run_number ?? 1;
  const reply = latest === 1 ? first : await post(wanted, latest);
  if (reply.verdict === null || !wanted.force) return reply;
  return await post(wanted, latest + 1);
}

async function post(
  { url, secretKey, target, kind = "weekly" }: OpenRun,
  runNumber: number,
): Promise<WeeklyReply & { run_id: string }> {
  const send = (path: string) =>
    fetch(`${url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/json" },
      body: JSON.stringify({ target, run_number: runNumber }),
      signal: AbortSignal.timeout(60_000),
    });
  // A hosted project has no /api: there the function answers under its own address.
  let response = await send(`/api/schedule/${kind}`);
  if (response.status === 404) {
    await response.body?.cancel();
    response = await send(`/functions/v1/schedule/${kind}`);
  }
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) {
    const refusal = refusalSchema.safeParse(body);
    const why = refusal.success ? refusal.data.message : `HTTP ${response.status}`;
    const hint = refusal.success && refusal.data.hint ? ` ${refusal.data.hint}` : "";
    throw new Error(`Cannot schedule the quality run: ${why}.${hint}`);
  }
  return weeklyReplySchema.extend({ run_id: z.uuid() }).parse(body);
}
