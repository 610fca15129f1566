import { z } from "zod";
import { deriveSecret } from "../_shared/events/webhook_secret.ts";
import { hookTaken } from "../_shared/ingress/contract.ts";
import { deliveryOf, isSigned } from "../_shared/ingress/hook_signatures.ts";
import { refuse } from "../_shared/ingress/refuse.ts";
import { tooMuchInHand } from "../_shared/ingress/refused_until.ts";
import { mostHookBytes, mostInFlight } from "../_shared/ingress/settings.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { readBytes } from "../_shared/platform/read_bytes.ts";
import { jsonOf } from "../_shared/platform/read_json.ts";
import { respond, respondError } from "../_shared/platform/respond.ts";
import { respondAnswer } from "../_shared/platform/respond_call.ts";
import { verifyCaller } from "../_shared/platform/verified_caller.ts";
import { bringing, pool } from "./door.ts";

const rule = z.object({
  hook_id: z.string(),
  provider: z.enum(["github", "stripe", "standard"]),
  secret_env: z.string().nullable(),
  key_version: z.number().int(),
}).nullable();

type Rule = z.output<typeof rule>;

const keepMs = 10_000;
const kept = new Map<string, { rule: Promise<Rule>; until: number }>();

/** The rule of a hook, looked up at most every 10 seconds. */
function ruleOf(name: string): Promise<Rule> {
  if (!/^[a-z0-9][a-z0-9_-]{0,79}$/.test(name)) return Promise.resolve(null);
  const known = kept.get(name);
  if (known && known.until > Date.now()) return known.rule;
  const found = pool().callInside("find_inbound_hook", { name }).then((one) => rule.parse(one));
  if (kept.size >= 1000) kept.clear();
  kept.set(name, { rule: found, until: Date.now() + keepMs });
  found.catch(() => kept.delete(name));
  return found;
}

/** Several secrets, parted by blanks, hold while one is replaced. */
function secretsOf({ hook_id, secret_env, key_version }: NonNullable<Rule>): string[] {
  if (secret_env !== null) {
    return (Deno.env.get(secret_env) ?? "").split(/\s+/).filter((one) => one);
  }
  const signingKey = Deno.env.get("WEBHOOK_SIGNING_KEY") ?? "";
  return signingKey.length < 16 ? [] : [deriveSecret(signingKey, hook_id, key_version)];
}

/** One answer to all that is unknown, paused, unsigned, forged or too old. */
function unsigned(): CogoError {
  return new CogoError(
    "invalid_signature",
    "Cannot take the webhook: it is not signed as this hook asks",
    "Check the address, the secret and the clock of the sender; why is not told here.",
  );
}

async function take(request: Request, name: string): Promise<Response> {
  const bytes = await readBytes(request, { most: mostHookBytes() });
  const found = await ruleOf(name);
  if (found === null || !isSigned(found.provider, bytes, request.headers, secretsOf(found))) {
    throw unsigned();
  }
  const body = jsonOf(bytes, refuse);
  const delivery = deliveryOf(found.provider, request.headers, body);
  if (delivery === undefined) throw refuse("the delivery", "it names neither its id nor its event");
  const answer = await pool().callInside("receive_hook", {
    hook_id: found.hook_id,
    delivery_id: delivery.id,
    events: [...delivery.events],
    body: JSON.stringify(body),
  });
  const taken = hookTaken.safeParse(answer);
  const isTaken = taken.success && (taken.data.ignored ?? taken.data.created) !== undefined;
  if (!isTaken) return respondAnswer(answer);
  return respond(taken.data, taken.data.ignored ? 200 : 202);
}

/**
 * `POST /ingress/hooks/:name`: somebody else's webhook becomes a job, once per delivery.
 * @throws CogoError bad_argument (400), invalid_signature (401), body_timeout (408),
 * payload_too_large (413),
 * database_unreachable (503); what SQL refuses is passed on
 */
export async function receiveHook(request: Request, name: string): Promise<Response> {
  const instead = () => respondError(tooMuchInHand(), { "retry-after": "5" });
  return await bringing.within(mostInFlight(), () => take(request, name), instead);
}

/**
 * `POST /ingress/hooks/:name/secret`: the derived secret of a hook, for an operator to give to the
 * sender.
 * @throws CogoError missing_key, invalid_token (401), operators_only (403), access_not_found (404),
 * webhooks_not_configured (503)
 */
export async function showHookSecret(request: Request, name: string): Promise<Response> {
  const { isOperator } = await verifyCaller(request);
  if (!isOperator) {
    const hint = "Call with a secret key.";
    throw new CogoError("operators_only", "Cannot show the secret of a hook", hint);
  }
  kept.delete(name);
  const found = await ruleOf(name);
  if (found === null || found.secret_env !== null) {
    const message = `Cannot show the secret of ${
      name.slice(0, 80)
    }: no such hook has a derived one`;
    throw new CogoError("access_not_found", message, "list_inbound_hooks shows what there is.");
  }
  const [secret] = secretsOf(found);
  if (secret === undefined) {
    const message = "Cannot derive secrets: WEBHOOK_SIGNING_KEY is missing or too short";
    throw new CogoError("webhooks_not_configured", message, "Set it, with 16 characters or more.");
  }
  return respond({ name, secret });
}
