// Running the network: onnxruntime-node where it is installed, else onnxruntime-web, whose WASM runs everywhere.
import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-web';

/** One window as the network reads it. */
export interface Row {
  readonly ids: Int32Array;
  /** Positions of the marked cue (token type 1); none in the cue pass. */
  readonly marked: readonly number[];
}

export type Head = 'cue' | 'role';
export type Backend = 'node' | 'wasm';
/** The native one is several times faster. */
export const BACKENDS: readonly Backend[] = ['node', 'wasm'];

export interface Runtime {
  readonly backend: Backend;
  /** How many windows are worth having under way. */
  readonly atOnce: number;
  /**
   * Logits of one window: positions × tags, row-major. Never two windows in one run: nothing is padded, and 8-bit networks
   * scale activations by what they read together, so what a window says would else depend on what it is read with.
   */
  run(head: Head, row: Row): Promise<Float32Array>;
  close(): Promise<void>;
}

interface Library {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
}

/** Loads the weights into the first backend that is installed, to run on this thread alone. Throws when none can be loaded. */
export async function openRuntime(weights: URL, backends: readonly Backend[] = BACKENDS): Promise<Runtime> {
  const failures: string[] = [];
  for (const backend of backends) {
    try {
      const library = await load(backend);
      const session = await library.InferenceSession.create(fileURLToPath(weights), {
        graphOptimizationLevel: 'disabled',
        intraOpNumThreads: 1,
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
  web.env.wasm.numThreads = 1;
  return web;
}

function runtime(backend: Backend, library: Library, session: InferenceSession): Runtime {
  const tensor = (data: BigInt64Array) => new library.Tensor('int64', data, [1, data.length]);
  return {
    backend,
    atOnce: 1,
    async run(head, { ids, marked }) {
      const types = new BigInt64Array(ids.length);
      for (const position of marked) types[position] = 1n;
      const feeds = {
        input_ids: tensor(BigInt64Array.from(ids, (id) => BigInt(id))),
        token_type_ids: tensor(types),
      };
      const output = (await session.run(feeds, [head]))[head];
      if (!(output?.data instanceof Float32Array))
        throw new Error(`openRuntime: the model has no output ${head}`);
      return output.data;
    },
    close: () => session.release(),
  };
}
