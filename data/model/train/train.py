"""Trains the attribution tagger and writes ONNX weights: see README.md beside this file for the one command."""
import argparse
import os
import random
import time

import torch
from torch import nn
from transformers import AutoTokenizer

from corpus import Pieces, batches, corrupt, examples, read
from network import Tagger, export, restore


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('corpus', nargs='+', help='JSONL files with text and gold attributions')
    p.add_argument('--base', required=True, help='folder of the MiniLM encoder (config, weights, tokenizer)')
    p.add_argument('--start', help='checkpoint (.pt) or folder of an exported model to go on from')
    p.add_argument('--out', default='.', help='folder to write the model into')
    p.add_argument('--epochs', type=float, default=4)
    p.add_argument('--rate', type=float, default=2e-4, help='learning rate of the encoder; the heads learn five times as fast')
    p.add_argument('--tokens', type=int, default=3000, help='word pieces a batch, about')
    p.add_argument('--corrupt', type=float, default=.2, help='share of articles read with defects')
    p.add_argument('--seed', type=int, default=0)
    p.add_argument('--threads', type=int, default=os.cpu_count())
    return p.parse_args()


def collate(batch, device):
    """Windows, and the cues in them → what the network reads, and its two labels."""
    width = max(len(ids) for ids, _, _ in batch)
    pad = lambda rows, fill: torch.tensor([row + [fill] * (width - len(row)) for row in rows], dtype=torch.long, device=device).view(-1, width)
    cues = [(k, *cue) for k, (_, _, found) in enumerate(batch) for cue in found]
    read = (pad([ids for ids, _, _ in batch], 0), pad([[1] * len(ids) for ids, _, _ in batch], 0),
            torch.tensor([k for k, _, _ in cues], dtype=torch.long, device=device), pad([marked for _, marked, _ in cues], 0))
    return read, pad([labels for _, labels, _ in batch], -100), pad([labels for _, _, labels in cues], -100)


def loss_of(logits, labels):
    """Mean cross entropy; 0 where nothing is labelled."""
    total = nn.functional.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=-100, reduction='sum')
    return total / max(1, int((labels >= 0).sum()))


def groups(net, rate):
    """Weight decay on weight matrices only; the new heads learn faster than the encoder, whose embeddings stay as they are."""
    net.embeddings.requires_grad_(False)
    plain = lambda n: 'bias' in n or 'LayerNorm' in n
    new = lambda n: not n.startswith(('layers.', 'roles.'))
    named = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    return [{'params': [p for n, p in named if not new(n) and not plain(n)], 'weight_decay': .01, 'lr': rate},
            {'params': [p for n, p in named if not new(n) and plain(n)], 'weight_decay': 0, 'lr': rate},
            {'params': [p for n, p in named if new(n)], 'weight_decay': 0, 'lr': rate * 5}]


def main():
    a = arguments()
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    tokenizer = AutoTokenizer.from_pretrained(a.base)
    articles = list(read(a.corpus))
    net = Tagger(a.base)
    if a.start:
        restore(net, a.start)
    net.to(device).train()

    plan = []
    for _ in range(int(-(-a.epochs // 1))):
        read_as = [corrupt(x, rng) if rng.random() < a.corrupt else x for x in articles]
        plan += batches((e for x in read_as for e in examples(Pieces(x, tokenizer), tokenizer.cls_token_id, tokenizer.sep_token_id)), a.tokens, rng)
    steps = int(len(plan) * a.epochs / -(-a.epochs // 1))
    optimiser = torch.optim.AdamW(groups(net, a.rate))
    base = [g['lr'] for g in optimiser.param_groups]
    began, seen, losses = time.time(), 0, []
    for step, batch in enumerate(plan[:steps]):
        factor = min(1, (step + 1) / (.06 * steps)) * (steps - step) / steps
        for group, rate in zip(optimiser.param_groups, base):
            group['lr'] = rate * factor
        read_as, cues, roles = collate(batch, device)
        with torch.autocast(device, dtype=torch.bfloat16):
            cue, role = net(*read_as)
        parts = loss_of(cue, cues), loss_of(role, roles)
        optimiser.zero_grad()
        sum(parts).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.)
        optimiser.step()
        seen += int(read_as[1].sum())
        losses.append([part.item() for part in parts])
        if step % 50 == 49:
            cue_loss, role_loss = (sum(column) / 50 for column in zip(*losses[-50:]))
            print(f'{step + 1}/{steps} cue {cue_loss:.4f} role {role_loss:.4f} {seen / (time.time() - began):.0f} word pieces/s', flush=True)
        if step % 200 == 199:
            torch.save(net.state_dict(), f'{a.out}/checkpoint.pt')
    torch.save(net.state_dict(), f'{a.out}/checkpoint.pt')
    export(net, a.out)
    print('wrote', a.out)


if __name__ == '__main__':
    main()
