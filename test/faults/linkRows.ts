import { manyRows } from '../server/scenario';
import { type FaultRow, firstPageFails, stopped } from './faultRow';

const page = (next: unknown) => JSON.stringify({ values: [{ event: 'repo:push' }], next });
const nextIs = (next: unknown) => firstPageFails({ body: page(next) });

export const linkRows: readonly FaultRow[] = [
  { name: 'a relative next', faults: nextIs('?page=2'), seen: stopped(1, 'brokenLink'), requests: 3 },
  { name: 'a malformed next', faults: nextIs('https://['), seen: stopped(1, 'brokenLink'), requests: 3 },
  { name: 'an empty next', faults: nextIs(''), seen: stopped(1, 'brokenLink'), requests: 3 },
  { name: 'a next that is no text', faults: nextIs(2), seen: ['2 live', 'bundled, shape', '3 live'], requests: 3 },
  {
    name: 'a next of a megabyte',
    faults: nextIs(`{base}/${'x'.repeat(1_000_000)}`),
    seen: ['2 live', 'bundled, shape', '3 live'],
    requests: 3,
  },
  {
    name: 'a next on another origin',
    faults: nextIs('http://127.0.0.1:1/2.0/hook_events/repository?page=2'),
    seen: stopped(1, 'foreignLink'),
    requests: 3,
  },
  {
    name: 'a next whose origin is the same but whose scheme is not',
    faults: nextIs('blob:{base}/hook_events/repository?page=2'),
    seen: stopped(1, 'foreignLink'),
    requests: 3,
  },
  {
    name: 'a next with a user name',
    faults: nextIs('{base}/hook_events/repository?page=2'.replace('{base}', 'http://me@127.0.0.1:1')),
    seen: stopped(1, 'brokenLink'),
    requests: 3,
  },
  {
    // Links are opaque by Bitbucket's contract, and a GET without credentials has no power to lend: the origin is all
    // that is asked of it. What comes has to be a page all the same.
    name: 'a next on another path, which is followed',
    faults: [...nextIs('{base}/elsewhere'), { on: '/elsewhere', body: '{"values": [{"event": "repo:fork"}]}' }],
    seen: ['2 live', '2 live', '3 live'],
    requests: 4,
  },
  {
    name: 'a next on another path where no page is',
    faults: [...nextIs('{base}/elsewhere'), { on: '/elsewhere', body: '{"uuid": "{1}"}' }],
    seen: stopped(1, 'shape'),
    requests: 4,
  },
  {
    name: 'a next that is the page itself',
    faults: nextIs('{base}/hook_events/repository'),
    seen: stopped(1, 'brokenLink'),
    requests: 4,
  },
  {
    name: 'a cycle of next',
    faults: [
      ...nextIs('{base}/hook_events/repository?a'),
      { on: '?a', body: page('{base}/hook_events/repository?b') },
      { on: '?b', body: page('{base}/hook_events/repository?a') },
    ],
    seen: stopped(1, 'brokenLink'),
    requests: 5,
  },
  {
    name: 'an endless list of the same page',
    faults: [...nextIs('{base}/{n}?endless'), { on: '?endless', body: page('{base}/{n}?endless') }],
    seen: stopped(1, 'endless'),
    requests: 502,
  },
  {
    name: 'an endless list: 10,000 pages',
    scenario: { subjectTypes: { repository: manyRows(100_000), workspace: manyRows(3) }, pageLength: 10 },
    seen: stopped(5000, 'endless'),
    requests: 502,
  },
];
