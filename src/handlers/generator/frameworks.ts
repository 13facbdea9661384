import type { Framework } from './framework';
import { express } from './express';
import { fastApi } from './fastapi';
import { honoOnNode, honoOnWorkers } from './hono';
import { netHttp } from './netHttp';
import { next } from './next';

/** In the order in which they are offered where a project uses none of them. */
export const frameworks: readonly Framework[] = [express, honoOnNode, honoOnWorkers, next, fastApi, netHttp];
