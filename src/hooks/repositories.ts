import { type Memento, workspace } from 'vscode';
import { type HookSubject, isSameSubject, parseSubject, subjectName } from '../bitbucket/hookSubject';
import { namesOfClone } from '../payloads/gitNames';

const addedKey = 'bitbucketWebhooks.repositories';

/** A repository or workspace of the view. */
export interface ListedSubject {
  readonly subject: HookSubject;
  /** Whether the user has added it, and so can take it out. */
  readonly isAdded: boolean;
}

/** Whose hooks the view shows: those of the repositories that the open folders are clones of, and of those that were added. */
export class Repositories {
  constructor(private readonly memory: Memento) {}

  /** Each workspace once, behind its repositories. */
  async list(): Promise<readonly ListedSubject[]> {
    const folders = workspace.workspaceFolders ?? [];
    const ofFolders = (await Promise.all(folders.map(({ uri }) => namesOfClone(uri)))).filter(
      (each) => each !== undefined,
    );
    const listed = unique([
      ...ofFolders.map((subject) => ({ subject, isAdded: false })),
      ...this.added.map((subject) => ({ subject, isAdded: true })),
    ]);
    const workspaces = unique(
      listed.map(({ subject }) => {
        const own = { workspace: subject.workspace };
        return { subject: own, isAdded: listed.some((each) => each.isAdded && isSameSubject(each.subject, own)) };
      }),
    );
    return workspaces.flatMap((own) => [
      ...listed.filter(
        ({ subject }) =>
          subject.repository !== undefined && isSameSubject({ workspace: subject.workspace }, own.subject),
      ),
      own,
    ]);
  }

  /** Those that the user has added. */
  private get added(): readonly HookSubject[] {
    return this.memory.get<readonly string[]>(addedKey, []).flatMap((name) => parseSubject(name) ?? []);
  }

  /** Adds what isn't listed anyway. */
  async addMissing(subject: HookSubject): Promise<void> {
    const listed = await this.list();
    if (!listed.some((each) => isSameSubject(each.subject, subject))) {
      await this.add(subject);
    }
  }

  async add(subject: HookSubject): Promise<void> {
    const others = this.added.filter((each) => !isSameSubject(each, subject));
    await this.keep([...others, subject]);
  }

  async remove(subject: HookSubject): Promise<void> {
    await this.keep(this.added.filter((each) => !isSameSubject(each, subject)));
  }

  private async keep(subjects: readonly HookSubject[]): Promise<void> {
    await this.memory.update(addedKey, subjects.map(subjectName));
  }
}

function unique(listed: readonly ListedSubject[]): ListedSubject[] {
  return listed.filter(
    (each, index) => listed.findIndex((other) => isSameSubject(other.subject, each.subject)) === index,
  );
}
