// What of a scene counts when promises are left out? The flows that are under contract, and the money that has flowed.
import type { SceneLink, SceneNetwork } from './scene.ts';
import type { Qualifier } from './schema.ts';

/** What is counted: what a contract promises, whether paid or not, or only what has been paid. */
export type Counts = 'contracted' | 'flowed';

/** What counts of a scene. */
export interface Counted {
  /** how many of the flows count, wholly or in part */
  readonly count: number;
  /** what they come to, in billions of US dollars; flows without a sum add nothing */
  readonly sum: number;
  /** how exactly that sum is known; `exact` where every part is */
  readonly qualifier: Qualifier;
  /** how many of those that count have no sum of money: nobody has published it, or shares or a guarantee are given */
  readonly without: number;
  /** how many flows there are */
  readonly of: number;
}

/** The part of a flow that has been paid, 0 to 1. Shares are no cash, and a guarantee pays only on default. */
function paidShare({ given, status, amount, paid }: SceneLink): number {
  if (given === 'shares' || given === 'guarantee') return 0;
  if (status === 'paid') return 1;
  return paid !== null && amount !== null ? Math.min(1, paid / amount) : 0;
}

const isPromised = ({ status }: SceneLink): boolean => status === 'contracted' || status === 'paid';

/** What counts of the flows of a scene. */
export function counted({ links }: Pick<SceneNetwork, 'links'>, counts: Counts): Counted {
  const share = (link: SceneLink) =>
    counts === 'flowed' ? paidShare(link) : isPromised(link) ? 1 : paidShare(link);
  const those = links.filter((link) => share(link) > 0);
  const sums = those.filter(({ given }) => given === 'money');
  return {
    count: those.length,
    sum: sums.reduce((total, link) => total + link.value * share(link), 0),
    qualifier: together(
      // Of a flow that is paid in part, that part is known whatever is said of the whole.
      sums.map((link) => (counts === 'flowed' && link.status !== 'paid' ? 'exact' : qualifierOf(link))),
    ),
    without: those.length - sums.length,
    of: links.length,
  };
}

/** A sum that had to be converted, or to be multiplied by a term, is never exact. */
const qualifierOf = ({ qualifier, currency, perYear, years }: SceneLink): Qualifier =>
  currency !== 'USD' || (perYear && years !== null) ? 'about' : (qualifier ?? 'about');

/** How exactly a sum is known: „bis zu“ with „mindestens“ leaves it open on both sides. */
export function together(qualifiers: readonly Qualifier[]): Qualifier {
  const known = new Set(qualifiers.filter((one) => one !== 'exact'));
  return known.size > 1 ? 'about' : ([...known][0] ?? 'exact');
}

/** What flows of a scene come to, and how exactly that is known. Only money is summed, and no yearly amount. */
export function sumOf(links: readonly SceneLink[]): { readonly sum: number; readonly qualifier: Qualifier } {
  const money = links.filter(({ given }) => given === 'money');
  return {
    sum: money.reduce((total, { value }) => total + value, 0),
    qualifier: together(money.map(qualifierOf)),
  };
}
