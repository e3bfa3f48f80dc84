// What does the panel say? The facts of a flow or a node, as the rows of the figure's table tell them.

/** A flow in a line, where its row is on the page. */
export function summary(step: HTMLElement, key: string): string {
  const row = step.querySelector<HTMLElement>(`tr[data-key="${key}"]`);
  return row
    ? [...row.children]
        .slice(0, 4)
        .map(({ textContent }) => textContent.trim())
        .join(' · ')
    : '';
}

export function nameOf(rows: readonly HTMLElement[], node: string): string {
  for (const row of rows)
    for (const [index, end] of ['source', 'target'].entries())
      if (row.dataset[end] === node) return row.querySelectorAll('th span')[index]?.textContent ?? node;
  return node;
}

/** Writes down the facts of a flow as its row tells them; gives what is to be spoken of it. */
export function factsOf(facts: HTMLElement, row: HTMLElement, place: string): string {
  const [head, ...cells] = [...row.children] as HTMLElement[];
  const heading = made('h2', head?.textContent.trim() ?? '');
  const share = made('p', [place, row.dataset['share']].filter(Boolean).join(' · '));
  const list = document.createElement('dl');
  for (const cell of cells) {
    if (['', '–'].includes(cell.textContent.trim())) continue;
    const value = made('dd', '');
    value.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    list.append(made('dt', cell.dataset['head'] ?? ''), value);
  }
  facts.replaceChildren(heading, share, list);
  const spoken = cells.slice(0, 3).map(({ textContent }) => textContent.trim());
  return `${heading.textContent}: ${[...spoken, share.textContent].filter(Boolean).join(', ')}`;
}

/** Writes down a node and its flows, each a button; gives what is to be spoken of it. */
export function nodeFacts(
  facts: HTMLElement,
  name: string,
  count: string,
  rows: readonly HTMLElement[],
): string {
  const list = document.createElement('ul');
  for (const row of rows) {
    const [head, amount] = row.children;
    const button = made('button', `${head?.textContent.trim() ?? ''}: ${amount?.textContent.trim() ?? ''}`);
    button.dataset['action'] = row.dataset['key'] ?? '';
    const item = made('li', '');
    item.append(button);
    list.append(item);
  }
  facts.replaceChildren(made('h2', name), made('p', count), list);
  return `${name}: ${count}`;
}

function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
