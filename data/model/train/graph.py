"""The network as the program runs it: two ONNX graphs of the operators that a MiniLM encoder needs and no others, weights in 8 bits.

Written out rather than exported and optimised: one window at a time needs no mask, the three projections of attention are
one product, and nothing is left for a runtime to rewrite while it loads. The operators of `com.microsoft` are in every
build of ONNX Runtime, WASM included.

Every processor computes the same bits. Products in 8 bits are exact, and so is what IEEE 754 rounds correctly: sums, products,
quotients and roots of two numbers. Sums of many depend on their order and on fused operations, unless nothing in them is
rounded: their terms are multiples of a power of two, few enough bits apart (`on_grid`). Exponentials are taken of so few numbers that none comes to lie where its last bits decide how
it is rounded. Without this, last bits that differ become steps of the next 8-bit product that differ, and in the end other
attributions on other machines.
"""
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = 'com.microsoft'
PARTS = ('query', 'key', 'value')
HEADS, EPSILON = 12, 1e-12
# Bits behind the point, so that 24 are enough for sums of products: of a query and a key up to 512, of values weighed by attention
# up to 16, of a word's states and of their squares up to 16,384, of logits up to 64. No exponential of a score lies within 15 units in
# the last place of where rounding turns.
QUERY, KEY, SCORE, EXPONENTIAL, WEIGHT, VALUE, STATE, SQUARED, SEEN, TAG = 8, 7, 8, 11, 12, 8, 10, 5, 7, 11
# Φ(x) − ½ as an odd function of x, up to where it is ½: the coefficients of x, x|x|, x³ with the least |x·error| (by linear programming).
FAR = 3.75
SIGMOID = (.47746372, -.15132375, .01588151)
WORDS, ROLES = 'words.int8.onnx', 'roles.int8.onnx'


def rounded(weight):
    """A matrix (inputs × outputs) in signed 8 bits with a scale for each output.

    Where two neighbouring weights could carry a sum of products with 8-bit activations beyond 16 bits, as processors without
    VNNI add them up, an output has a coarser scale than its largest weight asks for: so all processors compute the same.
    """
    scale = np.maximum(np.abs(weight).max(0), EPSILON) / 127
    while True:
        values = np.rint(weight / scale)
        pairs = values.reshape(-1, 2, weight.shape[1])
        most = np.maximum(np.maximum(pairs, 0).sum(1), -np.minimum(pairs, 0).sum(1)).max(0)
        if (most <= 128).all():
            return values.astype(np.int8), scale.astype(np.float32)
        scale = np.where(most > 128, scale * np.maximum(1.004, most / 128), scale)


def smoothing(largest):
    """What to divide the inputs of a product by before they are rounded, and to multiply its weights with (Xiao et al. 2023).

    `largest`: how far each input gets from 0. One or two of hundreds get ten times as far as most, and would make the steps coarse
    for all: what gets further than twice as far as half of them do is brought back to that.
    """
    return np.maximum(largest / (2 * np.median(largest) or 1), 1).astype(np.float32)


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
        """A product in 8 bits of `x` and the weights of one or more `parts` side by side; activations are smoothed, and scaled by the window."""
        divisor = smoothing(self.state[name + '.largest'])
        smooth = self.product(x, self.constant(name + '.smoothing', 1 / divisor), name + ' smoothed')
        weights, scales = rounded(np.concatenate([self.state[part + '.weight'].T for part in parts], 1) * divisor[:, None])
        inputs = [smooth, self.constant(name + '.weight', weights), self.constant(name + '.scale', scales),
                  '', self.constant(name + '.bias', np.concatenate([self.state[part + '.bias'] for part in parts]))]
        return self.node('DynamicQuantizeMatMul', inputs, name, MICROSOFT)

    def scalar(self, value):
        return self.constant(f'number {value}', np.float32(value))

    def sum(self, x, y, output):
        return self.node('Add', [x, y], output)

    def product(self, x, y, output):
        return self.node('Mul', [x, y], output)

    def on_grid(self, x, bits):
        """`x` rounded to `bits` bits behind the point: what is added leaves no room for more."""
        shift = self.scalar(1.5 * 2 ** (23 - bits))
        return self.node('Sub', [self.sum(x, shift, f'{x} shifted'), shift], f'{x} on a grid')

    def norm(self, x, name):
        """Layer normalisation (Ba et al. 2016)."""
        weight, bias = (self.constant(f'{name}.{part}', self.state[f'{name}.{part}']) for part in ('weight', 'bias'))
        x = self.on_grid(x, STATE)
        centred = self.node('Sub', [x, self.node('ReduceMean', [x], f'{name} mean', axes=[-1])], f'{name} centred')
        squares = self.node('ReduceSumSquare', [self.on_grid(centred, SQUARED)], f'{name} squares', axes=[-1])
        variance = self.product(squares, self.scalar(1 / self.state[f'{name}.weight'].size), f'{name} variance')
        deviation = self.node('Sqrt', [self.sum(variance, self.scalar(EPSILON), f'{name} positive')], f'{name} deviation')
        return self.sum(self.product(self.node('Div', [centred, deviation], f'{name} standard'), weight, f'{name} weighted'), bias, name)

    def gelu(self, x):
        """x·Φ(x) (Hendrycks and Gimpel 2016), Φ by a polynomial: at most .006 beside it, a fifth of a step of the next product."""
        near = self.node('Clip', [x, self.scalar(-FAR), self.scalar(FAR)], f'{x} near')
        size = self.node('Abs', [near], f'{x} size')
        factor = self.scalar(SIGMOID[-1])
        for k, coefficient in enumerate(SIGMOID[-2::-1]):
            factor = self.sum(self.product(factor, size, f'{x} power {k}'), self.scalar(coefficient), f'{x} terms {k}')
        share = self.sum(self.product(near, factor, f'{x} odd'), self.scalar(.5), f'{x} share')
        return self.product(x, share, f'{x} gelu')

    def attention(self, own, x):
        """Multi-head attention (Vaswani et al. 2017) of a window to itself."""
        width = self.state[own + 'attention.output.dense.bias'].size
        parts = [f'{own}attention.self.{part}' for part in PARTS]
        split = self.node('Split', [self.linear(own + 'attention.self', parts, x), self.constant('widths', np.array([width] * 3))], parts, axis=-1)
        heads = self.constant('heads', np.array([-1, HEADS, width // HEADS]))
        turned = lambda part, bits, order: self.node('Transpose', [self.node('Reshape', [self.on_grid(part, bits), heads], part + ' by head')], part + ' turned', perm=order)
        query, key, value = split
        query = self.product(query, self.scalar((HEADS / width) ** .5), query + ' scaled')
        scores = self.node('MatMul', [turned(query, QUERY, [1, 0, 2]), turned(key, KEY, [1, 2, 0])], own + 'scores')
        weights = self.softmax(scores)
        attended = self.node('MatMul', [self.on_grid(weights, WEIGHT), turned(value, VALUE, [1, 0, 2])], own + 'attended by head')
        rows = self.node('Transpose', [attended], own + 'attended by word', perm=[1, 0, 2])
        return self.node('Reshape', [rows, self.constant('rows', np.array([1, -1, width]))], own + 'attended')

    def softmax(self, x):
        below = self.node('Sub', [x, self.node('ReduceMax', [x], x + ' most', axes=[-1])], x + ' below')
        powers = self.on_grid(self.node('Exp', [self.on_grid(below, SCORE)], x + ' powers'), EXPONENTIAL)
        return self.node('Div', [powers, self.node('ReduceSum', [powers, self.constant('last', np.array([-1]))], x + ' total')], x + ' weights')

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
        attended = self.attention(own, x)
        dense = self.linear(own + 'attention.output.dense', [own + 'attention.output.dense'], attended)
        y = self.norm(self.sum(dense, x, own + 'attention and input'), own + 'attention.output.LayerNorm')
        wide = self.gelu(self.linear(own + 'intermediate.dense', [own + 'intermediate.dense'], y))
        dense = self.linear(own + 'output.dense', [own + 'output.dense'], wide)
        return self.norm(self.sum(dense, y, own + 'output and input'), own + 'output.LayerNorm')

    def head(self, name, x):
        weight = np.rint(self.state[name + '.weight'].T * 2 ** TAG) / 2 ** TAG
        product = self.node('MatMul', [self.on_grid(x, SEEN), self.constant(name + '.weight', weight.astype(np.float32))], name + ' product')
        return self.sum(product, self.constant(name + '.bias', self.state[name + '.bias']), name)

    def save(self, path, inputs, outputs):
        """`inputs`, `outputs`: name → (type, width of a position or None)."""
        shaped = lambda values: [helper.make_tensor_value_info(n, t, ['windows', 'positions', *([w] if w else [])]) for n, (t, w) in values.items()]
        graph = helper.make_graph(self.nodes, 'tagger', shaped(inputs), shaped(outputs), list(self.constants.values()))
        opsets = [helper.make_opsetid('', 17), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name='hearsay')
        # Matrices in a file beside the graph: a runtime need not hold them twice while it loads.
        data = Path(path).with_suffix('.data')
        data.unlink(missing_ok=True)
        onnx.save(model, path, save_as_external_data=True, location=data.name, size_threshold=1024)
        data.chmod(0o644)


def layers(state, stem):
    return 1 + max(int(name[len(stem):].split('.')[0]) for name in state if name.startswith(stem))


def write(state, folder, shared):
    """Writes the weights `state` (numpy, by their PyTorch names) as the two graphs that the program runs; `shared`: layers below the marking of a cue.

    For each product `state` also has how far its inputs get from 0, `….largest`."""
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
    """The weights of such graphs back, by their PyTorch names: what training can start from. How far activations get it has to see again."""
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
                smooth = values.get(stem + '.smoothing', np.ones(1, np.float32))[:, None]
                plain = (value * values.get(stem + '.scale', np.float32(1)) * smooth).T if value.ndim == 2 else value
                if stem.endswith('attention.self'):
                    state.update((f'{stem}.{part}.{field}', piece) for part, piece in zip(PARTS, np.split(plain, 3)))
                else:
                    state[name] = plain
    return state
