import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { migrate } from "./migrate.ts";
import { type Image, openImage } from "./serve_pglite.ts";

/** A committed file that is derived from the migrations. */
export interface GeneratedFile {
  /** Its path from the top of the checkout. */
  readonly path: string;
  /** The task that writes it. */
  readonly task: string;
  /** Its text for a database with all migrations. */
  render(databaseUrl: string): Promise<string>;
}

function placeOf(file: GeneratedFile): string {
  return fileURLToPath(new URL(`../../${file.path}`, import.meta.url));
}

/** Throws when the committed text is not what the database gives. */
export async function demandFresh(file: GeneratedFile, databaseUrl: string): Promise<void> {
  const [committed, fresh] = await Promise.all([
    readFile(placeOf(file), "utf8").catch(() => ""),
    file.render(databaseUrl),
  ]);
  if (committed.replaceAll("\r\n", "\n") === fresh) return;
  throw new Error(`${file.path} is not what the migrations give. Run \`deno task ${file.task}\`.`);
}

/** Writes the file, or with `--check` demands that it is fresh; for a script's own entry point. */
export async function runGeneratedFile(file: GeneratedFile): Promise<never> {
  let image: Image | undefined;
  try {
    image = await openImage();
    await migrate(image.executor);
    const url = await image.serve();
    if (Deno.args.includes("--check")) await demandFresh(file, url);
    else await writeFile(placeOf(file), await file.render(url));
    console.log(`${file.path} is fresh.`);
    Deno.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}
