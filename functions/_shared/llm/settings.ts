import type { ApiAddress, Call, SupabaseLike } from "../worker/transport.ts";
import { callsOf, callsTo } from "../worker/transport.ts";
import type { DirectPath } from "./direct_path.ts";
import type { LlmEvent } from "./llm_event.ts";
import { LlmError } from "./llm_error.ts";

/** Sends a request to a provider, as `fetch` does; it must not follow redirects by itself. */
export type Send = (request: Request) => Promise<Response>;

/** How to reach the core; every other part has a default. */
export interface RouterOptions extends Partial<ApiAddress> {
  /** A supabase-js client, or a function that calls RPCs; instead of fetch to `url`. */
  client?: SupabaseLike | Call;
  /** The function router-select, to choose over it instead of by the RPC `select_route`. */
  routerSelectUrl?: string;
  /** The function key-vault. Default: `<url>/functions/v1/key-vault`. */
  keyVaultUrl?: string;
  /** Opens a grant by other means, as within a function that has the vault's library. */
  openKey?: (grant: string, signal: AbortSignal) => Promise<string | null>;
  /** Reaches providers. Default: fetch. */
  fetch?: Send;
  /** `host` or `host:port` of models of your own, which may be inside and by http. Default: none. */
  localHosts?: readonly string[];
  /** Attempts at most, the first included. Default: 4. */
  maxAttempts?: number;
  /** Longest wait for the same model, in milliseconds; beyond it the call fails. Default: 20,000. */
  maxWaitMs?: number;
  /** Milliseconds for a call of the core. Default: 10,000. */
  coreTimeoutMs?: number;
  /** Milliseconds until a stream brings something of the answer. Default: 60,000. */
  firstTokenMs?: number;
  /** Milliseconds between two pieces of a stream. Default: 60,000. */
  idleMs?: number;
  /** Milliseconds for an attempt as a whole. Default: 600,000. */
  totalMs?: number;
  /** Largest answer that is not streamed, unpacked. Default: 64 MiB. */
  maxReplyBytes?: number;
  /** Keeps a function alive for what is settled after its answer. Default: EdgeRuntime's. */
  waitUntil?: (work: Promise<unknown>) => void;
  /** How calls go on while the core is out of reach; see {@link Router.drawLease}. */
  direct?: DirectPath;
  /** Milliseconds for which a core out of reach is not asked again, while a lease pays: 2,000. */
  outageMs?: number;
  /** Told of failed attempts and of settling. Default: nobody is. */
  onEvent?: (event: LlmEvent) => void;
}

/** {@link RouterOptions} with their defaults. */
export interface Settings extends
  Required<
    Omit<RouterOptions, keyof ApiAddress | "client" | "openKey" | "routerSelectUrl" | "direct">
  > {
  readonly call: Call;
  readonly openKey: RouterOptions["openKey"];
  readonly routerSelectUrl: string | undefined;
  /** Headers by which this caller proves itself to the core's functions. */
  readonly proof: () => Promise<Record<string, string>>;
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
    routerSelectUrl: options.routerSelectUrl,
    keyVaultUrl: keyVaultUrl ?? "",
    openKey: options.openKey,
    proof: async () => {
      const bearer = (typeof token === "function" ? await token() : token) ?? key;
      return {
        ...(key === undefined ? {} : { apikey: key }),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      };
    },
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
    onEvent: options.onEvent ?? (() => {}),
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

/** Supabase's functions end with their answer, unless told of work that goes on. */
function platformWaitUntil(work: Promise<unknown>): void {
  const runtime = (globalThis as { EdgeRuntime?: { waitUntil?(work: Promise<unknown>): void } })
    .EdgeRuntime;
  runtime?.waitUntil?.(work);
}
