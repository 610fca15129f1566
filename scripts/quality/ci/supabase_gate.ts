// npm run ci:gate:q1:sb: judges what the project's database tells, straight by supabase-js (see options.ts).
import { createClient } from "@supabase/supabase-js";
import { callsOf } from "../../../functions/_shared/worker/transport.ts";
import { runCommand } from "../../command_line/run_command.ts";
import { ciGate, type ReadSummary } from "./ci_gate.ts";

/** Calls the RPC `gate_summary`. */
export const readSupabase: ReadSummary = async ({ url, key }, windowDays) => {
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  const call = callsOf(createClient(url, key, { auth }));
  return await call("gate_summary", { window_days: windowDays }, 30_000);
};

if (import.meta.main) {
  Deno.exit(
    await runCommand(ciGate("ci:gate:q1:sb", "by the RPC gate_summary of Supabase", readSupabase)),
  );
}
