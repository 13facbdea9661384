import { payloads } from '../../../src/events/payloads';
import { fileNameOf } from '../../../src/events/fileNames';
import { choices, generate, writeGenerated } from './generated';

/**
 * Writes a new project with a handler of all events, and beside it a module of each other choice, so that tools look at
 * all of them at once. Every variant of every event is among the samples. Returns the folder.
 *
 * @param samples Where samples are, below the handler's folder.
 */
export async function writeChoices(id: string, samples: string): Promise<string> {
  const { all = [], ...others } = choices;
  const project = await generate(id, all);
  const folder = project.main.slice(0, project.main.lastIndexOf('/'));
  const files = Object.fromEntries(project.files.map(({ path, contents }) => [path, contents]));
  for (const [name, keys] of Object.entries(others)) {
    const { files: module } = await generate(id, keys, files, name);
    Object.assign(files, Object.fromEntries(module.map(({ path, contents }) => [path, contents])));
  }
  for (const [key, { variants }] of payloads) {
    for (const { id: variant, body } of variants.slice(1)) {
      files[`${folder}/${samples}/${fileNameOf(key)}.${variant}.bitbucket.json`] = JSON.stringify(body);
    }
  }
  return writeGenerated(`${id}-choices`, { ...project, files: [] }, files);
}
