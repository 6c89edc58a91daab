#!/usr/bin/env python3
"""Writes the numbers that tst_originals holds our losses, optimisers, schedules and views against.

They come from running the authors' own code, which is not part of this repository: give a clone of each.

    pip install torch==2.11.0 tensorflow-cpu==2.21.0 "jax[cpu]==0.10.2" optax==0.2.8 dm-tree pillow
    python3 tests/data/pretrain/make_fixtures.py --simclr CLONE --swav CLONE --apex CLONE --byol CLONE

of google-research/simclr (383d414), facebookresearch/swav (06b1b7c), NVIDIA/apex (any with the history) and
google-deepmind/deepmind-research (any). originals.json is a list of cases: a request as `rekindle-cli
selftest` takes it, and what the original answers. Everything is float64 unless `tolerance` says otherwise.
"""
import argparse
import ast
import json
import math
import os
import pathlib
import subprocess
import types

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["JAX_ENABLE_X64"] = "1"

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tensorflow
import tensorflow.compat.v1 as tf
import torch
from PIL import Image, ImageEnhance, ImageFilter

# Names that the originals use and jax has dropped since.
jax.tree_map = jax.tree_multimap = jax.tree_util.tree_map

HERE = pathlib.Path(__file__).parent
CASES = []


def source(clone, file, commit="HEAD"):
    return subprocess.run(["git", "-C", clone, "show", f"{commit}:{file}"], check=True, text=True,
                          capture_output=True).stdout


def function(text, name, names):
    """One function of a source file, compiled among `names`."""
    tree = ast.parse(text)
    chosen = [node for node in tree.body if getattr(node, "name", "") == name]
    exec(compile(ast.Module(chosen, []), name, "exec"), names)
    return names[name]


def lists(array):
    return np.asarray(array, dtype=np.float64).tolist()


def case(name, kind, request, expected, **more):
    CASES.append({"name": name, "kind": kind, "request": request, "expected": expected, **more})


# Losses ----------------------------------------------------------------------------------------------


def simclr_losses(clone):
    class Double:
        """TensorFlow where the original's float32 is float64: one_hot, and the mean of cross entropies,
        which tf.losses rounds to float32 whatever it is given."""

        class losses:
            @staticmethod
            def softmax_cross_entropy(labels, logits, weights):
                return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits_v2(labels, logits))

        def __getattr__(self, name):
            return getattr(tf, name)

        def one_hot(self, *arguments):
            return tf.one_hot(*arguments, dtype=tf.float64)

    original = function(source(clone, "objective.py"), "add_contrastive_loss",
                        {"tf": Double(), "LARGE_NUM": 1e9})
    random = np.random.default_rng(1)
    for count, temperature in ((2, 1.0), (7, 0.1), (12, 0.5)):
        hidden = random.normal(size=(2 * count, 5))
        variable = tensorflow.Variable(hidden)
        with tensorflow.GradientTape() as tape:
            loss, _, _ = original(variable, True, temperature)
        gradient = tape.gradient(loss, variable).numpy()
        case(f"NT-Xent of {count} images at {temperature}", "loss",
             {"method": "simclr", "temperature": temperature, "z1": lists(hidden[:count]),
              "z2": lists(hidden[count:])},
             {"loss": float(loss), "grad_z1": lists(gradient[:count]), "grad_z2": lists(gradient[count:])})


def swav_losses(clone):
    torch.distributed.init_process_group("gloo", rank=0, world_size=1, init_method="tcp://127.0.0.1:29517")
    names = {"torch": torch, "dist": torch.distributed}
    sinkhorn = function(source(clone, "main_swav.py"), "distributed_sinkhorn", names)
    torch.manual_seed(2)
    for crops, count, rows, temperature, epsilon, iterations in (
            (2, 6, 0, 0.1, 0.05, 3), (5, 4, 0, 0.2, 0.05, 3), (3, 4, 8, 0.1, 0.03, 5), (2, 9, 0, 0.1, 0.5, 1)):
        names["args"] = types.SimpleNamespace(world_size=1, epsilon=epsilon, sinkhorn_iterations=iterations)
        prototypes = torch.nn.functional.normalize(torch.randn(7, 5, dtype=torch.float64))

        def rows_of(*shape):
            return torch.nn.functional.normalize(torch.randn(*shape, 5, dtype=torch.float64), dim=-1) @ prototypes.T

        scores = rows_of(crops, count).requires_grad_()
        queue = rows_of(2, rows) if rows else None
        loss, assignments = 0, []
        for crop in (0, 1):
            out = scores[crop].detach()
            if queue is not None:
                out = torch.cat((queue[crop], out))
            assignment = sinkhorn(out)[-count:]
            assignments.append(assignment)
            others = [v for v in range(crops) if v != crop]
            loss = loss + sum(torch.nn.functional.cross_entropy(scores[v] / temperature, assignment)
                              for v in others) / len(others)
        loss = loss / 2
        loss.backward()
        request = {"method": "swav", "scores": lists(scores.detach()), "assign": [0, 1], "temperature": temperature,
                   "epsilon": epsilon, "iterations": iterations}
        if queue is not None:
            request["queue_scores"] = lists(queue)
        case(f"swapped prediction of {crops} crops of {count} images, {rows} queued", "loss", request,
             {"loss": loss.item(), "grad_scores": lists(scores.grad),
              "assignments": lists(torch.stack(assignments))})


def byol_losses(clone):
    names = {"jax": jax, "jnp": jnp, "Optional": None, "Text": None}
    text = "from __future__ import annotations\n" + source(clone, "byol/utils/helpers.py")
    tree = ast.parse(text)
    body = [node for node in tree.body if getattr(node, "name", "") in ("l2_normalize", "regression_loss")]
    exec(compile(ast.Module([tree.body[0]] + body, []), "helpers", "exec"), names)
    regression = names["regression_loss"]
    random = np.random.default_rng(3)
    p1, p2, t1, t2 = (random.normal(size=(6, 5)) * scale for scale in (1, 3, 0.2, 1))

    def loss(p1, p2):
        return jnp.mean(regression(p1, t2) + regression(p2, t1))

    gradients = jax.grad(loss, (0, 1))(p1, p2)
    case("BYOL's regression", "loss",
         {"method": "byol", "p1": lists(p1), "p2": lists(p2), "t1": lists(t1), "t2": lists(t2)},
         {"loss": float(loss(p1, p2)), "grad_p1": lists(gradients[0]), "grad_p2": lists(gradients[1])})


# Optimisers ------------------------------------------------------------------------------------------

RATES = [0.5, 1.5, 0.1, 4.8, 0.0, 0.3, 0.3]
DECAY = 1e-2


def given(seed):
    random = np.random.default_rng(seed)
    values = {"conv/kernel": random.normal(size=(3, 4)), "empty/kernel": np.zeros((2, 2)),
              "batch_normalization/gamma": random.normal(size=(5,)), "dense/bias": np.zeros(3)}
    gradients = [{name: random.normal(size=value.shape) for name, value in values.items()} for _ in RATES]
    gradients[2]["conv/kernel"] *= 0
    return values, gradients


def optimizer_case(name, values, gradients, excluded, answers):
    case(name, "optimizer",
         {"optimizer": name, "lr": RATES, "momentum": 0.9, "weight_decay": DECAY, "eta": 0.001,
          "parameters": [{"name": key, "value": lists(value), "excluded": excluded(key)}
                         for key, value in values.items()],
          "gradients": [[lists(step[key]) for key in values] for step in gradients]},
         {"values": answers})


def simclr_lars(clone):
    names = {}
    # The original keeps its velocity in float32, whatever the weights are.
    exec(source(clone, "lars_optimizer.py").replace("tf.float32", "tf.float64"), names)
    values, gradients = given(4)
    answers = []
    with tf.Graph().as_default(), tf.Session() as session:
        variables = {key: tf.get_variable(key, initializer=value, use_resource=False)
                     for key, value in values.items()}
        rate = tf.placeholder(tf.float64, [])
        places = {key: tf.placeholder(tf.float64, value.shape) for key, value in values.items()}
        optimizer = names["LARSOptimizer"](rate, np.float64(0.9), weight_decay=DECAY,
                                           exclude_from_weight_decay=["batch_normalization", "bias",
                                                                      "head_supervised"])
        update = optimizer.apply_gradients([(places[key], variables[key]) for key in values])
        session.run(tf.global_variables_initializer())
        for lr, step in zip(RATES, gradients):
            session.run(update, {rate: lr, **{places[key]: step[key] for key in values}})
            answers.append([lists(value) for value in session.run([variables[key] for key in values])])
    optimizer_case("lars-simclr", values, gradients, lambda key: "kernel" not in key, answers)


def byol_lars(clone):
    names = {}
    exec(source(clone, "byol/utils/optimizers.py"), names)
    keys = {"conv/kernel": ("conv", "w"), "empty/kernel": ("empty", "w"),
            "batch_normalization/gamma": ("batch_norm", "scale"), "dense/bias": ("dense", "b")}
    values, gradients = given(5)

    def tree(flat):
        nested = {}
        for key, (module, leaf) in keys.items():
            nested.setdefault(module, {})[leaf] = jnp.asarray(flat[key])
        return nested

    def make(lr):
        chosen = names["exclude_bias_and_norm"]
        return names["lars"](lr, DECAY, 0.9, 0.001, chosen, chosen)

    parameters = tree(values)
    state = make(0.0).init(parameters)
    answers = []
    for lr, step in zip(RATES, gradients):
        updates, state = make(lr).update(tree(step), state, parameters)
        parameters = jax.tree_util.tree_map(lambda p, u: p + u, parameters, updates)
        answers.append([lists(parameters[module][leaf]) for module, leaf in keys.values()])
    optimizer_case("lars-byol", values, gradients, lambda key: "kernel" not in key, answers)


def torch_optimizer(name, make):
    values, gradients = given(6)
    parameters = [torch.tensor(value, requires_grad=True) for value in values.values()]
    optimizer = make(parameters)
    answers = []
    for lr, step in zip(RATES, gradients):
        for group in optimizer.param_groups:
            group["lr"] = lr
        for parameter, gradient in zip(parameters, step.values()):
            parameter.grad = torch.tensor(gradient)
        optimizer.step()
        answers.append([lists(parameter.detach()) for parameter in parameters])
    optimizer_case(name, values, gradients, lambda key: False, answers)


def larc(clone):
    commit = subprocess.run(["git", "-C", clone, "log", "-1", "--format=%H", "--diff-filter=AM", "--",
                             "apex/parallel/LARC.py"], check=True, text=True, capture_output=True).stdout.strip()
    names = {}
    exec(source(clone, "apex/parallel/LARC.py", commit), names)
    torch_optimizer("larc-sgd", lambda parameters: names["LARC"](
        torch.optim.SGD(parameters, lr=0.1, momentum=0.9, weight_decay=DECAY), trust_coefficient=0.001, clip=False))


# Schedules -------------------------------------------------------------------------------------------


def simclr_schedule(clone):
    names = {"tf": tf, "math": math}
    text = source(clone, "model_util.py")
    function(text, "get_train_steps", names)
    function(text, "learning_rate_schedule", names)
    for images, epochs, batch, passes in ((1000, 30, 64, 10), (640, 5, 32, 2)):
        names["FLAGS"] = types.SimpleNamespace(train_steps=0, train_epochs=epochs, train_batch_size=batch,
                                               warmup_epochs=passes, learning_rate_scaling="linear")
        total = names["get_train_steps"](images)
        warmup = passes * images // batch
        steps = sorted({0, 1, warmup - 1, warmup, warmup + 1, total // 2, total - 1})
        rates = []
        for step in steps:
            with tf.Graph().as_default(), tf.Session() as session:
                place = tf.train.get_or_create_global_step()
                rate = names["learning_rate_schedule"](0.3, images)
                session.run(place.initializer)
                session.run(place.assign(step))
                rates.append(float(session.run(rate)))
        case(f"SimCLR's rate over {epochs} passes", "schedule",
             {"method": "simclr", "batch": batch, "images_per_epoch": images, "epochs": epochs,
              "warmup_epochs": passes, "steps": steps},
             {"lr": rates, "total_steps": total, "warmup_steps": warmup}, tolerance=1e-6)


def swav_schedule(clone):
    main = next(node for node in ast.parse(source(clone, "main_swav.py")).body if getattr(node, "name", "") == "main")
    wanted = ("warmup_lr_schedule", "iters", "cosine_lr_schedule", "lr_schedule")
    lines = [node for node in main.body if isinstance(node, ast.Assign)
             and getattr(node.targets[0], "id", "") in wanted]
    scripts = ((2000, 30, 1024, dict(base_lr=1.2, final_lr=0.0012, start_warmup=0.075, warmup_epochs=10)),
               (1000, 20, 64, dict(base_lr=0.15, final_lr=0.00015, start_warmup=0.0, warmup_epochs=0)))
    for images, epochs, batch, script in scripts:
        names = {"np": np, "math": math, "train_loader": range(images // batch),
                 "args": types.SimpleNamespace(epochs=epochs, **script)}
        exec(compile(ast.Module(lines, []), "schedule", "exec"), names)
        rates = names["lr_schedule"]
        warmup = script["warmup_epochs"] * (images // batch)
        steps = sorted({0, 1, max(warmup - 1, 0), warmup, warmup + 1, len(rates) // 2, len(rates) - 1})
        case(f"SwAV's rate at a batch of {batch}", "schedule",
             {"method": "swav", "batch": batch, "images_per_epoch": images, "epochs": epochs, "steps": steps},
             {"lr": [float(rates[step]) for step in steps], "total_steps": len(rates), "warmup_steps": warmup})


def byol_schedule(clone):
    names = {}
    exec(source(clone, "byol/utils/schedules.py"), names)
    images, batch = 1000, 64
    for epochs, base, momentum in ((600, 0.2, 0.996), (200, 0.3, 0.99), (50, 0.45, 0.99)):
        total, warmup = epochs * images // batch, 10 * images // batch
        steps = sorted({0, 1, warmup - 1, warmup, warmup + 1, total // 2, total - 1})
        rates, momenta = [], []
        for step in steps:
            at = jnp.asarray(step)
            rates.append(float(names["learning_schedule"](at, batch, base, total, warmup)))
            momenta.append(float(names["target_ema"](at, momentum, total)))
        case(f"BYOL's rate and momentum over {epochs} passes", "schedule",
             {"method": "byol", "batch": batch, "images_per_epoch": images, "epochs": epochs, "steps": steps},
             {"lr": rates, "momentum_target": momenta, "total_steps": total, "warmup_steps": warmup}, tolerance=1e-7)


# Views -----------------------------------------------------------------------------------------------


def planes(array):
    return [np.round(np.transpose(np.asarray(array, dtype=np.float64), (2, 0, 1)), 7).tolist()]


def picture():
    y, x = np.mgrid[0:24, 0:24]
    values = np.stack([(x * 9 + y * 4) % 256, (x * y * 3 + 40) % 256, (200 - 5 * x + 13 * y) % 256], -1)
    values[4:12, 6:15] = (30, 220, 90)
    values = values.astype(np.uint8)
    Image.fromarray(values).save(HERE / "views.png")
    return values


def view_case(name, method, operations, answer, tolerance):
    case(name, "views", {"method": method, "image": "views.png", "operations": operations},
         {"images": planes(answer)}, tolerance=tolerance)


def byol_views(clone, pixels):
    names = {}
    exec(source(clone, "byol/utils/augmentations.py"), names)
    whole = {"op": "crop", "size": 24}
    unit = jnp.asarray(pixels, jnp.float32) / 255
    rgb = tuple(unit[..., c] for c in range(3))

    def stacked(parts):
        return jnp.stack(parts, -1)

    def hsv(change, by):
        return stacked(names["hsv_to_rgb"](*change(*names["rgb_to_hsv"](*rgb), by)))

    for operation, answer in (
            ({"op": "brightness", "delta": -0.2}, stacked(names["adjust_brightness"](rgb, -0.2))),
            ({"op": "contrast", "factor": 1.3}, stacked(names["adjust_contrast"](rgb, 1.3))),
            ({"op": "saturation", "factor": 0.85}, hsv(names["adjust_saturation"], 0.85)),
            ({"op": "saturation", "factor": 1.2}, hsv(names["adjust_saturation"], 1.2)),
            ({"op": "hue", "delta": -0.08}, hsv(names["adjust_hue"], -0.08)),
            ({"op": "grey"}, names["_to_grayscale"](unit)),
            ({"op": "blur", "sigma": 1.1}, names["_gaussian_blur_single_image"](unit, 24 / 10, "SAME", 1.1)),
            ({"op": "solarise"}, jnp.where(unit < 0.5, unit, 1.0 - unit))):
        view_case(f"BYOL's {operation['op']}", "byol", [whole, operation], answer, 5e-6)
    for size in (16, 40):
        box = dict(x=3, y=5, width=19, height=15)
        cut = pixels[5:20, 3:22].astype(np.float32)
        answer = tensorflow.image.resize(cut, (size, size), method="bicubic").numpy() / 255
        view_case(f"BYOL's crop to {size}", "byol", [{"op": "crop", "size": size, **box}],
                  np.clip(answer, 0, 1), 5e-6)


def swav_views(pixels):
    """What PIL makes in 8 bits: equal but for its rounding after each pass."""
    whole = {"op": "crop", "size": 24}
    image = Image.fromarray(pixels)

    def unit(picture):
        return np.asarray(picture, np.float64) / 255

    def hue(by):
        h, s, v = image.convert("HSV").split()
        turned = (np.asarray(h, np.int32) + int(by * 255)) % 256
        return Image.merge("HSV", (Image.fromarray(turned.astype(np.uint8)), s, v)).convert("RGB")

    clip = {"op": "clip"}
    for operation, answer, tolerance in (
            ({"op": "brightness", "factor": 1.4}, ImageEnhance.Brightness(image).enhance(1.4), 1.5),
            ({"op": "contrast", "factor": 0.6}, ImageEnhance.Contrast(image).enhance(0.6), 1.5),
            ({"op": "saturation", "factor": 1.5}, ImageEnhance.Color(image).enhance(1.5), 2.5),
            # PIL cuts hues to 255ths of a turn, which is 6 levels where colours are strong.
            ({"op": "hue", "delta": 0.15}, hue(0.15), 11),
            ({"op": "grey"}, image.convert("L").convert("RGB"), 1.5),
            ({"op": "blur", "radius": 0.4}, image.filter(ImageFilter.GaussianBlur(0.4)), 3),
            ({"op": "blur", "radius": 1.9}, image.filter(ImageFilter.GaussianBlur(1.9)), 3)):
        view_case(f"SwAV's {operation['op']}", "swav", [whole, operation, clip], unit(answer), tolerance / 255)
    for size in (9, 30):
        cut = image.crop((3, 5, 22, 20)).resize((size, size), Image.BILINEAR)
        view_case(f"SwAV's crop to {size}", "swav",
                  [{"op": "crop", "size": size, "x": 3, "y": 5, "width": 19, "height": 15}], unit(cut), 1.5 / 255)


def main():
    parser = argparse.ArgumentParser()
    for name in ("simclr", "swav", "apex", "byol"):
        parser.add_argument(f"--{name}", required=True)
    clones = parser.parse_args()
    simclr_losses(clones.simclr)
    swav_losses(clones.swav)
    byol_losses(clones.byol)
    simclr_lars(clones.simclr)
    byol_lars(clones.byol)
    larc(clones.apex)
    torch_optimizer("sgd", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=DECAY))
    torch_optimizer("adam", lambda p: torch.optim.Adam(p, lr=0.1, weight_decay=DECAY))
    torch_optimizer("adamw", lambda p: torch.optim.AdamW(p, lr=0.1, weight_decay=DECAY))
    simclr_schedule(clones.simclr)
    swav_schedule(clones.swav)
    byol_schedule(clones.byol)
    pixels = picture()
    byol_views(clones.byol, pixels)
    swav_views(pixels)
    text = ",\n".join(json.dumps(entry) for entry in CASES)
    (HERE / "originals.json").write_text(f"[\n{text}\n]\n")
    print(f"{len(CASES)} cases")


main()
