// Is everything there that the story's script needs?

/** The element of a selector. @throws when the page has none */
export function required(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the story has no ${selector}`);
  return found;
}
