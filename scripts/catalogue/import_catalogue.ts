import { z } from "zod";
import { readRow, type Skipped } from "./catalogue.ts";
import { fitList } from "./fit_list.ts";
import { type Format, readList } from "./formats/read_list.ts";
import type { CatalogueCall } from "./project.ts";

/** A file to import. */
export interface CatalogueSource {
  readonly text: string;
  /** What is told as the source where the file names none, such as its path. */
  readonly name: string;
  readonly format?: Format | undefined;
  /** Whose list it is, where its format does not say so. */
  readonly provider?: string | undefined;
}

/** How to import it. */
export interface ImportOptions {
  /** Tells what would change, and changes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Lets models that a public list adds be chosen at once; otherwise they wait to be enabled. */
  readonly enableNew?: boolean | undefined;
}

const count = z.number().int();
const answer = z.looseObject({
  providers: count,
  models: count,
  unknown_prices: count,
  providers_added: count,
  providers_changed: count,
  models_added: count,
  models_changed: count,
  prices_added: count,
  prices_changed: count,
  changes: z.array(z.looseObject({
    what: z.enum(["provider", "model", "price"]),
    provider: z.string(),
    model: z.string().optional(),
    region: z.string().optional(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()),
  })),
});

/** What an import did, or would do. */
export type ImportReport = z.infer<typeof answer> & {
  readonly format: Format;
  readonly skipped: readonly Skipped[];
};

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/**
 * Reads a list and takes it into the database, all or nothing.
 * @throws CatalogueError naming the row that cannot be read; CallError when the database refuses it
 */
export async function importCatalogue(
  call: CatalogueCall,
  source: CatalogueSource,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { format, ...read } = readList(source.text, source.format, source.provider);
  const list = format === "cogo" ? read : await fitList(call, read);
  const catalogue = {
    source: (list.source ?? source.name).slice(0, 500),
    source_sha256: await sha256(source.text),
    enable_new: format === "cogo" || options.enableNew === true,
    providers: list.providers,
    models: list.models,
  };
  const told = await call("import_catalogue", { catalogue, dry_run: options.dryRun === true });
  return { ...readRow(answer, told, "the answer"), format, skipped: list.skipped };
}
