import { z } from "zod";
import type { ErrorCode } from "../../functions/_shared/platform/errors.ts";

const errorBody = z.looseObject({
  code: z.string(),
  message: z.string(),
  details: z.string().nullish(),
  hint: z.string().nullish(),
});

interface Explanation {
  status?: number;
  code?: string;
  details: ErrorCode;
  hint: string;
}

const wrongType: Explanation = {
  status: 400,
  details: "bad_argument",
  hint: "Send each argument in its own JSON type; docs/guides/jobs.md shows them.",
};

/** What an error that SQL did not explain itself means, by its code; undefined when unknown. */
function explanationOf(code: string, message: string, status: number): Explanation | undefined {
  if (/^22|^42804$/.test(code)) return wrongType;
  // PGlite refuses some values before SQL sees them, which a hosted project answers with 22P02.
  if (code === "SUP" && /Invalid input for|insufficient data left in message/.test(message)) {
    return { ...wrongType, code: "22P02" };
  }
  if (code === "PGRST102") {
    return { details: "bad_argument", hint: "Send one JSON object that holds the arguments." };
  }
  if (code === "PGRST202" || code === "42883") {
    return {
      details: "bad_argument",
      hint: "Compare the names of function and arguments with docs/guides/jobs.md.",
    };
  }
  if (code === "42501") {
    return status === 401
      ? { details: "missing_key", hint: "Call with an agent token or a secret key." }
      : { details: "operators_only", hint: "Call with a secret key: agents may not do this." };
  }
  return undefined;
}

/**
 * Gives a refusal of the REST gateway the house's four fields where SQL itself gave no next step:
 * arguments of the wrong type, unknown functions, missing rights. All else passes as it is.
 */
export async function explainRefusal(response: Response): Promise<Response> {
  if (response.status < 400) return response;
  const parsed = errorBody.safeParse(await response.clone().json().catch(() => undefined));
  if (!parsed.success || parsed.data.hint) return response;
  const { code, message } = parsed.data;
  const found = explanationOf(code, message, response.status);
  if (!found) return response;

  const { status = response.status, details, hint } = found;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return Response.json({ code: found.code ?? code, message, details, hint }, { status, headers });
}
