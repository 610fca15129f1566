import { weeklyReplySchema, weeklyRequestSchema } from "../_shared/quality/weekly.ts";
import { openOperator } from "./open_operator.ts";
import { refuse } from "./refuse.ts";

const mostBodyBytes = 16 * 1024;

/**
 * `POST /weekly`: opens the quality run of a target and ISO week. A repeat answers 200 with the
 * first run, a new one 201.
 * Errors: missing_key, invalid_token (401), operators_only (403), bad_argument (400),
 * target_not_allowed (403), database_unreachable (503).
 */
export async function weekly(request: Request): Promise<Response> {
  const operator = await openOperator(request);
  if ("refusal" in operator) return refuse(operator.refusal);

  const body = await readBody(request);
  const asked = weeklyRequestSchema.safeParse(body);
  if (!asked.success) {
    const issue = asked.error.issues[0];
    const field = issue?.path.join(".") || "the body";
    return refuse({
      status: 400,
      details: "bad_argument",
      message: `Cannot accept ${field}: ${issue?.message ?? "it is malformed"}`,
      hint: 'Send JSON such as {"target": ".", "iso_week": "2026-W48", "dry": true}, or nothing.',
    });
  }

  const { target, iso_week, dry, run_number } = asked.data;
  const { data, error, status } = await operator.client.schema("api").rpc("schedule_weekly", {
    target,
    dry,
    run_number,
    ...(iso_week !== undefined && { iso_week }),
  });
  if (error) {
    const known = status >= 400 && status < 500;
    return refuse({
      status: known ? status : 503,
      details: known ? error.details || "bad_argument" : "database_unreachable",
      message: known ? error.message : `Cannot schedule: the database does not answer`,
      hint: (known && error.hint) || "Look whether the project is up (npm start) and try again.",
    });
  }

  const reply = weeklyReplySchema.parse(data);
  return Response.json(reply, {
    status: reply.created ? 201 : 200,
    headers: { "cache-control": "no-store" },
  });
}

/** The JSON of a request; {} for an empty body, undefined for what is no JSON or too large. */
async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > mostBodyBytes) return undefined;
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
