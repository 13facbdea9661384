import type { IsKey } from '../keys/keyForm';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import { isUsedAlike } from './analogy';
import { contextOf } from './context';
import { holdsForgeEvents } from './forge';
import { type Purpose, purposeOf } from './rules';
import type { Step } from './step';
import { neighboursOf, type Strength, strengthOf } from './strength';
import type { Token } from './tokens';
import { isOfOtherHost } from './vocabulary';

export interface Place {
  readonly strength: Strength;
  /** In whose way events are named here. */
  readonly dialect: 'webhook' | 'forge';
  readonly purpose: Purpose;
  readonly context: readonly Step[];
  /** The other texts of the same list, union, `switch` or map. */
  readonly beside: readonly string[];
  /** Whether the events of another host stand beside, and none of Bitbucket's. */
  readonly isAmongOthers: boolean;
  /** Whether keys stand elsewhere in the same shape, as in the same column of a table. */
  readonly isUsedAlike: () => boolean;
}

/** What is known of the document around a place. */
export interface About {
  /** Whether the document has signs of Bitbucket. */
  readonly mentionsBitbucket: boolean;
  readonly isKey: IsKey;
}

export function placeOf(reading: Reading, token: Token, about: About): Place {
  const { node } = token.literal;
  const context = contextOf(reading, node);
  const literals = (context[0]?.beside ?? []).filter(({ from }) => from !== node.from);
  const beside = [...literals.map((each) => textOf(reading, literalOf(reading, each))), ...token.others];
  const neighbours = neighboursOf(context, beside, about.isKey);
  const subject = { reading, token, context, beside, neighbours, ...about };
  return {
    strength: strengthOf(subject),
    get dialect() {
      return holdsForgeEvents(context) ? 'forge' : 'webhook';
    },
    get purpose() {
      return purposeOf(reading.language, context);
    },
    context,
    beside,
    get isAmongOthers() {
      return beside.some(isOfOtherHost) && !beside.some(about.isKey);
    },
    isUsedAlike: () => isUsedAlike(subject),
  };
}

/** Whether something speaks for a key at a place. */
export function isExpected({ strength }: Place): boolean {
  return strength === 'named' || strength === 'alike';
}
