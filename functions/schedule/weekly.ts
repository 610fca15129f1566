import { CogoError } from "../_shared/platform/errors.ts";
import { readBytes } from "../_shared/platform/read_bytes.ts";
import { jsonOf } from "../_shared/platform/read_json.ts";
import { respond, respondRpcError } from "../_shared/platform/respond.ts";
import { weeklyReplySchema, weeklyRequestSchema } from "../_shared/quality/weekly.ts";
import { openOperator } from "./open_operator.ts";

const mostBodyBytes = 16 * 1024;

/** `POST /weekly`: opens the weekly run, each of whose gates is a job. See {@link openRun}. */
export const weekly = (request: Request): Promise<Response> => openRun(request, "schedule_weekly");

/** `POST /gate`: opens the gate_fix run, whose one job also tries fixers. See {@link openRun}. */
export const gate = (request: Request): Promise<Response> => openRun(request, "schedule_gate");

/**
 * Opens the quality run of a target and ISO week. A repeat answers 200 with the first run, a new
 * one 201.
 * @throws CogoError bad_argument (400), missing_key, invalid_token (401), operators_only (403),
 * body_timeout (408), payload_too_large (413), database_unreachable (503); what the RPC refuses is passed on
 */
async function openRun(
  request: Request,
  rpc: "schedule_weekly" | "schedule_gate",
): Promise<Response> {
  const client = await openOperator(request);
  const asked = weeklyRequestSchema.safeParse(await readBody(request));
  if (!asked.success) {
    const issue = asked.error.issues[0];
    const field = issue?.path.join(".") || "the body";
    throw new CogoError(
      "bad_argument",
      `Cannot accept ${field}: ${issue?.message ?? "it is malformed"}`,
      'Send JSON such as {"target": ".", "iso_week": "2026-W48", "dry": true}, or nothing.',
    );
  }

  const { iso_week, ...always } = asked.data;
  const args = { ...always, ...(iso_week !== undefined && { iso_week }) };
  const call = client.schema("api").rpc(rpc, args);
  const traceparent = request.headers.get("traceparent");
  if (traceparent !== null) call.setHeader("traceparent", traceparent);
  const { data, error, status } = await call;
  if (error) {
    if (status >= 400 && status < 500) return respondRpcError(error, status);
    throw new CogoError(
      "database_unreachable",
      "Cannot schedule: the database does not answer",
      "Look whether the project is up (npm start) and send the request again.",
      { cause: error },
    );
  }

  const reply = weeklyReplySchema.parse(data);
  return respond(reply, reply.created ? 201 : 200);
}

/** The JSON of a request; {} for an empty body, undefined for what is no JSON. */
async function readBody(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, { most: mostBodyBytes });
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "") return {};
  try {
    return jsonOf(bytes, (_, problem) => new CogoError("bad_argument", problem, ""));
  } catch {
    return undefined;
  }
}
