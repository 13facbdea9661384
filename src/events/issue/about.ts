import { type EventFamily, recorded, type Removal } from '../event';

const neverComes = 'Bitbucket removed its issue tracker in August 2026, so it can no longer come.';
const note = 'Bitbucket removed its issue tracker on August 20, 2026.';
const removed: Removal = { date: '2026-08-20', with: 'issueTracker' };

export const issue: EventFamily = {
  category: 'Issue',
  events: {
    'issue:created': {
      meaning: `Sent when an issue is created. ${neverComes}`,
      note,
      ...recorded(2018),
      words: ['opened'],
      removed,
    },
    'issue:updated': {
      meaning: `Sent when an issue changes. ${neverComes}`,
      note,
      ...recorded(2018),
      searchTerms: ['closed', 'assigned', 'resolved', 'reopened'],
      removed,
    },
    'issue:comment_created': {
      meaning: `Sent when someone comments on an issue. ${neverComes}`,
      note,
      ...recorded(2018),
      words: ['commented'],
      removed,
    },
  },
};
