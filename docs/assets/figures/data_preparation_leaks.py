"""AUC for labels that cannot be predicted, with four leaks and without them, on eight data sets each."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from numpy.random import Generator
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

_FOLDS = StratifiedKFold(5, shuffle=True, random_state=0)


def _auc(model: object, x: np.ndarray, y: np.ndarray, **options: object) -> float:
    return float(cross_val_score(model, x, y, scoring="roc_auc", **{"cv": _FOLDS, **options}).mean())


def _selection(rng: Generator) -> tuple[float, float]:
    x, y, model, pick = rng.normal(size=(100, 2000)), np.arange(100) % 2, LogisticRegression(), SelectKBest(k=20)
    return _auc(model, pick.fit_transform(x, y), y), _auc(make_pipeline(pick, model), x, y)


def _oversample(x: np.ndarray, y: np.ndarray, rng: Generator) -> tuple[np.ndarray, np.ndarray]:
    rare = x[y == 1]
    near = np.argsort(((rare[:, None] - rare[None]) ** 2).sum(axis=2), axis=1)[:, 1:6]
    i, j = rng.integers(len(rare), size=(y == 0).sum() - len(rare)), rng.integers(5, size=(y == 0).sum() - len(rare))
    made = rare[i] + rng.random((len(i), 1)) * (rare[near[i, j]] - rare[i])
    return np.vstack([x, made]), np.r_[y, np.ones(len(made), int)]


def _smote(rng: Generator) -> tuple[float, float]:
    x, y, inside = rng.normal(size=(600, 10)), (np.arange(600) < 30).astype(int), []
    for train, test in _FOLDS.split(x, y):
        model = KNeighborsClassifier().fit(*_oversample(x[train], y[train], rng))
        inside.append(roc_auc_score(y[test], model.predict_proba(x[test])[:, 1]))
    return _auc(KNeighborsClassifier(), *_oversample(x, y, rng)), float(np.mean(inside))


def _users(rng: Generator) -> tuple[float, float]:
    user = np.repeat(np.arange(100), 10)
    x, y = rng.normal(size=(100, 5))[user] + 0.3 * rng.normal(size=(1000, 5)), (rng.permutation(100) % 2)[user]
    return _auc(KNeighborsClassifier(), x, y), _auc(KNeighborsClassifier(), x, y, cv=GroupKFold(5), groups=user)


def _scaler(rng: Generator) -> tuple[float, float]:
    x, y = rng.normal(size=(400, 10)), np.arange(400) % 2
    whole = StandardScaler().fit_transform(x)
    return _auc(LogisticRegression(), whole, y), _auc(make_pipeline(StandardScaler(), LogisticRegression()), x, y)


def draw() -> Figure:
    figure, axes = plt.subplots()
    rows: list[tuple[str, Callable[[Generator], tuple[float, float]]]] = [
        ("scaler fitted\non all rows", _scaler),
        ("10 rows a user\nin random folds", _users),
        ("SMOTE before\nthe folds", _smote),
        ("20 of 2,000 features\npicked on all rows", _selection),
    ]
    for row, (_, run) in enumerate(rows):
        wrong, right = np.array([run(np.random.default_rng(seed)) for seed in range(8)]).T
        axes.plot(right, np.full(8, row - 0.15), "o", color="C0", alpha=0.7, label="correct" if row == 0 else None)
        axes.plot(wrong, np.full(8, row + 0.15), "^", color="C1", alpha=0.7, label="with the leak" if row == 0 else None)
    axes.axvline(0.5, color="0.4", linestyle=":", linewidth=1)
    axes.set(xlabel="cross-validated AUC (truth: 0.5)", xlim=(0.2, 1.02), ylim=(-0.5, 3.5))
    axes.set_yticks(range(4), [name for name, _ in rows])
    axes.legend(loc="lower right")
    return figure
