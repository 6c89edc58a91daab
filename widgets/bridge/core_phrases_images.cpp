// What the core says of images, their folders, tables and packed files: errors, what to do about
// them, and warnings. See core_phrases.cpp.
#include "widgets/bridge/core_phrase_lists.h"

#include <QtGlobal>

namespace rekindle::bridge {

// Long phrases stand on several lines.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

void addImagesErrors(std::vector<const char*>& list)
{
    for (const char* text : {
             QT_TRANSLATE_NOOP("Core", "Copy or export the picture again"),
             QT_TRANSLATE_NOOP("Core",
                               "This BMP is packed in a way that is not read here (number %1)"),
             QT_TRANSLATE_NOOP("Core", "Save the picture as PNG"),
             QT_TRANSLATE_NOOP("Core", "The BMP ends early"),
             QT_TRANSLATE_NOOP("Core", "The BMP's header holds values that no BMP has"),
             QT_TRANSLATE_NOOP("Core", "The BMP's pixels name colours that it does not have"),
             QT_TRANSLATE_NOOP("Core", "Copy or export the file again"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file has too many elements"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file nests its elements too deep"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file ends early"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file holds elements that no such file has"),
             QT_TRANSLATE_NOOP("Core", "A sequence of the DICOM file holds no items"),
             QT_TRANSLATE_NOOP("Core", "Export the picture as PNG, TIFF or uncompressed DICOM"),
             QT_TRANSLATE_NOOP("Core", "This DICOM file holds no picture"),
             QT_TRANSLATE_NOOP("Core",
                               "Reports and directories of a CD are such files; leave it out"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file has more than %1 frames"),
             QT_TRANSLATE_NOOP("Core", "Export its frames as files of their own"),
             QT_TRANSLATE_NOOP("Core", "A table of the DICOM file holds values that no table has"),
             QT_TRANSLATE_NOOP("Core", "A table of the DICOM file ends early"),
             QT_TRANSLATE_NOOP("Core", "This DICOM file holds numbers with fractions"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file's header says that it has no pixels"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file's header holds values that no picture has"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file's header contradicts itself about colours"),
             QT_TRANSLATE_NOOP("Core", "The DICOM picture's palette is missing"),
             QT_TRANSLATE_NOOP("Core", "This DICOM file's masks do not begin at whole bytes"),
             QT_TRANSLATE_NOOP(
                 "Core", "This DICOM file does not say which part of its data is which frame"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file's table of frames leads nowhere"),
             QT_TRANSLATE_NOOP("Core", "The DICOM file's pixels cannot be unpacked"),
             QT_TRANSLATE_NOOP("Core", "The file ends early"),
             QT_TRANSLATE_NOOP("Core", "Copy it again"),
             QT_TRANSLATE_NOOP("Core", "The file has %1; picture files over %2 are not opened"),
             QT_TRANSLATE_NOOP("Core", "Cut it into tiles or make it smaller"),
             QT_TRANSLATE_NOOP("Core", "The picture's header says that it has no pixels"),
             QT_TRANSLATE_NOOP("Core", "The picture is %1 × %2 pixels (%3 million); the limit is "
                                       "%4 million and %5 on a side"),
             QT_TRANSLATE_NOOP("Core", "The picture is %1 × %2 pixels; one side may be at most %3 "
                                       "times as long as the other"),
             QT_TRANSLATE_NOOP("Core", "Cut it into pieces"),
             QT_TRANSLATE_NOOP("Core", "The picture would grow from %1 to %2"),
             QT_TRANSLATE_NOOP("Core", "Such files are made to exhaust memory; leave it out"),
             QT_TRANSLATE_NOOP("Core", "The file would grow from %1 to more than %2"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "The JPEG stores its %1 × %2 pixels in %3 passes that hold next to nothing"),
             QT_TRANSLATE_NOOP("Core", "Such files are made to exhaust computers; leave it out"),
             QT_TRANSLATE_NOOP("Core", "The JPEG's header is too short"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "This kind of JPEG (lossless, hierarchical or arithmetic) cannot be read here"),
             QT_TRANSLATE_NOOP("Core", "The JPEG's header says that it has no pixels"),
             QT_TRANSLATE_NOOP(
                 "Core", "This JPEG holds printing inks (CMYK); its colours depend on the press"),
             QT_TRANSLATE_NOOP("Core", "The JPEG ends early"),
             QT_TRANSLATE_NOOP("Core", "The JPEG's parts are not where they belong"),
             QT_TRANSLATE_NOOP("Core", "The JPEG has two headers"),
             QT_TRANSLATE_NOOP("Core", "The JPEG has pixels but no header"),
             QT_TRANSLATE_NOOP(
                 "Core", "This volume's voxels are of a kind that is not read here (number %1)"),
             QT_TRANSLATE_NOOP("Core", "Save it with whole or floating numbers"),
             QT_TRANSLATE_NOOP("Core", "This volume has %1 dimensions"),
             QT_TRANSLATE_NOOP("Core", "Save each of its parts as a volume of its own"),
             QT_TRANSLATE_NOOP("Core", "The volume's header holds values that no volume has"),
             QT_TRANSLATE_NOOP("Core", "The volume ends early"),
             QT_TRANSLATE_NOOP("Core", "The volume would grow from %1 to %2"),
             QT_TRANSLATE_NOOP("Core", "Save it unpacked, or cut it into smaller ones"),
             QT_TRANSLATE_NOOP("Core", "The PNG's header has a wrong length"),
             QT_TRANSLATE_NOOP("Core", "The PNG's header holds values that no PNG has"),
             QT_TRANSLATE_NOOP("Core", "The PNG ends early"),
             QT_TRANSLATE_NOOP("Core", "A checksum inside the PNG differs"),
             QT_TRANSLATE_NOOP("Core", "The PNG's header is not where it belongs"),
             QT_TRANSLATE_NOOP("Core", "The PNG holds no pixels"),
             QT_TRANSLATE_NOOP("Core", "The PNG has a part that no reader knows"),
             QT_TRANSLATE_NOOP("Core", "Save the picture as PNG or JPEG"),
             QT_TRANSLATE_NOOP("Core", "The file is empty"),
             QT_TRANSLATE_NOOP("Core", "The file holds no image"),
             QT_TRANSLATE_NOOP("Core", "The file holds %1 images, not %2"),
             QT_TRANSLATE_NOOP("Core", "Read the folder of images again"),
             QT_TRANSLATE_NOOP(
                 "Core", "The picture has %1 × %2 pixels, fewer than when the folder was read"),
             QT_TRANSLATE_NOOP("Core", "The picture's pixels are not those of its header"),
             QT_TRANSLATE_NOOP("Core", "A window is a centre and a width above 0, as in 40,400"),
             QT_TRANSLATE_NOOP("Core", "Bands are one number or three, counted from 1, as in 4,3,2 "
                                       "for red, green and blue"),
             QT_TRANSLATE_NOOP("Core", "Volumes are cut axial, coronal or sagittal"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "Percentiles are two numbers from 0 to 100, the lower one first, as in 0.5,99.5"),
             QT_TRANSLATE_NOOP("Core", "How the images are read is not written as it should be"),
             QT_TRANSLATE_NOOP("Core", "The TIFF's pixels cannot be unpacked"),
             QT_TRANSLATE_NOOP("Core", "The TIFF's pixels cannot be unpacked (%8)"),
             QT_TRANSLATE_NOOP("Core", "Save the picture as an ordinary TIFF or PNG"),
             QT_TRANSLATE_NOOP("Core", "The picture has %1, and band %2 was chosen"),
             QT_TRANSLATE_NOOP("Core", "Choose bands that all pictures have"),
             QT_TRANSLATE_NOOP("Core", "%1 band"),
             QT_TRANSLATE_NOOP("Core", "%1 bands"),
             QT_TRANSLATE_NOOP("Core", "The TIFF has %1 channels and needs %2"),
             QT_TRANSLATE_NOOP("Core", "This TIFF stores its colours as YCbCr without JPEG"),
             QT_TRANSLATE_NOOP("Core", "This TIFF's colours are no whole numbers"),
             QT_TRANSLATE_NOOP("Core", "The TIFF has more than %1 pages"),
             QT_TRANSLATE_NOOP("Core", "Save its pages as files of their own"),
             QT_TRANSLATE_NOOP("Core", "The TIFF ends early"),
             QT_TRANSLATE_NOOP("Core", "The TIFF's header holds values that no TIFF has"),
             QT_TRANSLATE_NOOP("Core", "A directory of the TIFF holds no entries, or too many"),
             QT_TRANSLATE_NOOP("Core", "An entry of the TIFF holds too many values"),
             QT_TRANSLATE_NOOP("Core", "The channels of this TIFF differ in depth"),
             QT_TRANSLATE_NOOP("Core", "The TIFF's header says that it has no pixels"),
             QT_TRANSLATE_NOOP("Core", "This TIFF holds complex numbers"),
             QT_TRANSLATE_NOOP("Core", "The TIFF says that it has more pieces than it could hold"),
             QT_TRANSLATE_NOOP("Core", "The TIFF's directories lead in a circle"),
             QT_TRANSLATE_NOOP("Core", "The TIFF holds no picture"),
             QT_TRANSLATE_NOOP("Core", "The TIFF's pieces are too short"),
             QT_TRANSLATE_NOOP("Core", "This WebP is an animation of %1 frames"),
             QT_TRANSLATE_NOOP("Core", "Save the frames that you need as pictures of their own"),
             QT_TRANSLATE_NOOP("Core", "The WebP library is another than the program was made for"),
             QT_TRANSLATE_NOOP("Core", "There is not enough memory for this picture"),
             QT_TRANSLATE_NOOP("Core", "The WebP ends early"),
             QT_TRANSLATE_NOOP("Core", "The WebP holds no pixels"),
             QT_TRANSLATE_NOOP("Core", "The WebP's header holds values that no WebP has"),
             QT_TRANSLATE_NOOP(
                 "Core", "The file has %1, far more than the %2 × %3 pixels that it says it holds"),
             QT_TRANSLATE_NOOP("Core", "Save the picture again"),
             QT_TRANSLATE_NOOP("Core", "The packed file ends early"),
             QT_TRANSLATE_NOOP("Core", "The packed file is damaged inside"),
             QT_TRANSLATE_NOOP("Core", "This is not a picture that can be read here"),
             QT_TRANSLATE_NOOP("Core", "This is %1, not a %2 picture"),
             QT_TRANSLATE_NOOP("Core",
                               "%1 of %2 test images looks nearly like a training image: scores "
                               "would look better than they are. Look at the pair: %9"),
             QT_TRANSLATE_NOOP("Core",
                               "%1 of %2 test images look nearly like a training image: scores "
                               "would look better than they are. Look at the pairs: %9"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 of %2 test images looks nearly like a training or validation image: "
                         "scores would look better than they are. Look at the pair: %9"),
             QT_TRANSLATE_NOOP(
                 "Core", "%1 of %2 test images look nearly like a training or validation image: "
                         "scores would look better than they are. Look at the pairs: %9"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 test images is an exact copy of training or "
                                       "validation images: scores on them mean nothing"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 test images are exact copies of training or "
                                       "validation images: scores on them mean nothing"),
             QT_TRANSLATE_NOOP("Core", "No images were found: the folder is empty"),
             QT_TRANSLATE_NOOP("Core", "Choose the folder that holds the %1 files"),
             QT_TRANSLATE_NOOP("Core", "No images were found. The folder holds %1 file, mostly %2"),
             QT_TRANSLATE_NOOP("Core",
                               "No images were found. The folder holds %1 files, mostly %2"),
             QT_TRANSLATE_NOOP("Core", "%1 files are read; unpack or export them first"),
             QT_TRANSLATE_NOOP("Core", "The only image, %1, cannot be read: %2"),
             QT_TRANSLATE_NOOP("Core", "Not one of the %1 images can be read. The first, %2: %3"),
             QT_TRANSLATE_NOOP("Core", "The folder holds more than %1 files"),
             QT_TRANSLATE_NOOP("Core", "Choose a folder further down"),
             QT_TRANSLATE_NOOP("Core", "Check the path, and that its drive is connected"),
             QT_TRANSLATE_NOOP("Core", "This is a file, not a folder of images"),
             QT_TRANSLATE_NOOP("Core", "Choose the folder that the images lie in"),
             QT_TRANSLATE_NOOP("Core", "Line 1 of the table: the column %1 appears twice"),
             QT_TRANSLATE_NOOP("Core", "Give each column a name of its own"),
             QT_TRANSLATE_NOOP(
                 "Core", "Line 1 of the table: no column names the files. Its columns are %1"),
             QT_TRANSLATE_NOOP("Core",
                               "Call the columns file and label, and if wanted patient and split"),
             QT_TRANSLATE_NOOP("Core",
                               "Lines %1 and %2 of the table say different things of the image %3"),
             QT_TRANSLATE_NOOP("Core", "Leave the line in that is right"),
             QT_TRANSLATE_NOOP("Core", "Not one file that the table names is in the folder. Its "
                                       "first row, line %1, names %2. The table was read as: %3"),
             QT_TRANSLATE_NOOP(
                 "Core", "Give each file's path as seen from the image folder, such as a/b.png"),
             QT_TRANSLATE_NOOP("Core", "Line %1 of the table: %2"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "Put the table right: columns file, label, and if wanted patient and split"),
             QT_TRANSLATE_NOOP(
                 "Core", "Line 1 of the table: no column names the classes. Its columns are %1"),
             QT_TRANSLATE_NOOP("Core", "Call the column label"),
             QT_TRANSLATE_NOOP("Core", "The table has no rows"),
             QT_TRANSLATE_NOOP("Core", "The table has %1; at most %2 are read"),
             QT_TRANSLATE_NOOP("Core", "An image's path leads out of its folder"),
             QT_TRANSLATE_NOOP("Core", "A file's entry holds numbers that no file has"),
             QT_TRANSLATE_NOOP("Core", "An image's entry holds a number that no image has (%1)"),
             QT_TRANSLATE_NOOP("Core", "An image's entry names what the list does not hold"),
             QT_TRANSLATE_NOOP("Core", "This list of images has the format %1"),
             QT_TRANSLATE_NOOP("Core", "Open it with the version of Rekindle that wrote it"),
             QT_TRANSLATE_NOOP("Core", "The list of images lacks its column %1"),
             QT_TRANSLATE_NOOP(
                 "Core", "Put each class into a folder of its own, or give a table with labels"),
             QT_TRANSLATE_NOOP("Core", "All %1 test images are exact copies of training images or "
                                       "stand in two classes, so scores would mean nothing"),
             QT_TRANSLATE_NOOP("Core", "Take the copies out of one part, or keep them "
                                       "(keep_leaks), which is noted beside every number"),
             QT_TRANSLATE_NOOP("Core",
                               "There are too few labelled images for a training and a test part"),
             QT_TRANSLATE_NOOP("Core",
                               "At least two images (or two patients) of one class are needed"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "Supervised pretraining needs labelled training images, and these have no labels"),
             QT_TRANSLATE_NOOP("Core", "Supervised pretraining needs labelled training images of "
                                       "at least two classes, and all of these are of one"),
             QT_TRANSLATE_NOOP("Core", "Put each class into a folder of its own, give labels by a "
                                       "CSV file (--labels), or choose a method that needs none"),
             QT_TRANSLATE_NOOP("Core", "This is not a table of text"),
             QT_TRANSLATE_NOOP("Core", "Save it as CSV with UTF-8 characters"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 images could not be read, the first is %3"),
             QT_TRANSLATE_NOOP("Core", "Check the drive and your right to read them"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 images is gone, %3 has changed; the first is %4"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 images is gone, %3 have changed; the first is %4"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 images are gone, %3 has changed; the first is %4"),
             QT_TRANSLATE_NOOP("Core",
                               "%1 of %2 images are gone, %3 have changed; the first is %4"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "A run must see what it says it saw: put the files back, or set it up again"),
             QT_TRANSLATE_NOOP("Core", "%1 images are no longer there; their folder was moved or "
                                       "its drive is not connected"),
             QT_TRANSLATE_NOOP("Core", "Connect the drive or put the folder back"),
             QT_TRANSLATE_NOOP("Core", "There is not enough memory to look at the images"),
             QT_TRANSLATE_NOOP("Core", "All images have been given out"),
             QT_TRANSLATE_NOOP("Core", "There are no images to load"),
             QT_TRANSLATE_NOOP("Core", "Choose a batch of %1 or less"),
             QT_TRANSLATE_NOOP("Core", "The picture has %1 × %2 pixels now, and had %3 × %4"),
             QT_TRANSLATE_NOOP("Core", "Put it back as it was, or read the folder again"),
             QT_TRANSLATE_NOOP("Core", "The folder of images is not there any more"),
             QT_TRANSLATE_NOOP("Core", "Connect the drive again, then go on"),
             QT_TRANSLATE_NOOP("Core", "Not one image of the list can be read any more"),
             QT_TRANSLATE_NOOP("Core", "Check that the folder is still there"),
             QT_TRANSLATE_NOOP("Core", "%1 of %2 images can no longer be read (%3 %)"),
             QT_TRANSLATE_NOOP("Core", "Check the drive, put the files back, then go on"),
             QT_TRANSLATE_NOOP("Core", "The picture has another size than when it was listed"),
             QT_TRANSLATE_NOOP("Core", "Read the folder again"),
             QT_TRANSLATE_NOOP("Core", "Stopped on request"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "There is something under this name already, and it is no file of packed images"),
             QT_TRANSLATE_NOOP("Core", "The packed images need %1, and %2 are free"),
             QT_TRANSLATE_NOOP("Core", "Make room, choose another drive, or pack them smaller"),
             QT_TRANSLATE_NOOP("Core", "There is nothing to pack"),
             QT_TRANSLATE_NOOP("Core", "The packed file holds other images than the folder does "
                                       "now, or the same ones read in another way"),
             QT_TRANSLATE_NOOP("Core", "The packed file does not fit together (%1)"),
             QT_TRANSLATE_NOOP("Core", "Pack the images again"),
             QT_TRANSLATE_NOOP("Core", "Picture %1 of the packed file differs from its checksum"),
             QT_TRANSLATE_NOOP("Core", "The packed file is not the one that this was planned with"),
             QT_TRANSLATE_NOOP("Core", "Put that one back, or plan it again with this one"),
             QT_TRANSLATE_NOOP(
                 "Core", "Line %1 of the table: it marks several classes (%2); an image has one"),
             QT_TRANSLATE_NOOP("Core", "a quotation mark is not closed"),
             QT_TRANSLATE_NOOP("Core", "it has %1, the first line has %2"),
             QT_TRANSLATE_NOOP("Core", "%1 field"),
             QT_TRANSLATE_NOOP("Core", "%1 fields"),
             QT_TRANSLATE_NOOP("Core", "the split \"%1\" is none of train, validation, test"),
             QT_TRANSLATE_NOOP("Core", "the file is missing"),
             QT_TRANSLATE_NOOP("Core", "The JPEG's pixels cannot be unpacked (%8)"),
             QT_TRANSLATE_NOOP("Core", "The JPEG is damaged inside (%8)"),
             QT_TRANSLATE_NOOP("Core", "two headers disagree"),
             QT_TRANSLATE_NOOP("Core", "too many scans"),
             QT_TRANSLATE_NOOP("Core", "The PNG's pixels cannot be unpacked (%8)"),
             QT_TRANSLATE_NOOP("Core", "The WebP's pixels cannot be unpacked"),
             QT_TRANSLATE_NOOP("Core", "two readings of its header differ"),
             QT_TRANSLATE_NOOP("Core", "its pieces have no size"),
             QT_TRANSLATE_NOOP("Core", "its palette is missing"),
             QT_TRANSLATE_NOOP("Core", "This JPEG has %1 bits a channel; only 8 can be read here"),
             QT_TRANSLATE_NOOP("Core", "This JPEG has %1 channels"),
             QT_TRANSLATE_NOOP(
                 "Core", "This TIFF is compressed in a way that is not read here (number %1)"),
             QT_TRANSLATE_NOOP("Core", "This TIFF has %1 bits a channel"),
             QT_TRANSLATE_NOOP("Core", "This TIFF holds JPEG data of %1 bits"),
             QT_TRANSLATE_NOOP(
                 "Core", "This TIFF stores its colours in a way that is not read here (number %1)"),
             QT_TRANSLATE_NOOP("Core", "This DICOM picture has %1 channels"),
             QT_TRANSLATE_NOOP("Core", "This DICOM picture has %1 bits a colour"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "This DICOM picture stores its colours in a way that is not read here (%1)"),
             QT_TRANSLATE_NOOP("Core", "it does not say which"),
             QT_TRANSLATE_NOOP("Core",
                               "This DICOM file is compressed in a way that is not read here (%1)"),
             QT_TRANSLATE_NOOP("Core", "picture %1"),
             QT_TRANSLATE_NOOP("Core", "Pack them again: rekindle-cli dataset FOLDER --pack FILE"),
             QT_TRANSLATE_NOOP("Core", "Put the files back, or go on without them: rekindle-cli "
                                       "resume %9 --without-missing"),
             QT_TRANSLATE_NOOP("Core", "The slide cannot be opened"),
             QT_TRANSLATE_NOOP("Core", "Copy it again, with the files that belong to it"),
             QT_TRANSLATE_NOOP("Core", "The slide's sizes do not fit together"),
             QT_TRANSLATE_NOOP("Core", "A part of the slide cannot be read"),
             QT_TRANSLATE_NOOP("Core", "Copy the slide again"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "The slide has no smaller copy of itself, in which tissue could be looked for"),
             QT_TRANSLATE_NOOP("Core", "No whole slides were found"),
             QT_TRANSLATE_NOOP("Core", "Slides of Aperio, Hamamatsu, Leica, MIRAX, Philips, "
                                       "Trestle, Ventana and tiled TIFF are read"),
             QT_TRANSLATE_NOOP(
                 "Core", "This Rekindle was built without OpenSlide, which reads whole slides"),
             QT_TRANSLATE_NOOP("Core", "Install libopenslide-dev and build it again"),
             QT_TRANSLATE_NOOP("Core", "This is not a whole slide that can be read"),
             QT_TRANSLATE_NOOP(
                 "Core", "A slide does not say how many µm a pixel is and is left out: its cells "
                         "would appear at another size. --assume-mpp says it for such slides"),
             QT_TRANSLATE_NOOP(
                 "Core",
                 "A slide was scanned coarser than the tiles that are asked for, and is left out"),
             QT_TRANSLATE_NOOP("Core", "A slide is left out: %1"),
             QT_TRANSLATE_NOOP("Core", "No tile of a slide holds enough tissue"),
         })
        list.push_back(text);
}

// NOLINTEND(bugprone-suspicious-missing-comma)

} // namespace rekindle::bridge
