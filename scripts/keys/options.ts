import { parseArgs } from "node:util";

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

const known = {
  field: text,
  alias: text,
  service: text,
  resource: text,
  region: text,
  tenant: text,
  provider: text,
  state: text,
  expires: text,
  "rotate-after": text,
  overlap: text,
  reason: text,
  minutes: text,
  id: text,
  to: text,
  hosted: text,
  as: text,
  data: text,
  file: text,
  "public-key": text,
  shared: flag,
  next: flag,
  "new-kek": flag,
  yes: flag,
  json: flag,
  help: flag,
} as const;

/** Thrown for a command that makes no sense; the message says what is missing. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The words and options of one call. @throws UsageError for unknown options */
export function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: known });
    return { words: positionals, ...values };
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message.split(".")[0]! : String(thrown));
  }
}

/** What {@link readOptions} read. */
export type Options = ReturnType<typeof readOptions>;

/** The nth word, or a usage error that names what it should be. */
export function wordAt(options: Options, place: number, name: string): string {
  const word = options.words[place];
  if (word === undefined) throw new UsageError(`${name} is missing`);
  return word;
}

/** A whole number, if given. */
export function numberOf(value: string | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} must be a whole number`);
  return Number(value);
}
