import { schema } from '../documents';
import type { OpenPeer } from './peer';
import { type ServerDocument, type ServerDocumentClass, type ServerPosition, TextVersions } from './textVersions';

interface JsonService {
  configure(settings: object): void;
  parseJSONDocument(document: ServerDocument): object;
  doComplete(document: ServerDocument, position: ServerPosition, parsed: object): Promise<{ items: unknown[] } | null>;
  doHover(document: ServerDocument, position: ServerPosition, parsed: object): Promise<unknown>;
  doValidation(document: ServerDocument, parsed: object): Promise<unknown[]>;
}

interface JsonPackage {
  getLanguageService(parameters: object): JsonService;
}

const uri = 'file:///made/hooks.json';
const schemaUri = 'file:///made/hooks.schema.json';

/** VS Code's own JSON server does the same: it parses each version once, and then asks these functions. */
export function jsonPeer(peers: NodeJS.Require): OpenPeer {
  const service = (peers('vscode-json-languageservice') as JsonPackage).getLanguageService({});
  const documents = peers('vscode-languageserver-textdocument') as { TextDocument: ServerDocumentClass };
  service.configure({ validate: true, schemas: [{ uri: schemaUri, fileMatch: ['*.json'], schema }] });
  return (document) => {
    const versions = new TextVersions(documents.TextDocument, document, uri);
    let parsed = service.parseJSONDocument(versions.current);
    const prepare = (sample: number): void => {
      versions.next(sample);
    };
    return {
      name: 'vscode-json-languageservice',
      complete: {
        prepare,
        run: async () => {
          const { current, position } = versions;
          return (await service.doComplete(current, position, service.parseJSONDocument(current)))?.items.length ?? 0;
        },
      },
      hover: { run: () => service.doHover(versions.current, versions.position, parsed) },
      validate: {
        prepare,
        run: async () => {
          const { current } = versions;
          return (await service.doValidation(current, service.parseJSONDocument(current))).length;
        },
      },
      finishTyping: () => {
        versions.finish();
        parsed = service.parseJSONDocument(versions.current);
      },
    };
  };
}
