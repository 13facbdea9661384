/** Begins the line that ends the output of a task, before its results. */
export const endMark = '\u001e';

/** Told to a worker in place of a task: it ends. */
export const noMore = 'no more';
