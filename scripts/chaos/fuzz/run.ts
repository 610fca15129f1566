// npm run fuzz:rpc: calls every RPC with seeded nonsense over SQL, or over HTTP.
import { parseArgs } from "node:util";
import { runCommand } from "../../command_line/run_command.ts";
import { fuzzSql } from "./fuzz.ts";
import { fuzzHttp, httpText } from "./http.ts";

const usage = `npm run fuzz:rpc -- [--calls N] [--http N] [--seed N] [--json]

Calls every RPC with nonsense on a Postgres of its own, as agents of several tenants, a person, nobody
and an operator. Each refusal must carry a PT code, a listed detail and a hint; nothing may be half
written, and no tenant may see or change another's. A seed repeats its calls (default: by lot, printed).

With --http N it sends N requests through the front door of a local stack instead, with arguments of
wrong types, bodies that are no JSON, and forged keys: no answer may be 500 or without a hint.

Exit codes: 0 all rules held, 1 some broke, 2 wrong usage.`;

interface Options {
  readonly calls: number;
  readonly http: number;
  readonly seed: number;
  readonly json: boolean;
  readonly help: boolean;
}

function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args,
    options: { calls: text, http: text, seed: text, json: flag, help: flag },
  });
  const { json, help } = values;
  const calls = Number(values.calls ?? 10_000);
  const http = Number(values.http ?? 0);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!help && (!(calls >= 2) || !Number.isInteger(calls) || !Number.isInteger(seed + http))) {
    throw new Error("--calls, --http and --seed must be whole numbers, calls at least 2");
  }
  return { calls, http, seed, json, help };
}

async function run(options: Options): Promise<number> {
  const { seed, http } = options;
  console.error(`seed ${seed}, ${http || options.calls} calls`);
  if (http > 0) {
    const result = await fuzzHttp({ seed, calls: http });
    console.log(options.json ? JSON.stringify({ seed, ...result }) : httpText(seed, result));
    return result.faults.length === 0 ? 0 : 1;
  }
  const result = await fuzzSql({ calls: options.calls, seed }, (line) => console.error(line));
  if (options.json) console.log(JSON.stringify(result));
  else {
    for (const { nth, caller, text, values, fault } of result.faults) {
      const short = JSON.stringify(values.map((value) => value?.slice(0, 2000) ?? null));
      console.log(`call ${nth} as ${caller}: ${fault}\n  ${text}\n  ${short}`);
    }
    const { calls, codes, faults } = result;
    const told = Object.entries(codes).map(([code, times]) => `${code} ${times}`).sort();
    console.log(
      `seed ${seed}: ${calls} calls (${told.join(", ")}), ${faults.length} broke the rules`,
    );
  }
  return result.faults.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));
