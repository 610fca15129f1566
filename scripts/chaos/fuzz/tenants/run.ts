// npm run fuzz:tenants: one tenant calls every RPC and function with the ids of another.
import { parseArgs } from "node:util";
import { runCommand } from "../../../command_line/run_command.ts";
import { fuzzFunctions } from "./functions/fuzz_functions.ts";
import { withStack } from "./functions/with_stack.ts";
import { fuzzTenants, withTenants } from "./fuzz_tenants.ts";

const usage = `npm run fuzz:tenants -- [--calls N] [--seed N] [--only rpcs|functions] [--json]

As an agent and as an owner of one tenant, calls every RPC, on a Postgres of its own, and every route
of every edge function, on a stack of its own, with the ids, names and keys of another (default
20,000 calls, a fifth of them to functions). Each is made once more with ids that nothing has: both
must be answered in the same words. No answer may tell anything of the other tenant, and no row of it
may change. How long refusals by functions take is told, for both. A seed repeats its calls (default:
by lot, printed).

Exit codes: 0 all rules held, 1 some broke, 2 wrong usage.`;

function readOptions(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args,
    options: { calls: text, seed: text, only: text, json: flag, help: flag },
  });
  const { only } = values;
  if (only !== undefined && only !== "rpcs" && only !== "functions") {
    throw new Error("--only must be rpcs or functions");
  }
  const calls = Number(values.calls ?? 20_000);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  if (!(Number.isInteger(calls) && calls > 0 && Number.isInteger(seed))) {
    throw new Error("--calls and --seed must be whole numbers, calls at least 1");
  }
  return { calls, seed, only, json: values.json, help: values.help };
}

type Options = ReturnType<typeof readOptions>;

const say = (line: string) => console.error(line);

async function overRpcs(calls: number, { seed, json }: Options): Promise<boolean> {
  const result = await withTenants((tenants) => fuzzTenants(tenants, { calls, seed }, say));
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
  return result.faults.length === 0;
}

async function overFunctions(requests: number, { seed, json }: Options): Promise<boolean> {
  const result = await withStack((stack, owner) =>
    fuzzFunctions(stack, owner, { seed, requests }, say)
  );
  if (json) console.log(JSON.stringify(result));
  else {
    for (const fault of result.faults) console.log(fault);
    for (const { route, pairs, notYoursMs, notThereMs } of result.timings.slice(0, 8)) {
      console.log(
        `${route}: ${notYoursMs} ms not yours, ${notThereMs} ms not there, ${pairs} pairs`,
      );
    }
    console.log(
      `seed ${seed}: ${requests} requests to ${result.routes} routes with another tenant's ids and as ` +
        `many with absent ones; ${result.faults.length} broke the rules`,
    );
  }
  return result.faults.length === 0;
}

async function run(options: Options): Promise<number> {
  const { calls, seed, only } = options;
  console.error(`seed ${seed}, ${calls} calls`);
  const toFunctions = only === "functions" ? calls : only === "rpcs" ? 0 : Math.ceil(calls / 5);
  const toRpcs = calls - toFunctions;
  const held = [
    toRpcs === 0 || await overRpcs(toRpcs, options),
    toFunctions === 0 || await overFunctions(toFunctions, options),
  ];
  return held.includes(false) ? 1 : 0;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));
