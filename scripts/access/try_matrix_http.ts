import type { Stack } from "../stack/stack_settings.ts";
import { type Cell, cellOf, holds } from "./matrix_cells.ts";
import { layCallers, type MatrixCaller, matrixCallers } from "./matrix_callers.ts";
import { type MatrixSource, readMatrix } from "./read_matrix.ts";
import type { MatrixResult } from "./try_matrix.ts";

type Headers = Readonly<Record<string, string>>;

interface Request {
  readonly what: string;
  readonly caller: MatrixCaller;
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
  /** The cell of a door; undefined: a table, which must not be reached at all. */
  readonly cell?: Cell;
}

const methods: Readonly<Record<string, string>> = {
  select: "GET",
  insert: "POST",
  update: "PATCH",
  delete: "DELETE",
};

const atOnce = 24;

/** Signs each caller's token once for each set of claims. */
function signer(stack: Stack) {
  const { publishable_key: apikey, secret_key } = stack.file;
  const kept = new Map<string, Promise<string>>();
  return async (caller: MatrixCaller, claims: Record<string, unknown>): Promise<Headers> => {
    if (caller.role === "anon") return { apikey };
    if (caller.role === "service_role") return { apikey: secret_key };
    const key = JSON.stringify(claims);
    if (!kept.has(key)) kept.set(key, stack.tokens.sign(claims, 900));
    return { apikey, authorization: `Bearer ${await kept.get(key)}` };
  };
}

async function doorRequests(stack: Stack, source: MatrixSource): Promise<Request[]> {
  const sign = signer(stack);
  const made = source.doors.flatMap((door) =>
    matrixCallers.map(async (caller): Promise<Request> => ({
      what: `api.${door.name}`,
      caller,
      path: `/rest/v1/rpc/${door.name}`,
      method: "POST",
      headers: await sign(caller, caller.claims(door.scope, source)),
      body: JSON.stringify(Object.fromEntries(door.needed.map((name) => [name, null]))),
      cell: cellOf(door, caller, source),
    }))
  );
  return await Promise.all(made);
}

/**
 * The gateway refuses by the schema, before it looks at the verb or the caller: each table is tried
 * with each verb and by each role, a verb for a role. Every pair is tried over SQL.
 */
async function tableRequests(stack: Stack, source: MatrixSource): Promise<Request[]> {
  const sign = signer(stack);
  const roles = ["anon", "agent", "owner", "service_role"]
    .flatMap((name) => matrixCallers.filter((caller) => caller.name === name));
  const relations = source.relations.filter(({ isPart, schema }) => !isPart && schema !== "pgmq");
  const made = relations.flatMap(({ schema, name, column }, nth) =>
    Object.entries(methods).map(async ([verb, method], turn): Promise<Request> => {
      const caller = roles[(nth + turn) % roles.length]!;
      const profile = { "accept-profile": schema, "content-profile": schema };
      const isWrite = method === "POST" || method === "PATCH";
      return {
        what: `${verb} ${schema}.${name}`,
        caller,
        path: `/rest/v1/${name}?${method === "GET" ? "limit=1" : `${column}=is.null`}`,
        method,
        headers: { ...await sign(caller, caller.claims(null, source)), ...profile },
        ...(isWrite ? { body: JSON.stringify({ [column]: null }) } : {}),
      };
    })
  );
  return await Promise.all(made);
}

/** The word of an answer: `done`, a refusal's detail, or its code. */
async function answerTo(stack: Stack, request: Request): Promise<[word: string, status: number]> {
  const { path, method, headers, body } = request;
  const response = await fetch(`${stack.file.url}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  if (response.status < 400) return ["done", response.status];
  const { code, details } = JSON.parse(text || "{}") as { code?: string; details?: string };
  return [/^PT/.test(code ?? "") ? details ?? "" : code ?? "", response.status];
}

/** Tries every cell through the gateway of a running stack, which is of no other use afterwards. */
export async function tryMatrixHttp(stack: Stack): Promise<MatrixResult> {
  const source = await readMatrix(stack.database.executor);
  await stack.database.executor.exec(layCallers);
  const requests = [...await tableRequests(stack, source), ...await doorRequests(stack, source)];
  const faults: string[] = [];
  const left = [...requests].reverse();
  const worker = async () => {
    for (let request = left.pop(); request !== undefined; request = left.pop()) {
      const [word, status] = await answerTo(stack, request);
      const { what, caller, cell } = request;
      const isRefused = [401, 403, 404, 405, 406].includes(status);
      if (cell === undefined ? !isRefused : !holds(cell, word) || status >= 500) {
        faults.push(`${what} as ${caller.name}: ${status} ${word} instead of ${cell ?? "closed"}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { cells: requests.length, faults };
}
