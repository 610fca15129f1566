// npm run fuzz:tenants: one tenant calls every RPC with the ids of another.
import { parseArgs } from "node:util";
import { runCommand } from "../../../command_line/run_command.ts";
import { fuzzTenants } from "./fuzz_tenants.ts";

const usage = `npm run fuzz:tenants -- [--calls N] [--seed N] [--json]

As an agent and as an owner of one tenant, calls every RPC with the ids, names and keys of another
(default 20,000 calls), on a Postgres of its own. Each call is made once more with ids that nothing
has: both must be answered in the same words. No answer may tell anything of the other tenant, and no
row of it may change. A seed repeats its calls (default: by lot, printed).

Exit codes: 0 all rules held, 1 some broke, 2 wrong usage.`;

function readOptions(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args,
    options: { calls: text, seed: text, json: flag, help: flag },
  });
  const calls = Number(values.calls ?? 20_000);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!(Number.isInteger(calls) && calls > 0 && Number.isInteger(seed))) {
    throw new Error("--calls and --seed must be whole numbers, calls at least 1");
  }
  return { calls, seed, json: values.json, help: values.help };
}

async function run({ calls, seed, json }: ReturnType<typeof readOptions>): Promise<number> {
  console.error(`seed ${seed}, ${calls} calls`);
  const result = await fuzzTenants({ calls, seed }, (line) => console.error(line));
  if (json) console.log(JSON.stringify(result));
  else {
    for (const { nth, call, values, fault } of result.faults) {
      console.log(`call ${nth}: ${call}\n  ${JSON.stringify(values)}\n  ${fault}`);
    }
    const { rpcs, answered, looks, faults } = result;
    console.log(
      `seed ${seed}: ${calls} calls of ${rpcs} RPCs with another tenant's ids and as many with absent ones, ` +
        `${answered} answered, its rows looked at ${looks} times; ${faults.length} broke the rules`,
    );
  }
  return result.faults.length === 0 ? 0 : 1;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));
