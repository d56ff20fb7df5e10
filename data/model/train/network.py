"""The tagger: encoder layers that read a window once, above them layers for the cues in it, and layers for the roles of one marked cue."""
import copy

import torch
from torch import nn
from torch.nn.functional import gelu, scaled_dot_product_attention
from transformers import AutoModel

from graph import HEADS, read, smoothing, write


class Tagger(nn.Module):
    """`shared`: so many layers are common to cues and roles, and read before a cue is marked; 4 of 6 unless told."""

    def __init__(self, base, shared=4):
        super().__init__()
        encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        width = encoder.config.hidden_size
        self.shared, self.embeddings, self.layers = shared, encoder.embeddings, encoder.encoder.layer
        self.roles = nn.ModuleList(copy.deepcopy(layer) for layer in self.layers[shared:])
        self.mark = nn.Parameter(encoder.embeddings.token_type_embeddings.weight[1] - encoder.embeddings.token_type_embeddings.weight[0])
        self.cue, self.role, self.drop = nn.Linear(width, 3), nn.Linear(width, 5), nn.Dropout(.1)
        for layer in (*self.layers, *self.roles):
            for product in (layer.attention.self, layer.attention.output.dense, layer.intermediate.dense, layer.output.dense):
                inputs = (product.query if product is layer.attention.self else product).in_features
                product.register_buffer('largest', torch.zeros(inputs))

    def forward(self, ids, mask, window, marked):
        """ids, mask [windows, length]; window [cues]: which window each cue stands in; marked [cues, length]: 1 on the cue.

        → cue tags [windows, length, 3], role tags [cues, length, 5]."""
        bias = masking(mask)
        x = self.embeddings(input_ids=ids, token_type_ids=torch.zeros_like(ids))
        for layer in self.layers[:self.shared]:
            x = encode(layer, x, bias, self.drop)
        y = x
        for layer in self.layers[self.shared:]:
            y = encode(layer, y, bias, self.drop)
        z = x[window] + marked[..., None] * self.mark
        for layer in self.roles:
            z = encode(layer, z, bias[window], self.drop)
        return self.cue(self.drop(y)), self.role(self.drop(z))


def encode(layer, x, bias, drop):
    """One encoder layer; what its products read is rounded as the program will round it."""
    x = attend(layer, x, bias, drop)
    return layer.output.LayerNorm(drop(layer.output.dense(units(layer, x))) + x)


def attend(layer, x, bias, drop):
    """The first half of a layer: attention and its norm."""
    rows, length, width = x.shape
    own, read_as = layer.attention.self, rounded(x, layer.attention.self)
    query, key, value = (part(read_as).view(rows, length, HEADS, -1).transpose(1, 2) for part in (own.query, own.key, own.value))
    attended = scaled_dot_product_attention(query, key, value, attn_mask=bias).transpose(1, 2).reshape(rows, length, width)
    return layer.attention.output.LayerNorm(drop(layer.attention.output.dense(rounded(attended, layer.attention.output.dense))) + x)


def units(layer, x):
    """What a layer's inner units make of its first half, as its last product reads them."""
    return rounded(gelu(layer.intermediate.dense(rounded(x, layer.intermediate.dense))), layer.output.dense)


def masking(mask):
    """What is added to scores of attention so that padding is not attended to."""
    return (1 - mask.float())[:, None, None] * -1e4


def rounded(x, product):
    """`x` as `product` will read it in 8 bits: smoothed, in steps of a 255th of each window's range. Training notes how far it gets.

    Gradients pass as if nothing were rounded (Bengio et al. 2013), so that the weights learn to bear it."""
    with torch.no_grad():
        if product.training:
            product.largest.copy_(torch.maximum(product.largest, x.abs().amax((0, 1))))
        divisor = torch.from_numpy(smoothing(product.largest.cpu().numpy())).to(x.device)
        smooth = x / divisor
        low, high = smooth.amin((1, 2), True).clamp(max=0), smooth.amax((1, 2), True).clamp(min=0)
        step = ((high - low) / 255).clamp(min=1e-6)
        change = torch.round(smooth / step) * step * divisor - x
    return x + change


def export(net, folder):
    """What the program runs, as two files in `folder`; the network is left as it is."""
    write({name: value.float().numpy() for name, value in net.cpu().state_dict().items()}, folder, net.shared)


def restore(net, start):
    """Loads a checkpoint (.pt), or the weights in a folder that `export` wrote, whose layers may have been thinned."""
    if start.endswith('.pt'):
        state = torch.load(start, map_location='cpu')
    else:
        state = {name: torch.tensor(value.copy()) for name, value in read(start).items()}
    for stem, layers in (('layers', net.layers), ('roles', net.roles)):
        for k, layer in enumerate(layers):
            resize(layer, len(state[f'{stem}.{k}.intermediate.dense.weight']))
    net.load_state_dict({**net.state_dict(), **state})


def resize(layer, inner):
    """Gives a layer so many inner units; what they read and write is for the caller to say, where their number changes."""
    width = layer.intermediate.dense.in_features
    if inner == layer.intermediate.dense.out_features:
        return
    layer.intermediate.dense, layer.output.dense = nn.Linear(width, inner), nn.Linear(inner, width)
    for product in (layer.intermediate.dense, layer.output.dense):
        product.register_buffer('largest', torch.zeros(product.in_features))
