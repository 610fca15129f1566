import { InHand } from "../_shared/platform/in_hand.ts";
import { RefusedUntil } from "../_shared/ingress/refused_until.ts";
import { openPool, type Pool } from "../_shared/platform/pool.ts";

let current: Pool | undefined;

/** The database, as the function's worker reaches it. */
export const pool = (): Pool => current ??= openPool({ max: 6 });

/** What was refused a moment ago. */
export const refused = new RefusedUntil();

/** Requests that bring work. */
export const bringing = new InHand();

/** Callers that wait or listen. */
export const waiting = new InHand();
