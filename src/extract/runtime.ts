// Running the network: onnxruntime-node where it is installed, else onnxruntime-web, whose WASM runs everywhere.
import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-web';

/** One window as the network reads it. */
export interface Row {
  readonly ids: ArrayLike<number>;
  /** Positions of the marked cue (token type 1); none in the cue pass. */
  readonly marked: readonly number[];
}

export type Head = 'cue' | 'role';
export type Backend = 'node' | 'wasm';

export interface Runtime {
  readonly backend: Backend;
  /** Logits of one batch, row after row, `width` positions each (the longest row; the rest of a shorter one is padding). */
  run(head: Head, rows: readonly Row[]): Promise<{ logits: Float32Array; width: number }>;
  close(): Promise<void>;
}

interface Library {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
}

/** More threads gain little on rows this short. */
const THREADS = 2;

/** Loads the weights into the first backend that is installed. Throws when none can be loaded. */
export async function openRuntime(
  weights: URL,
  backends: readonly Backend[] = ['node', 'wasm'],
): Promise<Runtime> {
  const failures: string[] = [];
  for (const backend of backends) {
    try {
      const library = await load(backend);
      const session = await library.InferenceSession.create(fileURLToPath(weights), {
        graphOptimizationLevel: 'all',
        intraOpNumThreads: THREADS,
        logSeverityLevel: 3,
      });
      return runtime(backend, library, session);
    } catch (error) {
      failures.push(`${backend}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `openRuntime: no ONNX runtime could load ${fileURLToPath(weights)} (${failures.join('; ')})`,
  );
}

async function load(backend: Backend): Promise<Library> {
  if (backend === 'node') return import('onnxruntime-node');
  const web = await import('onnxruntime-web');
  web.env.wasm.numThreads = THREADS;
  return web;
}

function runtime(backend: Backend, library: Library, session: InferenceSession): Runtime {
  return {
    backend,
    async run(head, rows) {
      const width = Math.max(...rows.map((row) => row.ids.length));
      const shape = [rows.length, width];
      const column = () => new BigInt64Array(rows.length * width);
      const [ids, types, mask] = [column(), column(), column()];
      rows.forEach((row, r) => {
        for (let k = 0; k < row.ids.length; k++) ids[r * width + k] = BigInt(row.ids[k] ?? 0);
        for (const k of row.marked) types[r * width + k] = 1n;
        mask.fill(1n, r * width, r * width + row.ids.length);
      });
      const tensor = (data: BigInt64Array) => new library.Tensor('int64', data, shape);
      const feeds = { input_ids: tensor(ids), token_type_ids: tensor(types), attention_mask: tensor(mask) };
      const output = (await session.run(feeds, [head]))[head];
      if (!(output?.data instanceof Float32Array))
        throw new Error(`openRuntime: the model has no output ${head}`);
      return { logits: output.data, width };
    },
    close: () => session.release(),
  };
}
