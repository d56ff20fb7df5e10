"""The tagger: a MiniLM encoder with a cue head and a role head on its last layer, and its way into ONNX and back."""
import torch
from torch import nn
from transformers import AutoModel

from graph import read, write


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
    """What the program runs; the network is left as it is."""
    write({name: value.float().numpy() for name, value in net.cpu().state_dict().items()}, path)


def restore(net, path):
    """Weights that `export` wrote back into the network, a start for further training."""
    net.load_state_dict({name: torch.tensor(value.copy()) for name, value in read(path).items()})
