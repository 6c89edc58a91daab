<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ImageModel</name>
    <message>
        <source>%1, %2 × %3 px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>No filter is below %1; there is nothing dead here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n dead filter(s), norm in brackets: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerModel</name>
    <message numerus="yes">
        <source>%n dead filter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::gui::MainWindow</name>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try it with the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a &amp;finished example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart as &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main &amp;button of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Rekindle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chart on this page to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1, and its numbers as CSV beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Rekindle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Rekindle %1&lt;/h3&gt;&lt;p&gt;Two-step self-supervised pretraining for small image collections, after Ciga, Xu and Martel.&lt;/p&gt;&lt;p&gt;For research, not for diagnosis.&lt;/p&gt;&lt;p&gt;Charts are drawn with QCustomPlot; the window is built on Qt.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> – finished example, shipped results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> – read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · for looking only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::gui::StudyController</name>
    <message>
        <source>Open study: choose the folder that holds study.json</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels</name>
    <message>
        <source>%1 pictures of noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 filters scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 layers scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3 filters replaced. Filters above 1: %4 % before, %5 % after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: no filter is above 1 and none below 0.1. Repaired and unrepaired weights would be the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not repaired yet: %1 of %2 filters are above 1, %3 are dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proved yet. Press Make repaired weights: the repair is done again and checked on images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same answers when used for prediction: scaling alone changed the features by at most %1 of their range over %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers changed by %1 of their range over %2; %3 was allowed. The small safety term of batch norm counts here; choose Absorbed, exact to avoid it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Replaced filters do change answers: mean cosine %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> While training, batch statistics are used, so a scaled layer starts out weaker, at least to %1 of its strength; that is part of the paper&apos;s rule.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ComparePage</name>
    <message>
        <source>nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against %2 · %3, %4 % of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer, and how sure it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a finished example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished example – shipped results, computed with this program on the sample images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P1X (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P2X (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference (points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting (P1X, P2X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences by pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet. Score both runs of a pair on the same test images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, or look at the finished example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a matched pair, equal but for the starting weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ExportDialog</name>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (300 dots an inch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single column, 89 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One and a half columns, 136 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double column, 183 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two thirds of the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace files that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plotted numbers are written beside it as CSV. Files are always light, with text as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures (*.pdf *.svg *.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ImagesPage</name>
    <message>
        <source>Choose a folder and see what the network will see. Nothing is copied or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: read %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5 reads the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then choose images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images yet. Choose a folder, or drop one here. Rekindle reads PNG and JPEG files; nothing is copied or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then choose a folder of images here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images without labels: fit for pretraining; scoring needs labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no labels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images cannot be split: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts as the folders say: %1 training, %2 validation, %3 test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts drawn here, by class and patient: %1 training, %2 validation, %3 test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1 patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bytes as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 files could not be read and are left out. Names and reasons are under Problems. Put them right and press F5, or go on without them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectPage</name>
    <message>
        <source>Norms of the filters, layer by layer: what is too big, what is dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norms on a logarithmic axis: shows the smallest ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;laid over by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose weights on the page Starting weights; nothing is computed until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[ and ] go to the previous and next layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 filters; %2 above %3, %4 dead (below %5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 filters; norm of the whole layer %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::MessageStrip</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study is a folder of small text files and runs. It is safe to copy or move as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::Page</name>
    <message>
        <source>Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PretrainForm</name>
    <message>
        <source>Score both when done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tunes both runs on your labels at the passes kept, so that they can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P2X &amp;starts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P1X starts from random weights, P2X from these. Everything else is equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;asses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs: how often every image is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images are compared at once; for SimCLR it is part of the method, not only a matter of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the squares the network sees, pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning &amp;rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak rate. Automatic: 0.3 × batch / 256, as the method&apos;s authors do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes in which the rate rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep at passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes whose weights are kept for scoring; the last always is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each seed repeats the pair with other random numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 % of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune: all weights may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the labelled training images used for scoring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repea&amp;ts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three is the least that shows spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning &amp;passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pass is every image once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 images but a batch of %2: not one batch can be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 pass = every image once = %1 steps; %2 steps in all, for each run of the pair.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PretrainPage</name>
    <message>
        <source>A matched pair: P1X starts from random weights, P2X from yours; all else is equal. Runs go on when this window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of both runs is drawn here while they run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pair needs images to train on and weights for P2X to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pair needs images to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P2X needs weights to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 steps of work are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run failed; hover its row for the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done; a worker is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done; nobody works on the rest. Press Continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring needs labels. These images have none, so the pair is pretrained only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::QueuePanel</name>
    <message>
        <source>Run queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done, %2 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · a worker is starting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::Rail</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (Ctrl+%3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RepairPage</name>
    <message>
        <source>Scale what is too big, replace what is dead, and see proof of what changed. The original is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make repaired weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose weights to repair: add a checkpoint on the page Starting weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole layer (the paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact in training too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γ alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absorbed, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a live filter (the paper)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New random filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check on my images, not on noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scale over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm a layer or filter is divided by (its square root), where it is above 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper: weights, mean and γ by 1/√s, variance by 1/s². Exact in training too: γ stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small &amp;term ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch norm&apos;s small safety term, which scaling makes count more or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dead filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A live filter of the same layer, chosen by the seed, takes the dead one&apos;s place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead &amp;below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm below this line: the filter answers nearly nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repairing and proving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after appear here once weights are repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by a new random filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by a copy of filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled, s = %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RunButtons</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the full state and stops; can continue on this or another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on from the newest save, with the same numbers as without the pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the schedule now and writes the final weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops and keeps what is there; can be continued.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ScorePage</name>
    <message>
        <source>Turn weights into numbers on your own labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Pretrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs to score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last pass of each run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 % of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 % of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune: all weights may change (Adam, 3e-4, decay 1e-4). Nearest neighbours: shows the features themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At pa&amp;sses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes of the pretraining to score; 0 is what the run started from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the labelled training images used; the same draws for every run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three is the least that shows spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fine-tuning passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring needs labels. These images have none. Put them into one folder a class, or stop at pretraining and use the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to score yet: pretrain a pair first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the runs to score first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::StudyPage</name>
    <message>
        <source>What is asked, of which images, with which weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: does pretraining on our own slides help to tell the four tissue classes apart?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free text, for you and for whoever opens this study later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where this study stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished example – shipped results. It is for looking only; Try it with the sample, in the menu Study, runs it again on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written here, so this study is open for reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 classes, from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pretraining runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WeightsPage</name>
    <message>
        <source>the file does not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a checkpoint and see what was loaded. Opening a file never runs code from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint file: .safetensors, .pth, .pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of this study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors *.pth *.pt *.tar *.ckpt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then add weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weights yet. Add a checkpoint file you have downloaded. Rekindle does not download anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then add starting weights here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 convolutions of a %2 found: %3 tensors, %4 parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding, input scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– (as added)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WelcomePanel</name>
    <message>
        <source>Does a second stage of pretraining on your own images help? Put images and starting weights in, repair the weights, pretrain a matched pair, and see the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real photographs, small weights, a few minutes on any computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a finished example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample&apos;s shipped results, to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder for your own images, runs and results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you, or a server, left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the program has no network code. For research, not for diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::plots::FigureTable</name>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rekindle::plots::FigureView</name>
    <message>
        <source>%1 — %2 %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
