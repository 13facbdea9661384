import { parser } from '@lezer/json';
import { roles } from '../roles';
import { LineParser } from '../lineParser';

/** What has no quotes, or stands where nothing may, is an error to the grammar: someone is typing a string there. */
export const json = parser.configure({
  props: [roles({ literal: 'String PropertyName ⚠', group: 'Array Object', entry: 'Property' })],
});

/** A value on each line. */
export const jsonLines = new LineParser(json);
