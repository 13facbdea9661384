const pullRequest = (text: string, value: string): string => `
logger.info(
    "#%d ${text}",
    payload["pullrequest"]["id"],
    ${value},
)`;

const comment = (deed: string): string => `
logger.info(
    "#%d %s ${deed} comment %d",
    payload["pullrequest"]["id"],
    payload["actor"]["display_name"],
    payload["comment"]["id"],
)`;

const written = `
comment = payload["comment"]
# Only comments on a file have \`inline\`, only replies have \`parent\`.
place = comment["inline"]["path"] if "inline" in comment else "the whole"
logger.info(
    "#%d %s on %s: %s",
    payload["pullrequest"]["id"],
    comment["user"]["display_name"],
    place,
    comment["content"]["raw"],
)`;

const buildStatus = `
status = payload["commit_status"]
logger.info(
    "%s (%s): %s is %s, %s",
    payload["repository"]["full_name"],
    # None where the build was of no branch.
    status["refname"] or "no branch",
    status["name"],
    status["state"],
    status["url"],
)`;

const byActor = (deed: string): string => `
logger.info(
    "%s ${deed} %s",
    payload["actor"]["display_name"],
    payload["repository"]["full_name"],
)`;

/** A few lines for each event that use what its body is there for. */
export const arms: Readonly<Record<string, string>> = {
  'repo:push': `
repository = payload["repository"]["full_name"]
for change in payload["push"]["changes"]:
    old, new = change["old"], change["new"]
    if new is None:
        # Deleted: what it was is in \`old\`.
        if old is not None:
            logger.info("%s: %s %s is gone", repository, old["type"], old["name"])
        continue
    name, commit = new["name"], new["target"]["hash"]
    if new["type"] == "tag":
        logger.info("%s: tag %s at %s", repository, name, commit)
    else:
        # The newest five commits at most.
        count = len(change.get("commits", []))
        logger.info(
            "%s: branch %s at %s, %d commits", repository, name, commit, count
        )`,
  'repo:fork': `
logger.info(
    "%s was forked as %s",
    payload["repository"]["full_name"],
    payload["fork"]["full_name"],
)`,
  'repo:updated': `
changes = payload["changes"]
# Only what was changed is there.
if "full_name" in changes:
    name = changes["full_name"]
    logger.info("%s is %s now", name["old"], name["new"])
logger.info("%s: %s", payload["repository"]["full_name"], ", ".join(changes))`,
  'repo:transfer': `
repository = payload["repository"]
logger.info(
    "%s belongs to %s now",
    repository["full_name"],
    repository["workspace"]["name"],
)`,
  'repo:created': byActor('created'),
  'repo:deleted': byActor('deleted'),
  'repo:commit_comment_created': `
comment = payload["comment"]
logger.info(
    "%s on %s: %s",
    comment["user"]["display_name"],
    payload["commit"]["hash"],
    comment["content"]["raw"] or "",
)`,
  'repo:commit_status_created': buildStatus,
  'repo:commit_status_updated': buildStatus,
  'issue:created': `
logger.info(
    "%s: issue %d %s",
    payload["repository"]["full_name"],
    payload["issue"]["id"],
    payload["issue"]["title"],
)`,
  'issue:updated': `
logger.info("Issue %d: %s", payload["issue"]["id"], ", ".join(payload["changes"]))`,
  'issue:comment_created': `
comment = payload["comment"]
logger.info(
    "Issue %d, %s: %s",
    payload["issue"]["id"],
    comment["user"]["display_name"],
    comment["content"]["raw"] or "",
)`,
  'pullrequest:created': `
pull_request = payload["pullrequest"]
logger.info(
    "#%d %s: %s into %s",
    pull_request["id"],
    pull_request["title"],
    pull_request["source"]["branch"]["name"],
    pull_request["destination"]["branch"]["name"],
)`,
  'pullrequest:updated': `
# A push, a new title, other reviewers, draft on and off: it isn't said which of them
# it was.
pull_request = payload["pullrequest"]
commit = pull_request["source"]["commit"]
logger.info(
    "#%d %s is at %s",
    pull_request["id"],
    pull_request["title"],
    commit["hash"] if commit else "no commit",
)`,
  'pullrequest:approved': pullRequest('was approved by %s', 'payload["approval"]["user"]["display_name"]'),
  'pullrequest:unapproved': pullRequest('is no longer approved by %s', 'payload["approval"]["user"]["display_name"]'),
  'pullrequest:changes_request_created': pullRequest(
    'needs changes, says %s',
    'payload["changes_request"]["user"]["display_name"]',
  ),
  'pullrequest:changes_request_removed': pullRequest(
    'has what %s asked for',
    'payload["changes_request"]["user"]["display_name"]',
  ),
  'pullrequest:fulfilled': `
pull_request = payload["pullrequest"]
logger.info(
    "#%d was merged into %s as %s",
    pull_request["id"],
    pull_request["destination"]["branch"]["name"],
    pull_request["merge_commit"]["hash"],
)`,
  'pullrequest:rejected': `
pull_request = payload["pullrequest"]
logger.info(
    "#%d was declined by %s: %s",
    pull_request["id"],
    pull_request["closed_by"]["display_name"],
    pull_request["reason"],
)`,
  'pullrequest:comment_created': written,
  'pullrequest:comment_updated': written,
  // What it said is gone: its text is empty.
  'pullrequest:comment_deleted': comment('deleted'),
  'pullrequest:comment_resolved': comment('resolved'),
  'pullrequest:comment_reopened': comment('reopened'),
  'pipeline:span_created': `
for resource_spans in payload["resourceSpans"]:
    for scope_spans in resource_spans["scopeSpans"]:
        for span in scope_spans["spans"]:
            results = [
                attribute["value"].get("stringValue")
                for attribute in span["attributes"]
                if attribute["key"].endswith(".state.result.name")
            ]
            result = results[0] if results else "no result"
            logger.info("%s: %s", span["name"], result)`,
};
