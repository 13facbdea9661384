/**
 * How far a look-around goes. A key's place is decided by what stands near it, and the work per keystroke must not
 * grow with the document. The price: a list whose head is farther away than this is known only by its neighbours, and
 * the inside of a longer comment, template literal or block scalar can be taken for code.
 */
export const linesUp = 120;
export const linesDown = 30;
export const charactersUp = 5_000;
export const charactersDown = 1_000;

/**
 * Within this many lines everything is read; farther away, in languages that are indented, only what stands no deeper
 * than the lines between: what holds the position, and what stands beside that.
 */
export const nearUp = 20;
export const nearDown = 8;

/** A longer line is a minified file or data: only this much of it, around the cursor, is looked at. */
export const longLine = 5_000;

/** How many entries on either side of a token are its company. Bounded, so that huge lists stay linear. */
export const neighbours = 40;

/** How many brackets or levels outwards the rules look. */
export const levelsOut = 24;

/** Brackets within more brackets than this are no structure: a run of them costs no more than other characters. */
export const deepest = 500;
