import type { Sql } from "postgres";
import type { Random } from "../random.ts";
import { argumentFor } from "./arguments.ts";
import type { Caller } from "./callers.ts";
import type { Rpc } from "./catalogue.ts";
import { type Refusal, refusalFault } from "./judge_refusal.ts";
import type { Known } from "./shapes.ts";
import { secret } from "./victim.ts";

/** One call that was made: enough to make it again. */
export interface Attempted {
  readonly text: string;
  readonly values: readonly (string | null)[];
  readonly caller: Caller["name"];
  /** The code of a refusal, `ok` of an answer. */
  readonly code: string;
  /** What was wrong with the answer. */
  readonly fault?: string;
}

// Odd numbers of ours that an answer repeats are not worth keeping.
const isWhole = (value: unknown): value is string =>
  typeof value === "string" && Number.isSafeInteger(Number(value));

function remember(rows: readonly Record<string, unknown>[], known: Known): void {
  for (const row of rows.slice(0, 20)) {
    const { job_id, fence, run_id } = row;
    if (isWhole(job_id)) known.jobIds.push(Number(job_id));
    if (typeof run_id === "string") known.runIds.push(run_id);
    if (isWhole(job_id) && isWhole(fence)) {
      known.fences.push(Number(fence));
      known.holds.push({ job_id: Number(job_id), fence: Number(fence) });
    }
  }
  for (const list of [known.jobIds, known.fences, known.runIds, known.holds]) {
    if (list.length > 300) list.splice(20, list.length - 250); // the victim's stay
  }
}

/** Calls one RPC with arguments by lot and judges the answer. */
export async function attack(
  rpc: Rpc,
  caller: Caller,
  random: Random,
  known: Known,
): Promise<Attempted> {
  const given = rpc.parameters.flatMap((parameter) => {
    const value = argumentFor(parameter, random, known);
    return value === undefined ? [] : [{ parameter, value }];
  });
  const list = given.map(({ parameter }, at) =>
    `"${parameter.name}" => $${at + 1}::text::${parameter.type}`
  );
  const text = `select * from api.${rpc.name}(${list.join(", ")})`;
  const values = given.map(({ value }) => value);
  const call = { text, values, caller: caller.name };
  try {
    const rows = await run(caller.sql, text, values);
    remember(rows, known);
    const told = caller.name !== "operator" && JSON.stringify(rows).includes(secret);
    return { ...call, code: "ok", ...(told ? { fault: "tells another tenant's secret" } : {}) };
  } catch (error) {
    const refusal = error as Refusal;
    const closed = caller.name === "nobody" || (!rpc.forAgents && caller.name !== "operator");
    const leaks = caller.name !== "operator" && JSON.stringify(refusal).includes(secret) &&
      !values.some((value) => value?.includes(secret));
    const fault = leaks ? "its refusal tells a secret" : refusalFault(refusal, closed);
    return { ...call, code: refusal.code, ...(fault === undefined ? {} : { fault }) };
  }
}

async function run(sql: Sql, text: string, values: (string | null)[]) {
  return [...await sql.unsafe(text, values as never[])] as Record<string, unknown>[];
}
