import {
  allBundled,
  allWell,
  type FaultRow,
  firstPageFails,
  oneBundled,
  secondPageFails,
  shortTimeout,
  stopped,
  subjectTypesFail,
} from './faultRow';
import { nameless, nobody, plain, silent, unaccepting, untrusted } from './places';

const page = '{"values": [{"event": "repo:push"}, {"event": "repo:fork"}]}';

export const connectionRows: readonly FaultRow[] = [
  { name: 'a refused connection', place: nobody, seen: allBundled('connection') },
  { name: 'a name that DNS does not know', place: nameless, seen: allBundled('dns') },
  { name: 'a self-signed certificate', place: untrusted, seen: allBundled('tls') },
  { name: 'no TLS where it should be', place: plain, seen: allBundled('tls') },
  {
    name: 'a connection that never comes about',
    place: unaccepting,
    timeout: shortTimeout,
    seen: allBundled('timeout'),
  },
  {
    name: 'a TLS handshake that never comes',
    place: () => silent('https'),
    timeout: shortTimeout,
    seen: allBundled('timeout'),
  },
  {
    name: 'a header that never comes',
    place: () => silent('http'),
    timeout: shortTimeout,
    seen: allBundled('timeout'),
  },
  {
    name: 'a header of a page that never comes',
    faults: firstPageFails({ hold: true }),
    timeout: shortTimeout,
    seen: oneBundled('timeout'),
    requests: 3,
  },
  {
    name: 'a body that never comes',
    faults: firstPageFails({ body: '', afterHalf: 'nothing' }),
    timeout: shortTimeout,
    seen: oneBundled('timeout'),
    requests: 3,
  },
  {
    name: 'half a body, and nothing more',
    faults: secondPageFails({ body: page, afterHalf: 'nothing' }),
    timeout: shortTimeout,
    seen: stopped(20, 'timeout'),
    requests: 4,
  },
  {
    name: 'a body cut half-way',
    faults: secondPageFails({ body: page, afterHalf: 'break' }),
    seen: stopped(20, 'connection'),
    requests: 6,
  },
  {
    name: 'a body cut half-way, once',
    faults: secondPageFails({ body: page, afterHalf: 'break', times: 1 }),
    seen: allWell,
    requests: 6,
  },
  {
    name: 'a slow drip that takes longer than there is time',
    faults: subjectTypesFail({ body: ' '.repeat(100_000), drip: 5 }),
    timeout: shortTimeout,
    seen: allBundled('timeout'),
    requests: 1,
  },
  {
    name: 'a slow drip that comes to an end in time',
    faults: firstPageFails({ body: '{"values": [{"event": "repo:push"}]}', drip: 1 }),
    seen: ['2 live', '1 live', '3 live'],
    requests: 3,
  },
  {
    name: 'a connection that breaks without an answer',
    faults: subjectTypesFail({ disconnect: true }),
    seen: allBundled('connection'),
    requests: 3,
  },
];
