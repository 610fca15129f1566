import { z } from "zod";
import { readKeks } from "./init.ts";
import { numberOf, type Options, UsageError, wordAt } from "./options.ts";
import { demandYes, readSecret } from "./read_secret.ts";
import type { Told } from "./told.ts";
import type { VaultClient } from "./vault_client.ts";

const shown = z.looseObject({
  key_id: z.string(),
  provider: z.string(),
  version: z.number(),
  state: z.string(),
  last4: z.string(),
  created: z.boolean().optional(),
});

const describe = (key: z.infer<typeof shown>) =>
  `${key.provider} version ${key.version} is ${key.state}` +
  `${key.last4 === "" ? "" : ` (…${key.last4})`}: ${key.key_id}`;

function tell(answer: unknown): Told {
  const key = shown.parse(answer);
  const there = key.created === false ? ["This very key was there already."] : [];
  return { lines: [describe(key), ...there], json: answer };
}

/** `add PROVIDER` and `rotate PROVIDER`: the key is read here and goes nowhere but to the vault. */
export async function add(vault: VaultClient, options: Options): Promise<Told> {
  const provider = wordAt(options, 1, "PROVIDER");
  if (options.words.length > 2) throw new UsageError("a key is never an argument; pipe it in");
  const { tenant, field, alias, service, resource, region, shared } = options;
  const given = {
    tenant_id: tenant,
    field,
    alias,
    service,
    resource,
    region,
    shared,
    expires_at: options.expires,
    rotate_after: options["rotate-after"],
    overlap_seconds: numberOf(options.overlap, "overlap"),
    state: options.next ? "next" : "active",
  };
  const value = await readSecret(provider);
  return tell(await vault.ask({ op: "upsert", provider, value, ...given }));
}

/** `rotate`: a new key at once, or a staged version by its id. */
export async function rotate(vault: VaultClient, options: Options): Promise<Told> {
  const { id } = options;
  if (id === undefined) return await add(vault, options);
  const overlap_seconds = numberOf(options.overlap, "overlap");
  return tell(await vault.ask({ op: "rotate", key_id: id, overlap_seconds }));
}

/** `revoke` and `shred`. */
export async function close(
  vault: VaultClient,
  options: Options,
  op: "revoke" | "shred",
): Promise<Told> {
  const key_id = wordAt(options, 1, "KEY_ID");
  if (options.reason === undefined) throw new UsageError("--reason is missing");
  if (op === "shred") demandYes(`Shred ${key_id}? Nothing opens it afterwards.`, options.yes);
  return tell(await vault.ask({ op, key_id, reason: options.reason }));
}

const batch = z.object({ rewrapped: z.number(), left: z.number() });

/**
 * `rewrap`: makes a staged KEK the active one, wraps every key anew under it, and closes the old
 * one. Stopped half-way it goes on where it was.
 */
export async function rewrap(
  vault: VaultClient,
  options: Options,
  progress: (line: string) => void,
): Promise<Told> {
  const staged = (await readKeks(vault)).filter(({ state }) => state === "staged");
  const to = options.to ?? (staged.length === 1 ? staged[0]?.kek_id : undefined);
  if (to !== undefined) await vault.ask({ op: "kek", action: "activate", kek_id: to });
  let rewrapped = 0;
  while (true) {
    const done = batch.parse(await vault.ask({ op: "rewrap" }));
    rewrapped += done.rewrapped;
    if (done.left === 0) break;
    progress(`${rewrapped} rewrapped, ${done.left} left`);
  }
  const old = (await readKeks(vault)).find(({ state }) => state === "retained");
  if (old !== undefined) {
    await vault.ask({ op: "kek", action: "destroy", kek_id: old.kek_id });
  }
  const keks = await readKeks(vault);
  const lines = [
    `${rewrapped} keys rewrapped.`,
    ...keks.map(({ kek_id, state, wraps }) => `KEK ${kek_id}: ${state}, wraps ${wraps}`),
    ...(old === undefined ? [] : [
      `Remove KEK_${old.kek_id} from the secrets once no backup is needed that it opens.`,
    ]),
  ];
  return { lines, json: { rewrapped, keks } };
}
