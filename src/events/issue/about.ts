import { type EventFamily, recorded } from '../event';

const mayNeverCome = 'Bitbucket removed its issue tracker in August 2026, so it may never come again.';
const note = 'Bitbucket removed its issue tracker on August 20, 2026.';

export const issue: EventFamily = {
  category: 'Issue',
  events: {
    'issue:created': {
      meaning: `Sent when an issue is created. ${mayNeverCome}`,
      note,
      ...recorded(2018),
      words: ['opened'],
    },
    'issue:updated': {
      meaning: `Sent when an issue changes. ${mayNeverCome}`,
      note,
      ...recorded(2018),
      searchTerms: ['closed', 'assigned', 'resolved', 'reopened'],
    },
    'issue:comment_created': {
      meaning: `Sent when someone comments on an issue. ${mayNeverCome}`,
      note,
      ...recorded(2018),
      words: ['commented'],
    },
  },
};
