import type { Json } from "../../nonsense.ts";
import type { Lot } from "./lot.ts";

/** What a request of a case says; the rest is the route's. */
export interface Asked {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** Draws a request that names another tenant's things wherever the route takes a name. */
export type Case = (lot: Lot) => Asked | Promise<Asked>;
