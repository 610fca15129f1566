import assert from "@std/assert";
import { portable } from "./plan_changes.ts";

Deno.test("generated SQL: any server from 15 on understands it, whoever owns the database", () => {
  const generated = 'GRANT DELETE, MAINTAIN, SELECT ON TABLE "cogo"."t" TO "postgres";\n\n' +
    'GRANT MAINTAIN, SELECT ON TABLE "cogo"."t" TO "service_role";\n\n' +
    'GRANT EXECUTE ON FUNCTION "api"."f"() TO "authenticated", "postgres", "service_role";\n' +
    'GRANT EXECUTE ON FUNCTION "api"."g"() TO "postgres", "service_role";\n' +
    "COMMENT ON TABLE t IS 'granted to \"postgres\"';\n";
  assert.equal(
    portable(generated),
    'GRANT SELECT ON TABLE "cogo"."t" TO "service_role";\n\n' +
      'GRANT EXECUTE ON FUNCTION "api"."f"() TO "authenticated", "service_role";\n' +
      'GRANT EXECUTE ON FUNCTION "api"."g"() TO "service_role";\n' +
      "COMMENT ON TABLE t IS 'granted to \"postgres\"';\n",
  );
});
