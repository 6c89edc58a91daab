<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>RunState</name>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crop(s)</source>
        <translation>
            <numerusform>%n crop</numerusform>
            <numerusform>%n crops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <translation>
            <numerusform>%n pass</numerusform>
            <numerusform>%n passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n pixel</numerusform>
            <numerusform>%n pixels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::bridge::SelfCheck</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::bridge::WarningText</name>
    <message numerus="yes">
        <source> (%n time(s))</source>
        <translation>
            <numerusform> (%n time)</numerusform>
            <numerusform> (%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n run(s) of this study are being worked off.</source>
        <translation>
            <numerusform>%n run of this study is being worked off.</numerusform>
            <numerusform>%n runs of this study are being worked off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::models::LayerModel</name>
    <message numerus="yes">
        <source>%n dead filter(s)</source>
        <translation>
            <numerusform>%n dead filter</numerusform>
            <numerusform>%n dead filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::models::RunModel</name>
    <message numerus="yes">
        <source>%1 · %n warning(s)</source>
        <translation>
            <numerusform>%1 · %n warning</numerusform>
            <numerusform>%1 · %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::BandsDialog</name>
    <message numerus="yes">
        <source>These images have %n band(s). A network sees three of them, as colours, or one.</source>
        <translation>
            <numerusform>These images have %n band. A network sees it in grey.</numerusform>
            <numerusform>These images have %n bands. A network sees three of them, as colours, or one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the bands of now and keep them. Only later runs and scores have others.</source>
        <translation>
            <numerusform>%n run of this study was planned with the bands of now and keeps them. Only later runs and scores have others.</numerusform>
            <numerusform>%n runs of this study were planned with the bands of now and keep them. Only later runs and scores have others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::BrightnessDialog</name>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the brightness of now and keep it. Only later runs and scores have another.</source>
        <translation>
            <numerusform>%n run of this study was planned with the brightness of now and keeps it. Only later runs and scores have another.</numerusform>
            <numerusform>%n runs of this study were planned with the brightness of now and keep it. Only later runs and scores have another.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ComparePage</name>
    <message numerus="yes">
        <source>Points are means over %n pretraining run(s), bars one standard deviation.</source>
        <translation>
            <numerusform>Points are of %n pretraining run.</numerusform>
            <numerusform>Points are means over %n pretraining runs, bars one standard deviation.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ExportDialog</name>
    <message numerus="yes">
        <source>Of this export %n file(s) exist already: %1.</source>
        <translation>
            <numerusform>Of this export %n file exists already: %1.</numerusform>
            <numerusform>Of this export %n files exist already: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::FailureStrip</name>
    <message numerus="yes">
        <source>%n more run(s) stand still.</source>
        <translation>
            <numerusform>%n more run stands still.</numerusform>
            <numerusform>%n more runs stand still.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ImagesPage</name>
    <message numerus="yes">
        <source> %n patient(s).</source>
        <translation>
            <numerusform> %n patient.</numerusform>
            <numerusform> %n patients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n other file(s) are no images and were passed over.</source>
        <translation>
            <numerusform> %n other file is no image and was passed over.</numerusform>
            <numerusform> %n other files are no images and were passed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This folder holds %n whole slide(s), which are read as tiles.</source>
        <translation>
            <numerusform>This folder holds %n whole slide, which is read as tiles.</numerusform>
            <numerusform>This folder holds %n whole slides, which are read as tiles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectText</name>
    <message numerus="yes">
        <source>%n dead filter(s), norm in brackets: %1</source>
        <translation>
            <numerusform>%n dead filter, norm in brackets: %1</numerusform>
            <numerusform>%n dead filters, norm in brackets: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PretrainForm</name>
    <message numerus="yes">
        <source>The run ends after %n pass(es), so nothing can be kept at %1.</source>
        <translation>
            <numerusform>The run ends after %n pass, so nothing can be kept at %1.</numerusform>
            <numerusform>The run ends after %n passes, so nothing can be kept at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::QueuePanel</name>
    <message numerus="yes">
        <source>%n run(s) selected</source>
        <translation>
            <numerusform>%n run selected</numerusform>
            <numerusform>%n runs selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ShownPair</name>
    <message numerus="yes">
        <source>All done: %n run(s) and score(s).</source>
        <translation>
            <numerusform>All done: %n run or score.</numerusform>
            <numerusform>All done: %n runs and scores.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::SlidesDialog</name>
    <message numerus="yes">
        <source>%n whole slide(s): a network learns from tiles of them. Tiles of all slides have the same scale, hold tissue, and are told apart by their slide as images are by their patient.</source>
        <translation>
            <numerusform>%n whole slide: a network learns from tiles of it. Tiles of all slides have the same scale, hold tissue, and are told apart by their slide as images are by their patient.</numerusform>
            <numerusform>%n whole slides: a network learns from tiles of them. Tiles of all slides have the same scale, hold tissue, and are told apart by their slide as images are by their patient.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 tiles of %n slide(s) were cut.</source>
        <translation>
            <numerusform>%1 tiles of %n slide were cut.</numerusform>
            <numerusform>%1 tiles of %n slides were cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::StudyPage</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::TrialPanel</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::VerdictPanel</name>
    <message numerus="yes">
        <source>± %1, %n pretraining run(s)</source>
        <translation>
            <numerusform>± %1, %n pretraining run</numerusform>
            <numerusform>± %1, %n pretraining runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>± %1, %n repeat(s)</source>
        <translation>
            <numerusform>± %1, %n repeat</numerusform>
            <numerusform>± %1, %n repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test patient(s)</source>
        <translation>
            <numerusform>%n test patient</numerusform>
            <numerusform>%n test patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test image(s)</source>
        <translation>
            <numerusform>%n test image</numerusform>
            <numerusform>%n test images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ViewsPanel</name>
    <message numerus="yes">
        <source>%n view(s) of %1 pixels</source>
        <translation>
            <numerusform>%n view of %1 pixels</numerusform>
            <numerusform>%n views of %1 pixels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::VolumeDialog</name>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the slices of now and keep them. Only later runs and scores have others.</source>
        <translation>
            <numerusform>%n run of this study was planned with the slices of now and keeps them. Only later runs and scores have others.</numerusform>
            <numerusform>%n runs of this study were planned with the slices of now and keep them. Only later runs and scores have others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WarningStrip</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WelcomePanel</name>
    <message numerus="yes">
        <source>%n run(s) and score(s), all done</source>
        <translation>
            <numerusform>%n run or score, done</numerusform>
            <numerusform>%n runs and scores, all done</numerusform>
        </translation>
    </message>
</context>
</TS>
