/** How a function answers. */
export type Handler = (request: Request) => Response | Promise<Response>;
