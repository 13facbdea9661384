import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUpAtExit } from './cleanup';

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * A fresh folder that goes with this process at the latest. Its path is short, since VS Code makes sockets below it,
 * and real, since VS Code compares paths literally (macOS has a symbolic link above its temporary folder).
 */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'bwe-'));
  const remove = cleanUpAtExit(() => {
    // Retries: on Windows a file stays locked for a moment after the process that had it open is gone.
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return { path, remove };
}
