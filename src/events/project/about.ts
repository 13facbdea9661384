import { type EventFamily, unknown } from '../event';

export const project: EventFamily = {
  category: 'Project',
  events: {
    'project:updated': {
      meaning: 'Sent, by its name, when a project of the workspace changes. No delivery of it is public.',
      ...unknown,
      searchTerms: ['renamed'],
      dataCenter: ['project:modified'],
    },
  },
};
