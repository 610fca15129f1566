import type { Stack } from "../stack/stack_settings.ts";
import { type Cell, cellOf } from "./matrix_cells.ts";
import { type MatrixCaller, matrixCallers } from "./matrix_callers.ts";
import type { Door, MatrixSource, Relation } from "./read_matrix.ts";

type Headers = Readonly<Record<string, string>>;

/** A request of one cell. */
export interface MatrixRequest {
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

/** Each RPC by each caller, with null for what it needs. */
export async function doorRequests(
  stack: Stack,
  source: MatrixSource,
  doors: readonly Door[],
  isShort: boolean,
): Promise<MatrixRequest[]> {
  const sign = signer(stack);
  const withToken = matrixCallers.filter(({ role }) => role === "authenticated");
  const made = doors.flatMap((door, nth) =>
    matrixCallers.filter((caller) =>
      !isShort || door.isGranted || caller.role !== "authenticated" ||
      caller === withToken[nth % withToken.length]
    ).map(async (caller): Promise<MatrixRequest> => ({
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
export async function tableRequests(
  stack: Stack,
  source: MatrixSource,
  relations: readonly Relation[],
  isShort: boolean,
): Promise<MatrixRequest[]> {
  const sign = signer(stack);
  const credentials = await Promise.all(
    matrixCallers.map(async (caller) =>
      [caller, await sign(caller, caller.claims(null, source))] as const
    ),
  );
  return relations.flatMap(({ schema, name, column }, nth) =>
    Object.entries(methods).flatMap(([verb, method], turn) =>
      credentials.filter((_, place) => !isShort || place === (nth * 4 + turn) % credentials.length)
        .map(([caller, headers]): MatrixRequest => {
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
