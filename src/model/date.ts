// Says what a partial date such as 2025, 2025-11 or 2025-11-03 covers, and whether it exists in the calendar.

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month of 1 to 12; 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const days = [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return days[month - 1] ?? 0;
}

/** True for YYYY, YYYY-MM and YYYY-MM-DD that the calendar knows. */
export function isPartialDate(text: string): boolean {
  const parts = PARTIAL.exec(text);
  if (parts === null) return false;
  const [, year, month, day] = parts;
  if (month === undefined) return true;
  const days = daysInMonth(Number(year), Number(month));
  return days > 0 && (day === undefined || (Number(day) >= 1 && Number(day) <= days));
}

/** True for YYYY-MM-DD that the calendar knows. */
export function isFullDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/** The first day a partial date can mean. */
export function firstDay(date: string): string {
  return date.slice(0, 4) + (date.slice(4, 7) || '-01') + (date.slice(7, 10) || '-01');
}

/** The last day a partial date can mean: by then, what it dates has certainly happened. */
export function lastDay(date: string): string {
  const year = date.slice(0, 4);
  const month = date.slice(5, 7) || '12';
  const day = date.slice(8, 10) || String(daysInMonth(Number(year), Number(month))).padStart(2, '0');
  return `${year}-${month}-${day}`;
}

/** True when every day of `date` lies before every day of `other`. */
export function isBefore(date: string, other: string): boolean {
  return lastDay(date) < firstDay(other);
}
