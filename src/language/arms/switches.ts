import type { SyntaxNode } from '@lezer/common';
import { literalOf, type Reading } from '../syntax/reading';
import { roleOf } from '../syntax/roles';
import type { Arm, Construct, ReadConstruct } from './arm';
import { statementsOf } from './layout';
import type { Manner } from './manner';
import { armsOf } from './switchArms';
import { type Head, isArrow, switchInsertion } from './switchWriter';

/** A `switch` or `match`, statement or expression. */
export const readSwitch: ReadConstruct = (reading, node, manner): Construct | undefined => {
  if (roleOf(node) !== 'switch') {
    return undefined;
  }
  const arms = armsOf(reading, node, manner);
  return {
    literals: arms.flatMap(({ literals }) => literals),
    names: arms.flatMap(({ head }) => namesIn(reading.text.slice(head.from, head.to))),
    room: Infinity,
    bodies: arms.map(({ head, to }) => ({ from: head.to, to })),
    writer: (isKey) => {
      const place = placeFor(reading, arms, manner);
      const usable = arms.map((arm) => ({ arm, head: headOf(reading, arm, isKey) }));
      const near = usable.findLast(({ head }, index) => head && index <= place) ?? usable.find(({ head }) => head);
      if (near?.head === undefined) {
        return undefined;
      }
      const parts = { reading, node, arms, manner, place, template: near.arm, head: near.head };
      return (keys) => switchInsertion(parts, keys);
    },
  };
};

/** `case PUSH:`, `case Events.Push, Events.Fork:`. */
function namesIn(head: string): string[] {
  return /["'`]/.test(head)
    ? []
    : Array.from(head.matchAll(/(\w{3,})\s*(?=,|:(?!:)|=>|->|\||$)/g), ([, name = '']) => name);
}

/** The arm behind which others may stand, or -1: before what takes everything, and where nothing falls into them. */
function placeFor(reading: Reading, arms: readonly Arm[], { fallsThrough, isOrdered }: Manner): number {
  const all = arms.findIndex(({ isDefault }) => isDefault);
  const end = isOrdered && all !== -1 ? all : arms.length;
  return arms.findLastIndex(
    (arm, index) => index < end && !arm.isDefault && (!fallsThrough || isArrow(reading, arm) || isEnded(reading, arm)),
  );
}

/** Whether nothing goes on into the next arm. */
function isEnded(reading: Reading, { body }: Arm): boolean {
  const last = statementsOf(reading, body).at(-1);
  return last !== undefined && /^(?:break|return|throw|continue|yield)\b/.test(reading.text.slice(last.from, last.to));
}

/** The head of an arm that is chosen by keys and nothing else. */
function headOf(reading: Reading, { head, literals }: Arm, isKey: (literal: SyntaxNode) => boolean): Head | undefined {
  const { text } = reading;
  const own = literals.filter(({ from }) => from >= head.from);
  const [first, last] = [own.find(isKey), own.findLast(isKey)];
  if (!first || !last) {
    return undefined;
  }
  const { quote } = literalOf(reading, first);
  const [before, behind] = [text.slice(head.from, first.from), text.slice(last.to, head.to).trimEnd()];
  const isOnlyKeys =
    /^[)\]}\s]*(?::|=>|->)?$/.test(behind) && !/&&|\b(?:and|if|when|HasPrefix)\b|["'`]\s*[,|]/.test(before);
  return isOnlyKeys ? { before, behind, quote } : undefined;
}
