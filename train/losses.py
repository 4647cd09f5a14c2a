"""Losses of one batch, by name, and their weights."""
import torch
import torch.nn.functional as F

from labels import IGNORE

WEIGHTS = {"arcs": 1.0, "labels": 1.0, "upos": 0.5, "xpos": 0.5, "feats": 0.3, "lemma": 0.5, "sentence": 0.5,
           "names": 2.0, "cue": 2.0, "roles": 1.0, "coref": 1.0, "mentions": 0.2}
PRUNE = 0.35


def tag_losses(model, h, gold):
    for name in ("upos", "xpos", "feats", "lemma", "sentence", "cue"):
        if name in gold:
            yield name, F.cross_entropy(model.linear[name](h), gold[name], ignore_index=IGNORE)


def name_loss(model, h, rows, masks):
    """Minus log of the summed probability of the labels that the corpus leaves possible."""
    scores = model.linear["names"](h)
    possible = scores.masked_fill(~masks[rows], -1e9)
    return (scores.logsumexp(1) - possible.logsumexp(1)).mean()


def tree_losses(model, h, batch):
    heads, sentences = batch.gold["heads"], batch.sentences
    scores = model.arcs(h, sentences)
    starts = sentences[:, :1]
    gold = heads[sentences.clamp_min(0)]
    columns = torch.where(gold < 0, 0, gold - starts + 1).masked_fill(sentences < 0, IGNORE)
    yield "arcs", F.cross_entropy(scores.flatten(0, 1), columns.flatten(), ignore_index=IGNORE)
    yield "labels", F.cross_entropy(model.relations(h, heads), batch.gold["relations"], ignore_index=IGNORE)


def role_loss(model, h, cues):
    arguments = {k: v for k, v in cues.items() if k != "tags"}
    tags = cues["tags"]
    loss = F.cross_entropy(model.roles(h, **arguments).flatten(0, 1), tags.flatten(), ignore_index=IGNORE)
    # A batch with few cues must not count as much as a full one.
    return loss * min(1.0, len(tags) / 16)


def kept_candidates(scores, layers, share=PRUNE):
    """Numbers of the words that may be linked: the best-scored ones, and in training all gold ones."""
    candidate = layers["candidate"]
    gold = layers["cluster"] > 0 if "cluster" in layers else torch.zeros_like(candidate)
    ranked = scores.detach().masked_fill(~candidate, -1e9).masked_fill(gold, 1e9)
    count = min(int(share * len(scores)), int((candidate | gold).sum()))
    count = max(count, int(gold.sum()))
    return ranked.topk(count).indices.sort().values


def coref_losses(model, h, layers):
    """Marginal likelihood of the gold antecedents, and whether a word heads a mention of a cluster."""
    scores = model.coref.mention_scores(h)
    kept = kept_candidates(scores, layers)
    links, ante = model.coref(h[kept], scores[kept], kept, layers["sentence"][kept],
                              layers["string"][kept], layers["kind"][kept])
    cluster = layers["cluster"][kept]
    right = (cluster[:, None] == cluster[ante]) & (cluster[:, None] > 0) & (links > -1e8)
    dummy = links.new_zeros(len(links), 1)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    links = torch.cat([dummy, links], 1)
    yield "coref", (links.logsumexp(1) - links.masked_fill(~right, -1e9).logsumexp(1)).mean()
    heads = (layers["cluster"] > 0).float()
    yield "mentions", F.binary_cross_entropy_with_logits(scores, heads)


def losses(model, batch, masks):
    h = model.word_vectors(batch)
    out = dict(tag_losses(model, h, batch.gold))
    if "names" in batch.gold:
        out["names"] = name_loss(model, h, batch.gold["names"], masks)
    if batch.sentences is not None:
        out.update(tree_losses(model, h, batch))
    if batch.cues is not None:
        out["roles"] = role_loss(model, h, batch.cues)
    if batch.coref is not None:
        out.update(coref_losses(model, h, batch.coref))
    return out


def total(parts, changed):
    weights = WEIGHTS | changed
    return sum(weights[name] * loss for name, loss in parts.items())
