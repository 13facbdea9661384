export { familyOf } from './family';
export { type Judge, KeyScan, type LineChange, type Verdict } from './keyScan';
export { tokenAt } from './scan';
export type {
  Found,
  KeyToken,
  LanguageFamily,
  LineSource,
  NoPlace,
  Place,
  Quote,
  StrongKind,
  StrongPlace,
  SubjectType,
  TextPosition,
  WeakPlace,
} from './types';
export { isOffered } from './offer';
export { looksLikeCloudAttempt, looksLikeCloudKey } from './place/keyShape';
export { speaksOfBitbucketNear } from './signal';
