"""The network as the program runs it: an ONNX graph of the operators that a MiniLM encoder needs and no others, weights in 8 bits.

Written out rather than exported and optimised: one window at a time needs no mask, the three projections of attention are
one product, and nothing is left for a runtime to rewrite while it loads. The operators of `com.microsoft` are in every
build of ONNX Runtime, WASM included.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = 'com.microsoft'
PARTS = ('query', 'key', 'value')
TABLES = ('word', 'position', 'token_type')


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


def write(state, path, layers=6, heads=12, epsilon=1e-12):
    """Writes the weights `state` (numpy, by their PyTorch names) as `path`: `input_ids`, `token_type_ids` → `cue`, `role`."""
    nodes, constants = [], []

    def constant(name, value):
        constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(kind, inputs, output, domain='', **attributes):
        outputs = [output] if isinstance(output, str) else output
        nodes.append(helper.make_node(kind, inputs, outputs, 'node ' + outputs[0], domain=domain, **attributes))
        return output

    def linear(name, parts, x):
        weights, scales = zip(*(rounded(state[p + '.weight'].T) for p in parts))
        inputs = [x, constant(name + '.weight', np.concatenate(weights, 1)), constant(name + '.scale', np.concatenate(scales)),
                  '', constant(name + '.bias', np.concatenate([state[p + '.bias'] for p in parts]))]
        return node('DynamicQuantizeMatMul', inputs, name, MICROSOFT)

    def norm(x, name):
        inputs = [x, constant(name + '.weight', state[name + '.weight']), constant(name + '.bias', state[name + '.bias'])]
        return node('LayerNormalization', inputs, name, axis=-1, epsilon=epsilon)

    def looked_up(name, rows):
        stem = f'b.embeddings.{name}_embeddings.weight'
        values, scale, zero = table(state[stem])
        picked = rows(constant(stem, values), name)
        return node('DequantizeLinear', [picked, constant(stem + '.scale', scale), constant(stem + '.zero', zero)], name)

    node('Shape', ['input_ids'], 'length', start=1, end=2)
    constant('start', np.array([0]))
    word, position, kind = (
        looked_up('word', lambda t, n: node('Gather', [t, 'input_ids'], n + ' rows')),
        looked_up('position', lambda t, n: node('Slice', [t, 'start', 'length'], n + ' rows')),
        looked_up('token_type', lambda t, n: node('Gather', [t, 'token_type_ids'], n + ' rows')),
    )
    x = norm(node('Add', [node('Add', [word, kind], 'word and kind'), position], 'embedded'), 'b.embeddings.LayerNorm')
    constant('widths', np.array([state['b.embeddings.LayerNorm.bias'].size] * 3))
    for layer in range(layers):
        own = f'b.encoder.layer.{layer}.'
        parts = [f'{own}attention.self.{part}' for part in PARTS]
        split = node('Split', [linear(own + 'attention.self', parts, x), 'widths'], parts, axis=-1)
        attended = node('MultiHeadAttention', split, own + 'attended', MICROSOFT, num_heads=heads)
        dense = linear(own + 'attention.output.dense', [own + 'attention.output.dense'], attended)
        y = norm(node('Add', [dense, x], own + 'attention and input'), own + 'attention.output.LayerNorm')
        wide = node('Gelu', [linear(own + 'intermediate.dense', [own + 'intermediate.dense'], y)], own + 'gelu', MICROSOFT)
        dense = linear(own + 'output.dense', [own + 'output.dense'], wide)
        x = norm(node('Add', [dense, y], own + 'output and input'), own + 'output.LayerNorm')
    for head in ('cue', 'role'):
        product = node('MatMul', [x, constant(head + '.weight', state[head + '.weight'].T)], head + ' product')
        node('Add', [product, constant(head + '.bias', state[head + '.bias'])], head)

    def shaped(name, kind, *more):
        return helper.make_tensor_value_info(name, kind, ['windows', 'positions', *more])

    graph = helper.make_graph(
        nodes, 'tagger', [shaped(n, TensorProto.INT64) for n in ('input_ids', 'token_type_ids')],
        [shaped(h, TensorProto.FLOAT, state[h + '.bias'].size) for h in ('cue', 'role')], constants)
    opsets = [helper.make_opsetid('', 17), helper.make_opsetid(MICROSOFT, 1)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name='hearsay'), path)


def read(path):
    """The weights of such a graph back, by their PyTorch names: what training can start from."""
    values = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    state = {}
    for name, value in values.items():
        stem, _, field = name.rpartition('.')
        if name + '.zero' in values:
            state[name] = (value.astype(np.float32) - np.float32(values[name + '.zero'])) * values[name + '.scale']
        elif field in ('weight', 'bias'):
            plain = (value * values.get(stem + '.scale', np.float32(1))).T if value.ndim == 2 else value
            if stem.endswith('attention.self'):
                state.update((f'{stem}.{part}.{field}', piece) for part, piece in zip(PARTS, np.split(plain, 3)))
            else:
                state[name] = plain
    return state
