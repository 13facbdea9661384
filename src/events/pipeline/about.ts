import { documented, type EventFamily } from '../event';

export const pipeline: EventFamily = {
  category: 'Pipelines',
  events: {
    'pipeline:span_created': {
      label: 'OTEL Traces',
      meaning:
        'Sent with OpenTelemetry traces of a pipeline run, its steps and commands. It names neither actor nor repository.',
      note: 'Not known: the attributes of the resource and of steps, the form of ids, and how many spans come in one delivery.',
      ...documented,
      searchTerms: ['pipeline traces', 'telemetry', 'duration'],
    },
  },
};
