"""The network: summed embeddings of a word's features, a bidirectional GRU, a small head."""
import torch
from torch import nn
from torch.nn import functional

COMPETITORS = 2048
FORM_FEATURES = 6  # the first features of a word speak of the word itself; the others of its place


class Encoder(nn.Module):
    def __init__(self, table_size, embedding, hidden):
        super().__init__()
        self.table = nn.Embedding(table_size, embedding, padding_idx=0)
        nn.init.normal_(self.table.weight, std=0.06)
        with torch.no_grad():
            self.table.weight[0] = 0
        self.mask = nn.Parameter(torch.randn(embedding) * 0.06)
        self.gru = nn.GRU(embedding, hidden, batch_first=True, bidirectional=True)

    def embed(self, features):
        batch, time, count = features.shape
        summed = functional.embedding_bag(features.reshape(-1, count), self.table.weight, mode="sum")
        return summed.reshape(batch, time, -1)

    def forward(self, embedded):
        return self.gru(embedded)[0]


class MaskedWords(nn.Module):
    """Predicts hidden words from what stands around them; its output layer is the table of words itself."""

    def __init__(self, encoder, vocabulary):
        super().__init__()
        self.encoder = encoder
        self.vocabulary = vocabulary
        hidden = encoder.gru.hidden_size
        self.project = nn.Sequential(nn.Linear(2 * hidden, encoder.table.embedding_dim), nn.GELU(), nn.LayerNorm(encoder.table.embedding_dim))
        self.bias = nn.Parameter(torch.zeros(vocabulary))

    def forward(self, features, hidden_words):
        visible = features.clone()
        visible[..., :FORM_FEATURES] *= (~hidden_words).long().unsqueeze(-1)
        embedded = self.encoder.embed(visible) + hidden_words.unsqueeze(-1) * self.encoder.mask
        states = self.encoder(embedded)[hidden_words]
        targets = features[..., 0][hidden_words] - 1
        known = targets < self.vocabulary
        candidates, places = self.choose(targets[known])
        rows = self.encoder.table.weight[candidates + 1]
        return self.project(states[known]) @ rows.T * 4 + self.bias[candidates], places

    def choose(self, targets):
        """All hidden words and a sample of others compete: the whole vocabulary costs six times the network."""
        others = torch.randint(self.vocabulary, (COMPETITORS,))
        candidates, places = torch.unique(torch.cat([targets, others]), return_inverse=True)
        return candidates, places[: len(targets)]


class KeepWords(nn.Module):
    """Says for each word how probably a reader needs it."""

    def __init__(self, encoder, width=48, dropout=0.0):
        super().__init__()
        self.encoder = encoder
        hidden = encoder.gru.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Sequential(nn.Linear(2 * hidden, width), nn.ReLU(), nn.Linear(width, 1))

    def forward(self, features, lengths=None):
        embedded = self.dropout(self.encoder.embed(features))
        if lengths is None:
            return self.head(self.dropout(self.encoder(embedded))).squeeze(-1)
        packed = nn.utils.rnn.pack_padded_sequence(embedded, lengths, batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.encoder.gru(packed)[0], batch_first=True, total_length=features.shape[1])
        return self.head(states).squeeze(-1)
