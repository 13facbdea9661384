import { fileNameOf } from './fileNames';
import type { RepositoryNames } from './repositoryNames';

/** What a sample's document is of. */
export interface SampleAddress {
  readonly key: string;
  /** The default one where there is none. */
  readonly variant?: string | undefined;
  /** In the place of the invented ones. */
  readonly names?: RepositoryNames | undefined;
}

/** The path and query of a sample's document: `/sample/repo-push.tag.json?my-team/my-repository`. */
export function sampleLocation({ key, variant, names }: SampleAddress): { path: string; query: string } {
  const name = [fileNameOf(key), ...(variant === undefined ? [] : [variant]), 'json'].join('.');
  return { path: `/sample/${name}`, query: names ? `${names.workspace}/${names.repository}` : '' };
}

/** What a path and query are of: the opposite of `sampleLocation`. `keys`: those that there are samples of. */
export function sampleAt(path: string, query: string, keys: Iterable<string>): SampleAddress | undefined {
  const [, file, variant] = /^\/sample\/([^./]+)(?:\.([^./]+))?\.json$/.exec(path) ?? [];
  const key = [...keys].find((each) => fileNameOf(each) === file);
  const [, workspace, repository] = /^([\w.-]+)\/([\w.-]+)$/.exec(query) ?? [];
  return key === undefined
    ? undefined
    : {
        key,
        variant,
        names: workspace !== undefined && repository !== undefined ? { workspace, repository } : undefined,
      };
}

/** The document about an event without a sample; its path names the event for people, its query for us. */
export function unknownLocation(key: string): { path: string; query: string } {
  return { path: `/unknown/${key.slice(0, 100).replace(/[^\w.-]+/g, '-')}.txt`, query: key };
}
