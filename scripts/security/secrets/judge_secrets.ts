import { createHash } from "node:crypto";
import { type Form, knownSecrets, secretOf } from "./known_secrets.ts";

/** The variables of one environment. */
export interface SecretsOf {
  /** Such as `production`. */
  readonly environment: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Something that is wrong with an environment's secrets; it names variables and never a value. */
export interface SecretFault {
  readonly environment: string;
  readonly variable: string;
  readonly problem: string;
}

// What `supabase start` gives to everybody, and what people type to have something there.
const wellKnown =
  /supabase-demo|super-secret-jwt-token|:postgres@|^(secret|password|changeme|test|example|xxx|todo)/i;

const payloadsIn = (value: string) =>
  value.split(/[\s",.]+/).map((part) => {
    try {
      return atob(part.replaceAll("-", "+").replaceAll("_", "/"));
    } catch {
      return "";
    }
  }).join(" ");

/** Bits that a text could have at most, by the letters that are in it. */
function bitsOf(text: string): number {
  return text.length * Math.log2(Math.max(new Set(text).size, 1));
}

function hasPrivateKeys(value: string): boolean {
  try {
    const { keys } = JSON.parse(value) as { keys: { d?: string; k?: string }[] };
    return keys.length > 0 && keys.every(({ d, k }) => (d ?? k ?? "").length >= 42);
  } catch {
    return false;
  }
}

const is32Bytes = (value: string) => /^[A-Za-z0-9+/]{43}=$/.test(value);

const forms: Readonly<Record<Form, (value: string) => string | undefined>> = {
  "32 bytes": (value) =>
    !is32Bytes(value)
      ? "is not 32 bytes in base64"
      : bitsOf(value) < 160
      ? "is not random"
      : undefined,
  "private keys": (value) => hasPrivateKeys(value) ? undefined : "is no JWK set with private keys",
  "api key": (value) => value.length < 30 ? "is too short for a key" : undefined,
  "database": (value) => {
    const password = URL.canParse(value) ? decodeURIComponent(new URL(value).password) : "";
    return bitsOf(password) < 50 ? "has no password, or one that can be guessed" : undefined;
  },
  "text": (value) => bitsOf(value) < 60 ? "is too short or too plain" : undefined,
};

function faultOf(variable: string, value: string): string | undefined {
  const known = secretOf(variable);
  if (known === undefined) return undefined;
  if (wellKnown.test(value) || /supabase-demo/.test(payloadsIn(value))) {
    return "is one that everybody knows";
  }
  return forms[known.form](value);
}

const digest = (value: string) => createHash("sha256").update(value).digest("hex");

/** What must not be in an environment other than this machine. */
const localOnly: Readonly<Record<string, (value: string) => boolean>> = {
  COGO_LOCAL: (value) => value === "1",
  APP_ENV: (value) => value.trim().toLowerCase() === "dev",
};

/**
 * What is missing, weak, well known, or held by two: two environments, or two names of one. An
 * environment called `local` may have weak ones and lack some.
 */
export function judgeSecrets(all: readonly SecretsOf[]): SecretFault[] {
  const faults: SecretFault[] = [];
  const seen = new Map<string, { environment: string; variable: string }>();
  for (const { environment, variables } of all) {
    const isLocal = environment === "local";
    const add = (variable: string, problem: string) =>
      faults.push({ environment, variable, problem });
    const there = Object.entries(variables).filter(([, value]) => value.trim() !== "");
    for (const { name, isNeeded } of isLocal ? [] : knownSecrets) {
      const isThere = there.some(([variable]) => secretOf(variable)?.name === name);
      if (isNeeded && !isThere) add(name, "is missing");
    }
    for (const [variable, value] of there) {
      if (!isLocal && localOnly[variable]?.(value)) {
        add(variable, "opens what only this machine may");
      }
      if (secretOf(variable) === undefined) continue;
      const problem = isLocal ? undefined : faultOf(variable, value);
      if (problem !== undefined) add(variable, problem);
      const other = seen.get(digest(value));
      if (other === undefined) seen.set(digest(value), { environment, variable });
      else if (other.environment !== environment) {
        add(variable, `is the same as ${other.variable} of ${other.environment}`);
      } else if (!isSameThing(other.variable, variable)) {
        add(variable, `is the same as ${other.variable}`);
      }
    }
  }
  return faults;
}

const older: readonly (readonly string[])[] = [
  ["SUPABASE_SECRET_KEYS", "SUPABASE_SECRET_KEY", "SUPABASE_SERVICE_ROLE_KEY"],
  ["SUPABASE_DB_URL", "DATABASE_URL"],
];
const isSameThing = (one: string, two: string) =>
  older.some((names) => names.includes(one) && names.includes(two));
