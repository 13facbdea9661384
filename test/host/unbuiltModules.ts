import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts JavaScript in place of two native modules of the server that are installed unbuilt and would be missed: without
 * the first every log channel stays empty, and each use of either ends in a page of complaints in the tests' output.
 */
export function replaceUnbuiltModules(serverRoot: string): void {
  const modules = join(serverRoot, 'node_modules');
  writeFileSync(join(modules, '@vscode', 'spdlog', 'index.js'), spdlog);
  // Of no scope before VS Code 1.101.
  const watchdog = ['@vscode/native-watchdog', 'native-watchdog'].find((name) => existsSync(join(modules, name))) ?? '';
  writeFileSync(join(modules, watchdog, 'index.js'), nativeWatchdog);
}

/** Writes log files, with the two formats that VS Code asks for: lines with date and level, or the text alone. */
const spdlog = `
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

class Logger {
  level = 2;
  raw = false;
  constructor(type, name, file) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true });
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.raw = false; }
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}

['trace', 'debug', 'info', 'warning', 'error', 'critical'].forEach((name, level) => {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (message) {
    if (level < this.level) return;
    const date = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      appendFileSync(this.file, this.raw ? message : date + ' [' + name + '] ' + message + '\\n');
    } catch {
      // The folder for logs is gone, and VS Code about to end.
    }
  };
});

const createLogger = async (name, file) => new Logger('rotating', name, file);
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
`;

/** It ends an extension host whose parent is gone, which serverProcess.ts sees to as well. */
const nativeWatchdog = `
exports.start = () => {};
exports.exit = (code) => process.exit(code);
`;
