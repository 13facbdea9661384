import { manyRows } from '../server/scenario';
import { allBundled, allWell, type FaultRow, firstPageFails, oneBundled, stopped, subjectTypesFail } from './faultRow';

const megabyte = 'x'.repeat(1_000_000);
const one = ['2 live', '1 live', '3 live'] as const;
const values = (...rows: unknown[]) => firstPageFails({ body: JSON.stringify({ values: rows }) });
const links = (href: string) => ({ links: { events: { href } } });
const workspace = links('{base}/hook_events/workspace');
const types = (repository: unknown) => subjectTypesFail({ body: JSON.stringify({ repository, workspace }) });

export const dataRows: readonly FaultRow[] = [
  { name: 'a page that is a list', faults: firstPageFails({ body: '[]' }), seen: oneBundled('shape'), requests: 3 },
  { name: 'a page that is null', faults: firstPageFails({ body: 'null' }), seen: oneBundled('shape'), requests: 3 },
  {
    name: 'subject types of another shape',
    faults: subjectTypesFail({ body: '{"type": "error", "error": {"message": "Not today"}}' }),
    seen: allBundled('shape'),
    requests: 1,
  },
  { name: 'empty values', faults: values(), seen: ['2 live', '0 live', '3 live'], requests: 3 },
  { name: 'values that are no list', faults: firstPageFails({ body: '{"values": {}}' }), seen: oneBundled('shape') },
  {
    name: 'rows with missing, null and numeric fields beside a good one',
    faults: values({}, null, 7, [], { event: null }, { event: 5 }, { event: '' }, { event: 'repo:push', label: null }),
    seen: one,
    requests: 3,
  },
  { name: 'nothing but bad rows', faults: values({}, { event: 5 }), seen: oneBundled('shape'), requests: 3 },
  {
    name: 'fields of a megabyte',
    faults: values(
      { event: megabyte },
      { event: 'repo:push', label: megabyte, category: megabyte, description: megabyte },
    ),
    seen: one,
    requests: 3,
  },
  {
    name: 'duplicate keys across pages',
    scenario: { subjectTypes: { repository: [...manyRows(20), ...manyRows(30)], workspace: manyRows(3) } },
    seen: ['2 live', '30 live', '3 live'],
    requests: 5,
  },
  {
    name: '10,000 events on one page',
    scenario: { subjectTypes: { repository: manyRows(10_000), workspace: manyRows(3) }, pageLength: 10_000 },
    seen: ['2 live', '10000 live', '3 live'],
    requests: 3,
  },
  {
    name: 'more events on one page than anybody can have',
    scenario: { subjectTypes: { repository: manyRows(12_000), workspace: manyRows(3) }, pageLength: 12_000 },
    seen: ['2 live', '10000 live', '3 live'],
    requests: 3,
  },
  {
    name: 'a subject type named __proto__',
    scenario: { subjectTypes: JSON.parse('{"__proto__": [{"event": "repo:push"}], "constructor": []}') as never },
    seen: JSON.parse('{"": "2 live", "__proto__": "1 live", "constructor": "0 live"}') as never,
    requests: 3,
  },
  {
    name: 'subject types with slashes and unicode',
    scenario: { subjectTypes: { 'a/b/../c?d#e %': manyRows(25), 'хранилище 🗄️': manyRows(3) } },
    seen: { '': '2 live', 'a/b/../c?d#e %': '25 live', 'хранилище 🗄️': '3 live' },
    requests: 4,
  },
  {
    name: 'subject types whose names have controls or are too long',
    faults: subjectTypesFail({
      body: JSON.stringify({ 'a\u202eb': workspace, '': workspace, [megabyte]: workspace, workspace }),
    }),
    seen: { '': '1 live', workspace: '3 live' },
    requests: 2,
  },
  { name: 'a subject type without links', faults: types({}), seen: oneBundled('shape'), requests: 2 },
  { name: 'a subject type whose link is no text', faults: types(links(5 as never)), seen: oneBundled('shape') },
  { name: 'a subject type that is null', faults: types(null), seen: { '': '1 live', workspace: '3 live' } },
  {
    name: 'a subject type whose link leads elsewhere',
    faults: types(links('https://example.com/2.0/hook_events/repository')),
    seen: oneBundled('foreignLink'),
    requests: 2,
  },
  {
    name: 'a thousand subject types',
    faults: subjectTypesFail({
      body: JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`type${n}`, workspace]))),
    }),
    seen: Object.fromEntries([
      ['', '100 live'],
      ...Array.from({ length: 100 }, (_, n): [string, string] => [`type${n}`, '3 live']),
    ]),
    requests: 101,
  },
  {
    name: 'a body of 200 MB',
    faults: firstPageFails({ body: '{"values": []}', blanks: 200_000_000 }),
    seen: oneBundled('tooLarge'),
    requests: 3,
  },
  {
    name: 'a compressed body that expands a thousandfold, to 200 MB',
    faults: [{ on: 'page=2', body: '{"values": []}', blanks: 200_000_000, gzip: true }],
    seen: stopped(20, 'tooLarge'),
    requests: 4,
  },
  {
    name: 'a compressed body that is well',
    faults: firstPageFails({ body: '{"values": [{"event": "repo:push"}]}', gzip: true }),
    seen: one,
    requests: 3,
  },
  {
    name: 'a body that only claims to be compressed',
    faults: firstPageFails({ body: '{"values": []}', headers: { 'content-encoding': 'gzip' } }),
    seen: oneBundled('connection'),
    requests: 5,
  },
  { name: 'nothing wrong at all', seen: allWell, requests: 5 },
];
