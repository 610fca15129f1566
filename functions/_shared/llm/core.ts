import { CallError } from "../worker/transport.ts";
import { checked, keyAnswer, refusalOf, type RouteAnswer, routeAnswer } from "./contract.ts";
import { LlmError } from "./llm_error.ts";
import { outOfReach, repeated } from "./out_of_reach.ts";
import { postJson } from "./post_json.ts";
import type { CountedUsage } from "./usage.ts";
import type { Settings } from "./settings.ts";
import { unlessAborted } from "./watch.ts";

/** What `next_route` is told of an attempt that failed. */
export interface RouteFailure {
  readonly attempt: number;
  /** Null = there was no answer. */
  readonly http_status: number | null;
  readonly retry_after_ms: number | null;
  readonly usage: CountedUsage | null;
  readonly error: string;
}

/** Chooses a model. Safe to repeat: `need` carries an idempotency key. @throws LlmError */
export async function selectRoute(
  settings: Settings,
  need: object,
  signal?: AbortSignal,
): Promise<RouteAnswer> {
  const { routerSelectUrl: url } = settings;
  const ask = url === undefined
    ? () => byRpc(settings, "select_route", { ...need, ...settings.traceHeader() }, signal)
    : () => byFunction(settings, url, need, "router-select", signal);
  return checked(routeAnswer, await repeated(ask, signal), "router-select");
}

/** Tells how an attempt failed, and gets the next. @throws LlmError, when there is none */
export async function nextRoute(
  settings: Settings,
  decision_id: string,
  failure: RouteFailure,
  signal?: AbortSignal,
): Promise<RouteAnswer> {
  const { routerSelectUrl: url } = settings;
  const ask = url === undefined
    ? () => byRpc(settings, "next_route", { decision_id, failure }, signal)
    : () => byFunction(settings, `${url}/next`, { decision_id, failure }, "router-select", signal);
  return checked(routeAnswer, await repeated(ask, signal), "next_route");
}

/**
 * Opens the grant of an attempt. The key must not outlive the call that it is for.
 * @returns null where the provider wants none
 * @throws LlmError
 */
export async function openKey(
  settings: Settings,
  attempt: { grant: string; decision_id: string; attempt: number },
  signal: AbortSignal,
): Promise<string | null> {
  const { grant } = attempt;
  if (settings.openKey !== undefined) {
    const value = await settings.openKey(grant, signal);
    return checked(keyAnswer, { value }, "openKey").value;
  }
  const ask = () =>
    byFunction(settings, settings.keyVaultUrl, { op: "resolve", ...attempt }, "key-vault", signal);
  return checked(keyAnswer, await repeated(ask, signal), "key-vault").value;
}

/** What asking again does not mend; every other 5xx is an outage, as of an RPC. */
const keyFaults: ReadonlySet<string> = new Set(["key_damaged", "keys_not_configured"]);

async function byRpc(
  settings: Settings,
  name: string,
  args: object,
  signal?: AbortSignal,
): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await unlessAborted(settings.call(name, args, settings.coreTimeoutMs), signal);
  } catch (thrown) {
    signal?.throwIfAborted();
    if (!(thrown instanceof CallError)) throw outOfReach(name, thrown);
    const { status, code, message, hint } = thrown;
    if (status === 0 || status >= 500) throw outOfReach(name, thrown);
    throw new LlmError(code || "refused", message, { status, hint, cause: thrown });
  }
  const refused = (answer as { refused?: unknown } | null)?.refused;
  const refusal = refused === undefined ? undefined : refusalOf(refused);
  if (refusal !== undefined) throw refusal;
  return answer;
}

async function byFunction(
  settings: Settings,
  url: string,
  body: object,
  name: string,
  signal?: AbortSignal,
): Promise<unknown> {
  const { proof, traceHeader, coreTimeoutMs } = settings;
  const headers = async () => ({ ...await proof(), ...traceHeader() });
  const { status, json } = await postJson(url, body, headers, coreTimeoutMs, signal)
    .catch((thrown) => {
      signal?.throwIfAborted();
      throw outOfReach(name, thrown);
    });
  if (status >= 200 && status < 300) return json;
  if (status >= 300 && status < 400) throw outOfReach(name, "it sent us elsewhere");
  const refusal = refusalOf(json, status);
  if (refusal === undefined) throw outOfReach(name, `it answered ${status}`);
  throw status < 500 || keyFaults.has(refusal.code) ? refusal : outOfReach(name, refusal);
}
