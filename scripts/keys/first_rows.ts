import { basename } from "node:path";
import { z } from "zod";
import { type Call, CallError } from "../../functions/_shared/worker/transport.ts";
import { bundledFiles } from "../catalogue/bundled_files.ts";
import { importCatalogue } from "../catalogue/import_catalogue.ts";

const timeoutMs = 60_000;
const policies = z.array(z.looseObject({ name: z.string() }));
const made = z.looseObject({ policy_id: z.number().int() });

/** One thing that a first decision needs, and what became of it. */
export interface FirstRow {
  readonly name: string;
  readonly outcome: "made" | "there" | "not here yet";
}

/** Whether the project lacks the RPC, because its room is not migrated. */
function isMissing(thrown: unknown): boolean {
  return thrown instanceof CallError && thrown.status === 404;
}

async function attempt(name: string, make: () => Promise<boolean>): Promise<FirstRow> {
  try {
    return { name, outcome: await make() ? "made" : "there" };
  } catch (thrown) {
    if (isMissing(thrown)) return { name, outcome: "not here yet" };
    throw thrown;
  }
}

/** Imports the catalogue that comes along; answers whether that changed anything. */
async function importBundled(call: Call): Promise<boolean> {
  const rpc = (name: string, args: object) => call(name, args, timeoutMs);
  let changes = 0;
  for (const file of await bundledFiles()) {
    const source = { text: await Deno.readTextFile(file), name: basename(file) };
    changes += (await importCatalogue(rpc, source)).changes.length;
  }
  return changes > 0;
}

async function makePolicy(call: Call): Promise<boolean> {
  const there = policies.parse(await call("list_policies", {}, timeoutMs));
  if (there.some(({ name }) => name === "default")) return false;
  const { policy_id } = made.parse(
    await call("create_policy", { name: "default", body: {} }, timeoutMs),
  );
  // The first policy of a tenant goes live without a report of comparison.
  await call("publish_policy", { policy_id, state: "live" }, timeoutMs);
  return true;
}

async function makeBudget(call: Call): Promise<boolean> {
  const budgets = z.array(z.unknown()).parse(await call("list_budgets", {}, timeoutMs));
  if (budgets.length > 0) return false;
  await call("set_budget", { limit_nano: null, scope: "organisation" }, timeoutMs);
  return true;
}

/** Makes what the first decision needs, where it is not there; safe to repeat. @throws CallError */
export async function makeFirstRows(call: Call): Promise<FirstRow[]> {
  return [
    await attempt("catalogue", () => importBundled(call)),
    await attempt("policy default/1", () => makePolicy(call)),
    await attempt("root budget without a limit", () => makeBudget(call)),
  ];
}
