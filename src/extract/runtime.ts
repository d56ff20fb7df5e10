// Running the network: onnxruntime-node where it is installed, else onnxruntime-web, whose WASM runs everywhere.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import type { Weights } from './model.ts';

/** What the network makes of a window before any cue in it is marked. */
export interface Reading {
  /** Logits: positions × cue tags, row-major. */
  readonly cue: Float32Array;
  /** What the lower layers make of each word piece, which the roles of every cue are read from: positions × width. */
  readonly states: Float32Array;
}

export type Backend = 'node' | 'wasm';
/** The native one is several times faster. */
export const BACKENDS: readonly Backend[] = ['node', 'wasm'];

export interface Runtime {
  readonly backend: Backend;
  /** How many windows are worth having under way. */
  readonly atOnce: number;
  /**
   * Reads one window. Never two in one run: nothing is padded, and 8-bit networks scale activations by what they read
   * together, so what a window says would else depend on what it is read with.
   */
  read(ids: Int32Array): Promise<Reading>;
  /** Logits of the roles of one cue of a window, positions × role tags; `marked`: the positions of the cue. */
  rolesOf(states: Float32Array, length: number, marked: readonly number[]): Promise<Float32Array>;
  close(): Promise<void>;
}

interface Library {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
}

/** Loads the weights into the first backend that is installed, to run on this thread alone. Throws when none can be loaded. */
export async function openRuntime(
  weights: Weights,
  backends: readonly Backend[] = BACKENDS,
): Promise<Runtime> {
  const failures: string[] = [];
  for (const backend of backends) {
    try {
      const library = await load(backend);
      // One after the other: while weights are read there are several copies of them.
      const words = await open(backend, library, weights.words);
      const roles = await open(backend, library, weights.roles);
      return runtime(backend, library, words, roles);
    } catch (error) {
      failures.push(`${backend}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `openRuntime: no ONNX runtime could load ${fileURLToPath(weights.words)} (${failures.join('; ')})`,
  );
}

async function load(backend: Backend): Promise<Library> {
  if (backend === 'node') return import('onnxruntime-node');
  const web = await import('onnxruntime-web');
  web.env.wasm.numThreads = 1;
  return web;
}

function open(backend: Backend, { InferenceSession }: Library, weights: string): Promise<InferenceSession> {
  const graph = fileURLToPath(weights);
  return InferenceSession.create(graph, {
    graphOptimizationLevel: 'disabled',
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
    ...(backend === 'wasm' && { externalData: [matricesOf(graph)] }),
  });
}

/** The file beside a graph that holds its matrices: what runs as WASM cannot open it by itself. */
function matricesOf(graph: string): { readonly path: string; readonly data: string } {
  const file = graph.replace(/\.onnx$/, '.data');
  return { path: basename(file), data: file };
}

function runtime(
  backend: Backend,
  { Tensor }: Library,
  words: InferenceSession,
  roles: InferenceSession,
): Runtime {
  return {
    backend,
    atOnce: 1,
    async read(ids) {
      const input = new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]);
      const outputs = await words.run({ input_ids: input });
      return { cue: valuesOf(outputs.cue), states: valuesOf(outputs.states) };
    },
    async rolesOf(states, length, marked) {
      const marks = new Float32Array(length);
      for (const position of marked) marks[position] = 1;
      const { role } = await roles.run({
        states: new Tensor('float32', states, [1, length, states.length / length]),
        marked: new Tensor('float32', marks, [1, length, 1]),
      });
      return valuesOf(role);
    },
    close: async () => {
      await Promise.all([words.release(), roles.release()]);
    },
  };
}

function valuesOf(output: Tensor | undefined): Float32Array {
  if (output?.data instanceof Float32Array) return output.data;
  throw new Error('openRuntime: the weights are not those of a tagger');
}
