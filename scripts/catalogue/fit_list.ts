import { z } from "zod";
import type { Model, Parsed } from "./catalogue.ts";
import type { CatalogueCall } from "./project.ts";

const identity = z.looseObject({
  provider: z.string(),
  model: z.string(),
  region: z.string(),
  service: z.enum(["chat", "embeddings"]),
});

function keyOf(of: Pick<Model, "provider" | "model" | "region" | "service">): string {
  return JSON.stringify([of.provider, of.model, of.region ?? "global", of.service ?? "chat"]);
}

async function knownKeys(call: CatalogueCall, names: readonly string[]): Promise<Set<string>> {
  const keys = new Set<string>();
  // One call a provider: a gateway may cut a list at 1,000 rows.
  for (const only_provider of names) {
    const rows = z.array(identity).parse(await call("list_models", { only_provider }));
    for (const row of rows) keys.add(keyOf(row));
  }
  return keys;
}

/**
 * What of a public list is to be imported: it prices the models that are known and adds those that
 * are not, if their provider is known; it does not rewrite what is known of a model.
 */
export async function fitList(call: CatalogueCall, list: Parsed): Promise<Parsed> {
  const providers = z.array(z.looseObject({ provider: z.string() }))
    .parse(await call("list_providers", {}));
  const served = new Set(providers.map((row) => row.provider));
  const named = [...new Set(list.models.map((of) => of.provider))].filter((of) => served.has(of));
  const known = await knownKeys(call, named);
  const seen = new Set<string>();
  const skipped = [...list.skipped];
  const models = list.models.flatMap((of): Model[] => {
    const key = keyOf(of);
    const reason = !served.has(of.provider)
      ? `provider ${of.provider} is not in the catalogue`
      : seen.has(key)
      ? "it is told twice"
      : known.has(key) || of.context_tokens !== undefined
      ? undefined
      : "it is new, and its context size is not told";
    seen.add(key);
    if (reason !== undefined) {
      skipped.push({ name: `${of.provider}/${of.model}`, reason });
      return [];
    }
    if (!known.has(key)) return [of];
    const { provider, model, region, service, price } = of;
    return [{
      provider,
      model,
      ...(region === undefined ? {} : { region }),
      ...(service === undefined ? {} : { service }),
      ...(price === undefined ? {} : { price }),
    }];
  });
  return { ...list, models, skipped };
}
