// How far along the way of the money does each node stand?

/** The links among numbered nodes, self-links left out. */
export interface Arcs {
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** √value, in shares of the largest. */
  readonly weight: Float64Array;
}

/**
 * The trophic level of each node: that at which links come closest to rising by one, least Σ weight · (rise − 1)²
 * (MacKay, Johnson, Sansom, "How directed is a directed network?", 2020). Conjugate gradients from zero, scaled by the
 * diagonal (Hestenes, Stiefel, 1952); rounded, so that equal levels are equal.
 */
export function levels(count: number, { source, target, weight }: Arcs): Float64Array {
  const [rounds, precision, offset] = [300, 1e-10, 0.3535];
  const degree = new Float64Array(count);
  const residual = new Float64Array(count);
  source.forEach((from, arc) => {
    const to = target[arc] ?? 0;
    const part = weight[arc] ?? 0;
    degree[from] = (degree[from] ?? 0) + part;
    degree[to] = (degree[to] ?? 0) + part;
    residual[from] = (residual[from] ?? 0) - part;
    residual[to] = (residual[to] ?? 0) + part;
  });
  const scaled = (node: number) =>
    (degree[node] ?? 0) > 0 ? (residual[node] ?? 0) / (degree[node] ?? 1) : 0;
  const result = new Float64Array(count);
  const direction = Float64Array.from(result, (_, node) => scaled(node));
  const dot = () => residual.reduce((sum, part, node) => sum + part * scaled(node), 0);
  let length = dot();
  const enough = length * precision ** 2;
  const image = new Float64Array(count);
  for (let round = 0; round < rounds && length > enough; round++) {
    image.fill(0);
    for (let arc = 0; arc < source.length; arc++) {
      const [from, to] = [source[arc] ?? 0, target[arc] ?? 0];
      const flow = (weight[arc] ?? 0) * ((direction[to] ?? 0) - (direction[from] ?? 0));
      image[from] = (image[from] ?? 0) - flow;
      image[to] = (image[to] ?? 0) + flow;
    }
    const step = length / direction.reduce((sum, part, node) => sum + part * (image[node] ?? 0), 0);
    for (let node = 0; node < count; node++) {
      result[node] = (result[node] ?? 0) + step * (direction[node] ?? 0);
      residual[node] = (residual[node] ?? 0) - step * (image[node] ?? 0);
    }
    const next = dot();
    for (let node = 0; node < count; node++)
      direction[node] = scaled(node) + (next / length) * (direction[node] ?? 0);
    length = next;
  }
  return result.map((level) => Math.floor(level * 1e6 + offset) / 1e6);
}
