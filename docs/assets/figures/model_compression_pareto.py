"""Size against accuracy of a digits network under four methods of compression, before and after fine-tuning."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_digits

Layers = list[tuple[np.ndarray, np.ndarray, bool]]  # weights (in, out), bias, whether a ReLU follows


def forward(net: Layers, X: np.ndarray) -> list[np.ndarray]:
    out = [X]
    for W, b, relu in net:
        Z = out[-1] @ W + b
        out.append(np.maximum(Z, 0) if relu else Z)
    return out


def train(net: Layers, X: np.ndarray, y: np.ndarray, epochs: int, lr: float, seed: int, view=None) -> Layers:
    """The trainer of the notebook: the gradient at view(W) is applied to W."""
    view, rng = view or (lambda k, W: W), np.random.default_rng(seed)
    net = [(W.copy(), b.copy(), relu) for W, b, relu in net]
    speed = [(np.zeros_like(W), np.zeros_like(b)) for W, b, _ in net]
    for epoch in range(epochs):
        for rows in np.array_split(rng.permutation(len(X)), len(X) // 50):
            used = [(view(k, W), b, relu) for k, (W, b, relu) in enumerate(net)]
            out = forward(used, X[rows])
            D = np.exp(out[-1] - out[-1].max(axis=1, keepdims=True))
            D /= D.sum(axis=1, keepdims=True)
            D[np.arange(len(rows)), y[rows]] -= 1
            D /= len(rows)
            for k in reversed(range(len(net))):
                D = D * (out[k + 1] > 0) if net[k][2] else D
                gradients = (out[k].T @ D, D.sum(axis=0))
                D = D @ used[k][0].T
                for stored, v, g in zip(net[k][:2], speed[k], gradients, strict=True):
                    v *= 0.9
                    v -= lr * (1 - epoch / epochs) * g
                    stored += v
    return [(view(k, W), b, relu) for k, (W, b, relu) in enumerate(net)]


def rounded(W: np.ndarray, bits: int) -> np.ndarray:
    top = 2 ** (bits - 1) - 1
    scale = np.abs(W).max(axis=0, keepdims=True) / top
    return np.rint(W / scale) * scale


def factored(net: Layers, k: int) -> Layers:
    thin: Layers = []
    for W, b, relu in net:
        if k * sum(W.shape) < W.size:
            U, s, Vt = np.linalg.svd(W, full_matrices=False)
            root = np.sqrt(s[:k])
            thin += [(U[:, :k] * root, np.zeros(k), False), (root[:, None] * Vt[:k], b, relu)]
        else:
            thin.append((W, b, relu))
    return thin


def fewer_units(net: Layers, keep: int) -> Layers:
    """The hidden units with the largest product of incoming and outgoing norm."""
    (A, a, _), (B, b, _), (C, c, _) = net
    one = np.sort(np.argsort(-np.linalg.norm(A, axis=0) * np.linalg.norm(B, axis=1))[:keep])
    two = np.sort(np.argsort(-np.linalg.norm(B, axis=0) * np.linalg.norm(C, axis=1))[:keep])
    return [(A[:, one], a[one], True), (B[np.ix_(one, two)], b[two], True), (C[two], c, False)]


def measure() -> tuple[float, dict[str, list[tuple[float, float, float]]]]:
    """Accuracy of the network, and (size, accuracy, accuracy after 10 epochs) in percent for each method."""
    X, y = load_digits(return_X_y=True)
    order = np.random.default_rng(0).permutation(len(X))
    (X, rest), (y, held) = np.split(X[order] / 16, [1200]), np.split(y[order], [1200])
    rng, net = np.random.default_rng(1), []
    for rows, columns, gain in ((64, 128, 2), (128, 128, 2), (128, 10, 1)):
        net.append((rng.normal(size=(rows, columns)) * np.sqrt(gain / rows), np.zeros(columns), gain == 2))
    net = train(net, X, y, 40, 0.1, 2)
    total = sum(W.size for W, _, _ in net)
    magnitudes = np.sort(np.concatenate([np.abs(W).ravel() for W, _, _ in net]))

    def score(model: Layers) -> float:
        return 100 * float((forward(model, rest)[-1].argmax(axis=1) == held).mean())

    def point(bits: float, model: Layers, start: Layers, view=None) -> tuple[float, float, float]:
        return 100 * bits / (32 * total), score(model), score(train(start, X, y, 10, 0.02, 3, view))

    points: dict[str, list[tuple[float, float, float]]] = {"bits": [], "units": [], "rank": [], "zeros": []}
    for b in (8, 6, 4, 3, 2):
        before, after = [(rounded(W, b), c, r) for W, c, r in net], lambda k, W, b=b: rounded(W, b)
        points["bits"].append(point(b * total + 32 * 266, before, net, after))
    for share in (0.5, 0.7, 0.8, 0.9, 0.95):
        cut = magnitudes[round(share * total)]
        masks = [np.abs(W) >= cut for W, _, _ in net]
        sparse = [(W * mask, c, r) for (W, c, r), mask in zip(net, masks, strict=True)]
        points["zeros"].append(point(total * (33 - 32 * share), sparse, sparse, lambda k, W, m=masks: W * m[k]))
    for k in (48, 32, 16, 8, 4):
        thin = factored(net, k)
        points["rank"].append(point(32 * sum(W.size for W, _, _ in thin), thin, thin))
    for keep in (96, 64, 48, 32, 24):
        small = fewer_units(net, keep)
        points["units"].append(point(32 * sum(W.size for W, _, _ in small), small, small))
    return score(net), points


def draw() -> Figure:
    full, points = measure()
    figure, axes = plt.subplots(2, 1, figsize=(6, 6.6), sharex=True)
    looks = {
        "bits": ("o-", "fewer bits: faster with kernels"),
        "units": ("D-", "fewer units: faster"),
        "rank": ("^:", "low rank: faster"),
        "zeros": ("s--", "scattered zeros: not faster"),
    }
    for axis, column, title in zip(axes, (1, 2), ("compressed, not retrained", "after 10 epochs of fine-tuning"), strict=True):
        for name, (style, label) in looks.items():
            values = np.array(points[name])
            face = "none" if name == "zeros" else None
            axis.plot(values[:, 0], values[:, column], style, label=label, markerfacecolor=face)
        axis.axhline(full, color="0.4", linewidth=1)
        axis.set(xscale="log", ylabel="test accuracy (%)", title=title)
    axes[0].set(ylim=(35, 103))
    axes[1].set(ylim=(88, 100), xlabel="stored size (% of 32-bit weights)")
    axes[1].set_xticks([5, 10, 20, 50, 100], ["5", "10", "20", "50", "100"])
    axes[1].minorticks_off()
    axes[0].legend(loc="lower right")
    return figure
