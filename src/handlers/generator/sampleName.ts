import { fileNameOf } from '../../events/fileNames';

/** The name of the file with an event's sample, beside the test. */
export const sampleName = (key: string): string => `${fileNameOf(key)}.bitbucket.json`;
