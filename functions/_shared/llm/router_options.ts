import type { ApiAddress, Call, SupabaseLike } from "../worker/transport.ts";
import type { DirectPath } from "./direct_path.ts";
import type { LlmEvent } from "./llm_event.ts";

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
