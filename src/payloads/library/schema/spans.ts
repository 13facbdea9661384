import { list, object, optional, ref, type Schema, text, textSuchAs } from './schema';

const runAttributes = [
  ...['pipeline_run.uuid', 'pipeline_run.run_number', 'pipeline_run.url', 'pipeline.uuid', 'pipeline.account.uuid'],
  ...['pipeline.repository.uuid', 'pipeline.state.result.name', 'pipeline.target.ref_type'],
  ...['pipeline.target.ref_name', 'pipeline.trigger.name'],
];

/** Traces of OpenTelemetry (OTLP) as JSON. Source: bodies that others made after real ones in 2026. */
export const spans: Readonly<Record<string, Schema>> = {
  ResourceSpans: object({
    resource: object({ attributes: list(ref('SpanAttribute')) }),
    scopeSpans: list(
      object({
        scope: object({ name: text(), version: optional(text()) }),
        spans: list(ref('Span')),
      }),
    ),
  }),
  Span: object({
    traceId: text('Whether hexadecimal digits, as OTLP has it, or base64, is not known.'),
    spanId: text('Whether hexadecimal digits, as OTLP has it, or base64, is not known.'),
    name: textSuchAs(
      ['bbc.pipeline_run', 'bbc.step', 'bbc.command'],
      'What it is about; bbc.pipeline_run is the whole run.',
    ),
    startTimeUnixNano: text('Nanoseconds since 1970, as text.'),
    endTimeUnixNano: text('Nanoseconds since 1970, as text.'),
    attributes: list(ref('SpanAttribute')),
  }),
  SpanAttribute: object({
    key: textSuchAs(runAttributes),
    value: object(
      { stringValue: optional(text()), intValue: optional(text('A number as text.')) },
      'Numbers too may come as `stringValue`.',
    ),
  }),
};
