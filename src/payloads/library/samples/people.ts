import type { JsonObject } from '../json';
import { apiUrl, siteUrl, workspaceSlug } from './addresses';
import { accountIdOf, bareUuidOf, escapedUuidOf, uuidOf } from './ids';

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
  display_name: 'Harbor Lights',
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
