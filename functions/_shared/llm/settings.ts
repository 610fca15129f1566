import type { ApiAddress, Call } from "../worker/transport.ts";
import { callsOf, callsTo } from "../worker/transport.ts";
import type { LlmEvent } from "./llm_event.ts";
import { LlmError } from "./llm_error.ts";
import type { RouterOptions } from "./router_options.ts";
import { platformWaitUntil } from "../platform/wait_until.ts";

/** {@link RouterOptions} with their defaults. */
export interface Settings extends
  Required<
    Omit<RouterOptions, keyof ApiAddress | "client" | "openKey" | "routerSelectUrl" | "direct">
  > {
  readonly call: Call;
  readonly openKey: RouterOptions["openKey"];
  readonly routerSelectUrl: string | undefined;
  /** Hosts that refuse to be asked for usage in a stream. */
  readonly plainHosts: Set<string>;
  /** Headers by which this caller proves itself to the core's functions. */
  readonly proof: () => Promise<Record<string, string>>;
  /** The W3C header by which calls of the core belong to a trace; empty where there is none. */
  readonly traceHeader: () => { traceparent?: string };
}

/** Fills in the defaults. @throws LlmError bad_argument */
export function settingsOf(options: RouterOptions): Settings {
  const { url, key, token, client } = options;
  const address = url === undefined || key === undefined ? undefined : { url, key };
  const call = typeof client === "function"
    ? client
    : client !== undefined
    ? callsOf(client)
    : address && callsTo({ ...address, ...(token === undefined ? {} : { token }) });
  const keyVaultUrl = options.keyVaultUrl ?? (url && functionAt(url, "key-vault"));
  if (call === undefined || (keyVaultUrl === undefined && options.openKey === undefined)) {
    throw new LlmError("bad_argument", "Cannot route: nothing says where the core is", {
      hint: "Give url and key, or client with keyVaultUrl and key.",
    });
  }
  return {
    call,
    routerSelectUrl: options.routerSelectUrl?.replace(/\/+$/, ""),
    keyVaultUrl: keyVaultUrl ?? "",
    openKey: options.openKey,
    proof: async () => {
      const bearer = (typeof token === "function" ? await token() : token) ?? key;
      return {
        ...(key === undefined ? {} : { apikey: key }),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      };
    },
    traceHeader: () => ({}),
    fetch: options.fetch ?? ((request) => fetch(request)),
    localHosts: options.localHosts ?? [],
    maxAttempts: whole("maxAttempts", options.maxAttempts ?? 4, 1, 20),
    maxWaitMs: whole("maxWaitMs", options.maxWaitMs ?? 20_000, 0, 3_600_000),
    coreTimeoutMs: whole("coreTimeoutMs", options.coreTimeoutMs ?? 10_000, 1, 600_000),
    firstTokenMs: whole("firstTokenMs", options.firstTokenMs ?? 60_000, 1, 3_600_000),
    idleMs: whole("idleMs", options.idleMs ?? 60_000, 1, 3_600_000),
    totalMs: whole("totalMs", options.totalMs ?? 600_000, 1, 86_400_000),
    outageMs: whole("outageMs", options.outageMs ?? 2_000, 0, 600_000),
    maxReplyBytes: whole("maxReplyBytes", options.maxReplyBytes ?? 67_108_864, 1, 2 ** 31),
    waitUntil: options.waitUntil ?? platformWaitUntil,
    onEvent: quietly(options.onEvent ?? (() => {})),
    plainHosts: new Set(),
  };
}

function functionAt(url: string, name: string): string {
  return `${url.replace(/\/+$/, "")}/functions/v1/${name}`;
}

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const message = `Cannot route: ${name} must be a whole number from ${least} to ${most}`;
  throw new LlmError("bad_argument", message);
}

/** A listener that throws must not change how a call ends. */
function quietly(listen: (event: LlmEvent) => void): (event: LlmEvent) => void {
  return (event) => {
    try {
      listen(event);
    } catch (thrown) {
      console.error("onEvent failed:", thrown);
    }
  };
}
