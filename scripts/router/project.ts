import { type Address, openCall, type OpenedCall, type OperatorCall } from "../db/open_call.ts";

/** The RPCs that a comparison needs. */
export type RpcName = "list_policies" | "list_models" | "compare_routes" | "record_router_report";

/** Calls one of them as an operator. @throws CallError */
export type RouterCall = OperatorCall<RpcName>;

/** Opens the project whose policies are compared. @throws EnvironmentError naming what is missing */
export const openProject = (address: Address): OpenedCall<RpcName> =>
  openCall<RpcName>(address, { single: ["record_router_report"], timeoutMs: 120_000 });
