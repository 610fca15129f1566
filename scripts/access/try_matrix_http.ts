import type { Executor } from "../db/executor.ts";
import type { Stack } from "../stack/stack_settings.ts";
import { type Cell, cellOf, holds } from "./matrix_cells.ts";
import { layCallers, type MatrixCaller, matrixCallers } from "./matrix_callers.ts";
import { type Door, type MatrixSource, readMatrix, type Relation } from "./read_matrix.ts";
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

async function doorRequests(
  stack: Stack,
  source: MatrixSource,
  doors: readonly Door[],
): Promise<Request[]> {
  const sign = signer(stack);
  const made = doors.flatMap((door) =>
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
 * Each verb on each table by each caller, or (`isShort`) each verb by another caller, in turn: the
 * gateway refuses by the schema, before it looks at the verb or the caller.
 */
async function tableRequests(
  stack: Stack,
  source: MatrixSource,
  relations: readonly Relation[],
  isShort: boolean,
): Promise<Request[]> {
  const sign = signer(stack);
  const credentials = await Promise.all(
    matrixCallers.map(async (caller) =>
      [caller, await sign(caller, caller.claims(null, source))] as const
    ),
  );
  return relations.flatMap(({ schema, name, column }, nth) =>
    Object.entries(methods).flatMap(([verb, method], turn) =>
      credentials.filter((_, place) => !isShort || place === (nth * 4 + turn) % credentials.length)
        .map(([caller, headers]): Request => {
          const isWrite = method === "POST" || method === "PATCH";
          return {
            what: `${verb} ${schema}.${name}`,
            caller,
            path: `/rest/v1/${name}?${method === "GET" ? "limit=1" : `${column}=is.null`}`,
            method,
            headers: { ...headers, "accept-profile": schema, "content-profile": schema },
            ...(isWrite ? { body: JSON.stringify({ [column]: null }) } : {}),
          };
        })
    )
  );
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

/** Lays the tenant and the members that the callers of {@link tryMatrixHttp} stand for. */
export const layHttpCallers = (executor: Executor): Promise<void> => executor.exec(layCallers);

/**
 * Tries every cell through the gateway of a running stack, whose callers were laid and which is of no
 * other use afterwards. `only` narrows it to tables and doors by name, `isShort` to one caller for each
 * table and verb.
 */
export async function tryMatrixHttp(
  stack: Stack,
  { only = () => true, isShort = false }: {
    readonly only?: (name: string) => boolean;
    readonly isShort?: boolean;
  } = {},
): Promise<MatrixResult> {
  const source = await readMatrix(stack.database.executor);
  const relations = source.relations.filter(({ isPart, name }) => !isPart && only(name));
  const doors = source.doors.filter(({ name }) => only(name));
  const requests = [
    ...await tableRequests(stack, source, relations, isShort),
    ...await doorRequests(stack, source, doors),
  ];
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
