// Says what a file of content/charts may hold: the columns, the formats and the scenes of one chart.
import { z } from 'zod';
import { isFullDate } from './date.ts';
import { idSchema, kindSchema } from './schema.ts';

const textSchema = z.string().min(1);

/** How a scene is laid out. */
export const formSchema = z.enum(['sankey', 'bars', 'chord']);
export type Form = z.infer<typeof formSchema>;

/** The side on which a return link runs round the drawing: in `page` format, above is left and below is right. */
export const sideSchema = z.enum(['above', 'below']);
export type Side = z.infer<typeof sideSchema>;

/** `page`: phone, paper, without scripts, embeds. `wide`: the stage on large screens. */
export type Format = 'page' | 'wide';

/** The size of a chart in one format. */
export const sizeSchema = z.strictObject({
  /** height of the drawing in px; the page format is 360 px wide */
  height: z.number().positive(),
  /** the sum one hairline stands for, in billions of US dollars */
  perLine: z.number().positive(),
});

/** What a link that passes a column is called in it: „via“ and its id. */
export const PASSING = 'via ';

/** What stands in a column: the id of a node or group, or „via <link id>“ for a link that passes through. */
export const entrySchema = z.string().regex(/^(?:via )?[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'is neither the id of a node nor "via" and the id of a link.',
});

/** Several nodes drawn as one, in a schematic chart. */
export const groupSchema = z.strictObject({
  /** unique among the groups of the chart and the nodes of the record */
  id: idSchema,
  /** as written on the drawing */
  name: textSchema,
  /** ids of the nodes it stands for, named under it in this order; empty for everybody */
  of: z.array(idSchema).default([]),
});
export type Group = z.infer<typeof groupSchema>;

/** An arrow of a schematic chart: that money goes this way, not how much. */
export const arrowSchema = z.strictObject({
  /** unique among the arrows of the chart */
  id: idSchema,
  /** id of the node or group that pays */
  source: idSchema,
  /** id of the node or group that is paid */
  target: idSchema,
  /** what the money is for */
  kind: kindSchema,
  /** the same in a few words, as written on the drawing */
  says: textSchema,
  /** ids of links, figures or statements that bear it out; their references are shown */
  by: z.array(idSchema).min(1, { error: 'needs at least one entry that bears the arrow out.' }),
});
export type Arrow = z.infer<typeof arrowSchema>;

/** The least sum that is drawn, in billions of US dollars, where a scene is too full for all. */
export const leastSchema = z.strictObject({
  /** for a phone or paper */
  page: z.number().nonnegative(),
  /** for large screens */
  wide: z.number().nonnegative(),
});

/** One state of a chart: what is shown, and what is to be seen in it. */
export const sceneSchema = z.strictObject({
  /** unique in its chart; the scene's address is <chart>/<id> */
  id: idSchema,
  /** how it is laid out */
  form: formSchema,
  /** the finding, in one sentence */
  title: textSchema,
  /** what is to be seen, for those who do not see it */
  description: textSchema,
  /** the day whose knowledge is drawn; without it the latest state of each link */
  asOf: z
    .string()
    .refine(isFullDate, { error: 'is no day of the calendar. Write YYYY-MM-DD.' })
    .nullable()
    .default(null),
  /** ids of the figures drawn as bars, in their order */
  figures: z.array(idSchema).default([]),
  /** ids of the links shown, for sankey and chord; `all`: every link that holds on the scene's day */
  links: z.union([z.literal('all'), z.array(idSchema)]).default([]),
  /** of `all`, ids of those left out: what another flow contains already */
  without: z.array(idSchema).default([]),
  /** flows below are not drawn but counted in the key and told in the table; without it all are drawn */
  least: leastSchema.default({ page: 0, wide: 0 }),
  /** ids of those links the scene is about; without it, all of them */
  focus: z.array(idSchema).default([]),
});
export type Scene = z.infer<typeof sceneSchema>;

/** A chart: its id is the name of its file. */
export const chartSchema = z.strictObject({
  /** as it stands over the chart's own page */
  title: textSchema,
  /** true where no sum is drawn to scale: all arrows are alike, and the key says so */
  schematic: z.boolean().default(false),
  /** of a schematic chart: several nodes drawn as one */
  groups: z.array(groupSchema).default([]),
  /** of a schematic chart: what its scenes show instead of links */
  arrows: z.array(arrowSchema).default([]),
  /**
   * the roles in the order of payment, in each the nodes in their order, and the links that pass through it where
   * they shall pass; what is not said of those is worked out
   */
  columns: z.array(z.array(entrySchema).min(1, { error: 'needs at least one node.' })),
  /** what the nodes of each column are, written over it on large screens; as many as columns, or none */
  roles: z.array(textSchema).default([]),
  /** where a return link runs round the drawing; below where nothing is said */
  sides: z.record(idSchema, sideSchema).default({}),
  /** id of a figure drawn as a bar, and of the link that its bar turns into when the scene changes */
  becomes: z.record(idSchema, idSchema).default({}),
  /** the sizes for a phone or paper, and for the stage of large screens */
  formats: z.strictObject({ page: sizeSchema, wide: sizeSchema }),
  /** all states of the chart; the story decides their order */
  scenes: z.array(sceneSchema).min(1, { error: 'needs at least one scene.' }),
});
export type Chart = z.infer<typeof chartSchema> & {
  /** name of the file without its ending */ readonly id: string;
};
