import { workspaceName, workspaceSlug } from '../inventedNames';
import { accountIdOf, apiUrl, bareUuidOf, escapedUuidOf, siteUrl, uuidOf } from './invented';
import type { JsonObject } from './payload';
import * as s from './schema';

const displayName = () => s.text('The name that people see. It changes at will: tell accounts apart by `uuid`.');
const uuidInBraces = () => s.text('In braces, also inside of addresses, where they are written %7B and %7D.');

/** Who does things. Which of the three it is, `type` tells. Source: recorded bodies of 2015 to 2026. */
export const accounts: Readonly<Record<string, s.Schema>> = {
  Account: s.anyOf(
    ['User', 'Team', 'AppUser'],
    'A person, a workspace that acts as itself, or an access token. Look at `type` before you read the rest.',
  ),
  User: s.object(
    {
      display_name: displayName(),
      links: s.links('self', 'avatar', 'html'),
      type: s.constant('user'),
      uuid: uuidInBraces(),
      account_id: s.text("Atlassian's id of the person: 24 digits, or a number, a colon and a UUID."),
      nickname: s.text('Not unique. There has been no `username` of people since 2019.'),
    },
    'A person.',
  ),
  Team: s.object(
    {
      display_name: displayName(),
      links: s.links('self', 'avatar', 'html'),
      type: s.constant('team'),
      uuid: uuidInBraces(),
      username: s.text('The slug of the workspace. A team has no `account_id` and no `nickname`.'),
    },
    'A workspace where an account is meant, as the owner of its repositories above all.',
  ),
  AppUser: s.object(
    {
      display_name: displayName(),
      links: s.links('avatar'),
      type: s.constant('app_user'),
      uuid: uuidInBraces(),
      account_id: s.optional(s.text()),
      account_status: s.optional(s.textSuchAs(['active'])),
      created_on: s.optional(s.dateTime()),
      kind: s.optional(s.textSuchAs(['repository_access_token'])),
    },
    'An access token that acts, for instance by a push. It has an avatar and no page.',
  ),
};

/** Somebody of the story. All of them are invented. */
export interface Person {
  readonly account: JsonObject;
  /** Name and mail address, as git has them. */
  readonly raw: string;
}

function person(displayName: string): Person {
  const [nickname = ''] = displayName.toLowerCase().split(' ');
  return {
    raw: `${displayName} <${nickname}@example.com>`,
    account: {
      display_name: displayName,
      links: {
        self: apiUrl(`users/${escapedUuidOf(nickname)}`),
        avatar: { href: `https://avatars.example.com/${nickname}.png` },
        html: siteUrl(`${escapedUuidOf(nickname)}/`),
      },
      type: 'user',
      uuid: uuidOf(nickname),
      account_id: accountIdOf(nickname),
      nickname,
    },
  };
}

/** Writes the code. */
export const ines = person('Ines Okafor');
/** Reviews. */
export const tomas = person('Tomas Birk');
/** Reviews, and looks after the repository. */
export const yuki = person('Yuki Arden');
/** From outside: has a fork. */
export const priya = person('Priya Solberg');

/** The workspace as the owner of the repository. */
export const team: JsonObject = {
  display_name: workspaceName,
  links: {
    self: apiUrl(`workspaces/${escapedUuidOf('workspace')}`),
    avatar: siteUrl(`account/${workspaceSlug}/avatar/`),
    html: siteUrl(`${escapedUuidOf('workspace')}/`),
  },
  type: 'team',
  uuid: uuidOf('workspace'),
  username: workspaceSlug,
};

/** The access token of a program that pushes. */
export const token: JsonObject = {
  display_name: 'Tide importer',
  links: { avatar: { href: 'https://avatars.example.com/token/1' } },
  type: 'app_user',
  uuid: uuidOf('token'),
  account_id: `712020:${bareUuidOf('token')}`,
  account_status: 'active',
  created_on: '2026-01-12T08:30:11.402718+00:00',
  kind: 'repository_access_token',
};
