// npm run scale: as many local worker processes as the engine wants (see options.ts).
import { callsTo } from "../../functions/_shared/worker/transport.ts";
import { endSignals } from "../command_line/end_signals.ts";
import { runCommand } from "../command_line/run_command.ts";
import { connect } from "../quality/cli/connect.ts";
import { readOptions, type ScaleOptions, usage } from "./options.ts";
import { type Look, scale } from "./scale.ts";

async function run(options: ScaleOptions): Promise<number> {
  const stop = new AbortController();
  for (const name of endSignals) Deno.addSignalListener(name, () => stop.abort());
  const say = (look: Look | { trouble: string }) =>
    options.json ? console.log(JSON.stringify(look)) : console.error(sentence(look));
  const { url, key } = connect({ url: options.url, key: options.key, data: undefined });
  const environment = { SUPABASE_URL: url, SUPABASE_SERVICE_ROLE_KEY: key };
  await scale(options, callsTo({ url, key }), environment, stop.signal, say);
  return 0;
}

function sentence(look: Look | { trouble: string }): string {
  if ("trouble" in look) return `cannot ask: ${look.trouble}`;
  const changes = [
    ...(["started", "drained", "ended", "killed"] as const)
      .flatMap((kind) => look[kind].map((worker) => `${kind} ${worker}`)),
    ...look.died.map(({ worker, code }) => `${worker} died with code ${code}`),
  ];
  return `${look.at.slice(11, 19)} ${look.executor}: ${look.depth} ready, ${look.live} live, ` +
    `${look.wanted} wanted (${look.reason}); ${look.running} of ours, ${look.target} to be` +
    changes.map((change) => `\n  ${change}`).join("");
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));
