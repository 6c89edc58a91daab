<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Core</name>
    <message>
        <source>Frobenius norm of a filter</source>
        <translation>Frobenius-Norm eines Filters</translation>
    </message>
    <message>
        <source>Share of filters</source>
        <translation>Anteil der Filter</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Density by factor of ten</source>
        <translation>Dichte je Zehnerpotenz</translation>
    </message>
    <message>
        <source>Filter norm</source>
        <translation>Norm eines Filters</translation>
    </message>
    <message>
        <source>BN running mean</source>
        <translation>BN laufender Mittelwert</translation>
    </message>
    <message>
        <source>BN running variance</source>
        <translation>BN laufende Varianz</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Filters, shortest first</source>
        <translation>Filter, kürzeste zuerst</translation>
    </message>
    <message>
        <source>Share of the layer&apos;s filters</source>
        <translation>Anteil der Filter der Schicht</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Durchgang</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>Nat</translation>
    </message>
    <message>
        <source>Pretraining pass</source>
        <translation>Durchgang des Vortrainings</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>weights kept</source>
        <translation>Gewichte behalten</translation>
    </message>
    <message>
        <source>went on</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>%1, weights kept</source>
        <translation>%1, Gewichte behalten</translation>
    </message>
    <message>
        <source>%1, went on</source>
        <translation>%1, fortgesetzt</translation>
    </message>
    <message>
        <source>No second stage</source>
        <translation>Ohne zweite Stufe</translation>
    </message>
    <message>
        <source>dead below %1</source>
        <translation>tot unter %1</translation>
    </message>
    <message>
        <source>exploding above %1</source>
        <translation>zu groß über %1</translation>
    </message>
    <message>
        <source>nothing learned %1</source>
        <translation>nichts gelernt %1</translation>
    </message>
    <message>
        <source>chance %1 %</source>
        <translation>Zufall %1 %</translation>
    </message>
    <message>
        <source>Difference: %1</source>
        <translation>Differenz: %1</translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>%1, difference</source>
        <translation>%1, Differenz</translation>
    </message>
    <message>
        <source>Pretraining loss</source>
        <translation>Verlust beim Vortraining</translation>
    </message>
    <message>
        <source>Accuracy by pretraining pass</source>
        <translation>Genauigkeit nach Durchgang des Vortrainings</translation>
    </message>
    <message>
        <source>P1X and P2X by pretraining pass</source>
        <translation>P1X und P2X nach Durchgang des Vortrainings</translation>
    </message>
    <message>
        <source>Filter norms, all layers</source>
        <translation>Filternormen, alle Schichten</translation>
    </message>
    <message>
        <source>Filter norms, all layers of %1</source>
        <translation>Filternormen, alle Schichten von %1</translation>
    </message>
    <message>
        <source>Filter norms, layer by layer</source>
        <translation>Filternormen, Schicht für Schicht</translation>
    </message>
    <message>
        <source>Filter norms, %1</source>
        <translation>Filternormen, %1</translation>
    </message>
    <message>
        <source>Weights and batch norm, %1</source>
        <translation>Gewichte und Batch-Norm, %1</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Tote Filter</translation>
    </message>
    <message>
        <source>Dead filters, %1</source>
        <translation>Tote Filter, %1</translation>
    </message>
    <message>
        <source>First filters</source>
        <translation>Erste Filter</translation>
    </message>
    <message>
        <source>First filters, %1</source>
        <translation>Erste Filter, %1</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>There is no loss yet.</source>
        <translation>Es gibt noch keinen Verlust.</translation>
    </message>
    <message>
        <source>Nothing has been scored yet.</source>
        <translation>Noch ist nichts bewertet.</translation>
    </message>
    <message>
        <source>all convolutions</source>
        <translation>alle Faltungen</translation>
    </message>
    <message>
        <source>all convolutions of %1</source>
        <translation>alle Faltungen von %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 filter</source>
        <translation>%1 Filter</translation>
    </message>
    <message>
        <source>%1 filters</source>
        <translation>%1 Filter</translation>
    </message>
    <message>
        <source>Filter norms of %1</source>
        <translation>Filternormen: %1</translation>
    </message>
    <message>
        <source>%1: %2 filters, %3 above %4, %5 dead (below %6)</source>
        <translation>%1: %2 Filter, %3 über %4, %5 tot (unter %6)</translation>
    </message>
    <message>
        <source>Distribution of the Frobenius norms of the filters of %1, as share of each network&apos;s filters</source>
        <translation>Verteilung der Frobenius-Normen der Filter (%1), als Anteil der Filter jedes Netzes</translation>
    </message>
    <message>
        <source>Distribution of the Frobenius norms of the filters of %1, as counts</source>
        <translation>Verteilung der Frobenius-Normen der Filter (%1), als Anzahl</translation>
    </message>
    <message>
        <source>Distribution of the Frobenius norms of the filters of %1, as density</source>
        <translation>Verteilung der Frobenius-Normen der Filter (%1), als Dichte</translation>
    </message>
    <message>
        <source>Vertical lines mark the thresholds for dead and exploding filters</source>
        <translation>Senkrechte Linien zeigen die Schwellen für tote und zu große Filter</translation>
    </message>
    <message>
        <source>%1 has no layer %2 and is not shown</source>
        <translation>%1 hat keine Schicht %2 und wird nicht gezeigt</translation>
    </message>
    <message>
        <source>%1 keeps no %2</source>
        <translation>%1 enthält nichts davon: %2</translation>
    </message>
    <message>
        <source>filter norm</source>
        <translation>Norm eines Filters</translation>
    </message>
    <message>
        <source>batch-norm γ</source>
        <translation>Batch-Norm γ</translation>
    </message>
    <message>
        <source>batch-norm β</source>
        <translation>Batch-Norm β</translation>
    </message>
    <message>
        <source>running mean</source>
        <translation>laufender Mittelwert</translation>
    </message>
    <message>
        <source>running variance</source>
        <translation>laufende Varianz</translation>
    </message>
    <message>
        <source>β and running mean have both signs and stay on a linear axis</source>
        <translation>β und laufender Mittelwert haben beide Vorzeichen und bleiben auf einer linearen Achse</translation>
    </message>
    <message>
        <source>Distributions over the filters of %1</source>
        <translation>Verteilungen über die Filter: %1</translation>
    </message>
    <message>
        <source>Median %1: %2</source>
        <translation>Median, %1: %2</translation>
    </message>
    <message>
        <source>A row for each layer, norms from left to right</source>
        <translation>Eine Zeile je Schicht, Normen von links nach rechts</translation>
    </message>
    <message>
        <source>%1: longest filters in %2 (median %3), shortest in %4 (median %5)</source>
        <translation>%1: längste Filter in %2 (Median %3), kürzeste in %4 (Median %5)</translation>
    </message>
    <message>
        <source>A strip for each layer, filters from short to long</source>
        <translation>Ein Streifen je Schicht, Filter von kurz nach lang</translation>
    </message>
    <message>
        <source>%1 of %2 dead, below %3; %4 replaced by a repair</source>
        <translation>%1 von %2 tot, unter %3; %4 durch eine Reparatur ersetzt</translation>
    </message>
    <message>
        <source>Red line: dead</source>
        <translation>Rote Linie: tot</translation>
    </message>
    <message>
        <source>Half a green line: replaced</source>
        <translation>Halbe grüne Linie: ersetzt</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>norm %1</source>
        <translation>Norm %1</translation>
    </message>
    <message>
        <source>norm %1, dead</source>
        <translation>Norm %1, tot</translation>
    </message>
    <message>
        <source>filter %1: norm %2</source>
        <translation>Filter %1: Norm %2</translation>
    </message>
    <message>
        <source>filter %1: norm %2, dead</source>
        <translation>Filter %1: Norm %2, tot</translation>
    </message>
    <message>
        <source>filter %1: norm %2, replaced by a new random filter (norm before %3)</source>
        <translation>Filter %1: Norm %2, durch einen neuen zufälligen Filter ersetzt (Norm vorher %3)</translation>
    </message>
    <message>
        <source>filter %1: norm %2, replaced by a copy of filter %3 (norm before %4)</source>
        <translation>Filter %1: Norm %2, durch eine Kopie von Filter %3 ersetzt (Norm vorher %4)</translation>
    </message>
    <message>
        <source>Each filter is drawn by its own largest value</source>
        <translation>Jeder Filter ist nach seinem eigenen größten Wert gezeichnet</translation>
    </message>
    <message>
        <source>Red frame: dead</source>
        <translation>Roter Rahmen: tot</translation>
    </message>
    <message>
        <source>%1 went from %2 to %3 after %4 passes</source>
        <translation>%1 ging von %2 auf %3 nach %4 Durchgängen</translation>
    </message>
    <message>
        <source>%1 stands at %2, above the %3 of a network that tells no image from another</source>
        <translation>%1 steht bei %2, über den %3 eines Netzes, das kein Bild vom anderen unterscheidet</translation>
    </message>
    <message>
        <source>Contrastive loss by pass over the images, step by step</source>
        <translation>Kontrastiver Verlust nach Durchgang durch die Bilder, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Contrastive loss by pass over the images, running median over %1 steps</source>
        <translation>Kontrastiver Verlust nach Durchgang durch die Bilder, laufender Median über %1 Schritte</translation>
    </message>
    <message>
        <source>The thin line is each step, or a band from the least to the greatest loss of the steps that are drawn as one point</source>
        <translation>Die dünne Linie ist jeder Schritt, oder ein Band vom kleinsten zum größten Verlust der Schritte, die als ein Punkt gezeichnet sind</translation>
    </message>
    <message>
        <source>Losses can be compared within one method, batch and temperature only, and a lower loss does not by itself mean better features</source>
        <translation>Verluste sind nur innerhalb eines Verfahrens, eines Batches und einer Temperatur vergleichbar, und ein kleinerer Verlust bedeutet noch keine besseren Merkmale</translation>
    </message>
    <message>
        <source>The level line is the loss of a network that tells no image from another</source>
        <translation>Die waagerechte Linie ist der Verlust eines Netzes, das kein Bild vom anderen unterscheidet</translation>
    </message>
    <message>
        <source>P2X scored %1 % and P1X %2 % after %3 (%4); difference %5 points, 95 % interval %6 to %7 over %8 (p %9)</source>
        <translation>P2X erreichte %1 % und P1X %2 % nach %3 (%4); Differenz %5 Punkte, 95-%-Intervall %6 bis %7 über %8 (p %9)</translation>
    </message>
    <message>
        <source>No difference can be shown with these data</source>
        <translation>Mit diesen Daten lässt sich kein Unterschied zeigen</translation>
    </message>
    <message>
        <source>Balanced accuracy %1 and %2 %, chance %3 %</source>
        <translation>Ausgewogene Genauigkeit %1 und %2 %, Zufall %3 %</translation>
    </message>
    <message>
        <source>Without a second stage the original weights scored %1 %; P2X minus that %2 points, %3 to %4 over %5</source>
        <translation>Ohne zweite Stufe erreichten die ursprünglichen Gewichte %1 %; P2X minus dies %2 Punkte, %3 bis %4 über %5</translation>
    </message>
    <message>
        <source>One pretraining run per arm; how much retraining alone would change is not covered</source>
        <translation>Ein Vortraining je Arm; wie viel erneutes Training allein ändern würde, ist nicht erfasst</translation>
    </message>
    <message>
        <source>Nothing that was trained was scored on both sides yet</source>
        <translation>Noch ist auf keiner der beiden Seiten etwas Trainiertes gemeinsam bewertet</translation>
    </message>
    <message>
        <source>%1 pretraining runs per arm</source>
        <translation>%1 Vortrainings je Arm</translation>
    </message>
    <message>
        <source>%1 repeats</source>
        <translation>%1 Wiederholungen</translation>
    </message>
    <message>
        <source>one repeat each</source>
        <translation>je eine Wiederholung</translation>
    </message>
    <message>
        <source>%1 pass</source>
        <translation>%1 Durchgang</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>%1 Durchgängen</translation>
    </message>
    <message>
        <source>%1 test images</source>
        <translation>%1 Testbilder</translation>
    </message>
    <message>
        <source>%1 test patients</source>
        <translation>%1 Testpatienten</translation>
    </message>
    <message>
        <source>retraining and %1</source>
        <translation>erneutes Training und %1</translation>
    </message>
    <message>
        <source>One repeat each, so the spread over repeats cannot be given</source>
        <translation>Je eine Wiederholung, daher lässt sich keine Streuung über Wiederholungen angeben</translation>
    </message>
    <message>
        <source>The two arms have different numbers of repeats</source>
        <translation>Die beiden Arme haben verschieden viele Wiederholungen</translation>
    </message>
    <message>
        <source>Both curves are at chance (%1 %, what naming the most frequent class scores): nothing was learned from these labels</source>
        <translation>Beide Kurven liegen beim Zufall (%1 %, was das Nennen der häufigsten Klasse erreicht): Aus diesen Labels wurde nichts gelernt</translation>
    </message>
    <message>
        <source>These runs are not a matched pair: %1. The curves may show those differences instead</source>
        <translation>Diese Läufe sind kein passendes Paar: %1. Die Kurven zeigen vielleicht stattdessen diese Unterschiede</translation>
    </message>
    <message>
        <source>Only P1X was scored at pass %1; the pair is compared where both have a score</source>
        <translation>Nur P1X wurde bei Durchgang %1 bewertet; verglichen wird, wo beide eine Bewertung haben</translation>
    </message>
    <message>
        <source>Only P2X was scored at pass %1; the pair is compared where both have a score</source>
        <translation>Nur P2X wurde bei Durchgang %1 bewertet; verglichen wird, wo beide eine Bewertung haben</translation>
    </message>
    <message>
        <source>Pretraining saw the test images, without labels</source>
        <translation>Das Vortraining hat die Testbilder gesehen, ohne Labels</translation>
    </message>
    <message>
        <source>Test images that training or pretraining may have seen were scored all the same</source>
        <translation>Testbilder, die Training oder Vortraining gesehen haben können, wurden trotzdem bewertet</translation>
    </message>
    <message>
        <source>%1 of %2 test images are exact copies of training images; they are left out of these scores</source>
        <translation>%1 von %2 Testbildern sind genaue Kopien von Trainingsbildern; sie sind in diesen Bewertungen ausgelassen</translation>
    </message>
    <message>
        <source>No partner was found for this run</source>
        <translation>Für diesen Lauf wurde kein Partner gefunden</translation>
    </message>
    <message>
        <source>No labels: all images are taken as one set</source>
        <translation>Keine Labels: Alle Bilder gelten als ein Satz</translation>
    </message>
    <message>
        <source>%1 class from %2</source>
        <translation>%1 Klasse aus %2</translation>
    </message>
    <message>
        <source>%1 classes from %2</source>
        <translation>%1 Klassen aus %2</translation>
    </message>
    <message>
        <source>folder names</source>
        <translation>Ordnernamen</translation>
    </message>
    <message>
        <source>folder names in %1</source>
        <translation>Ordnernamen in %1</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>der Tabelle</translation>
    </message>
    <message>
        <source>parts: %1</source>
        <translation>Teile: %1</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>train, test</source>
        <translation>Training, Test</translation>
    </message>
    <message>
        <source>train, validation</source>
        <translation>Training, Validierung</translation>
    </message>
    <message>
        <source>train, validation, test</source>
        <translation>Training, Validierung, Test</translation>
    </message>
    <message>
        <source>1 image has no class</source>
        <translation>1 Bild hat keine Klasse</translation>
    </message>
    <message>
        <source>%1 images have no class</source>
        <translation>%1 Bilder haben keine Klasse</translation>
    </message>
    <message>
        <source>%1 of %2 test images are exact copies of training images: scores on them mean nothing</source>
        <translation>%1 von %2 Testbildern sind genaue Kopien von Trainingsbildern: Bewertungen darauf sagen nichts</translation>
    </message>
    <message>
        <source>%1 of %2 test images is an exact copy of training images: scores on them mean nothing</source>
        <translation>%1 von %2 Testbildern ist eine genaue Kopie von Trainingsbildern: Bewertungen darauf sagen nichts</translation>
    </message>
    <message>
        <source>They are left out of scoring</source>
        <translation>Sie werden beim Bewerten ausgelassen</translation>
    </message>
    <message>
        <source>They are scored all the same, as asked</source>
        <translation>Sie werden trotzdem bewertet, wie verlangt</translation>
    </message>
    <message>
        <source>There is 1 labelled image whose bytes stand in two classes: nobody can tell which label is right</source>
        <translation>Es gibt 1 Bild mit Label, dessen Bytes in zwei Klassen stehen: Niemand kann sagen, welches Label stimmt</translation>
    </message>
    <message>
        <source>There are %1 labelled images whose bytes stand in two classes: nobody can tell which label is right</source>
        <translation>Es gibt %1 Bilder mit Label, deren Bytes in zwei Klassen stehen: Niemand kann sagen, welches Label stimmt</translation>
    </message>
    <message>
        <source>%1 patient has images in both %2 and %3</source>
        <translation>%1 Patient hat Bilder sowohl in %2 als auch in %3</translation>
    </message>
    <message>
        <source>%1 patients have images in both %2 and %3</source>
        <translation>%1 Patienten haben Bilder sowohl in %2 als auch in %3</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Scores would look better than they are</source>
        <translation>Bewertungen sähen besser aus, als sie sind</translation>
    </message>
    <message>
        <source>Split by patient, or keep this split and say so</source>
        <translation>Teilen Sie nach Patienten, oder behalten Sie diese Teilung und nennen Sie sie</translation>
    </message>
    <message>
        <source>Class %1 has no test images</source>
        <translation>Die Klasse %1 hat keine Testbilder</translation>
    </message>
    <message>
        <source>Its accuracy cannot be given</source>
        <translation>Ihre Genauigkeit lässt sich nicht angeben</translation>
    </message>
    <message>
        <source>Class %1 has no training images</source>
        <translation>Die Klasse %1 hat keine Trainingsbilder</translation>
    </message>
    <message>
        <source>It cannot be learned</source>
        <translation>Sie kann nicht gelernt werden</translation>
    </message>
    <message>
        <source>%1 file could not be read as an image and is left out</source>
        <translation>%1 Datei war nicht als Bild zu lesen und ist ausgelassen</translation>
    </message>
    <message>
        <source>%1 files could not be read as images and are left out</source>
        <translation>%1 Dateien waren nicht als Bilder zu lesen und sind ausgelassen</translation>
    </message>
    <message>
        <source>%1 files could not be read as images and are left out, more than the %2 that could</source>
        <translation>%1 Dateien waren nicht als Bilder zu lesen und sind ausgelassen, mehr als die lesbaren (%2)</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>%1 Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>%1 row of the table fits no image of the folder</source>
        <translation>%1 Zeile der Tabelle passt zu keinem Bild des Ordners</translation>
    </message>
    <message>
        <source>%1 rows of the table fit no image of the folder</source>
        <translation>%1 Zeilen der Tabelle passen zu keinem Bild des Ordners</translation>
    </message>
    <message>
        <source>1 image has no label and is not scored</source>
        <translation>1 Bild hat kein Label und wird nicht bewertet</translation>
    </message>
    <message>
        <source>%1 images have no label and are not scored</source>
        <translation>%1 Bilder haben kein Label und werden nicht bewertet</translation>
    </message>
    <message>
        <source>1 image has something odd at its end; all pixels are there</source>
        <translation>1 Bild hat etwas Ungewöhnliches am Ende; alle Pixel sind da</translation>
    </message>
    <message>
        <source>%1 images have something odd at their end; all pixels are there</source>
        <translation>%1 Bilder haben etwas Ungewöhnliches am Ende; alle Pixel sind da</translation>
    </message>
    <message>
        <source>%1 group of files has the same bytes</source>
        <translation>%1 Gruppe von Dateien hat dieselben Bytes</translation>
    </message>
    <message>
        <source>%1 groups of files have the same bytes</source>
        <translation>%1 Gruppen von Dateien haben dieselben Bytes</translation>
    </message>
    <message>
        <source>1 folder is empty and is no class: %1</source>
        <translation>1 Ordner ist leer und keine Klasse: %1</translation>
    </message>
    <message>
        <source>%1 folders are empty and are no classes: %2</source>
        <translation>%1 Ordner sind leer und keine Klassen: %2</translation>
    </message>
    <message>
        <source>An image could not be read any more, and the next one took its place (%1)</source>
        <translation>Ein Bild war nicht mehr zu lesen, und das nächste trat an seine Stelle (%1)</translation>
    </message>
    <message>
        <source>pretraining</source>
        <translation>trainiert vor</translation>
    </message>
    <message>
        <source>scoring %1 of %2</source>
        <translation>bewertet %1 von %2</translation>
    </message>
    <message>
        <source>The loss ended at %1, above the %2 of a network that tells no image from another: this run learned nothing from its images</source>
        <translation>Der Verlust endete bei %1, über den %2 eines Netzes, das kein Bild vom anderen unterscheidet: Dieser Lauf hat aus seinen Bildern nichts gelernt</translation>
    </message>
    <message>
        <source>The warm-up of %1 passes is as long as the run of %2: the learning rate never comes down, or never reaches its peak</source>
        <translation>Das Aufwärmen über %1 Durchgänge ist so lang wie der Lauf mit %2: Die Lernrate sinkt nie, oder sie erreicht nie ihren Höchstwert</translation>
    </message>
    <message>
        <source>The run ends after %1 passes, so no weights are kept at %2</source>
        <translation>Der Lauf endet nach %1 Durchgängen, daher werden bei %2 keine Gewichte behalten</translation>
    </message>
    <message>
        <source>A pass of %1 images holds not one batch of %2</source>
        <translation>Ein Durchgang von %1 Bildern füllt keinen einzigen Batch von %2</translation>
    </message>
    <message>
        <source>%1 steps are few for the settings of ImageNet (temperature 0.1, full colour changes): the preset for small sets and few steps learns more from them</source>
        <translation>%1 Schritte sind wenig für die Einstellungen von ImageNet (Temperatur 0,1, volle Farbänderungen): Die Vorgabe für kleine Sätze und wenige Schritte lernt daraus mehr</translation>
    </message>
    <message>
        <source>A save of the run was damaged and is set aside; an earlier one is continued</source>
        <translation>Ein gesicherter Stand des Laufs war beschädigt und ist beiseitegelegt; ein früherer wird fortgesetzt</translation>
    </message>
    <message>
        <source>A score&apos;s table cannot be read any more and is made again (%1)</source>
        <translation>Die Tabelle einer Bewertung ist nicht mehr zu lesen und wird neu gemacht (%1)</translation>
    </message>
    <message>
        <source>There are no weights of this pass to score, so it is left out</source>
        <translation>Von diesem Durchgang gibt es keine Gewichte zu bewerten, daher fällt er weg</translation>
    </message>
    <message>
        <source>These images have no validation part to choose a pass by, so the last one is scored</source>
        <translation>Diese Bilder haben keinen Validierungsteil, nach dem ein Durchgang gewählt würde, daher wird der letzte bewertet</translation>
    </message>
    <message>
        <source>A run failed for something that can pass, and waits in the queue again (%1)</source>
        <translation>Ein Lauf scheiterte an etwas, das vorübergehen kann, und wartet wieder in der Warteschlange (%1)</translation>
    </message>
    <message>
        <source>These weights are repaired already; this repair comes on top</source>
        <translation>Diese Gewichte sind schon repariert; diese Reparatur kommt hinzu</translation>
    </message>
    <message>
        <source>This rule changes what the network answers in evaluation; it is meant for comparisons</source>
        <translation>Diese Regel ändert, was das Netz bei der Vorhersage antwortet; sie ist für Vergleiche gedacht</translation>
    </message>
    <message>
        <source>No filter of %1 is alive that could be copied, so new ones were drawn</source>
        <translation>In %1 lebt kein Filter, der sich kopieren ließe, daher wurden neue gezogen</translation>
    </message>
    <message>
        <source>The only network in this file is the slow copy &apos;%1&apos; that a method keeps beside the one it trains; it was taken</source>
        <translation>Das einzige Netz in dieser Datei ist die langsame Kopie „%1“, die ein Verfahren neben dem trainierten Netz führt; sie wurde genommen</translation>
    </message>
    <message>
        <source>The file holds %1 networks; &apos;%2&apos; was taken</source>
        <translation>Die Datei enthält %1 Netze; genommen wurde „%2“</translation>
    </message>
    <message>
        <source>This network takes images of four channels; the fourth is filled with ones</source>
        <translation>Dieses Netz erwartet Bilder mit vier Kanälen; der vierte wird mit Einsen gefüllt</translation>
    </message>
    <message>
        <source>These images hold %1-bit values (%2 to %3) in %4-bit files; as they stand they would be too dark, so that %5 is taken as white</source>
        <translation>Diese Bilder enthalten %1-Bit-Werte (%2 bis %3) in %4-Bit-Dateien; so wie sie sind, wären sie zu dunkel, daher gilt %5 als Weiß</translation>
    </message>
    <message>
        <source>%1 of %2 files of more than 8 bits hold no value above %3, others up to %4. One white serves the whole set, so that those are nearly black; put the pictures of each depth into a folder of their own</source>
        <translation>%1 von %2 Dateien mit mehr als 8 Bit enthalten keinen Wert über %3, andere bis zu %4. Ein Weiß gilt für die ganze Bildmenge, sodass jene fast schwarz sind; legen Sie die Bilder jeder Tiefe in einen eigenen Ordner</translation>
    </message>
    <message>
        <source>All images have been given out</source>
        <translation>Alle Bilder sind ausgegeben</translation>
    </message>
    <message>
        <source>This tensor has another shape than the network</source>
        <translation>Dieser Tensor hat eine andere Form als das Netz</translation>
    </message>
    <message>
        <source>A tensor that the network needs is missing</source>
        <translation>Ein Tensor, den das Netz braucht, fehlt</translation>
    </message>
    <message>
        <source>A tensor of the network is missing</source>
        <translation>Ein Tensor des Netzes fehlt</translation>
    </message>
    <message>
        <source>This layer holds values that are not numbers</source>
        <translation>Diese Schicht enthält Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>Use another checkpoint; this one is damaged</source>
        <translation>Nehmen Sie einen anderen Checkpoint; dieser ist beschädigt</translation>
    </message>
    <message>
        <source>The running variance of this layer cannot be one</source>
        <translation>Die laufende Varianz dieser Schicht kann keine sein</translation>
    </message>
    <message>
        <source>The threshold for dead filters must not be negative</source>
        <translation>Die Schwelle für tote Filter darf nicht negativ sein</translation>
    </message>
    <message>
        <source>The threshold for scaling must be above 0</source>
        <translation>Die Schwelle fürs Skalieren muss über 0 liegen</translation>
    </message>
    <message>
        <source>There is no convolution of this name in the network</source>
        <translation>Im Netz gibt es keine Faltung dieses Namens</translation>
    </message>
    <message>
        <source>rekindle-cli inspect lists them</source>
        <translation>rekindle-cli inspect zählt sie auf</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not possible here</source>
        <translation>„%1“ ist hier nicht möglich</translation>
    </message>
    <message>
        <source>Use one of %1</source>
        <translation>Nehmen Sie eines von %1</translation>
    </message>
    <message>
        <source>In %1 layer a running variance is so small that batch norm&apos;s epsilon counts: a channel of %2 keeps only %3 % of its answer. The exact rule (--eps exact) avoids this</source>
        <translation>In %1 Schicht ist eine laufende Varianz so klein, dass das Epsilon der Batch-Norm zählt: Ein Kanal von %2 behält nur %3 % seiner Antwort. Die genaue Regel (--eps exact) vermeidet das</translation>
    </message>
    <message>
        <source>In %1 layers a running variance is so small that batch norm&apos;s epsilon counts: a channel of %2 keeps only %3 % of its answer. The exact rule (--eps exact) avoids this</source>
        <translation>In %1 Schichten ist eine laufende Varianz so klein, dass das Epsilon der Batch-Norm zählt: Ein Kanal von %2 behält nur %3 % seiner Antwort. Die genaue Regel (--eps exact) vermeidet das</translation>
    </message>
    <message>
        <source>There is no network of this name</source>
        <translation>Es gibt kein Netz dieses Namens</translation>
    </message>
    <message>
        <source>The file ends early: its tensor %1 is not all there</source>
        <translation>Die Datei endet zu früh: Ihr Tensor %1 ist nicht ganz da</translation>
    </message>
    <message>
        <source>Fetch or copy the file again</source>
        <translation>Holen oder kopieren Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>Fetch the file again, or save the weights again</source>
        <translation>Holen Sie die Datei noch einmal oder speichern Sie die Gewichte neu</translation>
    </message>
    <message>
        <source>There are %1 behind its last tensor</source>
        <translation>Hinter ihrem letzten Tensor stehen noch %1</translation>
    </message>
    <message>
        <source>Its header claims %1; the file has %2. It is damaged or not complete</source>
        <translation>Ihr Kopf gibt %1 an; die Datei hat %2. Sie ist beschädigt oder nicht vollständig</translation>
    </message>
    <message>
        <source>Its header takes %1 (limit %2)</source>
        <translation>Ihr Kopf nimmt %1 ein (Grenze %2)</translation>
    </message>
    <message>
        <source>Get the weights from another source</source>
        <translation>Beschaffen Sie die Gewichte aus einer anderen Quelle</translation>
    </message>
    <message>
        <source>Its tensor %1 is of a type that Rekindle does not use</source>
        <translation>Ihr Tensor %1 ist von einer Art, die Rekindle nicht verwendet</translation>
    </message>
    <message>
        <source>Its tensor %1 holds a whole number that is too large</source>
        <translation>Ihr Tensor %1 enthält eine zu große ganze Zahl</translation>
    </message>
    <message>
        <source>This is not a whole .safetensors file</source>
        <translation>Das ist keine ganze .safetensors-Datei</translation>
    </message>
    <message>
        <source>The data of its tensor %1 overlap another&apos;s</source>
        <translation>Die Daten ihres Tensors %1 überschneiden die eines anderen</translation>
    </message>
    <message>
        <source>The data of its tensor %1 leave a gap</source>
        <translation>Die Daten ihres Tensors %1 lassen eine Lücke</translation>
    </message>
    <message>
        <source>Its header cannot be read: %1</source>
        <translation>Ihr Kopf kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>it does not begin with &apos;{&apos;</source>
        <translation>er beginnt nicht mit „{“</translation>
    </message>
    <message>
        <source>Please report this</source>
        <translation>Bitte melden Sie das</translation>
    </message>
    <message>
        <source>Its list of tensors is broken at byte %1: %2</source>
        <translation>Ihre Tensorliste ist bei Byte %1 defekt: %2</translation>
    </message>
    <message>
        <source>Fetch the file again, or save the weights again with PyTorch</source>
        <translation>Holen Sie die Datei noch einmal oder speichern Sie die Gewichte neu mit PyTorch</translation>
    </message>
    <message>
        <source>Its list of tensors %1 at byte %2; real checkpoints are not like that. It was not opened</source>
        <translation>Ihre Tensorliste %1 bei Byte %2; echte Checkpoints sind nicht so. Sie wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>an instruction that PyTorch&apos;s files do not use</source>
        <translation>eine Anweisung, die PyTorchs Dateien nicht verwenden</translation>
    </message>
    <message>
        <source>is nested over 1,000 levels deep</source>
        <translation>ist über 1.000 Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>keeps over a million loose values</source>
        <translation>hält über eine Million loser Werte</translation>
    </message>
    <message>
        <source>holds a number of more than 1,024 bytes</source>
        <translation>enthält eine Zahl von mehr als 1.024 Byte</translation>
    </message>
    <message>
        <source>remembers over ten million values</source>
        <translation>merkt sich über zehn Millionen Werte</translation>
    </message>
    <message>
        <source>it ends early</source>
        <translation>das Ende fehlt</translation>
    </message>
    <message>
        <source>Its list of tensors takes %1 (limit %2)</source>
        <translation>Ihre Tensorliste nimmt %1 ein (Grenze %2)</translation>
    </message>
    <message>
        <source>Save the weights alone: torch.save(model.state_dict(), FILE)</source>
        <translation>Speichern Sie nur die Gewichte: torch.save(model.state_dict(), FILE)</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; is stored in slices, which is not read</source>
        <translation>Ihr Tensor „%1“ ist in Scheiben gespeichert, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>Save the checkpoint again without partitioned variables</source>
        <translation>Speichern Sie den Checkpoint neu, ohne aufgeteilte Variablen</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; claims more values or dimensions than any network&apos;s</source>
        <translation>Ihr Tensor „%1“ gibt mehr Werte oder Dimensionen an, als ein Netz hat</translation>
    </message>
    <message>
        <source>Get the checkpoint from another source</source>
        <translation>Beschaffen Sie den Checkpoint aus einer anderen Quelle</translation>
    </message>
    <message>
        <source>The index of this checkpoint is damaged: %1</source>
        <translation>Das Verzeichnis dieses Checkpoints ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Fetch or copy the checkpoint again</source>
        <translation>Holen oder kopieren Sie den Checkpoint noch einmal</translation>
    </message>
    <message>
        <source>This is a tar archive</source>
        <translation>Das ist ein tar-Archiv</translation>
    </message>
    <message>
        <source>This is a model of TensorFlow Lite (.tflite), which is not read</source>
        <translation>Das ist ein Modell von TensorFlow Lite (.tflite), das nicht gelesen wird</translation>
    </message>
    <message>
        <source>This is an ONNX model, whose batch norms are often folded away already; it is not read</source>
        <translation>Das ist ein ONNX-Modell, dessen Batch-Normen oft schon eingerechnet sind; es wird nicht gelesen</translation>
    </message>
    <message>
        <source>This is the graph of a TensorFlow SavedModel, which holds no weights</source>
        <translation>Das ist der Graph eines SavedModel von TensorFlow, der keine Gewichte enthält</translation>
    </message>
    <message>
        <source>This may be the graph of a TensorFlow checkpoint, which holds no weights</source>
        <translation>Das ist vielleicht der Graph eines TensorFlow-Checkpoints, der keine Gewichte enthält</translation>
    </message>
    <message>
        <source>This is TensorFlow&apos;s note which of the checkpoints beside it is the newest</source>
        <translation>Das ist TensorFlows Notiz, welcher der Checkpoints daneben der neueste ist</translation>
    </message>
    <message>
        <source>This is a web page, not a checkpoint; the download brought a page instead of the file</source>
        <translation>Das ist eine Webseite, kein Checkpoint; statt der Datei wurde eine Seite heruntergeladen</translation>
    </message>
    <message>
        <source>This is a text file, not a checkpoint</source>
        <translation>Das ist eine Textdatei, kein Checkpoint</translation>
    </message>
    <message>
        <source>This is not a checkpoint in a format that can be read</source>
        <translation>Das ist kein Checkpoint in einem Format, das gelesen werden kann</translation>
    </message>
    <message>
        <source>This is a Git LFS pointer, a note where the file lies, not the weights themselves</source>
        <translation>Das ist ein Git-LFS-Verweis, eine Notiz, wo die Datei liegt, nicht die Gewichte selbst</translation>
    </message>
    <message>
        <source>Run &apos;git lfs pull&apos; in the folder it came from, then choose the file again</source>
        <translation>Führen Sie „git lfs pull“ in dem Ordner aus, aus dem sie kommt, dann wählen Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>This file is compressed with gzip</source>
        <translation>Diese Datei ist mit gzip gepackt</translation>
    </message>
    <message>
        <source>This file is compressed with bzip2</source>
        <translation>Diese Datei ist mit bzip2 gepackt</translation>
    </message>
    <message>
        <source>This file is compressed with xz</source>
        <translation>Diese Datei ist mit xz gepackt</translation>
    </message>
    <message>
        <source>This is a 7z archive</source>
        <translation>Das ist ein 7z-Archiv</translation>
    </message>
    <message>
        <source>This is a RAR archive</source>
        <translation>Das ist ein RAR-Archiv</translation>
    </message>
    <message>
        <source>Unpack it (%1), then choose what comes out</source>
        <translation>Entpacken Sie sie (%1), dann wählen Sie, was herauskommt</translation>
    </message>
    <message>
        <source>Unpack it, then choose what comes out</source>
        <translation>Entpacken Sie es, dann wählen Sie, was herauskommt</translation>
    </message>
    <message>
        <source>This is an HDF5 file (perhaps of Keras), which is not read</source>
        <translation>Das ist eine HDF5-Datei (vielleicht von Keras), die nicht gelesen wird</translation>
    </message>
    <message>
        <source>Convert it to PyTorch or safetensors</source>
        <translation>Wandeln Sie sie in PyTorch oder safetensors um</translation>
    </message>
    <message>
        <source>This is a PDF document, not a checkpoint</source>
        <translation>Das ist ein PDF-Dokument, kein Checkpoint</translation>
    </message>
    <message>
        <source>This is an image, not a checkpoint</source>
        <translation>Das ist ein Bild, kein Checkpoint</translation>
    </message>
    <message>
        <source>This is a single array of numpy (.npy), not a checkpoint</source>
        <translation>Das ist ein einzelnes Feld von numpy (.npy), kein Checkpoint</translation>
    </message>
    <message>
        <source>This is a language model (GGUF), not an image network</source>
        <translation>Das ist ein Sprachmodell (GGUF), kein Bildnetz</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; claims more values or dimensions than any network&apos;s</source>
        <translation>Ihr Feld „%1“ gibt mehr Werte oder Dimensionen an, als ein Netz hat</translation>
    </message>
    <message>
        <source>Fetch the file again</source>
        <translation>Holen Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; has more or fewer values than its shape says</source>
        <translation>Ihr Feld „%1“ hat mehr oder weniger Werte, als seine Form sagt</translation>
    </message>
    <message>
        <source>Its list of arrays refers to itself over and over; it was not opened</source>
        <translation>Ihre Liste von Feldern verweist immer wieder auf sich selbst; sie wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>It holds over 100,000 arrays or names over 4 kB; it was not opened</source>
        <translation>Sie enthält über 100.000 Felder oder Namen über 4 kB; sie wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>It holds two arrays called &apos;%1&apos;</source>
        <translation>Sie enthält zwei Felder namens „%1“</translation>
    </message>
    <message>
        <source>Its arrays claim more values than the file has room for</source>
        <translation>Ihre Felder geben mehr Werte an, als die Datei fassen kann</translation>
    </message>
    <message>
        <source>This is a Python pickle without arrays of numbers, not a checkpoint</source>
        <translation>Das ist eine Python-Pickle-Datei ohne Zahlenfelder, kein Checkpoint</translation>
    </message>
    <message>
        <source>Choose a file that torch.save wrote, or one with numpy&apos;s arrays</source>
        <translation>Wählen Sie eine Datei, die torch.save geschrieben hat, oder eine mit numpy-Feldern</translation>
    </message>
    <message>
        <source>This part of a checkpoint is neither safetensors nor PyTorch&apos;s</source>
        <translation>Dieser Teil eines Checkpoints ist weder safetensors noch von PyTorch</translation>
    </message>
    <message>
        <source>Fetch all parts again</source>
        <translation>Holen Sie alle Teile noch einmal</translation>
    </message>
    <message>
        <source>The index takes %1 (limit %2)</source>
        <translation>Das Verzeichnis nimmt %1 ein (Grenze %2)</translation>
    </message>
    <message>
        <source>The index names more tensors than a network has</source>
        <translation>Das Verzeichnis nennt mehr Tensoren, als ein Netz hat</translation>
    </message>
    <message>
        <source>The index does not say where its tensors lie</source>
        <translation>Das Verzeichnis sagt nicht, wo seine Tensoren liegen</translation>
    </message>
    <message>
        <source>Fetch the checkpoint again</source>
        <translation>Holen Sie den Checkpoint noch einmal</translation>
    </message>
    <message>
        <source>The index names %1; its files hold %2 of them</source>
        <translation>Das Verzeichnis nennt %1; seine Dateien enthalten %2 davon</translation>
    </message>
    <message>
        <source>%1 tensor</source>
        <translation>%1 Tensor</translation>
    </message>
    <message>
        <source>%1 tensors</source>
        <translation>%1 Tensoren</translation>
    </message>
    <message>
        <source>Its tensors overlap each other</source>
        <translation>Ihre Tensoren überschneiden sich</translation>
    </message>
    <message>
        <source>This is the index of a TensorFlow checkpoint under another name</source>
        <translation>Das ist das Verzeichnis eines TensorFlow-Checkpoints unter anderem Namen</translation>
    </message>
    <message>
        <source>Give it back its name, which ends in .index, beside its .data files</source>
        <translation>Geben Sie ihm seinen Namen zurück, der auf .index endet, neben seinen .data-Dateien</translation>
    </message>
    <message>
        <source>It was written by an unknown version of PyTorch</source>
        <translation>Sie wurde von einer unbekannten Version von PyTorch geschrieben</translation>
    </message>
    <message>
        <source>Save the weights again with PyTorch</source>
        <translation>Speichern Sie die Gewichte neu mit PyTorch</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; is described in two ways</source>
        <translation>Ihr Speicherblock „%1“ ist auf zwei Arten beschrieben</translation>
    </message>
    <message>
        <source>Its list of storages is broken</source>
        <translation>Ihre Liste von Speicherblöcken ist defekt</translation>
    </message>
    <message>
        <source>It holds a storage that no tensor uses</source>
        <translation>Sie enthält einen Speicherblock, den kein Tensor verwendet</translation>
    </message>
    <message>
        <source>There is more behind its last storage</source>
        <translation>Hinter ihrem letzten Speicherblock steht noch mehr</translation>
    </message>
    <message>
        <source>The data of its tensor &apos;%1&apos; are missing</source>
        <translation>Die Daten ihres Tensors „%1“ fehlen</translation>
    </message>
    <message>
        <source>The data of its tensor &apos;%1&apos; have another size than said</source>
        <translation>Die Daten ihres Tensors „%1“ haben eine andere Größe als angegeben</translation>
    </message>
    <message>
        <source>Its list of tensors refers to itself over and over; it was not opened</source>
        <translation>Ihre Tensorliste verweist immer wieder auf sich selbst; sie wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>It holds over 100,000 tensors or names over 4 kB; it was not opened</source>
        <translation>Sie enthält über 100.000 Tensoren oder Namen über 4 kB; sie wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>It holds two tensors called &apos;%1&apos;</source>
        <translation>Sie enthält zwei Tensoren namens „%1“</translation>
    </message>
    <message>
        <source>Its tensors claim %1 values; the file has %2</source>
        <translation>Ihre Tensoren geben %1 Werte an; die Datei hat %2</translation>
    </message>
    <message>
        <source>Its byte order is neither little nor big</source>
        <translation>Ihre Byte-Reihenfolge ist weder klein noch groß</translation>
    </message>
    <message>
        <source>The archive holds several checkpoints at once</source>
        <translation>Das Archiv enthält mehrere Checkpoints auf einmal</translation>
    </message>
    <message>
        <source>Get the file from another source</source>
        <translation>Beschaffen Sie die Datei aus einer anderen Quelle</translation>
    </message>
    <message>
        <source>This file contains a program (TorchScript), not only weights; it was not opened</source>
        <translation>Diese Datei enthält ein Programm (TorchScript), nicht nur Gewichte; sie wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>This is an archive of numpy&apos;s arrays (.npz), which is not read</source>
        <translation>Das ist ein Archiv von numpy-Feldern (.npz), das nicht gelesen wird</translation>
    </message>
    <message>
        <source>This is a zip archive (perhaps a document or a folder of files), not a checkpoint of PyTorch</source>
        <translation>Das ist ein zip-Archiv (vielleicht ein Dokument oder ein Ordner mit Dateien), kein Checkpoint von PyTorch</translation>
    </message>
    <message>
        <source>There is something under this name already</source>
        <translation>Unter diesem Namen gibt es schon etwas</translation>
    </message>
    <message>
        <source>Choose another name, or say that it may be replaced (--force)</source>
        <translation>Wählen Sie einen anderen Namen oder sagen Sie, dass es ersetzt werden darf (--force)</translation>
    </message>
    <message>
        <source>There is a folder under this name</source>
        <translation>Unter diesem Namen gibt es einen Ordner</translation>
    </message>
    <message>
        <source>Choose another file name</source>
        <translation>Wählen Sie einen anderen Dateinamen</translation>
    </message>
    <message>
        <source>What stands here is no ordinary file (a device or a pipe), and nothing is put in its place</source>
        <translation>Was hier steht, ist keine gewöhnliche Datei (ein Gerät oder eine Pipe), und nichts wird an seine Stelle gesetzt</translation>
    </message>
    <message>
        <source>There is a file where a folder should be</source>
        <translation>Wo ein Ordner sein sollte, ist eine Datei</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>The file differs from its checksum</source>
        <translation>Die Datei weicht von ihrer Prüfsumme ab</translation>
    </message>
    <message>
        <source>Make it again, or take it from a copy</source>
        <translation>Machen Sie sie neu oder nehmen Sie sie aus einer Kopie</translation>
    </message>
    <message>
        <source>This is not a file of the kind %1</source>
        <translation>Das ist keine Datei der Art %1</translation>
    </message>
    <message>
        <source>The file ends early, or holds more than it should</source>
        <translation>Die Datei endet zu früh oder enthält mehr, als sie sollte</translation>
    </message>
    <message>
        <source>This is not an ordinary file, so it could not be locked</source>
        <translation>Das ist keine gewöhnliche Datei, daher ließ sie sich nicht sperren</translation>
    </message>
    <message>
        <source>Another process is working here</source>
        <translation>Ein anderer Vorgang arbeitet hier</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it first</source>
        <translation>Warten Sie, bis er zu Ende ist, oder halten Sie ihn zuerst an</translation>
    </message>
    <message>
        <source>The file names a part that does not lie beside it</source>
        <translation>Die Datei nennt einen Teil, der nicht neben ihr liegt</translation>
    </message>
    <message>
        <source>A part of &apos;%1&apos; is missing</source>
        <translation>Ein Teil von „%1“ fehlt</translation>
    </message>
    <message>
        <source>Fetch all parts and keep them in one folder</source>
        <translation>Holen Sie alle Teile und legen Sie sie in einen Ordner</translation>
    </message>
    <message>
        <source>This table does not fit together (%1)</source>
        <translation>Diese Tabelle passt nicht zusammen (%1)</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>This is not an ordinary file</source>
        <translation>Das ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>Das ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>The file became shorter while it was read</source>
        <translation>Die Datei wurde beim Lesen kürzer</translation>
    </message>
    <message>
        <source>%1 stands where the program keeps its own files (%2). It may lead somewhere else, and is not followed</source>
        <translation>%1 steht, wo das Programm seine eigenen Dateien hält (%2). Es führt vielleicht anderswohin, und ihm wird nicht gefolgt</translation>
    </message>
    <message>
        <source>Remove it, or copy the folder without it, and try again</source>
        <translation>Entfernen Sie es, oder kopieren Sie den Ordner ohne es, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>What stands here is no ordinary file</source>
        <translation>Was hier steht, ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Move it away, or choose another name</source>
        <translation>Schieben Sie es weg oder wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>A file of this save is missing</source>
        <translation>Eine Datei dieses Stands fehlt</translation>
    </message>
    <message>
        <source>The file has another size than when it was saved</source>
        <translation>Die Datei hat eine andere Größe als beim Sichern</translation>
    </message>
    <message>
        <source>This save is incomplete: it has no MANIFEST.json</source>
        <translation>Dieser Stand ist unvollständig: Er hat keine MANIFEST.json</translation>
    </message>
    <message>
        <source>This is not the list of files of a save</source>
        <translation>Das ist nicht die Dateiliste eines gesicherten Stands</translation>
    </message>
    <message>
        <source>This was saved by a newer Rekindle</source>
        <translation>Das wurde von einem neueren Rekindle gesichert</translation>
    </message>
    <message>
        <source>Update Rekindle to use it</source>
        <translation>Aktualisieren Sie Rekindle, um es zu verwenden</translation>
    </message>
    <message>
        <source>There is something at this place already</source>
        <translation>An diesem Ort gibt es schon etwas</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>This table has %1; tables over %2 are not read</source>
        <translation>Diese Tabelle hat %1; Tabellen über %2 werden nicht gelesen</translation>
    </message>
    <message>
        <source>The table differs from its checksum</source>
        <translation>Die Tabelle weicht von ihrer Prüfsumme ab</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Platte ist voll</translation>
    </message>
    <message>
        <source>Your share of the disk (quota) is used up</source>
        <translation>Ihr Anteil an der Platte (Kontingent) ist aufgebraucht</translation>
    </message>
    <message>
        <source>The file would be larger than this disk or your limits allow</source>
        <translation>Die Datei würde größer, als diese Platte oder Ihre Grenzen erlauben</translation>
    </message>
    <message>
        <source>Free space on the disk that holds %1, then try again</source>
        <translation>Schaffen Sie Platz auf der Platte von %1, dann versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>The system gives this program no more threads or memory</source>
        <translation>Das System gibt diesem Programm keine weiteren Threads oder keinen Speicher mehr</translation>
    </message>
    <message>
        <source>Close other programs, then try again</source>
        <translation>Schließen Sie andere Programme, dann versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>This is not valid JSON (%8)</source>
        <translation>Das ist kein gültiges JSON (%8)</translation>
    </message>
    <message>
        <source>There is not enough memory to read this</source>
        <translation>Der Speicher reicht nicht, um das zu lesen</translation>
    </message>
    <message>
        <source>The file could not be read (%8)</source>
        <translation>Die Datei konnte nicht gelesen werden (%8)</translation>
    </message>
    <message>
        <source>Check that you may read it</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; has other axes than a ResNet&apos;s</source>
        <translation>Ihr Tensor „%1“ hat andere Achsen als der eines ResNet</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; holds whole numbers or a type made for small devices (a quantised network)</source>
        <translation>Ihr Tensor „%1“ enthält ganze Zahlen oder eine Art für kleine Geräte (ein quantisiertes Netz)</translation>
    </message>
    <message>
        <source>Use the checkpoint from before quantisation</source>
        <translation>Nehmen Sie den Checkpoint von vor der Quantisierung</translation>
    </message>
    <message>
        <source>Two of its tensors are &apos;%1&apos;</source>
        <translation>Zwei ihrer Tensoren heißen „%1“</translation>
    </message>
    <message>
        <source>Its batch counter &apos;%1&apos; is no count</source>
        <translation>Ihr Batch-Zähler „%1“ ist keine Anzahl</translation>
    </message>
    <message>
        <source>Training that left such weights has failed; use an earlier checkpoint</source>
        <translation>Das Training, das solche Gewichte hinterließ, ist gescheitert; nehmen Sie einen früheren Checkpoint</translation>
    </message>
    <message>
        <source>This ResNet is incomplete: &apos;%1&apos; is missing</source>
        <translation>Dieses ResNet ist unvollständig: „%1“ fehlt</translation>
    </message>
    <message>
        <source>Use the complete checkpoint of the network</source>
        <translation>Nehmen Sie den vollständigen Checkpoint des Netzes</translation>
    </message>
    <message>
        <source>This is not a standard ResNet: &apos;%1&apos; has the shape %2 where %3 is expected</source>
        <translation>Das ist kein übliches ResNet: „%1“ hat die Form %2, wo %3 erwartet wird</translation>
    </message>
    <message>
        <source>Use a checkpoint of an ordinary ResNet</source>
        <translation>Nehmen Sie einen Checkpoint eines gewöhnlichen ResNet</translation>
    </message>
    <message>
        <source>This is not an ordinary ResNet: it has a further part &apos;%1&apos;</source>
        <translation>Das ist kein gewöhnliches ResNet: Es hat einen weiteren Teil „%1“</translation>
    </message>
    <message>
        <source>This ResNet has group norm (or another one without running statistics) where an ordinary one has batch norm</source>
        <translation>Dieses ResNet hat Gruppen-Norm (oder eine andere ohne laufende Statistik), wo ein gewöhnliches Batch-Norm hat</translation>
    </message>
    <message>
        <source>Use a checkpoint of a network with batch norm</source>
        <translation>Nehmen Sie einen Checkpoint eines Netzes mit Batch-Norm</translation>
    </message>
    <message>
        <source>The batch norms of this ResNet have been folded into its convolutions</source>
        <translation>Die Batch-Normen dieses ResNet sind in seine Faltungen eingerechnet</translation>
    </message>
    <message>
        <source>Use the checkpoint from before that</source>
        <translation>Nehmen Sie den Checkpoint von davor</translation>
    </message>
    <message>
        <source>This ResNet normalises its input by a batch norm of its own before the first convolution, which an ordinary one does not</source>
        <translation>Dieses ResNet normiert seine Eingabe vor der ersten Faltung mit einer eigenen Batch-Norm, was ein gewöhnliches nicht tut</translation>
    </message>
    <message>
        <source>This is a ResNet with a deep stem (several convolutions before the first stage)</source>
        <translation>Das ist ein ResNet mit tiefem Stamm (mehrere Faltungen vor der ersten Stufe)</translation>
    </message>
    <message>
        <source>This ResNet has a layer with weights before its first convolution, which an ordinary one has not</source>
        <translation>Dieses ResNet hat vor seiner ersten Faltung eine Schicht mit Gewichten, die ein gewöhnliches nicht hat</translation>
    </message>
    <message>
        <source>The first layer of this network has the shape %1, which is not that of a ResNet</source>
        <translation>Die erste Schicht dieses Netzes hat die Form %1, und das ist nicht die eines ResNet</translation>
    </message>
    <message>
        <source>Use a checkpoint whose first convolution is 7x7 or 3x3</source>
        <translation>Nehmen Sie einen Checkpoint, dessen erste Faltung 7x7 oder 3x3 ist</translation>
    </message>
    <message>
        <source>This network takes images of %1 channels; Rekindle&apos;s have 1, 3 or 4</source>
        <translation>Dieses Netz nimmt Bilder mit %1 Kanälen; die von Rekindle haben 1, 3 oder 4</translation>
    </message>
    <message>
        <source>Use a checkpoint trained on grey or colour images</source>
        <translation>Nehmen Sie einen Checkpoint, der an grauen oder farbigen Bildern trainiert wurde</translation>
    </message>
    <message>
        <source>This ResNet is incomplete: it has no stage %1</source>
        <translation>Dieses ResNet ist unvollständig: Es hat keine Stufe %1</translation>
    </message>
    <message>
        <source>Use the complete checkpoint of a network with four stages</source>
        <translation>Nehmen Sie den vollständigen Checkpoint eines Netzes mit vier Stufen</translation>
    </message>
    <message>
        <source>The channels of this network do not double from stage to stage as a ResNet&apos;s do</source>
        <translation>Die Kanäle dieses Netzes verdoppeln sich nicht von Stufe zu Stufe wie die eines ResNet</translation>
    </message>
    <message>
        <source>Haiku before 2021 strode basic blocks at their second convolution; the file does not say which it was, and the first is taken</source>
        <translation>Haiku vor 2021 machte in einfachen Blöcken den Schritt bei der zweiten Faltung; die Datei sagt nicht, was es war, und die erste wird genommen</translation>
    </message>
    <message>
        <source>The file does not say how it was pretrained; borders are padded as torchvision does and pixels scaled by ImageNet&apos;s mean and deviation</source>
        <translation>Die Datei sagt nicht, wie sie vortrainiert wurde; Ränder werden wie bei torchvision aufgefüllt und Pixel mit Mittel und Abweichung von ImageNet skaliert</translation>
    </message>
    <message>
        <source>This is %1, not an ordinary ResNet</source>
        <translation>Das ist %1, kein gewöhnliches ResNet</translation>
    </message>
    <message>
        <source>This is a network for volumes or videos (3-D convolutions), not an ordinary ResNet</source>
        <translation>Das ist ein Netz für Volumen oder Videos (3-D-Faltungen), kein gewöhnliches ResNet</translation>
    </message>
    <message>
        <source>The file holds no tensors</source>
        <translation>Die Datei enthält keine Tensoren</translation>
    </message>
    <message>
        <source>Use a file with the weights of a ResNet</source>
        <translation>Nehmen Sie eine Datei mit den Gewichten eines ResNet</translation>
    </message>
    <message>
        <source>This looks like %1, not an ordinary ResNet</source>
        <translation>Das sieht nach %1 aus, nicht nach einem gewöhnlichen ResNet</translation>
    </message>
    <message>
        <source>Its only tensor, %1, is no ResNet</source>
        <translation>Ihr einziger Tensor, %1, ist kein ResNet</translation>
    </message>
    <message>
        <source>No ResNet was found among its %1 tensors (they begin with %2)</source>
        <translation>Unter ihren %1 Tensoren fand sich kein ResNet (sie beginnen mit %2)</translation>
    </message>
    <message>
        <source>This is one process&apos;s share of a training with DeepSpeed&apos;s ZeRO, in which layers are joined into long rows</source>
        <translation>Das ist der Anteil eines Vorgangs an einem Training mit DeepSpeeds ZeRO, in dem Schichten zu langen Reihen verbunden sind</translation>
    </message>
    <message>
        <source>Its layers are joined into long rows, as FSDP shares them among processes</source>
        <translation>Ihre Schichten sind zu langen Reihen verbunden, wie FSDP sie unter Vorgängen aufteilt</translation>
    </message>
    <message>
        <source>Its weights are kept under a parametrization of PyTorch&apos;s other than weight norm and spectral norm</source>
        <translation>Ihre Gewichte stehen unter einer anderen Parametrisierung von PyTorch als Gewichts-Norm und Spektral-Norm</translation>
    </message>
    <message>
        <source>%1 of this file is quantised: whole numbers with scales, in place of weights</source>
        <translation>%1 dieser Datei ist quantisiert: ganze Zahlen mit Maßstäben statt Gewichten</translation>
    </message>
    <message>
        <source>%1 of this file are quantised: whole numbers with scales, in place of weights</source>
        <translation>%1 dieser Datei sind quantisiert: ganze Zahlen mit Maßstäben statt Gewichten</translation>
    </message>
    <message>
        <source>%1 of this file is sparse; only dense ones are read</source>
        <translation>%1 dieser Datei ist dünn besetzt; nur dicht besetzte werden gelesen</translation>
    </message>
    <message>
        <source>%1 of this file are sparse; only dense ones are read</source>
        <translation>%1 dieser Datei sind dünn besetzt; nur dicht besetzte werden gelesen</translation>
    </message>
    <message>
        <source>%1 of this file are shared among processes, of which each saved its part</source>
        <translation>%1 dieser Datei sind auf Vorgänge verteilt, von denen jeder seinen Teil gesichert hat</translation>
    </message>
    <message>
        <source>%1 of this file are on PyTorch&apos;s meta device, so without values</source>
        <translation>%1 dieser Datei liegen auf PyTorchs Meta-Gerät, also ohne Werte</translation>
    </message>
    <message>
        <source>The file is %1; files over 64 GiB are not opened</source>
        <translation>Die Datei hat %1; Dateien über 64 GiB werden nicht geöffnet</translation>
    </message>
    <message>
        <source>Save the weights alone</source>
        <translation>Speichern Sie nur die Gewichte</translation>
    </message>
    <message>
        <source>This is part %1 of %2 of a checkpoint, whose index opens all of them</source>
        <translation>Das ist Teil %1 von %2 eines Checkpoints, dessen Verzeichnis alle öffnet</translation>
    </message>
    <message>
        <source>Choose the file beside it whose name ends in .index.json</source>
        <translation>Wählen Sie die Datei daneben, deren Name auf .index.json endet</translation>
    </message>
    <message>
        <source>This network takes grey images; colours are weighed .299, .587 and .114 into one channel</source>
        <translation>Dieses Netz nimmt graue Bilder; Farben werden mit 0,299, 0,587 und 0,114 zu einem Kanal gewichtet</translation>
    </message>
    <message>
        <source>The shortcuts of this network have no weights; new channels are zeros, half of them before the others</source>
        <translation>Die Abkürzungen dieses Netzes haben keine Gewichte; neue Kanäle sind Nullen, die Hälfte davon vor den anderen</translation>
    </message>
    <message>
        <source>%1; the network is whole without</source>
        <translation>%1; das Netz ist ohne sie vollständig</translation>
    </message>
    <message>
        <source>%1. It can be looked at, not trained</source>
        <translation>%1. Sie können angesehen, nicht trainiert werden</translation>
    </message>
    <message>
        <source>%1 convolution has a bias, which was taken off the running mean behind it; the network computes the same</source>
        <translation>%1 Faltung hat einen Versatz, der vom laufenden Mittel dahinter abgezogen wurde; das Netz rechnet dasselbe</translation>
    </message>
    <message>
        <source>%1 convolutions have biases, which were taken off the running means behind them; the network computes the same</source>
        <translation>%1 Faltungen haben Versätze, die von den laufenden Mitteln dahinter abgezogen wurden; das Netz rechnet dasselbe</translation>
    </message>
    <message>
        <source>Its note &apos;%1&apos; says &apos;%2&apos;, which makes no sense</source>
        <translation>Ihre Angabe „%1“ lautet „%2“, was keinen Sinn ergibt</translation>
    </message>
    <message>
        <source>Make the file again</source>
        <translation>Machen Sie die Datei neu</translation>
    </message>
    <message>
        <source>This ResNet has no pooling before its first stage, or no ReLU</source>
        <translation>Dieses ResNet hat kein Pooling vor seiner ersten Stufe oder kein ReLU</translation>
    </message>
    <message>
        <source>This tensor has another size than the network</source>
        <translation>Dieser Tensor hat eine andere Größe als das Netz</translation>
    </message>
    <message>
        <source>The index is compressed, which TensorFlow&apos;s checkpoints are not</source>
        <translation>Das Verzeichnis ist gepackt, was TensorFlows Checkpoints nicht sind</translation>
    </message>
    <message>
        <source>Save the checkpoint again with tf.train.Saver</source>
        <translation>Speichern Sie den Checkpoint neu mit tf.train.Saver</translation>
    </message>
    <message>
        <source>The archive is damaged: %1</source>
        <translation>Das Archiv ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The archive holds %1 entries (limit %2)</source>
        <translation>Das Archiv hat %1 Einträge (Grenze %2)</translation>
    </message>
    <message>
        <source>The archive would grow from %1 to %2</source>
        <translation>Das Archiv würde von %1 auf %2 wachsen</translation>
    </message>
    <message>
        <source>Save it again with PyTorch, which stores tensors uncompressed</source>
        <translation>Speichern Sie es neu mit PyTorch, das Tensoren unkomprimiert ablegt</translation>
    </message>
    <message>
        <source>it ends in %1 of zeros, and its table of contents is missing</source>
        <translation>es endet in %1 Nullen, und sein Inhaltsverzeichnis fehlt</translation>
    </message>
    <message>
        <source>it ends early, its table of contents is missing</source>
        <translation>es endet zu früh, sein Inhaltsverzeichnis fehlt</translation>
    </message>
    <message>
        <source>its table of contents is broken</source>
        <translation>das Inhaltsverzeichnis ist defekt</translation>
    </message>
    <message>
        <source>The entry &apos;%1&apos; differs from its checksum</source>
        <translation>Der Eintrag „%1“ weicht von seiner Prüfsumme ab</translation>
    </message>
    <message>
        <source>The archive holds the entry &apos;%1&apos; twice</source>
        <translation>Das Archiv enthält den Eintrag „%1“ zweimal</translation>
    </message>
    <message>
        <source>The entry &apos;%1&apos; cannot be unpacked</source>
        <translation>Der Eintrag „%1“ kann nicht entpackt werden</translation>
    </message>
    <message>
        <source>A run of the queue could not be read and was passed over (%1)</source>
        <translation>Ein Lauf der Warteschlange konnte nicht gelesen werden und wurde übergangen (%1)</translation>
    </message>
    <message>
        <source>A run failed, which could not be written down (%1)</source>
        <translation>Ein Lauf ist fehlgeschlagen, was sich nicht aufschreiben ließ (%1)</translation>
    </message>
    <message>
        <source>The checksums of the run&apos;s files could not be written down (%1)</source>
        <translation>Die Prüfsummen der Dateien des Laufs ließen sich nicht aufschreiben (%1)</translation>
    </message>
    <message>
        <source>What this run is computed with could not be written down (%1)</source>
        <translation>Womit dieser Lauf gerechnet wird, ließ sich nicht aufschreiben (%1)</translation>
    </message>
    <message>
        <source>Choose another disk, or ask for a higher limit on file sizes</source>
        <translation>Nehmen Sie eine andere Platte oder bitten Sie um eine höhere Grenze für Dateigrößen</translation>
    </message>
    <message>
        <source>Change the rights of %1, or choose another folder</source>
        <translation>Ändern Sie die Rechte von %1 oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>Choose another folder than %1</source>
        <translation>Wählen Sie einen anderen Ordner als %1</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>The disk is read-only</source>
        <translation>Die Platte ist schreibgeschützt</translation>
    </message>
    <message>
        <source>You have no permission</source>
        <translation>Sie haben kein Recht dazu</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>A part of the path is not a folder</source>
        <translation>Ein Teil des Pfads ist kein Ordner</translation>
    </message>
    <message>
        <source>Layer %1 has %2 value that is not a number</source>
        <translation>Schicht %1 hat %2 Wert, der keine Zahl ist</translation>
    </message>
    <message>
        <source>Layer %1 has %2 values that are not numbers</source>
        <translation>Schicht %1 hat %2 Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>Layer %1 has %2 value too large to compute with in 32 bits</source>
        <translation>Schicht %1 hat %2 Wert, der zum Rechnen in 32 Bit zu groß ist</translation>
    </message>
    <message>
        <source>Layer %1 has %2 values too large to compute with in 32 bits</source>
        <translation>Schicht %1 hat %2 Werte, die zum Rechnen in 32 Bit zu groß sind</translation>
    </message>
    <message>
        <source>Layer %1 has %2 variance below zero</source>
        <translation>Schicht %1 hat %2 Varianz unter null</translation>
    </message>
    <message>
        <source>Layer %1 has %2 variances below zero</source>
        <translation>Schicht %1 hat %2 Varianzen unter null</translation>
    </message>
    <message>
        <source>The state of the run could not be written for a while, so that what was shown of it was old (%1)</source>
        <translation>Der Stand des Laufs ließ sich eine Weile nicht schreiben, was davon zu sehen war, war daher alt (%1)</translation>
    </message>
    <message>
        <source>Training has left the numbers: since step %1 %2</source>
        <translation>Das Training hat die Zahlen verlassen: seit Schritt %1 %2</translation>
    </message>
    <message>
        <source>Fine-tuning has left the numbers: since step %1 %2</source>
        <translation>Die Feinabstimmung hat die Zahlen verlassen: seit Schritt %1 %2</translation>
    </message>
    <message>
        <source>Its own message says why</source>
        <translation>Seine eigene Meldung sagt, warum</translation>
    </message>
    <message>
        <source>The save lacks a part of the optimiser</source>
        <translation>Dem gesicherten Stand fehlt ein Teil des Optimierers</translation>
    </message>
    <message>
        <source>The list of files names something outside the folder</source>
        <translation>Die Dateiliste nennt etwas außerhalb des Ordners</translation>
    </message>
    <message>
        <source>The file names over 1,000 further parts</source>
        <translation>Die Datei nennt über 1.000 weitere Teile</translation>
    </message>
    <message>
        <source>The file is larger than anything we write there</source>
        <translation>Die Datei ist größer als alles, was wir dort schreiben</translation>
    </message>
    <message>
        <source>Name both run folders</source>
        <translation>Nennen Sie beide Laufordner</translation>
    </message>
    <message>
        <source>The end of the program could not be waited for</source>
        <translation>Das Ende des Programms ließ sich nicht abwarten</translation>
    </message>
    <message>
        <source>A program beside this one cannot be waited for</source>
        <translation>Auf ein Programm neben diesem kann nicht gewartet werden</translation>
    </message>
    <message>
        <source>No connection to another program can be made</source>
        <translation>Zu einem anderen Programm lässt sich keine Verbindung herstellen</translation>
    </message>
    <message>
        <source>The answer is longer than it can be</source>
        <translation>Die Antwort ist länger, als sie sein kann</translation>
    </message>
    <message>
        <source>The settings are not an object</source>
        <translation>Die Einstellungen sind kein Objekt</translation>
    </message>
    <message>
        <source>The record lacks a column</source>
        <translation>Der Liste fehlt eine Spalte</translation>
    </message>
    <message>
        <source>The record&apos;s columns differ in length</source>
        <translation>Die Spalten der Liste sind verschieden lang</translation>
    </message>
    <message>
        <source>Images have 1 to 16 used bits</source>
        <translation>Bilder haben 1 bis 16 genutzte Bits</translation>
    </message>
    <message>
        <source>The index holds more or longer names than a network</source>
        <translation>Das Verzeichnis enthält mehr oder längere Namen als ein Netz</translation>
    </message>
    <message>
        <source>A line of metrics is too long</source>
        <translation>Eine Zeile der Messwerte ist zu lang</translation>
    </message>
    <message>
        <source>The list of warnings is not a list</source>
        <translation>Die Liste der Warnungen ist keine Liste</translation>
    </message>
    <message>
        <source>Fetch the file itself: a .pth, .pt, .safetensors, .pkl or .index</source>
        <translation>Holen Sie die Datei selbst: eine .pth, .pt, .safetensors, .pkl oder .index</translation>
    </message>
    <message>
        <source>Rekindle works on ResNets (ResNet-18 to ResNet-200, any width). Use a checkpoint of one of these</source>
        <translation>Rekindle arbeitet mit ResNets (ResNet-18 bis ResNet-200, jede Breite). Nehmen Sie einen Checkpoint von einem davon</translation>
    </message>
    <message>
        <source>Close other programs and continue the run. Or start it anew with a limit of memory (--memory-limit 6G, or what there is), which works the batch off in pieces</source>
        <translation>Schließen Sie andere Programme und setzen Sie den Lauf fort. Oder beginnen Sie ihn neu mit einer Speichergrenze (--memory-limit 6G, oder was da ist), die den Batch in Stücken abarbeitet</translation>
    </message>
    <message>
        <source>Fetch or copy it again</source>
        <translation>Holen oder kopieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>Unpack it, then choose the checkpoint in it</source>
        <translation>Entpacken Sie es, dann wählen Sie den Checkpoint darin</translation>
    </message>
    <message>
        <source>Use the checkpoint that it was made from</source>
        <translation>Nehmen Sie den Checkpoint, aus dem es gemacht wurde</translation>
    </message>
    <message>
        <source>Use the checkpoint that it was exported from</source>
        <translation>Nehmen Sie den Checkpoint, aus dem es exportiert wurde</translation>
    </message>
    <message>
        <source>Choose variables/variables.index beside it</source>
        <translation>Wählen Sie variables/variables.index daneben</translation>
    </message>
    <message>
        <source>Choose the file beside it whose name ends in .index</source>
        <translation>Wählen Sie die Datei daneben, deren Name auf .index endet</translation>
    </message>
    <message>
        <source>Choose the file whose name ends in .index</source>
        <translation>Wählen Sie die Datei, deren Name auf .index endet</translation>
    </message>
    <message>
        <source>Save it again with each of them made dense: tensor.to_dense()</source>
        <translation>Speichern Sie sie noch einmal, jeden davon dicht: tensor.to_dense()</translation>
    </message>
    <message>
        <source>Save the whole from one process: a full state dict</source>
        <translation>Speichern Sie das Ganze aus einem Vorgang: ein vollständiges State-Dict</translation>
    </message>
    <message>
        <source>Save the model again after its weights were loaded</source>
        <translation>Speichern Sie das Modell noch einmal, nachdem seine Gewichte geladen wurden</translation>
    </message>
    <message>
        <source>This is a model archive of TorchServe (.mar)</source>
        <translation>Das ist ein Modellarchiv von TorchServe (.mar)</translation>
    </message>
    <message>
        <source>Unpack it, then choose the weights in it</source>
        <translation>Entpacken Sie es, dann wählen Sie die Gewichte darin</translation>
    </message>
    <message>
        <source>This is an office document, not a checkpoint</source>
        <translation>Das ist ein Bürodokument, kein Checkpoint</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt or .safetensors file</source>
        <translation>Wählen Sie eine Datei .pth, .pt oder .safetensors</translation>
    </message>
    <message>
        <source>Save its arrays as safetensors, under the names of a ResNet</source>
        <translation>Speichern Sie seine Felder als safetensors, unter den Namen eines ResNet</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt or .safetensors file; unpack the archive first when it holds one</source>
        <translation>Wählen Sie eine Datei .pth, .pt oder .safetensors; entpacken Sie das Archiv zuerst, wenn es eine enthält</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt, .safetensors, .pkl or .index file with the weights of a ResNet</source>
        <translation>Wählen Sie eine Datei .pth, .pt, .safetensors, .pkl oder .index mit den Gewichten eines ResNet</translation>
    </message>
    <message>
        <source>%1, so this could not be written</source>
        <translation>%1, daher konnte dies nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1, so this could not be made</source>
        <translation>%1, daher konnte dies nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1, so this could not be read</source>
        <translation>%1, daher konnte dies nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1, so this could not be locked</source>
        <translation>%1, daher konnte dies nicht gesperrt werden</translation>
    </message>
    <message>
        <source>Copy or export the picture again</source>
        <translation>Kopieren oder exportieren Sie das Bild noch einmal</translation>
    </message>
    <message>
        <source>This BMP is packed in a way that is not read here (number %1)</source>
        <translation>Dieses BMP ist auf eine Art gepackt, die hier nicht gelesen wird (Nummer %1)</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>Speichern Sie das Bild als PNG</translation>
    </message>
    <message>
        <source>The BMP ends early</source>
        <translation>Das BMP endet zu früh</translation>
    </message>
    <message>
        <source>The BMP&apos;s header holds values that no BMP has</source>
        <translation>Der Kopf des BMP enthält Werte, die kein BMP hat</translation>
    </message>
    <message>
        <source>The BMP&apos;s pixels name colours that it does not have</source>
        <translation>Die Pixel des BMP nennen Farben, die es nicht hat</translation>
    </message>
    <message>
        <source>Copy or export the file again</source>
        <translation>Kopieren oder exportieren Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>The DICOM file has too many elements</source>
        <translation>Die DICOM-Datei hat zu viele Elemente</translation>
    </message>
    <message>
        <source>The DICOM file nests its elements too deep</source>
        <translation>Die DICOM-Datei verschachtelt ihre Elemente zu tief</translation>
    </message>
    <message>
        <source>The DICOM file ends early</source>
        <translation>Die DICOM-Datei endet zu früh</translation>
    </message>
    <message>
        <source>The DICOM file holds elements that no such file has</source>
        <translation>Die DICOM-Datei enthält Elemente, die keine solche Datei hat</translation>
    </message>
    <message>
        <source>A sequence of the DICOM file holds no items</source>
        <translation>Eine Sequenz der DICOM-Datei enthält keine Einträge</translation>
    </message>
    <message>
        <source>Export the picture as PNG, TIFF or uncompressed DICOM</source>
        <translation>Exportieren Sie das Bild als PNG, TIFF oder unkomprimiertes DICOM</translation>
    </message>
    <message>
        <source>This DICOM file holds no picture</source>
        <translation>Diese DICOM-Datei enthält kein Bild</translation>
    </message>
    <message>
        <source>Reports and directories of a CD are such files; leave it out</source>
        <translation>Berichte und Verzeichnisse einer CD sind solche Dateien; lassen Sie sie weg</translation>
    </message>
    <message>
        <source>The DICOM file has more than %1 frames</source>
        <translation>Die DICOM-Datei hat mehr als %1 Einzelbilder</translation>
    </message>
    <message>
        <source>Export its frames as files of their own</source>
        <translation>Exportieren Sie ihre Einzelbilder als eigene Dateien</translation>
    </message>
    <message>
        <source>A table of the DICOM file holds values that no table has</source>
        <translation>Eine Tabelle der DICOM-Datei enthält Werte, die keine Tabelle hat</translation>
    </message>
    <message>
        <source>A table of the DICOM file ends early</source>
        <translation>Eine Tabelle der DICOM-Datei endet zu früh</translation>
    </message>
    <message>
        <source>This DICOM file holds numbers with fractions</source>
        <translation>Diese DICOM-Datei enthält Zahlen mit Nachkommastellen</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s header says that it has no pixels</source>
        <translation>Der Kopf der DICOM-Datei sagt, dass sie keine Pixel hat</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s header holds values that no picture has</source>
        <translation>Der Kopf der DICOM-Datei enthält Werte, die kein Bild hat</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s header contradicts itself about colours</source>
        <translation>Der Kopf der DICOM-Datei widerspricht sich über die Farben</translation>
    </message>
    <message>
        <source>The DICOM picture&apos;s palette is missing</source>
        <translation>Die Farbtabelle des DICOM-Bilds fehlt</translation>
    </message>
    <message>
        <source>This DICOM file&apos;s masks do not begin at whole bytes</source>
        <translation>Die Masken dieser DICOM-Datei beginnen nicht an ganzen Bytes</translation>
    </message>
    <message>
        <source>This DICOM file does not say which part of its data is which frame</source>
        <translation>Diese DICOM-Datei sagt nicht, welcher Teil ihrer Daten welches Einzelbild ist</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s table of frames leads nowhere</source>
        <translation>Die Bildtabelle der DICOM-Datei führt ins Leere</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s pixels cannot be unpacked</source>
        <translation>Die Pixel der DICOM-Datei lassen sich nicht entpacken</translation>
    </message>
    <message>
        <source>The file ends early</source>
        <translation>Die Datei endet zu früh</translation>
    </message>
    <message>
        <source>Copy it again</source>
        <translation>Kopieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>The file has %1; picture files over %2 are not opened</source>
        <translation>Die Datei hat %1; Bilddateien über %2 werden nicht geöffnet</translation>
    </message>
    <message>
        <source>Cut it into tiles or make it smaller</source>
        <translation>Zerschneiden Sie es in Kacheln oder verkleinern Sie es</translation>
    </message>
    <message>
        <source>The picture&apos;s header says that it has no pixels</source>
        <translation>Der Kopf des Bilds sagt, dass es keine Pixel hat</translation>
    </message>
    <message>
        <source>The picture is %1 × %2 pixels (%3 million); the limit is %4 million and %5 on a side</source>
        <translation>Das Bild hat %1 × %2 Pixel (%3 Millionen); die Grenze liegt bei %4 Millionen und %5 je Seite</translation>
    </message>
    <message>
        <source>The picture is %1 × %2 pixels; one side may be at most %3 times as long as the other</source>
        <translation>Das Bild hat %1 × %2 Pixel; eine Seite darf höchstens %3-mal so lang sein wie die andere</translation>
    </message>
    <message>
        <source>Cut it into pieces</source>
        <translation>Zerschneiden Sie es</translation>
    </message>
    <message>
        <source>The picture would grow from %1 to %2</source>
        <translation>Das Bild würde von %1 auf %2 wachsen</translation>
    </message>
    <message>
        <source>Such files are made to exhaust memory; leave it out</source>
        <translation>Solche Dateien sind gemacht, um den Speicher zu erschöpfen; lassen Sie sie weg</translation>
    </message>
    <message>
        <source>The file would grow from %1 to more than %2</source>
        <translation>Die Datei würde von %1 auf mehr als %2 wachsen</translation>
    </message>
    <message>
        <source>The JPEG stores its %1 × %2 pixels in %3 passes that hold next to nothing</source>
        <translation>Das JPEG legt seine %1 × %2 Pixel in %3 Durchgängen ab, die fast nichts enthalten</translation>
    </message>
    <message>
        <source>Such files are made to exhaust computers; leave it out</source>
        <translation>Solche Dateien sind gemacht, um Computer zu überlasten; lassen Sie sie weg</translation>
    </message>
    <message>
        <source>The JPEG&apos;s header is too short</source>
        <translation>Der Kopf des JPEG ist zu kurz</translation>
    </message>
    <message>
        <source>This kind of JPEG (lossless, hierarchical or arithmetic) cannot be read here</source>
        <translation>Diese Art von JPEG (verlustfrei, hierarchisch oder arithmetisch) kann hier nicht gelesen werden</translation>
    </message>
    <message>
        <source>The JPEG&apos;s header says that it has no pixels</source>
        <translation>Der Kopf des JPEG sagt, dass es keine Pixel hat</translation>
    </message>
    <message>
        <source>This JPEG holds printing inks (CMYK); its colours depend on the press</source>
        <translation>Dieses JPEG enthält Druckfarben (CMYK); seine Farben hängen von der Druckmaschine ab</translation>
    </message>
    <message>
        <source>The JPEG ends early</source>
        <translation>Das JPEG endet zu früh</translation>
    </message>
    <message>
        <source>The JPEG&apos;s parts are not where they belong</source>
        <translation>Die Teile des JPEG stehen nicht, wo sie hingehören</translation>
    </message>
    <message>
        <source>The JPEG has two headers</source>
        <translation>Das JPEG hat zwei Köpfe</translation>
    </message>
    <message>
        <source>The JPEG has pixels but no header</source>
        <translation>Das JPEG hat Pixel, aber keinen Kopf</translation>
    </message>
    <message>
        <source>This volume&apos;s voxels are of a kind that is not read here (number %1)</source>
        <translation>Die Voxel dieses Volumens sind von einer Art, die hier nicht gelesen wird (Nummer %1)</translation>
    </message>
    <message>
        <source>Save it with whole or floating numbers</source>
        <translation>Speichern Sie es mit ganzen Zahlen oder Gleitkommazahlen</translation>
    </message>
    <message>
        <source>This volume has %1 dimensions</source>
        <translation>Dieses Volumen hat %1 Dimensionen</translation>
    </message>
    <message>
        <source>Save each of its parts as a volume of its own</source>
        <translation>Speichern Sie jeden seiner Teile als eigenes Volumen</translation>
    </message>
    <message>
        <source>The volume&apos;s header holds values that no volume has</source>
        <translation>Der Kopf des Volumens enthält Werte, die kein Volumen hat</translation>
    </message>
    <message>
        <source>The volume ends early</source>
        <translation>Das Volumen endet zu früh</translation>
    </message>
    <message>
        <source>The volume would grow from %1 to %2</source>
        <translation>Das Volumen würde von %1 auf %2 wachsen</translation>
    </message>
    <message>
        <source>Save it unpacked, or cut it into smaller ones</source>
        <translation>Speichern Sie es ungepackt oder zerschneiden Sie es</translation>
    </message>
    <message>
        <source>The PNG&apos;s header has a wrong length</source>
        <translation>Der Kopf des PNG hat eine falsche Länge</translation>
    </message>
    <message>
        <source>The PNG&apos;s header holds values that no PNG has</source>
        <translation>Der Kopf des PNG enthält Werte, die kein PNG hat</translation>
    </message>
    <message>
        <source>The PNG ends early</source>
        <translation>Das PNG endet zu früh</translation>
    </message>
    <message>
        <source>A checksum inside the PNG differs</source>
        <translation>Eine Prüfsumme im PNG stimmt nicht</translation>
    </message>
    <message>
        <source>The PNG&apos;s header is not where it belongs</source>
        <translation>Der Kopf des PNG steht nicht, wo er hingehört</translation>
    </message>
    <message>
        <source>The PNG holds no pixels</source>
        <translation>Das PNG enthält keine Pixel</translation>
    </message>
    <message>
        <source>The PNG has a part that no reader knows</source>
        <translation>Das PNG hat einen Teil, den kein Leseprogramm kennt</translation>
    </message>
    <message>
        <source>Save the picture as PNG or JPEG</source>
        <translation>Speichern Sie das Bild als PNG oder JPEG</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>The file holds no image</source>
        <translation>Die Datei enthält kein Bild</translation>
    </message>
    <message>
        <source>The file holds %1 images, not %2</source>
        <translation>Die Datei enthält %1 Bilder, nicht %2</translation>
    </message>
    <message>
        <source>Read the folder of images again</source>
        <translation>Lesen Sie den Bilderordner noch einmal</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels, fewer than when the folder was read</source>
        <translation>Das Bild hat %1 × %2 Pixel, weniger als beim Lesen des Ordners</translation>
    </message>
    <message>
        <source>The picture&apos;s pixels are not those of its header</source>
        <translation>Die Pixel des Bilds sind nicht die seines Kopfs</translation>
    </message>
    <message>
        <source>A window is a centre and a width above 0, as in 40,400</source>
        <translation>Ein Fenster ist eine Mitte und eine Breite über 0, wie in 40,400</translation>
    </message>
    <message>
        <source>Bands are one number or three, counted from 1, as in 4,3,2 for red, green and blue</source>
        <translation>Kanäle sind eine Zahl oder drei, ab 1 gezählt, wie in 4,3,2 für Rot, Grün und Blau</translation>
    </message>
    <message>
        <source>Volumes are cut axial, coronal or sagittal</source>
        <translation>Volumen werden axial, coronal oder sagittal geschnitten</translation>
    </message>
    <message>
        <source>Percentiles are two numbers from 0 to 100, the lower one first, as in 0.5,99.5</source>
        <translation>Perzentile sind zwei Zahlen von 0 bis 100, die kleinere zuerst, wie in 0.5,99.5</translation>
    </message>
    <message>
        <source>How the images are read is not written as it should be</source>
        <translation>Wie die Bilder gelesen werden, ist nicht so geschrieben, wie es sein soll</translation>
    </message>
    <message>
        <source>The TIFF&apos;s pixels cannot be unpacked</source>
        <translation>Die Pixel des TIFF lassen sich nicht entpacken</translation>
    </message>
    <message>
        <source>The TIFF&apos;s pixels cannot be unpacked (%8)</source>
        <translation>Die Pixel des TIFF lassen sich nicht entpacken (%8)</translation>
    </message>
    <message>
        <source>Save the picture as an ordinary TIFF or PNG</source>
        <translation>Speichern Sie das Bild als gewöhnliches TIFF oder PNG</translation>
    </message>
    <message>
        <source>The picture has %1, and band %2 was chosen</source>
        <translation>Das Bild hat %1, und Kanal %2 wurde gewählt</translation>
    </message>
    <message>
        <source>Choose bands that all pictures have</source>
        <translation>Wählen Sie Kanäle, die alle Bilder haben</translation>
    </message>
    <message>
        <source>%1 band</source>
        <translation>%1 Kanal</translation>
    </message>
    <message>
        <source>%1 bands</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>The TIFF has %1 channels and needs %2</source>
        <translation>Das TIFF hat %1 Kanäle und braucht %2</translation>
    </message>
    <message>
        <source>This TIFF stores its colours as YCbCr without JPEG</source>
        <translation>Dieses TIFF speichert seine Farben als YCbCr ohne JPEG</translation>
    </message>
    <message>
        <source>This TIFF&apos;s colours are no whole numbers</source>
        <translation>Die Farben dieses TIFF sind keine ganzen Zahlen</translation>
    </message>
    <message>
        <source>The TIFF has more than %1 pages</source>
        <translation>Das TIFF hat mehr als %1 Seiten</translation>
    </message>
    <message>
        <source>Save its pages as files of their own</source>
        <translation>Speichern Sie seine Seiten als eigene Dateien</translation>
    </message>
    <message>
        <source>The TIFF ends early</source>
        <translation>Das TIFF endet zu früh</translation>
    </message>
    <message>
        <source>The TIFF&apos;s header holds values that no TIFF has</source>
        <translation>Der Kopf des TIFF enthält Werte, die kein TIFF hat</translation>
    </message>
    <message>
        <source>A directory of the TIFF holds no entries, or too many</source>
        <translation>Ein Verzeichnis des TIFF hat keine Einträge oder zu viele</translation>
    </message>
    <message>
        <source>An entry of the TIFF holds too many values</source>
        <translation>Ein Eintrag des TIFF enthält zu viele Werte</translation>
    </message>
    <message>
        <source>The channels of this TIFF differ in depth</source>
        <translation>Die Kanäle dieses TIFF haben verschiedene Tiefen</translation>
    </message>
    <message>
        <source>The TIFF&apos;s header says that it has no pixels</source>
        <translation>Der Kopf des TIFF sagt, dass es keine Pixel hat</translation>
    </message>
    <message>
        <source>This TIFF holds complex numbers</source>
        <translation>Dieses TIFF enthält komplexe Zahlen</translation>
    </message>
    <message>
        <source>The TIFF says that it has more pieces than it could hold</source>
        <translation>Das TIFF gibt mehr Stücke an, als es enthalten kann</translation>
    </message>
    <message>
        <source>The TIFF&apos;s directories lead in a circle</source>
        <translation>Die Verzeichnisse des TIFF führen im Kreis</translation>
    </message>
    <message>
        <source>The TIFF holds no picture</source>
        <translation>Das TIFF enthält kein Bild</translation>
    </message>
    <message>
        <source>The TIFF&apos;s pieces are too short</source>
        <translation>Die Stücke des TIFF sind zu kurz</translation>
    </message>
    <message>
        <source>This WebP is an animation of %1 frames</source>
        <translation>Dieses WebP ist eine Animation aus %1 Einzelbildern</translation>
    </message>
    <message>
        <source>Save the frames that you need as pictures of their own</source>
        <translation>Speichern Sie die Einzelbilder, die Sie brauchen, als eigene Bilder</translation>
    </message>
    <message>
        <source>The WebP library is another than the program was made for</source>
        <translation>Die WebP-Bibliothek ist eine andere als die, für die das Programm gemacht wurde</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture</source>
        <translation>Der Speicher reicht für dieses Bild nicht</translation>
    </message>
    <message>
        <source>The WebP ends early</source>
        <translation>Das WebP endet zu früh</translation>
    </message>
    <message>
        <source>The WebP holds no pixels</source>
        <translation>Das WebP enthält keine Pixel</translation>
    </message>
    <message>
        <source>The WebP&apos;s header holds values that no WebP has</source>
        <translation>Der Kopf des WebP enthält Werte, die kein WebP hat</translation>
    </message>
    <message>
        <source>The file has %1, far more than the %2 × %3 pixels that it says it holds</source>
        <translation>Die Datei hat %1, weit mehr als die %2 × %3 Pixel, die sie angibt</translation>
    </message>
    <message>
        <source>Save the picture again</source>
        <translation>Speichern Sie das Bild noch einmal</translation>
    </message>
    <message>
        <source>The packed file ends early</source>
        <translation>Die gepackte Datei endet zu früh</translation>
    </message>
    <message>
        <source>The packed file is damaged inside</source>
        <translation>Die gepackte Datei ist im Inneren beschädigt</translation>
    </message>
    <message>
        <source>This is not a picture that can be read here</source>
        <translation>Das ist kein Bild, das hier gelesen werden kann</translation>
    </message>
    <message>
        <source>This is %1, not a %2 picture</source>
        <translation>Das ist %1, kein Bild (%2)</translation>
    </message>
    <message>
        <source>%1 of %2 test images looks nearly like a training image: scores would look better than they are. Look at the pair: %9</source>
        <translation>%1 von %2 Testbildern gleicht fast einem Trainingsbild: Bewertungen sähen besser aus, als sie sind. Sehen Sie sich das Paar an: %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images look nearly like a training image: scores would look better than they are. Look at the pairs: %9</source>
        <translation>%1 von %2 Testbildern gleichen fast einem Trainingsbild: Bewertungen sähen besser aus, als sie sind. Sehen Sie sich die Paare an: %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images looks nearly like a training or validation image: scores would look better than they are. Look at the pair: %9</source>
        <translation>%1 von %2 Testbildern gleicht fast einem Trainings- oder Validierungsbild: Bewertungen sähen besser aus, als sie sind. Sehen Sie sich das Paar an: %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images look nearly like a training or validation image: scores would look better than they are. Look at the pairs: %9</source>
        <translation>%1 von %2 Testbildern gleichen fast einem Trainings- oder Validierungsbild: Bewertungen sähen besser aus, als sie sind. Sehen Sie sich die Paare an: %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images is an exact copy of training or validation images: scores on them mean nothing</source>
        <translation>%1 von %2 Testbildern ist eine genaue Kopie eines Trainings- oder Validierungsbilds: Bewertungen daran bedeuten nichts</translation>
    </message>
    <message>
        <source>%1 of %2 test images are exact copies of training or validation images: scores on them mean nothing</source>
        <translation>%1 von %2 Testbildern sind genaue Kopien von Trainings- oder Validierungsbildern: Bewertungen daran bedeuten nichts</translation>
    </message>
    <message>
        <source>No images were found: the folder is empty</source>
        <translation>Keine Bilder gefunden: Der Ordner ist leer</translation>
    </message>
    <message>
        <source>Choose the folder that holds the %1 files</source>
        <translation>Wählen Sie den Ordner, der die Dateien enthält (%1)</translation>
    </message>
    <message>
        <source>No images were found. The folder holds %1 file, mostly %2</source>
        <translation>Keine Bilder gefunden. Der Ordner enthält %1 Datei (%2)</translation>
    </message>
    <message>
        <source>No images were found. The folder holds %1 files, mostly %2</source>
        <translation>Keine Bilder gefunden. Der Ordner enthält %1 Dateien, meist %2</translation>
    </message>
    <message>
        <source>%1 files are read; unpack or export them first</source>
        <translation>Gelesen werden Dateien von %1; entpacken oder exportieren Sie sie zuerst</translation>
    </message>
    <message>
        <source>The only image, %1, cannot be read: %2</source>
        <translation>Das einzige Bild, %1, kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Not one of the %1 images can be read. The first, %2: %3</source>
        <translation>Nicht eines der %1 Bilder kann gelesen werden. Das erste, %2: %3</translation>
    </message>
    <message>
        <source>The folder holds more than %1 files</source>
        <translation>Der Ordner enthält mehr als %1 Dateien</translation>
    </message>
    <message>
        <source>Choose a folder further down</source>
        <translation>Wählen Sie einen Ordner weiter unten</translation>
    </message>
    <message>
        <source>Check the path, and that its drive is connected</source>
        <translation>Prüfen Sie den Pfad und ob sein Laufwerk angeschlossen ist</translation>
    </message>
    <message>
        <source>This is a file, not a folder of images</source>
        <translation>Das ist eine Datei, kein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Choose the folder that the images lie in</source>
        <translation>Wählen Sie den Ordner, in dem die Bilder liegen</translation>
    </message>
    <message>
        <source>Line 1 of the table: the column %1 appears twice</source>
        <translation>Zeile 1 der Tabelle: Die Spalte %1 steht zweimal da</translation>
    </message>
    <message>
        <source>Give each column a name of its own</source>
        <translation>Geben Sie jeder Spalte einen eigenen Namen</translation>
    </message>
    <message>
        <source>Line 1 of the table: no column names the files. Its columns are %1</source>
        <translation>Zeile 1 der Tabelle: Keine Spalte nennt die Dateien. Ihre Spalten sind %1</translation>
    </message>
    <message>
        <source>Call the columns file and label, and if wanted patient and split</source>
        <translation>Nennen Sie die Spalten file und label, und falls gewünscht patient und split</translation>
    </message>
    <message>
        <source>Lines %1 and %2 of the table say different things of the image %3</source>
        <translation>Die Zeilen %1 und %2 der Tabelle sagen Verschiedenes über das Bild %3</translation>
    </message>
    <message>
        <source>Leave the line in that is right</source>
        <translation>Lassen Sie die Zeile stehen, die stimmt</translation>
    </message>
    <message>
        <source>Not one file that the table names is in the folder. Its first row, line %1, names %2. The table was read as: %3</source>
        <translation>Keine Datei, die die Tabelle nennt, liegt im Ordner. Ihre erste Zeile, Zeile %1, nennt %2. Die Tabelle wurde gelesen als: %3</translation>
    </message>
    <message>
        <source>Give each file&apos;s path as seen from the image folder, such as a/b.png</source>
        <translation>Geben Sie den Pfad jeder Datei vom Bilderordner aus an, etwa a/b.png</translation>
    </message>
    <message>
        <source>Line %1 of the table: %2</source>
        <translation>Zeile %1 der Tabelle: %2</translation>
    </message>
    <message>
        <source>Put the table right: columns file, label, and if wanted patient and split</source>
        <translation>Bringen Sie die Tabelle in Ordnung: Spalten file, label, und falls gewünscht patient und split</translation>
    </message>
    <message>
        <source>Line 1 of the table: no column names the classes. Its columns are %1</source>
        <translation>Zeile 1 der Tabelle: Keine Spalte nennt die Klassen. Ihre Spalten sind %1</translation>
    </message>
    <message>
        <source>Call the column label</source>
        <translation>Nennen Sie die Spalte label</translation>
    </message>
    <message>
        <source>The table has no rows</source>
        <translation>Die Tabelle hat keine Zeilen</translation>
    </message>
    <message>
        <source>The table has %1; at most %2 are read</source>
        <translation>Die Tabelle hat %1; höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>An image&apos;s path leads out of its folder</source>
        <translation>Der Pfad eines Bilds führt aus seinem Ordner hinaus</translation>
    </message>
    <message>
        <source>A file&apos;s entry holds numbers that no file has</source>
        <translation>Der Eintrag einer Datei enthält Zahlen, die keine Datei hat</translation>
    </message>
    <message>
        <source>An image&apos;s entry holds a number that no image has (%1)</source>
        <translation>Der Eintrag eines Bilds enthält eine Zahl, die kein Bild hat (%1)</translation>
    </message>
    <message>
        <source>An image&apos;s entry names what the list does not hold</source>
        <translation>Der Eintrag eines Bilds nennt, was die Liste nicht enthält</translation>
    </message>
    <message>
        <source>This list of images has the format %1</source>
        <translation>Diese Bilderliste hat das Format %1</translation>
    </message>
    <message>
        <source>Open it with the version of Rekindle that wrote it</source>
        <translation>Öffnen Sie sie mit der Version von Rekindle, die sie geschrieben hat</translation>
    </message>
    <message>
        <source>The list of images lacks its column %1</source>
        <translation>Der Bilderliste fehlt die Spalte %1</translation>
    </message>
    <message>
        <source>Put each class into a folder of its own, or give a table with labels</source>
        <translation>Legen Sie jede Klasse in einen eigenen Ordner oder geben Sie eine Tabelle mit Labels an</translation>
    </message>
    <message>
        <source>All %1 test images are exact copies of training images or stand in two classes, so scores would mean nothing</source>
        <translation>Alle %1 Testbilder sind genaue Kopien von Trainingsbildern oder stehen in zwei Klassen, Bewertungen würden daher nichts bedeuten</translation>
    </message>
    <message>
        <source>Take the copies out of one part, or keep them (keep_leaks), which is noted beside every number</source>
        <translation>Nehmen Sie die Kopien aus einem Teil heraus oder behalten Sie sie (keep_leaks); das wird neben jeder Zahl vermerkt</translation>
    </message>
    <message>
        <source>There are too few labelled images for a training and a test part</source>
        <translation>Es gibt zu wenige Bilder mit Labels für einen Trainings- und einen Testteil</translation>
    </message>
    <message>
        <source>At least two images (or two patients) of one class are needed</source>
        <translation>Mindestens zwei Bilder (oder zwei Patienten) einer Klasse sind nötig</translation>
    </message>
    <message>
        <source>Supervised pretraining needs labelled training images, and these have no labels</source>
        <translation>Überwachtes Vortrainieren braucht Trainingsbilder mit Labels, und diese haben keine</translation>
    </message>
    <message>
        <source>Supervised pretraining needs labelled training images of at least two classes, and all of these are of one</source>
        <translation>Überwachtes Vortrainieren braucht Trainingsbilder aus mindestens zwei Klassen, und diese sind alle aus einer</translation>
    </message>
    <message>
        <source>Put each class into a folder of its own, give labels by a CSV file (--labels), or choose a method that needs none</source>
        <translation>Legen Sie jede Klasse in einen eigenen Ordner, geben Sie Labels als CSV-Datei an (--labels) oder wählen Sie ein Verfahren, das keine braucht</translation>
    </message>
    <message>
        <source>This is not a table of text</source>
        <translation>Das ist keine Tabelle aus Text</translation>
    </message>
    <message>
        <source>Save it as CSV with UTF-8 characters</source>
        <translation>Speichern Sie sie als CSV mit UTF-8-Zeichen</translation>
    </message>
    <message>
        <source>%1 of %2 images could not be read, the first is %3</source>
        <translation>%1 von %2 Bildern konnten nicht gelesen werden, das erste ist %3</translation>
    </message>
    <message>
        <source>Check the drive and your right to read them</source>
        <translation>Prüfen Sie das Laufwerk und Ihr Recht, sie zu lesen</translation>
    </message>
    <message>
        <source>%1 of %2 images is gone, %3 has changed; the first is %4</source>
        <translation>%1 von %2 Bildern fehlt, %3 hat sich geändert; das erste ist %4</translation>
    </message>
    <message>
        <source>%1 of %2 images is gone, %3 have changed; the first is %4</source>
        <translation>%1 von %2 Bildern fehlt, %3 haben sich geändert; das erste ist %4</translation>
    </message>
    <message>
        <source>%1 of %2 images are gone, %3 has changed; the first is %4</source>
        <translation>%1 von %2 Bildern fehlen, %3 hat sich geändert; das erste ist %4</translation>
    </message>
    <message>
        <source>%1 of %2 images are gone, %3 have changed; the first is %4</source>
        <translation>%1 von %2 Bildern fehlen, %3 haben sich geändert; das erste ist %4</translation>
    </message>
    <message>
        <source>A run must see what it says it saw: put the files back, or set it up again</source>
        <translation>Ein Lauf muss sehen, was er zu sehen angibt: Legen Sie die Dateien zurück oder richten Sie ihn neu ein</translation>
    </message>
    <message>
        <source>%1 images are no longer there; their folder was moved or its drive is not connected</source>
        <translation>%1 Bilder sind nicht mehr da; ihr Ordner wurde verschoben oder sein Laufwerk ist nicht angeschlossen</translation>
    </message>
    <message>
        <source>Connect the drive or put the folder back</source>
        <translation>Schließen Sie das Laufwerk an oder legen Sie den Ordner zurück</translation>
    </message>
    <message>
        <source>There is not enough memory to look at the images</source>
        <translation>Der Speicher reicht nicht, um die Bilder anzusehen</translation>
    </message>
    <message>
        <source>There are no images to load</source>
        <translation>Es gibt keine Bilder zu laden</translation>
    </message>
    <message>
        <source>Choose a batch of %1 or less</source>
        <translation>Wählen Sie einen Batch von %1 oder weniger</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels now, and had %3 × %4</source>
        <translation>Das Bild hat jetzt %1 × %2 Pixel und hatte %3 × %4</translation>
    </message>
    <message>
        <source>Put it back as it was, or read the folder again</source>
        <translation>Legen Sie es zurück, wie es war, oder lesen Sie den Ordner noch einmal</translation>
    </message>
    <message>
        <source>The folder of images is not there any more</source>
        <translation>Der Bilderordner ist nicht mehr da</translation>
    </message>
    <message>
        <source>Connect the drive again, then go on</source>
        <translation>Schließen Sie das Laufwerk wieder an, dann geht es weiter</translation>
    </message>
    <message>
        <source>Not one image of the list can be read any more</source>
        <translation>Nicht ein Bild der Liste kann noch gelesen werden</translation>
    </message>
    <message>
        <source>Check that the folder is still there</source>
        <translation>Prüfen Sie, ob der Ordner noch da ist</translation>
    </message>
    <message>
        <source>%1 of %2 images can no longer be read (%3 %)</source>
        <translation>%1 von %2 Bildern können nicht mehr gelesen werden (%3 %)</translation>
    </message>
    <message>
        <source>Check the drive, put the files back, then go on</source>
        <translation>Prüfen Sie das Laufwerk, legen Sie die Dateien zurück, dann geht es weiter</translation>
    </message>
    <message>
        <source>The picture has another size than when it was listed</source>
        <translation>Das Bild hat eine andere Größe als beim Auflisten</translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>Lesen Sie den Ordner noch einmal</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>Auf Wunsch angehalten</translation>
    </message>
    <message>
        <source>There is something under this name already, and it is no file of packed images</source>
        <translation>Unter diesem Namen gibt es schon etwas, und es ist keine Datei mit gepackten Bildern</translation>
    </message>
    <message>
        <source>The packed images need %1, and %2 are free</source>
        <translation>Die gepackten Bilder brauchen %1, und %2 sind frei</translation>
    </message>
    <message>
        <source>Make room, choose another drive, or pack them smaller</source>
        <translation>Machen Sie Platz, wählen Sie ein anderes Laufwerk oder packen Sie sie kleiner</translation>
    </message>
    <message>
        <source>There is nothing to pack</source>
        <translation>Es gibt nichts zu packen</translation>
    </message>
    <message>
        <source>The packed file holds other images than the folder does now, or the same ones read in another way</source>
        <translation>Die gepackte Datei enthält andere Bilder als der Ordner jetzt, oder dieselben anders gelesen</translation>
    </message>
    <message>
        <source>The packed file does not fit together (%1)</source>
        <translation>Die gepackte Datei passt nicht zusammen (%1)</translation>
    </message>
    <message>
        <source>Pack the images again</source>
        <translation>Packen Sie die Bilder noch einmal</translation>
    </message>
    <message>
        <source>Picture %1 of the packed file differs from its checksum</source>
        <translation>Bild %1 der gepackten Datei weicht von seiner Prüfsumme ab</translation>
    </message>
    <message>
        <source>The packed file is not the one that this was planned with</source>
        <translation>Die gepackte Datei ist nicht die, mit der geplant wurde</translation>
    </message>
    <message>
        <source>Put that one back, or plan it again with this one</source>
        <translation>Legen Sie jene zurück oder planen Sie mit dieser neu</translation>
    </message>
    <message>
        <source>The memory of the device is not enough for this step</source>
        <translation>Der Speicher des Geräts reicht für diesen Schritt nicht</translation>
    </message>
    <message>
        <source>Use a smaller batch or image size, or another device</source>
        <translation>Nehmen Sie einen kleineren Batch, kleinere Bilder oder ein anderes Gerät</translation>
    </message>
    <message>
        <source>There is not enough memory for this step</source>
        <translation>Der Speicher reicht für diesen Schritt nicht</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller batch or image size</source>
        <translation>Schließen Sie andere Programme oder nehmen Sie einen kleineren Batch oder kleinere Bilder</translation>
    </message>
    <message>
        <source>There is no such GPU</source>
        <translation>Diese Grafikkarte gibt es nicht</translation>
    </message>
    <message>
        <source>This is not a device</source>
        <translation>Das ist kein Gerät</translation>
    </message>
    <message>
        <source>Use auto, cpu, cuda or cuda:N</source>
        <translation>Nehmen Sie auto, cpu, cuda oder cuda:N</translation>
    </message>
    <message>
        <source>Use --device cpu, or see rekindle-cli doctor</source>
        <translation>Nehmen Sie --device cpu oder sehen Sie nach, was rekindle-cli doctor sagt</translation>
    </message>
    <message>
        <source>These weights have changed since they were to be scored</source>
        <translation>Diese Gewichte haben sich geändert, seit sie bewertet werden sollten</translation>
    </message>
    <message>
        <source>Put the file back, or plan the score again</source>
        <translation>Legen Sie die Datei zurück oder planen Sie die Bewertung neu</translation>
    </message>
    <message>
        <source>There are no weights to score</source>
        <translation>Es gibt keine Gewichte zu bewerten</translation>
    </message>
    <message>
        <source>Pretrain first, or score passes whose weights were kept</source>
        <translation>Trainieren Sie erst vor oder bewerten Sie Durchgänge, deren Gewichte behalten wurden</translation>
    </message>
    <message>
        <source>This is not a scoring run</source>
        <translation>Das ist kein Bewertungslauf</translation>
    </message>
    <message>
        <source>Scoring needs labels, and these images have none</source>
        <translation>Bewerten braucht Labels, und diese Bilder haben keine</translation>
    </message>
    <message>
        <source>Put the images of each class into a folder of its own, or add a table</source>
        <translation>Legen Sie die Bilder jeder Klasse in einen eigenen Ordner oder fügen Sie eine Tabelle hinzu</translation>
    </message>
    <message>
        <source>The training and test images are not those this run was planned with</source>
        <translation>Die Trainings- und Testbilder sind nicht die, mit denen dieser Lauf geplant wurde</translation>
    </message>
    <message>
        <source>Plan the run again with the labels as they are now</source>
        <translation>Planen Sie den Lauf neu, mit den Labels, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>These images leave too few for training and testing</source>
        <translation>Diese Bilder lassen zu wenige zum Trainieren und Testen</translation>
    </message>
    <message>
        <source>The features were not finished</source>
        <translation>Die Merkmale wurden nicht fertig</translation>
    </message>
    <message>
        <source>Two tables of this score hold different images</source>
        <translation>Zwei Tabellen dieser Bewertung enthalten verschiedene Bilder</translation>
    </message>
    <message>
        <source>Score the run again</source>
        <translation>Bewerten Sie den Lauf noch einmal</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>Die Prüfung wurde angehalten</translation>
    </message>
    <message>
        <source>This version cannot score by this protocol</source>
        <translation>Nach diesem Protokoll kann diese Version nicht bewerten</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Es gibt: %1</translation>
    </message>
    <message>
        <source>The journal tells of a score that was never planned</source>
        <translation>Das Protokoll erzählt von einer Bewertung, die nie geplant war</translation>
    </message>
    <message>
        <source>Start this score anew (--force)</source>
        <translation>Beginnen Sie diese Bewertung neu (--force)</translation>
    </message>
    <message>
        <source>There is no program to start</source>
        <translation>Es gibt kein Programm zu starten</translation>
    </message>
    <message>
        <source>There is no such program</source>
        <translation>Dieses Programm gibt es nicht</translation>
    </message>
    <message>
        <source>The program could not be started (%8)</source>
        <translation>Das Programm konnte nicht gestartet werden (%8)</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Es kam rechtzeitig keine Antwort</translation>
    </message>
    <message>
        <source>The program ended without an answer</source>
        <translation>Das Programm endete ohne Antwort</translation>
    </message>
    <message>
        <source>The program cannot be started: %8</source>
        <translation>Das Programm kann nicht gestartet werden: %8</translation>
    </message>
    <message>
        <source>Install Rekindle again</source>
        <translation>Installieren Sie Rekindle noch einmal</translation>
    </message>
    <message>
        <source>This process may take too little memory to compute: %1 are left until its limit (ulimit -v), and %2 are needed to begin</source>
        <translation>Dieser Vorgang darf zu wenig Speicher nehmen, um zu rechnen: %1 bleiben bis zu seiner Grenze (ulimit -v), und %2 sind zum Beginnen nötig</translation>
    </message>
    <message>
        <source>Raise the limit, and try again</source>
        <translation>Heben Sie die Grenze an und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>This computer has too little free memory to compute: %1 are left, and %2 are needed to begin</source>
        <translation>Dieser Computer hat zu wenig freien Speicher, um zu rechnen: %1 sind übrig, und %2 sind zum Beginnen nötig</translation>
    </message>
    <message>
        <source>Close other programs, and try again</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>The part of Rekindle that trains could not be loaded (%8)</source>
        <translation>Der Teil von Rekindle, der trainiert, konnte nicht geladen werden (%8)</translation>
    </message>
    <message>
        <source>rekindle-cli doctor says what is missing</source>
        <translation>rekindle-cli doctor sagt, was fehlt</translation>
    </message>
    <message>
        <source>The part of Rekindle that trains is of another version</source>
        <translation>Der Teil von Rekindle, der trainiert, ist von einer anderen Version</translation>
    </message>
    <message>
        <source>Build or install both together</source>
        <translation>Erstellen oder installieren Sie beide zusammen</translation>
    </message>
    <message>
        <source>The part of Rekindle that trains is not there</source>
        <translation>Der Teil von Rekindle, der trainiert, ist nicht da</translation>
    </message>
    <message>
        <source>Build it with ./dev build, or reinstall</source>
        <translation>Erstellen Sie ihn mit ./dev build oder installieren Sie neu</translation>
    </message>
    <message>
        <source>%1 of these weights is not a number</source>
        <translation>%1 dieser Gewichte ist keine Zahl</translation>
    </message>
    <message>
        <source>Look at the weights (inspect)</source>
        <translation>Sehen Sie sich die Gewichte an (Prüfen)</translation>
    </message>
    <message>
        <source>This table of scores does not fit together (%1)</source>
        <translation>Diese Tabelle von Bewertungen passt nicht zusammen (%1)</translation>
    </message>
    <message>
        <source>These weights give probabilities that are not numbers</source>
        <translation>Diese Gewichte geben Wahrscheinlichkeiten, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>Look at the weights (inspect): they hold infinities or values far too large</source>
        <translation>Sehen Sie sich die Gewichte an (Prüfen): Sie enthalten unendliche oder viel zu große Werte</translation>
    </message>
    <message>
        <source>These scores were written by another version of Rekindle</source>
        <translation>Diese Bewertungen wurden von einer anderen Version von Rekindle geschrieben</translation>
    </message>
    <message>
        <source>The list of images is not the one this run was planned with</source>
        <translation>Die Bilderliste ist nicht die, mit der dieser Lauf geplant wurde</translation>
    </message>
    <message>
        <source>Plan the run again with the images as they are now</source>
        <translation>Planen Sie den Lauf neu, mit den Bildern, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>This save was written by a newer Rekindle</source>
        <translation>Dieser Stand wurde von einem neueren Rekindle geschrieben</translation>
    </message>
    <message>
        <source>Update Rekindle to continue this run</source>
        <translation>Aktualisieren Sie Rekindle, um diesen Lauf fortzusetzen</translation>
    </message>
    <message>
        <source>The settings of this run were changed after it had started</source>
        <translation>Die Einstellungen dieses Laufs wurden nach seinem Start geändert</translation>
    </message>
    <message>
        <source>Put job.json back as it was, or start a new run</source>
        <translation>Stellen Sie job.json wieder her, wie es war, oder beginnen Sie einen neuen Lauf</translation>
    </message>
    <message>
        <source>This run was saved, but none of its saves can be read any more</source>
        <translation>Dieser Lauf wurde gesichert, aber keiner seiner Stände kann noch gelesen werden</translation>
    </message>
    <message>
        <source>Put a good copy of this folder back and resume. To train from the start after all, delete this folder first</source>
        <translation>Legen Sie eine gute Kopie dieses Ordners zurück und setzen Sie fort. Um doch von vorn zu trainieren, löschen Sie zuerst diesen Ordner</translation>
    </message>
    <message>
        <source>There is not enough memory for step %1. What was reached before it is saved</source>
        <translation>Der Speicher reicht für Schritt %1 nicht. Was davor erreicht wurde, ist gesichert</translation>
    </message>
    <message>
        <source>There is not enough memory for step %1. What was saved before is kept</source>
        <translation>Der Speicher reicht für Schritt %1 nicht. Was davor gesichert wurde, bleibt</translation>
    </message>
    <message>
        <source>Another process of this run could not read its images</source>
        <translation>Ein anderer Vorgang dieses Laufs konnte seine Bilder nicht lesen</translation>
    </message>
    <message>
        <source>Start a new run with a lower learning rate (lr)</source>
        <translation>Beginnen Sie einen neuen Lauf mit kleinerer Lernrate (lr)</translation>
    </message>
    <message>
        <source>The memory was not enough for a step. It was made again, and the run goes on, in less: %1</source>
        <translation>Der Speicher reichte für einen Schritt nicht. Er wurde noch einmal gemacht, und der Lauf geht mit weniger weiter: %1</translation>
    </message>
    <message>
        <source>This run goes on with another library, processor or number of threads than it began with: its numbers will be close to those of an unbroken run, not the same</source>
        <translation>Dieser Lauf geht mit einer anderen Bibliothek, einem anderen Prozessor oder anders vielen Threads weiter, als er begann: Seine Zahlen werden denen eines ununterbrochenen Laufs nahe sein, nicht gleich</translation>
    </message>
    <message>
        <source>The list of checksums differs from its own checksum</source>
        <translation>Die Liste der Prüfsummen weicht von ihrer eigenen Prüfsumme ab</translation>
    </message>
    <message>
        <source>This run was written by a newer Rekindle</source>
        <translation>Dieser Lauf wurde von einem neueren Rekindle geschrieben</translation>
    </message>
    <message>
        <source>Update Rekindle to check it</source>
        <translation>Aktualisieren Sie Rekindle, um ihn zu prüfen</translation>
    </message>
    <message>
        <source>A file of this run is missing</source>
        <translation>Eine Datei dieses Laufs fehlt</translation>
    </message>
    <message>
        <source>The file has another size than when it was written</source>
        <translation>Die Datei hat eine andere Größe als beim Schreiben</translation>
    </message>
    <message>
        <source>This file is not in the list of the run&apos;s checksums</source>
        <translation>Diese Datei steht nicht in der Prüfsummenliste des Laufs</translation>
    </message>
    <message>
        <source>The list of the run&apos;s checksums was damaged and is begun anew; what was damaged before that can no longer be told</source>
        <translation>Die Prüfsummenliste des Laufs war beschädigt und wird neu begonnen; was davor beschädigt wurde, lässt sich nicht mehr feststellen</translation>
    </message>
    <message>
        <source>The journal of this run is missing</source>
        <translation>Das Protokoll dieses Laufs fehlt</translation>
    </message>
    <message>
        <source>The end of the journal is missing (%1)</source>
        <translation>Das Ende des Protokolls fehlt (%1)</translation>
    </message>
    <message>
        <source>There is no preset of this name</source>
        <translation>Es gibt keine Vorgabe dieses Namens</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>This folder is not a run: it has no job.json</source>
        <translation>Dieser Ordner ist kein Lauf: Er hat keine job.json</translation>
    </message>
    <message>
        <source>Choose the folder that holds job.json</source>
        <translation>Wählen Sie den Ordner, der job.json enthält</translation>
    </message>
    <message>
        <source>This run is only being made, or a killed process left it behind</source>
        <translation>Dieser Lauf wird gerade erst angelegt, oder ein abgebrochener Vorgang hat ihn zurückgelassen</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Legen Sie ihn noch einmal an</translation>
    </message>
    <message>
        <source>This is not the job of a run</source>
        <translation>Das ist nicht der Auftrag eines Laufs</translation>
    </message>
    <message>
        <source>This run was planned by a newer Rekindle</source>
        <translation>Dieser Lauf wurde von einem neueren Rekindle geplant</translation>
    </message>
    <message>
        <source>The job of this run is damaged: %1</source>
        <translation>Der Auftrag dieses Laufs ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Put a good copy of it back</source>
        <translation>Legen Sie eine gute Kopie davon zurück</translation>
    </message>
    <message>
        <source>This run does not say which images it was planned with</source>
        <translation>Dieser Lauf sagt nicht, mit welchen Bildern er geplant wurde</translation>
    </message>
    <message>
        <source>Plan it again</source>
        <translation>Planen Sie ihn noch einmal</translation>
    </message>
    <message>
        <source>A score cannot go on without some of its images: it would be of other test images than the scores it is compared with</source>
        <translation>Eine Bewertung kann ohne einige ihrer Bilder nicht weitergehen: Sie wäre über andere Testbilder als die, mit denen sie verglichen wird</translation>
    </message>
    <message>
        <source>Put the images back, or plan the scores again</source>
        <translation>Legen Sie die Bilder zurück oder planen Sie die Bewertungen neu</translation>
    </message>
    <message>
        <source>This run has ended already (%1)</source>
        <translation>Dieser Lauf ist schon zu Ende (%1)</translation>
    </message>
    <message>
        <source>Another process is working on this run</source>
        <translation>Ein anderer Vorgang arbeitet an diesem Lauf</translation>
    </message>
    <message>
        <source>Wait until it has ended, or pause it first</source>
        <translation>Warten Sie, bis er zu Ende ist, oder halten Sie ihn zuerst an</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a setting that this program knows</source>
        <translation>„%1“ ist keine Einstellung, die dieses Programm kennt</translation>
    </message>
    <message>
        <source>This is a setting of %1 and not of %2</source>
        <translation>Das ist eine Einstellung von %1, nicht von %2</translation>
    </message>
    <message>
        <source>Leave it out, or choose %1</source>
        <translation>Lassen Sie sie weg oder wählen Sie %1</translation>
    </message>
    <message>
        <source>There is no setting of this name</source>
        <translation>Es gibt keine Einstellung dieses Namens</translation>
    </message>
    <message>
        <source>No image folder was chosen</source>
        <translation>Kein Bilderordner wurde gewählt</translation>
    </message>
    <message>
        <source>This setting is &apos;random&apos; or the path of a checkpoint</source>
        <translation>Diese Einstellung ist „random“ oder der Pfad eines Checkpoints</translation>
    </message>
    <message>
        <source>A snapshot is asked for after epoch %1, but the run ends after epoch %2</source>
        <translation>Nach Durchgang %1 sollen Gewichte behalten werden, der Lauf endet aber nach Durchgang %2</translation>
    </message>
    <message>
        <source>There are %1 images in an epoch but a batch of %2. Not one batch can be filled</source>
        <translation>Ein Durchgang hat %1 Bilder, aber ein Batch %2. Kein einziger Batch lässt sich füllen</translation>
    </message>
    <message>
        <source>A batch of %1 in %2 pieces leaves less than two images to a piece</source>
        <translation>Ein Batch von %1 in %2 Stücken lässt weniger als zwei Bilder je Stück</translation>
    </message>
    <message>
        <source>Choose %1 or fewer</source>
        <translation>Wählen Sie %1 oder weniger</translation>
    </message>
    <message>
        <source>Random weights bring no head that could be kept</source>
        <translation>Zufällige Gewichte bringen keinen Kopf mit, der sich behalten ließe</translation>
    </message>
    <message>
        <source>Choose a checkpoint that carries one, or head=new</source>
        <translation>Wählen Sie einen Checkpoint, der einen mitbringt, oder head=new</translation>
    </message>
    <message>
        <source>A method that learns from labels never sees the labels of test images</source>
        <translation>Ein Verfahren, das aus Labels lernt, sieht nie die Labels von Testbildern</translation>
    </message>
    <message>
        <source>Choose test_images=apart, or a method that needs no labels</source>
        <translation>Wählen Sie test_images=apart oder ein Verfahren, das keine Labels braucht</translation>
    </message>
    <message>
        <source>A P1X run starts from random weights</source>
        <translation>Ein P1X-Lauf beginnt mit zufälligen Gewichten</translation>
    </message>
    <message>
        <source>A P2X run starts from a checkpoint</source>
        <translation>Ein P2X-Lauf beginnt mit einem Checkpoint</translation>
    </message>
    <message>
        <source>No weights were chosen to be scored</source>
        <translation>Keine Gewichte zum Bewerten wurden gewählt</translation>
    </message>
    <message>
        <source>This is not the status of a run</source>
        <translation>Das ist nicht der Status eines Laufs</translation>
    </message>
    <message>
        <source>This run was saved by a newer Rekindle</source>
        <translation>Dieser Lauf wurde von einem neueren Rekindle gesichert</translation>
    </message>
    <message>
        <source>There was not enough memory to go on %1</source>
        <translation>Der Speicher reichte nicht, um weiterzumachen (%1)</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>bei Schritt %1</translation>
    </message>
    <message>
        <source>before its first step</source>
        <translation>vor seinem ersten Schritt</translation>
    </message>
    <message>
        <source>%1, twice without getting further</source>
        <translation>%1, zweimal ohne weiterzukommen</translation>
    </message>
    <message>
        <source>The worker ended with exit code %1 at step %2 and did not say why</source>
        <translation>Der Arbeitsvorgang endete bei Schritt %2 mit Code %1 und sagte nicht, warum</translation>
    </message>
    <message>
        <source>The worker ended with exit code %1 before its first step and did not say why</source>
        <translation>Der Arbeitsvorgang endete vor seinem ersten Schritt mit Code %1 und sagte nicht, warum</translation>
    </message>
    <message>
        <source>The system had no memory left and ended the worker %1 (signal %2)</source>
        <translation>Das System hatte keinen Speicher mehr und beendete den Arbeitsvorgang %1 (Signal %2)</translation>
    </message>
    <message>
        <source>The worker died with signal %1 (%2) at step %3</source>
        <translation>Der Arbeitsvorgang starb bei Schritt %3 an Signal %1 (%2)</translation>
    </message>
    <message>
        <source>The worker died with signal %1 (%2) before its first step</source>
        <translation>Der Arbeitsvorgang starb vor seinem ersten Schritt an Signal %1 (%2)</translation>
    </message>
    <message>
        <source>What was saved is kept. Continue the run; where memory is short, start it anew with a limit of memory (memory_limit)</source>
        <translation>Was gesichert wurde, bleibt. Setzen Sie den Lauf fort; wo der Speicher knapp ist, beginnen Sie ihn neu mit einer Speichergrenze (memory_limit)</translation>
    </message>
    <message>
        <source>What was saved is kept. See log.txt, then continue the run</source>
        <translation>Was gesichert wurde, bleibt. Sehen Sie im Protokoll nach (log.txt), dann setzen Sie den Lauf fort</translation>
    </message>
    <message>
        <source>What was saved is kept. Close other programs and continue the run, or start it anew with a limit of memory (memory_limit)</source>
        <translation>Was gesichert wurde, bleibt. Schließen Sie andere Programme und setzen Sie den Lauf fort, oder beginnen Sie ihn neu mit einer Speichergrenze (memory_limit)</translation>
    </message>
    <message>
        <source>The work ended with something unknown</source>
        <translation>Die Arbeit endete mit etwas Unbekanntem</translation>
    </message>
    <message>
        <source>The folder of this run was moved or removed while it was worked on, and the work has stopped</source>
        <translation>Der Ordner dieses Laufs wurde verschoben oder entfernt, während daran gearbeitet wurde, und die Arbeit hat aufgehört</translation>
    </message>
    <message>
        <source>If it was moved, rekindle-cli resume goes on with it at its new place</source>
        <translation>Wurde er verschoben, geht rekindle-cli resume an seinem neuen Ort damit weiter</translation>
    </message>
    <message>
        <source>%1. Training on will not bring them back; finish early, or start anew with a lower learning rate (lr)</source>
        <translation>%1. Weiteres Training bringt sie nicht zurück; beenden Sie früher, oder beginnen Sie neu mit kleinerer Lernrate (lr)</translation>
    </message>
    <message>
        <source>The features are collapsing: their spread fell below 5 % of the start</source>
        <translation>Die Merkmale fallen zusammen: Ihre Streuung ist unter 5 % des Anfangs gefallen</translation>
    </message>
    <message>
        <source>The features are collapsing: their spread fell below 5 % of the start, and the nearest neighbours know no more than chance</source>
        <translation>Die Merkmale fallen zusammen: Ihre Streuung ist unter 5 % des Anfangs gefallen, und die nächsten Nachbarn wissen nicht mehr als der Zufall</translation>
    </message>
    <message>
        <source>The features no longer tell the classes apart: nearest neighbours name %1 of the labelled training images right after %2 before, and always naming the most frequent class %3</source>
        <translation>Die Merkmale unterscheiden die Klassen nicht mehr: Nächste Nachbarn benennen %1 der Trainingsbilder mit Labels richtig, zuvor %2, und immer die häufigste Klasse zu nennen %3</translation>
    </message>
    <message>
        <source>This file carries no head that could be kept: it lacks %1</source>
        <translation>Diese Datei bringt keinen Kopf mit, der sich behalten ließe: Es fehlt %1</translation>
    </message>
    <message>
        <source>Choose --head new</source>
        <translation>Wählen Sie --head new</translation>
    </message>
    <message>
        <source>The head has values that are not numbers in %1</source>
        <translation>Der Kopf hat in %1 Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>This version cannot pretrain with this method</source>
        <translation>Mit diesem Verfahren kann diese Version nicht vortrainieren</translation>
    </message>
    <message>
        <source>Methods here: %1</source>
        <translation>Verfahren hier: %1</translation>
    </message>
    <message>
        <source>This method keeps no heads of a checkpoint</source>
        <translation>Dieses Verfahren behält keine Köpfe eines Checkpoints</translation>
    </message>
    <message>
        <source>Choose head=new</source>
        <translation>Wählen Sie head=new</translation>
    </message>
    <message>
        <source>The head that the checkpoint carries has another size than this method&apos;s</source>
        <translation>Der Kopf, den der Checkpoint mitbringt, hat eine andere Größe als der dieses Verfahrens</translation>
    </message>
    <message>
        <source>Choose head=new, or the size that it has</source>
        <translation>Wählen Sie head=new oder die Größe, die er hat</translation>
    </message>
    <message>
        <source>This processor does not compute in bf16, so that each step takes far longer than in fp32; start anew with precision=fp32</source>
        <translation>Dieser Prozessor rechnet nicht in bf16, daher dauert jeder Schritt weit länger als in fp32; beginnen Sie neu mit precision=fp32</translation>
    </message>
    <message>
        <source>Nearest neighbours of the labelled training images could not be asked (%1)</source>
        <translation>Nächste Nachbarn der Trainingsbilder mit Labels konnten nicht befragt werden (%1)</translation>
    </message>
    <message>
        <source>This is not a pretraining run</source>
        <translation>Das ist kein Vortrainingslauf</translation>
    </message>
    <message>
        <source>The images kept for testing are not those this run was planned with</source>
        <translation>Die fürs Testen zurückgehaltenen Bilder sind nicht die, mit denen dieser Lauf geplant wurde</translation>
    </message>
    <message>
        <source>Images that the run was planned with are gone; the next ones of the list stand in for them</source>
        <translation>Bilder, mit denen der Lauf geplant wurde, fehlen; die nächsten der Liste stehen für sie ein</translation>
    </message>
    <message>
        <source>These starting weights have changed since the run was planned</source>
        <translation>Diese Startgewichte haben sich geändert, seit der Lauf geplant wurde</translation>
    </message>
    <message>
        <source>Put the file back, or plan the run again</source>
        <translation>Legen Sie die Datei zurück oder planen Sie den Lauf neu</translation>
    </message>
    <message>
        <source>The test images are not the same (%1 and %2), and averages over different images cannot be compared</source>
        <translation>Die Testbilder sind nicht dieselben (%1 und %2), und Mittel über verschiedene Bilder lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>Score both runs again on the same images</source>
        <translation>Bewerten Sie beide Läufe noch einmal, an denselben Bildern</translation>
    </message>
    <message>
        <source>The test images are not the same, and averages over different images cannot be compared</source>
        <translation>Die Testbilder sind nicht dieselben, und Mittel über verschiedene Bilder lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>This run has not been scored yet</source>
        <translation>Dieser Lauf wurde noch nicht bewertet</translation>
    </message>
    <message>
        <source>Score both runs of the pair, then compare them</source>
        <translation>Bewerten Sie beide Läufe des Paars, dann vergleichen Sie sie</translation>
    </message>
    <message>
        <source>The two runs of this pair have no score of the same kind and pass</source>
        <translation>Die beiden Läufe dieses Paars haben keine Bewertung derselben Art und desselben Durchgangs</translation>
    </message>
    <message>
        <source>Score both with the same protocol and passes</source>
        <translation>Bewerten Sie beide mit demselben Protokoll und denselben Durchgängen</translation>
    </message>
    <message>
        <source>A comparison needs two runs, a P1X and a P2X</source>
        <translation>Ein Vergleich braucht zwei Läufe, einen P1X und einen P2X</translation>
    </message>
    <message>
        <source>There is no P1X and P2X among these runs that belong together</source>
        <translation>Unter diesen Läufen sind kein P1X und P2X, die zusammengehören</translation>
    </message>
    <message>
        <source>Name one run from random weights and one from a checkpoint</source>
        <translation>Nennen Sie einen Lauf mit zufälligen Gewichten und einen mit einem Checkpoint</translation>
    </message>
    <message>
        <source>A name is one line of at most %1 letters</source>
        <translation>Ein Name ist eine Zeile von höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>There is something of this name in the study already</source>
        <translation>In der Studie gibt es schon etwas dieses Namens</translation>
    </message>
    <message>
        <source>The study has no weights, pair, run or score of this name</source>
        <translation>Die Studie hat keine Gewichte, kein Paar, keinen Lauf und keine Bewertung dieses Namens</translation>
    </message>
    <message>
        <source>rekindle-cli study status lists its runs</source>
        <translation>rekindle-cli study status zählt ihre Läufe auf</translation>
    </message>
    <message>
        <source>This file has changed since it was added to the study</source>
        <translation>Diese Datei hat sich geändert, seit sie zur Studie kam</translation>
    </message>
    <message>
        <source>Add it again under a new name</source>
        <translation>Fügen Sie sie unter neuem Namen noch einmal hinzu</translation>
    </message>
    <message>
        <source>This study knows no such weights</source>
        <translation>Diese Studie kennt solche Gewichte nicht</translation>
    </message>
    <message>
        <source>Choose the starting weights of the P2X run first</source>
        <translation>Wählen Sie zuerst die Startgewichte des P2X-Laufs</translation>
    </message>
    <message>
        <source>A batch of %1 cannot be filled once from %2</source>
        <translation>Ein Batch von %1 lässt sich aus %2 nicht einmal füllen</translation>
    </message>
    <message>
        <source>Choose %1 or less</source>
        <translation>Wählen Sie %1 oder weniger</translation>
    </message>
    <message>
        <source>This is a scoring run</source>
        <translation>Das ist ein Bewertungslauf</translation>
    </message>
    <message>
        <source>Name the pretraining runs that were scored</source>
        <translation>Nennen Sie die Vortrainingsläufe, die bewertet wurden</translation>
    </message>
    <message>
        <source>The name of a pair has letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;</source>
        <translation>Der Name eines Paars hat Buchstaben, Ziffern, „-“, „_“ und „.“</translation>
    </message>
    <message>
        <source>There is a pair of this name already</source>
        <translation>Es gibt schon ein Paar dieses Namens</translation>
    </message>
    <message>
        <source>This run keeps no weights of epoch %1</source>
        <translation>Dieser Lauf behält keine Gewichte von Durchgang %1</translation>
    </message>
    <message>
        <source>Score an epoch of its snapshots, or plan a run that keeps it</source>
        <translation>Bewerten Sie einen Durchgang, dessen Gewichte er behält, oder planen Sie einen Lauf, der sie behält</translation>
    </message>
    <message>
        <source>Only pretraining runs can be scored</source>
        <translation>Nur Vortrainingsläufe können bewertet werden</translation>
    </message>
    <message>
        <source>The number of pairs is a whole number from 1 to 1000</source>
        <translation>Die Zahl der Paare ist eine ganze Zahl von 1 bis 1000</translation>
    </message>
    <message>
        <source>The runs of this study are being worked off already</source>
        <translation>An den Läufen dieser Studie wird schon gearbeitet</translation>
    </message>
    <message>
        <source>Leave it to that process, or stop it first</source>
        <translation>Überlassen Sie es jenem Vorgang oder halten Sie ihn zuerst an</translation>
    </message>
    <message>
        <source>The sample images are not beside this program</source>
        <translation>Die Beispielbilder liegen nicht neben diesem Programm</translation>
    </message>
    <message>
        <source>Reinstall Rekindle, or set REKINDLE_SAMPLE to the sample&apos;s folder</source>
        <translation>Installieren Sie Rekindle neu oder setzen Sie REKINDLE_SAMPLE auf den Ordner des Beispiels</translation>
    </message>
    <message>
        <source>This study has no starting weights</source>
        <translation>Diese Studie hat keine Startgewichte</translation>
    </message>
    <message>
        <source>This run was pretrained on %1 of the %2 test images, so its scores would not be those of images it never saw</source>
        <translation>Dieser Lauf wurde an %1 der %2 Testbilder vortrainiert, seine Bewertungen wären daher nicht die an nie gesehenen Bildern</translation>
    </message>
    <message>
        <source>Pretrain with the labels given, so that test images are kept apart, or keep them (keep_leaks), which is noted beside every number</source>
        <translation>Trainieren Sie mit den Labels vor, damit Testbilder getrennt bleiben, oder behalten Sie sie (keep_leaks); das wird neben jeder Zahl vermerkt</translation>
    </message>
    <message>
        <source>This score does not fit together (%1)</source>
        <translation>Diese Bewertung passt nicht zusammen (%1)</translation>
    </message>
    <message>
        <source>This score was written by another version of Rekindle</source>
        <translation>Diese Bewertung wurde von einer anderen Version von Rekindle geschrieben</translation>
    </message>
    <message>
        <source>This score is not finished</source>
        <translation>Diese Bewertung ist nicht fertig</translation>
    </message>
    <message>
        <source>Let it end, or resume it</source>
        <translation>Lassen Sie sie zu Ende gehen oder setzen Sie sie fort</translation>
    </message>
    <message>
        <source>No images were chosen yet</source>
        <translation>Noch keine Bilder gewählt</translation>
    </message>
    <message>
        <source>Choose a folder of images first</source>
        <translation>Wählen Sie zuerst einen Bilderordner</translation>
    </message>
    <message>
        <source>A run of this study is being worked on</source>
        <translation>An einem Lauf dieser Studie wird gearbeitet</translation>
    </message>
    <message>
        <source>Pause the runs, then copy the study</source>
        <translation>Halten Sie die Läufe an, dann kopieren Sie die Studie</translation>
    </message>
    <message>
        <source>A copy cannot lie inside the study itself</source>
        <translation>Eine Kopie kann nicht in der Studie selbst liegen</translation>
    </message>
    <message>
        <source>Choose a folder beside the study</source>
        <translation>Wählen Sie einen Ordner neben der Studie</translation>
    </message>
    <message>
        <source>Copying was stopped</source>
        <translation>Das Kopieren wurde angehalten</translation>
    </message>
    <message>
        <source>This is not the file of a study</source>
        <translation>Das ist nicht die Datei einer Studie</translation>
    </message>
    <message>
        <source>This study was saved by a newer Rekindle (format %1, this program reads up to %2)</source>
        <translation>Diese Studie wurde von einem neueren Rekindle gesichert (Format %1, dieses Programm liest bis %2)</translation>
    </message>
    <message>
        <source>Update Rekindle to open it</source>
        <translation>Aktualisieren Sie Rekindle, um sie zu öffnen</translation>
    </message>
    <message>
        <source>Nothing can be written here (the disk is read-only, or the folder belongs to somebody else)</source>
        <translation>Hier kann nicht geschrieben werden (die Platte ist schreibgeschützt, oder der Ordner gehört jemand anderem)</translation>
    </message>
    <message>
        <source>The study is open for reading. Use Save a copy to work in another place</source>
        <translation>Die Studie ist zum Lesen offen. Arbeiten Sie mit „Kopie sichern“ an einem anderen Ort weiter</translation>
    </message>
    <message>
        <source>Another process is changing this study</source>
        <translation>Ein anderer Vorgang ändert gerade diese Studie</translation>
    </message>
    <message>
        <source>Try again when it is done</source>
        <translation>Versuchen Sie es noch einmal, wenn er fertig ist</translation>
    </message>
    <message>
        <source>Choose a new or empty folder for the study</source>
        <translation>Wählen Sie einen neuen oder leeren Ordner für die Studie</translation>
    </message>
    <message>
        <source>This folder is not a Rekindle study. It has no study.json</source>
        <translation>Dieser Ordner ist keine Rekindle-Studie. Er hat keine study.json</translation>
    </message>
    <message>
        <source>Choose the folder that holds study.json, or make a new study here</source>
        <translation>Wählen Sie den Ordner, der study.json enthält, oder legen Sie hier eine neue Studie an</translation>
    </message>
    <message>
        <source>No folder for temporary files can be made</source>
        <translation>Es kann kein Ordner für vorläufige Dateien angelegt werden</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that can be written to</source>
        <translation>Setzen Sie TMPDIR auf einen Ordner, in den geschrieben werden kann</translation>
    </message>
    <message>
        <source>The trial ended before its first step</source>
        <translation>Der Versuch endete vor seinem ersten Schritt</translation>
    </message>
    <message>
        <source>See what rekindle-cli doctor says of this computer</source>
        <translation>Sehen Sie nach, was rekindle-cli doctor zu diesem Computer sagt</translation>
    </message>
    <message>
        <source>How much memory this method takes is not known</source>
        <translation>Wie viel Speicher dieses Verfahren nimmt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Leave memory_limit out</source>
        <translation>Lassen Sie memory_limit weg</translation>
    </message>
    <message>
        <source>This run needs about %1 even in its smallest pieces, and the memory limit is %2</source>
        <translation>Dieser Lauf braucht selbst in kleinsten Stücken etwa %1, und die Speichergrenze ist %2</translation>
    </message>
    <message>
        <source>Allow %1 or more, or choose smaller images or a smaller batch</source>
        <translation>Erlauben Sie %1 oder mehr, oder wählen Sie kleinere Bilder oder einen kleineren Batch</translation>
    </message>
    <message>
        <source>Batch norm sees %1 images at a time and not the whole batch of %2: the loss compares all of them, but values are normalised over each piece by itself, as on several cards</source>
        <translation>Die Batch-Norm sieht jeweils %1 Bilder und nicht den ganzen Batch von %2: Der Verlust vergleicht alle, aber die Werte werden in jedem Stück für sich normiert, wie auf mehreren Karten</translation>
    </message>
    <message>
        <source>its end is broken</source>
        <translation>das Ende ist defekt</translation>
    </message>
    <message>
        <source>it names a block that cannot be</source>
        <translation>ein Block ist genannt, den es nicht geben kann</translation>
    </message>
    <message>
        <source>its blocks overlap</source>
        <translation>Blöcke überschneiden sich</translation>
    </message>
    <message>
        <source>a block lies outside the file</source>
        <translation>ein Block liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>a block differs from its checksum</source>
        <translation>ein Block weicht von seiner Prüfsumme ab</translation>
    </message>
    <message>
        <source>a block is too short</source>
        <translation>ein Block ist zu kurz</translation>
    </message>
    <message>
        <source>a block is broken</source>
        <translation>ein Block ist defekt</translation>
    </message>
    <message>
        <source>an entry is broken</source>
        <translation>ein Eintrag ist defekt</translation>
    </message>
    <message>
        <source>its names are not in order</source>
        <translation>die Namen sind nicht geordnet</translation>
    </message>
    <message>
        <source>it has no header</source>
        <translation>der Kopf fehlt</translation>
    </message>
    <message>
        <source>its header is broken</source>
        <translation>der Kopf ist defekt</translation>
    </message>
    <message>
        <source>its table of contents is too short for its entries</source>
        <translation>das Inhaltsverzeichnis ist zu kurz für die Einträge</translation>
    </message>
    <message>
        <source>there is something else behind its table of contents</source>
        <translation>hinter dem Inhaltsverzeichnis steht noch etwas</translation>
    </message>
    <message>
        <source>it has two tables of contents</source>
        <translation>es gibt zwei Inhaltsverzeichnisse</translation>
    </message>
    <message>
        <source>it is a part of several volumes</source>
        <translation>dies ist ein Teil von mehreren</translation>
    </message>
    <message>
        <source>its table of contents is not where it should be</source>
        <translation>das Inhaltsverzeichnis steht nicht an seinem Platz</translation>
    </message>
    <message>
        <source>its two end records do not agree</source>
        <translation>die beiden Angaben am Ende widersprechen sich</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; is encrypted</source>
        <translation>der Eintrag „%1“ ist verschlüsselt</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; is packed in a way that checkpoints do not use</source>
        <translation>der Eintrag „%1“ ist auf eine Art gepackt, die Checkpoints nicht verwenden</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; has two different sizes</source>
        <translation>der Eintrag „%1“ hat zwei verschiedene Größen</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; lies outside the file</source>
        <translation>der Eintrag „%1“ liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; does not agree with the table of contents</source>
        <translation>der Eintrag „%1“ passt nicht zum Inhaltsverzeichnis</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; overlaps another one</source>
        <translation>der Eintrag „%1“ überschneidet einen anderen</translation>
    </message>
    <message>
        <source>its sizes are impossible</source>
        <translation>die Größen sind unmöglich</translation>
    </message>
    <message>
        <source>its entries reach into the table of contents</source>
        <translation>die Einträge reichen in das Inhaltsverzeichnis hinein</translation>
    </message>
    <message>
        <source>The archive has an entry whose name is %1 bytes long (limit %2)</source>
        <translation>Das Archiv hat einen Eintrag, dessen Name %1 Bytes lang ist (Grenze %2)</translation>
    </message>
    <message>
        <source>Checkpoints of a network hold a few hundred</source>
        <translation>Checkpoints eines Netzes enthalten einige Hundert</translation>
    </message>
    <message>
        <source>No checkpoint has such names; get the file from another source</source>
        <translation>Kein Checkpoint hat solche Namen; holen Sie die Datei aus einer anderen Quelle</translation>
    </message>
    <message>
        <source>This JSON cannot be used: %1</source>
        <translation>Dieses JSON ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>it is nested more than 64 levels deep</source>
        <translation>es ist mehr als 64 Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; appears twice</source>
        <translation>der Schlüssel „%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>one object has more than %1 keys</source>
        <translation>ein Objekt hat mehr als %1 Schlüssel</translation>
    </message>
    <message>
        <source>parse error at line %1, column %2: %8</source>
        <translation>Fehler in Zeile %1, Spalte %2: %8</translation>
    </message>
    <message>
        <source>The content is not an object</source>
        <translation>Der Inhalt ist kein Objekt</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an object</source>
        <translation>„%1“ ist kein Objekt</translation>
    </message>
    <message>
        <source>&apos;%1&apos; should be %2</source>
        <translation>„%1“ sollte %2 sein</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch (true, false)</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>eine Liste ganzer Zahlen</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list of paths</source>
        <translation>eine Liste von Pfaden</translation>
    </message>
    <message>
        <source>a path</source>
        <translation>ein Pfad</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>ein Objekt aus Texten</translation>
    </message>
    <message>
        <source>A warning is counted less than once</source>
        <translation>Eine Warnung ist weniger als einmal gezählt</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; has an impossible shape</source>
        <translation>Ihr Tensor „%1“ hat eine unmögliche Form</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; is described in a broken way</source>
        <translation>Ihr Tensor „%1“ ist fehlerhaft beschrieben</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; has another size than its shape says</source>
        <translation>Ihr Tensor „%1“ hat eine andere Größe, als seine Form sagt</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; lies outside its file</source>
        <translation>Ihr Tensor „%1“ liegt außerhalb seiner Datei</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; differs from its checksum</source>
        <translation>Ihr Tensor „%1“ weicht von seiner Prüfsumme ab</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; claims more than a checkpoint&apos;s texts</source>
        <translation>Ihr Tensor „%1“ gibt mehr an als die Texte eines Checkpoints</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; is broken</source>
        <translation>Ihr Tensor „%1“ ist defekt</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; refers to data that are not described</source>
        <translation>Ihr Tensor „%1“ verweist auf Daten, die nicht beschrieben sind</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; reaches beyond its data</source>
        <translation>Ihr Tensor „%1“ reicht über seine Daten hinaus</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; is broken</source>
        <translation>Ihr Feld „%1“ ist defekt</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; has an impossible shape</source>
        <translation>Ihr Feld „%1“ hat eine unmögliche Form</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; has no values</source>
        <translation>Ihr Feld „%1“ hat keine Werte</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; is there twice</source>
        <translation>Ihr Speicherblock „%1“ ist zweimal da</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; is of an unknown type</source>
        <translation>Ihr Speicherblock „%1“ ist von unbekannter Art</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; has another size than said</source>
        <translation>Ihr Speicherblock „%1“ hat eine andere Größe als angegeben</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; ends early</source>
        <translation>Ihr Speicherblock „%1“ endet zu früh</translation>
    </message>
    <message>
        <source>an unknown protocol</source>
        <translation>ein unbekanntes Protokoll</translation>
    </message>
    <message>
        <source>a frame longer than the file</source>
        <translation>ein Abschnitt, der länger als die Datei ist</translation>
    </message>
    <message>
        <source>it ends with loose values</source>
        <translation>am Ende bleiben lose Werte übrig</translation>
    </message>
    <message>
        <source>it asks for a value that was never made</source>
        <translation>ein Wert ist verlangt, den es nie gab</translation>
    </message>
    <message>
        <source>a group ends that never began</source>
        <translation>eine Gruppe endet, die nie begann</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>a name without an end</source>
        <translation>ein Name ohne Ende</translation>
    </message>
    <message>
        <source>it has %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>it has %1 at &apos;%2&apos;</source>
        <translation>%1 bei „%2“</translation>
    </message>
    <message>
        <source>a number in the wrong place</source>
        <translation>eine Zahl an der falschen Stelle</translation>
    </message>
    <message>
        <source>a text in the wrong place</source>
        <translation>ein Text an der falschen Stelle</translation>
    </message>
    <message>
        <source>an object in the wrong place</source>
        <translation>ein Objekt an der falschen Stelle</translation>
    </message>
    <message>
        <source>a list in the wrong place</source>
        <translation>eine Liste an der falschen Stelle</translation>
    </message>
    <message>
        <source>an unknown field</source>
        <translation>ein unbekanntes Feld</translation>
    </message>
    <message>
        <source>a field twice</source>
        <translation>ein Feld zweimal</translation>
    </message>
    <message>
        <source>its metadata twice</source>
        <translation>die Metadaten zweimal</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; twice</source>
        <translation>der Schlüssel „%1“ zweimal</translation>
    </message>
    <message>
        <source>the same name twice</source>
        <translation>derselbe Name zweimal</translation>
    </message>
    <message>
        <source>too little about a tensor</source>
        <translation>zu wenig über einen Tensor</translation>
    </message>
    <message>
        <source>a size that does not fit its shape</source>
        <translation>eine Größe, die nicht zu ihrer Form passt</translation>
    </message>
    <message>
        <source>an unknown type of numbers</source>
        <translation>eine unbekannte Art von Zahlen</translation>
    </message>
    <message>
        <source>it is no valid JSON at byte %1</source>
        <translation>kein gültiges JSON bei Byte %1</translation>
    </message>
    <message>
        <source>the tensor &apos;%1&apos; claims more values than any network&apos;s</source>
        <translation>der Tensor „%1“ gibt mehr Werte an, als ein Netz hat</translation>
    </message>
    <message>
        <source>the tensor &apos;%1&apos; has more than 8 dimensions</source>
        <translation>der Tensor „%1“ hat mehr als 8 Dimensionen</translation>
    </message>
    <message>
        <source>its metadata are longer than 1,000 entries of 64 kB</source>
        <translation>die Metadaten sind länger als 1.000 Einträge von 64 kB</translation>
    </message>
    <message>
        <source>it has names of over 4 kB</source>
        <translation>Namen sind länger als 4 kB</translation>
    </message>
    <message>
        <source>it holds over 100,000 tensors</source>
        <translation>mehr als 100.000 Tensoren sind darin</translation>
    </message>
    <message>
        <source>The file&apos;s list has %1; lists over %2 are not read</source>
        <translation>Die Liste der Datei hat %1; Listen über %2 werden nicht gelesen</translation>
    </message>
    <message>
        <source>it cannot be listed</source>
        <translation>ihr Inhalt lässt sich nicht auflisten</translation>
    </message>
    <message>
        <source>it holds too many things</source>
        <translation>sie enthält zu vieles</translation>
    </message>
    <message>
        <source>a text about it cannot be read</source>
        <translation>ein Text dazu lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>a name in it cannot be read</source>
        <translation>ein Name darin lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>its pictures are not where they should be</source>
        <translation>ihre Bilder stehen nicht an ihrem Platz</translation>
    </message>
    <message>
        <source>it has no pictures</source>
        <translation>sie enthält keine Bilder</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is no HDF5 file</source>
        <translation>sie ist keine HDF5-Datei</translation>
    </message>
    <message>
        <source>something in it is no array</source>
        <translation>etwas darin ist kein Feld</translation>
    </message>
    <message>
        <source>an array has another type</source>
        <translation>ein Feld ist von anderer Art</translation>
    </message>
    <message>
        <source>an array is larger than its file, or packed</source>
        <translation>ein Feld ist größer als seine Datei, oder gepackt</translation>
    </message>
    <message>
        <source>an array cannot be read</source>
        <translation>ein Feld lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>This could not be written (%8)</source>
        <translation>Dies konnte nicht geschrieben werden (%8)</translation>
    </message>
    <message>
        <source>This could not be made (%8)</source>
        <translation>Dies konnte nicht angelegt werden (%8)</translation>
    </message>
    <message>
        <source>This could not be read (%8)</source>
        <translation>Dies konnte nicht gelesen werden (%8)</translation>
    </message>
    <message>
        <source>This could not be locked (%8)</source>
        <translation>Dies konnte nicht gesperrt werden (%8)</translation>
    </message>
    <message>
        <source>%1 of its weights are empty, as DeepSpeed&apos;s ZeRO-3 leaves them; the values lie in other files</source>
        <translation>%1 ihrer Gewichte sind leer, wie DeepSpeeds ZeRO-3 sie hinterlässt; die Werte liegen in anderen Dateien</translation>
    </message>
    <message>
        <source>Join them with the zero_to_fp32.py that DeepSpeed put beside them</source>
        <translation>Fügen Sie sie mit dem zero_to_fp32.py zusammen, das DeepSpeed daneben gelegt hat</translation>
    </message>
    <message>
        <source>Join the shares with the zero_to_fp32.py that DeepSpeed put beside them</source>
        <translation>Fügen Sie die Anteile mit dem zero_to_fp32.py zusammen, das DeepSpeed daneben gelegt hat</translation>
    </message>
    <message>
        <source>Save the model again with FSDP&apos;s full state dict</source>
        <translation>Speichern Sie das Modell noch einmal mit FSDPs „full state dict“</translation>
    </message>
    <message>
        <source>Make them final first: torch.nn.utils.parametrize.remove_parametrizations</source>
        <translation>Machen Sie sie zuerst endgültig: torch.nn.utils.parametrize.remove_parametrizations</translation>
    </message>
    <message>
        <source>Line %1 of the table: it marks several classes (%2); an image has one</source>
        <translation>Zeile %1 der Tabelle: Sie markiert mehrere Klassen (%2); ein Bild hat eine</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>ein Anführungszeichen wird nicht geschlossen</translation>
    </message>
    <message>
        <source>it has %1, the first line has %2</source>
        <translation>sie hat %1, die erste Zeile %2</translation>
    </message>
    <message>
        <source>%1 field</source>
        <translation>%1 Feld</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 Felder</translation>
    </message>
    <message>
        <source>the split &quot;%1&quot; is none of train, validation, test</source>
        <translation>der Teil „%1“ ist keiner von train, validation, test</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>die Datei fehlt</translation>
    </message>
    <message>
        <source>The JPEG&apos;s pixels cannot be unpacked (%8)</source>
        <translation>Die Pixel des JPEG lassen sich nicht entpacken (%8)</translation>
    </message>
    <message>
        <source>The JPEG is damaged inside (%8)</source>
        <translation>Das JPEG ist im Inneren beschädigt (%8)</translation>
    </message>
    <message>
        <source>two headers disagree</source>
        <translation>zwei Köpfe widersprechen sich</translation>
    </message>
    <message>
        <source>too many scans</source>
        <translation>zu viele Durchgänge</translation>
    </message>
    <message>
        <source>The PNG&apos;s pixels cannot be unpacked (%8)</source>
        <translation>Die Pixel des PNG lassen sich nicht entpacken (%8)</translation>
    </message>
    <message>
        <source>The WebP&apos;s pixels cannot be unpacked</source>
        <translation>Die Pixel des WebP lassen sich nicht entpacken</translation>
    </message>
    <message>
        <source>two readings of its header differ</source>
        <translation>zweimal gelesen, ist der Kopf verschieden</translation>
    </message>
    <message>
        <source>its pieces have no size</source>
        <translation>seine Stücke haben keine Größe</translation>
    </message>
    <message>
        <source>its palette is missing</source>
        <translation>seine Farbtabelle fehlt</translation>
    </message>
    <message>
        <source>This JPEG has %1 bits a channel; only 8 can be read here</source>
        <translation>Dieses JPEG hat %1 Bits pro Kanal; nur 8 können hier gelesen werden</translation>
    </message>
    <message>
        <source>This JPEG has %1 channels</source>
        <translation>Dieses JPEG hat %1 Kanäle</translation>
    </message>
    <message>
        <source>This TIFF is compressed in a way that is not read here (number %1)</source>
        <translation>Dieses TIFF ist auf eine Art gepackt, die hier nicht gelesen wird (Nummer %1)</translation>
    </message>
    <message>
        <source>This TIFF has %1 bits a channel</source>
        <translation>Dieses TIFF hat %1 Bits pro Kanal</translation>
    </message>
    <message>
        <source>This TIFF holds JPEG data of %1 bits</source>
        <translation>Dieses TIFF enthält JPEG-Daten von %1 Bits</translation>
    </message>
    <message>
        <source>This TIFF stores its colours in a way that is not read here (number %1)</source>
        <translation>Dieses TIFF speichert seine Farben auf eine Art, die hier nicht gelesen wird (Nummer %1)</translation>
    </message>
    <message>
        <source>This DICOM picture has %1 channels</source>
        <translation>Dieses DICOM-Bild hat %1 Kanäle</translation>
    </message>
    <message>
        <source>This DICOM picture has %1 bits a colour</source>
        <translation>Dieses DICOM-Bild hat %1 Bits pro Farbe</translation>
    </message>
    <message>
        <source>This DICOM picture stores its colours in a way that is not read here (%1)</source>
        <translation>Dieses DICOM-Bild speichert seine Farben auf eine Art, die hier nicht gelesen wird (%1)</translation>
    </message>
    <message>
        <source>it does not say which</source>
        <translation>es sagt nicht, auf welche</translation>
    </message>
    <message>
        <source>This DICOM file is compressed in a way that is not read here (%1)</source>
        <translation>Diese DICOM-Datei ist auf eine Art gepackt, die hier nicht gelesen wird (%1)</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Pack them again: rekindle-cli dataset FOLDER --pack FILE</source>
        <translation>Packen Sie sie noch einmal: rekindle-cli dataset ORDNER --pack DATEI</translation>
    </message>
    <message>
        <source>Put the files back, or go on without them: rekindle-cli resume %9 --without-missing</source>
        <translation>Legen Sie die Dateien zurück, oder machen Sie ohne sie weiter: rekindle-cli resume %9 --without-missing</translation>
    </message>
    <message>
        <source>The slide cannot be opened</source>
        <translation>Der Schnitt lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Copy it again, with the files that belong to it</source>
        <translation>Kopieren Sie ihn noch einmal, mit den Dateien, die dazugehören</translation>
    </message>
    <message>
        <source>The slide&apos;s sizes do not fit together</source>
        <translation>Die Größen des Schnitts passen nicht zusammen</translation>
    </message>
    <message>
        <source>A part of the slide cannot be read</source>
        <translation>Ein Teil des Schnitts lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Copy the slide again</source>
        <translation>Kopieren Sie den Schnitt noch einmal</translation>
    </message>
    <message>
        <source>The slide has no smaller copy of itself, in which tissue could be looked for</source>
        <translation>Der Schnitt enthält keine kleinere Kopie seiner selbst, in der sich Gewebe suchen ließe</translation>
    </message>
    <message>
        <source>No whole slides were found</source>
        <translation>Es wurden keine ganzen Schnitte gefunden</translation>
    </message>
    <message>
        <source>Slides of Aperio, Hamamatsu, Leica, MIRAX, Philips, Trestle, Ventana and tiled TIFF are read</source>
        <translation>Gelesen werden Schnitte von Aperio, Hamamatsu, Leica, MIRAX, Philips, Trestle, Ventana und gekacheltes TIFF</translation>
    </message>
    <message>
        <source>This Rekindle was built without OpenSlide, which reads whole slides</source>
        <translation>Dieses Rekindle wurde ohne OpenSlide gebaut, das ganze Schnitte liest</translation>
    </message>
    <message>
        <source>Install libopenslide-dev and build it again</source>
        <translation>Installieren Sie libopenslide-dev und bauen Sie es noch einmal</translation>
    </message>
    <message>
        <source>This is not a whole slide that can be read</source>
        <translation>Das ist kein ganzer Schnitt, der sich lesen lässt</translation>
    </message>
    <message>
        <source>A slide does not say how many µm a pixel is and is left out: its cells would appear at another size. --assume-mpp says it for such slides</source>
        <translation>Ein Schnitt sagt nicht, wie viele µm ein Pixel ist, und wird ausgelassen: Seine Zellen erschienen in anderer Größe. Auf der Befehlszeile sagt es --assume-mpp für solche Schnitte</translation>
    </message>
    <message>
        <source>A slide was scanned coarser than the tiles that are asked for, and is left out</source>
        <translation>Ein Schnitt wurde gröber gescannt als die gewünschten Kacheln und wird ausgelassen</translation>
    </message>
    <message>
        <source>A slide is left out: %1</source>
        <translation>Ein Schnitt wird ausgelassen: %1</translation>
    </message>
    <message>
        <source>No tile of a slide holds enough tissue</source>
        <translation>Keine Kachel eines Schnitts enthält genug Gewebe</translation>
    </message>
    <message>
        <source>&apos;files&apos; names something outside the run</source>
        <translation>„files“ nennt etwas außerhalb des Laufs</translation>
    </message>
    <message>
        <source>&apos;state&apos; is none of the states of a run</source>
        <translation>„state“ ist keiner der Zustände eines Laufs</translation>
    </message>
    <message>
        <source>pretrain or evaluate</source>
        <translation>pretrain oder evaluate</translation>
    </message>
    <message>
        <source>images and labels are not equally many</source>
        <translation>Bilder und Labels sind nicht gleich viele</translation>
    </message>
    <message>
        <source>a label does not exist</source>
        <translation>ein Label gibt es nicht</translation>
    </message>
    <message>
        <source>the probabilities of an image do not sum up to 1</source>
        <translation>die Wahrscheinlichkeiten eines Bildes ergeben zusammen nicht 1</translation>
    </message>
    <message>
        <source>it names a file outside its folder</source>
        <translation>sie nennt eine Datei außerhalb ihres Ordners</translation>
    </message>
    <message>
        <source>it is a table of something else</source>
        <translation>sie ist eine Tabelle von etwas anderem</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>etwas fehlt</translation>
    </message>
    <message>
        <source>a point is not an object</source>
        <translation>ein Punkt ist kein Objekt</translation>
    </message>
    <message>
        <source>a point lies nowhere</source>
        <translation>ein Punkt liegt nirgends</translation>
    </message>
    <message>
        <source>a point has no repeats</source>
        <translation>ein Punkt hat keine Wiederholungen</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>sie ist kein Objekt</translation>
    </message>
    <message>
        <source>it has no points</source>
        <translation>sie hat keine Punkte</translation>
    </message>
    <message>
        <source>its folder is no scoring run</source>
        <translation>ihr Ordner ist kein bewertender Lauf</translation>
    </message>
    <message>
        <source>its repeats are over different images</source>
        <translation>ihre Wiederholungen betreffen verschiedene Bilder</translation>
    </message>
    <message>
        <source>&apos;weights&apos; holds an entry without name or file</source>
        <translation>„weights“ enthält einen Eintrag ohne Name oder Datei</translation>
    </message>
    <message>
        <source>&apos;queue&apos; names a run outside the study</source>
        <translation>„queue“ nennt einen Lauf außerhalb der Studie</translation>
    </message>
    <message>
        <source>study.json is damaged at line %1</source>
        <translation>study.json ist in Zeile %1 beschädigt</translation>
    </message>
    <message>
        <source>study.json is damaged (%1)</source>
        <translation>study.json ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>The last good copy is study.json.bak, of %1 UTC: put it in the place of study.json to go on from there</source>
        <translation>Die letzte gute Kopie ist study.json.bak, vom %1 UTC: Setzen Sie sie an die Stelle von study.json, um dort weiterzumachen</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>unbekannter Fehler</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>%1 of this file is shared among processes, of which each saved its part</source>
        <translation>%1 dieser Datei ist auf Vorgänge verteilt, von denen jeder seinen Teil gesichert hat</translation>
    </message>
    <message>
        <source>%1 of this file is on PyTorch&apos;s meta device, so without values</source>
        <translation>%1 dieser Datei liegt auf PyTorchs Meta-Gerät, also ohne Werte</translation>
    </message>
    <message>
        <source>it has too little about a tensor</source>
        <translation>zu wenig über einen Tensor</translation>
    </message>
    <message>
        <source>Images without a window of their own are shown from %1 (black) to %2 (white), between which all but %3 % of this set&apos;s values lie</source>
        <translation>Bilder ohne eigenes Fenster werden von %1 (schwarz) bis %2 (weiß) gezeigt; dazwischen liegen alle Werte dieser Bildmenge bis auf %3 %</translation>
    </message>
    <message>
        <source>These images have %1 bands; the first three are shown as red, green and blue</source>
        <translation>Diese Bilder haben %1 Kanäle; die ersten drei werden als Rot, Grün und Blau gezeigt</translation>
    </message>
    <message>
        <source>All %1 files with a patient&apos;s number have the same one; patients cannot be told apart by it</source>
        <translation>Alle %1 Dateien mit einer Patientennummer haben dieselbe; Patienten lassen sich damit nicht unterscheiden</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>%1 pictures of noise</source>
        <translation>%1 Rauschbildern</translation>
    </message>
    <message>
        <source>%1 images of %2</source>
        <translation>%1 Bildern aus %2</translation>
    </message>
    <message>
        <source>%1 of %2 filters scaled</source>
        <translation>%1 von %2 Filtern skaliert</translation>
    </message>
    <message>
        <source>%1 layers scaled</source>
        <translation>%1 Schichten skaliert</translation>
    </message>
    <message>
        <source>%1, %2 of %3 filters replaced. Filters above 1: %4 % before, %5 % after.</source>
        <translation>%1, %2 von %3 Filtern ersetzt. Filter über 1: vorher %4&#xa0;%, nachher %5&#xa0;%.</translation>
    </message>
    <message>
        <source>Nothing to do: no filter is above 1 and none below 0.1. Repaired and unrepaired weights would be the same.</source>
        <translation>Nichts zu tun: Kein Filter liegt über 1 und keiner unter 0,1. Reparierte und unreparierte Gewichte wären dieselben.</translation>
    </message>
    <message>
        <source>Not repaired yet: %1 of %2 filters are above 1, %3 are dead.</source>
        <translation>Noch nicht repariert: %1 von %2 Filtern liegen über 1, %3 sind tot.</translation>
    </message>
    <message>
        <source>Not proved yet. Press Make repaired weights: the repair is done again and checked on images.</source>
        <translation>Noch nicht nachgewiesen. Drücken Sie „Reparierte Gewichte erzeugen“: Die Reparatur wird noch einmal ausgeführt und an Bildern geprüft.</translation>
    </message>
    <message>
        <source> Replaced filters do change answers: mean cosine %1.</source>
        <translation> Ersetzte Filter ändern die Antworten: mittlerer Kosinus %1.</translation>
    </message>
    <message>
        <source> While training, batch statistics are used, so a scaled layer starts out weaker, at least to %1 of its strength; that is part of the paper&apos;s rule.</source>
        <translation> Im Training gelten die Statistiken des Batches, daher beginnt eine skalierte Schicht schwächer, im stärksten Fall mit %1 ihrer Stärke; das gehört zur Regel des Artikels.</translation>
    </message>
    <message>
        <source>Same answers when used for prediction: scaling alone changed the features by at most %1 of their size over %2; on batch statistics, as in training, by %3.</source>
        <translation>Gleiche Antworten im Gebrauch: Das Skalieren allein änderte die Merkmale um höchstens %1 ihrer Größe, gemessen an %2; mit den Statistiken des Batches, wie im Training, um %3.</translation>
    </message>
    <message>
        <source>Answers changed by %1 of their size over %2, where %3 was allowed, and by %4 on batch statistics, as in training. The small safety term of batch norm counts here; choose Absorbed, exact to avoid it.</source>
        <translation>Die Antworten änderten sich um %1 ihrer Größe, gemessen an %2, wo %3 erlaubt war, und um %4 mit den Statistiken des Batches, wie im Training. Hier zählt der kleine Sicherheitsterm der Batch-Norm; wählen Sie „Eingerechnet, exakt“, um das zu vermeiden.</translation>
    </message>
    <message>
        <source>scaling is off</source>
        <translation>Skalieren ist aus</translation>
    </message>
    <message>
        <source>no layer has a norm above %1</source>
        <translation>keine Schicht hat eine Norm über %1</translation>
    </message>
    <message>
        <source>no filter has a norm above %1</source>
        <translation>kein Filter hat eine Norm über %1</translation>
    </message>
    <message>
        <source>dead filters are left as they are</source>
        <translation>tote Filter bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>no filter is below %1</source>
        <translation>kein Filter liegt unter %1</translation>
    </message>
    <message>
        <source>Nothing was scaled and nothing replaced (%1), so no new weights were made. Go on with the original.</source>
        <translation>Nichts wurde skaliert und nichts ersetzt (%1), daher sind keine neuen Gewichte entstanden. Machen Sie mit dem Original weiter.</translation>
    </message>
    <message>
        <source>the first layer</source>
        <translation>der ersten Schicht</translation>
    </message>
    <message>
        <source>the whole network</source>
        <translation>dem ganzen Netz</translation>
    </message>
    <message>
        <source>More than the %1 that is allowed for the features.</source>
        <translation>Mehr als die %1, die für die Merkmale erlaubt sind.</translation>
    </message>
    <message>
        <source>These weights can be looked at, not repaired: %1. A repair is proved by what the network answers, and only ResNets can be run here.</source>
        <translation>Diese Gewichte können angesehen, aber nicht repariert werden: %1. Eine Reparatur wird an den Antworten des Netzes nachgewiesen, und nur ResNets können hier rechnen.</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>wird beendet</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished early</source>
        <translation>früher beendet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>more than %1 left</source>
        <translation>noch mehr als %1</translation>
    </message>
    <message>
        <source>%1 left, until %2</source>
        <translation>noch %1, bis %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1, %2, %3 %</source>
        <translation>%1, %2, %3 %</translation>
    </message>
    <message>
        <source>a worker is starting</source>
        <translation>ein Arbeitsprozess startet</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Pair %1</source>
        <translation>Paar %1</translation>
    </message>
    <message>
        <source>%1, %2 % of the labels</source>
        <translation>%1, %2 % der Labels</translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Specs</name>
    <message>
        <source>0: all that the process may use</source>
        <translation>0: alle, die das Programm benutzen darf</translation>
    </message>
    <message>
        <source>BYOL</source>
        <translation>BYOL</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Colour strength</source>
        <translation>Farbstärke</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Crops</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>Decides everything that chance decides</source>
        <translation>Bestimmt alles, was der Zufall bestimmt</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Divides the scores before they are compared with the assignment of another crop</source>
        <translation>Teilt die Werte, bevor sie mit der Zuordnung eines anderen Ausschnitts verglichen werden</translation>
    </message>
    <message>
        <source>Divides the similarities in the contrastive loss: the smaller it is, the more the nearest images count</source>
        <translation>Teilt die Ähnlichkeiten im kontrastiven Verlust: Je kleiner der Wert ist, desto mehr zählen die nächsten Bilder</translation>
    </message>
    <message>
        <source>Draws, each with a seed of its own; three is the least that shows spread</source>
        <translation>Ziehungen, jede mit eigenem Startwert; erst ab drei sieht man die Streuung</translation>
    </message>
    <message>
        <source>Earlier images that are assigned along with the batch; -1: by the authors&apos; rule (none from a batch of 512, 3840 below)</source>
        <translation>Frühere Bilder, die mit dem Batch zugeordnet werden; -1: nach der Regel der Autoren (keine ab einem Batch von 512, darunter 3840)</translation>
    </message>
    <message>
        <source>Earlier images that each image is told apart from</source>
        <translation>Frühere Bilder, von denen jedes Bild unterschieden wird</translation>
    </message>
    <message>
        <source>Factor on the four colour changes of a view; 0 leaves colours alone</source>
        <translation>Faktor auf die vier Farbänderungen einer Ansicht; 0 lässt die Farben, wie sie sind</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>Fine-tuning passes</source>
        <translation>Durchgänge der Feinabstimmung</translation>
    </message>
    <message>
        <source>From which pass the queue is filled</source>
        <translation>Ab welchem Durchgang die Warteschlange gefüllt wird</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>How long the prototypes stay as they were drawn; -1: by the authors&apos; rule (313 steps from a batch of 512, 5005 below)</source>
        <translation>Wie lange die Prototypen bleiben, wie sie gezogen wurden; -1: nach der Regel der Autoren (313 Schritte ab einem Batch von 512, darunter 5005)</translation>
    </message>
    <message>
        <source>How many directions images are assigned to</source>
        <translation>Wie vielen Richtungen Bilder zugeordnet werden</translation>
    </message>
    <message>
        <source>How many images count as a pass; 0: every image once (the paper: 100,000)</source>
        <translation>Wie viele Bilder als ein Durchgang zählen; 0: jedes Bild einmal (Artikel: 100.000)</translation>
    </message>
    <message>
        <source>How many images make one update</source>
        <translation>Wie viele Bilder eine Anpassung ergeben</translation>
    </message>
    <message>
        <source>How many of the most similar training images vote on a test image</source>
        <translation>Wie viele der ähnlichsten Trainingsbilder über ein Testbild abstimmen</translation>
    </message>
    <message>
        <source>How many small crops an image has with multi</source>
        <translation>Wie viele kleine Ausschnitte ein Bild bei „mehrere“ hat</translation>
    </message>
    <message>
        <source>How often a resumable state is saved; 0: after every step</source>
        <translation>Wie oft ein Zustand gesichert wird, von dem aus es weitergehen kann; 0: nach jedem Schritt</translation>
    </message>
    <message>
        <source>How often every labelled training image is seen</source>
        <translation>Wie oft jedes Trainingsbild mit Label gezeigt wird</translation>
    </message>
    <message>
        <source>How slowly the copy follows that makes the keys</source>
        <translation>Wie langsam die Kopie folgt, die die Schlüssel erzeugt</translation>
    </message>
    <message>
        <source>How slowly the target follows at the start, on its way to 1; -1: by the authors&apos; rule (0.996 in runs of 600 passes and more, 0.99 below)</source>
        <translation>Wie langsam das Zielnetz am Anfang folgt, auf dem Weg zu 1; -1: nach der Regel der Autoren (0,996 in Läufen ab 600 Durchgängen, darunter 0,99)</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Images compared at once; part of the method, not only a matter of memory</source>
        <translation>Bilder, die auf einmal verglichen werden; Teil des Verfahrens, nicht nur eine Frage des Speichers</translation>
    </message>
    <message>
        <source>Images in a pass</source>
        <translation>Bilder je Durchgang</translation>
    </message>
    <message>
        <source>Keep at passes</source>
        <translation>Behalten nach Durchgängen</translation>
    </message>
    <message>
        <source>L2 penalty on all parameters, part of the gradient</source>
        <translation>L2-Strafe auf alle Parameter, Teil des Gradienten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Linear rise of the rate before the cosine; -1: by the rule of the method&apos;s authors (10 passes; SwAV below a batch of 512: none)</source>
        <translation>Linearer Anstieg der Rate vor dem Kosinus; -1: nach der Regel der Autoren des Verfahrens (10 Durchgänge; SwAV unter einem Batch von 512: keiner)</translation>
    </message>
    <message>
        <source>MoCo v2</source>
        <translation>MoCo v2</translation>
    </message>
    <message>
        <source>Momentum of the key network</source>
        <translation>Trägheit des Schlüsselnetzes</translation>
    </message>
    <message>
        <source>Momentum of the target</source>
        <translation>Trägheit des Zielnetzes</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Nächste Nachbarn</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Of Sinkhorn-Knopp: how often prototypes and images are balanced in turn</source>
        <translation>Von Sinkhorn-Knopp: wie oft Prototypen und Bilder im Wechsel ausgeglichen werden</translation>
    </message>
    <message>
        <source>Of Sinkhorn-Knopp: the smaller it is, the more an image belongs to one prototype alone</source>
        <translation>Von Sinkhorn-Knopp: Je kleiner der Wert ist, desto mehr gehört ein Bild zu einem einzigen Prototyp</translation>
    </message>
    <message>
        <source>Of the first repeat; decides everything that chance decides</source>
        <translation>Der ersten Wiederholung; bestimmt alles, was der Zufall bestimmt</translation>
    </message>
    <message>
        <source>Of which length of run the authors&apos; rate, decay and momentum are taken; auto: by the passes of this one</source>
        <translation>Für welche Länge eines Laufs Rate, Gewichtszerfall und Trägheit der Autoren gelten; automatisch: nach den Durchgängen dieses Laufs</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Passes over the images</source>
        <translation>Durchgänge über die Bilder</translation>
    </message>
    <message>
        <source>Passes whose weights are kept for scoring; the last always is</source>
        <translation>Durchgänge, deren Gewichte zum Bewerten behalten werden; der letzte immer</translation>
    </message>
    <message>
        <source>Peak rate; 0: by the rule of the method&apos;s authors (SimCLR: 0.3 x batch / 256)</source>
        <translation>Höchste Rate; 0: nach der Regel der Autoren des Verfahrens (SimCLR: 0,3 × Batch / 256)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <source>Prototypes</source>
        <translation>Prototypen</translation>
    </message>
    <message>
        <source>Prototypes stay for</source>
        <translation>Prototypen bleiben</translation>
    </message>
    <message>
        <source>Pulls weights towards 0; -1: by the rule of the method&apos;s authors (SimCLR and SwAV: 1e-6)</source>
        <translation>Zieht Gewichte zur 0; -1: nach der Regel der Autoren des Verfahrens (SimCLR und SwAV: 1e-6)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Queue from pass</source>
        <translation>Warteschlange ab Durchgang</translation>
    </message>
    <message>
        <source>Rate at the end</source>
        <translation>Rate am Ende</translation>
    </message>
    <message>
        <source>Rate at the start</source>
        <translation>Rate am Anfang</translation>
    </message>
    <message>
        <source>Rate of Adam, the same from the first update to the last</source>
        <translation>Rate von Adam, von der ersten bis zur letzten Anpassung gleich</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Rounds of balancing</source>
        <translation>Runden des Ausgleichs</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>Sichern alle</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Share of the labelled training images that is used</source>
        <translation>Anteil der Trainingsbilder mit Label, der benutzt wird</translation>
    </message>
    <message>
        <source>Side of a small crop</source>
        <translation>Seite eines kleinen Ausschnitts</translation>
    </message>
    <message>
        <source>Side of a view</source>
        <translation>Seitenlänge einer Ansicht</translation>
    </message>
    <message>
        <source>Side of what the network sees</source>
        <translation>Seitenlänge dessen, was das Netz sieht</translation>
    </message>
    <message>
        <source>SimCLR</source>
        <translation>SimCLR</translation>
    </message>
    <message>
        <source>Size of small crops</source>
        <translation>Größe der kleinen Ausschnitte</translation>
    </message>
    <message>
        <source>Small crops</source>
        <translation>Kleine Ausschnitte</translation>
    </message>
    <message>
        <source>Softness of assignments</source>
        <translation>Weichheit der Zuordnungen</translation>
    </message>
    <message>
        <source>SwAV</source>
        <translation>SwAV</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Values for</source>
        <translation>Werte für</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtszerfall</translation>
    </message>
    <message>
        <source>Where it is computed; auto never falls back to the processor silently</source>
        <translation>Wo gerechnet wird; auto weicht nie stillschweigend auf den Prozessor aus</translation>
    </message>
    <message>
        <source>Where the cosine ends; -1: by the authors&apos; rule (1/1000 of the peak)</source>
        <translation>Wo der Kosinus endet; -1: nach der Regel der Autoren (1/1000 der höchsten Rate)</translation>
    </message>
    <message>
        <source>Where the warm-up begins; -1: by the authors&apos; rule (1/16 of the peak)</source>
        <translation>Wo das Aufwärmen beginnt; -1: nach der Regel der Autoren (1/16 der höchsten Rate)</translation>
    </message>
    <message>
        <source>Whether heads that the checkpoint carries are kept or made anew (SwAV and BYOL)</source>
        <translation>Ob Köpfe, die der Checkpoint mitbringt, behalten oder neu gemacht werden (SwAV und BYOL)</translation>
    </message>
    <message>
        <source>Whether the width of the blur is drawn once for a view of the whole batch, as the authors do, or for each image</source>
        <translation>Ob die Breite der Unschärfe einmal für eine Ansicht des ganzen Batches gezogen wird, wie bei den Autoren, oder für jedes Bild</translation>
    </message>
    <message>
        <source>Width of the blur</source>
        <translation>Breite der Unschärfe</translation>
    </message>
    <message>
        <source>a number from -1 to 1</source>
        <translation>eine Zahl von -1 bis 1</translation>
    </message>
    <message>
        <source>a number from -1 to 10000</source>
        <translation>eine Zahl von -1 bis 10.000</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>eine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <source>a number from 0 to 10000</source>
        <translation>eine Zahl von 0 bis 10.000</translation>
    </message>
    <message>
        <source>a number from 0 to 10080</source>
        <translation>eine Zahl von 0 bis 10.080</translation>
    </message>
    <message>
        <source>a number from 0 to 1e+06</source>
        <translation>eine Zahl von 0 bis 1.000.000</translation>
    </message>
    <message>
        <source>a number from 0 to 2</source>
        <translation>eine Zahl von 0 bis 2</translation>
    </message>
    <message>
        <source>a number from 0.001 to 100</source>
        <translation>eine Zahl von 0,001 bis 100</translation>
    </message>
    <message>
        <source>a number from 0.02 to 10</source>
        <translation>eine Zahl von 0,02 bis 10</translation>
    </message>
    <message>
        <source>a number from 1e-04 to 1</source>
        <translation>eine Zahl von 0,0001 bis 1</translation>
    </message>
    <message>
        <source>a whole number from -1 to 10000000</source>
        <translation>eine ganze Zahl von -1 bis 10.000.000</translation>
    </message>
    <message>
        <source>a whole number from -1 to 1000000000</source>
        <translation>eine ganze Zahl von -1 bis 1.000.000.000</translation>
    </message>
    <message>
        <source>a whole number from 0 to 1000000000000</source>
        <translation>eine ganze Zahl von 0 bis 1000000000000</translation>
    </message>
    <message>
        <source>a whole number from 0 to 1024</source>
        <translation>eine ganze Zahl von 0 bis 1024</translation>
    </message>
    <message>
        <source>a whole number from 0 to 18446744073709551615</source>
        <translation>eine ganze Zahl von 0 bis 18446744073709551615</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000</source>
        <translation>eine ganze Zahl von 1 bis 1000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 100000</source>
        <translation>eine ganze Zahl von 1 bis 100.000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000000</source>
        <translation>eine ganze Zahl von 1 bis 1.000.000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 10000000</source>
        <translation>eine ganze Zahl von 1 bis 10.000.000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1048576</source>
        <translation>eine ganze Zahl von 1 bis 1.048.576</translation>
    </message>
    <message>
        <source>a whole number from 1 to 64</source>
        <translation>eine ganze Zahl von 1 bis 64</translation>
    </message>
    <message>
        <source>a whole number from 2 to 1000000</source>
        <translation>eine ganze Zahl von 2 bis 1.000.000</translation>
    </message>
    <message>
        <source>a whole number from 2 to 1048576</source>
        <translation>eine ganze Zahl von 2 bis 1.048.576</translation>
    </message>
    <message>
        <source>a whole number from 8 to 4096</source>
        <translation>eine ganze Zahl von 8 bis 4096</translation>
    </message>
    <message>
        <source>auto or 1000 or 300 or 100 or 40</source>
        <translation>automatisch, 1000, 300, 100 oder 40</translation>
    </message>
    <message>
        <source>auto or cpu or cuda or cuda:N</source>
        <translation>auto, cpu, cuda oder cuda:N</translation>
    </message>
    <message>
        <source>auto or multi or two</source>
        <translation>automatisch, mehrere oder zwei</translation>
    </message>
    <message>
        <source>fine-tune</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>multi: two large crops of an image and several small ones; two: the large ones alone; auto: multi above 96 pixels</source>
        <translation>mehrere: zwei große Ausschnitte eines Bildes und etliche kleine; zwei: nur die großen; automatisch: mehrere ab mehr als 96 Pixeln</translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation>nächste Nachbarn</translation>
    </message>
    <message>
        <source>new or keep</source>
        <translation>neu oder behalten</translation>
    </message>
    <message>
        <source>per_batch or per_image</source>
        <translation>je Batch oder je Bild</translation>
    </message>
    <message>
        <source>whole numbers from 0 to 1000000, separated by commas</source>
        <translation>ganze Zahlen von 0 bis 1000000, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Wie im Artikel</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>For a graphics card: 1,000 epochs of 100,000 images at batch 1024 and 224 pixels</source>
        <translation>Für eine Grafikkarte: 1.000 Epochen zu je 100.000 Bildern, Batch 1024 und 224 Pixel</translation>
    </message>
    <message>
        <source>For hundreds or a few thousand images, where a run has a few hundred to a few thousand steps</source>
        <translation>Für Hunderte oder wenige Tausend Bilder, bei denen ein Lauf einige Hundert bis einige Tausend Schritte hat</translation>
    </message>
    <message>
        <source>For tens of thousands of images on one computer: the recipe&apos;s own strengths, one pass an epoch</source>
        <translation>Für Zehntausende Bilder auf einem Rechner: die Stärken des Originals, ein Durchgang je Epoche</translation>
    </message>
    <message>
        <source>Leaks</source>
        <translation>Lecks</translation>
    </message>
    <message>
        <source>Pass that is scored</source>
        <translation>Bewerteter Durchgang</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Kurzer Blick</translation>
    </message>
    <message>
        <source>Share of the views that are blurred; 0 for images so small that blur takes all there is, as the authors do with CIFAR</source>
        <translation>Anteil der Ansichten, die unscharf gemacht werden; 0 bei Bildern, die so klein sind, dass die Unschärfe nichts übrig lässt, wie es die Autoren bei CIFAR tun</translation>
    </message>
    <message>
        <source>Small lab</source>
        <translation>Kleines Labor</translation>
    </message>
    <message>
        <source>Small set, few steps</source>
        <translation>Wenige Bilder, wenige Schritte</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>The last pass, or the one that is best on the validation part; where there is such a part, the other stands beside it</source>
        <translation>Der letzte Durchgang oder der beste auf dem Validierungsteil; wo es einen solchen Teil gibt, steht der andere daneben</translation>
    </message>
    <message>
        <source>To see the way in a few minutes, not a result</source>
        <translation>Um in wenigen Minuten den Weg zu sehen, nicht ein Ergebnis</translation>
    </message>
    <message>
        <source>What becomes of test images that are copies of training images, stand in two classes or were pretrained on; keep is said beside every score</source>
        <translation>Was mit Testbildern geschieht, die Kopien von Trainingsbildern sind, in zwei Klassen stehen oder im Vortraining gesehen wurden; „behalten“ wird dann bei jeder Bewertung vermerkt</translation>
    </message>
    <message>
        <source>Whether pretraining leaves the test part alone, or sees it, without labels; seen is said beside every score</source>
        <translation>Ob das Vortraining den Testteil getrennt hält oder ihn ohne Labels sieht; „gesehen“ wird dann bei jeder Bewertung vermerkt</translation>
    </message>
    <message>
        <source>a number from -1 to 1e+06</source>
        <translation>eine Zahl von -1 bis 1.000.000</translation>
    </message>
    <message>
        <source>apart or seen</source>
        <translation>getrennt oder gesehen</translation>
    </message>
    <message>
        <source>last or validation</source>
        <translation>letzter oder Validierung</translation>
    </message>
    <message>
        <source>leave_out or keep</source>
        <translation>weglassen oder behalten</translation>
    </message>
    <message>
        <source>Kind of pictures</source>
        <translation>Art der Bilder</translation>
    </message>
    <message>
        <source>paper or grey or stain or ultrasound</source>
        <translation>wie im Artikel oder grau oder gefärbt oder Ultraschall</translation>
    </message>
    <message>
        <source>paper: views as the method&apos;s authors made them; grey: no hue, saturation or turning grey; stain: that, and the amounts of H&amp;E&apos;s stains change (histology); ultrasound: that of grey, and turned by up to 10 degrees</source>
        <translation>Wie im Artikel: Ansichten wie bei den Autoren des Verfahrens; grau: ohne Farbton, Sättigung und Umwandeln in Grau; gefärbt: ebenso, und die Mengen der H&amp;E-Farbstoffe ändern sich (Histologie); Ultraschall: wie grau, und um bis zu 10 Grad gedreht</translation>
    </message>
    <message>
        <source>Compute maps again</source>
        <translation>Zwischenergebnisse neu berechnen</translation>
    </message>
    <message>
        <source>How often the nearest neighbours of labelled training images are asked for their class; 0: never. Shown while it runs; changes no number of the training</source>
        <translation>Wie oft die nächsten Nachbarn gelabelter Trainingsbilder nach deren Klasse gefragt werden; 0: nie. Wird während des Laufs gezeigt; ändert keine Zahl des Trainings</translation>
    </message>
    <message>
        <source>In how many pieces a batch goes through the network; the loss is over the whole batch, and each piece is normalised by itself</source>
        <translation>In wie vielen Teilen ein Stapel durch das Netz geht; der Verlust gilt für den ganzen Stapel, und jeder Teil wird für sich normalisiert</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Neighbour check every</source>
        <translation>Nachbarn prüfen alle</translation>
    </message>
    <message>
        <source>Pieces of a batch</source>
        <translation>Teile eines Stapels</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>Überwacht</translation>
    </message>
    <message>
        <source>What the run may take of the device&apos;s memory; how it is worked off is chosen to fit, and the batch is never made smaller; 0 for no limit</source>
        <translation>Wie viel der Lauf vom Speicher des Geräts nehmen darf; wie er abgearbeitet wird, wird passend gewählt, und der Stapel wird nie verkleinert; 0 für keine Grenze</translation>
    </message>
    <message>
        <source>Whether maps are computed again on the way back instead of being kept: the same numbers in less memory, about a third slower</source>
        <translation>Ob Zwischenergebnisse auf dem Rückweg neu berechnet werden, statt sie zu behalten: dieselben Zahlen mit weniger Speicher, etwa ein Drittel langsamer</translation>
    </message>
    <message>
        <source>a size such as 6G or 800M, or 0</source>
        <translation>eine Größe wie 6G oder 800M, oder 0</translation>
    </message>
    <message>
        <source>a whole number from 0 to 1000000</source>
        <translation>eine ganze Zahl von 0 bis 1000000</translation>
    </message>
    <message>
        <source>fp32 or bf16 or auto</source>
        <translation>fp32 oder bf16 oder auto</translation>
    </message>
    <message>
        <source>fp32; bf16 for less time and memory; auto: bf16 where the device computes in it</source>
        <translation>fp32; bf16 für weniger Zeit und Speicher; auto: bf16, wo das Gerät darin rechnet</translation>
    </message>
    <message>
        <source>no or yes</source>
        <translation>nein oder ja</translation>
    </message>
    <message>
        <source>How weights are scored on labelled images</source>
        <translation>Wie Gewichte an Bildern mit Labels bewertet werden</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>finetune or knn</source>
        <translation>Feinabstimmung oder nächste Nachbarn</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Pretrain</source>
        <translation>Vortrainieren</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crop(s)</source>
        <translation>
            <numerusform>%n Ausschnitt</numerusform>
            <numerusform>%n Ausschnitte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <translation>
            <numerusform>%n Durchgang</numerusform>
            <numerusform>%n Durchgänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixel(s)</source>
        <translation>
            <numerusform>%n Pixel</numerusform>
            <numerusform>%n Pixel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n Stück</numerusform>
            <numerusform>%n Stücke</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>seen, without labels</source>
        <translation>gesehen, ohne Labels</translation>
    </message>
    <message>
        <source>made anew</source>
        <translation>neu gemacht</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>full (32 bits)</source>
        <translation>voll (32 Bit)</translation>
    </message>
    <message>
        <source>half (16 bits), faster</source>
        <translation>halb (16 Bit), schneller</translation>
    </message>
    <message>
        <source>one for the batch</source>
        <translation>eine für den Batch</translation>
    </message>
    <message>
        <source>one for each image</source>
        <translation>eine je Bild</translation>
    </message>
    <message>
        <source>two large, some small</source>
        <translation>zwei große, einige kleine</translation>
    </message>
    <message>
        <source>two large</source>
        <translation>zwei große</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>der letzte</translation>
    </message>
    <message>
        <source>best in validation</source>
        <translation>bester der Validierung</translation>
    </message>
    <message>
        <source>as in PyTorch</source>
        <translation>wie in PyTorch</translation>
    </message>
    <message>
        <source>as SimCLR&apos;s authors</source>
        <translation>wie die SimCLR-Autoren</translation>
    </message>
    <message>
        <source>as in TensorFlow</source>
        <translation>wie in TensorFlow</translation>
    </message>
    <message>
        <source>values from 0 to 1</source>
        <translation>Werte von 0 bis 1</translation>
    </message>
    <message>
        <source>as for ImageNet</source>
        <translation>wie für ImageNet</translation>
    </message>
    <message>
        <source>as SwAV&apos;s authors</source>
        <translation>wie die SwAV-Autoren</translation>
    </message>
    <message>
        <source>PyTorch, before version 1.6</source>
        <translation>PyTorch, vor Version 1.6</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>graphics card %1</source>
        <translation>Grafikkarte %1</translation>
    </message>
    <message>
        <source>%1, %2 times as wide</source>
        <translation>%1, %2-mal so breit</translation>
    </message>
    <message>
        <source>%1, %2 channels wide</source>
        <translation>%1, %2 Kanäle breit</translation>
    </message>
    <message>
        <source>as the method&apos;s authors</source>
        <translation>wie die Autoren des Verfahrens</translation>
    </message>
    <message>
        <source>grey pictures</source>
        <translation>graue Bilder</translation>
    </message>
    <message>
        <source>stained tissue</source>
        <translation>gefärbtes Gewebe</translation>
    </message>
    <message>
        <source>ultrasound pictures</source>
        <translation>Ultraschallbilder</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
</context>
<context>
    <name>rekindle::bridge::SelfCheck</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready. Graphics card %1 with %2 GiB; %3, %4 GiB of memory.</source>
        <translation>Bereit. Grafikkarte %1 mit %2 GiB; %3, %4 GiB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Ready, without a graphics card: everything works, pretraining is slow. %1, %2 GiB of memory.</source>
        <translation>Bereit, ohne Grafikkarte: Alles geht, das Vortraining ist langsam. %1, %2 GiB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The built-in check could not be run: %1.</source>
        <translation>Die eingebaute Prüfung lief nicht: %1.</translation>
    </message>
    <message>
        <source>Something is missing: %1</source>
        <translation>Es fehlt etwas: %1</translation>
    </message>
</context>
<context>
    <name>rekindle::bridge::WarningText</name>
    <message numerus="yes">
        <source> (%n time(s))</source>
        <translation>
            <numerusform> (%n-mal)</numerusform>
            <numerusform> (%n-mal)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::gui::ActionFinder</name>
    <message>
        <source>Find an action</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>A part of its name</source>
        <translation>Ein Teil seines Namens</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::EndNotice</name>
    <message>
        <source>%1 is done.</source>
        <translation>%1 ist fertig.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::HelpDialog</name>
    <message>
        <source>&lt;p&gt;A study is a folder: your question, the list of your images, weights, runs and results. Everything is saved as you go.&lt;/p&gt;&lt;p&gt;Write down what you ask, then go through the pages from top to bottom. A tick on the left says that a page has what it needs.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Eine Studie ist ein Ordner: Ihre Frage, die Liste Ihrer Bilder, Gewichte, Läufe und Ergebnisse. Alles wird laufend gespeichert.&lt;/p&gt;&lt;p&gt;Schreiben Sie auf, was Sie wissen wollen, und gehen Sie dann die Seiten von oben nach unten durch. Ein Haken links heißt, dass eine Seite hat, was sie braucht.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Choose the folder of your images; they are read where they are and never changed. One folder a class gives labels; folders named train and test give the parts.&lt;/p&gt;&lt;p&gt;Look at &lt;i&gt;Problems&lt;/i&gt;: files that could not be read, copies in two parts, patients in both. Each makes scores better than they are.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Wählen Sie den Ordner Ihrer Bilder; sie werden gelesen, wo sie liegen, und nie verändert. Ein Ordner je Klasse ergibt die Labels; Ordner namens train und test ergeben die Teile.&lt;/p&gt;&lt;p&gt;Sehen Sie unter &lt;i&gt;Probleme&lt;/i&gt; nach: unlesbare Dateien, Kopien in zwei Teilen, Patienten in beiden. Jedes davon macht Bewertungen besser, als sie sind.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Starting weights (a checkpoint) are what P2X begins from. Add a file of a ResNet; nothing in it is run. The card says which network it is, how many layers were matched, and where it came from.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mit den Startgewichten (einem Checkpoint) beginnt P2X. Fügen Sie die Datei eines ResNet hinzu; nichts darin wird ausgeführt. Die Karte sagt, welches Netz es ist, wie viele Schichten zugeordnet wurden und woher die Datei kommt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each filter has a norm: the root of the sum of its squared weights. Very small ones answer nearly nothing (dead), very large ones drown the others. Choose a layer at the left, or all; [ and ] step through the layers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jeder Filter hat eine Norm: die Wurzel aus der Summe seiner quadrierten Gewichte. Sehr kleine antworten fast nicht (tot), sehr große übertönen die anderen. Wählen Sie links eine Schicht oder alle; [ und ] gehen durch die Schichten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Repair scales layers that are too large and replaces dead filters, as new weights beside the old. The proof compares what both answer to the same images.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Die Reparatur skaliert zu große Schichten und ersetzt tote Filter, als neue Gewichte neben den alten. Der Nachweis vergleicht, was beide auf dieselben Bilder antworten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A pair is two runs that are equal but for their start: P1X from random weights, P2X from yours. Both learn from your images without labels.&lt;/p&gt;&lt;p&gt;Runs go on when the window is closed, can be paused, and go on after a power cut. A lower loss does not by itself mean better features: that is what scores are for.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein Paar sind zwei Läufe, die bis auf ihren Start gleich sind: P1X aus zufälligen Gewichten, P2X aus Ihren. Beide lernen aus Ihren Bildern ohne Labels.&lt;/p&gt;&lt;p&gt;Läufe gehen weiter, wenn das Fenster geschlossen wird, lassen sich anhalten und gehen nach einem Stromausfall weiter. Ein kleinerer Verlust heißt für sich noch nicht bessere Merkmale: dafür gibt es die Bewertungen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A score asks what the pretrained weights are worth: with a part of your labels a classifier is trained and tested on the test images. Score both runs of a pair in the same way, at the same passes.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Eine Bewertung fragt, was die vortrainierten Gewichte wert sind: Mit einem Teil Ihrer Labels wird ein Klassifikator trainiert und an den Testbildern geprüft. Bewerten Sie beide Läufe eines Paars auf dieselbe Art, bei denselben Durchgängen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The answer: accuracy of P1X and P2X, their difference, and the interval in which it lies with 95 % certainty. An interval that holds 0 shows no difference.&lt;/p&gt;&lt;p&gt;With three pairs or more the interval counts what retraining alone would change.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Die Antwort: die Genauigkeit von P1X und P2X, ihr Unterschied und das Intervall, in dem er mit 95 % Sicherheit liegt. Ein Intervall, das 0 enthält, zeigt keinen Unterschied.&lt;/p&gt;&lt;p&gt;Ab drei Paaren berücksichtigt das Intervall auch, was ein neues Training allein ändern würde.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+8</source>
        <translation>Strg+1 bis Strg+8</translation>
    </message>
    <message>
        <source>the pages</source>
        <translation>die Seiten</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Strg+0</translation>
    </message>
    <message>
        <source>the run queue</source>
        <translation>die Warteschlange</translation>
    </message>
    <message>
        <source>F6, Shift+F6</source>
        <translation>F6, Umschalt+F6</translation>
    </message>
    <message>
        <source>next and previous part of the window</source>
        <translation>nächster und voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>the main button of the page</source>
        <translation>die Hauptschaltfläche der Seite</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Strg+Umschalt+P</translation>
    </message>
    <message>
        <source>find an action by its name</source>
        <translation>einen Befehl nach seinem Namen suchen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>the chart&apos;s numbers as a table, and back</source>
        <translation>die Zahlen des Diagramms als Tabelle, und zurück</translation>
    </message>
    <message>
        <source>Arrow keys on a chart</source>
        <translation>Pfeiltasten auf einem Diagramm</translation>
    </message>
    <message>
        <source>walk along its points</source>
        <translation>gehen an seinen Punkten entlang</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>export the figure</source>
        <translation>die Abbildung exportieren</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>save a copy of the study</source>
        <translation>eine Kopie der Studie speichern</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Hilfe: %1</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>The whole guide, in English, at the section of this page.</source>
        <translation>Das ganze Handbuch, auf Englisch, beim Abschnitt dieser Seite.</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::Language</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::MainWindow</name>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Studie</translation>
    </message>
    <message>
        <source>&amp;New study…</source>
        <translation>&amp;Neue Studie …</translation>
    </message>
    <message>
        <source>&amp;Open study…</source>
        <translation>Studie ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Try it with the sample</source>
        <translation>&amp;Mit dem Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>See a &amp;finished example</source>
        <translation>Fer&amp;tiges Beispiel ansehen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>&amp;Abbildung</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Chart as &amp;table</source>
        <translation>Diagramm als &amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>Run &amp;queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>Main &amp;button of the page</source>
        <translation>&amp;Hauptknopf der Seite</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Rekindle</source>
        <translation>Ü&amp;ber Rekindle</translation>
    </message>
    <message>
        <source>Study state</source>
        <translation>Stand der Studie</translation>
    </message>
    <message>
        <source>Device in use</source>
        <translation>Benutztes Gerät</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>There is no chart on this page to export.</source>
        <translation>Auf dieser Seite gibt es kein Diagramm zum Exportieren.</translation>
    </message>
    <message>
        <source>Written: %1, and its numbers as CSV beside it.</source>
        <translation>Geschrieben: %1, daneben die Zahlen als CSV.</translation>
    </message>
    <message>
        <source>About Rekindle</source>
        <translation>Über Rekindle</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Rekindle %1&lt;/h3&gt;&lt;p&gt;Two-step self-supervised pretraining for small image collections, after Ciga, Xu and Martel.&lt;/p&gt;&lt;p&gt;For research, not for diagnosis.&lt;/p&gt;&lt;p&gt;Charts are drawn with QCustomPlot; the window is built on Qt.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Rekindle %1&lt;/h3&gt;&lt;p&gt;Zweistufiges selbstüberwachtes Vortraining für kleine Bildsammlungen, nach Ciga, Xu und Martel.&lt;/p&gt;&lt;p&gt;Für die Forschung, nicht für die Diagnose.&lt;/p&gt;&lt;p&gt;Diagramme zeichnet QCustomPlot; das Fenster beruht auf Qt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source> – finished example, shipped results</source>
        <translation> – fertiges Beispiel, mitgelieferte Ergebnisse</translation>
    </message>
    <message>
        <source> – read-only</source>
        <translation> – schreibgeschützt</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Keine Studie ist geöffnet</translation>
    </message>
    <message>
        <source>%1 · for looking only</source>
        <translation>%1 · nur zum Ansehen</translation>
    </message>
    <message>
        <source>%1 · saved</source>
        <translation>%1 · gesichert</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>Runs go on</source>
        <translation>Läufe gehen weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study are being worked off.</source>
        <translation>
            <numerusform>%n Lauf dieser Studie wird gerade abgearbeitet.</numerusform>
            <numerusform>%n Läufe dieser Studie werden gerade abgearbeitet.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window; it shows them again when this study is opened.</source>
        <translation>Sie können ohne das Fenster weiterlaufen; es zeigt sie wieder, sobald diese Studie geöffnet wird.</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Hierbleiben</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Eine &amp;Kopie speichern …</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>B&amp;efehl suchen …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>Han&amp;dbuch</translation>
    </message>
    <message>
        <source>a worker is starting</source>
        <translation>ein Arbeitsvorgang startet</translation>
    </message>
    <message>
        <source>training on: %1</source>
        <translation>trainiert auf: %1</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::StudyController</name>
    <message>
        <source>Open study: choose the folder that holds study.json</source>
        <translation>Studie öffnen: Wählen Sie den Ordner, in dem study.json liegt</translation>
    </message>
    <message>
        <source>What was started in the study %1 is done and stands there.</source>
        <translation>Was in der Studie %1 begonnen wurde, ist fertig und liegt dort.</translation>
    </message>
    <message>
        <source>What was started in the study %1 has failed. %2</source>
        <translation>Was in der Studie %1 begonnen wurde, ist fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>-copy</source>
        <translation>-kopie</translation>
    </message>
    <message>
        <source>Save a copy of this study as a new folder</source>
        <translation>Eine Kopie dieser Studie als neuen Ordner speichern</translation>
    </message>
    <message>
        <source>A copy of this study stands at %1.</source>
        <translation>Eine Kopie dieser Studie liegt unter %1.</translation>
    </message>
</context>
<context>
    <name>rekindle::models::ImageModel</name>
    <message>
        <source>%1, %2 × %3 px</source>
        <translation>%1, %2 × %3 px</translation>
    </message>
</context>
<context>
    <name>rekindle::models::LayerModel</name>
    <message numerus="yes">
        <source>%n dead filter(s)</source>
        <translation>
            <numerusform>%n toter Filter</numerusform>
            <numerusform>%n tote Filter</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Above 1</source>
        <translation>Über 1</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>Normen</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>norms from %1 to %2, median %3</source>
        <translation>Normen von %1 bis %2, Median %3</translation>
    </message>
</context>
<context>
    <name>rekindle::models::LayerTable</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Median norm</source>
        <translation>Median der Normen</translation>
    </message>
    <message>
        <source>Above 1</source>
        <translation>Über 1</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>γ</source>
        <translation>γ</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>Varianz</translation>
    </message>
</context>
<context>
    <name>rekindle::models::RunModel</name>
    <message numerus="yes">
        <source>%1 · %n warning(s)</source>
        <translation>
            <numerusform>%1 · %n Warnung</numerusform>
            <numerusform>%1 · %n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::BandsDialog</name>
    <message>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message numerus="yes">
        <source>These images have %n band(s). A network sees three of them, as colours, or one.</source>
        <translation>
            <numerusform>Diese Bilder haben %n Kanal. Ein Netz sieht ihn in Grau.</numerusform>
            <numerusform>Diese Bilder haben %n Kanäle. Ein Netz sieht drei davon als Farben, oder einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of Sentinel-2, the bands 4, 3 and 2 are what an eye would see; with 8, 4 and 3 plants are red.</source>
        <translation>Bei Sentinel-2 zeigen die Kanäle 4, 3 und 2, was ein Auge sähe; mit 8, 4 und 3 sind Pflanzen rot.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the bands of now and keep them. Only later runs and scores have others.</source>
        <translation>
            <numerusform>%n Lauf dieser Studie wurde mit den jetzigen Kanälen geplant und behält sie. Nur spätere Läufe und Bewertungen haben andere.</numerusform>
            <numerusform>%n Läufe dieser Studie wurden mit den jetzigen Kanälen geplant und behalten sie. Nur spätere Läufe und Bewertungen haben andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first three</source>
        <translation>Die ersten drei</translation>
    </message>
    <message>
        <source>Three, as colours</source>
        <translation>Drei, als Farben</translation>
    </message>
    <message>
        <source>One, in grey</source>
        <translation>Einer, in Grau</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Bands are counted from 1, as in the files.</source>
        <translation>Kanäle werden ab 1 gezählt, wie in den Dateien.</translation>
    </message>
    <message>
        <source>&amp;Red</source>
        <translation>&amp;Rot</translation>
    </message>
    <message>
        <source>The band that is shown as red</source>
        <translation>Der Kanal, der als Rot gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>&amp;Grün</translation>
    </message>
    <message>
        <source>The band that is shown as green</source>
        <translation>Der Kanal, der als Grün gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>&amp;Blau</translation>
    </message>
    <message>
        <source>The band that is shown as blue</source>
        <translation>Der Kanal, der als Blau gezeigt wird</translation>
    </message>
    <message>
        <source>B&amp;and</source>
        <translation>&amp;Kanal</translation>
    </message>
    <message>
        <source>The band that is shown in grey</source>
        <translation>Der Kanal, der in Grau gezeigt wird</translation>
    </message>
    <message>
        <source>The first three bands are shown as red, green and blue.</source>
        <translation>Die ersten drei Kanäle werden als Rot, Grün und Blau gezeigt.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::BrightnessDialog</name>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the brightness of now and keep it. Only later runs and scores have another.</source>
        <translation>
            <numerusform>%n Lauf dieser Studie wurde mit der jetzigen Helligkeit geplant und behält sie. Nur spätere Läufe und Bewertungen haben eine andere.</numerusform>
            <numerusform>%n Läufe dieser Studie wurden mit der jetzigen Helligkeit geplant und behalten sie. Nur spätere Läufe und Bewertungen haben eine andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Percentiles of the set</source>
        <translation>Perzentile der Bildmenge</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Ganzer Bereich</translation>
    </message>
    <message>
        <source>&amp;Grey levels</source>
        <translation>&amp;Graustufen</translation>
    </message>
    <message>
        <source>How the values that are stored become black, grey and white. Usual is each file&apos;s own window; where it has none, what its kind of values asks for.</source>
        <translation>Wie aus den gespeicherten Werten Schwarz, Grau und Weiß werden. Üblich ist das Fenster der Datei selbst; wo sie keines hat, was ihre Art von Werten verlangt.</translation>
    </message>
    <message>
        <source>&amp;Black at</source>
        <translation>&amp;Schwarz bei</translation>
    </message>
    <message>
        <source>&amp;White at</source>
        <translation>&amp;Weiß bei</translation>
    </message>
    <message>
        <source>Black be&amp;low</source>
        <translation>Schwarz &amp;unter</translation>
    </message>
    <message>
        <source>Percent of the set&apos;s values</source>
        <translation>Prozent der Werte der Bildmenge</translation>
    </message>
    <message>
        <source>White abo&amp;ve</source>
        <translation>Weiß ü&amp;ber</translation>
    </message>
    <message>
        <source>Each file&apos;s own window; where it has none, all but a few values of the set.</source>
        <translation>Das Fenster der Datei selbst; wo sie keines hat, alle Werte der Bildmenge bis auf wenige.</translation>
    </message>
    <message>
        <source>Window: centre %1, width %2.</source>
        <translation>Fenster: Mitte %1, Breite %2.</translation>
    </message>
    <message>
        <source>White must lie above black.</source>
        <translation>Weiß muss über Schwarz liegen.</translation>
    </message>
    <message>
        <source>About from %1 to %2; all pictures are looked at when it is applied.</source>
        <translation>Etwa von %1 bis %2; beim Übernehmen werden alle Bilder angesehen.</translation>
    </message>
    <message>
        <source>The second percentage must be above the first.</source>
        <translation>Der zweite Prozentwert muss über dem ersten liegen.</translation>
    </message>
    <message>
        <source>Nothing is cut off; pictures that use few of the values are dark.</source>
        <translation>Nichts wird abgeschnitten; Bilder, die wenige der Werte nutzen, sind dunkel.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ComparePage</name>
    <message>
        <source>%1 against %2 · %3, %4 % of the labels</source>
        <translation>%1 gegen %2 · %3, %4 % der Labels</translation>
    </message>
    <message>
        <source>%1 pairs from different seeds · %2, %3 % of the labels</source>
        <translation>%1 Paare mit verschiedenen Startwerten · %2, %3 % der Labels</translation>
    </message>
    <message>
        <source>The answer, and how sure it is.</source>
        <translation>Die Antwort und wie sicher sie ist.</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Abbildung exportieren …</translation>
    </message>
    <message>
        <source>Go to Score</source>
        <translation>Zu Bewerten</translation>
    </message>
    <message>
        <source>See a finished example</source>
        <translation>Fertiges Beispiel ansehen</translation>
    </message>
    <message>
        <source>Finished example – shipped results, computed with this program on the sample images.</source>
        <translation>Fertiges Beispiel – mitgelieferte Ergebnisse, mit diesem Programm an den Beispielbildern berechnet.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Durchgang</translation>
    </message>
    <message>
        <source>P1X (%)</source>
        <translation>P1X (%)</translation>
    </message>
    <message>
        <source>P2X (%)</source>
        <translation>P2X (%)</translation>
    </message>
    <message>
        <source>Difference (points)</source>
        <translation>Unterschied (Punkte)</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Setting (P1X, P2X)</source>
        <translation>Einstellung (P1X, P2X)</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Score both runs of a pair on the same test images.</source>
        <translation>Noch nichts zu vergleichen. Bewerten Sie beide Läufe eines Paars an denselben Testbildern.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, or look at the finished example.</source>
        <translation>Keine Studie ist geöffnet. Legen Sie auf der Seite Studie eine an, öffnen Sie eine, oder sehen Sie sich das fertige Beispiel an.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>none: a matched pair, equal but for the starting weights</source>
        <translation>keine: ein passendes Paar, gleich bis auf die Startgewichte</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message numerus="yes">
        <source>Points are means over %n pretraining run(s), bars one standard deviation.</source>
        <translation>
            <numerusform>Die Punkte stammen aus einem einzigen Vortrainingslauf (%n).</numerusform>
            <numerusform>Die Punkte sind Mittelwerte über %n Vortrainingsläufe, die Balken eine Standardabweichung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Points are means over the repeats of the scoring, bars one standard deviation.</source>
        <translation>Die Punkte sind Mittelwerte über die Wiederholungen der Bewertung, die Balken eine Standardabweichung.</translation>
    </message>
    <message>
        <source>Below: P2X minus P1X with its 95 % interval.</source>
        <translation>Darunter: P2X minus P1X mit dem 95-%-Intervall.</translation>
    </message>
    <message>
        <source>The level line is the original weights, scored as they are.</source>
        <translation>Die waagerechte Linie zeigt die ursprünglichen Gewichte, unverändert bewertet.</translation>
    </message>
    <message>
        <source>Copy caption</source>
        <translation>Legende kopieren</translation>
    </message>
    <message>
        <source>The figure&apos;s caption for a paper, with method and numbers</source>
        <translation>Die Legende der Abbildung für einen Artikel, mit Verfahren und Zahlen</translation>
    </message>
    <message>
        <source>Numbers by measure and pass</source>
        <translation>Zahlen nach Maß und Durchgang</translation>
    </message>
    <message>
        <source>The caption is on the clipboard.</source>
        <translation>Die Legende ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Each point is a single score, so no spread is drawn.</source>
        <translation>Jeder Punkt ist eine einzelne Bewertung, daher ist keine Streuung gezeichnet.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ExportDialog</name>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF (Vektor)</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG (Vektor)</translation>
    </message>
    <message>
        <source>PNG (300 dots an inch)</source>
        <translation>PNG (300 Punkte je Zoll)</translation>
    </message>
    <message>
        <source>Single column, 89 mm</source>
        <translation>Eine Spalte, 89 mm</translation>
    </message>
    <message>
        <source>One and a half columns, 136 mm</source>
        <translation>Anderthalb Spalten, 136 mm</translation>
    </message>
    <message>
        <source>Double column, 183 mm</source>
        <translation>Zwei Spalten, 183 mm</translation>
    </message>
    <message>
        <source>two thirds of the width</source>
        <translation>zwei Drittel der Breite</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The plotted numbers are written beside it as CSV. Files are always light, with text as text.</source>
        <translation>Die gezeichneten Zahlen werden daneben als CSV geschrieben. Dateien sind immer hell, und Text bleibt darin Text.</translation>
    </message>
    <message>
        <source>Figures (*.pdf *.svg *.png)</source>
        <translation>Abbildungen (*.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>Dateien ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>Of this export %n file(s) exist already: %1.</source>
        <translation>
            <numerusform>Von diesem Export gibt es schon %n Datei: %1.</numerusform>
            <numerusform>Von diesem Export gibt es schon %n Dateien: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Anderen Namen wählen</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::FactList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::FailureStrip</name>
    <message>
        <source>Why a run stands still</source>
        <translation>Warum ein Lauf stillsteht</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>What the worker wrote last.</source>
        <translation>Was der Arbeitsprozess zuletzt geschrieben hat.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Puts it back into the queue; it goes on from its newest save.</source>
        <translation>Stellt ihn wieder in die Warteschlange; er geht von seiner neuesten Sicherung weiter.</translation>
    </message>
    <message>
        <source>%1 needs you. %2</source>
        <translation>%1 braucht Sie. %2</translation>
    </message>
    <message>
        <source>%1 waits to be tried again. %2</source>
        <translation>%1 wartet auf einen neuen Versuch. %2</translation>
    </message>
    <message>
        <source>%1 has failed. %2</source>
        <translation>%1 ist fehlgeschlagen. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more run(s) stand still.</source>
        <translation>
            <numerusform>%n weiterer Lauf steht still.</numerusform>
            <numerusform>%n weitere Läufe stehen still.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ImageDialog</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3 bit, %4</source>
        <translation>%1 × %2 Pixel, %3 Bit, %4</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>The same bytes as %1</source>
        <translation>Dieselben Bytes wie %1</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ImagesPage</name>
    <message>
        <source>Choose a folder and see what the network will see. Nothing is copied or changed.</source>
        <translation>Wählen Sie einen Ordner und sehen Sie, was das Netz sehen wird. Nichts wird kopiert oder geändert.</translation>
    </message>
    <message>
        <source>%1: read %2 of %3</source>
        <translation>%1: %2 von %3 gelesen</translation>
    </message>
    <message>
        <source>Folder with images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Read folder</source>
        <translation>Ordner lesen</translation>
    </message>
    <message>
        <source>F5 reads the folder again.</source>
        <translation>F5 liest den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Class shown</source>
        <translation>Gezeigte Klasse</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then choose images.</source>
        <translation>Keine Studie ist geöffnet. Legen Sie auf der Seite Studie eine an oder öffnen Sie eine, dann wählen Sie Bilder.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>No images yet. Choose a folder, or drop one here. Rekindle reads PNG, JPEG, TIFF, WebP, BMP, DICOM and NIfTI files; nothing is copied or changed.</source>
        <translation>Noch keine Bilder. Wählen Sie einen Ordner oder ziehen Sie einen hierher. Rekindle liest PNG-, JPEG-, TIFF-, WebP-, BMP-, DICOM- und NIfTI-Dateien; nichts wird kopiert oder geändert.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then choose a folder of images here.</source>
        <translation>Keine Studie ist geöffnet. Legen Sie auf der Seite Studie eine an oder öffnen Sie eine, dann wählen Sie hier einen Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>All %1 images</source>
        <translation>Alle %1 Bilder</translation>
    </message>
    <message>
        <source>%1 images without labels: fit for pretraining; scoring needs labels.</source>
        <translation>%1 Bilder ohne Labels: zum Vortrainieren geeignet; Bewerten braucht Labels.</translation>
    </message>
    <message>
        <source>(no labels)</source>
        <translation>(keine Labels)</translation>
    </message>
    <message>
        <source>These images cannot be split: %1.</source>
        <translation>Diese Bilder lassen sich nicht aufteilen: %1.</translation>
    </message>
    <message>
        <source>Parts as the folders say: %1 training, %2 validation, %3 test.</source>
        <translation>Aufteilung nach den Ordnern: %1 Training, %2 Validierung, %3 Test.</translation>
    </message>
    <message>
        <source>Parts drawn here, by class and patient: %1 training, %2 validation, %3 test.</source>
        <translation>Hier gezogene Aufteilung, nach Klasse und Patient: %1 Training, %2 Validierung, %3 Test.</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>The same bytes as %1</source>
        <translation>Dieselben Bytes wie %1</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 files could not be read and are left out. Names and reasons are under Problems. Put them right and press F5, or go on without them.</source>
        <translation>%1 von %2 Dateien konnten nicht gelesen werden und bleiben weg. Namen und Gründe stehen unter Probleme. Bringen Sie sie in Ordnung und drücken Sie F5, oder machen Sie ohne sie weiter.</translation>
    </message>
    <message>
        <source>%1

The images themselves are not touched. Read their folder again, and the study has its list back: %2</source>
        <translation>%1

Die Bilder selbst sind unberührt. Lesen Sie ihren Ordner noch einmal, dann hat die Studie ihre Liste wieder: %2</translation>
    </message>
    <message>
        <source>copies in two classes</source>
        <translation>Kopien in zwei Klassen</translation>
    </message>
    <message>
        <source>copies in two parts</source>
        <translation>Kopien in zwei Teilen</translation>
    </message>
    <message>
        <source>empty, no class</source>
        <translation>leer, keine Klasse</translation>
    </message>
    <message>
        <source>Parts drawn here, by class: %1 training, %2 validation, %3 test. Patients are not known.</source>
        <translation>Hier gezogene Aufteilung, nach Klasse: %1 Training, %2 Validierung, %3 Test. Patienten sind nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source> %n patient(s).</source>
        <translation>
            <numerusform> %n Patient.</numerusform>
            <numerusform> %n Patienten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n other file(s) are no images and were passed over.</source>
        <translation>
            <numerusform> %n andere Datei ist kein Bild und wurde übergangen.</numerusform>
            <numerusform> %n andere Dateien sind keine Bilder und wurden übergangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Brightness…</source>
        <translation>Helligkeit …</translation>
    </message>
    <message>
        <source>Choose which values of these pictures are black and white.</source>
        <translation>Wählen, welche Werte dieser Bilder schwarz und weiß sind.</translation>
    </message>
    <message>
        <source>Cut into tiles…</source>
        <translation>In Kacheln schneiden …</translation>
    </message>
    <message numerus="yes">
        <source>This folder holds %n whole slide(s), which are read as tiles.</source>
        <translation>
            <numerusform>Dieser Ordner enthält %n ganzen Schnitt, der als Kacheln gelesen wird.</numerusform>
            <numerusform>Dieser Ordner enthält %n ganze Schnitte, die als Kacheln gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bands…</source>
        <translation>Kanäle …</translation>
    </message>
    <message>
        <source>Choose which bands of these pictures are shown.</source>
        <translation>Wählen, welche Kanäle dieser Bilder gezeigt werden.</translation>
    </message>
    <message>
        <source>Slices…</source>
        <translation>Schichten …</translation>
    </message>
    <message>
        <source>Choose which way these volumes are cut into slices.</source>
        <translation>Wählen, wie diese Volumen in Schichten geschnitten werden.</translation>
    </message>
    <message>
        <source>Bands… above the tiles chooses others.</source>
        <translation>„Kanäle …“ über den Kacheln wählt andere.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectChart</name>
    <message>
        <source>Layers of the network</source>
        <translation>Schichten des Netzes</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>Normen</translation>
    </message>
    <message>
        <source>How long the filters are.</source>
        <translation>Wie lang die Filter sind.</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>Batch-Norm</translation>
    </message>
    <message>
        <source>Norms and what batch norm keeps of each filter: the paper&apos;s Figure 1.</source>
        <translation>Die Normen und was die Batch-Norm zu jedem Filter speichert: Abbildung 1 des Artikels.</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>A row a layer: where its norms lie.</source>
        <translation>Eine Zeile je Schicht: wo ihre Normen liegen.</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Tote Filter</translation>
    </message>
    <message>
        <source>A strip a layer, its filters from short to long.</source>
        <translation>Ein Streifen je Schicht, ihre Filter von kurz nach lang.</translation>
    </message>
    <message>
        <source>First filters</source>
        <translation>Erste Filter</translation>
    </message>
    <message>
        <source>The first layer&apos;s filters as pictures.</source>
        <translation>Die Filter der ersten Schicht als Bilder.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>All layers as numbers, sortable.</source>
        <translation>Alle Schichten als Zahlen, sortierbar.</translation>
    </message>
    <message>
        <source>Reading the weights…</source>
        <translation>Gewichte werden gelesen …</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectPage</name>
    <message>
        <source>Norms of the filters, layer by layer: what is too big, what is dead.</source>
        <translation>Normen der Filter, Schicht für Schicht: was zu groß ist, was tot ist.</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Abbildung exportieren …</translation>
    </message>
    <message>
        <source>Choose weights on the page Starting weights; nothing is computed until then.</source>
        <translation>Wählen Sie Gewichte auf der Seite Startgewichte; bis dahin wird nichts berechnet.</translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation>Zu Startgewichten</translation>
    </message>
    <message>
        <source>Go to Repair</source>
        <translation>Zu Reparieren</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>%1 is a %2 and %3 a %4: layers of different networks cannot be laid over each other, so only the first is shown.</source>
        <translation>%1 ist ein %2 und %3 ein %4: Schichten verschiedener Netze lassen sich nicht übereinanderlegen, daher wird nur das erste gezeigt.</translation>
    </message>
    <message>
        <source>All layers of %1</source>
        <translation>Alle Schichten von %1</translation>
    </message>
    <message>
        <source>network of %1 convolutions</source>
        <translation>Netz mit %1 Faltungen</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectStyle</name>
    <message>
        <source>Arrangement</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>How several weights stand beside each other.</source>
        <translation>Wie mehrere Gewichte zueinander stehen.</translation>
    </message>
    <message>
        <source>Laid over</source>
        <translation>Übereinander</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Höhen</translation>
    </message>
    <message>
        <source>What the height of a step stands for.</source>
        <translation>Wofür die Höhe einer Stufe steht.</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Densities</source>
        <translation>Dichten</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Norms on a logarithmic axis: shows the smallest ones.</source>
        <translation>Normen auf logarithmischer Achse: zeigt die kleinsten.</translation>
    </message>
    <message>
        <source>Log heights</source>
        <translation>Höhen log.</translation>
    </message>
    <message>
        <source>Heights on a logarithmic axis: shows single filters.</source>
        <translation>Höhen auf logarithmischer Achse: zeigt einzelne Filter.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectText</name>
    <message>
        <source>No filter is below %1; there is nothing dead here.</source>
        <translation>Kein Filter liegt unter %1; hier ist nichts tot.</translation>
    </message>
    <message>
        <source>filter %1 (%2)</source>
        <translation>Filter %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n dead filter(s), norm in brackets: %1</source>
        <translation>
            <numerusform>%n toter Filter, Norm in Klammern: %1</numerusform>
            <numerusform>%n tote Filter, Norm in Klammern: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>For comparison, above 1: %1 at a random start of this network; in the paper&apos;s ResNet-50 %2 supervised, %3 SimCLR and SwAV, %4 BYOL.</source>
        <translation>Zum Vergleich, über 1: %1 bei einem zufälligen Start dieses Netzes; beim ResNet-50 der Arbeit %2 überwacht, %3 SimCLR und SwAV, %4 BYOL.</translation>
    </message>
    <message>
        <source>%1 filters; norm of the whole layer %2. %3</source>
        <translation>%1 Filter; Norm der ganzen Schicht %2. %3</translation>
    </message>
    <message>
        <source>%1 filters; %2 above %3, %4 dead (below %5).</source>
        <translation>%1 Filter; %2 über %3, %4 tot (unter %5).</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LayerTree</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>[ and ] go to the previous and next layer.</source>
        <translation>[ und ] gehen zur vorigen und nächsten Schicht.</translation>
    </message>
    <message>
        <source>A click on a column&apos;s heading sorts by it, too.</source>
        <translation>Ein Klick auf eine Spaltenüberschrift sortiert ebenfalls danach.</translation>
    </message>
    <message>
        <source>Order in the network</source>
        <translation>Reihenfolge im Netz</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Tote Filter</translation>
    </message>
    <message>
        <source>Filters above 1</source>
        <translation>Filter über 1</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Median norm</source>
        <translation>Median der Normen</translation>
    </message>
    <message>
        <source>A filter with a smaller norm counts as dead. The line in the chart can be dragged, too.</source>
        <translation>Ein Filter mit kleinerer Norm gilt als tot. Die Linie im Diagramm lässt sich auch ziehen.</translation>
    </message>
    <message>
        <source>Sor&amp;t by</source>
        <translation>Sor&amp;tieren nach</translation>
    </message>
    <message>
        <source>Dead &amp;below</source>
        <translation>Tot &amp;unter</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LevelHistogram</name>
    <message>
        <source>Values of the picture</source>
        <translation>Werte des Bildes</translation>
    </message>
    <message>
        <source>Drag the edges: what lies left of the first is black, right of the second white. Arrow keys move the black one, with Shift the white one, with Ctrl in large steps.</source>
        <translation>Ziehen Sie die Kanten: Was links der ersten liegt, ist schwarz, rechts der zweiten weiß. Pfeiltasten bewegen die schwarze, mit Umschalt die weiße, mit Strg in großen Schritten.</translation>
    </message>
    <message>
        <source>Black at %1, white at %2</source>
        <translation>Schwarz bei %1, Weiß bei %2</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LiveChart</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Spread of the features</source>
        <translation>Streuung der Merkmale</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>Effektiver Rang</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Uniformity</source>
        <translation>Gleichverteilung</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Nächste Nachbarn</translation>
    </message>
    <message>
        <source>The curves of both runs are drawn here while they run.</source>
        <translation>Hier werden die Kurven beider Läufe gezeichnet, während sie laufen.</translation>
    </message>
    <message>
        <source>Curve shown</source>
        <translation>Gezeigte Kurve</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>The curve is the median of so many points; each value stays as a thin line or a band.</source>
        <translation>Die Kurve ist der Median so vieler Punkte; jeder Wert bleibt als dünne Linie oder Band stehen.</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>Nicht geglättet</translation>
    </message>
    <message>
        <source>Median of %1</source>
        <translation>Median von %1</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>Log-Achse</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Keeps the picture as it is while the runs go on.</source>
        <translation>Lässt das Bild, wie es ist, während die Läufe weitergehen.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LogDialog</name>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::MessageStrip</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Make study</source>
        <translation>Studie anlegen</translation>
    </message>
    <message>
        <source>A study is a folder of small text files and runs. It is safe to copy or move as a whole.</source>
        <translation>Eine Studie ist ein Ordner mit kleinen Textdateien und Läufen. Als Ganzes kann man ihn gefahrlos kopieren oder verschieben.</translation>
    </message>
    <message>
        <source>My study</source>
        <translation>Meine Studie</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Leeren Ordner wählen</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PackDialog</name>
    <message>
        <source>These pictures are much larger than views of %1 pixels need, and every pass decodes them again. Smaller copies take %2 on the disk and %3 to make; a pass then reads %2 instead of %4.</source>
        <translation>Diese Bilder sind viel größer, als Ansichten von %1 Pixeln es brauchen, und jeder Durchgang entpackt sie aufs Neue. Kleinere Kopien nehmen %2 auf der Platte ein und sind in %3 gemacht; ein Durchgang liest dann %2 statt %4.</translation>
    </message>
    <message>
        <source>Pack the images first?</source>
        <translation>Die Bilder zuerst packen?</translation>
    </message>
    <message>
        <source>Views of copies are a little softer where a small crop is enlarged, so a run says what it read: compare runs of packed images with each other.</source>
        <translation>Ansichten von Kopien sind etwas weicher, wo ein kleiner Ausschnitt vergrößert wird; darum sagt ein Lauf, was er gelesen hat: Vergleichen Sie Läufe mit gepackten Bildern miteinander.</translation>
    </message>
    <message>
        <source>Packing images</source>
        <translation>Bilder werden gepackt</translation>
    </message>
    <message>
        <source>Pack, then run</source>
        <translation>Packen, dann starten</translation>
    </message>
    <message>
        <source>Run without</source>
        <translation>Ohne Packen starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>Wird gepackt …</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::Page</name>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>%1

Read the folder again on the page Images; the images themselves are not touched.</source>
        <translation>%1

Lesen Sie den Ordner auf der Seite Bilder noch einmal; die Bilder selbst sind unberührt.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PictureLabel</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PretrainForm</name>
    <message>
        <source>Score both when done</source>
        <translation>Danach beide bewerten</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>P2X &amp;starts from</source>
        <translation>P2X &amp;beginnt mit</translation>
    </message>
    <message>
        <source>P1X starts from random weights, P2X from these. Everything else is equal.</source>
        <translation>P1X beginnt mit zufälligen Gewichten, P2X mit diesen. Alles andere ist gleich.</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>One pass is every image once.</source>
        <translation>Ein Durchgang ist jedes Bild einmal.</translation>
    </message>
    <message>
        <source>Scores both runs on your labels at the passes kept, so that they can be compared.</source>
        <translation>Bewertet beide Läufe an Ihren Labels nach den behaltenen Durchgängen, damit man sie vergleichen kann.</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Verfahren</translation>
    </message>
    <message>
        <source>How the network learns from images without labels.</source>
        <translation>Wie das Netz aus Bildern ohne Labels lernt.</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>das Formular</translation>
    </message>
    <message>
        <source>every image once</source>
        <translation>jedes Bild einmal</translation>
    </message>
    <message>
        <source>%1. Source: %2.</source>
        <translation>%1. Quelle: %2.</translation>
    </message>
    <message>
        <source>Pairs (s&amp;eeds)</source>
        <translation>Paare (Start&amp;werte)</translation>
    </message>
    <message>
        <source>Each pair is trained from a seed of its own. Three are the least that show how much retraining alone would change; with one, that is not covered.</source>
        <translation>Jedes Paar wird mit einem eigenen Startwert trainiert. Drei sind die kleinste Zahl, an der sich zeigt, wie viel ein neues Training allein ändern würde; mit einem Paar ist das nicht erfasst.</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>Only SwAV and BYOL have heads that a checkpoint carries.</source>
        <translation>Nur SwAV und BYOL haben Köpfe, die ein Checkpoint mitbringt.</translation>
    </message>
    <message numerus="yes">
        <source>The run ends after %n pass(es), so nothing can be kept at %1.</source>
        <translation>
            <numerusform>Der Lauf endet nach %n Durchgang, bei %1 kann also nichts aufgehoben werden.</numerusform>
            <numerusform>Der Lauf endet nach %n Durchgängen, bei %1 kann also nichts aufgehoben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>There are %1 but a batch of %2: not one batch can be filled.</source>
        <translation>Es sind %1, aber ein Batch hat %2: Kein einziger lässt sich füllen.</translation>
    </message>
    <message>
        <source>1 pass = %1 = %2; %3 a run, %4: %5 in all.</source>
        <translation>1 Durchgang = %1 = %2; %3 je Lauf, %4: zusammen %5.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PretrainPage</name>
    <message>
        <source>A matched pair: P1X starts from random weights, P2X from yours; all else is equal. Runs go on when this window is closed.</source>
        <translation>Ein passendes Paar: P1X beginnt mit zufälligen Gewichten, P2X mit Ihren; alles andere ist gleich. Läufe gehen weiter, wenn dieses Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Go to Images</source>
        <translation>Zu Bildern</translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation>Zu Startgewichten</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study.</source>
        <translation>Keine Studie ist geöffnet. Legen Sie auf der Seite Studie eine an oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>A pair needs images to train on and weights for P2X to start from.</source>
        <translation>Ein Paar braucht Bilder zum Trainieren und Gewichte, mit denen P2X beginnt.</translation>
    </message>
    <message>
        <source>A pair needs images to train on.</source>
        <translation>Ein Paar braucht Bilder zum Trainieren.</translation>
    </message>
    <message>
        <source>P2X needs weights to start from.</source>
        <translation>P2X braucht Gewichte, mit denen es beginnt.</translation>
    </message>
    <message>
        <source>Scoring needs labels. These images have none, so the pair is pretrained only.</source>
        <translation>Bewerten braucht Labels. Diese Bilder haben keine, daher wird das Paar nur vortrainiert.</translation>
    </message>
    <message>
        <source>Run the pairs</source>
        <translation>Paare starten</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>zufällige Gewichte</translation>
    </message>
    <message>
        <source>%1 can be looked at, not trained: %2.</source>
        <translation>%1 kann angesehen, aber nicht trainiert werden: %2.</translation>
    </message>
    <message>
        <source>P2X needs weights of a ResNet to start from.</source>
        <translation>P2X braucht Gewichte eines ResNet als Start.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::QueuePanel</name>
    <message>
        <source>Run queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Pauses what runs and sets aside what waits: nothing starts until you press Go on.</source>
        <translation>Hält an, was läuft, und stellt zurück, was wartet: Nichts beginnt, bis Sie Weiter drücken.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Everything that is paused or waits is worked off, in its order. Failed and cancelled runs stay as they are.</source>
        <translation>Alles, was angehalten ist oder wartet, wird der Reihe nach abgearbeitet. Fehlgeschlagene und abgebrochene Läufe bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Select a run to pause, continue, finish or cancel it.</source>
        <translation>Wählen Sie einen Lauf, um ihn anzuhalten, fortzusetzen, zu beenden oder abzubrechen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected</source>
        <translation>
            <numerusform>%n Lauf gewählt</numerusform>
            <numerusform>%n Läufe gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::Rail</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <translation>Strg+%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ReadingDialog</name>
    <message>
        <source>Apply to all images</source>
        <translation>Für alle Bilder übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ReadingText</name>
    <message>
        <source>Black and white are the ends of what can be stored.</source>
        <translation>Schwarz und Weiß sind die Enden dessen, was gespeichert werden kann.</translation>
    </message>
    <message>
        <source>Black is at %1, white at %2.</source>
        <translation>Schwarz liegt bei %1, Weiß bei %2.</translation>
    </message>
    <message>
        <source>Black is below %1 % and white above %2 % of the set&apos;s values: at %3 and at %4.</source>
        <translation>Schwarz liegt unter %1 % und Weiß über %2 % der Werte der Bildmenge: bei %3 und bei %4.</translation>
    </message>
    <message>
        <source>Volumes are cut into coronal slices.</source>
        <translation>Volumen werden in coronale Schichten geschnitten.</translation>
    </message>
    <message>
        <source>Volumes are cut into sagittal slices.</source>
        <translation>Volumen werden in sagittale Schichten geschnitten.</translation>
    </message>
    <message>
        <source>Band %1 is shown in grey.</source>
        <translation>Kanal %1 wird in Grau gezeigt.</translation>
    </message>
    <message>
        <source>Bands %1, %2 and %3 are shown as red, green and blue.</source>
        <translation>Die Kanäle %1, %2 und %3 werden als Rot, Grün und Blau gezeigt.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RepairFields</name>
    <message>
        <source>Each filter</source>
        <translation>Jeder Filter</translation>
    </message>
    <message>
        <source>No scaling</source>
        <translation>Kein Skalieren</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Wie in der Arbeit</translation>
    </message>
    <message>
        <source>Exact in training too</source>
        <translation>Im Training exakt</translation>
    </message>
    <message>
        <source>γ alone</source>
        <translation>Nur γ</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Belassen</translation>
    </message>
    <message>
        <source>Absorbed, exact</source>
        <translation>Eingerechnet, exakt</translation>
    </message>
    <message>
        <source>New random filter</source>
        <translation>Neuer Zufallsfilter</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Belassen</translation>
    </message>
    <message>
        <source>&amp;Scale over</source>
        <translation>&amp;Skalieren über</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>As in the paper: weights, mean and γ by 1/√s, variance by 1/s². Exact in training too: γ stays as it is.</source>
        <translation>Wie im Artikel: Gewichte, Mittelwert und γ mal 1/√s, Varianz mal 1/s². Überall exakt: auch im Training; γ bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Small &amp;term ε</source>
        <translation>Kleiner &amp;Term ε</translation>
    </message>
    <message>
        <source>Batch norm&apos;s small safety term, which scaling makes count more or less.</source>
        <translation>Der kleine Sicherheitsterm der Batch-Norm, der durch das Skalieren mehr oder weniger zählt.</translation>
    </message>
    <message>
        <source>&amp;Dead filters</source>
        <translation>&amp;Tote Filter</translation>
    </message>
    <message>
        <source>Dead &amp;below</source>
        <translation>Tot &amp;unter</translation>
    </message>
    <message>
        <source>Norm below this line: the filter answers nearly nothing.</source>
        <translation>Norm unter dieser Grenze: Der Filter antwortet fast nicht.</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>St&amp;artwert</translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation>Ganze Schicht</translation>
    </message>
    <message>
        <source>Copy a live filter</source>
        <translation>Lebenden kopieren</translation>
    </message>
    <message>
        <source>The norm a layer or filter is divided by (its square root), where it is above 1. The paper scales whole layers.</source>
        <translation>Die Norm, durch deren Wurzel eine Schicht oder ein Filter geteilt wird, wo sie über 1 liegt. Die Arbeit skaliert ganze Schichten.</translation>
    </message>
    <message>
        <source>A live filter of the same layer, chosen by the seed, takes the dead one&apos;s place, as in the paper.</source>
        <translation>Ein lebender Filter derselben Schicht, durch den Startwert bestimmt, tritt an die Stelle des toten, wie in der Arbeit.</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>Decides which live filter takes a dead one&apos;s place, and what new ones are.</source>
        <translation>Bestimmt, welcher lebende Filter an die Stelle eines toten tritt und wie neue aussehen.</translation>
    </message>
    <message>
        <source>Hide advanced settings</source>
        <translation>Erweiterte Einstellungen ausblenden</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RepairPage</name>
    <message>
        <source>Scale what is too big, replace what is dead, and see proof of what changed. The original is never changed.</source>
        <translation>Skaliert, was zu groß ist, ersetzt, was tot ist, und belegt, was sich geändert hat. Das Original wird nie geändert.</translation>
    </message>
    <message>
        <source>Make repaired weights</source>
        <translation>Reparierte Gewichte erzeugen</translation>
    </message>
    <message>
        <source>Choose weights to repair: add a checkpoint on the page Starting weights.</source>
        <translation>Wählen Sie Gewichte zum Reparieren: Fügen Sie auf der Seite Startgewichte einen Checkpoint hinzu.</translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation>Zu Startgewichten</translation>
    </message>
    <message>
        <source>Check on my images, not on noise</source>
        <translation>An meinen Bildern prüfen, nicht an Rauschen</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Gewichte</translation>
    </message>
    <message>
        <source>Repairing and proving</source>
        <translation>Reparieren und Nachweisen</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Before and after appear here once weights are repaired.</source>
        <translation>Vorher und nachher erscheinen hier, sobald Gewichte repariert sind.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>replaced by a new random filter</source>
        <translation>durch einen neuen zufälligen Filter ersetzt</translation>
    </message>
    <message>
        <source>replaced by a copy of filter %1</source>
        <translation>durch eine Kopie von Filter %1 ersetzt</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>scaled, s = %1</source>
        <translation>skaliert, s = %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Nothing is added, and the original stays as it is.</source>
        <translation>Nichts wird hinzugefügt, und das Original bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Repair with each filter, exact</source>
        <translation>Je Filter und exakt reparieren</translation>
    </message>
    <message>
        <source>Scales each filter by its own norm and has γ absorb the small term ε: the answers stay as they are.</source>
        <translation>Skaliert jeden Filter mit seiner eigenen Norm und lässt γ den kleinen Term ε aufnehmen: Die Antworten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Add them all the same</source>
        <translation>Trotzdem hinzufügen</translation>
    </message>
    <message>
        <source>Makes the weights again and adds them with the proof as it is.</source>
        <translation>Erzeugt die Gewichte noch einmal und fügt sie mit dem Nachweis hinzu, wie er ist.</translation>
    </message>
    <message>
        <source>Repairing and proving, %1 s</source>
        <translation>Reparieren und Nachweisen, %1 s</translation>
    </message>
    <message>
        <source>Not added. %1</source>
        <translation>Nicht hinzugefügt. %1</translation>
    </message>
    <message>
        <source>Out of date: the settings on the left are others than those of the proof below. Press Make repaired weights to repair and prove with them.
%1</source>
        <translation>Veraltet: Links stehen andere Einstellungen als beim Nachweis hier unten. Drücken Sie „Reparierte Gewichte erzeugen“, um damit zu reparieren und nachzuweisen.
%1</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Hinter</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Worst channel</source>
        <translation>Schlechtester Kanal</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>Im Training</translation>
    </message>
    <message>
        <source>Replaced, cosine</source>
        <translation>Ersetzt, Kosinus</translation>
    </message>
    <message>
        <source>Proof by stage</source>
        <translation>Beweis je Stufe</translation>
    </message>
    <message>
        <source>How much scaling alone changes what the network answers behind each part of it, over the largest answer there; and how alike answers are before and after filters were replaced (1 = the same).</source>
        <translation>Wie sehr Skalieren allein die Antworten des Netzes hinter jedem seiner Teile ändert, bezogen auf die größte Antwort dort; und wie ähnlich die Antworten vor und nach dem Ersetzen von Filtern sind (1 = gleich).</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Saves the full state and stops; can continue on this or another device.</source>
        <translation>Sichert den ganzen Zustand und hält an; kann auf diesem oder einem anderen Gerät weitergehen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from the newest save, with the same numbers as without the pause.</source>
        <translation>Geht von der neuesten Sicherung weiter, mit denselben Zahlen wie ohne die Pause.</translation>
    </message>
    <message>
        <source>Finish early</source>
        <translation>Früher beenden</translation>
    </message>
    <message>
        <source>Ends the schedule now and writes the final weights.</source>
        <translation>Beendet den Ablauf jetzt und schreibt die endgültigen Gewichte.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops and keeps what is there; can be continued.</source>
        <translation>Hält an und behält, was da ist; kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>What can be done with the run</source>
        <translation>Was mit dem Lauf getan werden kann</translation>
    </message>
    <message>
        <source>%1, after pass %2 of %3</source>
        <translation>%1, nach Durchgang %2 von %3</translation>
    </message>
    <message>
        <source>Finish now?
%1</source>
        <translation>Jetzt beenden?
%1</translation>
    </message>
    <message>
        <source>The schedule ends at once and the weights of now become the final ones. This cannot be undone: a finished run is not trained any further.</source>
        <translation>Der Ablauf endet sofort, und die Gewichte von jetzt werden die endgültigen. Das lässt sich nicht zurücknehmen: Ein beendeter Lauf wird nicht weiter trainiert.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Gives the pair of this run, or this score, a name of your own (F2).</source>
        <translation>Gibt dem Paar dieses Laufs oder dieser Bewertung einen eigenen Namen (F2).</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name of %1, for both of its runs. Empty: as it was called at first.</source>
        <translation>Name von %1, für beide Läufe. Leer: wie es zuerst hieß.</translation>
    </message>
    <message>
        <source>Name of %1. Empty: as it was called at first.</source>
        <translation>Name von %1. Leer: wie es zuerst hieß.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RunSummary</name>
    <message>
        <source>As it was planned: what a run was started with stays as it is.</source>
        <translation>Wie geplant: Womit ein Lauf begonnen wurde, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>New pair from these settings</source>
        <translation>Neues Paar mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>P2X starts from</source>
        <translation>P2X beginnt mit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ScoreForm</name>
    <message>
        <source>%1 % of the labels</source>
        <translation>%1 % der Labels</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>das Formular</translation>
    </message>
    <message>
        <source>With all labels this protocol leaves nothing to chance: one repeat says it all, and one is computed.</source>
        <translation>Mit allen Labels überlässt dieses Protokoll nichts dem Zufall: Eine Wiederholung sagt alles, und eine wird berechnet.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ScorePage</name>
    <message>
        <source>Turn weights into numbers on your own labels.</source>
        <translation>Machen Sie aus Gewichten Zahlen, an Ihren eigenen Labels.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Go to Pretrain</source>
        <translation>Zu Vortrainieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Durchgang</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>Balanced (%)</source>
        <translation>Ausgewogen (%)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Runs to score</source>
        <translation>Zu bewertende Läufe</translation>
    </message>
    <message>
        <source>At pa&amp;sses</source>
        <translation>Nach &amp;Durchgängen</translation>
    </message>
    <message>
        <source>Passes of the pretraining to score; 0 is what the run started from.</source>
        <translation>Durchgänge des Vortrainings, die bewertet werden; 0 ist der Stand, mit dem der Lauf begann.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study.</source>
        <translation>Keine Studie ist geöffnet. Legen Sie auf der Seite Studie eine an oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>Scoring needs labels. These images have none. Put them into one folder a class, or stop at pretraining and use the weights.</source>
        <translation>Bewerten braucht Labels. Diese Bilder haben keine. Legen Sie sie nach Klassen getrennt in je einen Ordner, oder belassen Sie es beim Vortraining und benutzen Sie die Gewichte.</translation>
    </message>
    <message>
        <source>Nothing to score yet: pretrain a pair first.</source>
        <translation>Noch nichts zu bewerten: Trainieren Sie zuerst ein Paar vor.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Tick the runs to score first.</source>
        <translation>Kreuzen Sie zuerst die zu bewertenden Läufe an.</translation>
    </message>
    <message>
        <source>This takes whole numbers from 0, separated by commas; empty means every pass that was kept.</source>
        <translation>Hier stehen ganze Zahlen ab 0, durch Kommas getrennt; leer heißt jeder behaltene Durchgang.</translation>
    </message>
    <message>
        <source>all that were kept</source>
        <translation>alle behaltenen</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::SettingEditor</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Takes %1.</source>
        <translation>Zulässig: %1.</translation>
    </message>
    <message>
        <source>Takes %1, in %2.</source>
        <translation>Zulässig: %1, in %2.</translation>
    </message>
    <message>
        <source>Usually %1.</source>
        <translation>Üblich: %1.</translation>
    </message>
    <message>
        <source>This takes %1.</source>
        <translation>Zulässig: %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::SettingsForm</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>Hide advanced settings</source>
        <translation>Erweiterte Einstellungen ausblenden</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ShownPair</name>
    <message>
        <source>Pair shown</source>
        <translation>Gezeigtes Paar</translation>
    </message>
    <message>
        <source>Runs of this pair</source>
        <translation>Läufe dieses Paars</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 done; a worker is busy.</source>
        <translation>%1 von %2 fertig; es wird gearbeitet.</translation>
    </message>
    <message>
        <source>%1 of %2 done; nobody works on the rest. Press Go on in the queue.</source>
        <translation>%1 von %2 fertig; am Rest arbeitet niemand. Drücken Sie Weiter in der Warteschlange.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, %1 %</source>
        <translation>, %1 %</translation>
    </message>
    <message numerus="yes">
        <source>All done: %n run(s) and score(s).</source>
        <translation>
            <numerusform>Alles fertig: %n Lauf oder Bewertung.</numerusform>
            <numerusform>Alles fertig: %n Läufe und Bewertungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>its worker was killed before its first save; it began anew</source>
        <translation>sein Arbeitsvorgang wurde beendet, bevor etwas gesichert war; er begann von vorn</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>its worker was killed; it went on from step %1</source>
        <translation>sein Arbeitsvorgang wurde beendet; er ging ab Schritt %1 weiter</translation>
    </message>
    <message>
        <source>its worker was killed; it went on from step %1, %2 earlier</source>
        <translation>sein Arbeitsvorgang wurde beendet; er ging ab Schritt %1 weiter, %2 früher</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::SlidesDialog</name>
    <message>
        <source>Cut slides into tiles</source>
        <translation>Schnitte in Kacheln schneiden</translation>
    </message>
    <message numerus="yes">
        <source>%n whole slide(s): a network learns from tiles of them. Tiles of all slides have the same scale, hold tissue, and are told apart by their slide as images are by their patient.</source>
        <translation>
            <numerusform>%n ganzer Schnitt: Ein Netz lernt aus Kacheln davon. Kacheln aller Schnitte haben denselben Maßstab, zeigen Gewebe und werden nach ihrem Schnitt unterschieden wie Bilder nach ihrem Patienten.</numerusform>
            <numerusform>%n ganze Schnitte: Ein Netz lernt aus Kacheln davon. Kacheln aller Schnitte haben denselben Maßstab, zeigen Gewebe und werden nach ihrem Schnitt unterschieden wie Bilder nach ihrem Patienten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cutting tiles</source>
        <translation>Kacheln werden geschnitten</translation>
    </message>
    <message>
        <source>Cut, then use the tiles</source>
        <translation>Schneiden, dann die Kacheln benutzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;One pixel is</source>
        <translation>Ein &amp;Pixel ist</translation>
    </message>
    <message>
        <source>The scale of the tiles: 0.5 µm is what 20x lenses show, 0.25 µm 40x.</source>
        <translation>Der Maßstab der Kacheln: 0,5 µm zeigen 20x-Objektive, 0,25 µm 40x.</translation>
    </message>
    <message>
        <source>&amp;Side in pixels</source>
        <translation>&amp;Seite in Pixeln</translation>
    </message>
    <message>
        <source>&amp;Folder of tiles</source>
        <translation>&amp;Ordner der Kacheln</translation>
    </message>
    <message>
        <source>Is made; the slides are not changed.</source>
        <translation>Wird angelegt; die Schnitte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Cutting tiles…</source>
        <translation>Kacheln werden geschnitten …</translation>
    </message>
    <message numerus="yes">
        <source>%1 tiles of %n slide(s) were cut.</source>
        <translation>
            <numerusform>%1 Kacheln von %n Schnitt wurden geschnitten.</numerusform>
            <numerusform>%1 Kacheln von %n Schnitten wurden geschnitten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::StudyPage</name>
    <message>
        <source>What is asked, of which images, with which weights.</source>
        <translation>Was gefragt wird, zu welchen Bildern, mit welchen Gewichten.</translation>
    </message>
    <message>
        <source>For example: does pretraining on our own slides help to tell the four tissue classes apart?</source>
        <translation>Zum Beispiel: Hilft Vortraining an unseren eigenen Präparaten, die vier Gewebeklassen zu unterscheiden?</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Free text, for you and for whoever opens this study later.</source>
        <translation>Freier Text, für Sie und alle, die diese Studie später öffnen.</translation>
    </message>
    <message>
        <source>Where this study stands</source>
        <translation>Wo diese Studie steht</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Finished example – shipped results. It is for looking only; Try it with the sample, in the menu Study, runs it again on this computer.</source>
        <translation>Fertiges Beispiel – mitgelieferte Ergebnisse. Es ist nur zum Ansehen; „Mit dem Beispiel ausprobieren“ im Menü Studie rechnet es auf diesem Computer noch einmal.</translation>
    </message>
    <message>
        <source>Nothing can be written here, so this study is open for reading.</source>
        <translation>Hier kann nichts geschrieben werden, daher ist diese Studie nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>noch keine gewählt</translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation>
            <numerusform>%n Satz</numerusform>
            <numerusform>%n Sätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Pretraining runs</source>
        <translation>Vortrainingsläufe</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>Noch zu tun</translation>
    </message>
    <message>
        <source>nothing is waiting</source>
        <translation>nichts wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Another window has this study open (process %1 on %2, since %3). It is open for reading here; when the other window is closed, it can be changed here.</source>
        <translation>Ein anderes Fenster hat diese Studie geöffnet (Prozess %1 auf %2, seit %3). Hier ist sie zum Lesen offen; wird das andere Fenster geschlossen, lässt sie sich hier ändern.</translation>
    </message>
    <message>
        <source>%1 in %2, from %3</source>
        <translation>%1 in %2, aus %3</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n Klasse</numerusform>
            <numerusform>%n Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::TrialPanel</name>
    <message>
        <source>Try two steps</source>
        <translation>Zwei Schritte versuchen</translation>
    </message>
    <message>
        <source>Begins a run like this aside, does two steps, and says how long the whole will take, and what memory and disk it needs.</source>
        <translation>Beginnt nebenbei einen solchen Lauf, macht zwei Schritte und sagt, wie lange das Ganze dauern wird und welchen Speicher und Plattenplatz es braucht.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What the runs will take</source>
        <translation>Was die Läufe brauchen werden</translation>
    </message>
    <message>
        <source>Trying two steps…</source>
        <translation>Zwei Schritte werden versucht …</translation>
    </message>
    <message>
        <source>%1 s a step. One run: %2; all %3: %4. Memory %5; disk %6 a run.</source>
        <translation>%1 s je Schritt. Ein Lauf: %2; alle %3: %4. Speicher %5; Platte %6 je Lauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::VerdictPanel</name>
    <message>
        <source>Nothing that was trained was scored on both sides yet.</source>
        <translation>Noch wurde nichts Trainiertes auf beiden Seiten bewertet.</translation>
    </message>
    <message>
        <source>No difference between P1X and P2X can be shown with these data.</source>
        <translation>Mit diesen Daten lässt sich kein Unterschied zwischen P1X und P2X zeigen.</translation>
    </message>
    <message>
        <source>P2X, which starts from your weights, scored higher than P1X.</source>
        <translation>P2X, das mit Ihren Gewichten beginnt, schnitt besser ab als P1X.</translation>
    </message>
    <message>
        <source>P1X, which starts from random weights, scored higher than P2X.</source>
        <translation>P1X, das mit zufälligen Gewichten beginnt, schnitt besser ab als P2X.</translation>
    </message>
    <message numerus="yes">
        <source>± %1, %n pretraining run(s)</source>
        <translation>
            <numerusform>± %1, %n Vortrainingslauf</numerusform>
            <numerusform>± %1, %n Vortrainingsläufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>± %1, %n repeat(s)</source>
        <translation>
            <numerusform>± %1, %n Wiederholung</numerusform>
            <numerusform>± %1, %n Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>one repeat</source>
        <translation>eine Wiederholung</translation>
    </message>
    <message>
        <source>%1 ± %2 %</source>
        <translation>%1 ± %2 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Without a second stage the original weights scored %1; P2X minus that %2 points, %3 to %4.</source>
        <translation>Ohne zweite Stufe erreichten die ursprünglichen Gewichte %1; P2X minus das %2 Punkte, %3 bis %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n test patient(s)</source>
        <translation>
            <numerusform>%n Testpatienten</numerusform>
            <numerusform>%n Testpatienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test image(s)</source>
        <translation>
            <numerusform>%n Testbild</numerusform>
            <numerusform>%n Testbildern</numerusform>
        </translation>
    </message>
    <message>
        <source>one pass</source>
        <translation>einem Durchgang</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>%1 Durchgängen</translation>
    </message>
    <message>
        <source>Accuracy after %1, on %2.</source>
        <translation>Genauigkeit nach %1, an %2.</translation>
    </message>
    <message>
        <source>Balanced accuracy %1 % and %2 %, chance %3 %.</source>
        <translation>Ausgewogene Genauigkeit %1 % und %2 %, Zufall %3 %.</translation>
    </message>
    <message>
        <source>The interval counts retraining and other test images.</source>
        <translation>Das Intervall berücksichtigt auch ein neues Training und andere Testbilder.</translation>
    </message>
    <message>
        <source>One pretraining run per arm; how much retraining alone would change is not covered.</source>
        <translation>Ein Vortrainingslauf je Arm; was ein neues Training allein ändern würde, ist nicht erfasst.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>P1X</source>
        <translation>P1X</translation>
    </message>
    <message>
        <source>P2X</source>
        <translation>P2X</translation>
    </message>
    <message>
        <source>Difference, P2X − P1X</source>
        <translation>Unterschied, P2X − P1X</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>95 % interval %1 to %2, p %3</source>
        <translation>95-%-Intervall %1 bis %2, p %3</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ViewsPanel</name>
    <message>
        <source>What the network will see</source>
        <translation>Was das Netz sehen wird</translation>
    </message>
    <message>
        <source>Other views</source>
        <translation>Andere Ansichten</translation>
    </message>
    <message>
        <source>The next images and draws of the run.</source>
        <translation>Die nächsten Bilder und Ziehungen des Laufs.</translation>
    </message>
    <message>
        <source>Drawn again once the settings are right.</source>
        <translation>Wird neu gezeichnet, sobald die Einstellungen stimmen.</translation>
    </message>
    <message>
        <source>Views of your images are drawn here as the settings move.</source>
        <translation>Hier werden Ansichten Ihrer Bilder gezeichnet, während Sie die Einstellungen ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) of %1 pixels</source>
        <translation>
            <numerusform>%n Ansicht von %1 Pixeln</numerusform>
            <numerusform>%n Ansichten von %1 Pixeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Of each image the run sees %1, drawn as here, from the same seed.</source>
        <translation>Von jedem Bild sieht der Lauf %1, gezogen wie hier, mit demselben Startwert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::VolumeDialog</name>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the slices of now and keep them. Only later runs and scores have others.</source>
        <translation>
            <numerusform>%n Lauf dieser Studie wurde mit den jetzigen Schichten geplant und behält sie. Nur spätere Läufe und Bewertungen haben andere.</numerusform>
            <numerusform>%n Läufe dieser Studie wurden mit den jetzigen Schichten geplant und behalten sie. Nur spätere Läufe und Bewertungen haben andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Coronal</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>&amp;Cut</source>
        <translation>Schn&amp;itt</translation>
    </message>
    <message>
        <source>Which way the volumes are cut into pictures.</source>
        <translation>Wie die Volumen in Bilder geschnitten werden.</translation>
    </message>
    <message>
        <source>&amp;Slice</source>
        <translation>&amp;Schicht</translation>
    </message>
    <message>
        <source>Leafs through the slices of this volume.</source>
        <translation>Blättert durch die Schichten dieses Volumens.</translation>
    </message>
    <message>
        <source>This volume has %1 axial, %2 coronal and %3 sagittal slices. Each slice is an image: cut another way, the list of now %4 images is made anew, with its parts.</source>
        <translation>Dieses Volumen hat %1 axiale, %2 coronale und %3 sagittale Schichten. Jede Schicht ist ein Bild: Anders geschnitten, entsteht die Liste von jetzt %4 Bildern neu, mit ihren Teilen.</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
    <message>
        <source>From the feet to the head, seen from the feet: the patient&apos;s right is on the left, the front on top.</source>
        <translation>Von den Füßen zum Kopf, von den Füßen aus gesehen: Die rechte Seite des Patienten ist links, vorn ist oben.</translation>
    </message>
    <message>
        <source>From the back to the front, seen from the front: the patient&apos;s right is on the left, the head on top.</source>
        <translation>Von hinten nach vorn, von vorn gesehen: Die rechte Seite des Patienten ist links, der Kopf oben.</translation>
    </message>
    <message>
        <source>From the patient&apos;s left to the right, seen from the left: the front is on the left, the head on top.</source>
        <translation>Von der linken Seite des Patienten zur rechten, von links gesehen: Vorn ist links, der Kopf oben.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WarningStrip</name>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WeightsChoice</name>
    <message>
        <source>and…</source>
        <translation>und …</translation>
    </message>
    <message>
        <source>More weights to lay over</source>
        <translation>Weitere Gewichte zum Darüberlegen</translation>
    </message>
    <message>
        <source>More weights laid over each other, up to %1 in all.</source>
        <translation>Weitere Gewichte übereinander, insgesamt bis zu %1.</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;laid over by</source>
        <translation>&amp;darüber</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WeightsPage</name>
    <message>
        <source>the file does not say</source>
        <translation>nennt die Datei nicht</translation>
    </message>
    <message>
        <source>Bring in a checkpoint and see what was loaded. Opening a file never runs code from it.</source>
        <translation>Fügen Sie einen Checkpoint hinzu und sehen Sie, was geladen wurde. Beim Öffnen wird nie Code aus der Datei ausgeführt.</translation>
    </message>
    <message>
        <source>Checkpoint file: .safetensors, .pth, .pt</source>
        <translation>Checkpoint-Datei: .safetensors, .pth, .pt</translation>
    </message>
    <message>
        <source>Checkpoint file</source>
        <translation>Checkpoint-Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>Datei hinzufügen</translation>
    </message>
    <message>
        <source>Weights of this study</source>
        <translation>Gewichte dieser Studie</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Checkpoint wählen</translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors *.pth *.pt *.tar *.ckpt);;All files (*)</source>
        <translation>Checkpoints (*.safetensors *.pth *.pt *.tar *.ckpt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then add weights.</source>
        <translation>Keine Studie ist geöffnet. Legen Sie auf der Seite Studie eine an oder öffnen Sie eine, dann fügen Sie Gewichte hinzu.</translation>
    </message>
    <message>
        <source>No weights yet. Add a checkpoint file you have downloaded. Rekindle does not download anything.</source>
        <translation>Noch keine Gewichte. Fügen Sie eine Checkpoint-Datei hinzu, die Sie heruntergeladen haben. Rekindle lädt nichts herunter.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then add starting weights here.</source>
        <translation>Keine Studie ist geöffnet. Legen Sie auf der Seite Studie eine an oder öffnen Sie eine, dann fügen Sie hier Startgewichte hinzu.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>All %1 convolutions of a %2 found: %3 tensors, %4 parameters.</source>
        <translation>Alle %1 Faltungen eines %2 gefunden: %3 Tensoren, %4 Parameter.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Trained with</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Ergänzt</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht benutzt</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Repaired from</source>
        <translation>Repariert aus</translation>
    </message>
    <message>
        <source>– (as added)</source>
        <translation>– (wie hinzugefügt)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>This study knows that file already, as %1. It is chosen now.</source>
        <translation>Diese Studie kennt die Datei schon, als %1. Sie ist jetzt gewählt.</translation>
    </message>
    <message>
        <source>%1 was repaired from it</source>
        <translation>%1 wurde daraus repariert</translation>
    </message>
    <message>
        <source>the run %1 uses it</source>
        <translation>der Lauf %1 verwendet sie</translation>
    </message>
    <message>
        <source>%1 stays in the study: %2.</source>
        <translation>%1 bleibt in der Studie: %2.</translation>
    </message>
    <message>
        <source>Remove weights</source>
        <translation>Gewichte entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from this study?</source>
        <translation>%1 aus dieser Studie entfernen?</translation>
    </message>
    <message>
        <source>The file itself is not touched, and can be added again:
%1</source>
        <translation>Die Datei selbst bleibt unberührt und kann wieder hinzugefügt werden:
%1</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>can be looked at, not trained</source>
        <translation>kann angesehen, aber nicht trainiert werden</translation>
    </message>
    <message>
        <source>Can be looked at, not trained: %1. Found: %2 convolutions with their normalisation, %3 tensors, %4 parameters.</source>
        <translation>Kann angesehen, aber nicht trainiert werden: %1. Gefunden: %2 Faltungen mit ihrer Normalisierung, %3 Tensoren, %4 Parameter.</translation>
    </message>
    <message>
        <source>no ResNet</source>
        <translation>kein ResNet</translation>
    </message>
    <message>
        <source>not needed for looking</source>
        <translation>zum Ansehen nicht nötig</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <source>Padding: %1. How the network treats the borders of a picture.</source>
        <translation>Padding: %1. Wie das Netz die Ränder eines Bildes behandelt.</translation>
    </message>
    <message>
        <source>Input scaling</source>
        <translation>Skalierung der Eingabe</translation>
    </message>
    <message>
        <source>Normalisation: %1. What the network expects of pixels.</source>
        <translation>Normalisierung: %1. Was das Netz von Pixeln erwartet.</translation>
    </message>
    <message>
        <source>These weights are the same as %1, from another file. Both are in the list now; remove the one you do not need.</source>
        <translation>Diese Gewichte sind dieselben wie %1, aus einer anderen Datei. Beide stehen jetzt in der Liste; entfernen Sie die, die Sie nicht brauchen.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WelcomePanel</name>
    <message>
        <source>Does a second stage of pretraining on your own images help? Put images and starting weights in, repair the weights, pretrain a matched pair, and see the answer.</source>
        <translation>Hilft eine zweite Stufe Vortraining an Ihren eigenen Bildern? Fügen Sie Bilder und Startgewichte hinzu, reparieren Sie die Gewichte, trainieren Sie ein passendes Paar vor und sehen Sie die Antwort.</translation>
    </message>
    <message>
        <source>Try it with the sample</source>
        <translation>Mit dem Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Real photographs, small weights, a few minutes on any computer.</source>
        <translation>Echte Fotos, kleine Gewichte, wenige Minuten auf jedem Computer.</translation>
    </message>
    <message>
        <source>See a finished example</source>
        <translation>Fertiges Beispiel ansehen</translation>
    </message>
    <message>
        <source>The sample&apos;s shipped results, to look at.</source>
        <translation>Die mitgelieferten Ergebnisse des Beispiels, zum Ansehen.</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation>Neue Studie …</translation>
    </message>
    <message>
        <source>A folder for your own images, runs and results.</source>
        <translation>Ein Ordner für Ihre eigenen Bilder, Läufe und Ergebnisse.</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>Studie öffnen …</translation>
    </message>
    <message>
        <source>Go on where you, or a server, left off.</source>
        <translation>Weitermachen, wo Sie oder ein Server aufgehört haben.</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the program has no network code. For research, not for diagnosis.</source>
        <translation>Nichts verlässt diesen Computer: Das Programm enthält keinen Netzwerkcode. Für die Forschung, nicht für die Diagnose.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 laufend, %2 wartend</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>noch keine Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) and score(s), all done</source>
        <translation>
            <numerusform>%n Lauf oder Bewertung, fertig</numerusform>
            <numerusform>%n Läufe und Bewertungen, alle fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs and scores done</source>
        <translation>%1 von %2 Läufen und Bewertungen fertig</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>This computer: %1</source>
        <translation>Dieser Computer: %1</translation>
    </message>
</context>
<context>
    <name>rekindle::plots::FigureTable</name>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>rekindle::plots::FigureView</name>
    <message>
        <source>%1 — %2 %3: %4</source>
        <translation>%1 — %2 %3: %4</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 bis %2)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 — %2 %3 to %4: %5</source>
        <translation>%1 — %2 %3 bis %4: %5</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>Zahlen des Diagramms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
</TS>
