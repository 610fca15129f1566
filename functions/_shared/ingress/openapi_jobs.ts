import { json, ref } from "../platform/openapi.ts";
import {
  answer,
  parameter,
  refusals,
  security,
  seeing,
  submitting,
  text,
} from "./openapi_parts.ts";

const id = parameter("id", "path", "What POST /ingress/jobs answered.", {
  ...text,
  format: "uuid",
});

const jobs = {
  post: {
    operationId: "submitJob",
    summary: "Work for later: 202, and where it is seen.",
    security,
    parameters: [
      parameter("Idempotency-Key", "header", "The same key again answers the first job."),
      parameter("traceparent", "header", "W3C trace context, which the job takes along."),
    ],
    requestBody: { required: true, content: json(ref("JobRequest")) },
    responses: { "202": answer("Location, Retry-After.", "Job"), ...refusals(submitting) },
    callbacks: {
      ended: {
        "{$request.body#/callback/url}": {
          post: {
            summary: "The job has ended; Standard Webhooks, at least once under one webhook-id.",
            requestBody: { content: json(ref("Ended")) },
            responses: { "2XX": { description: "Taken." } },
          },
        },
      },
    },
  },
};

const job = {
  parameters: [id],
  get: {
    operationId: "showJob",
    summary: "How a job stands.",
    security,
    parameters: [
      parameter("wait", "query", "Seconds to wait for its end, or for news with If-None-Match.", {
        type: "integer",
        minimum: 0,
        maximum: 30,
      }),
      parameter("If-None-Match", "header", "The ETag that is known."),
    ],
    responses: {
      "200": answer("ETag; Retry-After until it has ended.", "Status"),
      "304": { description: "Nothing new." },
      ...refusals(seeing),
    },
  },
  delete: {
    operationId: "deleteJob",
    summary: "As POST …/cancel.",
    security,
    responses: {
      "200": answer("It has ended.", "Cancelled"),
      "202": answer("Its worker is told.", "Cancelled"),
      ...refusals(seeing),
    },
  },
};

const result = {
  parameters: [id],
  get: {
    operationId: "showResult",
    summary: "The result of a job that succeeded.",
    security,
    responses: {
      "200": { description: "The result; ETag.", content: json({}) },
      "202": { description: "There is none yet; Location, Retry-After.", content: json({}) },
      "304": { description: "Nothing new." },
      ...refusals([...seeing, "result_not_found"]),
    },
  },
};

const events = {
  parameters: [id],
  get: {
    operationId: "streamEvents",
    summary: "What a job goes through, until its end.",
    security,
    parameters: [parameter("Last-Event-ID", "header", "Goes on after this event.")],
    responses: {
      "200": {
        description: "Events with id; the last is named end. Cut off? Come again with the last id.",
        content: { "text/event-stream": { schema: text } },
      },
      "204": { description: "There is nothing after that event." },
      ...refusals([...seeing, "overloaded"]),
    },
  },
};

const cancel = { parameters: [id], post: { ...job.delete, operationId: "cancelJob" } };

/** The paths by which work comes in and is followed. */
export const jobPaths = {
  "/ingress/jobs": jobs,
  "/ingress/jobs/{id}": job,
  "/ingress/jobs/{id}/result": result,
  "/ingress/jobs/{id}/events": events,
  "/ingress/jobs/{id}/cancel": cancel,
};
