import { anyOf, constant, dateTime, links, object, optional, type Schema, text, textSuchAs } from './schema';

const displayName = () => text('The name that people see. It changes at will: tell accounts apart by `uuid`.');
const uuid = () => text('In braces, also inside of addresses, where they are written %7B and %7D.');

/** Who does things. Which of the three it is, `type` tells. Source: recorded bodies of 2015 to 2026. */
export const accounts: Readonly<Record<string, Schema>> = {
  Account: anyOf(
    ['User', 'Team', 'AppUser'],
    'A person, a workspace that acts as itself, or an access token. Look at `type` before you read the rest.',
  ),
  User: object(
    {
      display_name: displayName(),
      links: links('self', 'avatar', 'html'),
      type: constant('user'),
      uuid: uuid(),
      account_id: text("Atlassian's id of the person: 24 digits, or a number, a colon and a UUID."),
      nickname: text('Not unique. There has been no `username` of people since 2019.'),
    },
    'A person.',
  ),
  Team: object(
    {
      display_name: displayName(),
      links: links('self', 'avatar', 'html'),
      type: constant('team'),
      uuid: uuid(),
      username: text('The slug of the workspace. A team has no `account_id` and no `nickname`.'),
    },
    'A workspace where an account is meant, as the owner of its repositories above all.',
  ),
  AppUser: object(
    {
      display_name: displayName(),
      links: links('avatar'),
      type: constant('app_user'),
      uuid: uuid(),
      account_id: optional(text()),
      account_status: optional(textSuchAs(['active'])),
      created_on: optional(dateTime()),
      kind: optional(textSuchAs(['repository_access_token'])),
    },
    'An access token that acts, for instance by a push. It has an avatar and no page.',
  ),
};
