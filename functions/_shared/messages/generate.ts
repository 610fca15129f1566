/** Writes the JSON Schema files and the SQL functions that come from the zod schemas here. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "./generated_files.ts";

const root = new URL("../../../", import.meta.url);
for (const [path, content] of generatedFiles()) {
  const file = fileURLToPath(new URL(path, root));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
