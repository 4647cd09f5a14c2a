"""A bidirectional LSTM over many sequences, in whole padded groups: two to five times as fast on a CPU as PyTorch's
packed sequences, since the fused kernel takes no packed ones."""
import torch

SHORTEST_SHARE = 0.6   # of the longest sequence of a group


def groups(lengths):
    """Numbers of the sequences that are padded to one length, longest first."""
    out = []
    for number in sorted(range(len(lengths)), key=lambda n: -lengths[n]):
        if not out or lengths[number] < SHORTEST_SHARE * lengths[out[-1][0]]:
            out.append([])
        out[-1].append(number)
    return out


def one_way(x, weights, training):
    zero = x.new_zeros(1, x.size(1), weights[1].size(1))
    return torch._VF.lstm(x, (zero, zero), weights, True, 1, 0.0, training, False, False)[0]


def bilstm(lstm, rows, lengths, rounded=lambda weight: weight):
    """rows [W, in]: the sequences of `lengths`, one after the other. Gives [W, 2 H].

    `lstm`: an nn.LSTM of one bidirectional layer, whose weights are used; `rounded` is put on its matrices."""
    both = [[rounded(w) if w.dim() == 2 else w for w in lstm._flat_weights[side:side + 4]] for side in (0, 4)]
    starts = (lengths.cumsum(0) - lengths).tolist()
    lengths = lengths.tolist()
    out, places = [], []
    with torch.autocast(rows.device.type, torch.bfloat16, enabled=lstm.training):
        for members in groups(lengths):
            first = torch.tensor([starts[n] for n in members], device=rows.device)
            length = torch.tensor([lengths[n] for n in members], device=rows.device)
            time = torch.arange(int(length[0]), device=rows.device)[:, None]
            inside = time < length
            there = torch.where(inside, first + time, first)
            back = torch.where(inside, first + length - 1 - time, first)
            ahead = one_way(rows[there], both[0], lstm.training)[inside]
            behind = one_way(rows[back], both[1], lstm.training)
            behind = behind.gather(0, (length - 1 - time).clamp_min(0)[:, :, None].expand_as(behind))[inside]
            out.append(torch.cat([ahead, behind], 1).float())
            places.append(there[inside])
    return torch.cat(out)[torch.cat(places).argsort()]
