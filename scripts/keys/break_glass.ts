import { z } from "zod";
import { numberOf, type Options, wordAt } from "./options.ts";
import type { Told } from "./told.ts";
import type { VaultClient } from "./vault_client.ts";

/** `break-glass request|approve|open`. */
export async function breakGlass(vault: VaultClient, options: Options): Promise<Told> {
  const action = wordAt(options, 1, "request, approve or open");
  const id = wordAt(options, 2, action === "request" ? "KEY_ID" : "ID");
  if (action === "request") {
    const { reason } = options;
    const minutes = numberOf(options.minutes, "minutes");
    const asked = z.looseObject({ break_glass_id: z.string() })
      .parse(await vault.ask({ op: "break_glass", action, key_id: id, reason, minutes }));
    const next = `Another person: npm run keys -- break-glass approve ${asked.break_glass_id}`;
    return { lines: [next], json: asked };
  }
  const answer = await vault.ask({ op: "break_glass", action, break_glass_id: id });
  if (action !== "open") {
    return { lines: ["Approved. It opens until its time is over."], json: answer };
  }
  const { value } = z.looseObject({ value: z.string() }).parse(answer);
  return { lines: [value], json: answer };
}
