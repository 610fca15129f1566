import { z } from "zod";
import { readOptionsAndWords } from "../command_line/read_options.ts";
import { type Format, formatNames } from "./formats/read_list.ts";

export const usage = `npm run catalogue:import -- [FILE…] [options]

Takes providers, models and prices into the database, each file all or nothing. A price is added only
where it changed, so the same file twice changes nothing. Without FILE: the catalogue that comes along.

  FILE              ours (docs/guides/catalogue.md), or a public price list of LiteLLM, Portkey,
                    OpenRouter or models.dev; - reads standard input
  --format NAME     ${formatNames.join(" | ")} (default: told by the content)
  --provider NAME   whose list it is; Portkey's files do not say (default: the file's name)
  --enable-new      models that a public list adds may be chosen at once; otherwise they are disabled
  --dry-run         shows what would change and changes nothing
  --url, --key      the project, or postgresql://… (default: the environment, DATABASE_URL, else the
                    stack that runs here)
  --json            one JSON line a file: the counts, changes and skipped
  --help            this text

Exit codes: 0 taken in, 1 refused or out of reach (the file that failed changed nothing), 2 wrong usage.`;

const schema = z.object({
  format: z.enum(formatNames as [Format, ...Format[]]).optional(),
  provider: z.string().min(1).optional(),
  "enable-new": z.boolean().default(false),
  "dry-run": z.boolean().default(false),
  url: z.string().optional(),
  key: z.string().optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** How `npm run catalogue:import` is to work. */
export type ImportCommand = z.infer<typeof schema> & { readonly files: readonly string[] };

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): ImportCommand {
  const { options, words } = readOptionsAndWords(schema, args);
  return { ...options, files: words };
}
