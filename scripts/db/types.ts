// deno task db:types [--check]: writes functions/_shared/database.types.ts from the migrations.
import { type GeneratedFile, runGeneratedFile } from "./generated_file.ts";
import { runNodeTool } from "./node_tool.ts";

/** The TypeScript types of the schemas api and cogo, as the Supabase CLI writes them. */
export const types: GeneratedFile = {
  path: "functions/_shared/database.types.ts",
  task: "db:types",
  render: async (url) => {
    const result = await runNodeTool("supabase", [
      ...["gen", "types", `--remote=${url}`, "--schema", "api,cogo", "--query-timeout", "60s"],
    ]);
    if (result.code !== 0) throw new Error(`Cannot generate types:\n${result.stderr}`);
    const lines = result.stdout.trim().split("\n").map((line) => line.trimEnd());
    return `${lines.join("\n")}\n`;
  },
};

if (import.meta.main) await runGeneratedFile(types);
