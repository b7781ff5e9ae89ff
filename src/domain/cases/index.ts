export {
  answerOfFact,
  answerProblem,
  answersToKeep,
  answerWarning,
  type FilingProblem,
  factsSaid,
  filingProblems,
  migrateAnswers,
  tidyAnswer,
} from './answers';
export {
  answersOfStep,
  isElsewhere,
  isThere,
  optionsIn,
  type PlannedStep,
  roadOf,
  type Standing,
  serviceOfStep,
  stepServiceId,
  stepsAsked,
  sureIn,
  waitsFor,
} from './bundle';
export { type Can, canDo, caseCan, type Hand, isOwn, possible } from './can';
export {
  type ActionData,
  type Actor,
  after,
  type Case,
  type CaseEvent,
  type CaseRules,
  type Due,
  type HandedIn,
  ImpossibleEvent,
  rebuild,
  stateAfter,
  stateTitle,
  stepOf,
} from './case';
export { dueIn, isLate, type LastDay } from './due';
export {
  ACTION_NAMES,
  ACTIONS,
  type Action,
  type CaseState,
  type Guard,
  isOpen,
  type Role,
  STATE_NAMES,
  STATES,
  STEPS,
  type Step,
} from './life-cycle';
export {
  correctedIn,
  correctionProblem,
  hearingIn,
  type LimitShift,
  type NoteProblem,
  type Recorded,
  recordedIn,
  recordProblem,
  shiftOf,
} from './milestones';
export { findServices } from './search';
export * from './service';
export { askedEvidence, askedQuestions, isInRegister, type Known, truthOf } from './when';
