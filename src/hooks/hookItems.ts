import { l10n, type MarkdownString, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from 'vscode';
import { subjectName, subjectTypeOf } from '../bitbucket/hookSubject';
import { eventMarkdown } from '../presentation/eventText';
import { withSettingLinks } from '../presentation/settingLinks';
import { joinTexts } from '../presentation/texts';
import { eventRow, newRow, warningIcon } from '../presentation/treeRows';
import { shortAddress } from './rest/address';
import { findingText } from './findingText';
import { hooksFaultText } from './hooksFaultText';
import { hookDetails, hookName } from './hookText';
import type { FaultNode, FindingNode, HookNode, HooksNode, NoteNode, SubjectNode } from './nodes';

/** Behind a row that says what went wrong; not in the palette. */
export const retryHooksCommand = '_bitbucketWebhooks.retryHooks';
export const openAnnouncementCommand = '_bitbucketWebhooks.openAnnouncement';
const signInCommand = 'bitbucketWebhooks.signIn';
const compareCommand = 'bitbucketWebhooks.compareWithCode';

/** A row as VS Code draws it. What only its tooltip says is left to `tooltipOf`. */
export function hookItem(node: HooksNode): TreeItem {
  switch (node.kind) {
    case 'subject':
      return subjectItem(node);
    case 'hook':
      return hookRow(node);
    case 'finding':
      return findingItem(node);
    case 'event':
      return eventRow(node.event, `${hookId(node.parent)}/event:${node.event.key}`);
    case 'fault':
      return faultItem(node);
    case 'note':
      return noteItem(node);
  }
}

/** What a row says when the mouse rests on it. What others wrote is text in it, never markup. */
export function tooltipOf(node: HooksNode): string | MarkdownString {
  switch (node.kind) {
    case 'subject':
      return node.subject.repository === undefined
        ? l10n.t(
            'Webhooks of the workspace {0}: they send what happens in all of its repositories.',
            node.subject.workspace,
          )
        : l10n.t('Webhooks of the repository {0}', subjectName(node.subject));
    case 'hook':
      return hookDetails(node);
    case 'finding':
      return findingText(node.finding).full;
    case 'event':
      return node.event.subjectTypes.length === 0
        ? findingText({ kind: 'unknownEvent', key: node.event.key }).full
        : eventMarkdown(node.event);
    case 'fault':
      return withSettingLinks(hooksFaultText(node.fault, node.parent.subject).full);
    case 'note':
      return noteText(node);
  }
}

function subjectItem({ subject, isAdded, state }: SubjectNode): TreeItem {
  const isWorkspace = subject.repository === undefined;
  const name = subjectName(subject);
  const kind = isWorkspace ? 'workspace' : 'repository';
  const item = newRow(
    isAdded ? `${kind}.added` : kind,
    `hooks:${name.toLowerCase()}`,
    name,
    TreeItemCollapsibleState.Expanded,
  );
  item.iconPath = new ThemeIcon(isWorkspace ? 'organization' : 'repo');
  const count = state.list?.hooks.length;
  item.description = count === undefined ? '' : webhooksText(count);
  const what = isWorkspace ? l10n.t('workspace') : l10n.t('repository');
  item.accessibilityInformation = { label: joinTexts([name, what, item.description], ', ') };
  return item;
}

function webhooksText(count: number): string {
  return count === 1 ? l10n.t('1 webhook') : l10n.t('{0} webhooks', count);
}

function hookRow(node: HookNode): TreeItem {
  const { hook, subject, findings } = node;
  const { title, url, events, isActive, isReadOnly } = hook;
  const subjectType = subjectTypeOf(subject);
  const states = [...(isReadOnly === true ? ['readOnly'] : []), ...(isActive === false ? ['paused'] : [])];
  const kind = ['hook', subjectType, ...states].join('.');
  const name = hookName(hook);
  const item = newRow(kind, hookId(node), name, TreeItemCollapsibleState.Collapsed);
  const parts = [
    events.length === 1 ? l10n.t('1 event') : l10n.t('{0} events', events.length),
    isActive === false ? l10n.t('paused') : '',
    isReadOnly === true ? l10n.t('read-only') : '',
    title === '' ? '' : shortAddress(url),
  ];
  item.description = joinTexts(parts, ' · ');
  item.iconPath = findings.length > 0 ? warningIcon : new ThemeIcon(isActive === false ? 'debug-pause' : 'plug');
  const said = findings.length > 0 ? findingsText(findings.length) : '';
  item.accessibilityInformation = { label: joinTexts([name, ...parts, said, subjectName(subject)], ', ') };
  return item;
}

export function findingsText(count: number): string {
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

function findingItem({ finding, parent }: FindingNode): TreeItem {
  const { short, full, id } = findingText(finding);
  const item = newRow('finding', `${parent ? hookId(parent) : 'hooks:'}/finding:${id}`, short);
  item.iconPath = warningIcon;
  item.accessibilityInformation = { label: full };
  if (finding.kind === 'notHandled' || finding.kind === 'notSent') {
    item.command = { command: compareCommand, title: l10n.t('Compare events with code') };
  }
  return item;
}

function faultItem(node: FaultNode): TreeItem {
  const { fault, parent } = node;
  const { short, full, action } = hooksFaultText(fault, parent.subject);
  const label = action === undefined ? short : `${short}. ${action}`;
  const item = newRow('hooksFault', `hooks:${subjectName(parent.subject).toLowerCase()}/fault`, label);
  item.iconPath = warningIcon;
  item.accessibilityInformation = { label: joinTexts([full, action ?? ''], ' ') };
  item.command = commandFor(node);
  return item;
}

function commandFor({ fault, parent }: FaultNode): NonNullable<TreeItem['command']> {
  const title = l10n.t('Retry');
  if (fault.kind === 'gone' && fault.announcement !== undefined) {
    return { command: openAnnouncementCommand, title, arguments: [fault.announcement] };
  }
  return fault.kind === 'noToken' || fault.kind === 'unauthorized'
    ? { command: signInCommand, title }
    : { command: retryHooksCommand, title, arguments: [parent] };
}

function noteItem(node: NoteNode): TreeItem {
  const { note, parent } = node;
  const item = newRow('note', `hooks:${subjectName(parent.subject).toLowerCase()}/${note}`, noteText(node));
  if (note !== 'empty') {
    item.iconPath = new ThemeIcon(note === 'loading' ? 'loading~spin' : 'info');
  }
  return item;
}

function noteText({ note, parent }: NoteNode): string {
  switch (note) {
    case 'loading':
      return l10n.t('Loading…');
    case 'empty':
      return l10n.t('No webhooks');
    case 'cut':
      return l10n.t('Only the first 50 pages were read');
    case 'malformed':
      return l10n.t('Webhooks that couldn’t be read: {0}', parent.state.list?.malformed ?? 0);
  }
}

function hookId({ subject, hook }: HookNode): string {
  return `hook:${subjectName(subject).toLowerCase()}/${hook.uuid}`;
}
