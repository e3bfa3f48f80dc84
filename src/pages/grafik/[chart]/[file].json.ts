// The geometry of a chart in one format, for the stage.

import type { APIRoute, GetStaticPaths } from 'astro';
import { charts, geometryFile } from '../../../charts.ts';

const formats = ['page', 'wide'] as const;

export const getStaticPaths: GetStaticPaths = () =>
  [...charts.values()].flatMap((laid) =>
    formats.map((format) => ({
      params: { chart: laid.chart.id, file: geometryFile(laid, format) },
      props: { geometries: laid.geometries[format] },
    })),
  );

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['geometries']), { headers: { 'content-type': 'application/json' } });
