// Which number is drawn? The state of a link on a day, its fate after it, and amounts in billions of US dollars.
import { isBefore, lastDay } from './date.ts';
import type { Figure, FigureCurrency } from './facts.ts';
import type { Link, Qualifier, Status } from './schema.ts';

/** How a link stood from a day on, with what holds on from the states before. */
export interface LinkState {
  readonly date: string;
  readonly status: Status;
  readonly amount: number | null;
  readonly qualifier: Qualifier | null;
  /** the part of an amount „up to“ that hangs on no condition; null where none is known */
  readonly firm: number | null;
  /** the part of the amount that had flowed by then: all of it where the status says paid and names no part */
  readonly paid: number | null;
  readonly text: string | null;
}

/** All states of a link in the order of their dates, each complete. */
export function states(link: Link): LinkState[] {
  let amount: number | null = null;
  let qualifier: Qualifier | null = null;
  let firm: number | null = null;
  let paid: number | null = null;
  return link.history.map((state) => {
    if (state.amount !== undefined) amount = state.amount;
    if (state.qualifier !== undefined) qualifier = state.qualifier;
    if (state.firm !== undefined) firm = state.firm;
    if (state.paid !== undefined) paid = state.paid;
    else if (state.status === 'paid') paid = amount;
    return {
      date: state.date,
      status: state.status,
      amount,
      qualifier,
      firm,
      paid,
      text: state.text ?? null,
    };
  });
}

/**
 * The state of a link at the end of a day (YYYY-MM-DD), or the latest for null. Undefined before its first state.
 * What is dated by a month or a year counts from its last day: earlier, it has not certainly happened.
 */
export function stateAt(link: Link, asOf: string | null): LinkState | undefined {
  const all = states(link);
  return asOf === null
    ? all.at(-1)
    : (all.findLast(({ date }) => lastDay(date) <= asOf) ?? unsure(all, asOf));
}

/** The first state, when all that is known is that it began in the month or year of the day asked for. */
const unsure = (all: readonly LinkState[], asOf: string) =>
  all[0] && !isBefore(asOf, all[0].date) ? all[0] : undefined;

/** The last state after the one that held on a day; null when nothing has been said since, or no day is given. */
export function fate(link: Link, asOf: string | null): LinkState | null {
  const at = stateAt(link, asOf);
  const last = states(link).at(-1);
  return asOf === null || !at || !last || last.date === at.date ? null : last;
}

/**
 * An amount in billions of US dollars at the yearly mean of the year it is dated in; null when the record has no
 * rate for that currency and year.
 */
export function dollars(
  amount: number,
  currency: FigureCurrency,
  date: string,
  figures: ReadonlyMap<string, Figure>,
): number | null {
  if (currency === 'USD') return amount;
  const rate = figures.get(`${currency.toLowerCase()}-usd-${date.slice(0, 4)}`)?.value ?? null;
  return rate === null ? null : amount * rate;
}

/** What a yearly amount comes to: over its term where the length is known, else for one year. */
export function total(amount: number, perYear: boolean, years: number | null): number {
  return perYear && years !== null ? amount * years : amount;
}

/**
 * A figure in billions of US dollars; null where it is no sum of money, or none that can be converted. The year of its
 * rate is the first one its period names; those behind it are for comparison.
 */
export function figureDollars(figure: Figure, figures: ReadonlyMap<string, Figure>): number | null {
  const { value, unit, currency, period } = figure;
  if (unit !== 'bn' || value === null || currency === null) return null;
  return dollars(value, currency, /(?:19|20)\d{2}/.exec(period)?.[0] ?? '', figures);
}
