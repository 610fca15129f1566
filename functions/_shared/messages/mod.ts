/** MESSAGE_SCHEMA_V1: the envelope of every message and the payloads of job events. */
export { actorRoles, type MessageV1, messageV1 } from "./envelope.ts";
export {
  failureReasons,
  failureStages,
  isJobEventType,
  jobEventPayloads,
  type JobEventType,
  jobsNamespace,
} from "./job_events.ts";
export { anyUuid, instant, isInstant, text, type TextLimits } from "./texts.ts";
export { messageViolations, type Violation, violationsOf } from "./violations.ts";
