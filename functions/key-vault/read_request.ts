import { type VaultRequest, vaultRequest } from "../_shared/keys/contract.ts";
import { namesOf, readJson, refusing } from "../_shared/platform/read_json.ts";

const refuse = refusing("docs/openapi/key-vault.json");

/**
 * The request in the body, checked. What is wrong is told by the name of its field and never by
 * its value: that may be a key.
 * @throws CogoError bad_argument (400)
 */
export async function readRequest(request: Request): Promise<VaultRequest> {
  const body = await readJson(request, refuse);
  const read = vaultRequest.safeParse(body, { reportInput: false });
  if (read.success) return read.data;
  const op = (body as { op?: unknown } | null)?.op;
  const ops = new Set(vaultRequest.options.map((option) => option.shape.op.value));
  if (typeof op !== "string" || !ops.has(op as VaultRequest["op"])) {
    throw refuse("op", `it must be one of ${[...ops].join(", ")}`);
  }
  throw refuse(...problemOf(body as { op: string }));
}

/** The first problem of the form of this op that fits best: the one with the fewest problems. */
function problemOf(body: { op: string; action?: unknown }): [string, string] {
  const tried = vaultRequest.options
    .filter((option) => option.shape.op.value === body.op)
    .map((option) => option.safeParse(body).error?.issues ?? [])
    .sort((one, other) => one.length - other.length);
  const [issue] = tried[0] ?? [];
  if (issue?.code === "unrecognized_keys") {
    return [namesOf(issue.keys), `${body.op} does not take it`];
  }
  const field = issue?.path.join(".") || "the body";
  const problem = issue?.message ?? "it is not valid";
  return [field, problem.replace(/^Invalid (input|string): */, "")];
}
