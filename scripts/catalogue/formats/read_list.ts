import { CatalogueError, type Parsed } from "../catalogue.ts";
import { isLitellm, parseLitellm } from "./litellm.ts";
import { isModelsDev, parseModelsDev } from "./models_dev.ts";
import { isOpenrouter, parseOpenrouter } from "./openrouter.ts";
import { isOwn, parseOwn } from "./own.ts";
import { isPortkey, parsePortkey } from "./portkey.ts";

/** In the order in which they are tried: a later one may match what is an earlier one's. */
const formats = {
  cogo: { matches: isOwn, parse: parseOwn },
  openrouter: { matches: isOpenrouter, parse: parseOpenrouter },
  litellm: { matches: isLitellm, parse: parseLitellm },
  portkey: { matches: isPortkey, parse: parsePortkey },
  "models.dev": { matches: isModelsDev, parse: parseModelsDev },
} as const satisfies Record<
  string,
  {
    matches: (content: unknown) => boolean;
    parse: (content: unknown, provider: string | undefined) => Parsed;
  }
>;

/** A format that can be read. */
export type Format = keyof typeof formats;

/** Their names, for --format. */
export const formatNames = Object.keys(formats) as readonly Format[];

/**
 * Reads a list of any known format; pure.
 * @param provider whose list it is, where the format does not say so (Portkey)
 * @throws CatalogueError when no format fits, or a row is not as its format has it
 */
export function readList(
  text: string,
  format?: Format,
  provider?: string,
): Parsed & { readonly format: Format } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new CatalogueError(`Cannot read the file: it is no JSON (${String(error)})`);
  }
  const found = format ?? formatNames.find((name) => formats[name].matches(content));
  if (found === undefined) {
    throw new CatalogueError(
      `Cannot tell what format this is: give --format ${formatNames.join(" | ")}`,
    );
  }
  return { format: found, ...formats[found].parse(content, provider) };
}
