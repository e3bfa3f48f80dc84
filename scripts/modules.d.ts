// The parts used here of two packages that come without types.

declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'sfnt' | 'woff2';
    readonly variationAxes?: Readonly<
      Record<string, number | { readonly min: number; readonly max: number }>
    >;
    readonly keepFeatures?: readonly string[];
  }
  export default function subset(font: Buffer, text: string, options: Options): Promise<Buffer>;
}

declare module 'fontkit' {
  interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly availableFeatures: readonly string[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
  }
  export function create(font: Buffer): Font;
}

/** Written without types; the parts that the bench uses. */
declare module 'd3-sankey-circular' {
  interface Layout {
    (network: object): { links: { width?: number; y0?: number; path?: string }[] };
    nodeId(id: (node: { id: string }) => string): Layout;
    nodeWidth(width: number): Layout;
    nodePadding(padding: number): Layout;
    nodePaddingRatio(ratio: number): Layout;
    circularLinkGap(gap: number): Layout;
    iterations(count: number): Layout;
    extent(extent: [[number, number], [number, number]]): Layout;
    size(size: [number, number]): Layout;
  }
  export function sankeyCircular(): Layout;
}

declare module '@plotly/d3-sankey-circular' {
  export { sankeyCircular } from 'd3-sankey-circular';
}
