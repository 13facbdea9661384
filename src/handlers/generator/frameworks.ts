import type { Framework } from './framework';
import { express } from './express';
import { honoOnNode, honoOnWorkers } from './hono';
import { next } from './next';

/** In the order in which they are offered where a project uses none of them. */
export const frameworks: readonly Framework[] = [express, honoOnNode, honoOnWorkers, next];
