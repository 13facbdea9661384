import { schema } from '../documents';
import type { OpenPeer } from './peer';
import { type ServerDocument, type ServerDocumentClass, type ServerPosition, TextVersions } from './textVersions';

interface YamlService {
  configure(settings: object): void;
  doComplete(document: ServerDocument, position: ServerPosition, isKubernetes: boolean): Promise<{ items: unknown[] }>;
  doHover(document: ServerDocument, position: ServerPosition): Promise<unknown>;
  doValidation(document: ServerDocument, isKubernetes: boolean): Promise<unknown[]>;
}

interface YamlPackage {
  getLanguageService(parameters: object): YamlService;
}

const uri = 'file:///made/hooks.yaml';
const schemaUri = 'file:///made/hooks.schema.json';

/** Red Hat's YAML extension asks the same functions, in a process of its own. */
export function yamlPeer(peers: NodeJS.Require): OpenPeer {
  const documents = peers('vscode-languageserver-textdocument') as { TextDocument: ServerDocumentClass };
  const nothing = (): undefined => undefined;
  const service = (peers('yaml-language-server') as YamlPackage).getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('No schema but the given one.')),
    workspaceContext: { resolveRelativePath: (path: string) => path },
    telemetry: { send: nothing, sendError: nothing, sendTrack: nothing },
  });
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    customTags: [],
    schemas: [{ uri: schemaUri, fileMatch: ['*.yaml'], schema }],
  });
  return (document) => {
    const versions = new TextVersions(documents.TextDocument, document, uri);
    const prepare = (sample: number): void => {
      versions.next(sample);
    };
    return {
      name: 'yaml-language-server',
      complete: {
        prepare,
        run: async () => (await service.doComplete(versions.current, versions.position, false)).items.length,
      },
      hover: { run: () => service.doHover(versions.current, versions.position) },
      validate: { prepare, run: async () => (await service.doValidation(versions.current, false)).length },
      finishTyping: () => {
        versions.finish();
      },
    };
  };
}
