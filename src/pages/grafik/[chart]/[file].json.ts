// The geometry of a chart in one format, for the stage.

import type { APIRoute, GetStaticPaths } from 'astro';
import { charts, geometryFile, stagedGeometries } from '../../../charts.ts';
import { story } from '../../../content.ts';

const formats = ['page', 'wide'] as const;

/** Only charts that have a stage in the story need it. */
const staged = new Set(story.sections.flatMap((section) => section.charts.map(({ id }) => id)));

export const getStaticPaths: GetStaticPaths = () =>
  [...charts.values()]
    .filter(({ chart }) => staged.has(chart.id))
    .flatMap((laid) =>
      formats.map((format) => ({
        params: { chart: laid.chart.id, file: geometryFile(laid, format) },
        props: { geometries: stagedGeometries(laid, format) },
      })),
    );

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['geometries']), { headers: { 'content-type': 'application/json' } });
