"""The network as the program runs it: two ONNX graphs of the operators that a MiniLM encoder needs and no others, weights in 8 bits.

Written out rather than exported and optimised: one window at a time needs no mask, the three projections of attention are
one product, and nothing is left for a runtime to rewrite while it loads. The operators of `com.microsoft` are in every
build of ONNX Runtime, WASM included.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = 'com.microsoft'
PARTS = ('query', 'key', 'value')
HEADS, EPSILON = 12, 1e-12
WORDS, ROLES = 'words.int8.onnx', 'roles.int8.onnx'


def rounded(weight):
    """A matrix (inputs × outputs) in signed 8 bits with a scale for each output.

    One scale for all, but where two neighbouring weights could carry a sum of products with 8-bit activations beyond
    16 bits, as processors without VNNI add them up, that output has a coarser one: so all processors compute the same.
    """
    scale = np.abs(weight).max() / 127
    whole = np.rint(weight / scale)
    coarser = np.ones(weight.shape[1])
    while True:
        values = np.rint(whole / coarser)
        pairs = values.reshape(-1, 2, weight.shape[1])
        most = np.maximum(np.maximum(pairs, 0).sum(1), -np.minimum(pairs, 0).sum(1)).max(0)
        if (most <= 128).all():
            return values.astype(np.int8), (scale * coarser).astype(np.float32)
        coarser = np.where(most > 128, np.maximum(coarser * 1.004, most / 128), coarser)


def table(values):
    """An embedding in unsigned 8 bits: values, scale, zero point."""
    scale = np.float32((values.max() - values.min()) / 255)
    zero = np.uint8(np.rint(-values.min() / scale))
    return np.clip(np.rint(values / scale) + int(zero), 0, 255).astype(np.uint8), scale, zero


class Graph:
    """Nodes and constants as they are written down; every operator is called by the name of its only output."""

    def __init__(self, state):
        self.state, self.nodes, self.constants = state, [], {}

    def constant(self, name, value):
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def node(self, kind, inputs, output, domain='', **attributes):
        outputs = [output] if isinstance(output, str) else output
        self.nodes.append(helper.make_node(kind, inputs, outputs, 'node ' + outputs[0], domain=domain, **attributes))
        return output

    def linear(self, name, parts, x):
        """A product in 8 bits of `x` and the weights of one or more `parts` side by side; activations are scaled by the window."""
        weights, scales = zip(*(rounded(self.state[p + '.weight'].T) for p in parts))
        inputs = [x, self.constant(name + '.weight', np.concatenate(weights, 1)), self.constant(name + '.scale', np.concatenate(scales)),
                  '', self.constant(name + '.bias', np.concatenate([self.state[p + '.bias'] for p in parts]))]
        return self.node('DynamicQuantizeMatMul', inputs, name, MICROSOFT)

    def norm(self, x, name):
        inputs = [x, *(self.constant(f'{name}.{part}', self.state[f'{name}.{part}']) for part in ('weight', 'bias'))]
        return self.node('LayerNormalization', inputs, name, axis=-1, epsilon=EPSILON)

    def looked_up(self, name, rows):
        stem = f'embeddings.{name}_embeddings.weight'
        values, scale, zero = table(self.state[stem])
        picked = rows(self.constant(stem, values), name)
        return self.node('DequantizeLinear', [picked, self.constant(stem + '.scale', scale), self.constant(stem + '.zero', zero)], name)

    def embedded(self, ids):
        self.node('Shape', [ids], 'length', start=1, end=2)
        self.constant('start', np.array([0]))
        word = self.looked_up('word', lambda t, n: self.node('Gather', [t, ids], n + ' rows'))
        position = self.looked_up('position', lambda t, n: self.node('Slice', [t, 'start', 'length'], n + ' rows'))
        kind = self.constant('kind', self.state['embeddings.token_type_embeddings.weight'][0])
        return self.norm(self.node('Add', [self.node('Add', [word, kind], 'word and kind'), position], 'embedded'), 'embeddings.LayerNorm')

    def layer(self, own, x):
        """One encoder layer (Vaswani et al. 2017), whose weights are called `own…`."""
        widths = self.constant('widths', np.array([self.state[own + 'output.dense.bias'].size] * 3))
        parts = [f'{own}attention.self.{part}' for part in PARTS]
        split = self.node('Split', [self.linear(own + 'attention.self', parts, x), widths], parts, axis=-1)
        attended = self.node('MultiHeadAttention', split, own + 'attended', MICROSOFT, num_heads=HEADS)
        dense = self.linear(own + 'attention.output.dense', [own + 'attention.output.dense'], attended)
        y = self.norm(self.node('Add', [dense, x], own + 'attention and input'), own + 'attention.output.LayerNorm')
        wide = self.node('Gelu', [self.linear(own + 'intermediate.dense', [own + 'intermediate.dense'], y)], own + 'gelu', MICROSOFT)
        dense = self.linear(own + 'output.dense', [own + 'output.dense'], wide)
        return self.norm(self.node('Add', [dense, y], own + 'output and input'), own + 'output.LayerNorm')

    def head(self, name, x):
        product = self.node('MatMul', [x, self.constant(name + '.weight', self.state[name + '.weight'].T)], name + ' product')
        return self.node('Add', [product, self.constant(name + '.bias', self.state[name + '.bias'])], name)

    def save(self, path, inputs, outputs):
        """`inputs`, `outputs`: name → (type, width of a position or None)."""
        shaped = lambda values: [helper.make_tensor_value_info(n, t, ['windows', 'positions', *([w] if w else [])]) for n, (t, w) in values.items()]
        graph = helper.make_graph(self.nodes, 'tagger', shaped(inputs), shaped(outputs), list(self.constants.values()))
        opsets = [helper.make_opsetid('', 17), helper.make_opsetid(MICROSOFT, 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name='hearsay'), path)


def layers(state, stem):
    return 1 + max(int(name[len(stem):].split('.')[0]) for name in state if name.startswith(stem))


def write(state, folder, shared):
    """Writes the weights `state` (numpy, by their PyTorch names) as the two graphs that the program runs; `shared`: layers below the marking of a cue."""
    width = state['mark'].size

    words = Graph(state)
    x = words.embedded('input_ids')
    for k in range(layers(state, 'layers.')):
        x = words.layer(f'layers.{k}.', x)
        if k == shared - 1:
            words.node('Identity', [x], 'states')
    words.head('cue', x)
    words.save(f'{folder}/{WORDS}', {'input_ids': (TensorProto.INT64, None)},
               {'cue': (TensorProto.FLOAT, state['cue.bias'].size), 'states': (TensorProto.FLOAT, width)})

    roles = Graph(state)
    roles.node('Mul', ['marked', roles.constant('mark', state['mark'])], 'marks')
    x = roles.node('Add', ['states', 'marks'], 'marked states')
    for k in range(layers(state, 'roles.')):
        x = roles.layer(f'roles.{k}.', x)
    roles.head('role', x)
    roles.save(f'{folder}/{ROLES}', {'states': (TensorProto.FLOAT, width), 'marked': (TensorProto.FLOAT, 1)},
               {'role': (TensorProto.FLOAT, state['role.bias'].size)})


def read(folder):
    """The weights of such graphs back, by their PyTorch names: what training can start from."""
    state = {}
    for file in (WORDS, ROLES):
        values = {t.name: numpy_helper.to_array(t) for t in onnx.load(f'{folder}/{file}').graph.initializer}
        for name, value in values.items():
            stem, _, field = name.rpartition('.')
            if name == 'mark':
                state[name] = value
            elif name == 'kind':
                state['embeddings.token_type_embeddings.weight'] = np.stack([value, value])
            elif name + '.zero' in values:
                state[name] = (value.astype(np.float32) - np.float32(values[name + '.zero'])) * values[name + '.scale']
            elif field in ('weight', 'bias'):
                plain = (value * values.get(stem + '.scale', np.float32(1))).T if value.ndim == 2 else value
                if stem.endswith('attention.self'):
                    state.update((f'{stem}.{part}.{field}', piece) for part, piece in zip(PARTS, np.split(plain, 3)))
                else:
                    state[name] = plain
    return state
