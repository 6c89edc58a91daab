// What the core says of runs, scores and studies, and of what computes them: errors, what to do
// about them, and warnings. See core_phrases.cpp.
#include "widgets/bridge/core_phrase_lists.h"

#include <QtGlobal>

namespace rekindle::bridge {

// Long phrases stand on several lines.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

void addRunsErrors(std::vector<const char*>& list)
{
    for (const char* text : {
             QT_TRANSLATE_NOOP("Core", "The memory of the device is not enough for this step"),
             QT_TRANSLATE_NOOP("Core", "Use a smaller batch or image size, or another device"),
             QT_TRANSLATE_NOOP("Core", "There is not enough memory for this step"),
             QT_TRANSLATE_NOOP("Core",
                               "Close other programs, or use a smaller batch or image size"),
             QT_TRANSLATE_NOOP("Core", "There is no such GPU"),
             QT_TRANSLATE_NOOP("Core", "This is not a device"),
             QT_TRANSLATE_NOOP("Core", "Use auto, cpu, cuda or cuda:N"),
             QT_TRANSLATE_NOOP("Core", "Use --device cpu, or see rekindle-cli doctor"),
             QT_TRANSLATE_NOOP("Core", "These weights have changed since they were to be scored"),
             QT_TRANSLATE_NOOP("Core", "Put the file back, or plan the score again"),
             QT_TRANSLATE_NOOP("Core", "There are no weights to score"),
             QT_TRANSLATE_NOOP("Core", "Pretrain first, or score passes whose weights were kept"),
             QT_TRANSLATE_NOOP("Core", "This is not a scoring run"),
             QT_TRANSLATE_NOOP("Core", "Scoring needs labels, and these images have none"),
             QT_TRANSLATE_NOOP(
                 "Core", "Put the images of each class into a folder of its own, or add a table"),
             QT_TRANSLATE_NOOP(
                 "Core", "The training and test images are not those this run was planned with"),
             QT_TRANSLATE_NOOP("Core", "Plan the run again with the labels as they are now"),
             QT_TRANSLATE_NOOP("Core", "These images leave too few for training and testing"),
             QT_TRANSLATE_NOOP("Core", "The features were not finished"),
             QT_TRANSLATE_NOOP("Core", "Two tables of this score hold different images"),
             QT_TRANSLATE_NOOP("Core", "Score the run again"),
             QT_TRANSLATE_NOOP("Core", "The check was stopped"),
             QT_TRANSLATE_NOOP("Core", "This version cannot score by this protocol"),
             QT_TRANSLATE_NOOP("Core", "There are: %1"),
             QT_TRANSLATE_NOOP("Core", "The journal tells of a score that was never planned"),
             QT_TRANSLATE_NOOP("Core", "Start this score anew (--force)"),
             QT_TRANSLATE_NOOP("Core", "There is no program to start"),
             QT_TRANSLATE_NOOP("Core", "There is no such program"),
             QT_TRANSLATE_NOOP("Core", "The program could not be started (%1)"),
             QT_TRANSLATE_NOOP("Core", "No answer came in time"),
             QT_TRANSLATE_NOOP("Core", "The program ended without an answer"),
             QT_TRANSLATE_NOOP("Core", "The program cannot be started: %1"),
             QT_TRANSLATE_NOOP("Core", "Install Rekindle again"),
             QT_TRANSLATE_NOOP("Core",
                               "This process may take too little memory to compute: %1 are left "
                               "until its limit (ulimit -v), and %2 are needed to begin"),
             QT_TRANSLATE_NOOP("Core", "Raise the limit, and try again"),
             QT_TRANSLATE_NOOP("Core", "This computer has too little free memory to compute: %1 "
                                       "are left, and %2 are needed to begin"),
             QT_TRANSLATE_NOOP("Core", "Close other programs, and try again"),
             QT_TRANSLATE_NOOP("Core", "The part of Rekindle that trains could not be loaded (%1)"),
             QT_TRANSLATE_NOOP("Core", "rekindle-cli doctor says what is missing"),
             QT_TRANSLATE_NOOP("Core", "The part of Rekindle that trains is of another version"),
             QT_TRANSLATE_NOOP("Core", "Build or install both together"),
             QT_TRANSLATE_NOOP("Core", "The part of Rekindle that trains is not there"),
             QT_TRANSLATE_NOOP("Core", "Build it with ./dev build, or reinstall"),
             QT_TRANSLATE_NOOP("Core", "%1 of these weights is not a number"),
             QT_TRANSLATE_NOOP("Core", "Look at the weights (inspect)"),
             QT_TRANSLATE_NOOP("Core", "This table of scores does not fit together (%1)"),
             QT_TRANSLATE_NOOP("Core", "These weights give probabilities that are not numbers"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "Look at the weights (inspect): they hold infinities or values far too large"),
             QT_TRANSLATE_NOOP("Core", "These scores were written by another version of Rekindle"),
             QT_TRANSLATE_NOOP("Core",
                               "The list of images is not the one this run was planned with"),
             QT_TRANSLATE_NOOP("Core", "Plan the run again with the images as they are now"),
             QT_TRANSLATE_NOOP("Core", "This save was written by a newer Rekindle"),
             QT_TRANSLATE_NOOP("Core", "Update Rekindle to continue this run"),
             QT_TRANSLATE_NOOP("Core",
                               "The settings of this run were changed after it had started"),
             QT_TRANSLATE_NOOP("Core", "Put job.json back as it was, or start a new run"),
             QT_TRANSLATE_NOOP("Core",
                               "This run was saved, but none of its saves can be read any more"),
             QT_TRANSLATE_NOOP("Core", "Put a good copy of this folder back and resume. To train "
                                       "from the start after all, delete this folder first"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "There is not enough memory for step %1. What was reached before it is saved"),
             QT_TRANSLATE_NOOP(
                 "Core", "There is not enough memory for step %1. What was saved before is kept"),
             QT_TRANSLATE_NOOP("Core", "Another process of this run could not read its images"),
             QT_TRANSLATE_NOOP("Core", "Start a new run with a lower learning rate (lr)"),
             QT_TRANSLATE_NOOP("Core", "The memory was not enough for a step. It was made again, "
                                       "and the run goes on, in less: %1"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "This run goes on with another library, processor or number of threads than it "
                 "began with: its numbers will be close to those of an unbroken run, not the same"),
             QT_TRANSLATE_NOOP("Core", "The list of checksums differs from its own checksum"),
             QT_TRANSLATE_NOOP("Core", "This run was written by a newer Rekindle"),
             QT_TRANSLATE_NOOP("Core", "Update Rekindle to check it"),
             QT_TRANSLATE_NOOP("Core", "A file of this run is missing"),
             QT_TRANSLATE_NOOP("Core", "The file has another size than when it was written"),
             QT_TRANSLATE_NOOP("Core", "This file is not in the list of the run's checksums"),
             QT_TRANSLATE_NOOP("Core", "The list of the run's checksums was damaged and is begun "
                                       "anew; what was damaged before that can no longer be told"),
             QT_TRANSLATE_NOOP("Core", "The journal of this run is missing"),
             QT_TRANSLATE_NOOP("Core", "The end of the journal is missing (%1)"),
             QT_TRANSLATE_NOOP("Core", "There is no preset of this name"),
             QT_TRANSLATE_NOOP("Core", "There is no such folder"),
             QT_TRANSLATE_NOOP("Core", "This folder is not a run: it has no job.json"),
             QT_TRANSLATE_NOOP("Core", "Choose the folder that holds job.json"),
             QT_TRANSLATE_NOOP("Core",
                               "This run is only being made, or a killed process left it behind"),
             QT_TRANSLATE_NOOP("Core", "Make it again"),
             QT_TRANSLATE_NOOP("Core", "This is not the job of a run"),
             QT_TRANSLATE_NOOP("Core", "This run was planned by a newer Rekindle"),
             QT_TRANSLATE_NOOP("Core", "The job of this run is damaged: %1"),
             QT_TRANSLATE_NOOP("Core", "Put a good copy of it back"),
             QT_TRANSLATE_NOOP("Core", "This run does not say which images it was planned with"),
             QT_TRANSLATE_NOOP("Core", "Plan it again"),
             QT_TRANSLATE_NOOP("Core",
                               "A score cannot go on without some of its images: it would be of "
                               "other test images than the scores it is compared with"),
             QT_TRANSLATE_NOOP("Core", "Put the images back, or plan the scores again"),
             QT_TRANSLATE_NOOP("Core", "This run has ended already (%1)"),
             QT_TRANSLATE_NOOP("Core", "Another process is working on this run"),
             QT_TRANSLATE_NOOP("Core", "Wait until it has ended, or pause it first"),
             QT_TRANSLATE_NOOP("Core", "'%1' is not a setting that this program knows"),
             QT_TRANSLATE_NOOP("Core", "This is a setting of %1 and not of %2"),
             QT_TRANSLATE_NOOP("Core", "Leave it out, or choose %1"),
             QT_TRANSLATE_NOOP("Core", "There is no setting of this name"),
             QT_TRANSLATE_NOOP("Core", "No image folder was chosen"),
             QT_TRANSLATE_NOOP("Core", "This setting is 'random' or the path of a checkpoint"),
             QT_TRANSLATE_NOOP(
                 "Core", "A snapshot is asked for after epoch %1, but the run ends after epoch %2"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "There are %1 images in an epoch but a batch of %2. Not one batch can be filled"),
             QT_TRANSLATE_NOOP("Core",
                               "A batch of %1 in %2 pieces leaves less than two images to a piece"),
             QT_TRANSLATE_NOOP("Core", "Choose %1 or fewer"),
             QT_TRANSLATE_NOOP("Core", "Random weights bring no head that could be kept"),
             QT_TRANSLATE_NOOP("Core", "Choose a checkpoint that carries one, or head=new"),
             QT_TRANSLATE_NOOP(
                 "Core", "A method that learns from labels never sees the labels of test images"),
             QT_TRANSLATE_NOOP("Core",
                               "Choose test_images=apart, or a method that needs no labels"),
             QT_TRANSLATE_NOOP("Core", "A P1X run starts from random weights"),
             QT_TRANSLATE_NOOP("Core", "A P2X run starts from a checkpoint"),
             QT_TRANSLATE_NOOP("Core", "No weights were chosen to be scored"),
             QT_TRANSLATE_NOOP("Core", "This is not the status of a run"),
             QT_TRANSLATE_NOOP("Core", "This run was saved by a newer Rekindle"),
             QT_TRANSLATE_NOOP("Core", "There was not enough memory to go on %1"),
             QT_TRANSLATE_NOOP("Core", "at step %1"),
             QT_TRANSLATE_NOOP("Core", "before its first step"),
             QT_TRANSLATE_NOOP("Core", "%1, twice without getting further"),
             QT_TRANSLATE_NOOP("Core",
                               "The worker ended with exit code %1 at step %2 and did not say why"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "The worker ended with exit code %1 before its first step and did not say why"),
             QT_TRANSLATE_NOOP("Core",
                               "The system had no memory left and ended the worker %1 (signal %2)"),
             QT_TRANSLATE_NOOP("Core", "The worker died with signal %1 (%2) at step %3"),
             QT_TRANSLATE_NOOP("Core", "The worker died with signal %1 (%2) before its first step"),
             QT_TRANSLATE_NOOP("Core",
                               "What was saved is kept. Continue the run; where memory is short, "
                               "start it anew with a limit of memory (memory_limit)"),
             QT_TRANSLATE_NOOP("Core",
                               "What was saved is kept. See log.txt, then continue the run"),
             QT_TRANSLATE_NOOP("Core",
                               "What was saved is kept. Close other programs and continue the run, "
                               "or start it anew with a limit of memory (memory_limit)"),
             QT_TRANSLATE_NOOP("Core", "The work ended with something unknown"),
             QT_TRANSLATE_NOOP("Core", "The folder of this run was moved or removed while it was "
                                       "worked on, and the work has stopped"),
             QT_TRANSLATE_NOOP(
                 "Core", "If it was moved, rekindle-cli resume goes on with it at its new place"),
             QT_TRANSLATE_NOOP("Core", "%1. Training on will not bring them back; finish early, or "
                                       "start anew with a lower learning rate (lr)"),
             QT_TRANSLATE_NOOP(
                 "Core", "The features are collapsing: their spread fell below 5 % of the start"),
             QT_TRANSLATE_NOOP("Core",
                               "The features are collapsing: their spread fell below 5 % of the "
                               "start, and the nearest neighbours know no more than chance"),
             QT_TRANSLATE_NOOP("Core",
                               "The features no longer tell the classes apart: nearest neighbours "
                               "name %1 of the labelled training images right after %2 before, and "
                               "always naming the most frequent class %3"),
             QT_TRANSLATE_NOOP("Core", "This file carries no head that could be kept: it lacks %1"),
             QT_TRANSLATE_NOOP("Core", "Choose --head new"),
             QT_TRANSLATE_NOOP("Core", "The head has values that are not numbers in %1"),
             QT_TRANSLATE_NOOP("Core", "This version cannot pretrain with this method"),
             QT_TRANSLATE_NOOP("Core", "Methods here: %1"),
             QT_TRANSLATE_NOOP("Core", "This method keeps no heads of a checkpoint"),
             QT_TRANSLATE_NOOP("Core", "Choose head=new"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "The head that the checkpoint carries has another size than this method's"),
             QT_TRANSLATE_NOOP("Core", "Choose head=new, or the size that it has"),
             QT_TRANSLATE_NOOP("Core",
                               "This processor does not compute in bf16, so that each step takes "
                               "far longer than in fp32; start anew with precision=fp32"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "Nearest neighbours of the labelled training images could not be asked (%1)"),
             QT_TRANSLATE_NOOP("Core", "This is not a pretraining run"),
             QT_TRANSLATE_NOOP(
                 "Core", "The images kept for testing are not those this run was planned with"),
             QT_TRANSLATE_NOOP("Core", "Images that the run was planned with are gone; the next "
                                       "ones of the list stand in for them"),
             QT_TRANSLATE_NOOP("Core",
                               "These starting weights have changed since the run was planned"),
             QT_TRANSLATE_NOOP("Core", "Put the file back, or plan the run again"),
             QT_TRANSLATE_NOOP("Core", "The test images are not the same (%1 and %2), and averages "
                                       "over different images cannot be compared"),
             QT_TRANSLATE_NOOP("Core", "Score both runs again on the same images"),
             QT_TRANSLATE_NOOP("Core", "The test images are not the same, and averages over "
                                       "different images cannot be compared"),
             QT_TRANSLATE_NOOP("Core", "This run has not been scored yet"),
             QT_TRANSLATE_NOOP("Core", "Score both runs of the pair, then compare them"),
             QT_TRANSLATE_NOOP("Core",
                               "The two runs of this pair have no score of the same kind and pass"),
             QT_TRANSLATE_NOOP("Core", "Score both with the same protocol and passes"),
             QT_TRANSLATE_NOOP("Core", "A comparison needs two runs, a P1X and a P2X"),
             QT_TRANSLATE_NOOP("Core",
                               "There is no P1X and P2X among these runs that belong together"),
             QT_TRANSLATE_NOOP("Core",
                               "Name one run from random weights and one from a checkpoint"),
             QT_TRANSLATE_NOOP("Core", "A name is one line of at most %1 letters"),
             QT_TRANSLATE_NOOP("Core", "There is something of this name in the study already"),
             QT_TRANSLATE_NOOP("Core", "The study has no weights, pair, run or score of this name"),
             QT_TRANSLATE_NOOP("Core", "rekindle-cli study status lists its runs"),
             QT_TRANSLATE_NOOP("Core", "This file has changed since it was added to the study"),
             QT_TRANSLATE_NOOP("Core", "Add it again under a new name"),
             QT_TRANSLATE_NOOP("Core", "This study knows no such weights"),
             QT_TRANSLATE_NOOP("Core", "Choose the starting weights of the P2X run first"),
             QT_TRANSLATE_NOOP("Core", "A batch of %1 cannot be filled once from %2"),
             QT_TRANSLATE_NOOP("Core", "Choose %1 or less"),
             QT_TRANSLATE_NOOP("Core", "This is a scoring run"),
             QT_TRANSLATE_NOOP("Core", "Name the pretraining runs that were scored"),
             QT_TRANSLATE_NOOP("Core", "The name of a pair has letters, digits, '-', '_' and '.'"),
             QT_TRANSLATE_NOOP("Core", "There is a pair of this name already"),
             QT_TRANSLATE_NOOP("Core", "This run keeps no weights of epoch %1"),
             QT_TRANSLATE_NOOP("Core",
                               "Score an epoch of its snapshots, or plan a run that keeps it"),
             QT_TRANSLATE_NOOP("Core", "Only pretraining runs can be scored"),
             QT_TRANSLATE_NOOP("Core", "The number of pairs is a whole number from 1 to 1000"),
             QT_TRANSLATE_NOOP("Core", "The runs of this study are being worked off already"),
             QT_TRANSLATE_NOOP("Core", "Leave it to that process, or stop it first"),
             QT_TRANSLATE_NOOP("Core", "The sample images are not beside this program"),
             QT_TRANSLATE_NOOP("Core",
                               "Reinstall Rekindle, or set REKINDLE_SAMPLE to the sample's folder"),
             QT_TRANSLATE_NOOP("Core", "This study has no starting weights"),
             QT_TRANSLATE_NOOP("Core", "This run was pretrained on %1 of the %2 test images, so "
                                       "its scores would not be those of images it never saw"),
             QT_TRANSLATE_NOOP(
                 "Core", "Pretrain with the labels given, so that test images are kept apart, or "
                         "keep them (keep_leaks), which is noted beside every number"),
             QT_TRANSLATE_NOOP("Core", "This score does not fit together (%1)"),
             QT_TRANSLATE_NOOP("Core", "This score was written by another version of Rekindle"),
             QT_TRANSLATE_NOOP("Core", "This score is not finished"),
             QT_TRANSLATE_NOOP("Core", "Let it end, or resume it"),
             QT_TRANSLATE_NOOP("Core", "No images were chosen yet"),
             QT_TRANSLATE_NOOP("Core", "Choose a folder of images first"),
             QT_TRANSLATE_NOOP("Core", "A run of this study is being worked on"),
             QT_TRANSLATE_NOOP("Core", "Pause the runs, then copy the study"),
             QT_TRANSLATE_NOOP("Core", "A copy cannot lie inside the study itself"),
             QT_TRANSLATE_NOOP("Core", "Choose a folder beside the study"),
             QT_TRANSLATE_NOOP("Core", "Copying was stopped"),
             QT_TRANSLATE_NOOP("Core", "This is not the file of a study"),
             QT_TRANSLATE_NOOP("Core", "This study was saved by a newer Rekindle (format %1, this "
                                       "program reads up to %2)"),
             QT_TRANSLATE_NOOP("Core", "Update Rekindle to open it"),
             QT_TRANSLATE_NOOP("Core", "Nothing can be written here (the disk is read-only, or the "
                                       "folder belongs to somebody else)"),
             QT_TRANSLATE_NOOP(
                 "Core", "The study is open for reading. Use Save a copy to work in another place"),
             QT_TRANSLATE_NOOP("Core", "Another process is changing this study"),
             QT_TRANSLATE_NOOP("Core", "Try again when it is done"),
             QT_TRANSLATE_NOOP("Core", "Choose a new or empty folder for the study"),
             QT_TRANSLATE_NOOP("Core", "This folder is not a Rekindle study. It has no study.json"),
             QT_TRANSLATE_NOOP("Core",
                               "Choose the folder that holds study.json, or make a new study here"),
             QT_TRANSLATE_NOOP("Core", "No folder for temporary files can be made"),
             QT_TRANSLATE_NOOP("Core", "Set TMPDIR to a folder that can be written to"),
             QT_TRANSLATE_NOOP("Core", "The trial ended before its first step"),
             QT_TRANSLATE_NOOP("Core", "See what rekindle-cli doctor says of this computer"),
             QT_TRANSLATE_NOOP("Core", "How much memory this method takes is not known"),
             QT_TRANSLATE_NOOP("Core", "Leave memory_limit out"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "This run needs about %1 even in its smallest pieces, and the memory limit is %2"),
             QT_TRANSLATE_NOOP("Core",
                               "Allow %1 or more, or choose smaller images or a smaller batch"),
             QT_TRANSLATE_NOOP("Core", "Batch norm sees %1 images at a time and not the whole "
                                       "batch of %2: the loss compares all of them, but values are "
                                       "normalised over each piece by itself, as on several cards"),
         })
        list.push_back(text);
}

// NOLINTEND(bugprone-suspicious-missing-comma)

} // namespace rekindle::bridge
