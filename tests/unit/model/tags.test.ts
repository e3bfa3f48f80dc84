import { describe, expect, it } from 'vitest';
import { tags } from '../../../src/model/tags.ts';

const read = (text: string) =>
  tags(text, 1).map(({ name, line, closing, empty, attributes, legible }) => ({
    name,
    line,
    closing,
    empty,
    attributes: Object.fromEntries(attributes),
    legible,
  }));

describe('tags', () => {
  it('finds tags with their attributes and lines', () => {
    expect(read('Text.\n\n<Step id="a" title="Größer > kleiner">\nMehr.<Ref to="b" />\n</Step>')).toEqual([
      {
        name: 'Step',
        line: 3,
        closing: false,
        empty: false,
        attributes: { id: 'a', title: 'Größer > kleiner' },
        legible: true,
      },
      { name: 'Ref', line: 4, closing: false, empty: true, attributes: { to: 'b' }, legible: true },
      { name: 'Step', line: 5, closing: true, empty: false, attributes: {}, legible: true },
    ]);
  });

  it('reads a tag over several lines, and counts on from the line given', () => {
    const [step, ref] = tags('<Step\n  id="a"\n  scene="b/c"\n>\n<Ref to="d" />', 4);
    expect(step?.line).toBe(4);
    expect(step?.attributes.get('scene')).toBe('b/c');
    expect(ref?.line).toBe(8);
  });

  it('passes over comments, code and other tags', () => {
    expect(
      read('{/* <Ref to="a" /> */}\n`<Ref to="b" />`\n```\n<Ref to="c" />\n```\n<Refs to="d" /><b>'),
    ).toEqual([]);
    expect(read('{/* one\ntwo */}\n<Ref to="a" />')[0]?.line).toBe(3);
  });

  it('says when a tag cannot be read', () => {
    expect(read('<Ref to=a />')[0]?.legible).toBe(false);
    expect(read('<Ref to={a} />')[0]?.legible).toBe(false);
    expect(read('<Ref to="a"')[0]?.legible).toBe(false);
  });
});
