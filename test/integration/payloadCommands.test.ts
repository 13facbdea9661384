import assert from 'node:assert/strict';
import { commands, env, languages, window, workspace } from 'vscode';
import { bundledList } from '../../src/catalog/bundled/bundledList';
import { payloadMarkdown, sampleUri } from '../../src/presentation/sampleLinks';

const events = bundledList.subjectTypes.get('workspace') ?? [];
const node = (key: string, subjectType = 'repository') => ({
  kind: 'event',
  event: events.find((event) => event.key === key),
  subjectType: { kind: 'subjectType', name: subjectType },
});
const copied = async (command: string, ...given: unknown[]) => {
  await env.clipboard.writeText('');
  await commands.executeCommand(`bitbucketWebhooks.${command}`, ...given);
  return env.clipboard.readText();
};

/** Runs a command and takes the first row of each list that it shows, until it has copied something. */
async function copiedByEnter(command: string, ...given: unknown[]): Promise<string> {
  await env.clipboard.writeText('');
  const running = commands.executeCommand(`bitbucketWebhooks.${command}`, ...given);
  while ((await env.clipboard.readText()) === '') {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await running;
  return env.clipboard.readText();
}

describe('Payload commands', () => {
  it('show the sample of a row, of the key that a link names, and one each of several rows', async () => {
    await commands.executeCommand('bitbucketWebhooks.showSamplePayload', node('repo:push'));
    assert.equal(window.activeTextEditor?.document.uri.path, '/sample/repo-push.json');
    const rows = [node('repo:push'), node('pullrequest:created')];
    await commands.executeCommand('bitbucketWebhooks.showSamplePayload', rows[0], rows);
    assert.equal(window.activeTextEditor.document.uri.path, '/sample/pullrequest-created.json');
    const [, link = ''] = /command:([^ ]+) /.exec(payloadMarkdown('repo:fork').value) ?? [];
    const [command = '', query = ''] = link.split('?');
    await commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(query)) as unknown[]));
    assert.equal(window.activeTextEditor.document.uri.path, '/sample/repo-fork.json');
  });

  it('link from hovers with how sure we are, and trust nothing but the one command', () => {
    const { value, isTrusted } = payloadMarkdown('pullrequest:comment_resolved');
    assert.match(value, /^\[Sample payload\]\(command:.*"Not recorded: .*"\) · Inferred$/);
    assert.deepEqual(isTrusted, { enabledCommands: ['bitbucketWebhooks.showSamplePayload'] });
    const odd = payloadMarkdown('a:b") [x](command:y)').value;
    assert.ok(!odd.includes('[x]') && odd.endsWith('Unknown'));
  });

  it('copy the body of the sample in front, and of a copy as it stands', async () => {
    const uri = sampleUri({ key: 'repo:push', variant: 'tag' });
    const { document } = await window.showTextDocument(uri);
    assert.equal(await copied('copySamplePayload'), document.getText());
    assert.equal(await copied('copySamplePayload', uri), document.getText());
    assert.match(await copied('copySamplePayload', node('repo:fork')), /^\{\n {2}"fork": \{/);
  });

  it('copy the headers that come with it', async () => {
    const headers = await copied('copyPayloadHeaders', sampleUri({ key: 'repo:push' }));
    assert.match(
      headers,
      /^X-Event-Key: repo:push\nX-Hook-UUID: [\da-f-]{36}\nX-Request-UUID: [\da-f-]{36}\nX-Attempt-Number: 1\nUser-Agent: Bitbucket-Webhooks\/2\.0\nContent-Type: application\/json\n$/,
    );
  });

  it('copy the types of one event and of several', async () => {
    // TypeScript comes first.
    const push = await copiedByEnter('copyPayloadType', node('repo:push'));
    assert.match(push, /^export interface RepoPushPayload \{/m);
    assert.match(push, /^export interface Repository \{/m);
    const rows = [node('repo:fork'), node('repo:push')];
    const both = await copied('copyPayloadType', rows[0], rows, 'TypeScript');
    assert.match(both, /RepoForkPayload[\s\S]*RepoPushPayload/);
    assert.equal([...both.matchAll(/^export interface Repository /gm)].length, 1);
    const python = await copied('copyPayloadType', rows[0], rows, 'Python');
    assert.match(python, /^from typing import .*TypedDict$[\s\S]*^class RepoForkPayload\(TypedDict\):$/m);
    const go = await copied('copyPayloadType', rows[0], rows, 'Go');
    assert.match(go, /^type RepoPushPayload struct \{$/m);
  });

  it('copy a request that creates a hook for what the events were selected under', async () => {
    const rows = [node('repo:push'), node('repo:fork')];
    const curl = await copiedByEnter('copyHookRequest', rows[0], rows);
    assert.match(curl, /2\.0\/repositories\/\w+\/\w+\/hooks"/);
    assert.match(curl, /"events": \[\n {4}"repo:push",\n {4}"repo:fork"\n {2}\]/);
    const ofWorkspace = await copiedByEnter('copyHookRequest', node('repo:push', 'workspace'));
    assert.match(ofWorkspace, /2\.0\/workspaces\/\w+\/hooks"/);
  });

  it('offer nothing but samples to the JSON service: its schemas leave other files alone', async () => {
    const document = await workspace.openTextDocument({ language: 'json', content: '{ "push": 1 }' });
    await window.showTextDocument(document);
    await commands.executeCommand('vscode.executeHoverProvider', document.uri, document.positionAt(3));
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
  });
});
