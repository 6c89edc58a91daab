"""SimCLR's checkpoints as TensorFlow writes them, and what TensorFlow and numpy see in them.

    python make_tensorflow_fixtures.py

needs tensorflow-cpu 2.15. The network is SimCLR's: layers are numbered as they are made, the shortcut
of a block first; strided convolutions are padded by hand, pooling is SAME. Writes tf*/ below writers/
and writers/expected_tensorflow.json. Pixels are in [0, 1] without mean and deviation.
"""

import json
import os
import pathlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf

from pixels import pixels

HERE = pathlib.Path(__file__).parent / "writers"
EXPECTED = {}
V1 = tf.compat.v1


def conv(x, filters, kernel, stride):
    if stride > 1:
        before = (kernel - 1) // 2
        after = kernel - 1 - before
        x = tf.pad(x, [[0, 0], [before, after], [before, after], [0, 0]])
    return V1.layers.conv2d(x, filters, kernel, stride, "SAME" if stride == 1 else "VALID", use_bias=False)


def norm(x, relu=True):
    x = V1.layers.batch_normalization(x, epsilon=1e-5, momentum=0.9, training=False)
    return tf.nn.relu(x) if relu else x


def block(x, filters, stride, project, bottleneck):
    shortcut = x
    if project:
        shortcut = norm(conv(x, (4 if bottleneck else 1) * filters, 1, stride), relu=False)
    if bottleneck:
        x = norm(conv(x, filters, 1, 1))
        x = norm(conv(x, filters, 3, stride))
        x = norm(conv(x, 4 * filters, 1, 1), relu=False)
    else:
        x = norm(conv(x, filters, 3, stride))
        x = norm(conv(x, filters, 3, 1), relu=False)
    return tf.nn.relu(x + shortcut)


def resnet(x, blocks, stem, bottleneck, small):
    x = norm(conv(x, stem, 3 if small else 7, 1 if small else 2))
    if not small:
        x = V1.layers.max_pooling2d(x, 3, 2, "SAME")
    for stage, count in enumerate(blocks):
        for index in range(count):
            stride = 2 if stage > 0 and index == 0 else 1
            x = block(x, stem << stage, stride, index == 0, bottleneck)
    return tf.reduce_mean(x, [1, 2])


def randomised(name, shape, random):
    if name.endswith("moving_variance:0"):
        return random.uniform(0.5, 2.0, shape)
    if name.endswith("gamma:0"):
        return random.uniform(0.5, 1.5, shape)
    if len(shape) == 4:
        return random.normal(0, (2.0 / np.prod(shape[:3])) ** 0.5, shape)
    return random.normal(0, 0.2, shape)


def kernel_norms(values, order):
    """In the order of the layers' numbers; `order` gives each its name in torchvision."""
    def number(name):
        layer = name.split("/")[-2].removeprefix("conv2d")
        return int(layer[1:] or 0) if layer else 0
    kernels = sorted((k for k in values if k.endswith("kernel") and "conv2d" in k.split("/")[-2]), key=number)
    assert len(kernels) == len(order)
    return {o: float(np.sqrt(np.square(values[k].astype(np.float64)).sum())) for o, k in zip(order, kernels)}


def layer_order(blocks, bottleneck):
    order = ["conv1"]
    for stage, count in enumerate(blocks, 1):
        for index in range(count):
            at = f"layer{stage}.{index}."
            if index == 0:
                order.append(at + "downsample.0")
            order += [at + f"conv{i}" for i in range(1, 4 if bottleneck else 3)]
    return order


def version1(folder, blocks, bottleneck, small=False, shards=1, stem=2, head="supervised", **more):
    (HERE / folder).mkdir(parents=True, exist_ok=True)
    random = np.random.RandomState(len(folder))
    graph = tf.Graph()
    with graph.as_default():
        images = V1.placeholder(tf.float32, [None, None, None, 3])
        devices = ["/cpu:0", "/cpu:1"]

        def place(op):
            if op.type not in ("VarHandleOp", "VariableV2"):
                return "/cpu:0"
            place.count += 1
            return devices[place.count % shards]
        place.count = 0
        with graph.device(place), V1.variable_scope("base_model", use_resource=False):
            pooled = resnet(images, blocks, stem, bottleneck, small)
        if head == "supervised":
            with V1.variable_scope("head_supervised/linear_layer"):
                V1.layers.dense(pooled, 10)
        else:
            for layer in range(3):
                with V1.variable_scope(f"head_contrastive/nl_{layer}"):
                    V1.layers.batch_normalization(V1.layers.dense(pooled, 8, use_bias=False), center=layer < 2)
        V1.train.get_or_create_global_step()
        for variable in V1.trainable_variables()[:3]:
            V1.get_variable(variable.op.name + "/Momentum", initializer=np.zeros(variable.shape, np.float32))
        variables = V1.global_variables()
        values = {v.name: randomised(v.name, v.shape.as_list(), random).astype(np.float32)
                  for v in variables if v.dtype.base_dtype == tf.float32}
        with V1.Session(config=V1.ConfigProto(device_count={"CPU": 2})) as session:
            session.run(V1.global_variables_initializer())
            for v in variables:
                if v.name in values:
                    v.load(values[v.name], session)
            saver = V1.train.Saver(sharded=shards > 1)
            saver.save(session, str(HERE / folder / "model.ckpt"), global_step=225206, write_state=True)
            seen = session.run(pooled, {images: pixels().transpose(0, 2, 3, 1)})
    values = {k.removesuffix(":0"): v for k, v in values.items() if k.startswith("base_model")}
    prefix = folder + "/model.ckpt-225206"
    EXPECTED[prefix + ".index"] = {
        "norms": kernel_norms(values, layer_order(blocks, bottleneck)), "features": seen.tolist(),
        "format": "tensorflow-bundle", "method": "simclr", "padding": "simclr", "normalisation": "none", **more}
    for extra in ("checkpoint", "model.ckpt-225206.meta"):
        (HERE / folder / extra).unlink()


class Conv(tf.keras.layers.Layer):
    """Padded by hand when strided, as in SimCLR's code for TensorFlow 2."""

    def __init__(self, filters, kernel, stride):
        super().__init__()
        self.kernel_size, self.stride = kernel, stride
        self.conv2d = tf.keras.layers.Conv2D(filters, kernel, stride, "same" if stride == 1 else "valid",
                                             use_bias=False)

    def call(self, x):
        if self.stride > 1:
            before = (self.kernel_size - 1) // 2
            x = tf.pad(x, [[0, 0], [before, self.kernel_size - 1 - before]] * 1 +
                       [[before, self.kernel_size - 1 - before], [0, 0]])
        return self.conv2d(x)


class Norm(tf.keras.layers.Layer):
    def __init__(self, relu=True):
        super().__init__()
        self.relu = relu
        self.bn = tf.keras.layers.BatchNormalization(epsilon=1e-5)

    def call(self, x):
        x = self.bn(x, training=False)
        return tf.nn.relu(x) if self.relu else x


class Bottleneck(tf.keras.layers.Layer):
    def __init__(self, filters, stride, project):
        super().__init__()
        self.shortcut = [Conv(4 * filters, 1, stride), Norm(False)] if project else []
        self.parts = [Conv(filters, 1, 1), Norm(), Conv(filters, 3, stride), Norm(), Conv(4 * filters, 1, 1),
                      Norm(False)]

    def call(self, x):
        y = x
        for part in self.shortcut:
            x = part(x)
        for part in self.parts:
            y = part(y)
        return tf.nn.relu(x + y)


class Resnet(tf.keras.models.Model):
    def __init__(self, blocks, stem):
        super().__init__()
        self.initial = [Conv(stem, 7, 2), Norm(), tf.keras.layers.MaxPooling2D(3, 2, "SAME")]
        self.groups = []
        for stage, count in enumerate(blocks):
            for index in range(count):
                self.groups.append(Bottleneck(stem << stage, 2 if stage > 0 and index == 0 else 1, index == 0))

    def call(self, x):
        for part in self.initial + self.groups:
            x = part(x)
        return tf.reduce_mean(x, [1, 2])


def version2(folder, blocks, stem=2):
    (HERE / folder).mkdir(parents=True, exist_ok=True)
    random = np.random.RandomState(7)
    model = Resnet(blocks, stem)
    images = pixels().transpose(0, 2, 3, 1).astype(np.float32)
    model(images)
    values = {}
    for variable in model.variables:
        values[variable.name.removesuffix(":0")] = randomised(variable.name, variable.shape, random).astype(np.float32)
        variable.assign(values[variable.name.removesuffix(":0")])
    checkpoint = tf.train.Checkpoint(model=model, global_step=tf.Variable(5, dtype=tf.int64))
    checkpoint.write(str(HERE / folder / "ckpt-1"))
    EXPECTED[folder + "/ckpt-1.index"] = {
        "norms": kernel_norms(values, layer_order(blocks, True)), "features": model(images).numpy().tolist(),
        "format": "tensorflow-bundle", "method": "simclr", "padding": "simclr", "normalisation": "none"}


class Unnamed(tf.Module):
    """The same layers of variables that are all called alike; only the order of attributes tells."""

    def __init__(self, blocks, stem, random):
        self.stem, self.stem_norm = self.conv(random, 7, 3, stem), self.norm(random, stem)
        self.blocks = []
        inputs = stem
        for stage, count in enumerate(blocks):
            for index in range(count):
                inner = stem << stage
                block = tf.Module()
                if index == 0:
                    block.shortcut, block.shortcut_norm = self.conv(random, 1, inputs, 4 * inner), self.norm(random, 4 * inner)
                block.a, block.a_norm = self.conv(random, 1, inputs, inner), self.norm(random, inner)
                block.b, block.b_norm = self.conv(random, 3, inner, inner), self.norm(random, inner)
                block.c, block.c_norm = self.conv(random, 1, inner, 4 * inner), self.norm(random, 4 * inner)
                self.blocks.append(block)
                inputs = 4 * inner

    @staticmethod
    def conv(random, kernel, inputs, outputs):
        layer = tf.Module()
        layer.kernel = tf.Variable(randomised("kernel:0", (kernel, kernel, inputs, outputs), random), dtype=tf.float32,
                                   name="kernel")
        return layer

    @staticmethod
    def norm(random, channels):
        layer = tf.Module()
        for part in ("gamma", "beta", "moving_mean", "moving_variance"):
            setattr(layer, part, tf.Variable(randomised(part + ":0", (channels,), random), dtype=tf.float32, name=part))
        return layer


def unnamed(folder, blocks, stem=2):
    (HERE / folder).mkdir(parents=True, exist_ok=True)
    net = Unnamed(blocks, stem, np.random.RandomState(9))
    tf.train.Checkpoint(net=net).write(str(HERE / folder / "ckpt-1"))
    kernels = [net.stem.kernel]
    for block in net.blocks:
        kernels += [getattr(block, part).kernel for part in ("shortcut", "a", "b", "c") if hasattr(block, part)]
    norms = [float(np.sqrt(np.square(k.numpy().astype(np.float64)).sum())) for k in kernels]
    EXPECTED[folder + "/ckpt-1.index"] = {
        "norms": dict(zip(layer_order(blocks, True), norms)), "format": "tensorflow-bundle",
        "method": "simclr", "padding": "simclr", "normalisation": "none"}


def main():
    version1("tf1", (2, 1, 1, 1), True, architecture="resnet-bottleneck-2.1.1.1/2")
    version1("tf1_sharded", (1, 1, 1, 1), True, shards=2, architecture="resnet-bottleneck-1.1.1.1/2")
    version1("tf1_basic", (2, 1, 1, 1), False, head="contrastive", architecture="resnet-basic-2.1.1.1-project/2")
    version1("tf1_small", (1, 1, 1, 1), True, small=True, architecture="resnet-bottleneck-1.1.1.1-cifar/2")
    version2("tf2", (1, 2, 1, 1))
    unnamed("tf2_unnamed", (1, 2, 1, 1))
    (HERE / "expected_tensorflow.json").write_text(json.dumps(EXPECTED) + "\n")


if __name__ == "__main__":
    main()
