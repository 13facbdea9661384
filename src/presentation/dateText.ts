import { env } from 'vscode';

/** A day of the calendar, not a moment: it doesn't shift with the time zone. */
export function dayText(date: Date): string {
  return new Intl.DateTimeFormat(env.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** A moment (milliseconds since 1970) of the coming day, as local time. */
export function timeText(moment: number): string {
  return new Intl.DateTimeFormat(env.language, { timeStyle: 'medium' }).format(moment);
}

/** How long ago something was: "3 hours ago". */
export function agoText(date: Date, now = Date.now()): string {
  const minutes = Math.max(0, Math.floor((now - date.getTime()) / 60_000));
  const [value, unit]: [number, Intl.RelativeTimeFormatUnit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / (24 * 60)), 'day'];
  return new Intl.RelativeTimeFormat(env.language, { numeric: 'auto' }).format(-value, unit);
}
