import { errorCodes } from "../../../functions/_shared/platform/errors.ts";

/** What a refusal says, whether it came over the wire or over HTTP. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly detail?: string | null;
  readonly hint?: string | null;
  /** Where in SQL it was raised; empty when the arguments' own types refused them. */
  readonly where?: string | null;
}

const known = errorCodes as Readonly<Record<string, { status: number }>>;

/**
 * What is wrong with a refusal, or nothing: it must carry PT and a status of 400 to 422, a message, a
 * listed detail of that status, and a hint. `closed` = this caller may not call the function at all.
 */
export function refusalFault(refusal: Refusal, closed: boolean): string | undefined {
  const { code, message, detail, hint, where } = refusal;
  if (closed && code === "42501") return undefined;
  if (/^(22|54)/.test(code) && !/PL\/pgSQL function|SQL function/.test(where ?? "")) {
    return undefined; // not a value of the argument's type: the call never began
  }
  const status = Number(/^PT(400|401|403|404|409|413|422)$/.exec(code)?.[1]);
  if (Number.isNaN(status)) return `code ${code}: ${message}`;
  if (message.trim() === "") return `${code} has no message`;
  if (!hint || hint.trim() === "") return `${code} has no hint: ${message}`;
  if (known[detail ?? ""]?.status !== status) return `${code} has the detail ${detail}: ${message}`;
  return undefined;
}
