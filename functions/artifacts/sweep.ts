import { allStores } from "../_shared/artifacts/stores.ts";
import { sweepArtifacts } from "../_shared/artifacts/sweep.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { refusing } from "../_shared/platform/read_json.ts";
import { respond } from "../_shared/platform/respond.ts";
import { verifyCaller } from "../_shared/platform/verified_caller.ts";
import { pool } from "./door.ts";

const refuse = refusing("docs/openapi/artifacts.json");
const patienceMs = 20_000;

/**
 * `POST /artifacts/sweep`: deletes bytes that no artifact names, for up to 20 seconds. The clock
 * calls it; any number may run at once. `?min_age_seconds=0` spares the young none, such as when a
 * tenant has left.
 * @throws CogoError bad_argument (400), missing_key, invalid_token (401), operators_only (403),
 * artifact_store_failed, database_unreachable (503)
 */
export async function sweep(request: Request): Promise<Response> {
  const caller = await verifyCaller(request);
  if (!caller.isOperator) {
    throw new CogoError(
      "operators_only",
      "Cannot sweep artifacts: only an operator may",
      "The clock does it with a secret key, once an hour.",
    );
  }
  const age = new URL(request.url).searchParams.get("min_age_seconds") ?? "3600";
  if (!/^\d{1,7}$/.test(age)) throw refuse("min_age_seconds", "it must be 0 to 9999999");
  const options = { minAgeMs: Number(age) * 1000, patienceMs };
  return respond(await sweepArtifacts(pool(), allStores(), options));
}
