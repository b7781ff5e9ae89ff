export { Box, type BoxProps, Heading, type HeadingProps } from './box';
export { Busy } from './busy';
export { Button, type ButtonProps } from './button';
export { Card, type CardProps, Section, type SectionProps } from './card';
export { Check, type CheckProps } from './check';
export { Choice, ChoiceGroup, type ChoiceGroupProps, type ChoiceProps } from './choice';
export { type ClauseMark, ClauseRow, type ClauseRowProps, Num } from './clause-row';
export { DateField, type DateFieldProps } from './date-field';
export { dateText, dateTextWithWeekday, monthDayText, weekday } from './date-text';
export {
  Field,
  type FieldProps,
  SearchField,
  type SearchFieldProps,
} from './field';
export { Hero, type HeroProps } from './hero';
export { Icon, type IconName, type IconProps } from './icon';
export { KnownFacts, type KnownFactsProps } from './known-facts';
export { Notice, type NoticeProps } from './notice';
export { PackGate, type PackGateProps } from './pack-gate';
export { Page, type PageProps } from './page';
export { NotForHelpers, PersonGate, type PersonGateProps } from './person-gate';
export { PhoneLink, type PhoneLinkProps } from './phone-link';
export { Press, type PressProps } from './press';
export { Problem, type ProblemProps, waitText } from './problem';
export { Meter, type MeterProps, Progress, type ProgressProps } from './progress';
export { QrImage, type QrImageProps } from './qr-image';
export { Quote, type QuoteProps } from './quote';
export { type Passage, type QuoteRun, quoteRuns } from './quote-text';
export { ReadAloud, type ReadAloudProps } from './read-aloud';
export { Row, type RowProps } from './row';
export { Confirm, type ConfirmProps, Sheet, type SheetProps } from './sheet';
export { chineseNumber, spoken } from './spoken';
export {
  Empty,
  type EmptyProps,
  ErrorState,
  type ErrorStateProps,
  Skeleton,
  type SkeletonProps,
} from './states';
export {
  type StatusName,
  StatusTag,
  type StatusTagProps,
  statusIcon,
  statusTone,
  statusWord,
  type Tone,
} from './status-tag';
export { StepHead, type StepHeadProps } from './step-head';
export { type TabItem, Tabs, type TabsProps } from './tabs';
export { TextField, type TextFieldProps } from './text-field';
export { Withheld } from './withheld';
