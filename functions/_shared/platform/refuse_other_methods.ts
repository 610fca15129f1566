import type { Context } from "hono";
import { CogoError } from "./errors.ts";
import { respondError } from "./respond.ts";

/** As much of a Hono app as is needed here. */
interface Routes {
  all(path: string, answer: (context: Context) => Response): unknown;
}

/**
 * Answers 405 on paths whose own methods are routed already.
 * @param methods by path: what `allow` says, such as `GET, DELETE`
 */
export function refuseOtherMethods(app: Routes, methods: Readonly<Record<string, string>>): void {
  for (const [path, allow] of Object.entries(methods)) {
    app.all(path, ({ req }) => {
      const message = `Cannot ${req.method} ${req.path}`;
      return respondError(new CogoError("method_not_allowed", message, `Use ${allow}.`), { allow });
    });
  }
}
