#include "core/model/recompute_torch.h"

#include "core/model/batch_norm_torch.h"

#include <ATen/autocast_mode.h>

namespace rekindle::model {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

/// The precision in which this thread computes, to be taken up again on another.
class Precision
{
public:
    explicit Precision(at::DeviceType device)
        : m_device(device), m_on(at::autocast::is_autocast_enabled(device)),
          m_type(at::autocast::get_autocast_dtype(device))
    {
    }

    template <class Body>
    [[nodiscard]] torch::Tensor in(const Body& body) const
    {
        const Precision before(m_device);
        enter();
        torch::Tensor result = body();
        if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache();
        before.set();
        return result;
    }

private:
    void set() const
    {
        at::autocast::set_autocast_enabled(m_device, m_on);
        at::autocast::set_autocast_dtype(m_device, m_type);
    }
    void enter() const
    {
        set();
        at::autocast::increment_nesting();
    }

    at::DeviceType m_device;
    bool m_on;
    at::ScalarType m_type;
};

/// What the backward pass needs besides tensors.
struct Run : torch::CustomClassHolder {
    Run(Part itsPart, std::vector<torch::Tensor> itsParameters, const Precision& itsPrecision)
        : part(std::move(itsPart)), parameters(std::move(itsParameters)), precision(itsPrecision)
    {
    }
    Part part;
    std::vector<torch::Tensor> parameters;
    Precision precision;
};
using RunPointer = c10::intrusive_ptr<Run>;

struct Recompute : torch::autograd::Function<Recompute> {
    /// The parameters are inputs of the node, so that whoever asks for their gradients finds it.
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& input,
                                 at::TensorList /*parameters*/, const RunPointer& run)
    {
        context->save_for_backward({input});
        context->saved_data["run"] = torch::IValue::make_capsule(run);
        return run->part(input);
    }

    static tensor_list backward(AutogradContext* context, const tensor_list& gradients)
    {
        const auto run =
            c10::static_intrusive_pointer_cast<Run>(context->saved_data["run"].toCapsule());
        const torch::Tensor saved = context->get_saved_variables().front();
        const torch::Tensor input = saved.detach().requires_grad_(saved.requires_grad());
        const torch::AutoGradMode recording(true);
        torch::Tensor output;
        {
            const StatisticsScope again(Statistics::Leave);
            output = run->precision.in([&] { return run->part(input); });
        }
        tensor_list wanted = run->parameters;
        if (input.requires_grad())
            wanted.insert(wanted.begin(), input);
        tensor_list found = torch::autograd::grad({output}, wanted, {gradients.front()},
                                                  /*retain_graph=*/false, /*create_graph=*/false,
                                                  /*allow_unused=*/true);
        if (!input.requires_grad())
            found.insert(found.begin(), torch::Tensor());
        found.emplace_back(); // of what is no tensor
        return found;
    }
};

} // namespace

torch::Tensor recomputed(const Part& part, const torch::Tensor& input,
                         const std::vector<torch::Tensor>& parameters)
{
    if (!torch::GradMode::is_enabled())
        return part(input);
    const auto run = c10::make_intrusive<Run>(part, parameters, Precision(input.device().type()));
    return Recompute::apply(input, at::TensorList(parameters), run);
}

} // namespace rekindle::model
