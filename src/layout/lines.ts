// How many hairlines has a flow, and what do they stand for? The part that has flowed, and the part left open.

import type { SceneLink } from '../model/scene.ts';
import type { Band } from './geometry.ts';

/** What a band says of its link, whatever the layout. */
type Lined = Omit<Band, 'spine' | 'width' | 'head' | 'bulge' | 'period' | 'travel'>;

/**
 * The hairlines of a link at a sum per line in billions of US dollars. What is no sum of money is one line. Of an
 * amount „up to“ all is open but the part that hangs on no condition, or has been paid.
 */
export function lined(link: SceneLink, perLine: number): Lined {
  const money = link.given === 'money';
  const lines = money ? Math.max(1, Math.round(link.value / perLine)) : 1;
  const share = (part: number | null) =>
    money && link.amount !== null && part !== null ? Math.min(1, part / link.amount) : 0;
  const settled = Math.max(share(link.firm), share(link.paid));
  return {
    key: `link:${link.id}`,
    replaces: [
      ...(link.replaces === null ? [] : [`link:${link.replaces}`]),
      ...link.figures.map((figure) => `bar:${figure}`),
    ],
    source: `node:${link.source}`,
    target: `node:${link.target}`,
    given: link.given,
    kind: link.kind,
    status: link.status,
    lines,
    paid: Math.round(lines * share(link.paid)),
    open: money && link.qualifier === 'up_to' ? lines - Math.round(lines * settled) : 0,
    focus: link.focus,
  };
}
