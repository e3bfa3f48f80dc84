import { describe, expect, it } from 'vitest';
import type { ContentFile } from '../../../src/model/document.ts';
import { entries } from '../../../src/model/entries.ts';
import { network } from '../../../src/model/network.ts';
import { ContentError } from '../../../src/model/problems.ts';
import { story } from '../../../src/model/story.ts';
import { edited, files } from './content.ts';

const join = (contents: readonly ContentFile[]) => network(entries(contents), story(contents));

describe('network', () => {
  it('holds every list by id', () => {
    const joined = join(files);
    expect([...joined.nodes.keys()]).toEqual(['chips', 'lab', 'cloud', 'kurs']);
    expect(joined.links.get('lab-cloud')?.target).toBe('cloud');
    expect(joined.charts.get('ring')?.scenes).toHaveLength(3);
    expect(joined.ui.languages['de']).toBe('deutsch');
  });

  it('throws what the schemas, the story and the checks found as one error', () => {
    const contents = [
      ['content/data/nodes.yaml', 'type: measure', 'type: meter'],
      ['content/data/links.yaml', 'target: cloud', 'target: clouds'],
      ['content/story/01-chips.mdx', 'to="chips-lab"', 'to="chip-lab"'],
      ['content/story/01-chips.mdx', 'id="kreis"', 'id="anfang"'],
    ].reduce<readonly ContentFile[]>(
      (all, [path = '', before = '', after = '']) =>
        all.map((file) => (file.path === path ? { path, text: file.text.replace(before, after) } : file)),
      files,
    );
    const error = (() => {
      try {
        return join(contents);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(ContentError);
    // the link that now leads to nowhere also stands in a scene without a column for its end
    const fields = error instanceof ContentError ? error.problems.map(({ field }) => field) : [];
    expect(fields.sort()).toEqual(['id', 'links', 'target', 'to', 'type']);
  });

  it('says nothing of the names in a list it could not read', () => {
    const contents = edited('content/data/nodes.yaml', 'name: Labor', 'name: "Labor');
    expect(() => join(contents)).toThrow(
      /^1 problem in the content:\ncontent\/data\/nodes\.yaml:\d+: broken YAML/,
    );
    const links = edited('content/data/links.yaml', 'kind: cloud', 'kind: "cloud');
    expect(() => join(links)).toThrow(/^1 problem/);
  });

  it('says nothing of the scenes of a chart that is itself at fault', () => {
    const contents = edited('content/charts/ring.yaml', 'form: bars', 'form: bar');
    expect(() => join(contents)).toThrow(
      /^1 problem in the content:\ncontent\/charts\/ring\.yaml:\d+ · ring\/umsatz · form/,
    );
  });
});
