"""Trains the attribution tagger and writes ONNX weights: see README.md beside this file for the one command."""
import argparse
import os
import random
import time

import torch
from torch import nn
from transformers import AutoTokenizer

from corpus import Pieces, ROLE, batches, corrupt, examples, read
from network import Tagger, export, restore


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('corpus', nargs='+', help='JSONL files with text and gold attributions')
    p.add_argument('--base', required=True, help='folder of the MiniLM encoder (config, weights, tokenizer)')
    p.add_argument('--start', help='checkpoint (.pt) or exported model (.onnx) to go on from')
    p.add_argument('--out', default='attribution.int8.onnx')
    p.add_argument('--epochs', type=float, default=2)
    p.add_argument('--rate', type=float, default=2e-4, help='learning rate of the encoder; the heads learn five times as fast')
    p.add_argument('--tokens', type=int, default=2048, help='word pieces a batch')
    p.add_argument('--corrupt', type=float, default=.2, help='share of articles read with defects')
    p.add_argument('--seed', type=int, default=0)
    p.add_argument('--threads', type=int, default=os.cpu_count())
    return p.parse_args()


def collate(batch, device):
    width = max(len(e[1]) for e in batch)
    pad = lambda row, fill: row + [fill] * (width - len(row))
    columns = ([pad(e[1], 0) for e in batch], [pad(e[2], 0) for e in batch],
               [[1] * len(e[1]) + [0] * (width - len(e[1])) for e in batch], [pad(e[3], -100) for e in batch])
    return [torch.tensor(c, device=device) for c in columns]


def groups(net, rate):
    """Weight decay on weight matrices only; the new heads learn faster than the encoder."""
    plain = lambda n: 'bias' in n or 'LayerNorm' in n
    named = list(net.named_parameters())
    return [{'params': [p for n, p in named if n.startswith('b.') and not plain(n)], 'weight_decay': .01, 'lr': rate},
            {'params': [p for n, p in named if n.startswith('b.') and plain(n)], 'weight_decay': 0, 'lr': rate},
            {'params': [p for n, p in named if not n.startswith('b.')], 'weight_decay': 0, 'lr': rate * 5}]


def main():
    a = arguments()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    tokenizer = AutoTokenizer.from_pretrained(a.base)
    articles = list(read(a.corpus))
    net = Tagger(a.base)
    if a.start and a.start.endswith('.onnx'):
        restore(net, a.start)
    elif a.start:
        net.load_state_dict(torch.load(a.start, map_location='cpu'))
    net.to(device).train()

    plan = []
    for _ in range(int(-(-a.epochs // 1))):
        read_as = [corrupt(x, rng) if rng.random() < a.corrupt else x for x in articles]
        plan += batches((e for x in read_as for e in examples(Pieces(x, tokenizer), tokenizer.cls_token_id, tokenizer.sep_token_id)), a.tokens, rng)
    steps = int(len(plan) * a.epochs / -(-a.epochs // 1))
    optimiser = torch.optim.AdamW(groups(net, a.rate))
    base = [g['lr'] for g in optimiser.param_groups]
    began, seen, losses = time.time(), 0, {0: [], 1: []}
    for step, batch in enumerate(plan[:steps]):
        factor = min(1, (step + 1) / (.06 * steps)) * (steps - step) / steps
        for group, rate in zip(optimiser.param_groups, base):
            group['lr'] = rate * factor
        ids, types, mask, labels = collate(batch, device)
        with torch.autocast(device, dtype=torch.bfloat16):
            cue, role = net(ids, types, mask)
        kind = batch[0][0]
        logits = (role if kind == ROLE else cue).float()
        loss = nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.)
        optimiser.step()
        seen += int(mask.sum())
        losses[kind].append(loss.item())
        if step % 50 == 49:
            mean = {k: sum(v[-50:]) / max(1, len(v[-50:])) for k, v in losses.items()}
            print(f'{step + 1}/{steps} cue {mean[0]:.4f} role {mean[1]:.4f} {seen / (time.time() - began):.0f} word pieces/s', flush=True)
        if step % 200 == 199:
            torch.save(net.state_dict(), a.out + '.pt')
    torch.save(net.state_dict(), a.out + '.pt')
    export(net.cpu(), a.out)
    print('wrote', a.out)


if __name__ == '__main__':
    main()
