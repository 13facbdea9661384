import { Disposable, Uri } from 'vscode';
import type { EventCatalog } from '../catalog/eventCatalog';
import { looksLikeEventKey } from '../catalog/eventKey';
import { registerRowCommand, registerTitleCommand } from '../commands/registerCommand';
import { isRemoved } from '../events/removed';
import { givenKeys } from '../payloads/givenSample';
import type { PayloadFiles } from '../payloads/payloadFiles';
import { createFiles } from './createFiles';
import { type Framework, freeName, type HandlerPlan } from './generator/framework';
import { frameworks } from './generator/frameworks';
import { showNextSteps } from './nextSteps';
import { findPlaces, openPlace, type OpenPlace, placeFor } from './places';
import { askEvents, askFiles, askFramework, askPlace } from './questions';

interface Rooms {
  readonly catalog: EventCatalog;
  readonly files: PayloadFiles;
}

/** "New webhook handler": asks for framework, events, folder and files, creates them, and says what comes next. */
export function registerNewHandler(rooms: Rooms): Disposable {
  return Disposable.from(
    registerRowCommand('newHandler', async (item?: unknown, items?: unknown) => {
      await newHandler(rooms, new Set(await givenKeys(rooms.files, item, items)));
    }),
    registerTitleCommand('newHandler', () => newHandler(rooms, new Set())),
  );
}

async function newHandler({ catalog, files }: Rooms, given: ReadonlySet<string>): Promise<void> {
  await catalog.ready();
  // What comes from the network goes into code only if it has the form of a key, and what never comes needs no code.
  const events = catalog.listKnownEvents().filter(({ key }) => looksLikeEventKey(key) && !isRemoved(key));
  const places = await findPlaces(frameworks.flatMap(({ manifests }) => manifests));
  const opened = await Promise.all(
    frameworks.map(async (framework) => {
      const open = await Promise.all(places.map((place) => openPlace(place, framework)));
      return [framework, open] as const;
    }),
  );
  const placesOf = new Map(opened);

  let ticked = given;
  let framework: Framework | undefined;
  let keys: readonly string[] | undefined;
  let place: OpenPlace | undefined;
  for (;;) {
    if (!framework) {
      const answer = await askFramework(placesOf);
      if (answer === undefined || answer === 'back') {
        return;
      }
      framework = answer;
    } else if (!keys) {
      const answer = await askEvents(events, ticked);
      if (answer === undefined) {
        return;
      }
      if (answer === 'back') {
        framework = undefined;
      } else {
        keys = answer;
        ticked = new Set(answer);
        // Not before: the news would come too late for this list.
        catalog.wake();
      }
    } else if (!place) {
      const answer = await askPlace(inOrder(placesOf.get(framework) ?? []));
      if (answer === undefined) {
        return;
      }
      if (answer === 'back') {
        keys = undefined;
      } else {
        place =
          answer instanceof Uri ? await openPlace(await placeFor(answer, framework.manifests), framework) : answer;
      }
    } else {
      const plan = await planFor(files, framework, place, keys);
      const answer = await askFiles(plan.files, place);
      if (answer === undefined) {
        return;
      }
      if (answer !== 'back') {
        if (await createFiles(place.folder, answer)) {
          await showNextSteps(place, plan, answer, keys[0] ?? '');
        }
        return;
      }
      place = undefined;
    }
  }
}

/** Projects that use the framework, then other ones, then folders that are no project yet. */
function inOrder(places: readonly OpenPlace[]): OpenPlace[] {
  const rank = ({ project }: OpenPlace) => (project.usesFramework ? 0 : project.isNew ? 2 : 1);
  return [...places].sort((a, b) => rank(a) - rank(b));
}

async function planFor(
  files: PayloadFiles,
  { typeLanguage, numberPrefix }: Framework,
  { project, reader, wished }: OpenPlace,
  keys: readonly string[],
): Promise<HandlerPlan> {
  const events = await Promise.all(keys.map(async (key) => ({ key, sample: await files.sample({ key }) })));
  const published = events.filter(({ sample }) => sample !== undefined).map(({ key }) => key);
  const folder = await freeName(wished ?? project.folder, (path) => reader.exists(path), numberPrefix);
  return project.write({ events, types: await files.types(published, typeLanguage), folder });
}
