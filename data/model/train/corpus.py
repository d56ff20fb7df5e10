"""Articles with gold attributions → windows of word pieces with labels.

A corpus is JSONL, one article a line: {"text", "attributions": [{"source": [[s, e], …], "cue": …, "content": …}]},
offsets in UTF-16 code units, end-exclusive. The windows are those of src/extract/windows.ts: what the tagger reads at
run time is what it learned from.
"""
import bisect
import json
import random
import re

WINDOW = 128          # word pieces: a paragraph up to this length is one window
LIMIT = 160           # no window is longer

SENTENCE_END = re.compile(r'(?<=[.!?])["”’\')\]]*\s+(?=["“‘(\[]?[A-Z0-9])|\n+')


def read(paths):
    for path in paths:
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                if line.strip():
                    yield to_code_points(json.loads(line))


def to_code_points(article):
    """UTF-16 offsets → Python's code points (they differ only where the text has astral characters)."""
    text = article['text']
    if all(ord(c) <= 0xFFFF for c in text):
        return article
    units = [0]
    for c in text:
        units.append(units[-1] + (2 if ord(c) > 0xFFFF else 1))
    at = lambda unit: bisect.bisect_left(units, unit)
    move = lambda spans: [[at(s), at(e)] for s, e in spans or []]
    return {**article, 'attributions': [{k: move(a.get(k)) for k in ('source', 'cue', 'content')} for a in article['attributions']]}


def corrupt(article, rng):
    """A copy with the defects of machine-translated and badly pasted news; gold spans move with the text."""
    text, out, where = article['text'], [], []
    straight = rng.random() < .5
    unquoted = rng.random() < .15
    for i, c in enumerate(text):
        where.append(len(out))
        if c in '“”' and unquoted:
            continue
        if c in '“”' and straight:
            c = '"'
        elif c in '‘’' and straight:
            c = "'"
        elif c == ' ' and rng.random() < .006:
            continue                                  # two words run together
        elif c.isalpha() and (i == 0 or text[i - 1] == ' ') and rng.random() < .01:
            c = c.upper()                             # a stray capital
        elif c == ',' and rng.random() < .03:
            out.append('.')                           # a stray stop
            continue
        out.append(c)
    where.append(len(out))
    move = lambda spans: [[where[s], where[e]] for s, e in spans if where[e] > where[s]]
    attributions = [{k: move(a.get(k) or []) for k in ('source', 'cue', 'content')} for a in article['attributions']]
    return {'text': ''.join(out), 'attributions': attributions}


class Pieces:
    """One article as word pieces, with the sentence and paragraph of each."""

    def __init__(self, article, tokenizer):
        text = article['text']
        encoded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        self.ids, offsets = encoded['input_ids'], encoded['offset_mapping']
        starts, ends = [s for s, _ in offsets], [e for _, e in offsets]
        bounds = sentence_starts(text)
        self.sentence = [bisect.bisect_right(bounds, s) - 1 for s in starts]
        self.paragraph = []
        for k, s in enumerate(starts):
            broken = k > 0 and '\n' in text[ends[k - 1]:s]
            self.paragraph.append((self.paragraph[-1] if k else 0) + broken)
        self.sentence_at, self.paragraph_at = extents(self.sentence), extents(self.paragraph)

        def pieces(spans):
            found = set()
            for s, e in spans or []:
                found.update(range(bisect.bisect_right(ends, s), bisect.bisect_left(starts, e)))
            return sorted(found)
        self.attributions = [tuple(pieces(a.get(k)) for k in ('source', 'cue', 'content')) for a in article['attributions']]


def sentence_starts(text):
    return [0] + [m.end() for m in SENTENCE_END.finditer(text)]


def extents(groups):
    found = {}
    for k, g in enumerate(groups):
        found[g] = (found[g][0] if g in found else k, k + 1)
    return found


def windows(doc):
    """Paragraphs, long ones in whole sentences as many as fit; together they tile the text."""
    i, n = 0, len(doc.ids)
    while i < n:
        end = doc.paragraph_at[doc.paragraph[i]][1]
        j = end if end - i <= WINDOW else i
        while j < end and min(end, doc.sentence_at[doc.sentence[j]][1]) - i <= WINDOW:
            j = min(end, doc.sentence_at[doc.sentence[j]][1])
        j = j if j > i else min(end, i + WINDOW)
        yield i, j
        i = j


def role_window(doc, cue):
    """The paragraph of the cue, or the sentences around it."""
    first, last = cue[0], cue[-1]
    low, high = doc.paragraph_at[doc.paragraph[first]][0], doc.paragraph_at[doc.paragraph[last]][1]
    if high - low > WINDOW:
        top, bottom = low, high
        low, high = max(top, doc.sentence_at[doc.sentence[first]][0]), min(bottom, doc.sentence_at[doc.sentence[last]][1])
        grown = True
        while grown:
            grown = False
            if low > top:
                left = max(top, doc.sentence_at[doc.sentence[low - 1]][0])
                if high - left <= WINDOW:
                    low, grown = left, True
            if high < bottom:
                right = min(bottom, doc.sentence_at[doc.sentence[high]][1])
                if right - low <= WINDOW:
                    high, grown = right, True
        if high - low > LIMIT:
            low = max(low, min(first - LIMIT // 2, high - LIMIT))
            high = min(high, low + LIMIT)
    return low, high


def tags(pieces, low, high, begin):
    """Positions → B/I tags: `begin` opens a run, `begin + 1` goes on."""
    for q, i in enumerate(pieces):
        if low <= i < high:
            yield i - low, begin if q == 0 or pieces[q - 1] != i - 1 else begin + 1


def examples(doc, cls, sep):
    """Windows as (ids, cue labels, [(marked, role labels) of each cue read in it]); -100 is not scored."""
    cues, found = [0] * len(doc.ids), {}
    for _, cue, _ in doc.attributions:
        for q, i in enumerate(cue):
            cues[i] = 1 if q == 0 else 2
    for low, high in windows(doc):
        found[low, high] = ([cls, *doc.ids[low:high], sep], [-100, *cues[low:high], -100], [])
    for source, cue, content in doc.attributions:
        if not cue:
            continue
        low, high = role_window(doc, cue)
        marked, labels = [0] * (high - low), [0] * (high - low)
        for i in cue:
            if low <= i < high:
                marked[i - low] = 1
        for i, tag in [*tags(source, low, high, 1), *tags(content, low, high, 3)]:
            labels[i] = tag
        if (low, high) not in found:
            found[low, high] = ([cls, *doc.ids[low:high], sep], [-100] * (high - low + 2), [])
        found[low, high][2].append(([0, *marked, 0], [-100, *labels, -100]))
    return found.values()


def batches(found, size, rng):
    """Batches of about `size` word pieces, those of each cue counted again, padded little, in random order."""
    found = list(found)
    rng.shuffle(found)
    out = []
    for at in range(0, len(found), 4000):
        batch, cost = [], 0
        for example in sorted(found[at:at + 4000], key=lambda e: len(e[0])):
            more = len(example[0]) * (1 + .5 * len(example[2]))
            if batch and cost + more > size:
                out.append(batch)
                batch, cost = [], 0
            batch.append(example)
            cost += more
        out.append(batch)
    rng.shuffle(out)
    return out
