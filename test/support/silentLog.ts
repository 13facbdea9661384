import type { Log } from '../../src/bitbucket/log';

const nothing = () => undefined;
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing };
