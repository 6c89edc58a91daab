#!/usr/bin/env bash
# Takes the pictures of the README and the guide from a demo study, so that they never age, and the
# window at other sizes, scales and in the dark (docs/pictures/sizes).
#   packaging/shots.sh [HOME [PART]]    HOME: a folder for the study and a copy of the sample (/tmp/anna).
#                                       PART: pages, or dialogs; both without it.
# Paths stand in the pictures, so everything lies where it could lie on anybody's computer. A study
# that is there already is taken as it is.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin="$root/build/release/bin"
home=${1:-/tmp/anna}
study="$home/surfaces"
pictures="$root/docs/pictures"
part=${2:-all}

mkdir -p "$home/rekindle" "$pictures/sizes"
[ -d "$home/rekindle/sample" ] || cp -r "$root/resources/sample" "$home/rekindle/"
export REKINDLE_SAMPLE="$home/rekindle/sample" HOME="$home" QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

# shot NAME VIEW SIZE [SCALE [THEME [STUDY [BUTTON]]]]: with a button's name, the dialog that it opens.
shot() {
    QT_SCALE_FACTOR=${4:-1} REKINDLE_THEME=${5:-light} "$bin/rekindle" "${6:-$study}" --open-page "$2" \
        --size "$3" --screenshot "$pictures/$1.png" ${7:+--press "$7"}
    echo "$pictures/$1.png"
}

# dialog NAME VIEW BUTTON IMAGES [OPTION...]: of a study of those images, read by those options.
dialog() {
    own="$home/study-of-$4"
    [ -d "$own" ] || "$bin/rekindle-cli" study new "$own" --images "$home/examples/$4" --weights "$weights" \
        "${@:5}" >/dev/null
    shot "$1" "$2" 1280x800 1 light "$own" "$3"
}

dialogs() {
    # A small network: with weights the form of a pair can be filled in.
    weights="$root/tests/data/model/basic.safetensors"
    [ -d "$home/examples" ] || "$root/packaging/shots_images.py" "$home/examples"
    dialog brightness images images-brightness radiographs --window 800,900
    dialog bands images images-bands satellite --bands 4,3,2
    dialog volume images images-volumes volumes --axis coronal
    dialog pack pretrain main-pretrain photographs
    # Slides are no images yet: their folder itself is opened, in a study of its own.
    mkdir -p "$home/examples/slides/tumour"
    cp "$root/tests/data/slides/half.svs" "$home/examples/slides/tumour/"
    REKINDLE_STUDIES="$home/studies" shot slides images 1280x800 1 light "$home/examples/slides" images-slides
}

[ "$part" = pages ] || dialogs
[ "$part" != dialogs ] || exit 0
[ -d "$study" ] || "$bin/rekindle-cli" demo -o "$study"
for view in study images weights inspect repair pretrain score compare inspect:distributions \
    inspect:layers inspect:dead inspect:filters repair:stages; do
    shot "${view/:/-}" "$view" 1280x800
done
# The form of a pair, before there is one.
planned="$home/before-the-first-pair"
[ -d "$planned" ] || "$bin/rekindle-cli" study new "$planned" --images "$REKINDLE_SAMPLE/surfaces" --weights "$study/weights/first-stage-simclr-repaired/weights.safetensors"
shot pretrain-form pretrain 1280x800 1 light "$planned"
for page in study images weights inspect repair pretrain score compare; do
    shot "sizes/$page-1280-dark" "$page" 1280x800 1 dark
done
for page in inspect compare; do
    for size in 1024x700 1920x1080 3840x2160; do
        shot "sizes/$page-${size%x*}" "$page" "$size"
    done
    shot "sizes/$page-1024-dark" "$page" 1024x700 1 dark
    shot "sizes/$page-scale-1.5" "$page" 1024x700 1.5
    shot "sizes/$page-scale-2" "$page" 1024x700 2
done
