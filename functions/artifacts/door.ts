import { InHand } from "../_shared/platform/in_hand.ts";
import { openPool, type Pool } from "../_shared/platform/pool.ts";

let current: Pool | undefined;

/** The database, as the function's worker reaches it. */
export const pool = (): Pool => current ??= openPool({ max: 4 });

/** Uploads that are coming in. */
export const uploading = new InHand();
