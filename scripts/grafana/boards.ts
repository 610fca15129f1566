import { keys } from "./keys.ts";
import { overview } from "./overview.ts";
import type { Board } from "./panel.ts";
import { queues } from "./queues.ts";
import { routing } from "./routing.ts";
import { slos } from "./slos.ts";

/** All dashboards, in the order in which one would look. */
export const boards: readonly Board[] = [overview, queues, routing, keys, slos];
