"""Thins a trained tagger and writes ONNX weights: see README.md beside this file.

From the inner units of each layer those are taken that the others can best stand in for: one after the other the one whose loss
costs least after the rest have been fitted again by least squares (Hassibi and Stork 1993, of whole units), so that the thinned
layer, which reads what the thinned layers below make, comes as near as it can to what the full network makes.
"""
import argparse
import os
import random

import torch
from torch import nn
from transformers import AutoTokenizer

from corpus import Pieces, batches, examples, read
from network import Tagger, attend, export, masking, resize, restore, units
from train import collate

# Of the square of what a layer adds to its input. What lower layers lose grows in those above: they may lose less.
LOST = (.002, .004, .006, .006, .006, .01, .006, .01)
# Units are taken in such numbers, which vectors of processors divide.
STEP = 32
# How much weights are held where they are, of the mean square of a unit.
RIDGE = 1e-4


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('corpus', nargs='+', help='JSONL files as training reads them')
    p.add_argument('--base', required=True, help='folder of the MiniLM encoder (config, weights, tokenizer)')
    p.add_argument('--start', required=True, help='checkpoint (.pt) or folder of an exported model')
    p.add_argument('--out', default='.', help='folder to write the model into')
    p.add_argument('--lost', type=float, nargs='+', default=LOST, help='what each layer may lose: those for words and cues, then those for roles')
    p.add_argument('--articles', type=int, default=160)
    p.add_argument('--seed', type=int, default=0)
    p.add_argument('--threads', type=int, default=os.cpu_count())
    return p.parse_args()


def thin(net, data, lost):
    """Thins all layers of `net`, from below; `data`: batches as the network reads them."""
    lost = iter(lost)
    flows = []
    for ids, mask, _, _ in data:
        x = net.embeddings(input_ids=ids, token_type_ids=torch.zeros_like(ids))
        flows.append((x, x, mask))
    for k, layer in enumerate(net.layers):
        flows = thin_layer(layer, flows, next(lost), net.drop)
        if k == net.shared - 1:
            shared = flows
    # Every second cue is enough: there are more of them than windows.
    flows = []
    for (full, thinned, mask), (_, _, window, marked) in zip(shared, data):
        mark = marked[::2, :, None] * net.mark
        flows.append((full[window[::2]] + mark, thinned[window[::2]] + mark, mask[window[::2]]))
    for layer in net.roles:
        flows = thin_layer(layer, flows, next(lost), net.drop)


def thin_layer(layer, flows, lost, drop):
    """`flows`: of each batch what the layer reads in the full network, what it reads in the thinned one, and the mask → the same of the next layer."""
    inner, outer = layer.intermediate.dense, layer.output.dense
    wide = inner.out_features
    gram, cross, total = torch.zeros(wide + 1, wide + 1).double(), torch.zeros(wide + 1, outer.out_features).double(), 0.
    halves = []
    for full, thinned, mask in flows:
        y, x, seen = attend(layer, full, masking(mask), drop), attend(layer, thinned, masking(mask), drop), mask.bool()
        whole = outer(units(layer, y)) + y
        made = nn.functional.pad(units(layer, x)[seen], (0, 1), value=1).double()
        due = (whole - x)[seen].double()
        gram, cross, total = gram + made.T @ made, cross + made.T @ due, total + float((due ** 2).sum())
        halves.append((whole, x, mask))
    held = RIDGE * gram.diagonal()[:-1].mean() * torch.ones(wide + 1).double()
    held[-1] = 0
    gram, cross = gram + held.diag(), cross + held[:, None] * torch.cat([outer.weight.T, outer.bias[None]])
    kept = survivors(gram, cross, lost * total)
    rows = torch.cat([kept, torch.tensor([wide])])
    weights = torch.linalg.solve(gram[rows][:, rows], cross[rows]).float()

    resize(layer, len(kept))
    layer.intermediate.dense.load_state_dict({'weight': inner.weight[kept], 'bias': inner.bias[kept], 'largest': inner.largest})
    layer.output.dense.load_state_dict({'weight': weights[:-1].T, 'bias': weights[-1], 'largest': outer.largest[kept]})
    print(f'{len(kept)} of {wide} inner units kept', flush=True)
    norm = layer.output.LayerNorm
    return [(norm(whole), norm(layer.output.dense(units(layer, x)) + x), mask) for whole, x, mask in halves]


def survivors(gram, cross, bearable):
    """Which units are left when as many are taken as add at most `bearable` to the squared error; the last row is no unit but the bias."""
    inverse = torch.linalg.inv(gram)
    weights = inverse @ cross
    alive = torch.ones(len(gram), dtype=torch.bool)
    taken, lost = [], 0.
    while len(taken) < len(gram) - 1 - STEP:
        cost = (weights ** 2).sum(1) / inverse.diagonal().clamp(min=1e-30)
        cost[~alive], cost[-1] = torch.inf, torch.inf
        unit = int(cost.argmin())
        lost += float(cost[unit])
        if lost > bearable:
            break
        taken.append(unit)
        alive[unit] = False
        column = inverse[:, unit] / inverse[unit, unit]
        weights -= column[:, None] * weights[unit]
        inverse -= column[:, None] * inverse[unit].clone()
        weights[unit], inverse[unit], inverse[:, unit], inverse[unit, unit] = 0, 0, 0, 1
    alive[taken[len(taken) // STEP * STEP:]] = True
    return torch.nonzero(alive[:-1])[:, 0]


def main():
    a = arguments()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    rng = random.Random(a.seed)
    tokenizer = AutoTokenizer.from_pretrained(a.base)
    net = Tagger(a.base)
    restore(net, a.start)
    if len(a.lost) != len(net.layers) + len(net.roles):
        raise SystemExit(f'--lost needs {len(net.layers) + len(net.roles)} numbers, one for each layer')
    # As in training it notes how far activations get, but drops nothing.
    net.train()
    for part in net.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.
    articles = list(read(a.corpus))
    rng.shuffle(articles)
    read_as = (e for x in articles[:a.articles] for e in examples(Pieces(x, tokenizer), tokenizer.cls_token_id, tokenizer.sep_token_id))
    data = [collate(batch, 'cpu')[0] for batch in batches(read_as, 3000, rng)]
    with torch.no_grad():
        for batch in data:
            net(*batch)
        thin(net, data, a.lost)
    torch.save(net.state_dict(), f'{a.out}/checkpoint.pt')
    export(net, a.out)
    print('wrote', a.out)


if __name__ == '__main__':
    main()
