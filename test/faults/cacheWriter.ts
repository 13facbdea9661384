// A window that keeps writing its cache, as a process of its own: `cacheWriter FOLDER NAME WRITES`. It prints a dot for
// each piece of a file that is written, and a line for each list that is kept.
import { argv, exit, stdout } from 'node:process';
import { CatalogCache } from '../../src/catalog/catalogCache';
import { diskFolder } from '../support/diskFolder';
import { silentLog } from '../support/silentLog';
import { listVersion, writtenApi, writtenNames } from './cacheVersions';

const [, , folder = '', name = '', writes = ''] = argv;
const cache = new CatalogCache(
  diskFolder(folder, 2000, () => stdout.write('.')),
  silentLog,
);

for (let version = 1, date = 0; version <= Number(writes); version++) {
  for (const last = date; date === last; date = Date.now()) {
    // Of two lists of the same millisecond neither is the newer one.
  }
  await cache.write(writtenApi, {
    date,
    subjectTypes: writtenNames.map((other) => ({
      name: other,
      eventsUrl: `${writtenApi}/hook_events/${other}`,
      list: other === name ? { events: listVersion(version), date } : undefined,
    })),
  });
  stdout.write(`${version}\n`);
}
exit();
