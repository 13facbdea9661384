import { constant, dateTime, links, nullable, object, oneOf, ref, type Schema, text } from './schema';

/** Source: recorded bodies of 2024 and 2025; STOPPED after the documentation of the REST API. */
export const commitStatuses: Readonly<Record<string, Schema>> = {
  CommitStatus: object(
    {
      key: text('Which build this is, chosen by whoever reports it; unique for the commit.'),
      type: constant('build'),
      state: oneOf(['INPROGRESS', 'SUCCESSFUL', 'FAILED', 'STOPPED']),
      name: text(),
      refname: nullable(text('The branch that was built; null when whoever reported the build named none.')),
      commit: ref('BuiltCommit'),
      url: text('Where the build can be seen.'),
      repository: ref('ShortRepository'),
      description: text(),
      created_on: dateTime(),
      updated_on: dateTime(),
      links: links('self', 'commit'),
    },
    "A build's result. It names no pull request: look for those with this commit.",
  ),
};
