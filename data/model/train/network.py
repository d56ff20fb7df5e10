"""The tagger: a MiniLM encoder with a cue head and a role head on its last layer, and its way into ONNX and back."""
import torch
from torch import nn
from transformers import AutoModel


class Tagger(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.b = AutoModel.from_pretrained(base, add_pooling_layer=False, attn_implementation='eager')
        width = self.b.config.hidden_size
        self.cue, self.role, self.drop = nn.Linear(width, 3), nn.Linear(width, 5), nn.Dropout(.1)

    def forward(self, input_ids, token_type_ids, attention_mask):
        hidden = self.b(input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask).last_hidden_state
        hidden = self.drop(hidden)
        return self.cue(hidden), self.role(hidden)


def export(net, path):
    """ONNX with 8-bit weights in reduced range: full range saturates on processors without VNNI."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    net = net.float().eval()
    sample = torch.randint(1000, 2000, (2, 16))
    plain = path + '.fp32'
    axes = {0: 'batch', 1: 'tokens'}
    names = ['input_ids', 'token_type_ids', 'attention_mask']
    torch.onnx.export(net, (sample, torch.zeros_like(sample), torch.ones_like(sample)), plain, input_names=names,
                      output_names=['cue', 'role'], dynamic_axes={n: axes for n in [*names, 'cue', 'role']},
                      opset_version=17, dynamo=False)
    quantize_dynamic(plain, path, weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)


def restore(net, path):
    """Weights of an exported 8-bit model back into the network, a start for further training; returns how many it found.

    Names are compared without the wrapper that an export may have put around the network (`n.b.encoder…` is `b.encoder…`),
    weight matrices by the name of the node that multiplies with them.
    """
    import numpy as np
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    values = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    state, found = net.state_dict(), set()

    def plain(name):
        value, stem = values[name], name.removesuffix('_quantized')
        if stem == name:
            return value
        return (value.astype(np.float32) - values[stem + '_zero_point'].astype(np.float32)) * values[stem + '_scale']

    def put(target, value):
        if tuple(state[target].shape) != value.shape:
            raise SystemExit(f'{path}: {target} is {value.shape}, the network wants {tuple(state[target].shape)}')
        state[target] = torch.tensor(value.copy())
        found.add(target)

    def own(name):
        return next((n for n in (name, name.split('.', 1)[-1]) if n in state), None)

    for name in values:
        target = own(name.removesuffix('_quantized'))
        if target:
            put(target, plain(name))
    for node in graph.node:
        if node.op_type == 'MatMulInteger' and node.input[1] in values:
            target = own(node.name.strip('/').rsplit('/', 1)[0].replace('/', '.') + '.weight')
            if target:
                put(target, plain(node.input[1]).T)
    net.load_state_dict(state)
    return len(found), len(state)
