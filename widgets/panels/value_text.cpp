#include "widgets/panels/value_text.h"

#include "core/specs/spec.h"
#include "widgets/bridge/qt_text.h"
#include "widgets/panels/spec_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace rekindle::panels {

namespace {

using bridge::qt;

struct Named {
    const char* word;
    const char* text;
};

constexpr std::array kValues{
    Named{"auto", QT_TRANSLATE_NOOP("Values", "automatic")},
    Named{"apart", QT_TRANSLATE_NOOP("Values", "left out")},
    Named{"seen", QT_TRANSLATE_NOOP("Values", "seen, without labels")},
    Named{"new", QT_TRANSLATE_NOOP("Values", "made anew")},
    Named{"keep", QT_TRANSLATE_NOOP("Values", "kept")},
    Named{"leave_out", QT_TRANSLATE_NOOP("Values", "left out")},
    Named{"fp32", QT_TRANSLATE_NOOP("Values", "full (32 bits)")},
    Named{"bf16", QT_TRANSLATE_NOOP("Values", "half (16 bits), faster")},
    Named{"per_batch", QT_TRANSLATE_NOOP("Values", "one for the batch")},
    Named{"per_image", QT_TRANSLATE_NOOP("Values", "one for each image")},
    Named{"paper", QT_TRANSLATE_NOOP("Values", "as the method's authors")},
    Named{"grey", QT_TRANSLATE_NOOP("Values", "grey pictures")},
    Named{"stain", QT_TRANSLATE_NOOP("Values", "stained tissue")},
    Named{"ultrasound", QT_TRANSLATE_NOOP("Values", "ultrasound pictures")},
    Named{"no", QT_TRANSLATE_NOOP("Values", "never")},
    Named{"yes", QT_TRANSLATE_NOOP("Values", "always")},
    Named{"multi", QT_TRANSLATE_NOOP("Values", "two large, some small")},
    Named{"two", QT_TRANSLATE_NOOP("Values", "two large")},
    Named{"last", QT_TRANSLATE_NOOP("Values", "the last")},
    Named{"validation", QT_TRANSLATE_NOOP("Values", "best in validation")},
    Named{"torchvision", QT_TRANSLATE_NOOP("Values", "as in PyTorch")},
    Named{"simclr", QT_TRANSLATE_NOOP("Values", "as SimCLR's authors")},
    Named{"same", QT_TRANSLATE_NOOP("Values", "as in TensorFlow")},
    Named{"none", QT_TRANSLATE_NOOP("Values", "values from 0 to 1")},
    Named{"imagenet", QT_TRANSLATE_NOOP("Values", "as for ImageNet")},
    Named{"swav", QT_TRANSLATE_NOOP("Values", "as SwAV's authors")},
};

constexpr std::array kUnits{
    Named{"cores", QT_TRANSLATE_N_NOOP("Units", "%n core(s)")},
    Named{"crops", QT_TRANSLATE_N_NOOP("Units", "%n crop(s)")},
    Named{"images", QT_TRANSLATE_N_NOOP("Units", "%Ln image(s)")},
    Named{"minutes", QT_TRANSLATE_N_NOOP("Units", "%n minute(s)")},
    Named{"passes", QT_TRANSLATE_N_NOOP("Units", "%n pass(es)")},
    Named{"pieces", QT_TRANSLATE_N_NOOP("Units", "%n piece(s)")},
    Named{"pixels", QT_TRANSLATE_N_NOOP("Units", "%n pixel(s)")},
    Named{"steps", QT_TRANSLATE_N_NOOP("Units", "%Ln step(s)")},
};

constexpr std::array kFormats{
    Named{"torch-zip", "PyTorch"},
    Named{"torch-legacy", QT_TRANSLATE_NOOP("Values", "PyTorch, before version 1.6")},
    Named{"torchscript", "TorchScript"},
    Named{"safetensors", "safetensors"},
    Named{"tensorflow-bundle", "TensorFlow"},
    Named{"dill-haiku", "JAX, Haiku"},
    Named{"rekindle", "Rekindle"},
};

const char* textOf(const auto& table, const std::string& word)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Named& named) { return word == named.word; });
    return found == table.end() ? nullptr : found->text;
}

} // namespace

QString valueText(const std::string& word)
{
    const char* text = textOf(kValues, word);
    return text == nullptr ? qt(word) : QCoreApplication::translate("Values", text);
}

QString deviceText(const std::string& device)
{
    constexpr std::string_view kCard = "cuda";
    if (device == "cpu")
        return QCoreApplication::translate("Values", "processor");
    if (device == kCard)
        return QCoreApplication::translate("Values", "graphics card");
    if (device.starts_with(kCard) && device.size() > kCard.size() + 1)
        return QCoreApplication::translate("Values", "graphics card %1")
            .arg(qt(device.substr(kCard.size() + 1)));
    return valueText(device);
}

QString unitText(const std::string& unit, double value)
{
    const char* text = textOf(kUnits, unit);
    if (text == nullptr)
        return qt(unit);
    // What is no whole number has the form of many.
    constexpr int kMany = 2;
    constexpr int kOne = 1;
    const int number = value == kOne ? kOne : kMany;
    QString words = QCoreApplication::translate("Units", text, nullptr, number);
    return words.remove(QString::number(number)).trimmed();
}

QString networkText(const std::string& name)
{
    static const QRegularExpression kPlain(
        QStringLiteral("^resnet(\\d+)(?:w(\\d+))?(?:/(\\d+))?$"));
    const auto match = kPlain.match(qt(name));
    if (!match.hasMatch())
        return qt(name);
    QString text = QStringLiteral("ResNet-") + match.captured(1);
    if (!match.captured(2).isEmpty())
        text = QCoreApplication::translate("Values", "%1, %2 times as wide")
                   .arg(text, match.captured(2));
    return match.captured(3).isEmpty()
               ? text
               : QCoreApplication::translate("Values", "%1, %2 channels wide")
                     .arg(text, match.captured(3));
}

QString formatText(const std::string& name)
{
    const char* text = textOf(kFormats, name);
    return text == nullptr ? qt(name) : QCoreApplication::translate("Values", text);
}

QString methodText(const std::string& name)
{
    const auto* spec = specs::methods().find(name);
    return spec == nullptr ? qt(name) : specText(spec->title);
}

} // namespace rekindle::panels
