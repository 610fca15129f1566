import process from "node:process";
import { z } from "zod";
import { type Setting, type SettingName, settings } from "./setting_names.ts";

const url = z.url({ protocol: /^https?$/, error: "must be an absolute http(s) URL" });
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must begin with postgresql://",
});
const key = z.string().min(10, "must have at least 10 characters");

const schemas = {
  url: url.transform((text) => text.replace(/\/+$/, "")),
  publishableKey: key,
  secretKey: key,
  jwks: z.string().refine((text) => URL.canParse(text) || text.startsWith("{"), {
    error: "must be a JSON Web Key Set or its URL",
  }),
  databaseUrl,
  routerSelectUrl: url,
  keyVaultUrl: url,
  artifactsBucket: z.string().regex(/^[\w.-]{1,63}$/, "must be the name of a bucket"),
  artifactsFolder: z.string(),
  artifactsUrl: url.transform((text) => text.replace(/\/+$/, "")),
  artifactLinkKey: z.string().min(32, "must have at least 32 characters"),
  artifactLinkKeyPrevious: z.string().min(32, "must have at least 32 characters"),
} satisfies Record<SettingName, z.ZodType<string>>;

/** The settings that are set, as {@link readEnvironment} returns them; URLs without a final slash. */
export type Environment = { readonly [Name in SettingName]?: string };

/** Names of variables to their values, such as `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>;

const keyMap = z.record(z.string(), z.string());

/** A map of named keys gives its `default`, else its first; other values stand for themselves. */
function keyIn(name: string, value: string): string | undefined {
  if (!name.endsWith("_KEYS")) return value;
  try {
    const keys = keyMap.parse(JSON.parse(value));
    return keys.default ?? Object.values(keys)[0];
  } catch {
    return undefined;
  }
}

function find(setting: Setting, variables: Variables): { name: string; value: string } | undefined {
  for (const name of setting.names) {
    const value = variables[name]?.trim();
    if (value === undefined || value === "") continue;
    const found = keyIn(name, value);
    if (found === undefined) return { name, value: "" };
    return { name, value: found };
  }
  return undefined;
}

/** Thrown by {@link readEnvironment}: everything that is missing or wrong, and where to get it. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  /** One line each, naming the variable. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const list = problems.map((problem) => `  ${problem}`).join("\n");
    super(
      `Cannot read the settings:\n${list}\nSee .env.example; \`npm start\` needs none of them.`,
    );
    this.problems = problems;
  }
}

/**
 * Reads the product's settings from the environment, in one place for every entry point. What is
 * set must be well formed; what is in `needed` must also be set.
 * Throws an {@link EnvironmentError} that names all missing settings and where to get each.
 */
export function readEnvironment<Needed extends SettingName = never>(
  needed: readonly Needed[] = [],
  variables: Variables = process.env,
): Environment & { readonly [Name in Needed]: string } {
  const problems: string[] = [];
  const values: { [Name in SettingName]?: string } = {};
  for (const setting of Object.keys(settings) as SettingName[]) {
    const { names, where }: Setting = settings[setting];
    const found = find(settings[setting], variables);
    if (!found) {
      const missing = needed.some((name) => name === setting);
      if (missing) problems.push(`${names.join(" or ")} is missing. Where to get it: ${where}.`);
      continue;
    }
    const parsed = schemas[setting].safeParse(found.value);
    if (parsed.success) values[setting] = parsed.data;
    else {
      const why = found.value === "" ? "must be a JSON map of names to keys" : undefined;
      const issue = why ?? parsed.error.issues[0]?.message ?? "is not valid";
      problems.push(`${found.name} ${issue}. Where to get it: ${where}.`);
    }
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return values as Environment & { readonly [Name in Needed]: string };
}
