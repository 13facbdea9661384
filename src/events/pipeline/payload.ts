import { fullName, hashOf, uuidOf } from '../shared/invented';
import { failed, type JsonObject, type PayloadFamily, successful, variant } from '../shared/payload';
import * as s from '../shared/schema';

const runAttributes = [
  ...['pipeline_run.uuid', 'pipeline_run.run_number', 'pipeline_run.url', 'pipeline.uuid', 'pipeline.account.uuid'],
  ...['pipeline.repository.uuid', 'pipeline.state.result.name', 'pipeline.target.ref_type'],
  ...['pipeline.target.ref_name', 'pipeline.trigger.name'],
];

/** Traces of OpenTelemetry (OTLP) as JSON. Source: bodies that others made after real ones in 2026. */
const entities: Readonly<Record<string, s.Schema>> = {
  ResourceSpans: s.object({
    resource: s.object({ attributes: s.list(s.ref('SpanAttribute')) }),
    scopeSpans: s.list(
      s.object({
        scope: s.object({ name: s.text(), version: s.optional(s.text()) }),
        spans: s.list(s.ref('Span')),
      }),
    ),
  }),
  Span: s.object({
    traceId: s.text('Whether hexadecimal digits, as OTLP has it, or base64, is not known.'),
    spanId: s.text('Whether hexadecimal digits, as OTLP has it, or base64, is not known.'),
    name: s.textSuchAs(
      ['bbc.pipeline_run', 'bbc.step', 'bbc.command'],
      'What it is about; bbc.pipeline_run is the whole run.',
    ),
    startTimeUnixNano: s.text('Nanoseconds since 1970, as text.'),
    endTimeUnixNano: s.text('Nanoseconds since 1970, as text.'),
    attributes: s.list(s.ref('SpanAttribute')),
  }),
  SpanAttribute: s.object({
    key: s.textSuchAs(runAttributes),
    value: s.object(
      { stringValue: s.optional(s.text()), intValue: s.optional(s.text('A number as text.')) },
      'Numbers too may come as `stringValue`.',
    ),
  }),
};

const nanoseconds = (seconds: number) => `${seconds}000000000`;

/** The trace of one run of the pipeline: its root span, with what is known of its attributes. */
function run(number: number, result: string, started: string, seconds: number): JsonObject {
  const start = Date.parse(started) / 1000;
  const attributes = {
    'pipeline_run.uuid': uuidOf(`run ${number}`),
    'pipeline_run.run_number': String(number),
    'pipeline_run.url': `https://bitbucket.org/${fullName}/pipelines/results/${number}`,
    'pipeline.uuid': uuidOf(`pipeline ${number}`),
    'pipeline.account.uuid': uuidOf('workspace'),
    'pipeline.repository.uuid': uuidOf('repository'),
    'pipeline.state.result.name': result,
    'pipeline.target.ref_type': 'BRANCH',
    'pipeline.target.ref_name': 'feature/moon-phases',
    'pipeline.trigger.name': 'PUSH',
  };
  const span = {
    traceId: hashOf(`trace ${number}`).slice(0, 32),
    spanId: hashOf(`span ${number}`).slice(0, 16),
    name: 'bbc.pipeline_run',
    startTimeUnixNano: nanoseconds(start),
    endTimeUnixNano: nanoseconds(start + seconds),
    attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: { stringValue: value } })),
  };
  const scope = { name: 'bitbucket-pipelines', version: '1.0' };
  return { resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ scope, spans: [span] }] }] };
}

export const pipelinePayloads: PayloadFamily = {
  entities,
  payloads: {
    'pipeline:span_created': {
      schema: s.object({ resourceSpans: s.list(s.ref('ResourceSpans')) }),
      variants: [
        variant(...successful, run(204, 'COMPLETE', '2026-03-04T08:01:02Z', 346)),
        variant(...failed, run(203, 'FAILED', '2026-03-03T09:44:10Z', 95)),
      ],
    },
  },
};
