import { connectOnly } from '../../events/connect';
import { contextOf } from '../place/context';
import { isName } from '../place/rules';
import type { IsKey } from '../keys/keyForm';
import { literalOf, type Reading, textOf } from '../syntax/reading';
import { isLiteral } from '../syntax/roles';
import type { Finding } from './finding';

/** Whether a file is the descriptor of a Connect app, by its name: `atlassian-connect.json`, `atlassian-connect-dev.json`. */
export function isConnectDescriptor(path: string): boolean {
  return /(?:^|[\\/])atlassian-connect[\w.-]*\.json$/.test(path);
}

/** That an app for Bitbucket has webhooks, at their name: `modules.webhooks`. Apps for Jira and Confluence have them too. */
export function connectFinding(reading: Reading, isKey: IsKey): Finding | undefined {
  const [names, events]: [Finding[], string[]] = [[], []];
  reading.tree.iterate({
    enter: ({ node }) => {
      if (!isLiteral(node)) {
        return;
      }
      const { from, to } = literalOf(reading, node);
      const text = textOf(reading, { from, to });
      const [first, ...outer] = contextOf(reading, node);
      const path = outer.map(({ name }) => name.text).filter((name) => name !== '');
      if (text === 'webhooks' && first && isName(first) && path[0] === 'modules') {
        names.push({ from, to, text, kind: 'connectEnds' });
      } else if (first?.name.text === 'event' && path.slice(0, 2).join() === 'webhooks,modules') {
        events.push(text);
      }
    },
  });
  // Only Bitbucket's apps can ask for all events at once.
  return events.some((event) => event === '*' || isKey(event) || connectOnly.has(event)) ? names[0] : undefined;
}
