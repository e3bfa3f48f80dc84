// How are two spines brought to the same number of cubics? Each is cut where the other has a joint; its shape stays.

import { curves, cut, lengths, type Spine } from './strip.ts';

/** Joints nearer to each other than this share of the length are one joint. */
const NEAR = 0.04;

/** A place on a spine: a share of its length, and its parameter, which is the number of the cubic plus its t. */
interface Place {
  readonly share: number;
  readonly parameter: number;
}

/** The same joint on two spines. */
type Match = readonly [Place, Place];

/** Two spines in pieces that belong together: both have all the joints of the two, at much the same share of the length. */
export function matched(first: Spine, second: Spine): [number[], number[]] {
  const [own, other] = [joints(first), joints(second)];
  const matches = matchesOf(own, other);
  const lacking = (of: readonly Place[], side: 0 | 1) =>
    of.filter((place) => !matches.some((match) => match[side] === place));
  const all = [
    ...matches,
    ...lacking(own, 0).map((place): Match => [place, opposite(place, matches, 0, other)]),
    ...lacking(other, 1).map((place): Match => [opposite(place, matches, 1, own), place]),
  ].sort((a, b) => a[0].parameter - b[0].parameter || a[1].parameter - b[1].parameter);
  return [
    cutAt(
      first,
      all.map(([place]) => place.parameter),
    ),
    cutAt(
      second,
      all.map(([, place]) => place.parameter),
    ),
  ];
}

/** All joints of a spine, its ends among them. */
function joints(spine: Spine): Place[] {
  const measured = lengths(spine);
  const total = measured.reduce((sum, length) => sum + length, 0);
  const places = [{ share: 0, parameter: 0 }];
  let before = 0;
  measured.forEach((length, curve) => {
    before += length;
    const share = total > 0 ? before / total : (curve + 1) / measured.length;
    places.push({ share: curve + 1 === measured.length ? 1 : share, parameter: curve + 1 });
  });
  return places;
}

/** The joints that stand at nearly the same share of both lengths, and the two ends. */
function matchesOf(own: readonly Place[], other: readonly Place[]): Match[] {
  const [start, end] = [own[0], own.at(-1)];
  const [otherStart, otherEnd] = [other[0], other.at(-1)];
  if (!start || !end || !otherStart || !otherEnd) return [];
  const result: Match[] = [[start, otherStart]];
  for (let i = 1, j = 1; i < own.length - 1 && j < other.length - 1;) {
    const [one, two] = [own[i] ?? end, other[j] ?? otherEnd];
    const near = Math.abs(one.share - two.share) < NEAR;
    if (near) result.push([one, two]);
    if (near || one.share < two.share) i++;
    if (near || one.share >= two.share) j++;
  }
  return [...result, [end, otherEnd]];
}

/** Where on the other spine a joint of one would be: as far between the matches round it. */
function opposite(place: Place, matches: readonly Match[], side: 0 | 1, other: readonly Place[]): Place {
  const next = matches.findIndex((match) => match[side].parameter > place.parameter);
  const [before, after] = [matches[next - 1], matches[next]];
  if (!before || !after) return place;
  const [from, to] = [before[side].share, after[side].share];
  const [start, end] = [before[1 - side] ?? place, after[1 - side] ?? place];
  const share =
    start.share + (to > from ? ((place.share - from) / (to - from)) * (end.share - start.share) : 0);
  return { share, parameter: parameterAt(other, share) };
}

function parameterAt(places: readonly Place[], share: number): number {
  const next = places.findIndex((place) => place.share > share);
  const [before, after] = [places[next - 1], places[next]];
  if (!before || !after) return places.length - 1;
  return before.parameter + (share - before.share) / (after.share - before.share);
}

/** A spine in pieces from parameter to parameter, all its joints among them. */
function cutAt(spine: Spine, parameters: readonly number[]): number[] {
  const result = spine.slice(0, 2);
  const count = curves(spine);
  for (let index = 1; index < parameters.length; index++) {
    const [from, to] = [parameters[index - 1] ?? 0, parameters[index] ?? 0];
    const curve = Math.min(count - 1, Math.floor(from));
    result.push(...cut(spine, curve, from - curve, to - curve).slice(2));
  }
  return result;
}
