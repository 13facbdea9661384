import type { JsonObject } from '../json';
import { fullName } from './addresses';
import { hashOf, uuidOf } from './ids';
import { type Variant, variant } from './variant';

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

export const spanVariants: ReadonlyMap<string, readonly Variant[]> = new Map([
  [
    'pipeline:span_created',
    [
      variant('successful', run(204, 'COMPLETE', '2026-03-04T08:01:02Z', 346)),
      variant('failed', run(203, 'FAILED', '2026-03-03T09:44:10Z', 95)),
    ],
  ],
]);
