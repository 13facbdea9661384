import { Disposable, languages, type Memento, workspace } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { OwnDocuments } from '../presentation/ownDocuments';
import { sampleScheme } from '../presentation/sampleLinks';
import { registerCopyHook } from './copyHook';
import { registerCopySample } from './copyCommands';
import { registerEditCopy, registerSaveCopy } from './editCommands';
import { registerPayloadReference } from './openPayloadReference';
import { registerMisnamedFiles } from './misnamedFiles';
import type { PayloadFiles } from './payloadFiles';
import { SampleCopies } from './sampleCopies';
import { SampleDocuments } from './sampleDocuments';
import { SampleLenses } from './sampleLenses';
import { SampleStatus } from './sampleStatus';
import { registerChooseVariant, registerShowSample } from './showCommands';
import { copyScheme } from './shownSample';
import { registerAddTypes, registerCopyType } from './typeCommands';
import { registerUseNames } from './useNames';

/** What events carry: documents with samples, what is said of them, and commands that give samples, types and requests. */
export function registerPayloads(
  catalog: EventCatalog,
  files: PayloadFiles,
  memory: Memento,
  documents: OwnDocuments,
): Disposable {
  const rooms = { catalog, files };
  const copies = new SampleCopies(files, memory);
  const selector = [{ scheme: sampleScheme }, { scheme: copyScheme }];
  return Disposable.from(
    copies,
    documents.add(['sample', 'unknown'], new SampleDocuments(files)),
    workspace.registerFileSystemProvider(copyScheme, copies, { isCaseSensitive: true }),
    languages.registerCodeLensProvider(selector, new SampleLenses(files)),
    registerMisnamedFiles(catalog),
    new SampleStatus(files),
    registerShowSample(rooms),
    registerChooseVariant(rooms),
    registerCopySample(rooms),
    registerEditCopy(rooms, copies),
    registerSaveCopy(),
    registerUseNames(rooms),
    registerCopyType(rooms),
    registerAddTypes(rooms),
    registerCopyHook(rooms),
    registerPayloadReference(rooms),
  );
}
