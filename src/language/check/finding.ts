import type { ListOrigin } from '../../catalog/storedList';
import type { HeaderName } from '../headers/headerNames';
import type { SubjectType } from '../place/vocabulary';

/** A text of a document; offsets, without quotes. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What may be wrong with a key in a document. */
export type Finding = Span &
  (
    | {
        readonly kind: 'unknown';
        /** Known keys that it may stand for, the best first. */
        readonly candidates: readonly string[];
        /** It is one that people are known to write and Bitbucket Cloud never sends. */
        readonly isKnownMistake: boolean;
        /** The list that was looked into. */
        readonly origin: ListOrigin;
        /** What stands beside it. */
        readonly beside: readonly string[];
        /** Whether it can be taken out from what stands beside it. */
        readonly isListed: boolean;
      }
    | {
        readonly kind: 'dataCenter';
        /** What to write in its place: Cloud's key, or Forge's name. */
        readonly cloudKey: string | undefined;
        readonly beside: readonly string[];
        readonly isListed: boolean;
      }
    | {
        /** A Forge name among webhooks' keys, or one of these in a Forge app. */
        readonly kind: 'otherDialect';
        readonly dialect: 'webhook' | 'forge';
        /** What the same is called here. */
        readonly names: readonly string[];
        readonly beside: readonly string[];
        readonly isListed: boolean;
      }
    /** A Connect app for Bitbucket has webhooks, which end with Connect. */
    | { readonly kind: 'connectEnds' }
    /** Something subscribes to what Bitbucket can't send any more. */
    | { readonly kind: 'removed'; readonly isListed: boolean }
    | {
        readonly kind: 'wildcard';
        readonly family: string;
        /** The keys of the family that don't stand beside it. */
        readonly keys: readonly string[];
      }
    | {
        /** The name of a header that Bitbucket doesn't send. */
        readonly kind: 'wrongHeader';
        /** The right one, in the same way of writing. */
        readonly header: string;
        readonly means: HeaderName;
      }
    | { readonly kind: 'duplicate' }
    | { readonly kind: 'otherSubjectType'; readonly subjectType: SubjectType; readonly subjectTypes: readonly string[] }
  );
