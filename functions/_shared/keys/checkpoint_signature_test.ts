import assert from "@std/assert";
import { isSigned, signCheckpoint } from "./checkpoint_signature.ts";
import { toBase64 } from "./bytes.ts";

Deno.test("checkpoint: what was signed is told from what was changed, and by whom", () => {
  const before = Deno.env.get("AUDIT_SIGNING_KEY");
  Deno.env.set("AUDIT_SIGNING_KEY", toBase64(new Uint8Array(32).fill(7)));
  try {
    const head = { tenant_id: "t", seq: 3, hash: "ab".repeat(32) };
    const signed = signCheckpoint(head, new Date("2026-11-26T00:00:00Z"));
    assert(isSigned(signed));
    assert(isSigned(signed, signed.public_key));
    for (const change of [{ seq: 4 }, { tenant_id: "u" }, { hash: "cd".repeat(32) }, { at: "" }]) {
      assert(!isSigned({ ...signed, ...change }), JSON.stringify(change));
    }
    Deno.env.set("AUDIT_SIGNING_KEY", toBase64(new Uint8Array(32).fill(8)));
    const forged = signCheckpoint(head, new Date("2026-11-26T00:00:00Z"));
    assert(isSigned(forged), "by its own key");
    assert(!isSigned(forged, signed.public_key), "not by the one that is known");
  } finally {
    if (before === undefined) Deno.env.delete("AUDIT_SIGNING_KEY");
    else Deno.env.set("AUDIT_SIGNING_KEY", before);
  }
});
