/** An event key in the name of a file: `repo:push` is `repo-push`. */
export const fileNameOf = (key: string) => key.replaceAll(':', '-');

export const schemaFile = (key: string) => `${fileNameOf(key)}.schema.json`;
export const sampleFile = (key: string, variant: string) => `${fileNameOf(key)}.${variant}.json`;
