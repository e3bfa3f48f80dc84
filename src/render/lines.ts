// How is a status drawn? Said once, for the drawing and for its key.

import type { Status } from '../model/schema.ts';

/** The look of the lines of a flow, by what is known of its money. */
export const LINES: Readonly<Record<Status, 'tinted' | 'solid' | 'dashed' | 'dotted'>> = {
  paid: 'tinted',
  contracted: 'solid',
  announced: 'dashed',
  reported: 'dashed',
  planned: 'dashed',
  cancelled: 'dotted',
  superseded: 'dotted',
};
