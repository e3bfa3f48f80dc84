// Says what a file of content/charts may hold: the columns, the formats and the scenes of one chart.
import { z } from 'zod';
import { isFullDate } from './date.ts';
import { idSchema } from './schema.ts';

const textSchema = z.string().min(1);

/** How a scene is laid out. */
export const formSchema = z.enum(['sankey', 'bars', 'chord']);
export type Form = z.infer<typeof formSchema>;

/** The side on which a return link runs round the drawing: in `page` format, above is left and below is right. */
export const sideSchema = z.enum(['above', 'below']);
export type Side = z.infer<typeof sideSchema>;

/** The size of a chart in one format. */
export const formatSchema = z.strictObject({
  /** height of the drawing in px; the page format is 360 px wide */
  height: z.number().positive(),
  /** the sum one hairline stands for, in billions of US dollars */
  perLine: z.number().positive(),
});
export type Format = z.infer<typeof formatSchema>;

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
  /** ids of the links shown, for sankey and chord */
  links: z.array(idSchema).default([]),
  /** ids of those links the scene is about; without it, all of them */
  focus: z.array(idSchema).default([]),
});
export type Scene = z.infer<typeof sceneSchema>;

/** A chart: its id is the name of its file. */
export const chartSchema = z.strictObject({
  /** as it stands over the chart's own page */
  title: textSchema,
  /** ids of nodes: the roles in the order of payment, in each the nodes in their order; empty where all is bars */
  columns: z.array(z.array(idSchema).min(1, { error: 'needs at least one node.' })),
  /** where a return link runs round the drawing; below where nothing is said */
  sides: z.record(idSchema, sideSchema).default({}),
  /** the sizes for a phone or paper, and for the stage of large screens */
  formats: z.strictObject({ page: formatSchema, wide: formatSchema }),
  /** all states of the chart; the story decides their order */
  scenes: z.array(sceneSchema).min(1, { error: 'needs at least one scene.' }),
});
export type Chart = z.infer<typeof chartSchema> & {
  /** name of the file without its ending */ readonly id: string;
};
