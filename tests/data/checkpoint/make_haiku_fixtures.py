"""BYOL's checkpoints as haiku and dill write them, and what haiku and numpy see in them.

    python make_haiku_fixtures.py 2020     with dm-haiku 0.0.3 and dill 0.3.2 (Python 3.8)
    python make_haiku_fixtures.py today    with dm-haiku 0.0.17 and dill 0.4

The network is haiku's own ResNet with BYOL's settings; everything is padded SAME, pixels have
ImageNet's mean and deviation. Writes writers/byol_*.pkl and writers/expected_haiku_*.json.
"""

import collections
import json
import pathlib
import sys

import dill
import haiku as hk
import jax
import jax.numpy as jnp
import numpy as np

from pixels import normalised

HERE = pathlib.Path(__file__).parent / "writers"

# Made here and not in a module that can be imported, so that dill writes the class itself.
_ByolExperimentState = collections.namedtuple(
    "_ByolExperimentState", ["online_params", "target_params", "online_state", "target_state", "opt_state"])


class ResNet50(hk.nets.ResNet):
    """haiku's ResNet under the name of the released one, with few channels."""

    def __init__(self, blocks, stem, bottleneck):
        bn = {"decay_rate": 0.9, "eps": 1e-5, "create_scale": True, "create_offset": True}
        out = [(4 * stem if bottleneck else stem) << i for i in range(4)]
        super().__init__(blocks_per_group=blocks, num_classes=10, bn_config=bn, resnet_v2=False,
                         bottleneck=bottleneck, channels_per_group=out,
                         use_projection=(bottleneck, True, True, True), name="res_net50")
        if self.initial_conv.output_channels != stem:
            self.initial_conv = hk.Conv2D(stem, 7, stride=2, with_bias=False, padding="SAME", name="initial_conv")

    def __call__(self, x, is_training):
        x = self.initial_conv(x)
        x = jax.nn.relu(self.initial_batchnorm(x, is_training))
        x = hk.max_pool(x, window_shape=(1, 3, 3, 1), strides=(1, 2, 2, 1), padding="SAME")
        for group in self.block_groups:
            x = group(x, is_training, False)
        return jnp.mean(x, axis=(1, 2))


def forward(blocks, stem, bottleneck):
    def apply(images, is_training=False):
        features = ResNet50(blocks, stem, bottleneck)(images, is_training)
        hidden = jax.nn.relu(hk.Linear(8, name="projector")(features))
        hk.Linear(10, name="classifier")(features)
        return features, hidden
    return hk.without_apply_rng(hk.transform_with_state(apply))


def randomised(tree, random):
    new = {}
    for module, leaves in tree.items():
        new[module] = {}
        for leaf, value in leaves.items():
            shape = np.shape(value)
            if leaf == "scale":
                made = random.uniform(0.5, 1.5, shape)
            elif "var_ema" in module:
                made = random.uniform(0.5, 2.0, shape)
            elif len(shape) == 4 and shape[:3] != (1, 1, 1):
                made = random.normal(0, (2.0 / np.prod(shape[:3])) ** 0.5, shape)
            elif leaf == "w":
                made = random.normal(0, 0.5, shape)
            else:
                made = random.normal(0, 0.2, shape)
            new[module][leaf] = np.asarray(value) if shape == () else made.astype(np.float32)
            # hidden is what batch norm has before its bias is removed: not what it uses.
            if leaf == "hidden":
                new[module][leaf] = new[module][leaf] * 0.5
    return new


def wrapped(tree, kind):
    if kind == "2020":
        from haiku._src.data_structures import FlatMapping
        return FlatMapping({k: FlatMapping({i: jnp.asarray(j) for i, j in v.items()}) for k, v in tree.items()})
    return {k: {i: jnp.asarray(j) for i, j in v.items()} for k, v in tree.items()}


def norms(params):
    told = {}
    for module, leaves in params.items():
        if "res_net50" not in module or "conv" not in module:
            continue
        name = module.split("res_net50/~/")[1]
        for group in range(4):
            name = name.replace(f"block_group_{group}/~/block_", f"layer{group + 1}.")
        for index in range(3):
            name = name.replace(f"/~/conv_{index}", f".conv{index + 1}")
        name = name.replace("/~/shortcut_conv", ".downsample.0").replace("initial_conv_1", "conv1").replace("initial_conv", "conv1")
        told[name] = float(np.sqrt(np.square(np.asarray(leaves["w"]).astype(np.float64)).sum()))
    return told


def main(kind):
    HERE.mkdir(exist_ok=True)
    expected = {}
    for bottleneck, blocks in ((True, (1, 2, 1, 1)), (False, (1, 1, 1, 1))):
        stem = 2
        net = forward(blocks, stem, bottleneck)
        images = jnp.asarray(normalised().transpose(0, 2, 3, 1), jnp.float32)
        params, state = net.init(jax.random.PRNGKey(1), images, True)
        random = np.random.RandomState(5)
        params, state = randomised(params, random), randomised(state, random)
        seen, _ = net.apply(params, state, images)[0]
        other = {m: {k: v + 1 for k, v in leaves.items()} for m, leaves in params.items()}
        saved = {"experiment_state": _ByolExperimentState(
                     online_params=wrapped(params, kind), target_params=wrapped(other, kind),
                     online_state=wrapped(state, kind), target_state=wrapped(state, kind),
                     opt_state={"count": np.zeros((), np.int32)}),
                 "step": 300000, "rng": np.array([0, 42], np.uint32)}
        name = "bottleneck" if bottleneck else "basic"
        protocols = {"2020": (2,), "today": (4, 5) if bottleneck else (4,)}[kind]
        for protocol in protocols:
            file = f"byol_{kind}_{name}_{protocol}.pkl"
            with open(HERE / file, "wb") as out:
                dill.dump(saved, out, protocol=protocol)
            expected[file] = {
                "norms": norms(params), "features": np.asarray(seen).tolist(), "format": "dill-haiku",
                "method": "byol", "padding": "same", "normalisation": "imagenet",
                "architecture": f"resnet-{name}-{'.'.join(map(str, blocks))}/{stem}"}
            if kind == "2020" and not bottleneck:
                # This haiku strides basic blocks at the second convolution, later ones at the first; the file
                # does not say which, so only its weights can be compared.
                del expected[file]["features"]
    (HERE / f"expected_haiku_{kind}.json").write_text(json.dumps(expected) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
