import fc from 'fast-check';

/** An answer as a hostile, broken or good server may give it. */
export interface ArbitraryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What goes wrong, and where: the platform's error code, or nothing more comes. */
  readonly failure?: { readonly at: 'header' | 'body'; readonly code: string } | { readonly at: 'never' };
}

export const apiOrigin = 'https://api.example.org';

/** Addresses within and without; `{n}` becomes the number of the request, so that lists can be endless. */
const address = fc.oneof(
  fc.constantFrom(
    `${apiOrigin}/2.0/hook_events/repository`,
    `${apiOrigin}/2.0/hook_events/repository?page={n}`,
    `${apiOrigin}/elsewhere/{n}`,
    `${apiOrigin}:444/2.0/hook_events`,
    `${apiOrigin}.evil.example/2.0`,
    'https://api.example.org@evil.example/2.0',
    'https://me:secret@api.example.org/2.0',
    `blob:${apiOrigin}/7b1c`,
    'http://api.example.org/2.0',
    'data:application/json,{}',
    '//evil.example/2.0',
    '/2.0/hook_events?page={n}',
    '?page={n}',
    'http://',
    '',
  ),
  fc.webUrl(),
  fc.string(),
);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('repo:push', 'Push', 'a\u202eb\u0000c', '\ud800'),
  fc.lorem(),
);
const anything = fc.anything({
  withNullPrototype: false,
  maxDepth: 3,
  key: fc.oneof(fc.string(), fc.constant('__proto__')),
});
const row = fc.record({ event: text, category: text, label: text, description: text }, { requiredKeys: ['event'] });
const page = fc.record(
  {
    values: fc.array(fc.oneof({ weight: 4, arbitrary: row }, anything), { maxLength: 5 }),
    next: address,
    size: fc.integer(),
  },
  { requiredKeys: ['values'] },
);
const subjectTypes = fc.dictionary(
  fc.oneof(text, fc.constantFrom('repository', 'workspace', '__proto__')),
  fc.oneof({ weight: 4, arbitrary: address.map((href) => ({ links: { events: { href } } })) }, anything),
  { maxKeys: 4 },
);
const error = fc.record({ type: fc.constant('error'), error: fc.record({ message: anything }) });

const body = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(page, subjectTypes).map((json) => JSON.stringify(json)) },
  error.map((json) => JSON.stringify(json)),
  anything.map((json) => JSON.stringify([json]).slice(1, -1)),
  fc.json(),
  text,
);

const failure = fc.oneof(
  fc.record({
    at: fc.constantFrom('header' as const, 'body' as const),
    code: fc.constantFrom(
      'ECONNREFUSED',
      'ECONNRESET',
      'ENOTFOUND',
      'ENETUNREACH',
      'CERT_HAS_EXPIRED',
      'Z_DATA_ERROR',
      '',
    ),
  }),
  fc.record({ at: fc.constant('never' as const) }),
);

export const arbitraryAnswer: fc.Arbitrary<ArbitraryAnswer> = fc.record(
  {
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant(200) },
      fc.constantFrom(204, 301, 302, 304, 401, 403, 404, 429, 500, 502, 503, 504),
      fc.integer({ min: 200, max: 599 }),
    ),
    headers: fc.record(
      {
        'content-type': fc.constantFrom('application/json', 'text/html', ''),
        'retry-after': fc.constantFrom('0', '1', '-1', 'x 5', '99999999999', new Date(0).toUTCString()),
        location: address,
      },
      { requiredKeys: [] },
    ),
    body,
    failure: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, failure),
  },
  { requiredKeys: ['status', 'headers', 'body'] },
) as fc.Arbitrary<ArbitraryAnswer>;
