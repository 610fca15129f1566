import { type VaultRequest, vaultRequest } from "../_shared/keys/contract.ts";
import { CogoError } from "../_shared/platform/errors.ts";

const mostBytes = 64 * 1024;
const hint = "See docs/openapi/key-vault.json; nothing was changed.";

const refuse = (field: string, problem: string) =>
  new CogoError("bad_argument", `Cannot accept ${field}: ${problem}`, hint);

/** The text of a body, read no further than it may be long. */
async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw refuse("the body", `it has more than ${mostBytes} bytes`);
    }
    parts.push(value);
  }
  return await new Blob(parts as BlobPart[]).text();
}

/**
 * The request in the body, checked. What is wrong is told by the name of its field and never by
 * its value: that may be a key.
 * @throws CogoError bad_argument (400)
 */
export async function readRequest(request: Request): Promise<VaultRequest> {
  const text = await readText(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refuse("the body", "it is not JSON");
  }
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
    return [issue.keys.map((key) => key.slice(0, 40)).join(", "), `${body.op} does not take it`];
  }
  const field = issue?.path.join(".") || "the body";
  const problem = issue?.message ?? "it is not valid";
  return [field, problem.replace(/^Invalid (input|string): */, "")];
}
