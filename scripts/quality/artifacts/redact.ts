/** Names of environment entries whose values must never leave this process. */
const secretName = /KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL|JWT|DB_URL|DATABASE_URL/i;
const shortestSecret = 8;

/** The secret values of an environment: each value, and each value inside a JSON object. */
export function secretsOf(environment: Record<string, string>, more: string[] = []): string[] {
  const secrets = new Set(more);
  for (const [name, value] of Object.entries(environment)) {
    if (!secretName.test(name)) continue;
    secrets.add(value);
    for (const [, inner] of value.matchAll(/"([^"]{16,})"/g)) secrets.add(inner ?? "");
  }
  return [...secrets].filter((secret) => secret.length >= shortestSecret)
    .sort((one, other) => other.length - one.length);
}

/** Replaces every secret in a log by `[redacted]`; other bytes stay as they are. */
export function redact(bytes: Uint8Array, secrets: string[]): Uint8Array {
  // One character a byte, so that bytes that are no text survive the way there and back.
  const text = Array.from(chunksOf(bytes), (chunk) => String.fromCharCode(...chunk)).join("");
  const utf8 = (secret: string) => String.fromCharCode(...new TextEncoder().encode(secret));
  const clean = secrets.reduce((now, secret) => now.replaceAll(utf8(secret), "[redacted]"), text);
  if (clean === text) return bytes;
  return Uint8Array.from(clean, (character) => character.charCodeAt(0));
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 8192) yield bytes.subarray(at, at + 8192);
}
