export {
  INCOMING_KEYS,
  type IncomingKey,
  type IncomingSpec,
  type IncomingType,
  incomingOf,
  incomingSpec,
} from './columns';
export { type Incoming, type IncomingCells, type IncomingReason, readIncoming } from './read-row';
