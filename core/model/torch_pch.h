#pragma once

// The precompiled header of model, pretrain and evaluate: the one place where all of LibTorch comes
// in.
#include <torch/torch.h>
