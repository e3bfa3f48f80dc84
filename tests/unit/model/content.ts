// A small content folder for the tests of the model: three firms whose money goes round, and one that takes a place.
import type { ContentFile } from '../../../src/model/document.ts';

const nodes = `
- { id: chips, name: Chips AG, role: chips, country: US, type: company, about: Baut Chips. }
- { id: lab, name: Labor, role: lab, country: US, type: company, about: Baut Modelle. }
- { id: cloud, name: Wolke, role: cloud, country: null, type: group, about: Vermietet Rechner. }
- { id: kurs, name: Kurs, role: other, country: null, type: measure, about: Dollar je Euro. }
`;

const links = `
- id: chips-lab
  source: chips
  target: lab
  kind: equity
  currency: USD
  fact: Chips will sich am Labor beteiligen.
  verdict: not_in_article
  evidence: press
  references: [zeitung-2025]
  history:
    - { date: 2025-09-22, status: announced, amount: 100, qualifier: up_to }
    - { date: 2026-02-27, status: superseded, text: Es wurden 30., references: [blatt-2026] }

- id: chips-lab-30
  source: chips
  target: lab
  kind: equity
  currency: USD
  replaces: chips-lab
  fact: Chips beteiligt sich am Labor.
  verdict: not_in_article
  evidence: press
  references: [zeitung-2025]
  history:
    - { date: 2026-02-27, status: contracted, amount: 30, qualifier: exact }

- id: lab-cloud
  source: lab
  target: cloud
  kind: cloud
  currency: EUR
  years: 3
  perYear: true
  start: '2025'
  end: '2028'
  fact: Das Labor mietet Rechner.
  verdict: not_in_article
  evidence: press
  references: [zeitung-2025]
  history:
    - { date: 2025-08, status: contracted, amount: 20, qualifier: about }

- id: cloud-chips
  source: cloud
  target: chips
  kind: hardware
  currency: USD
  fact: Die Wolke kauft Chips.
  verdict: not_in_article
  evidence: press
  references: [zeitung-2025]
  history:
    - { date: 2025-05-23, status: reported, amount: null }
`;

const figures = `
- id: chips-umsatz
  node: chips
  measure: Umsatz
  value: 50
  unit: bn
  currency: EUR
  period: '2025'
  verdict: not_in_article
  evidence: primary
  references: [zeitung-2025]

- id: eur-usd-2025
  node: kurs
  measure: US-Dollar je Euro
  value: 1.2
  unit: USD
  currency: null
  period: '2025'
  verdict: not_in_article
  evidence: primary
  references: [zeitung-2025]
`;

const statements = `
- id: sorge
  section: Fazit
  claim: Das Geld geht im Kreis.
  verdict: supported
  side: kritik
  evidence: press
  link: chips-lab
  references: [zeitung-2025]
`;

const precedents = `
- id: frueher
  name: Früher
  period: 1999–2001
  amount: 8
  currency: USD
  pays: Der Lieferant leiht dem Kunden Geld.
  fact: So war es.
  outcome: Es ging schief.
  difference: Heute ist es anders.
  references: [zeitung-2025]
`;

const references = `
- { id: zeitung-2025, url: https://zeitung.example/1, publisher: Zeitung, title: Eins, date: '2025', language: de }
- { id: blatt-2026, url: https://blatt.example/2, publisher: Blatt, title: null, date: null, language: null }
`;

const glossary = `
- { id: hbm, term: HBM, definition: Schneller Speicher. }
`;

const ui = `
kinds: { equity: a, cloud: a, hardware: a, debt: a, acquisition: a, energy: a, capex: a, other: a, licence: a, manufacturing: a }
statuses: { planned: a, announced: a, reported: a, contracted: a, paid: a, cancelled: a, superseded: a }
qualifiers: { exact: '', about: a, up_to: a, at_least: a }
languages: { de: deutsch }
words: {}
`;

const ring = `
title: Der Ring
columns:
  - [chips]
  - [lab]
  - [cloud]
sides: { cloud-chips: above }
formats:
  page: { height: 340, perLine: 5 }
  wide: { height: 560, perLine: 5 }
scenes:
  - id: umsatz
    form: bars
    title: Der Umsatz
    description: Ein Balken.
    figures: [chips-umsatz]
  - id: damals
    form: sankey
    asOf: 2025-10-01
    title: Der Ring
    description: Drei Bänder.
    links: [lab-cloud, cloud-chips, chips-lab]
    focus: [chips-lab]
  - id: heute
    form: sankey
    title: Was daraus wurde
    description: Ein Band.
    links: [chips-lab-30]
`;

const section = `---
title: Chips
---

<Scrolly chart="ring">
<Step id="anfang" scene="ring/umsatz" title="Am Anfang">

Viel Geld.<Ref to="chips-umsatz" /> Und <Term id="hbm">Speicher</Term>.

</Step>
<Step id="kreis" scene="ring/damals" title="Der Kreis">

Im Kreis.<Ref to="chips-lab" /> Wirklich viel.<Ref to="chips-umsatz" />

</Step>
</Scrolly>
`;

/** The folder's files. */
export const files: readonly ContentFile[] = [
  ...Object.entries({ nodes, links, figures, statements, precedents, references, glossary }).map(
    ([list, text]) => ({ path: `content/data/${list}.yaml`, text }),
  ),
  { path: 'content/ui.yaml', text: ui },
  { path: 'content/charts/ring.yaml', text: ring },
  { path: 'content/story/01-chips.mdx', text: section },
];

/** The folder with one place in one file written differently. */
export function edited(path: string, before: string, after: string): ContentFile[] {
  const file = files.find((one) => one.path === path);
  if (!file?.text.includes(before)) throw new Error(`${path} does not contain ${before}`);
  return files.map((one) => (one === file ? { path, text: file.text.replace(before, () => after) } : one));
}
