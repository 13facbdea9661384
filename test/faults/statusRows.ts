import {
  allBundled,
  allWell,
  type FaultRow,
  firstPageFails,
  oneBundled,
  secondPageFails,
  stopped,
  subjectTypesFail,
} from './faultRow';

const message = JSON.stringify({ type: 'error', error: { message: 'No **way**' } });
const soon = new Date(Date.now() - 1000).toUTCString();
const late = new Date(Date.now() + 3_600_000).toUTCString();
const html = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' };

const statuses: readonly FaultRow[] = [400, 401, 403, 404, 407, 410].map((status) => ({
  name: `${status} for one subject type while the other works`,
  faults: firstPageFails({ status, body: message }),
  seen: oneBundled(`HTTP ${status}`),
  requests: 3,
}));
const passing: readonly FaultRow[] = [502, 503, 504].flatMap((status) => [
  {
    name: `${status} that stays`,
    faults: secondPageFails({ status, body: message }),
    seen: stopped(20, `HTTP ${status}`),
    requests: 6,
  },
  {
    name: `${status} that passes`,
    faults: subjectTypesFail({ status, body: message, times: 2 }),
    seen: allWell,
    requests: 7,
  },
]);

export const statusRows: readonly FaultRow[] = [
  ...statuses,
  ...passing,
  {
    name: '500, which is not tried again',
    faults: subjectTypesFail({ status: 500, ...html }),
    seen: allBundled('HTTP 500'),
    requests: 1,
  },
  { name: '204', faults: firstPageFails({ status: 204 }), seen: oneBundled('HTTP 204'), requests: 3 },
  { name: '304', faults: firstPageFails({ status: 304 }), seen: oneBundled('HTTP 304'), requests: 3 },
  {
    name: '429 without Retry-After, which is not tried again',
    faults: subjectTypesFail({ status: 429, body: message }),
    seen: allBundled('rateLimit'),
    requests: 1,
  },
  {
    name: '429 with Retry-After in seconds that there is time for',
    faults: firstPageFails({ status: 429, times: 1, headers: { 'retry-after': '0' } }),
    seen: allWell,
    requests: 6,
  },
  {
    name: '429 with Retry-After in seconds that there is no time for',
    faults: secondPageFails({ status: 429, headers: { 'retry-after': '3600' } }),
    seen: stopped(20, 'rateLimit'),
    requests: 4,
  },
  {
    name: '429 with Retry-After as a date that there is time for',
    faults: firstPageFails({ status: 429, times: 1, headers: { 'retry-after': soon } }),
    seen: allWell,
    requests: 6,
  },
  {
    name: '429 with Retry-After as a date that there is no time for',
    faults: firstPageFails({ status: 429, headers: { 'retry-after': late } }),
    seen: oneBundled('rateLimit'),
    requests: 3,
  },
  {
    name: '429 with Retry-After that is neither, though a careless reader finds a date in it',
    faults: firstPageFails({ status: 429, headers: { 'retry-after': 'try 5' } }),
    seen: oneBundled('rateLimit'),
    requests: 3,
  },
  {
    name: 'HTML instead of JSON',
    faults: subjectTypesFail(html),
    seen: allBundled('notJson'),
    requests: 1,
  },
  {
    name: 'an empty body',
    faults: firstPageFails({ body: '' }),
    seen: oneBundled('notJson'),
    requests: 3,
  },
  {
    name: 'a 301 loop',
    faults: subjectTypesFail({ status: 301, headers: { location: '{base}/hook_events' } }),
    seen: allBundled('brokenLink'),
    requests: 6,
  },
  ...['https://example.com/2.0/hook_events', '//localhost:1/', 'https://127.0.0.1/', 'blob:{base}/hook_events'].map(
    (location): FaultRow => ({
      name: `a redirect to another host, port or scheme: ${location}`,
      faults: subjectTypesFail({ status: 302, headers: { location } }),
      seen: allBundled('foreignLink'),
      requests: 1,
    }),
  ),
  {
    name: 'a redirect to an address that is none',
    faults: subjectTypesFail({ status: 302, headers: { location: 'http://' } }),
    seen: allBundled('brokenLink'),
    requests: 1,
  },
  {
    name: 'a redirect within the API',
    faults: subjectTypesFail({ status: 307, times: 1, headers: { location: '{base}/hook_events?moved' } }),
    seen: allWell,
    requests: 6,
  },
];
