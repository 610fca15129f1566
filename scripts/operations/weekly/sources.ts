import { readEnvironment } from "../../../functions/_shared/platform/env.ts";
import { CallError } from "../../../functions/_shared/worker/transport.ts";
import { type Address, openCall } from "../../db/open_call.ts";
import { connect } from "../../quality/cli/connect.ts";
import type { ReadRpc } from "./figures.ts";
import { signingBy, type SignLinks } from "./signed_links.ts";

/** A project: what the report reads from it and how it is asked to tell. */
export interface Project {
  /** What links are relative to. */
  readonly base: string;
  readonly read: ReadRpc;
  /** Gives signed links to artifacts; none where only the database is reached. */
  readonly sign: SignLinks;
  /** Calls one of the RPCs of notifications. @throws CallError */
  call(name: NotifyRpc, args: object): Promise<unknown>;
  close(): Promise<void>;
}

/** The RPCs of notifications that the commands call. */
export type NotifyRpc = "send_notification" | "list_notification_channels";

const timeoutMs = 30_000;
const figures = [
  "metrics_summary",
  "gate_summary",
  "metrics_routing",
  "quality_gate_recent",
] as const;
const always = ["list_alerts", "send_notification"] as const;

/** The gateway's paths of what is read there; the rest goes by its RPC. */
const paths: Readonly<Record<string, string>> = {
  metrics_summary: "summary?window_minutes=10080",
  gate_summary: "gate/summary?window_days=7",
  metrics_routing: "routing?since_min=60",
  quality_gate_recent: "quality/gate/recent?limit=20",
};

/** The project's own RPCs, by REST or over its database: `notify:weekly:sb`. @throws EnvironmentError */
export function openSupabase(address: Address): Project {
  const single = [...figures, ...always];
  const opened = openCall<(typeof single)[number] | NotifyRpc>(address, { single, timeoutMs });
  const base = [address.url, Deno.env.get("SUPABASE_URL")].find((url) =>
    /^https?:/.test(url ?? "")
  );
  const key = address.key ?? readEnvironment().secretKey;
  return {
    base: base ?? "http://127.0.0.1:54321",
    sign: base && key ? signingBy(base, key) : () => Promise.resolve(new Map()),
    read: (rpc, args) => opened.call(rpc, args).catch(undefinedIfMissing(rpc)),
    call: opened.call,
    close: opened.close,
  };
}

/** The metrics that a gateway serves under /api/metrics: `notify:weekly`. @throws EnvironmentError */
export function openGateway(address: Address): Project {
  const { url, key } = connect({ url: address.url, key: address.key, data: undefined });
  const settings = { single: always, timeoutMs };
  const { call, close } = openCall<NotifyRpc | "list_alerts">({ url, key }, settings);
  const read: ReadRpc = async (rpc, args) => {
    if (rpc === "list_alerts") return await call(rpc, args).catch(undefinedIfMissing(rpc));
    const response = await fetch(`${url}/api/metrics/${paths[rpc]}`, {
      headers: { apikey: key },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    throw new CallError(
      `${paths[rpc]} answered ${response.status}: ${text.slice(0, 300)}`,
      response.status,
    );
  };
  return { base: url, read, sign: signingBy(url, key), call, close };
}

/** A project from before alerts is told without them. */
function undefinedIfMissing(rpc: string): (thrown: unknown) => undefined {
  return (thrown) => {
    const isMissing = thrown instanceof CallError &&
      (thrown.status === 404 || thrown.code === "42883" ||
        /could not find|does not exist/i.test(thrown.message));
    if (rpc === "list_alerts" && isMissing) return undefined;
    throw thrown;
  };
}
