import type { ExtensionContext, Uri } from 'vscode';
import type { Log } from '../bitbucket/log';
import type { EventCatalog } from '../catalog/eventCatalog';
import type { DeliverySecrets } from './secrets';

/** What sending deliveries needs of the rest. */
export interface SendingContext {
  /** What VS Code keeps for the extension, and where its files are. */
  readonly extension: Pick<ExtensionContext, 'globalState' | 'secrets' | 'storageUri' | 'extensionUri'>;
  readonly catalog: EventCatalog;
  readonly bodies: BodySource;
  readonly secrets: DeliverySecrets;
  readonly log: Log;
}

/** Where the bodies of deliveries come from. */
export interface BodySource {
  /**
   * The samples of an event, the usual one first; none where nobody knows its body.
   *
   * @param like The document of a sample, whose names of workspace and repository they have.
   */
  readonly samples: (eventKey: string, like?: Uri) => Promise<readonly Sample[]>;
  /** The event whose body a document holds, by its address; `undefined` where that doesn't say. */
  readonly eventKeyOf: (uri: Uri) => string | undefined;
  /** The title of the sample that a document shows as it is; `undefined` where it isn't one, or may have been edited. */
  readonly variantOf: (uri: Uri) => Promise<string | undefined>;
  /** What to look for among the events where a file is named as those with bodies are, but after no event. */
  readonly queryFor: (uri: Uri) => string | undefined;
}

/** One body that an event may have, for people to choose by its title. */
export interface Sample {
  readonly title: string;
  readonly read: () => Promise<string>;
}

/** The commands of the build that sends; all other commands are there in every host. */
export const sendingCommands = [
  ...['sendTestDelivery', 'sendEditorText', 'sendSeveral', 'sendAgain', 'sendAsRetry', 'sendWithWrongSignature'],
  ...['sendWithoutSignature', 'cancelDelivery', 'openDeliveryRequest', 'openDeliveryAnswer', 'compareDeliveries'],
  ...['copyAsCurl', 'saveDelivery', 'removeDelivery', 'clearDeliveries', 'filterDeliveries', 'clearDeliveryFilter'],
  ...['setSecret', 'generateSecret', 'copySecret', 'forgetSecret', 'nameTarget'],
];

/** Those of them that stand both in the title of a view and in the menu of rows. */
export const sendingTitleCommands = [
  ...['sendTestDelivery', 'setSecret', 'generateSecret', 'copySecret', 'forgetSecret', 'nameTarget'],
];
