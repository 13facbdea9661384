import { Disposable, EventEmitter, type TextDocumentContentProvider, type Uri, workspace } from 'vscode';
import { sampleScheme } from './sampleLinks';

/** The read-only documents of the extension: VS Code takes one provider for a scheme, and each room has a folder in ours. */
export class OwnDocuments implements TextDocumentContentProvider, Disposable {
  private readonly changes = new EventEmitter<Uri>();
  private readonly providers = new Map<string, TextDocumentContentProvider>();

  readonly onDidChange = this.changes.event;

  /** Comes last: VS Code asks for the event when a provider is registered, and never again. */
  private readonly registration = workspace.registerTextDocumentContentProvider(sampleScheme, this);

  /** Asks a provider for the documents in these folders. */
  add(folders: readonly string[], provider: TextDocumentContentProvider): Disposable {
    folders.forEach((folder) => this.providers.set(folder, provider));
    return (
      provider.onDidChange?.((uri) => {
        this.changes.fire(uri);
      }) ?? Disposable.from()
    );
  }

  provideTextDocumentContent(...[uri, token]: Parameters<TextDocumentContentProvider['provideTextDocumentContent']>) {
    return this.providers.get(uri.path.split('/')[1] ?? '')?.provideTextDocumentContent(uri, token);
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }
}
