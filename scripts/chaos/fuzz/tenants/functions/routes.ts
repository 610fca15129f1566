import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";

/** One route of an edge function. */
export interface Route {
  /** As `GET /ingress/jobs/{id}`: the function's name first. */
  readonly key: string;
  readonly method: string;
  /** Below `/functions/v1`, with `{names}` for what a caller puts in. */
  readonly path: string;
}

const folder = new URL("../../../../../docs/openapi/", import.meta.url);
const functionsFolder = new URL("../../../../../functions/", import.meta.url);
const methods = ["get", "post", "put", "patch", "delete"];
const document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

const routeOf = (method: string, path: string): Route => ({
  key: `${method.toUpperCase()} ${path}`,
  method: method.toUpperCase(),
  path,
});

/** Functions whose routes no document describes: pages and their reads, and the plan's two routes. */
const undescribed: Readonly<Record<string, readonly Route[]>> = {
  dashboard: [
    routeOf("get", "/dashboard/local"),
    routeOf("get", "/dashboard/api/read/{rpc}"),
    routeOf("post", "/dashboard/api/act/{rpc}"),
  ],
  schedule: [routeOf("post", "/schedule/weekly"), routeOf("post", "/schedule/gate")],
};

async function describedRoutes(name: string): Promise<Route[]> {
  const text = await readFile(new URL(`${name}.json`, folder), "utf8");
  const { paths } = document.parse(JSON.parse(text));
  return Object.entries(paths).flatMap(([path, operations]) => {
    const whole = path === `/${name}` || path.startsWith(`/${name}/`) ? path : `/${name}${path}`;
    return methods.filter((method) => method in operations).map((method) => routeOf(method, whole));
  });
}

/**
 * Every route of every edge function, from docs/openapi.
 * @throws Error naming a function that neither a document nor the list above describes
 */
export async function readRoutes(): Promise<Route[]> {
  const described = (await readdir(folder)).filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -5));
  const names = (await readdir(functionsFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("_"))
    .map(({ name }) => name);
  const unknown = names.filter((name) => !described.includes(name) && !undescribed[name]);
  if (unknown.length > 0) throw new Error(`No routes are known of functions/${unknown.join(", ")}`);
  const routes = await Promise.all(described.map(describedRoutes));
  return [...routes.flat(), ...Object.values(undescribed).flat()];
}
