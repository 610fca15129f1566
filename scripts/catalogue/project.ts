import { type Address, openCall, type OpenedCall, type OperatorCall } from "../db/open_call.ts";

type RpcName = "import_catalogue" | "list_models" | "list_providers";

/** Calls an RPC of the catalogue as an operator. @throws CallError */
export type CatalogueCall = OperatorCall<RpcName>;

/** Opens the project whose catalogue is filled. @throws EnvironmentError naming what is missing */
export const openProject = (address: Address): OpenedCall<RpcName> =>
  openCall<RpcName>(address, { single: ["import_catalogue"], timeoutMs: 60_000 });
