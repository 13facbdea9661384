import { MarkdownString } from 'vscode';
import { escapeMarkdown } from './texts';

/** Behind a link to a setting; takes its name. */
export const openSettingCommand = '_bitbucketWebhooks.openSetting';

export const apiBaseUrlSetting = 'bitbucketWebhooks.apiBaseUrl';

const names = [apiBaseUrlSetting, 'http.systemCertificates', 'http.proxy'];
const anyName = new RegExp(`(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?![.\\w])`);

/** A text, which may hold data, with links where it names one of the settings. */
export function withSettingLinks(text: string): MarkdownString {
  const parts = text.split(anyName).map((part) => (names.includes(part) ? linkTo(part) : escapeMarkdown(part)));
  const markdown = new MarkdownString(parts.join(''));
  markdown.isTrusted = { enabledCommands: [openSettingCommand] };
  return markdown;
}

function linkTo(name: string): string {
  return `[${name}](command:${openSettingCommand}?${encodeURIComponent(JSON.stringify([name]))})`;
}
