<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Core</name>
    <message>
        <source>Frobenius norm of a filter</source>
        <translation>Norme de Frobenius d’un filtre</translation>
    </message>
    <message>
        <source>Share of filters</source>
        <translation>Part des filtres</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Density by factor of ten</source>
        <translation>Densité par facteur dix</translation>
    </message>
    <message>
        <source>Filter norm</source>
        <translation>Norme d’un filtre</translation>
    </message>
    <message>
        <source>BN running mean</source>
        <translation>Moyenne glissante (BN)</translation>
    </message>
    <message>
        <source>BN running variance</source>
        <translation>Variance glissante (BN)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Filters, shortest first</source>
        <translation>Filtres, du plus court au plus long</translation>
    </message>
    <message>
        <source>Share of the layer&apos;s filters</source>
        <translation>Part des filtres de la couche</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Passe</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>Pretraining pass</source>
        <translation>Passe de pré-entraînement</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>weights kept</source>
        <translation>poids gardés</translation>
    </message>
    <message>
        <source>went on</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>%1, weights kept</source>
        <translation>%1, poids gardés</translation>
    </message>
    <message>
        <source>%1, went on</source>
        <translation>%1, reprise</translation>
    </message>
    <message>
        <source>No second stage</source>
        <translation>Sans seconde étape</translation>
    </message>
    <message>
        <source>dead below %1</source>
        <translation>mort au-dessous de %1</translation>
    </message>
    <message>
        <source>exploding above %1</source>
        <translation>trop grand au-dessus de %1</translation>
    </message>
    <message>
        <source>nothing learned %1</source>
        <translation>rien appris %1</translation>
    </message>
    <message>
        <source>chance %1 %</source>
        <translation>hasard %1 %</translation>
    </message>
    <message>
        <source>Difference: %1</source>
        <translation>Différence : %1</translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 moins %2</translation>
    </message>
    <message>
        <source>%1, difference</source>
        <translation>%1, différence</translation>
    </message>
    <message>
        <source>Pretraining loss</source>
        <translation>Perte du pré-entraînement</translation>
    </message>
    <message>
        <source>Accuracy by pretraining pass</source>
        <translation>Exactitude selon la passe de pré-entraînement</translation>
    </message>
    <message>
        <source>P1X and P2X by pretraining pass</source>
        <translation>P1X et P2X selon la passe de pré-entraînement</translation>
    </message>
    <message>
        <source>Filter norms, all layers</source>
        <translation>Normes des filtres, toutes les couches</translation>
    </message>
    <message>
        <source>Filter norms, all layers of %1</source>
        <translation>Normes des filtres, toutes les couches de %1</translation>
    </message>
    <message>
        <source>Filter norms, layer by layer</source>
        <translation>Normes des filtres, couche par couche</translation>
    </message>
    <message>
        <source>Filter norms, %1</source>
        <translation>Normes des filtres, %1</translation>
    </message>
    <message>
        <source>Weights and batch norm, %1</source>
        <translation>Poids et BatchNorm, %1</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Filtres morts</translation>
    </message>
    <message>
        <source>Dead filters, %1</source>
        <translation>Filtres morts, %1</translation>
    </message>
    <message>
        <source>First filters</source>
        <translation>Premiers filtres</translation>
    </message>
    <message>
        <source>First filters, %1</source>
        <translation>Premiers filtres, %1</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Il n’y a rien à montrer.</translation>
    </message>
    <message>
        <source>There is no loss yet.</source>
        <translation>Il n’y a pas encore de perte.</translation>
    </message>
    <message>
        <source>Nothing has been scored yet.</source>
        <translation>Rien n’a encore été évalué.</translation>
    </message>
    <message>
        <source>all convolutions</source>
        <translation>toutes les convolutions</translation>
    </message>
    <message>
        <source>all convolutions of %1</source>
        <translation>toutes les convolutions de %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>la couche %1</translation>
    </message>
    <message>
        <source>%1 filter</source>
        <translation>%1 filtre</translation>
    </message>
    <message>
        <source>%1 filters</source>
        <translation>%1 filtres</translation>
    </message>
    <message>
        <source>Filter norms of %1</source>
        <translation>Normes des filtres de %1</translation>
    </message>
    <message>
        <source>%1: %2 filters, %3 above %4, %5 dead (below %6)</source>
        <translation>%1 : %2 filtres, %3 au-dessus de %4, %5 morts (au-dessous de %6)</translation>
    </message>
    <message>
        <source>Distribution of the Frobenius norms of the filters of %1, as share of each network&apos;s filters</source>
        <translation>Distribution des normes de Frobenius des filtres de %1, en part des filtres de chaque réseau</translation>
    </message>
    <message>
        <source>Distribution of the Frobenius norms of the filters of %1, as counts</source>
        <translation>Distribution des normes de Frobenius des filtres de %1, en effectifs</translation>
    </message>
    <message>
        <source>Distribution of the Frobenius norms of the filters of %1, as density</source>
        <translation>Distribution des normes de Frobenius des filtres de %1, en densité</translation>
    </message>
    <message>
        <source>Vertical lines mark the thresholds for dead and exploding filters</source>
        <translation>Les lignes verticales marquent les seuils des filtres morts et des filtres trop grands</translation>
    </message>
    <message>
        <source>%1 has no layer %2 and is not shown</source>
        <translation>%1 n’a pas de couche %2 et n’est pas montré</translation>
    </message>
    <message>
        <source>%1 keeps no %2</source>
        <translation>Manque dans %1 : %2</translation>
    </message>
    <message>
        <source>filter norm</source>
        <translation>norme des filtres</translation>
    </message>
    <message>
        <source>batch-norm γ</source>
        <translation>γ de BatchNorm</translation>
    </message>
    <message>
        <source>batch-norm β</source>
        <translation>β de BatchNorm</translation>
    </message>
    <message>
        <source>running mean</source>
        <translation>moyenne glissante</translation>
    </message>
    <message>
        <source>running variance</source>
        <translation>variance glissante</translation>
    </message>
    <message>
        <source>β and running mean have both signs and stay on a linear axis</source>
        <translation>β et la moyenne glissante ont les deux signes et restent sur un axe linéaire</translation>
    </message>
    <message>
        <source>Distributions over the filters of %1</source>
        <translation>Distributions sur les filtres de %1</translation>
    </message>
    <message>
        <source>Median %1: %2</source>
        <translation>Médiane, %1 : %2</translation>
    </message>
    <message>
        <source>A row for each layer, norms from left to right</source>
        <translation>Une ligne par couche, normes de gauche à droite</translation>
    </message>
    <message>
        <source>%1: longest filters in %2 (median %3), shortest in %4 (median %5)</source>
        <translation>%1 : filtres les plus longs dans %2 (médiane %3), les plus courts dans %4 (médiane %5)</translation>
    </message>
    <message>
        <source>A strip for each layer, filters from short to long</source>
        <translation>Une bande par couche, filtres du plus court au plus long</translation>
    </message>
    <message>
        <source>%1 of %2 dead, below %3; %4 replaced by a repair</source>
        <translation>%1 morts sur %2, au-dessous de %3 ; %4 remplacés par une réparation</translation>
    </message>
    <message>
        <source>Red line: dead</source>
        <translation>Ligne rouge : mort</translation>
    </message>
    <message>
        <source>Half a green line: replaced</source>
        <translation>Demi-ligne verte : remplacé</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>filtre %1</translation>
    </message>
    <message>
        <source>norm %1</source>
        <translation>norme %1</translation>
    </message>
    <message>
        <source>norm %1, dead</source>
        <translation>norme %1, mort</translation>
    </message>
    <message>
        <source>filter %1: norm %2</source>
        <translation>filtre %1 : norme %2</translation>
    </message>
    <message>
        <source>filter %1: norm %2, dead</source>
        <translation>filtre %1 : norme %2, mort</translation>
    </message>
    <message>
        <source>filter %1: norm %2, replaced by a new random filter (norm before %3)</source>
        <translation>filtre %1 : norme %2, remplacé par un nouveau filtre aléatoire (norme avant : %3)</translation>
    </message>
    <message>
        <source>filter %1: norm %2, replaced by a copy of filter %3 (norm before %4)</source>
        <translation>filtre %1 : norme %2, remplacé par une copie du filtre %3 (norme avant : %4)</translation>
    </message>
    <message>
        <source>Each filter is drawn by its own largest value</source>
        <translation>Chaque filtre est dessiné selon sa propre valeur maximale</translation>
    </message>
    <message>
        <source>Red frame: dead</source>
        <translation>Cadre rouge : mort</translation>
    </message>
    <message>
        <source>%1 went from %2 to %3 after %4 passes</source>
        <translation>%1 : de %2 à %3 après %4 passes</translation>
    </message>
    <message>
        <source>%1 stands at %2, above the %3 of a network that tells no image from another</source>
        <translation>%1 se trouve à %2, au-dessus des %3 d’un réseau qui ne distingue aucune image d’une autre</translation>
    </message>
    <message>
        <source>Contrastive loss by pass over the images, step by step</source>
        <translation>Perte contrastive selon la passe sur les images, pas à pas</translation>
    </message>
    <message>
        <source>Contrastive loss by pass over the images, running median over %1 steps</source>
        <translation>Perte contrastive selon la passe sur les images, médiane glissante sur %1 pas</translation>
    </message>
    <message>
        <source>The thin line is each step, or a band from the least to the greatest loss of the steps that are drawn as one point</source>
        <translation>La ligne fine montre chaque pas, ou une bande de la plus petite à la plus grande perte des pas tracés en un seul point</translation>
    </message>
    <message>
        <source>Losses can be compared within one method, batch and temperature only, and a lower loss does not by itself mean better features</source>
        <translation>Les pertes ne se comparent qu’à méthode, lot et température égaux, et une perte plus faible ne signifie pas à elle seule de meilleures caractéristiques</translation>
    </message>
    <message>
        <source>The level line is the loss of a network that tells no image from another</source>
        <translation>La ligne horizontale est la perte d’un réseau qui ne distingue aucune image d’une autre</translation>
    </message>
    <message>
        <source>P2X scored %1 % and P1X %2 % after %3 (%4); difference %5 points, 95 % interval %6 to %7 over %8 (p %9)</source>
        <translation>P2X a obtenu %1 % et P1X %2 % après %3 (%4) ; différence %5 points, intervalle à 95 % de %6 à %7 sur %8 (p %9)</translation>
    </message>
    <message>
        <source>No difference can be shown with these data</source>
        <translation>Ces données ne permettent pas de montrer une différence</translation>
    </message>
    <message>
        <source>Balanced accuracy %1 and %2 %, chance %3 %</source>
        <translation>Exactitude équilibrée %1 et %2 %, hasard %3 %</translation>
    </message>
    <message>
        <source>Without a second stage the original weights scored %1 %; P2X minus that %2 points, %3 to %4 over %5</source>
        <translation>Sans seconde étape, les poids d’origine ont obtenu %1 % ; P2X moins cela : %2 points, %3 à %4 sur %5</translation>
    </message>
    <message>
        <source>One pretraining run per arm; how much retraining alone would change is not covered</source>
        <translation>Un pré-entraînement par bras ; ce qu’un nouvel entraînement changerait à lui seul n’est pas couvert</translation>
    </message>
    <message>
        <source>Nothing that was trained was scored on both sides yet</source>
        <translation>Rien d’entraîné n’a encore été évalué des deux côtés</translation>
    </message>
    <message>
        <source>%1 pretraining runs per arm</source>
        <translation>%1 pré-entraînements par bras</translation>
    </message>
    <message>
        <source>%1 repeats</source>
        <translation>%1 répétitions</translation>
    </message>
    <message>
        <source>one repeat each</source>
        <translation>une répétition chacun</translation>
    </message>
    <message>
        <source>%1 pass</source>
        <translation>%1 passe</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>%1 passes</translation>
    </message>
    <message>
        <source>%1 test images</source>
        <translation>%1 images de test</translation>
    </message>
    <message>
        <source>%1 test patients</source>
        <translation>%1 patients de test</translation>
    </message>
    <message>
        <source>retraining and %1</source>
        <translation>un nouvel entraînement et %1</translation>
    </message>
    <message>
        <source>One repeat each, so the spread over repeats cannot be given</source>
        <translation>Une seule répétition de chaque côté : la dispersion sur les répétitions ne peut pas être donnée</translation>
    </message>
    <message>
        <source>The two arms have different numbers of repeats</source>
        <translation>Les deux bras ont des nombres de répétitions différents</translation>
    </message>
    <message>
        <source>Both curves are at chance (%1 %, what naming the most frequent class scores): nothing was learned from these labels</source>
        <translation>Les deux courbes sont au niveau du hasard (%1 %, ce qu’on obtient en nommant la classe la plus fréquente) : rien n’a été appris de ces étiquettes</translation>
    </message>
    <message>
        <source>These runs are not a matched pair: %1. The curves may show those differences instead</source>
        <translation>Ces pré-entraînements ne forment pas une paire appariée : %1. Les courbes montrent peut-être plutôt ces différences</translation>
    </message>
    <message>
        <source>Only P1X was scored at pass %1; the pair is compared where both have a score</source>
        <translation>Seul P1X a été évalué à la passe %1 ; la paire est comparée là où les deux ont une évaluation</translation>
    </message>
    <message>
        <source>Only P2X was scored at pass %1; the pair is compared where both have a score</source>
        <translation>Seul P2X a été évalué à la passe %1 ; la paire est comparée là où les deux ont une évaluation</translation>
    </message>
    <message>
        <source>Pretraining saw the test images, without labels</source>
        <translation>Le pré-entraînement a vu les images de test, sans étiquettes</translation>
    </message>
    <message>
        <source>Test images that training or pretraining may have seen were scored all the same</source>
        <translation>Des images de test que l’entraînement ou le pré-entraînement a pu voir ont quand même été évaluées</translation>
    </message>
    <message>
        <source>%1 of %2 test images are exact copies of training images; they are left out of these scores</source>
        <translation>%1 images de test sur %2 sont des copies exactes d’images d’entraînement ; elles sont écartées de ces évaluations</translation>
    </message>
    <message>
        <source>No partner was found for this run</source>
        <translation>Aucun partenaire n’a été trouvé pour ce calcul</translation>
    </message>
    <message>
        <source>No labels: all images are taken as one set</source>
        <translation>Pas d’étiquettes : toutes les images forment un seul ensemble</translation>
    </message>
    <message>
        <source>%1 class from %2</source>
        <translation>%1 classe d’après %2</translation>
    </message>
    <message>
        <source>%1 classes from %2</source>
        <translation>%1 classes d’après %2</translation>
    </message>
    <message>
        <source>folder names</source>
        <translation>les noms des dossiers</translation>
    </message>
    <message>
        <source>folder names in %1</source>
        <translation>les noms des dossiers dans %1</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>le tableau</translation>
    </message>
    <message>
        <source>parts: %1</source>
        <translation>parties : %1</translation>
    </message>
    <message>
        <source>train</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>train, test</source>
        <translation>entraînement, test</translation>
    </message>
    <message>
        <source>train, validation</source>
        <translation>entraînement, validation</translation>
    </message>
    <message>
        <source>train, validation, test</source>
        <translation>entraînement, validation, test</translation>
    </message>
    <message>
        <source>1 image has no class</source>
        <translation>1 image n’a pas de classe</translation>
    </message>
    <message>
        <source>%1 images have no class</source>
        <translation>%1 images n’ont pas de classe</translation>
    </message>
    <message>
        <source>%1 of %2 test images are exact copies of training images: scores on them mean nothing</source>
        <translation>%1 images de test sur %2 sont des copies exactes d’images d’entraînement : les évaluer ne veut rien dire</translation>
    </message>
    <message>
        <source>%1 of %2 test images is an exact copy of training images: scores on them mean nothing</source>
        <translation>%1 image de test sur %2 est une copie exacte d’images d’entraînement : l’évaluer ne veut rien dire</translation>
    </message>
    <message>
        <source>They are left out of scoring</source>
        <translation>Elles sont écartées de l’évaluation</translation>
    </message>
    <message>
        <source>They are scored all the same, as asked</source>
        <translation>Elles sont quand même évaluées, comme demandé</translation>
    </message>
    <message>
        <source>There is 1 labelled image whose bytes stand in two classes: nobody can tell which label is right</source>
        <translation>Il y a 1 image étiquetée dont les octets figurent dans deux classes : nul ne peut dire quelle étiquette est la bonne</translation>
    </message>
    <message>
        <source>There are %1 labelled images whose bytes stand in two classes: nobody can tell which label is right</source>
        <translation>Il y a %1 images étiquetées dont les octets figurent dans deux classes : nul ne peut dire quelle étiquette est la bonne</translation>
    </message>
    <message>
        <source>%1 patient has images in both %2 and %3</source>
        <translation>%1 patient a des images dans deux parties à la fois : %2 et %3</translation>
    </message>
    <message>
        <source>%1 patients have images in both %2 and %3</source>
        <translation>%1 patients ont des images dans deux parties à la fois : %2 et %3</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>Scores would look better than they are</source>
        <translation>Les évaluations paraîtraient meilleures qu’elles ne sont</translation>
    </message>
    <message>
        <source>Split by patient, or keep this split and say so</source>
        <translation>Répartissez par patient, ou gardez cette répartition et signalez-le</translation>
    </message>
    <message>
        <source>Class %1 has no test images</source>
        <translation>La classe %1 n’a pas d’images de test</translation>
    </message>
    <message>
        <source>Its accuracy cannot be given</source>
        <translation>Son exactitude ne peut pas être donnée</translation>
    </message>
    <message>
        <source>Class %1 has no training images</source>
        <translation>La classe %1 n’a pas d’images d’entraînement</translation>
    </message>
    <message>
        <source>It cannot be learned</source>
        <translation>Elle ne peut pas être apprise</translation>
    </message>
    <message>
        <source>%1 file could not be read as an image and is left out</source>
        <translation>%1 fichier n’a pas pu être lu comme image et est laissé de côté</translation>
    </message>
    <message>
        <source>%1 files could not be read as images and are left out</source>
        <translation>%1 fichiers n’ont pas pu être lus comme images et sont laissés de côté</translation>
    </message>
    <message>
        <source>%1 files could not be read as images and are left out, more than the %2 that could</source>
        <translation>%1 fichiers n’ont pas pu être lus comme images et sont laissés de côté, plus que les %2 qui ont pu l’être</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>%1 image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>%1 row of the table fits no image of the folder</source>
        <translation>%1 ligne du tableau ne correspond à aucune image du dossier</translation>
    </message>
    <message>
        <source>%1 rows of the table fit no image of the folder</source>
        <translation>%1 lignes du tableau ne correspondent à aucune image du dossier</translation>
    </message>
    <message>
        <source>1 image has no label and is not scored</source>
        <translation>1 image n’a pas d’étiquette et n’est pas évaluée</translation>
    </message>
    <message>
        <source>%1 images have no label and are not scored</source>
        <translation>%1 images n’ont pas d’étiquette et ne sont pas évaluées</translation>
    </message>
    <message>
        <source>1 image has something odd at its end; all pixels are there</source>
        <translation>1 image a quelque chose d’anormal à la fin ; tous les pixels sont là</translation>
    </message>
    <message>
        <source>%1 images have something odd at their end; all pixels are there</source>
        <translation>%1 images ont quelque chose d’anormal à la fin ; tous les pixels sont là</translation>
    </message>
    <message>
        <source>%1 group of files has the same bytes</source>
        <translation>%1 groupe de fichiers a les mêmes octets</translation>
    </message>
    <message>
        <source>%1 groups of files have the same bytes</source>
        <translation>%1 groupes de fichiers ont les mêmes octets</translation>
    </message>
    <message>
        <source>1 folder is empty and is no class: %1</source>
        <translation>1 dossier est vide et n’est pas une classe : %1</translation>
    </message>
    <message>
        <source>%1 folders are empty and are no classes: %2</source>
        <translation>%1 dossiers sont vides et ne sont pas des classes : %2</translation>
    </message>
    <message>
        <source>An image could not be read any more, and the next one took its place (%1)</source>
        <translation>Une image n’était plus lisible, et la suivante a pris sa place (%1)</translation>
    </message>
    <message>
        <source>pretraining</source>
        <translation>pré-entraînement</translation>
    </message>
    <message>
        <source>scoring %1 of %2</source>
        <translation>évaluation %1 sur %2</translation>
    </message>
    <message>
        <source>The loss ended at %1, above the %2 of a network that tells no image from another: this run learned nothing from its images</source>
        <translation>La perte a fini à %1, au-dessus des %2 d’un réseau qui ne distingue aucune image d’une autre : ce pré-entraînement n’a rien appris de ses images</translation>
    </message>
    <message>
        <source>The warm-up of %1 passes is as long as the run of %2: the learning rate never comes down, or never reaches its peak</source>
        <translation>L’échauffement de %1 passes est aussi long que l’entraînement de %2 : le taux d’apprentissage ne redescend jamais, ou n’atteint jamais son maximum</translation>
    </message>
    <message>
        <source>The run ends after %1 passes, so no weights are kept at %2</source>
        <translation>L’entraînement finit après %1 passes ; aucun poids n’est donc gardé à %2</translation>
    </message>
    <message>
        <source>A pass of %1 images holds not one batch of %2</source>
        <translation>Une passe de %1 images ne remplit pas un seul lot de %2</translation>
    </message>
    <message>
        <source>%1 steps are few for the settings of ImageNet (temperature 0.1, full colour changes): the preset for small sets and few steps learns more from them</source>
        <translation>%1 pas, c’est peu pour les réglages d’ImageNet (température 0,1, changements de couleur complets) : le préréglage « Peu d’images, peu de pas » en tire davantage</translation>
    </message>
    <message>
        <source>A save of the run was damaged and is set aside; an earlier one is continued</source>
        <translation>Une sauvegarde du calcul était endommagée et est mise de côté ; le calcul reprend à une sauvegarde antérieure</translation>
    </message>
    <message>
        <source>A score&apos;s table cannot be read any more and is made again (%1)</source>
        <translation>Le tableau d’une évaluation n’est plus lisible et est refait (%1)</translation>
    </message>
    <message>
        <source>There are no weights of this pass to score, so it is left out</source>
        <translation>Il n’y a pas de poids de cette passe à évaluer : elle est laissée de côté</translation>
    </message>
    <message>
        <source>These images have no validation part to choose a pass by, so the last one is scored</source>
        <translation>Ces images n’ont pas de partie de validation pour choisir une passe : la dernière est évaluée</translation>
    </message>
    <message>
        <source>A run failed for something that can pass, and waits in the queue again (%1)</source>
        <translation>Un calcul a échoué pour une cause peut-être passagère et attend de nouveau dans la file d’attente (%1)</translation>
    </message>
    <message>
        <source>These weights are repaired already; this repair comes on top</source>
        <translation>Ces poids sont déjà réparés ; cette réparation s’y ajoute</translation>
    </message>
    <message>
        <source>This rule changes what the network answers in evaluation; it is meant for comparisons</source>
        <translation>Cette règle change les réponses du réseau à l’utilisation ; elle est destinée aux comparaisons</translation>
    </message>
    <message>
        <source>No filter of %1 is alive that could be copied, so new ones were drawn</source>
        <translation>Aucun filtre vivant de %1 ne pouvait être copié : de nouveaux ont été tirés</translation>
    </message>
    <message>
        <source>The only network in this file is the slow copy &apos;%1&apos; that a method keeps beside the one it trains; it was taken</source>
        <translation>Le seul réseau de ce fichier est la copie lente « %1 » qu’une méthode garde à côté du réseau qu’elle entraîne ; c’est elle qui a été prise</translation>
    </message>
    <message>
        <source>The file holds %1 networks; &apos;%2&apos; was taken</source>
        <translation>Le fichier contient %1 réseaux ; « %2 » a été pris</translation>
    </message>
    <message>
        <source>This network takes images of four channels; the fourth is filled with ones</source>
        <translation>Ce réseau attend des images à quatre canaux ; le quatrième est rempli de 1</translation>
    </message>
    <message>
        <source>These images hold %1-bit values (%2 to %3) in %4-bit files; as they stand they would be too dark, so that %5 is taken as white</source>
        <translation>Ces images contiennent des valeurs de %1 bits (%2 à %3) dans des fichiers de %4 bits ; telles quelles, elles seraient trop sombres, donc %5 est pris pour le blanc</translation>
    </message>
    <message>
        <source>%1 of %2 files of more than 8 bits hold no value above %3, others up to %4. One white serves the whole set, so that those are nearly black; put the pictures of each depth into a folder of their own</source>
        <translation>%1 fichiers de plus de 8 bits sur %2 ne contiennent aucune valeur au-dessus de %3, d’autres jusqu’à %4. Un seul blanc sert à tout le jeu, si bien que ceux-là sont presque noirs ; mettez les images de chaque profondeur dans un dossier à part</translation>
    </message>
    <message>
        <source>All images have been given out</source>
        <translation>Toutes les images ont été données</translation>
    </message>
    <message>
        <source>This tensor has another shape than the network</source>
        <translation>Ce tenseur n’a pas la forme du réseau</translation>
    </message>
    <message>
        <source>A tensor that the network needs is missing</source>
        <translation>Il manque un tenseur dont le réseau a besoin</translation>
    </message>
    <message>
        <source>A tensor of the network is missing</source>
        <translation>Il manque un tenseur du réseau</translation>
    </message>
    <message>
        <source>This layer holds values that are not numbers</source>
        <translation>Cette couche contient des valeurs qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>Use another checkpoint; this one is damaged</source>
        <translation>Prenez un autre fichier de poids ; celui-ci est endommagé</translation>
    </message>
    <message>
        <source>The running variance of this layer cannot be one</source>
        <translation>La variance courante de cette couche ne peut pas en être une</translation>
    </message>
    <message>
        <source>The threshold for dead filters must not be negative</source>
        <translation>Le seuil des filtres morts ne doit pas être négatif</translation>
    </message>
    <message>
        <source>The threshold for scaling must be above 0</source>
        <translation>Le seuil de la mise à l’échelle doit être supérieur à 0</translation>
    </message>
    <message>
        <source>There is no convolution of this name in the network</source>
        <translation>Il n’y a pas de convolution de ce nom dans le réseau</translation>
    </message>
    <message>
        <source>rekindle-cli inspect lists them</source>
        <translation>rekindle-cli inspect les énumère</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not possible here</source>
        <translation>« %1 » n’est pas possible ici</translation>
    </message>
    <message>
        <source>Use one of %1</source>
        <translation>Prenez un de %1</translation>
    </message>
    <message>
        <source>In %1 layer a running variance is so small that batch norm&apos;s epsilon counts: a channel of %2 keeps only %3 % of its answer. The exact rule (--eps exact) avoids this</source>
        <translation>Dans %1 couche, une variance courante est si petite que l’epsilon de BatchNorm compte : un canal de %2 ne garde que %3 % de sa réponse. La règle exacte (--eps exact) l’évite</translation>
    </message>
    <message>
        <source>In %1 layers a running variance is so small that batch norm&apos;s epsilon counts: a channel of %2 keeps only %3 % of its answer. The exact rule (--eps exact) avoids this</source>
        <translation>Dans %1 couches, une variance courante est si petite que l’epsilon de BatchNorm compte : un canal de %2 ne garde que %3 % de sa réponse. La règle exacte (--eps exact) l’évite</translation>
    </message>
    <message>
        <source>There is no network of this name</source>
        <translation>Il n’y a pas de réseau de ce nom</translation>
    </message>
    <message>
        <source>The file ends early: its tensor %1 is not all there</source>
        <translation>Le fichier se termine trop tôt : son tenseur %1 n’est pas entier</translation>
    </message>
    <message>
        <source>Fetch or copy the file again</source>
        <translation>Récupérez ou copiez le fichier de nouveau</translation>
    </message>
    <message>
        <source>Fetch the file again, or save the weights again</source>
        <translation>Récupérez le fichier de nouveau, ou enregistrez les poids de nouveau</translation>
    </message>
    <message>
        <source>There are %1 behind its last tensor</source>
        <translation>Il y a %1 derrière son dernier tenseur</translation>
    </message>
    <message>
        <source>Its header claims %1; the file has %2. It is damaged or not complete</source>
        <translation>Son en-tête annonce %1 ; le fichier a %2. Il est endommagé ou incomplet</translation>
    </message>
    <message>
        <source>Its header takes %1 (limit %2)</source>
        <translation>Son en-tête prend %1 (limite %2)</translation>
    </message>
    <message>
        <source>Get the weights from another source</source>
        <translation>Procurez-vous les poids à une autre source</translation>
    </message>
    <message>
        <source>Its tensor %1 is of a type that Rekindle does not use</source>
        <translation>Son tenseur %1 est d’un type que Rekindle n’utilise pas</translation>
    </message>
    <message>
        <source>Its tensor %1 holds a whole number that is too large</source>
        <translation>Son tenseur %1 contient un entier trop grand</translation>
    </message>
    <message>
        <source>This is not a whole .safetensors file</source>
        <translation>Ce n’est pas un fichier .safetensors entier</translation>
    </message>
    <message>
        <source>The data of its tensor %1 overlap another&apos;s</source>
        <translation>Les données de son tenseur %1 chevauchent celles d’un autre</translation>
    </message>
    <message>
        <source>The data of its tensor %1 leave a gap</source>
        <translation>Les données de son tenseur %1 laissent un trou</translation>
    </message>
    <message>
        <source>Its header cannot be read: %1</source>
        <translation>Son en-tête ne peut pas être lu : %1</translation>
    </message>
    <message>
        <source>it does not begin with &apos;{&apos;</source>
        <translation>il ne commence pas par « { »</translation>
    </message>
    <message>
        <source>Please report this</source>
        <translation>Veuillez le signaler</translation>
    </message>
    <message>
        <source>Its list of tensors is broken at byte %1: %2</source>
        <translation>Sa liste de tenseurs est cassée à l’octet %1 : %2</translation>
    </message>
    <message>
        <source>Fetch the file again, or save the weights again with PyTorch</source>
        <translation>Récupérez le fichier de nouveau, ou enregistrez les poids de nouveau avec PyTorch</translation>
    </message>
    <message>
        <source>Its list of tensors %1 at byte %2; real checkpoints are not like that. It was not opened</source>
        <translation>Sa liste de tenseurs %1 à l’octet %2 ; les vrais fichiers de poids ne sont pas ainsi. Il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>est trop longue</translation>
    </message>
    <message>
        <source>an instruction that PyTorch&apos;s files do not use</source>
        <translation>une instruction que les fichiers de PyTorch n’utilisent pas</translation>
    </message>
    <message>
        <source>is nested over 1,000 levels deep</source>
        <translation>est imbriquée sur plus de 1 000 niveaux</translation>
    </message>
    <message>
        <source>keeps over a million loose values</source>
        <translation>garde plus d’un million de valeurs libres</translation>
    </message>
    <message>
        <source>holds a number of more than 1,024 bytes</source>
        <translation>contient un nombre de plus de 1 024 octets</translation>
    </message>
    <message>
        <source>remembers over ten million values</source>
        <translation>retient plus de dix millions de valeurs</translation>
    </message>
    <message>
        <source>it ends early</source>
        <translation>la fin manque</translation>
    </message>
    <message>
        <source>Its list of tensors takes %1 (limit %2)</source>
        <translation>Sa liste de tenseurs prend %1 (limite %2)</translation>
    </message>
    <message>
        <source>Save the weights alone: torch.save(model.state_dict(), FILE)</source>
        <translation>Enregistrez seulement les poids : torch.save(model.state_dict(), FILE)</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; is stored in slices, which is not read</source>
        <translation>Son tenseur « %1 » est rangé en tranches, ce qui n’est pas lu</translation>
    </message>
    <message>
        <source>Save the checkpoint again without partitioned variables</source>
        <translation>Enregistrez le fichier de poids de nouveau sans variables partitionnées</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; claims more values or dimensions than any network&apos;s</source>
        <translation>Son tenseur « %1 » annonce plus de valeurs ou de dimensions qu’aucun réseau n’en a</translation>
    </message>
    <message>
        <source>Get the checkpoint from another source</source>
        <translation>Procurez-vous le fichier de poids à une autre source</translation>
    </message>
    <message>
        <source>The index of this checkpoint is damaged: %1</source>
        <translation>L’index de ce fichier de poids est endommagé : %1</translation>
    </message>
    <message>
        <source>Fetch or copy the checkpoint again</source>
        <translation>Récupérez ou copiez le fichier de poids de nouveau</translation>
    </message>
    <message>
        <source>This is a tar archive</source>
        <translation>C’est une archive tar</translation>
    </message>
    <message>
        <source>This is a model of TensorFlow Lite (.tflite), which is not read</source>
        <translation>C’est un modèle TensorFlow Lite (.tflite), qui n’est pas lu</translation>
    </message>
    <message>
        <source>This is an ONNX model, whose batch norms are often folded away already; it is not read</source>
        <translation>C’est un modèle ONNX, dont les BatchNorm sont souvent déjà intégrées ; il n’est pas lu</translation>
    </message>
    <message>
        <source>This is the graph of a TensorFlow SavedModel, which holds no weights</source>
        <translation>C’est le graphe d’un SavedModel de TensorFlow, qui ne contient pas de poids</translation>
    </message>
    <message>
        <source>This may be the graph of a TensorFlow checkpoint, which holds no weights</source>
        <translation>C’est peut-être le graphe d’un checkpoint TensorFlow, qui ne contient pas de poids</translation>
    </message>
    <message>
        <source>This is TensorFlow&apos;s note which of the checkpoints beside it is the newest</source>
        <translation>C’est la note de TensorFlow disant lequel des checkpoints voisins est le plus récent</translation>
    </message>
    <message>
        <source>This is a web page, not a checkpoint; the download brought a page instead of the file</source>
        <translation>C’est une page web, et non un fichier de poids ; le téléchargement a apporté une page au lieu du fichier</translation>
    </message>
    <message>
        <source>This is a text file, not a checkpoint</source>
        <translation>C’est un fichier texte, et non un fichier de poids</translation>
    </message>
    <message>
        <source>This is not a checkpoint in a format that can be read</source>
        <translation>Ce n’est pas un fichier de poids d’un format qui peut être lu</translation>
    </message>
    <message>
        <source>This is a Git LFS pointer, a note where the file lies, not the weights themselves</source>
        <translation>C’est un pointeur Git LFS, une note disant où est le fichier, et non les poids eux-mêmes</translation>
    </message>
    <message>
        <source>Run &apos;git lfs pull&apos; in the folder it came from, then choose the file again</source>
        <translation>Lancez « git lfs pull » dans le dossier d’où il vient, puis choisissez de nouveau le fichier</translation>
    </message>
    <message>
        <source>This file is compressed with gzip</source>
        <translation>Ce fichier est compressé avec gzip</translation>
    </message>
    <message>
        <source>This file is compressed with bzip2</source>
        <translation>Ce fichier est compressé avec bzip2</translation>
    </message>
    <message>
        <source>This file is compressed with xz</source>
        <translation>Ce fichier est compressé avec xz</translation>
    </message>
    <message>
        <source>This is a 7z archive</source>
        <translation>C’est une archive 7z</translation>
    </message>
    <message>
        <source>This is a RAR archive</source>
        <translation>C’est une archive RAR</translation>
    </message>
    <message>
        <source>Unpack it (%1), then choose what comes out</source>
        <translation>Décompressez-le (%1), puis choisissez ce qui en sort</translation>
    </message>
    <message>
        <source>Unpack it, then choose what comes out</source>
        <translation>Décompressez-la, puis choisissez ce qui en sort</translation>
    </message>
    <message>
        <source>This is an HDF5 file (perhaps of Keras), which is not read</source>
        <translation>C’est un fichier HDF5 (peut-être de Keras), qui n’est pas lu</translation>
    </message>
    <message>
        <source>Convert it to PyTorch or safetensors</source>
        <translation>Convertissez-le en PyTorch ou safetensors</translation>
    </message>
    <message>
        <source>This is a PDF document, not a checkpoint</source>
        <translation>C’est un document PDF, et non un fichier de poids</translation>
    </message>
    <message>
        <source>This is an image, not a checkpoint</source>
        <translation>C’est une image, et non un fichier de poids</translation>
    </message>
    <message>
        <source>This is a single array of numpy (.npy), not a checkpoint</source>
        <translation>C’est un seul tableau numpy (.npy), et non un fichier de poids</translation>
    </message>
    <message>
        <source>This is a language model (GGUF), not an image network</source>
        <translation>C’est un modèle de langue (GGUF), et non un réseau d’images</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; claims more values or dimensions than any network&apos;s</source>
        <translation>Son tableau « %1 » annonce plus de valeurs ou de dimensions qu’aucun réseau n’en a</translation>
    </message>
    <message>
        <source>Fetch the file again</source>
        <translation>Récupérez le fichier de nouveau</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; has more or fewer values than its shape says</source>
        <translation>Son tableau « %1 » a plus ou moins de valeurs que sa forme ne le dit</translation>
    </message>
    <message>
        <source>Its list of arrays refers to itself over and over; it was not opened</source>
        <translation>Sa liste de tableaux renvoie sans fin à elle-même ; il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>It holds over 100,000 arrays or names over 4 kB; it was not opened</source>
        <translation>Il contient plus de 100 000 tableaux ou des noms de plus de 4 ko ; il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>It holds two arrays called &apos;%1&apos;</source>
        <translation>Il contient deux tableaux nommés « %1 »</translation>
    </message>
    <message>
        <source>Its arrays claim more values than the file has room for</source>
        <translation>Ses tableaux annoncent plus de valeurs que le fichier n’en peut contenir</translation>
    </message>
    <message>
        <source>This is a Python pickle without arrays of numbers, not a checkpoint</source>
        <translation>C’est un pickle Python sans tableaux de nombres, et non un fichier de poids</translation>
    </message>
    <message>
        <source>Choose a file that torch.save wrote, or one with numpy&apos;s arrays</source>
        <translation>Choisissez un fichier écrit par torch.save, ou un avec des tableaux numpy</translation>
    </message>
    <message>
        <source>This part of a checkpoint is neither safetensors nor PyTorch&apos;s</source>
        <translation>Cette partie d’un fichier de poids n’est ni safetensors ni de PyTorch</translation>
    </message>
    <message>
        <source>Fetch all parts again</source>
        <translation>Récupérez de nouveau toutes les parties</translation>
    </message>
    <message>
        <source>The index takes %1 (limit %2)</source>
        <translation>L’index prend %1 (limite %2)</translation>
    </message>
    <message>
        <source>The index names more tensors than a network has</source>
        <translation>L’index nomme plus de tenseurs qu’un réseau n’en a</translation>
    </message>
    <message>
        <source>The index does not say where its tensors lie</source>
        <translation>L’index ne dit pas où sont ses tenseurs</translation>
    </message>
    <message>
        <source>Fetch the checkpoint again</source>
        <translation>Récupérez de nouveau le fichier de poids</translation>
    </message>
    <message>
        <source>The index names %1; its files hold %2 of them</source>
        <translation>L’index nomme %1 ; ses fichiers en contiennent %2</translation>
    </message>
    <message>
        <source>%1 tensor</source>
        <translation>%1 tenseur</translation>
    </message>
    <message>
        <source>%1 tensors</source>
        <translation>%1 tenseurs</translation>
    </message>
    <message>
        <source>Its tensors overlap each other</source>
        <translation>Ses tenseurs se chevauchent</translation>
    </message>
    <message>
        <source>This is the index of a TensorFlow checkpoint under another name</source>
        <translation>C’est l’index d’un checkpoint TensorFlow sous un autre nom</translation>
    </message>
    <message>
        <source>Give it back its name, which ends in .index, beside its .data files</source>
        <translation>Rendez-lui son nom, qui finit en .index, à côté de ses fichiers .data</translation>
    </message>
    <message>
        <source>It was written by an unknown version of PyTorch</source>
        <translation>Il a été écrit par une version inconnue de PyTorch</translation>
    </message>
    <message>
        <source>Save the weights again with PyTorch</source>
        <translation>Enregistrez les poids de nouveau avec PyTorch</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; is described in two ways</source>
        <translation>Son bloc de stockage « %1 » est décrit de deux façons</translation>
    </message>
    <message>
        <source>Its list of storages is broken</source>
        <translation>Sa liste de blocs de stockage est cassée</translation>
    </message>
    <message>
        <source>It holds a storage that no tensor uses</source>
        <translation>Il contient un bloc de stockage qu’aucun tenseur n’utilise</translation>
    </message>
    <message>
        <source>There is more behind its last storage</source>
        <translation>Il y a autre chose derrière son dernier bloc de stockage</translation>
    </message>
    <message>
        <source>The data of its tensor &apos;%1&apos; are missing</source>
        <translation>Les données de son tenseur « %1 » manquent</translation>
    </message>
    <message>
        <source>The data of its tensor &apos;%1&apos; have another size than said</source>
        <translation>Les données de son tenseur « %1 » n’ont pas la taille annoncée</translation>
    </message>
    <message>
        <source>Its list of tensors refers to itself over and over; it was not opened</source>
        <translation>Sa liste de tenseurs renvoie sans fin à elle-même ; il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>It holds over 100,000 tensors or names over 4 kB; it was not opened</source>
        <translation>Il contient plus de 100 000 tenseurs ou des noms de plus de 4 ko ; il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>It holds two tensors called &apos;%1&apos;</source>
        <translation>Il contient deux tenseurs nommés « %1 »</translation>
    </message>
    <message>
        <source>Its tensors claim %1 values; the file has %2</source>
        <translation>Ses tenseurs annoncent %1 valeurs ; le fichier en a %2</translation>
    </message>
    <message>
        <source>Its byte order is neither little nor big</source>
        <translation>Son ordre d’octets n’est ni petit ni grand</translation>
    </message>
    <message>
        <source>The archive holds several checkpoints at once</source>
        <translation>L’archive contient plusieurs fichiers de poids à la fois</translation>
    </message>
    <message>
        <source>Get the file from another source</source>
        <translation>Procurez-vous le fichier à une autre source</translation>
    </message>
    <message>
        <source>This file contains a program (TorchScript), not only weights; it was not opened</source>
        <translation>Ce fichier contient un programme (TorchScript), et pas seulement des poids ; il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>This is an archive of numpy&apos;s arrays (.npz), which is not read</source>
        <translation>C’est une archive de tableaux numpy (.npz), qui n’est pas lue</translation>
    </message>
    <message>
        <source>This is a zip archive (perhaps a document or a folder of files), not a checkpoint of PyTorch</source>
        <translation>C’est une archive zip (peut-être un document ou un dossier de fichiers), et non un fichier de poids de PyTorch</translation>
    </message>
    <message>
        <source>There is something under this name already</source>
        <translation>Il y a déjà quelque chose sous ce nom</translation>
    </message>
    <message>
        <source>Choose another name, or say that it may be replaced (--force)</source>
        <translation>Choisissez un autre nom, ou dites qu’il peut être remplacé (--force)</translation>
    </message>
    <message>
        <source>There is a folder under this name</source>
        <translation>Il y a un dossier sous ce nom</translation>
    </message>
    <message>
        <source>Choose another file name</source>
        <translation>Choisissez un autre nom de fichier</translation>
    </message>
    <message>
        <source>What stands here is no ordinary file (a device or a pipe), and nothing is put in its place</source>
        <translation>Ce qui est ici n’est pas un fichier ordinaire (un périphérique ou un tube), et rien n’est mis à sa place</translation>
    </message>
    <message>
        <source>There is a file where a folder should be</source>
        <translation>Il y a un fichier là où devrait être un dossier</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Choisissez un autre nom</translation>
    </message>
    <message>
        <source>The file differs from its checksum</source>
        <translation>Le fichier diffère de sa somme de contrôle</translation>
    </message>
    <message>
        <source>Make it again, or take it from a copy</source>
        <translation>Refaites-le, ou prenez-le dans une copie</translation>
    </message>
    <message>
        <source>This is not a file of the kind %1</source>
        <translation>Ce n’est pas un fichier du type %1</translation>
    </message>
    <message>
        <source>The file ends early, or holds more than it should</source>
        <translation>Le fichier se termine trop tôt, ou contient plus qu’il ne devrait</translation>
    </message>
    <message>
        <source>This is not an ordinary file, so it could not be locked</source>
        <translation>Ce n’est pas un fichier ordinaire, il n’a donc pas pu être verrouillé</translation>
    </message>
    <message>
        <source>Another process is working here</source>
        <translation>Un autre processus travaille ici</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it first</source>
        <translation>Attendez qu’il ait fini, ou arrêtez-le d’abord</translation>
    </message>
    <message>
        <source>The file names a part that does not lie beside it</source>
        <translation>Le fichier nomme une partie qui n’est pas à côté de lui</translation>
    </message>
    <message>
        <source>A part of &apos;%1&apos; is missing</source>
        <translation>Il manque une partie de « %1 »</translation>
    </message>
    <message>
        <source>Fetch all parts and keep them in one folder</source>
        <translation>Récupérez toutes les parties et gardez-les dans un dossier</translation>
    </message>
    <message>
        <source>This table does not fit together (%1)</source>
        <translation>Cette table n’est pas cohérente (%1)</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>This is not an ordinary file</source>
        <translation>Ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>C’est un dossier, et non un fichier</translation>
    </message>
    <message>
        <source>The file became shorter while it was read</source>
        <translation>Le fichier est devenu plus court pendant la lecture</translation>
    </message>
    <message>
        <source>%1 stands where the program keeps its own files (%2). It may lead somewhere else, and is not followed</source>
        <translation>%1 se trouve là où le programme garde ses propres fichiers (%2). Cela peut mener ailleurs, et n’est pas suivi</translation>
    </message>
    <message>
        <source>Remove it, or copy the folder without it, and try again</source>
        <translation>Supprimez-le, ou copiez le dossier sans lui, puis réessayez</translation>
    </message>
    <message>
        <source>What stands here is no ordinary file</source>
        <translation>Ce qui est ici n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>Move it away, or choose another name</source>
        <translation>Déplacez-le, ou choisissez un autre nom</translation>
    </message>
    <message>
        <source>A file of this save is missing</source>
        <translation>Il manque un fichier de cette sauvegarde</translation>
    </message>
    <message>
        <source>The file has another size than when it was saved</source>
        <translation>Le fichier n’a pas la même taille qu’à la sauvegarde</translation>
    </message>
    <message>
        <source>This save is incomplete: it has no MANIFEST.json</source>
        <translation>Cette sauvegarde est incomplète : elle n’a pas de MANIFEST.json</translation>
    </message>
    <message>
        <source>This is not the list of files of a save</source>
        <translation>Ce n’est pas la liste des fichiers d’une sauvegarde</translation>
    </message>
    <message>
        <source>This was saved by a newer Rekindle</source>
        <translation>Cela a été enregistré par un Rekindle plus récent</translation>
    </message>
    <message>
        <source>Update Rekindle to use it</source>
        <translation>Mettez Rekindle à jour pour l’utiliser</translation>
    </message>
    <message>
        <source>There is something at this place already</source>
        <translation>Il y a déjà quelque chose à cet endroit</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisissez un autre dossier</translation>
    </message>
    <message>
        <source>This table has %1; tables over %2 are not read</source>
        <translation>Cette table fait %1 ; les tables de plus de %2 ne sont pas lues</translation>
    </message>
    <message>
        <source>The table differs from its checksum</source>
        <translation>La table diffère de sa somme de contrôle</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Your share of the disk (quota) is used up</source>
        <translation>Votre part du disque (quota) est épuisée</translation>
    </message>
    <message>
        <source>The file would be larger than this disk or your limits allow</source>
        <translation>Le fichier serait plus grand que ce disque ou vos limites ne le permettent</translation>
    </message>
    <message>
        <source>Free space on the disk that holds %1, then try again</source>
        <translation>Libérez de la place sur le disque qui contient %1, puis réessayez</translation>
    </message>
    <message>
        <source>The system gives this program no more threads or memory</source>
        <translation>Le système ne donne plus de fils ni de mémoire à ce programme</translation>
    </message>
    <message>
        <source>Close other programs, then try again</source>
        <translation>Fermez d’autres programmes, puis réessayez</translation>
    </message>
    <message>
        <source>This is not valid JSON (%8)</source>
        <translation>Ce n’est pas du JSON valide (%8)</translation>
    </message>
    <message>
        <source>There is not enough memory to read this</source>
        <translation>Il n’y a pas assez de mémoire pour lire cela</translation>
    </message>
    <message>
        <source>The file could not be read (%8)</source>
        <translation>Le fichier n’a pas pu être lu (%8)</translation>
    </message>
    <message>
        <source>Check that you may read it</source>
        <translation>Vérifiez que vous pouvez le lire</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; has other axes than a ResNet&apos;s</source>
        <translation>Son tenseur « %1 » a d’autres axes que celui d’un ResNet</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; holds whole numbers or a type made for small devices (a quantised network)</source>
        <translation>Son tenseur « %1 » contient des entiers ou un type fait pour de petits appareils (un réseau quantifié)</translation>
    </message>
    <message>
        <source>Use the checkpoint from before quantisation</source>
        <translation>Prenez le fichier de poids d’avant la quantification</translation>
    </message>
    <message>
        <source>Two of its tensors are &apos;%1&apos;</source>
        <translation>Deux de ses tenseurs sont « %1 »</translation>
    </message>
    <message>
        <source>Its batch counter &apos;%1&apos; is no count</source>
        <translation>Son compteur de lots « %1 » n’est pas un compte</translation>
    </message>
    <message>
        <source>Training that left such weights has failed; use an earlier checkpoint</source>
        <translation>L’entraînement qui a laissé de tels poids a échoué ; prenez un fichier de poids antérieur</translation>
    </message>
    <message>
        <source>This ResNet is incomplete: &apos;%1&apos; is missing</source>
        <translation>Ce ResNet est incomplet : « %1 » manque</translation>
    </message>
    <message>
        <source>Use the complete checkpoint of the network</source>
        <translation>Prenez le fichier de poids complet du réseau</translation>
    </message>
    <message>
        <source>This is not a standard ResNet: &apos;%1&apos; has the shape %2 where %3 is expected</source>
        <translation>Ce n’est pas un ResNet ordinaire : « %1 » a la forme %2 là où %3 est attendu</translation>
    </message>
    <message>
        <source>Use a checkpoint of an ordinary ResNet</source>
        <translation>Prenez le fichier de poids d’un ResNet ordinaire</translation>
    </message>
    <message>
        <source>This is not an ordinary ResNet: it has a further part &apos;%1&apos;</source>
        <translation>Ce n’est pas un ResNet ordinaire : il a une partie de plus, « %1 »</translation>
    </message>
    <message>
        <source>This ResNet has group norm (or another one without running statistics) where an ordinary one has batch norm</source>
        <translation>Ce ResNet a une norme de groupe (ou une autre sans statistiques courantes) là où un ordinaire a BatchNorm</translation>
    </message>
    <message>
        <source>Use a checkpoint of a network with batch norm</source>
        <translation>Prenez le fichier de poids d’un réseau avec BatchNorm</translation>
    </message>
    <message>
        <source>The batch norms of this ResNet have been folded into its convolutions</source>
        <translation>Les BatchNorm de ce ResNet ont été intégrées à ses convolutions</translation>
    </message>
    <message>
        <source>Use the checkpoint from before that</source>
        <translation>Prenez le fichier de poids d’avant cela</translation>
    </message>
    <message>
        <source>This ResNet normalises its input by a batch norm of its own before the first convolution, which an ordinary one does not</source>
        <translation>Ce ResNet norme son entrée par une BatchNorm à lui avant la première convolution, ce qu’un ordinaire ne fait pas</translation>
    </message>
    <message>
        <source>This is a ResNet with a deep stem (several convolutions before the first stage)</source>
        <translation>C’est un ResNet à tige profonde (plusieurs convolutions avant le premier étage)</translation>
    </message>
    <message>
        <source>This ResNet has a layer with weights before its first convolution, which an ordinary one has not</source>
        <translation>Ce ResNet a une couche avec des poids avant sa première convolution, ce qu’un ordinaire n’a pas</translation>
    </message>
    <message>
        <source>The first layer of this network has the shape %1, which is not that of a ResNet</source>
        <translation>La première couche de ce réseau a la forme %1, qui n’est pas celle d’un ResNet</translation>
    </message>
    <message>
        <source>Use a checkpoint whose first convolution is 7x7 or 3x3</source>
        <translation>Prenez un fichier de poids dont la première convolution est 7x7 ou 3x3</translation>
    </message>
    <message>
        <source>This network takes images of %1 channels; Rekindle&apos;s have 1, 3 or 4</source>
        <translation>Ce réseau prend des images à %1 canaux ; celles de Rekindle en ont 1, 3 ou 4</translation>
    </message>
    <message>
        <source>Use a checkpoint trained on grey or colour images</source>
        <translation>Prenez un fichier de poids entraîné sur des images grises ou en couleur</translation>
    </message>
    <message>
        <source>This ResNet is incomplete: it has no stage %1</source>
        <translation>Ce ResNet est incomplet : il n’a pas d’étage %1</translation>
    </message>
    <message>
        <source>Use the complete checkpoint of a network with four stages</source>
        <translation>Prenez le fichier de poids complet d’un réseau à quatre étages</translation>
    </message>
    <message>
        <source>The channels of this network do not double from stage to stage as a ResNet&apos;s do</source>
        <translation>Les canaux de ce réseau ne doublent pas d’étage en étage comme ceux d’un ResNet</translation>
    </message>
    <message>
        <source>Haiku before 2021 strode basic blocks at their second convolution; the file does not say which it was, and the first is taken</source>
        <translation>Haiku avant 2021 faisait le pas des blocs simples à leur seconde convolution ; le fichier ne dit pas laquelle c’était, et la première est prise</translation>
    </message>
    <message>
        <source>The file does not say how it was pretrained; borders are padded as torchvision does and pixels scaled by ImageNet&apos;s mean and deviation</source>
        <translation>Le fichier ne dit pas comment il a été préentraîné ; les bords sont remplis comme le fait torchvision et les pixels mis à l’échelle par la moyenne et l’écart d’ImageNet</translation>
    </message>
    <message>
        <source>This is %1, not an ordinary ResNet</source>
        <translation>C’est %1, et non un ResNet ordinaire</translation>
    </message>
    <message>
        <source>This is a network for volumes or videos (3-D convolutions), not an ordinary ResNet</source>
        <translation>C’est un réseau pour des volumes ou des vidéos (convolutions 3D), et non un ResNet ordinaire</translation>
    </message>
    <message>
        <source>The file holds no tensors</source>
        <translation>Le fichier ne contient pas de tenseurs</translation>
    </message>
    <message>
        <source>Use a file with the weights of a ResNet</source>
        <translation>Prenez un fichier avec les poids d’un ResNet</translation>
    </message>
    <message>
        <source>This looks like %1, not an ordinary ResNet</source>
        <translation>Cela ressemble à %1, et non à un ResNet ordinaire</translation>
    </message>
    <message>
        <source>Its only tensor, %1, is no ResNet</source>
        <translation>Son seul tenseur, %1, n’est pas un ResNet</translation>
    </message>
    <message>
        <source>No ResNet was found among its %1 tensors (they begin with %2)</source>
        <translation>Aucun ResNet n’a été trouvé parmi ses %1 tenseurs (ils commencent par %2)</translation>
    </message>
    <message>
        <source>This is one process&apos;s share of a training with DeepSpeed&apos;s ZeRO, in which layers are joined into long rows</source>
        <translation>C’est la part d’un processus dans un entraînement avec ZeRO de DeepSpeed, où les couches sont jointes en longues rangées</translation>
    </message>
    <message>
        <source>Its layers are joined into long rows, as FSDP shares them among processes</source>
        <translation>Ses couches sont jointes en longues rangées, comme FSDP les partage entre processus</translation>
    </message>
    <message>
        <source>Its weights are kept under a parametrization of PyTorch&apos;s other than weight norm and spectral norm</source>
        <translation>Ses poids sont gardés sous une paramétrisation de PyTorch autre que la norme de poids et la norme spectrale</translation>
    </message>
    <message>
        <source>%1 of this file is quantised: whole numbers with scales, in place of weights</source>
        <translation>%1 de ce fichier est quantifié : des entiers avec des échelles à la place des poids</translation>
    </message>
    <message>
        <source>%1 of this file are quantised: whole numbers with scales, in place of weights</source>
        <translation>%1 de ce fichier sont quantifiés : des entiers avec des échelles à la place des poids</translation>
    </message>
    <message>
        <source>%1 of this file is sparse; only dense ones are read</source>
        <translation>%1 de ce fichier est creux ; seuls les denses sont lus</translation>
    </message>
    <message>
        <source>%1 of this file are sparse; only dense ones are read</source>
        <translation>%1 de ce fichier sont creux ; seuls les denses sont lus</translation>
    </message>
    <message>
        <source>%1 of this file are shared among processes, of which each saved its part</source>
        <translation>%1 de ce fichier sont partagés entre des processus dont chacun a enregistré sa part</translation>
    </message>
    <message>
        <source>%1 of this file are on PyTorch&apos;s meta device, so without values</source>
        <translation>%1 de ce fichier sont sur l’appareil « meta » de PyTorch, donc sans valeurs</translation>
    </message>
    <message>
        <source>The file is %1; files over 64 GiB are not opened</source>
        <translation>Le fichier fait %1 ; les fichiers de plus de 64 Gio ne sont pas ouverts</translation>
    </message>
    <message>
        <source>Save the weights alone</source>
        <translation>Enregistrez seulement les poids</translation>
    </message>
    <message>
        <source>This is part %1 of %2 of a checkpoint, whose index opens all of them</source>
        <translation>C’est la partie %1 sur %2 d’un fichier de poids, dont l’index les ouvre toutes</translation>
    </message>
    <message>
        <source>Choose the file beside it whose name ends in .index.json</source>
        <translation>Choisissez le fichier voisin dont le nom finit en .index.json</translation>
    </message>
    <message>
        <source>This network takes grey images; colours are weighed .299, .587 and .114 into one channel</source>
        <translation>Ce réseau prend des images grises ; les couleurs sont pondérées par 0,299, 0,587 et 0,114 en un canal</translation>
    </message>
    <message>
        <source>The shortcuts of this network have no weights; new channels are zeros, half of them before the others</source>
        <translation>Les raccourcis de ce réseau n’ont pas de poids ; les nouveaux canaux sont des zéros, la moitié avant les autres</translation>
    </message>
    <message>
        <source>%1; the network is whole without</source>
        <translation>%1 ; le réseau est entier sans cela</translation>
    </message>
    <message>
        <source>%1. It can be looked at, not trained</source>
        <translation>%1. Ils peuvent être regardés, pas entraînés</translation>
    </message>
    <message>
        <source>%1 convolution has a bias, which was taken off the running mean behind it; the network computes the same</source>
        <translation>%1 convolution a un biais, qui a été retiré de la moyenne courante derrière elle ; le réseau calcule la même chose</translation>
    </message>
    <message>
        <source>%1 convolutions have biases, which were taken off the running means behind them; the network computes the same</source>
        <translation>%1 convolutions ont des biais, qui ont été retirés des moyennes courantes derrière elles ; le réseau calcule la même chose</translation>
    </message>
    <message>
        <source>Its note &apos;%1&apos; says &apos;%2&apos;, which makes no sense</source>
        <translation>Sa note « %1 » dit « %2 », ce qui n’a pas de sens</translation>
    </message>
    <message>
        <source>Make the file again</source>
        <translation>Refaites le fichier</translation>
    </message>
    <message>
        <source>This ResNet has no pooling before its first stage, or no ReLU</source>
        <translation>Ce ResNet n’a pas de pooling avant son premier étage, ou pas de ReLU</translation>
    </message>
    <message>
        <source>This tensor has another size than the network</source>
        <translation>Ce tenseur n’a pas la taille du réseau</translation>
    </message>
    <message>
        <source>The index is compressed, which TensorFlow&apos;s checkpoints are not</source>
        <translation>L’index est compressé, ce que les checkpoints de TensorFlow ne sont pas</translation>
    </message>
    <message>
        <source>Save the checkpoint again with tf.train.Saver</source>
        <translation>Enregistrez le checkpoint de nouveau avec tf.train.Saver</translation>
    </message>
    <message>
        <source>The archive is damaged: %1</source>
        <translation>L’archive est endommagée : %1</translation>
    </message>
    <message>
        <source>The archive holds %1 entries (limit %2)</source>
        <translation>L’archive contient %1 entrées (limite %2)</translation>
    </message>
    <message>
        <source>The archive would grow from %1 to %2</source>
        <translation>L’archive passerait de %1 à %2</translation>
    </message>
    <message>
        <source>Save it again with PyTorch, which stores tensors uncompressed</source>
        <translation>Enregistrez-la de nouveau avec PyTorch, qui range les tenseurs sans les compresser</translation>
    </message>
    <message>
        <source>it ends in %1 of zeros, and its table of contents is missing</source>
        <translation>elle finit par %1 de zéros, et sa table des matières manque</translation>
    </message>
    <message>
        <source>it ends early, its table of contents is missing</source>
        <translation>elle se termine trop tôt, sa table des matières manque</translation>
    </message>
    <message>
        <source>its table of contents is broken</source>
        <translation>la table des matières est cassée</translation>
    </message>
    <message>
        <source>The entry &apos;%1&apos; differs from its checksum</source>
        <translation>L’entrée « %1 » diffère de sa somme de contrôle</translation>
    </message>
    <message>
        <source>The archive holds the entry &apos;%1&apos; twice</source>
        <translation>L’archive contient deux fois l’entrée « %1 »</translation>
    </message>
    <message>
        <source>The entry &apos;%1&apos; cannot be unpacked</source>
        <translation>L’entrée « %1 » ne peut pas être décompressée</translation>
    </message>
    <message>
        <source>A run of the queue could not be read and was passed over (%1)</source>
        <translation>Un calcul de la file n’a pas pu être lu et a été passé (%1)</translation>
    </message>
    <message>
        <source>A run failed, which could not be written down (%1)</source>
        <translation>Un calcul a échoué, ce qui n’a pas pu être noté (%1)</translation>
    </message>
    <message>
        <source>The checksums of the run&apos;s files could not be written down (%1)</source>
        <translation>Les sommes de contrôle des fichiers du calcul n’ont pas pu être notées (%1)</translation>
    </message>
    <message>
        <source>What this run is computed with could not be written down (%1)</source>
        <translation>Avec quoi ce calcul est fait n’a pas pu être noté (%1)</translation>
    </message>
    <message>
        <source>Choose another disk, or ask for a higher limit on file sizes</source>
        <translation>Choisissez un autre disque, ou demandez une limite plus haute pour la taille des fichiers</translation>
    </message>
    <message>
        <source>Change the rights of %1, or choose another folder</source>
        <translation>Changez les droits de %1, ou choisissez un autre dossier</translation>
    </message>
    <message>
        <source>Choose another folder than %1</source>
        <translation>Choisissez un autre dossier que %1</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>Il n’y a pas assez de mémoire</translation>
    </message>
    <message>
        <source>The disk is read-only</source>
        <translation>Le disque est en lecture seule</translation>
    </message>
    <message>
        <source>You have no permission</source>
        <translation>Vous n’avez pas l’autorisation</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>Ce fichier ou ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>A part of the path is not a folder</source>
        <translation>Une partie du chemin n’est pas un dossier</translation>
    </message>
    <message>
        <source>Layer %1 has %2 value that is not a number</source>
        <translation>La couche %1 a %2 valeur qui n’est pas un nombre</translation>
    </message>
    <message>
        <source>Layer %1 has %2 values that are not numbers</source>
        <translation>La couche %1 a %2 valeurs qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>Layer %1 has %2 value too large to compute with in 32 bits</source>
        <translation>La couche %1 a %2 valeur trop grande pour calculer en 32 bits</translation>
    </message>
    <message>
        <source>Layer %1 has %2 values too large to compute with in 32 bits</source>
        <translation>La couche %1 a %2 valeurs trop grandes pour calculer en 32 bits</translation>
    </message>
    <message>
        <source>Layer %1 has %2 variance below zero</source>
        <translation>La couche %1 a %2 variance au-dessous de zéro</translation>
    </message>
    <message>
        <source>Layer %1 has %2 variances below zero</source>
        <translation>La couche %1 a %2 variances au-dessous de zéro</translation>
    </message>
    <message>
        <source>The state of the run could not be written for a while, so that what was shown of it was old (%1)</source>
        <translation>L’état du calcul n’a pas pu être écrit pendant un moment : ce qui en était montré était ancien (%1)</translation>
    </message>
    <message>
        <source>Training has left the numbers: since step %1 %2</source>
        <translation>L’entraînement a quitté les nombres : depuis le pas %1 %2</translation>
    </message>
    <message>
        <source>Fine-tuning has left the numbers: since step %1 %2</source>
        <translation>L’ajustement fin a quitté les nombres : depuis le pas %1 %2</translation>
    </message>
    <message>
        <source>Its own message says why</source>
        <translation>Son propre message dit pourquoi</translation>
    </message>
    <message>
        <source>The save lacks a part of the optimiser</source>
        <translation>Il manque à la sauvegarde une partie de l’optimiseur</translation>
    </message>
    <message>
        <source>The list of files names something outside the folder</source>
        <translation>La liste des fichiers nomme quelque chose hors du dossier</translation>
    </message>
    <message>
        <source>The file names over 1,000 further parts</source>
        <translation>Le fichier nomme plus de 1 000 autres parties</translation>
    </message>
    <message>
        <source>The file is larger than anything we write there</source>
        <translation>Le fichier est plus grand que tout ce que nous y écrivons</translation>
    </message>
    <message>
        <source>Name both run folders</source>
        <translation>Nommez les deux dossiers de calcul</translation>
    </message>
    <message>
        <source>The end of the program could not be waited for</source>
        <translation>La fin du programme n’a pas pu être attendue</translation>
    </message>
    <message>
        <source>A program beside this one cannot be waited for</source>
        <translation>Un programme à côté de celui-ci ne peut pas être attendu</translation>
    </message>
    <message>
        <source>No connection to another program can be made</source>
        <translation>Aucune liaison avec un autre programme ne peut être établie</translation>
    </message>
    <message>
        <source>The answer is longer than it can be</source>
        <translation>La réponse est plus longue qu’elle ne peut l’être</translation>
    </message>
    <message>
        <source>The settings are not an object</source>
        <translation>Les réglages ne sont pas un objet</translation>
    </message>
    <message>
        <source>The record lacks a column</source>
        <translation>Il manque une colonne à la liste</translation>
    </message>
    <message>
        <source>The record&apos;s columns differ in length</source>
        <translation>Les colonnes de la liste n’ont pas la même longueur</translation>
    </message>
    <message>
        <source>Images have 1 to 16 used bits</source>
        <translation>Les images ont de 1 à 16 bits utilisés</translation>
    </message>
    <message>
        <source>The index holds more or longer names than a network</source>
        <translation>L’index contient plus de noms, ou de plus longs, qu’un réseau</translation>
    </message>
    <message>
        <source>A line of metrics is too long</source>
        <translation>Une ligne des mesures est trop longue</translation>
    </message>
    <message>
        <source>The list of warnings is not a list</source>
        <translation>La liste des avertissements n’est pas une liste</translation>
    </message>
    <message>
        <source>Fetch the file itself: a .pth, .pt, .safetensors, .pkl or .index</source>
        <translation>Récupérez le fichier lui-même : un .pth, .pt, .safetensors, .pkl ou .index</translation>
    </message>
    <message>
        <source>Rekindle works on ResNets (ResNet-18 to ResNet-200, any width). Use a checkpoint of one of these</source>
        <translation>Rekindle travaille sur des ResNets (ResNet-18 à ResNet-200, toute largeur). Prenez le fichier de poids de l’un d’eux</translation>
    </message>
    <message>
        <source>Close other programs and continue the run. Or start it anew with a limit of memory (--memory-limit 6G, or what there is), which works the batch off in pieces</source>
        <translation>Fermez d’autres programmes et continuez le calcul. Ou recommencez-le avec une limite de mémoire (--memory-limit 6G, ou ce qu’il y a), qui traite le lot en morceaux</translation>
    </message>
    <message>
        <source>Fetch or copy it again</source>
        <translation>Récupérez-le ou copiez-le de nouveau</translation>
    </message>
    <message>
        <source>Unpack it, then choose the checkpoint in it</source>
        <translation>Décompressez-la, puis choisissez le fichier de poids dedans</translation>
    </message>
    <message>
        <source>Use the checkpoint that it was made from</source>
        <translation>Prenez le fichier de poids dont il est issu</translation>
    </message>
    <message>
        <source>Use the checkpoint that it was exported from</source>
        <translation>Prenez le fichier de poids dont il a été exporté</translation>
    </message>
    <message>
        <source>Choose variables/variables.index beside it</source>
        <translation>Choisissez variables/variables.index à côté</translation>
    </message>
    <message>
        <source>Choose the file beside it whose name ends in .index</source>
        <translation>Choisissez le fichier voisin dont le nom finit en .index</translation>
    </message>
    <message>
        <source>Choose the file whose name ends in .index</source>
        <translation>Choisissez le fichier dont le nom finit en .index</translation>
    </message>
    <message>
        <source>Save it again with each of them made dense: tensor.to_dense()</source>
        <translation>Enregistrez-le de nouveau avec chacun rendu dense : tensor.to_dense()</translation>
    </message>
    <message>
        <source>Save the whole from one process: a full state dict</source>
        <translation>Enregistrez le tout depuis un seul processus : un state dict complet</translation>
    </message>
    <message>
        <source>Save the model again after its weights were loaded</source>
        <translation>Enregistrez le modèle de nouveau après le chargement de ses poids</translation>
    </message>
    <message>
        <source>This is a model archive of TorchServe (.mar)</source>
        <translation>C’est une archive de modèle TorchServe (.mar)</translation>
    </message>
    <message>
        <source>Unpack it, then choose the weights in it</source>
        <translation>Décompressez-la, puis choisissez les poids dedans</translation>
    </message>
    <message>
        <source>This is an office document, not a checkpoint</source>
        <translation>C’est un document bureautique, et non un fichier de poids</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt or .safetensors file</source>
        <translation>Choisissez un fichier .pth, .pt ou .safetensors</translation>
    </message>
    <message>
        <source>Save its arrays as safetensors, under the names of a ResNet</source>
        <translation>Enregistrez ses tableaux en safetensors, sous les noms d’un ResNet</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt or .safetensors file; unpack the archive first when it holds one</source>
        <translation>Choisissez un fichier .pth, .pt ou .safetensors ; décompressez d’abord l’archive si elle en contient un</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt, .safetensors, .pkl or .index file with the weights of a ResNet</source>
        <translation>Choisissez un fichier .pth, .pt, .safetensors, .pkl ou .index avec les poids d’un ResNet</translation>
    </message>
    <message>
        <source>%1, so this could not be written</source>
        <translation>%1, cela n’a donc pas pu être écrit</translation>
    </message>
    <message>
        <source>%1, so this could not be made</source>
        <translation>%1, cela n’a donc pas pu être créé</translation>
    </message>
    <message>
        <source>%1, so this could not be read</source>
        <translation>%1, cela n’a donc pas pu être lu</translation>
    </message>
    <message>
        <source>%1, so this could not be locked</source>
        <translation>%1, cela n’a donc pas pu être verrouillé</translation>
    </message>
    <message>
        <source>Copy or export the picture again</source>
        <translation>Copiez ou exportez l’image de nouveau</translation>
    </message>
    <message>
        <source>This BMP is packed in a way that is not read here (number %1)</source>
        <translation>Ce BMP est compressé d’une façon qui n’est pas lue ici (numéro %1)</translation>
    </message>
    <message>
        <source>Save the picture as PNG</source>
        <translation>Enregistrez l’image en PNG</translation>
    </message>
    <message>
        <source>The BMP ends early</source>
        <translation>Le BMP se termine trop tôt</translation>
    </message>
    <message>
        <source>The BMP&apos;s header holds values that no BMP has</source>
        <translation>L’en-tête du BMP contient des valeurs qu’aucun BMP n’a</translation>
    </message>
    <message>
        <source>The BMP&apos;s pixels name colours that it does not have</source>
        <translation>Les pixels du BMP désignent des couleurs qu’il n’a pas</translation>
    </message>
    <message>
        <source>Copy or export the file again</source>
        <translation>Copiez ou exportez le fichier de nouveau</translation>
    </message>
    <message>
        <source>The DICOM file has too many elements</source>
        <translation>Le fichier DICOM a trop d’éléments</translation>
    </message>
    <message>
        <source>The DICOM file nests its elements too deep</source>
        <translation>Le fichier DICOM imbrique ses éléments trop profondément</translation>
    </message>
    <message>
        <source>The DICOM file ends early</source>
        <translation>Le fichier DICOM se termine trop tôt</translation>
    </message>
    <message>
        <source>The DICOM file holds elements that no such file has</source>
        <translation>Le fichier DICOM contient des éléments qu’aucun fichier de ce type n’a</translation>
    </message>
    <message>
        <source>A sequence of the DICOM file holds no items</source>
        <translation>Une séquence du fichier DICOM ne contient aucun élément</translation>
    </message>
    <message>
        <source>Export the picture as PNG, TIFF or uncompressed DICOM</source>
        <translation>Exportez l’image en PNG, TIFF ou DICOM non compressé</translation>
    </message>
    <message>
        <source>This DICOM file holds no picture</source>
        <translation>Ce fichier DICOM ne contient pas d’image</translation>
    </message>
    <message>
        <source>Reports and directories of a CD are such files; leave it out</source>
        <translation>Les rapports et les répertoires d’un CD sont de tels fichiers ; laissez-le de côté</translation>
    </message>
    <message>
        <source>The DICOM file has more than %1 frames</source>
        <translation>Le fichier DICOM a plus de %1 images</translation>
    </message>
    <message>
        <source>Export its frames as files of their own</source>
        <translation>Exportez ses images dans des fichiers séparés</translation>
    </message>
    <message>
        <source>A table of the DICOM file holds values that no table has</source>
        <translation>Une table du fichier DICOM contient des valeurs qu’aucune table n’a</translation>
    </message>
    <message>
        <source>A table of the DICOM file ends early</source>
        <translation>Une table du fichier DICOM se termine trop tôt</translation>
    </message>
    <message>
        <source>This DICOM file holds numbers with fractions</source>
        <translation>Ce fichier DICOM contient des nombres à virgule</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s header says that it has no pixels</source>
        <translation>L’en-tête du fichier DICOM dit qu’il n’a pas de pixels</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s header holds values that no picture has</source>
        <translation>L’en-tête du fichier DICOM contient des valeurs qu’aucune image n’a</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s header contradicts itself about colours</source>
        <translation>L’en-tête du fichier DICOM se contredit au sujet des couleurs</translation>
    </message>
    <message>
        <source>The DICOM picture&apos;s palette is missing</source>
        <translation>La palette de l’image DICOM manque</translation>
    </message>
    <message>
        <source>This DICOM file&apos;s masks do not begin at whole bytes</source>
        <translation>Les masques de ce fichier DICOM ne commencent pas à des octets entiers</translation>
    </message>
    <message>
        <source>This DICOM file does not say which part of its data is which frame</source>
        <translation>Ce fichier DICOM ne dit pas quelle partie de ses données est quelle image</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s table of frames leads nowhere</source>
        <translation>La table des images du fichier DICOM ne mène nulle part</translation>
    </message>
    <message>
        <source>The DICOM file&apos;s pixels cannot be unpacked</source>
        <translation>Les pixels du fichier DICOM ne peuvent pas être décompressés</translation>
    </message>
    <message>
        <source>The file ends early</source>
        <translation>Le fichier se termine trop tôt</translation>
    </message>
    <message>
        <source>Copy it again</source>
        <translation>Copiez-le de nouveau</translation>
    </message>
    <message>
        <source>The file has %1; picture files over %2 are not opened</source>
        <translation>Le fichier fait %1 ; les fichiers d’images de plus de %2 ne sont pas ouverts</translation>
    </message>
    <message>
        <source>Cut it into tiles or make it smaller</source>
        <translation>Découpez-la en tuiles ou réduisez-la</translation>
    </message>
    <message>
        <source>The picture&apos;s header says that it has no pixels</source>
        <translation>L’en-tête de l’image dit qu’elle n’a pas de pixels</translation>
    </message>
    <message>
        <source>The picture is %1 × %2 pixels (%3 million); the limit is %4 million and %5 on a side</source>
        <translation>L’image fait %1 × %2 pixels (%3 millions) ; la limite est de %4 millions et de %5 par côté</translation>
    </message>
    <message>
        <source>The picture is %1 × %2 pixels; one side may be at most %3 times as long as the other</source>
        <translation>L’image fait %1 × %2 pixels ; un côté peut être au plus %3 fois plus long que l’autre</translation>
    </message>
    <message>
        <source>Cut it into pieces</source>
        <translation>Découpez-la</translation>
    </message>
    <message>
        <source>The picture would grow from %1 to %2</source>
        <translation>L’image passerait de %1 à %2</translation>
    </message>
    <message>
        <source>Such files are made to exhaust memory; leave it out</source>
        <translation>De tels fichiers sont faits pour épuiser la mémoire ; laissez-le de côté</translation>
    </message>
    <message>
        <source>The file would grow from %1 to more than %2</source>
        <translation>Le fichier passerait de %1 à plus de %2</translation>
    </message>
    <message>
        <source>The JPEG stores its %1 × %2 pixels in %3 passes that hold next to nothing</source>
        <translation>Le JPEG range ses %1 × %2 pixels en %3 passages qui ne contiennent presque rien</translation>
    </message>
    <message>
        <source>Such files are made to exhaust computers; leave it out</source>
        <translation>De tels fichiers sont faits pour épuiser les ordinateurs ; laissez-le de côté</translation>
    </message>
    <message>
        <source>The JPEG&apos;s header is too short</source>
        <translation>L’en-tête du JPEG est trop court</translation>
    </message>
    <message>
        <source>This kind of JPEG (lossless, hierarchical or arithmetic) cannot be read here</source>
        <translation>Ce type de JPEG (sans perte, hiérarchique ou arithmétique) ne peut pas être lu ici</translation>
    </message>
    <message>
        <source>The JPEG&apos;s header says that it has no pixels</source>
        <translation>L’en-tête du JPEG dit qu’il n’a pas de pixels</translation>
    </message>
    <message>
        <source>This JPEG holds printing inks (CMYK); its colours depend on the press</source>
        <translation>Ce JPEG contient des encres d’imprimerie (CMJN) ; ses couleurs dépendent de la presse</translation>
    </message>
    <message>
        <source>The JPEG ends early</source>
        <translation>Le JPEG se termine trop tôt</translation>
    </message>
    <message>
        <source>The JPEG&apos;s parts are not where they belong</source>
        <translation>Les parties du JPEG ne sont pas à leur place</translation>
    </message>
    <message>
        <source>The JPEG has two headers</source>
        <translation>Le JPEG a deux en-têtes</translation>
    </message>
    <message>
        <source>The JPEG has pixels but no header</source>
        <translation>Le JPEG a des pixels mais pas d’en-tête</translation>
    </message>
    <message>
        <source>This volume&apos;s voxels are of a kind that is not read here (number %1)</source>
        <translation>Les voxels de ce volume sont d’un type qui n’est pas lu ici (numéro %1)</translation>
    </message>
    <message>
        <source>Save it with whole or floating numbers</source>
        <translation>Enregistrez-le avec des nombres entiers ou à virgule flottante</translation>
    </message>
    <message>
        <source>This volume has %1 dimensions</source>
        <translation>Ce volume a %1 dimensions</translation>
    </message>
    <message>
        <source>Save each of its parts as a volume of its own</source>
        <translation>Enregistrez chacune de ses parties comme un volume séparé</translation>
    </message>
    <message>
        <source>The volume&apos;s header holds values that no volume has</source>
        <translation>L’en-tête du volume contient des valeurs qu’aucun volume n’a</translation>
    </message>
    <message>
        <source>The volume ends early</source>
        <translation>Le volume se termine trop tôt</translation>
    </message>
    <message>
        <source>The volume would grow from %1 to %2</source>
        <translation>Le volume passerait de %1 à %2</translation>
    </message>
    <message>
        <source>Save it unpacked, or cut it into smaller ones</source>
        <translation>Enregistrez-le non compressé, ou découpez-le en plus petits</translation>
    </message>
    <message>
        <source>The PNG&apos;s header has a wrong length</source>
        <translation>L’en-tête du PNG a une mauvaise longueur</translation>
    </message>
    <message>
        <source>The PNG&apos;s header holds values that no PNG has</source>
        <translation>L’en-tête du PNG contient des valeurs qu’aucun PNG n’a</translation>
    </message>
    <message>
        <source>The PNG ends early</source>
        <translation>Le PNG se termine trop tôt</translation>
    </message>
    <message>
        <source>A checksum inside the PNG differs</source>
        <translation>Une somme de contrôle dans le PNG est fausse</translation>
    </message>
    <message>
        <source>The PNG&apos;s header is not where it belongs</source>
        <translation>L’en-tête du PNG n’est pas à sa place</translation>
    </message>
    <message>
        <source>The PNG holds no pixels</source>
        <translation>Le PNG ne contient pas de pixels</translation>
    </message>
    <message>
        <source>The PNG has a part that no reader knows</source>
        <translation>Le PNG a une partie qu’aucun lecteur ne connaît</translation>
    </message>
    <message>
        <source>Save the picture as PNG or JPEG</source>
        <translation>Enregistrez l’image en PNG ou JPEG</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Le fichier est vide</translation>
    </message>
    <message>
        <source>The file holds no image</source>
        <translation>Le fichier ne contient pas d’image</translation>
    </message>
    <message>
        <source>The file holds %1 images, not %2</source>
        <translation>Le fichier contient %1 images, et non %2</translation>
    </message>
    <message>
        <source>Read the folder of images again</source>
        <translation>Relisez le dossier d’images</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels, fewer than when the folder was read</source>
        <translation>L’image fait %1 × %2 pixels, moins qu’à la lecture du dossier</translation>
    </message>
    <message>
        <source>The picture&apos;s pixels are not those of its header</source>
        <translation>Les pixels de l’image ne sont pas ceux de son en-tête</translation>
    </message>
    <message>
        <source>A window is a centre and a width above 0, as in 40,400</source>
        <translation>Une fenêtre est un centre et une largeur supérieure à 0, comme 40,400</translation>
    </message>
    <message>
        <source>Bands are one number or three, counted from 1, as in 4,3,2 for red, green and blue</source>
        <translation>Les bandes sont un nombre ou trois, comptées à partir de 1, comme 4,3,2 pour le rouge, le vert et le bleu</translation>
    </message>
    <message>
        <source>Volumes are cut axial, coronal or sagittal</source>
        <translation>Les volumes sont coupés en axial, coronal ou sagittal</translation>
    </message>
    <message>
        <source>Percentiles are two numbers from 0 to 100, the lower one first, as in 0.5,99.5</source>
        <translation>Les percentiles sont deux nombres de 0 à 100, le plus petit d’abord, comme 0.5,99.5</translation>
    </message>
    <message>
        <source>How the images are read is not written as it should be</source>
        <translation>La façon de lire les images n’est pas écrite comme il faut</translation>
    </message>
    <message>
        <source>The TIFF&apos;s pixels cannot be unpacked</source>
        <translation>Les pixels du TIFF ne peuvent pas être décompressés</translation>
    </message>
    <message>
        <source>The TIFF&apos;s pixels cannot be unpacked (%8)</source>
        <translation>Les pixels du TIFF ne peuvent pas être décompressés (%8)</translation>
    </message>
    <message>
        <source>Save the picture as an ordinary TIFF or PNG</source>
        <translation>Enregistrez l’image en TIFF ordinaire ou en PNG</translation>
    </message>
    <message>
        <source>The picture has %1, and band %2 was chosen</source>
        <translation>L’image a %1, et la bande %2 a été choisie</translation>
    </message>
    <message>
        <source>Choose bands that all pictures have</source>
        <translation>Choisissez des bandes que toutes les images ont</translation>
    </message>
    <message>
        <source>%1 band</source>
        <translation>%1 bande</translation>
    </message>
    <message>
        <source>%1 bands</source>
        <translation>%1 bandes</translation>
    </message>
    <message>
        <source>The TIFF has %1 channels and needs %2</source>
        <translation>Le TIFF a %1 canaux et en faut %2</translation>
    </message>
    <message>
        <source>This TIFF stores its colours as YCbCr without JPEG</source>
        <translation>Ce TIFF range ses couleurs en YCbCr sans JPEG</translation>
    </message>
    <message>
        <source>This TIFF&apos;s colours are no whole numbers</source>
        <translation>Les couleurs de ce TIFF ne sont pas des nombres entiers</translation>
    </message>
    <message>
        <source>The TIFF has more than %1 pages</source>
        <translation>Le TIFF a plus de %1 pages</translation>
    </message>
    <message>
        <source>Save its pages as files of their own</source>
        <translation>Enregistrez ses pages dans des fichiers séparés</translation>
    </message>
    <message>
        <source>The TIFF ends early</source>
        <translation>Le TIFF se termine trop tôt</translation>
    </message>
    <message>
        <source>The TIFF&apos;s header holds values that no TIFF has</source>
        <translation>L’en-tête du TIFF contient des valeurs qu’aucun TIFF n’a</translation>
    </message>
    <message>
        <source>A directory of the TIFF holds no entries, or too many</source>
        <translation>Un répertoire du TIFF n’a pas d’entrées, ou en a trop</translation>
    </message>
    <message>
        <source>An entry of the TIFF holds too many values</source>
        <translation>Une entrée du TIFF contient trop de valeurs</translation>
    </message>
    <message>
        <source>The channels of this TIFF differ in depth</source>
        <translation>Les canaux de ce TIFF n’ont pas la même profondeur</translation>
    </message>
    <message>
        <source>The TIFF&apos;s header says that it has no pixels</source>
        <translation>L’en-tête du TIFF dit qu’il n’a pas de pixels</translation>
    </message>
    <message>
        <source>This TIFF holds complex numbers</source>
        <translation>Ce TIFF contient des nombres complexes</translation>
    </message>
    <message>
        <source>The TIFF says that it has more pieces than it could hold</source>
        <translation>Le TIFF annonce plus de morceaux qu’il n’en peut contenir</translation>
    </message>
    <message>
        <source>The TIFF&apos;s directories lead in a circle</source>
        <translation>Les répertoires du TIFF tournent en rond</translation>
    </message>
    <message>
        <source>The TIFF holds no picture</source>
        <translation>Le TIFF ne contient pas d’image</translation>
    </message>
    <message>
        <source>The TIFF&apos;s pieces are too short</source>
        <translation>Les morceaux du TIFF sont trop courts</translation>
    </message>
    <message>
        <source>This WebP is an animation of %1 frames</source>
        <translation>Ce WebP est une animation de %1 images</translation>
    </message>
    <message>
        <source>Save the frames that you need as pictures of their own</source>
        <translation>Enregistrez les images dont vous avez besoin dans des fichiers séparés</translation>
    </message>
    <message>
        <source>The WebP library is another than the program was made for</source>
        <translation>La bibliothèque WebP n’est pas celle pour laquelle le programme est fait</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture</source>
        <translation>Il n’y a pas assez de mémoire pour cette image</translation>
    </message>
    <message>
        <source>The WebP ends early</source>
        <translation>Le WebP se termine trop tôt</translation>
    </message>
    <message>
        <source>The WebP holds no pixels</source>
        <translation>Le WebP ne contient pas de pixels</translation>
    </message>
    <message>
        <source>The WebP&apos;s header holds values that no WebP has</source>
        <translation>L’en-tête du WebP contient des valeurs qu’aucun WebP n’a</translation>
    </message>
    <message>
        <source>The file has %1, far more than the %2 × %3 pixels that it says it holds</source>
        <translation>Le fichier fait %1, bien plus que les %2 × %3 pixels qu’il annonce</translation>
    </message>
    <message>
        <source>Save the picture again</source>
        <translation>Enregistrez l’image de nouveau</translation>
    </message>
    <message>
        <source>The packed file ends early</source>
        <translation>Le fichier compressé se termine trop tôt</translation>
    </message>
    <message>
        <source>The packed file is damaged inside</source>
        <translation>Le fichier compressé est abîmé à l’intérieur</translation>
    </message>
    <message>
        <source>This is not a picture that can be read here</source>
        <translation>Ce n’est pas une image qui peut être lue ici</translation>
    </message>
    <message>
        <source>This is %1, not a %2 picture</source>
        <translation>C’est %1, et non une image (%2)</translation>
    </message>
    <message>
        <source>%1 of %2 test images looks nearly like a training image: scores would look better than they are. Look at the pair: %9</source>
        <translation>%1 image de test sur %2 ressemble presque à une image d’entraînement : les scores paraîtraient meilleurs qu’ils ne sont. Regardez la paire : %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images look nearly like a training image: scores would look better than they are. Look at the pairs: %9</source>
        <translation>%1 images de test sur %2 ressemblent presque à une image d’entraînement : les scores paraîtraient meilleurs qu’ils ne sont. Regardez les paires : %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images looks nearly like a training or validation image: scores would look better than they are. Look at the pair: %9</source>
        <translation>%1 image de test sur %2 ressemble presque à une image d’entraînement ou de validation : les scores paraîtraient meilleurs qu’ils ne sont. Regardez la paire : %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images look nearly like a training or validation image: scores would look better than they are. Look at the pairs: %9</source>
        <translation>%1 images de test sur %2 ressemblent presque à une image d’entraînement ou de validation : les scores paraîtraient meilleurs qu’ils ne sont. Regardez les paires : %9</translation>
    </message>
    <message>
        <source>%1 of %2 test images is an exact copy of training or validation images: scores on them mean nothing</source>
        <translation>%1 image de test sur %2 est la copie exacte d’une image d’entraînement ou de validation : les scores sur elle ne veulent rien dire</translation>
    </message>
    <message>
        <source>%1 of %2 test images are exact copies of training or validation images: scores on them mean nothing</source>
        <translation>%1 images de test sur %2 sont des copies exactes d’images d’entraînement ou de validation : les scores sur elles ne veulent rien dire</translation>
    </message>
    <message>
        <source>No images were found: the folder is empty</source>
        <translation>Aucune image trouvée : le dossier est vide</translation>
    </message>
    <message>
        <source>Choose the folder that holds the %1 files</source>
        <translation>Choisissez le dossier qui contient les fichiers (%1)</translation>
    </message>
    <message>
        <source>No images were found. The folder holds %1 file, mostly %2</source>
        <translation>Aucune image trouvée. Le dossier contient %1 fichier (%2)</translation>
    </message>
    <message>
        <source>No images were found. The folder holds %1 files, mostly %2</source>
        <translation>Aucune image trouvée. Le dossier contient %1 fichiers, surtout %2</translation>
    </message>
    <message>
        <source>%1 files are read; unpack or export them first</source>
        <translation>Les fichiers %1 sont lus ; décompressez-les ou exportez-les d’abord</translation>
    </message>
    <message>
        <source>The only image, %1, cannot be read: %2</source>
        <translation>La seule image, %1, ne peut pas être lue : %2</translation>
    </message>
    <message>
        <source>Not one of the %1 images can be read. The first, %2: %3</source>
        <translation>Aucune des %1 images ne peut être lue. La première, %2 : %3</translation>
    </message>
    <message>
        <source>The folder holds more than %1 files</source>
        <translation>Le dossier contient plus de %1 fichiers</translation>
    </message>
    <message>
        <source>Choose a folder further down</source>
        <translation>Choisissez un dossier plus bas</translation>
    </message>
    <message>
        <source>Check the path, and that its drive is connected</source>
        <translation>Vérifiez le chemin, et que son lecteur est connecté</translation>
    </message>
    <message>
        <source>This is a file, not a folder of images</source>
        <translation>C’est un fichier, et non un dossier d’images</translation>
    </message>
    <message>
        <source>Choose the folder that the images lie in</source>
        <translation>Choisissez le dossier où se trouvent les images</translation>
    </message>
    <message>
        <source>Line 1 of the table: the column %1 appears twice</source>
        <translation>Ligne 1 de la table : la colonne %1 apparaît deux fois</translation>
    </message>
    <message>
        <source>Give each column a name of its own</source>
        <translation>Donnez à chaque colonne un nom à elle</translation>
    </message>
    <message>
        <source>Line 1 of the table: no column names the files. Its columns are %1</source>
        <translation>Ligne 1 de la table : aucune colonne ne nomme les fichiers. Ses colonnes sont %1</translation>
    </message>
    <message>
        <source>Call the columns file and label, and if wanted patient and split</source>
        <translation>Nommez les colonnes file et label, et au besoin patient et split</translation>
    </message>
    <message>
        <source>Lines %1 and %2 of the table say different things of the image %3</source>
        <translation>Les lignes %1 et %2 de la table disent des choses différentes de l’image %3</translation>
    </message>
    <message>
        <source>Leave the line in that is right</source>
        <translation>Gardez la ligne qui est juste</translation>
    </message>
    <message>
        <source>Not one file that the table names is in the folder. Its first row, line %1, names %2. The table was read as: %3</source>
        <translation>Aucun fichier nommé par la table n’est dans le dossier. Sa première ligne, ligne %1, nomme %2. La table a été lue ainsi : %3</translation>
    </message>
    <message>
        <source>Give each file&apos;s path as seen from the image folder, such as a/b.png</source>
        <translation>Donnez le chemin de chaque fichier à partir du dossier d’images, comme a/b.png</translation>
    </message>
    <message>
        <source>Line %1 of the table: %2</source>
        <translation>Ligne %1 de la table : %2</translation>
    </message>
    <message>
        <source>Put the table right: columns file, label, and if wanted patient and split</source>
        <translation>Corrigez la table : colonnes file, label, et au besoin patient et split</translation>
    </message>
    <message>
        <source>Line 1 of the table: no column names the classes. Its columns are %1</source>
        <translation>Ligne 1 de la table : aucune colonne ne nomme les classes. Ses colonnes sont %1</translation>
    </message>
    <message>
        <source>Call the column label</source>
        <translation>Nommez la colonne label</translation>
    </message>
    <message>
        <source>The table has no rows</source>
        <translation>La table n’a pas de lignes</translation>
    </message>
    <message>
        <source>The table has %1; at most %2 are read</source>
        <translation>La table fait %1 ; au plus %2 sont lus</translation>
    </message>
    <message>
        <source>An image&apos;s path leads out of its folder</source>
        <translation>Le chemin d’une image sort de son dossier</translation>
    </message>
    <message>
        <source>A file&apos;s entry holds numbers that no file has</source>
        <translation>L’entrée d’un fichier contient des nombres qu’aucun fichier n’a</translation>
    </message>
    <message>
        <source>An image&apos;s entry holds a number that no image has (%1)</source>
        <translation>L’entrée d’une image contient un nombre qu’aucune image n’a (%1)</translation>
    </message>
    <message>
        <source>An image&apos;s entry names what the list does not hold</source>
        <translation>L’entrée d’une image nomme ce que la liste ne contient pas</translation>
    </message>
    <message>
        <source>This list of images has the format %1</source>
        <translation>Cette liste d’images a le format %1</translation>
    </message>
    <message>
        <source>Open it with the version of Rekindle that wrote it</source>
        <translation>Ouvrez-la avec la version de Rekindle qui l’a écrite</translation>
    </message>
    <message>
        <source>The list of images lacks its column %1</source>
        <translation>Il manque à la liste d’images la colonne %1</translation>
    </message>
    <message>
        <source>Put each class into a folder of its own, or give a table with labels</source>
        <translation>Mettez chaque classe dans son propre dossier, ou donnez une table d’étiquettes</translation>
    </message>
    <message>
        <source>All %1 test images are exact copies of training images or stand in two classes, so scores would mean nothing</source>
        <translation>Les %1 images de test sont toutes des copies exactes d’images d’entraînement ou sont dans deux classes : les scores ne voudraient rien dire</translation>
    </message>
    <message>
        <source>Take the copies out of one part, or keep them (keep_leaks), which is noted beside every number</source>
        <translation>Retirez les copies d’une partie, ou gardez-les (keep_leaks), ce qui est noté à côté de chaque nombre</translation>
    </message>
    <message>
        <source>There are too few labelled images for a training and a test part</source>
        <translation>Il y a trop peu d’images étiquetées pour une partie d’entraînement et une de test</translation>
    </message>
    <message>
        <source>At least two images (or two patients) of one class are needed</source>
        <translation>Il faut au moins deux images (ou deux patients) d’une classe</translation>
    </message>
    <message>
        <source>Supervised pretraining needs labelled training images, and these have no labels</source>
        <translation>Le préentraînement supervisé demande des images d’entraînement étiquetées, et celles-ci n’ont pas d’étiquettes</translation>
    </message>
    <message>
        <source>Supervised pretraining needs labelled training images of at least two classes, and all of these are of one</source>
        <translation>Le préentraînement supervisé demande des images d’au moins deux classes, et celles-ci sont toutes d’une seule</translation>
    </message>
    <message>
        <source>Put each class into a folder of its own, give labels by a CSV file (--labels), or choose a method that needs none</source>
        <translation>Mettez chaque classe dans son propre dossier, donnez les étiquettes par un fichier CSV (--labels), ou choisissez une méthode qui n’en demande pas</translation>
    </message>
    <message>
        <source>This is not a table of text</source>
        <translation>Ce n’est pas une table de texte</translation>
    </message>
    <message>
        <source>Save it as CSV with UTF-8 characters</source>
        <translation>Enregistrez-la en CSV avec des caractères UTF-8</translation>
    </message>
    <message>
        <source>%1 of %2 images could not be read, the first is %3</source>
        <translation>%1 images sur %2 n’ont pas pu être lues, la première est %3</translation>
    </message>
    <message>
        <source>Check the drive and your right to read them</source>
        <translation>Vérifiez le lecteur et votre droit de les lire</translation>
    </message>
    <message>
        <source>%1 of %2 images is gone, %3 has changed; the first is %4</source>
        <translation>%1 image sur %2 a disparu, %3 a changé ; la première est %4</translation>
    </message>
    <message>
        <source>%1 of %2 images is gone, %3 have changed; the first is %4</source>
        <translation>%1 image sur %2 a disparu, %3 ont changé ; la première est %4</translation>
    </message>
    <message>
        <source>%1 of %2 images are gone, %3 has changed; the first is %4</source>
        <translation>%1 images sur %2 ont disparu, %3 a changé ; la première est %4</translation>
    </message>
    <message>
        <source>%1 of %2 images are gone, %3 have changed; the first is %4</source>
        <translation>%1 images sur %2 ont disparu, %3 ont changé ; la première est %4</translation>
    </message>
    <message>
        <source>A run must see what it says it saw: put the files back, or set it up again</source>
        <translation>Un calcul doit voir ce qu’il dit avoir vu : remettez les fichiers, ou préparez-le de nouveau</translation>
    </message>
    <message>
        <source>%1 images are no longer there; their folder was moved or its drive is not connected</source>
        <translation>%1 images ne sont plus là ; leur dossier a été déplacé ou son lecteur n’est pas connecté</translation>
    </message>
    <message>
        <source>Connect the drive or put the folder back</source>
        <translation>Connectez le lecteur ou remettez le dossier</translation>
    </message>
    <message>
        <source>There is not enough memory to look at the images</source>
        <translation>Il n’y a pas assez de mémoire pour regarder les images</translation>
    </message>
    <message>
        <source>There are no images to load</source>
        <translation>Il n’y a pas d’images à charger</translation>
    </message>
    <message>
        <source>Choose a batch of %1 or less</source>
        <translation>Choisissez un lot de %1 ou moins</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels now, and had %3 × %4</source>
        <translation>L’image fait maintenant %1 × %2 pixels et en faisait %3 × %4</translation>
    </message>
    <message>
        <source>Put it back as it was, or read the folder again</source>
        <translation>Remettez-la comme elle était, ou relisez le dossier</translation>
    </message>
    <message>
        <source>The folder of images is not there any more</source>
        <translation>Le dossier d’images n’est plus là</translation>
    </message>
    <message>
        <source>Connect the drive again, then go on</source>
        <translation>Reconnectez le lecteur, puis continuez</translation>
    </message>
    <message>
        <source>Not one image of the list can be read any more</source>
        <translation>Aucune image de la liste ne peut plus être lue</translation>
    </message>
    <message>
        <source>Check that the folder is still there</source>
        <translation>Vérifiez que le dossier est encore là</translation>
    </message>
    <message>
        <source>%1 of %2 images can no longer be read (%3 %)</source>
        <translation>%1 images sur %2 ne peuvent plus être lues (%3 %)</translation>
    </message>
    <message>
        <source>Check the drive, put the files back, then go on</source>
        <translation>Vérifiez le lecteur, remettez les fichiers, puis continuez</translation>
    </message>
    <message>
        <source>The picture has another size than when it was listed</source>
        <translation>L’image n’a pas la même taille que dans la liste</translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>Relisez le dossier</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>Arrêté sur demande</translation>
    </message>
    <message>
        <source>There is something under this name already, and it is no file of packed images</source>
        <translation>Il y a déjà quelque chose sous ce nom, et ce n’est pas un fichier d’images empaquetées</translation>
    </message>
    <message>
        <source>The packed images need %1, and %2 are free</source>
        <translation>Les images empaquetées demandent %1, et %2 sont libres</translation>
    </message>
    <message>
        <source>Make room, choose another drive, or pack them smaller</source>
        <translation>Faites de la place, choisissez un autre lecteur, ou empaquetez-les plus petites</translation>
    </message>
    <message>
        <source>There is nothing to pack</source>
        <translation>Il n’y a rien à empaqueter</translation>
    </message>
    <message>
        <source>The packed file holds other images than the folder does now, or the same ones read in another way</source>
        <translation>Le fichier empaqueté contient d’autres images que le dossier à présent, ou les mêmes lues autrement</translation>
    </message>
    <message>
        <source>The packed file does not fit together (%1)</source>
        <translation>Le fichier empaqueté n’est pas cohérent (%1)</translation>
    </message>
    <message>
        <source>Pack the images again</source>
        <translation>Empaquetez de nouveau les images</translation>
    </message>
    <message>
        <source>Picture %1 of the packed file differs from its checksum</source>
        <translation>L’image %1 du fichier empaqueté diffère de sa somme de contrôle</translation>
    </message>
    <message>
        <source>The packed file is not the one that this was planned with</source>
        <translation>Le fichier empaqueté n’est pas celui du plan</translation>
    </message>
    <message>
        <source>Put that one back, or plan it again with this one</source>
        <translation>Remettez celui-là, ou refaites le plan avec celui-ci</translation>
    </message>
    <message>
        <source>The memory of the device is not enough for this step</source>
        <translation>La mémoire de l’appareil ne suffit pas pour ce pas</translation>
    </message>
    <message>
        <source>Use a smaller batch or image size, or another device</source>
        <translation>Prenez un lot ou des images plus petits, ou un autre appareil</translation>
    </message>
    <message>
        <source>There is not enough memory for this step</source>
        <translation>Il n’y a pas assez de mémoire pour ce pas</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller batch or image size</source>
        <translation>Fermez d’autres programmes, ou prenez un lot ou des images plus petits</translation>
    </message>
    <message>
        <source>There is no such GPU</source>
        <translation>Cette carte graphique n’existe pas</translation>
    </message>
    <message>
        <source>This is not a device</source>
        <translation>Ce n’est pas un appareil</translation>
    </message>
    <message>
        <source>Use auto, cpu, cuda or cuda:N</source>
        <translation>Prenez auto, cpu, cuda ou cuda:N</translation>
    </message>
    <message>
        <source>Use --device cpu, or see rekindle-cli doctor</source>
        <translation>Prenez --device cpu, ou voyez ce que dit rekindle-cli doctor</translation>
    </message>
    <message>
        <source>These weights have changed since they were to be scored</source>
        <translation>Ces poids ont changé depuis qu’ils devaient être évalués</translation>
    </message>
    <message>
        <source>Put the file back, or plan the score again</source>
        <translation>Remettez le fichier, ou refaites le plan de l’évaluation</translation>
    </message>
    <message>
        <source>There are no weights to score</source>
        <translation>Il n’y a pas de poids à évaluer</translation>
    </message>
    <message>
        <source>Pretrain first, or score passes whose weights were kept</source>
        <translation>Préentraînez d’abord, ou évaluez des passes dont les poids ont été gardés</translation>
    </message>
    <message>
        <source>This is not a scoring run</source>
        <translation>Ce n’est pas un calcul d’évaluation</translation>
    </message>
    <message>
        <source>Scoring needs labels, and these images have none</source>
        <translation>L’évaluation demande des étiquettes, et ces images n’en ont pas</translation>
    </message>
    <message>
        <source>Put the images of each class into a folder of its own, or add a table</source>
        <translation>Mettez les images de chaque classe dans leur propre dossier, ou ajoutez une table</translation>
    </message>
    <message>
        <source>The training and test images are not those this run was planned with</source>
        <translation>Les images d’entraînement et de test ne sont pas celles du plan de ce calcul</translation>
    </message>
    <message>
        <source>Plan the run again with the labels as they are now</source>
        <translation>Refaites le plan du calcul avec les étiquettes telles qu’elles sont maintenant</translation>
    </message>
    <message>
        <source>These images leave too few for training and testing</source>
        <translation>Ces images en laissent trop peu pour l’entraînement et le test</translation>
    </message>
    <message>
        <source>The features were not finished</source>
        <translation>Les caractéristiques n’ont pas été terminées</translation>
    </message>
    <message>
        <source>Two tables of this score hold different images</source>
        <translation>Deux tables de cette évaluation contiennent des images différentes</translation>
    </message>
    <message>
        <source>Score the run again</source>
        <translation>Évaluez le calcul de nouveau</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>La vérification a été arrêtée</translation>
    </message>
    <message>
        <source>This version cannot score by this protocol</source>
        <translation>Cette version ne peut pas évaluer selon ce protocole</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Il y a : %1</translation>
    </message>
    <message>
        <source>The journal tells of a score that was never planned</source>
        <translation>Le journal parle d’une évaluation qui n’était pas prévue</translation>
    </message>
    <message>
        <source>Start this score anew (--force)</source>
        <translation>Recommencez cette évaluation (--force)</translation>
    </message>
    <message>
        <source>There is no program to start</source>
        <translation>Il n’y a pas de programme à lancer</translation>
    </message>
    <message>
        <source>There is no such program</source>
        <translation>Ce programme n’existe pas</translation>
    </message>
    <message>
        <source>The program could not be started (%8)</source>
        <translation>Le programme n’a pas pu être lancé (%8)</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Aucune réponse n’est venue à temps</translation>
    </message>
    <message>
        <source>The program ended without an answer</source>
        <translation>Le programme s’est terminé sans réponse</translation>
    </message>
    <message>
        <source>The program cannot be started: %8</source>
        <translation>Le programme ne peut pas être lancé : %8</translation>
    </message>
    <message>
        <source>Install Rekindle again</source>
        <translation>Réinstallez Rekindle</translation>
    </message>
    <message>
        <source>This process may take too little memory to compute: %1 are left until its limit (ulimit -v), and %2 are needed to begin</source>
        <translation>Ce processus peut prendre trop peu de mémoire pour calculer : il reste %1 jusqu’à sa limite (ulimit -v), et il en faut %2 pour commencer</translation>
    </message>
    <message>
        <source>Raise the limit, and try again</source>
        <translation>Relevez la limite, puis réessayez</translation>
    </message>
    <message>
        <source>This computer has too little free memory to compute: %1 are left, and %2 are needed to begin</source>
        <translation>Cet ordinateur a trop peu de mémoire libre pour calculer : il reste %1, et il en faut %2 pour commencer</translation>
    </message>
    <message>
        <source>Close other programs, and try again</source>
        <translation>Fermez d’autres programmes, puis réessayez</translation>
    </message>
    <message>
        <source>The part of Rekindle that trains could not be loaded (%8)</source>
        <translation>La partie de Rekindle qui entraîne n’a pas pu être chargée (%8)</translation>
    </message>
    <message>
        <source>rekindle-cli doctor says what is missing</source>
        <translation>rekindle-cli doctor dit ce qui manque</translation>
    </message>
    <message>
        <source>The part of Rekindle that trains is of another version</source>
        <translation>La partie de Rekindle qui entraîne est d’une autre version</translation>
    </message>
    <message>
        <source>Build or install both together</source>
        <translation>Compilez ou installez les deux ensemble</translation>
    </message>
    <message>
        <source>The part of Rekindle that trains is not there</source>
        <translation>La partie de Rekindle qui entraîne n’est pas là</translation>
    </message>
    <message>
        <source>Build it with ./dev build, or reinstall</source>
        <translation>Compilez-la avec ./dev build, ou réinstallez</translation>
    </message>
    <message>
        <source>%1 of these weights is not a number</source>
        <translation>%1 de ces poids n’est pas un nombre</translation>
    </message>
    <message>
        <source>Look at the weights (inspect)</source>
        <translation>Regardez les poids (Inspecter)</translation>
    </message>
    <message>
        <source>This table of scores does not fit together (%1)</source>
        <translation>Cette table de scores n’est pas cohérente (%1)</translation>
    </message>
    <message>
        <source>These weights give probabilities that are not numbers</source>
        <translation>Ces poids donnent des probabilités qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>Look at the weights (inspect): they hold infinities or values far too large</source>
        <translation>Regardez les poids (Inspecter) : ils contiennent des infinis ou des valeurs bien trop grandes</translation>
    </message>
    <message>
        <source>These scores were written by another version of Rekindle</source>
        <translation>Ces scores ont été écrits par une autre version de Rekindle</translation>
    </message>
    <message>
        <source>The list of images is not the one this run was planned with</source>
        <translation>La liste d’images n’est pas celle du plan de ce calcul</translation>
    </message>
    <message>
        <source>Plan the run again with the images as they are now</source>
        <translation>Refaites le plan du calcul avec les images telles qu’elles sont maintenant</translation>
    </message>
    <message>
        <source>This save was written by a newer Rekindle</source>
        <translation>Cette sauvegarde a été écrite par un Rekindle plus récent</translation>
    </message>
    <message>
        <source>Update Rekindle to continue this run</source>
        <translation>Mettez Rekindle à jour pour continuer ce calcul</translation>
    </message>
    <message>
        <source>The settings of this run were changed after it had started</source>
        <translation>Les réglages de ce calcul ont été changés après son début</translation>
    </message>
    <message>
        <source>Put job.json back as it was, or start a new run</source>
        <translation>Remettez job.json comme il était, ou commencez un nouveau calcul</translation>
    </message>
    <message>
        <source>This run was saved, but none of its saves can be read any more</source>
        <translation>Ce calcul a été sauvegardé, mais aucune de ses sauvegardes ne peut plus être lue</translation>
    </message>
    <message>
        <source>Put a good copy of this folder back and resume. To train from the start after all, delete this folder first</source>
        <translation>Remettez une bonne copie de ce dossier et reprenez. Pour entraîner tout de même depuis le début, supprimez d’abord ce dossier</translation>
    </message>
    <message>
        <source>There is not enough memory for step %1. What was reached before it is saved</source>
        <translation>Il n’y a pas assez de mémoire pour le pas %1. Ce qui a été atteint avant est sauvegardé</translation>
    </message>
    <message>
        <source>There is not enough memory for step %1. What was saved before is kept</source>
        <translation>Il n’y a pas assez de mémoire pour le pas %1. Ce qui a été sauvegardé avant est gardé</translation>
    </message>
    <message>
        <source>Another process of this run could not read its images</source>
        <translation>Un autre processus de ce calcul n’a pas pu lire ses images</translation>
    </message>
    <message>
        <source>Start a new run with a lower learning rate (lr)</source>
        <translation>Commencez un nouveau calcul avec un taux d’apprentissage plus petit (lr)</translation>
    </message>
    <message>
        <source>The memory was not enough for a step. It was made again, and the run goes on, in less: %1</source>
        <translation>La mémoire ne suffisait pas pour un pas. Il a été refait, et le calcul continue avec moins : %1</translation>
    </message>
    <message>
        <source>This run goes on with another library, processor or number of threads than it began with: its numbers will be close to those of an unbroken run, not the same</source>
        <translation>Ce calcul continue avec une autre bibliothèque, un autre processeur ou un autre nombre de fils qu’à son début : ses nombres seront proches de ceux d’un calcul sans interruption, pas les mêmes</translation>
    </message>
    <message>
        <source>The list of checksums differs from its own checksum</source>
        <translation>La liste des sommes de contrôle diffère de la sienne</translation>
    </message>
    <message>
        <source>This run was written by a newer Rekindle</source>
        <translation>Ce calcul a été écrit par un Rekindle plus récent</translation>
    </message>
    <message>
        <source>Update Rekindle to check it</source>
        <translation>Mettez Rekindle à jour pour le vérifier</translation>
    </message>
    <message>
        <source>A file of this run is missing</source>
        <translation>Il manque un fichier de ce calcul</translation>
    </message>
    <message>
        <source>The file has another size than when it was written</source>
        <translation>Le fichier n’a pas la même taille qu’à l’écriture</translation>
    </message>
    <message>
        <source>This file is not in the list of the run&apos;s checksums</source>
        <translation>Ce fichier n’est pas dans la liste des sommes de contrôle du calcul</translation>
    </message>
    <message>
        <source>The list of the run&apos;s checksums was damaged and is begun anew; what was damaged before that can no longer be told</source>
        <translation>La liste des sommes de contrôle du calcul était endommagée et est recommencée ; ce qui a été endommagé avant ne peut plus être connu</translation>
    </message>
    <message>
        <source>The journal of this run is missing</source>
        <translation>Le journal de ce calcul manque</translation>
    </message>
    <message>
        <source>The end of the journal is missing (%1)</source>
        <translation>La fin du journal manque (%1)</translation>
    </message>
    <message>
        <source>There is no preset of this name</source>
        <translation>Il n’y a pas de préréglage de ce nom</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>This folder is not a run: it has no job.json</source>
        <translation>Ce dossier n’est pas un calcul : il n’a pas de job.json</translation>
    </message>
    <message>
        <source>Choose the folder that holds job.json</source>
        <translation>Choisissez le dossier qui contient job.json</translation>
    </message>
    <message>
        <source>This run is only being made, or a killed process left it behind</source>
        <translation>Ce calcul est seulement en cours de création, ou un processus interrompu l’a laissé</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Refaites-le</translation>
    </message>
    <message>
        <source>This is not the job of a run</source>
        <translation>Ce n’est pas la commande d’un calcul</translation>
    </message>
    <message>
        <source>This run was planned by a newer Rekindle</source>
        <translation>Ce calcul a été planifié par un Rekindle plus récent</translation>
    </message>
    <message>
        <source>The job of this run is damaged: %1</source>
        <translation>La commande de ce calcul est endommagée : %1</translation>
    </message>
    <message>
        <source>Put a good copy of it back</source>
        <translation>Remettez-en une bonne copie</translation>
    </message>
    <message>
        <source>This run does not say which images it was planned with</source>
        <translation>Ce calcul ne dit pas avec quelles images il a été planifié</translation>
    </message>
    <message>
        <source>Plan it again</source>
        <translation>Refaites-en le plan</translation>
    </message>
    <message>
        <source>A score cannot go on without some of its images: it would be of other test images than the scores it is compared with</source>
        <translation>Une évaluation ne peut pas continuer sans certaines de ses images : elle porterait sur d’autres images de test que les scores auxquels elle est comparée</translation>
    </message>
    <message>
        <source>Put the images back, or plan the scores again</source>
        <translation>Remettez les images, ou refaites le plan des évaluations</translation>
    </message>
    <message>
        <source>This run has ended already (%1)</source>
        <translation>Ce calcul est déjà fini (%1)</translation>
    </message>
    <message>
        <source>Another process is working on this run</source>
        <translation>Un autre processus travaille à ce calcul</translation>
    </message>
    <message>
        <source>Wait until it has ended, or pause it first</source>
        <translation>Attendez qu’il ait fini, ou mettez-le d’abord en pause</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a setting that this program knows</source>
        <translation>« %1 » n’est pas un réglage que ce programme connaît</translation>
    </message>
    <message>
        <source>This is a setting of %1 and not of %2</source>
        <translation>C’est un réglage de %1 et non de %2</translation>
    </message>
    <message>
        <source>Leave it out, or choose %1</source>
        <translation>Laissez-le de côté, ou choisissez %1</translation>
    </message>
    <message>
        <source>There is no setting of this name</source>
        <translation>Il n’y a pas de réglage de ce nom</translation>
    </message>
    <message>
        <source>No image folder was chosen</source>
        <translation>Aucun dossier d’images n’a été choisi</translation>
    </message>
    <message>
        <source>This setting is &apos;random&apos; or the path of a checkpoint</source>
        <translation>Ce réglage est « random » ou le chemin d’un fichier de poids</translation>
    </message>
    <message>
        <source>A snapshot is asked for after epoch %1, but the run ends after epoch %2</source>
        <translation>Des poids doivent être gardés après la passe %1, mais le calcul finit après la passe %2</translation>
    </message>
    <message>
        <source>There are %1 images in an epoch but a batch of %2. Not one batch can be filled</source>
        <translation>Une passe a %1 images pour un lot de %2. Pas un seul lot ne peut être rempli</translation>
    </message>
    <message>
        <source>A batch of %1 in %2 pieces leaves less than two images to a piece</source>
        <translation>Un lot de %1 en %2 morceaux laisse moins de deux images par morceau</translation>
    </message>
    <message>
        <source>Choose %1 or fewer</source>
        <translation>Choisissez %1 ou moins</translation>
    </message>
    <message>
        <source>Random weights bring no head that could be kept</source>
        <translation>Des poids aléatoires n’apportent pas de tête à garder</translation>
    </message>
    <message>
        <source>Choose a checkpoint that carries one, or head=new</source>
        <translation>Choisissez un fichier de poids qui en contient une, ou head=new</translation>
    </message>
    <message>
        <source>A method that learns from labels never sees the labels of test images</source>
        <translation>Une méthode qui apprend des étiquettes ne voit jamais celles des images de test</translation>
    </message>
    <message>
        <source>Choose test_images=apart, or a method that needs no labels</source>
        <translation>Choisissez test_images=apart, ou une méthode qui ne demande pas d’étiquettes</translation>
    </message>
    <message>
        <source>A P1X run starts from random weights</source>
        <translation>Un calcul P1X part de poids aléatoires</translation>
    </message>
    <message>
        <source>A P2X run starts from a checkpoint</source>
        <translation>Un calcul P2X part d’un fichier de poids</translation>
    </message>
    <message>
        <source>No weights were chosen to be scored</source>
        <translation>Aucun poids à évaluer n’a été choisi</translation>
    </message>
    <message>
        <source>This is not the status of a run</source>
        <translation>Ce n’est pas l’état d’un calcul</translation>
    </message>
    <message>
        <source>This run was saved by a newer Rekindle</source>
        <translation>Ce calcul a été sauvegardé par un Rekindle plus récent</translation>
    </message>
    <message>
        <source>There was not enough memory to go on %1</source>
        <translation>Il n’y avait pas assez de mémoire pour continuer (%1)</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>au pas %1</translation>
    </message>
    <message>
        <source>before its first step</source>
        <translation>avant son premier pas</translation>
    </message>
    <message>
        <source>%1, twice without getting further</source>
        <translation>%1, deux fois sans avancer</translation>
    </message>
    <message>
        <source>The worker ended with exit code %1 at step %2 and did not say why</source>
        <translation>Le processus de calcul s’est terminé au pas %2 avec le code %1 sans dire pourquoi</translation>
    </message>
    <message>
        <source>The worker ended with exit code %1 before its first step and did not say why</source>
        <translation>Le processus de calcul s’est terminé avant son premier pas avec le code %1 sans dire pourquoi</translation>
    </message>
    <message>
        <source>The system had no memory left and ended the worker %1 (signal %2)</source>
        <translation>Le système n’avait plus de mémoire et a mis fin au processus de calcul %1 (signal %2)</translation>
    </message>
    <message>
        <source>The worker died with signal %1 (%2) at step %3</source>
        <translation>Le processus de calcul est mort au pas %3 du signal %1 (%2)</translation>
    </message>
    <message>
        <source>The worker died with signal %1 (%2) before its first step</source>
        <translation>Le processus de calcul est mort avant son premier pas du signal %1 (%2)</translation>
    </message>
    <message>
        <source>What was saved is kept. Continue the run; where memory is short, start it anew with a limit of memory (memory_limit)</source>
        <translation>Ce qui a été sauvegardé est gardé. Continuez le calcul ; si la mémoire manque, recommencez-le avec une limite de mémoire (memory_limit)</translation>
    </message>
    <message>
        <source>What was saved is kept. See log.txt, then continue the run</source>
        <translation>Ce qui a été sauvegardé est gardé. Voyez le journal (log.txt), puis continuez le calcul</translation>
    </message>
    <message>
        <source>What was saved is kept. Close other programs and continue the run, or start it anew with a limit of memory (memory_limit)</source>
        <translation>Ce qui a été sauvegardé est gardé. Fermez d’autres programmes et continuez le calcul, ou recommencez-le avec une limite de mémoire (memory_limit)</translation>
    </message>
    <message>
        <source>The work ended with something unknown</source>
        <translation>Le travail s’est terminé par quelque chose d’inconnu</translation>
    </message>
    <message>
        <source>The folder of this run was moved or removed while it was worked on, and the work has stopped</source>
        <translation>Le dossier de ce calcul a été déplacé ou supprimé pendant le travail, et le travail s’est arrêté</translation>
    </message>
    <message>
        <source>If it was moved, rekindle-cli resume goes on with it at its new place</source>
        <translation>S’il a été déplacé, rekindle-cli resume le continue à sa nouvelle place</translation>
    </message>
    <message>
        <source>%1. Training on will not bring them back; finish early, or start anew with a lower learning rate (lr)</source>
        <translation>%1. Continuer l’entraînement ne les ramènera pas ; terminez plus tôt, ou recommencez avec un taux d’apprentissage plus petit (lr)</translation>
    </message>
    <message>
        <source>The features are collapsing: their spread fell below 5 % of the start</source>
        <translation>Les caractéristiques s’effondrent : leur dispersion est tombée sous 5 % du début</translation>
    </message>
    <message>
        <source>The features are collapsing: their spread fell below 5 % of the start, and the nearest neighbours know no more than chance</source>
        <translation>Les caractéristiques s’effondrent : leur dispersion est tombée sous 5 % du début, et les plus proches voisins ne savent pas plus que le hasard</translation>
    </message>
    <message>
        <source>The features no longer tell the classes apart: nearest neighbours name %1 of the labelled training images right after %2 before, and always naming the most frequent class %3</source>
        <translation>Les caractéristiques ne distinguent plus les classes : les plus proches voisins nomment juste %1 des images d’entraînement étiquetées, contre %2 avant, et toujours nommer la classe la plus fréquente %3</translation>
    </message>
    <message>
        <source>This file carries no head that could be kept: it lacks %1</source>
        <translation>Ce fichier n’apporte pas de tête à garder : il manque %1</translation>
    </message>
    <message>
        <source>Choose --head new</source>
        <translation>Choisissez --head new</translation>
    </message>
    <message>
        <source>The head has values that are not numbers in %1</source>
        <translation>La tête a dans %1 des valeurs qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>This version cannot pretrain with this method</source>
        <translation>Cette version ne peut pas préentraîner avec cette méthode</translation>
    </message>
    <message>
        <source>Methods here: %1</source>
        <translation>Méthodes ici : %1</translation>
    </message>
    <message>
        <source>This method keeps no heads of a checkpoint</source>
        <translation>Cette méthode ne garde pas les têtes d’un fichier de poids</translation>
    </message>
    <message>
        <source>Choose head=new</source>
        <translation>Choisissez head=new</translation>
    </message>
    <message>
        <source>The head that the checkpoint carries has another size than this method&apos;s</source>
        <translation>La tête que contient le fichier de poids n’a pas la taille de celle de cette méthode</translation>
    </message>
    <message>
        <source>Choose head=new, or the size that it has</source>
        <translation>Choisissez head=new, ou la taille qu’elle a</translation>
    </message>
    <message>
        <source>This processor does not compute in bf16, so that each step takes far longer than in fp32; start anew with precision=fp32</source>
        <translation>Ce processeur ne calcule pas en bf16, si bien que chaque pas prend bien plus de temps qu’en fp32 ; recommencez avec precision=fp32</translation>
    </message>
    <message>
        <source>Nearest neighbours of the labelled training images could not be asked (%1)</source>
        <translation>Les plus proches voisins des images d’entraînement étiquetées n’ont pas pu être interrogés (%1)</translation>
    </message>
    <message>
        <source>This is not a pretraining run</source>
        <translation>Ce n’est pas un calcul de préentraînement</translation>
    </message>
    <message>
        <source>The images kept for testing are not those this run was planned with</source>
        <translation>Les images gardées pour le test ne sont pas celles du plan de ce calcul</translation>
    </message>
    <message>
        <source>Images that the run was planned with are gone; the next ones of the list stand in for them</source>
        <translation>Des images du plan de ce calcul ont disparu ; les suivantes de la liste les remplacent</translation>
    </message>
    <message>
        <source>These starting weights have changed since the run was planned</source>
        <translation>Ces poids de départ ont changé depuis le plan du calcul</translation>
    </message>
    <message>
        <source>Put the file back, or plan the run again</source>
        <translation>Remettez le fichier, ou refaites le plan du calcul</translation>
    </message>
    <message>
        <source>The test images are not the same (%1 and %2), and averages over different images cannot be compared</source>
        <translation>Les images de test ne sont pas les mêmes (%1 et %2), et des moyennes sur des images différentes ne peuvent pas être comparées</translation>
    </message>
    <message>
        <source>Score both runs again on the same images</source>
        <translation>Évaluez de nouveau les deux calculs sur les mêmes images</translation>
    </message>
    <message>
        <source>The test images are not the same, and averages over different images cannot be compared</source>
        <translation>Les images de test ne sont pas les mêmes, et des moyennes sur des images différentes ne peuvent pas être comparées</translation>
    </message>
    <message>
        <source>This run has not been scored yet</source>
        <translation>Ce calcul n’a pas encore été évalué</translation>
    </message>
    <message>
        <source>Score both runs of the pair, then compare them</source>
        <translation>Évaluez les deux calculs de la paire, puis comparez-les</translation>
    </message>
    <message>
        <source>The two runs of this pair have no score of the same kind and pass</source>
        <translation>Les deux calculs de cette paire n’ont pas de score du même type et de la même passe</translation>
    </message>
    <message>
        <source>Score both with the same protocol and passes</source>
        <translation>Évaluez les deux avec le même protocole et les mêmes passes</translation>
    </message>
    <message>
        <source>A comparison needs two runs, a P1X and a P2X</source>
        <translation>Une comparaison demande deux calculs, un P1X et un P2X</translation>
    </message>
    <message>
        <source>There is no P1X and P2X among these runs that belong together</source>
        <translation>Parmi ces calculs, aucun P1X ni P2X ne vont ensemble</translation>
    </message>
    <message>
        <source>Name one run from random weights and one from a checkpoint</source>
        <translation>Nommez un calcul parti de poids aléatoires et un parti d’un fichier de poids</translation>
    </message>
    <message>
        <source>A name is one line of at most %1 letters</source>
        <translation>Un nom est une ligne d’au plus %1 caractères</translation>
    </message>
    <message>
        <source>There is something of this name in the study already</source>
        <translation>Il y a déjà quelque chose de ce nom dans l’étude</translation>
    </message>
    <message>
        <source>The study has no weights, pair, run or score of this name</source>
        <translation>L’étude n’a ni poids, ni paire, ni calcul, ni score de ce nom</translation>
    </message>
    <message>
        <source>rekindle-cli study status lists its runs</source>
        <translation>rekindle-cli study status énumère ses calculs</translation>
    </message>
    <message>
        <source>This file has changed since it was added to the study</source>
        <translation>Ce fichier a changé depuis son ajout à l’étude</translation>
    </message>
    <message>
        <source>Add it again under a new name</source>
        <translation>Ajoutez-le de nouveau sous un nouveau nom</translation>
    </message>
    <message>
        <source>This study knows no such weights</source>
        <translation>Cette étude ne connaît pas ces poids</translation>
    </message>
    <message>
        <source>Choose the starting weights of the P2X run first</source>
        <translation>Choisissez d’abord les poids de départ du calcul P2X</translation>
    </message>
    <message>
        <source>A batch of %1 cannot be filled once from %2</source>
        <translation>Un lot de %1 ne peut pas être rempli une seule fois avec %2</translation>
    </message>
    <message>
        <source>Choose %1 or less</source>
        <translation>Choisissez %1 ou moins</translation>
    </message>
    <message>
        <source>This is a scoring run</source>
        <translation>C’est un calcul d’évaluation</translation>
    </message>
    <message>
        <source>Name the pretraining runs that were scored</source>
        <translation>Nommez les calculs de préentraînement qui ont été évalués</translation>
    </message>
    <message>
        <source>The name of a pair has letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;</source>
        <translation>Le nom d’une paire a des lettres, des chiffres, « - », « _ » et « . »</translation>
    </message>
    <message>
        <source>There is a pair of this name already</source>
        <translation>Il y a déjà une paire de ce nom</translation>
    </message>
    <message>
        <source>This run keeps no weights of epoch %1</source>
        <translation>Ce calcul ne garde pas les poids de la passe %1</translation>
    </message>
    <message>
        <source>Score an epoch of its snapshots, or plan a run that keeps it</source>
        <translation>Évaluez une passe dont il garde les poids, ou planifiez un calcul qui les garde</translation>
    </message>
    <message>
        <source>Only pretraining runs can be scored</source>
        <translation>Seuls les calculs de préentraînement peuvent être évalués</translation>
    </message>
    <message>
        <source>The number of pairs is a whole number from 1 to 1000</source>
        <translation>Le nombre de paires est un entier de 1 à 1000</translation>
    </message>
    <message>
        <source>The runs of this study are being worked off already</source>
        <translation>Les calculs de cette étude sont déjà en cours</translation>
    </message>
    <message>
        <source>Leave it to that process, or stop it first</source>
        <translation>Laissez faire ce processus, ou arrêtez-le d’abord</translation>
    </message>
    <message>
        <source>The sample images are not beside this program</source>
        <translation>Les images d’exemple ne sont pas à côté de ce programme</translation>
    </message>
    <message>
        <source>Reinstall Rekindle, or set REKINDLE_SAMPLE to the sample&apos;s folder</source>
        <translation>Réinstallez Rekindle, ou donnez à REKINDLE_SAMPLE le dossier de l’exemple</translation>
    </message>
    <message>
        <source>This study has no starting weights</source>
        <translation>Cette étude n’a pas de poids de départ</translation>
    </message>
    <message>
        <source>This run was pretrained on %1 of the %2 test images, so its scores would not be those of images it never saw</source>
        <translation>Ce calcul a été préentraîné sur %1 des %2 images de test : ses scores ne seraient pas ceux d’images qu’il n’a jamais vues</translation>
    </message>
    <message>
        <source>Pretrain with the labels given, so that test images are kept apart, or keep them (keep_leaks), which is noted beside every number</source>
        <translation>Préentraînez en donnant les étiquettes, pour que les images de test restent à part, ou gardez-les (keep_leaks), ce qui est noté à côté de chaque nombre</translation>
    </message>
    <message>
        <source>This score does not fit together (%1)</source>
        <translation>Ce score n’est pas cohérent (%1)</translation>
    </message>
    <message>
        <source>This score was written by another version of Rekindle</source>
        <translation>Ce score a été écrit par une autre version de Rekindle</translation>
    </message>
    <message>
        <source>This score is not finished</source>
        <translation>Ce score n’est pas terminé</translation>
    </message>
    <message>
        <source>Let it end, or resume it</source>
        <translation>Laissez-le finir, ou reprenez-le</translation>
    </message>
    <message>
        <source>No images were chosen yet</source>
        <translation>Aucune image n’a encore été choisie</translation>
    </message>
    <message>
        <source>Choose a folder of images first</source>
        <translation>Choisissez d’abord un dossier d’images</translation>
    </message>
    <message>
        <source>A run of this study is being worked on</source>
        <translation>Un calcul de cette étude est en cours</translation>
    </message>
    <message>
        <source>Pause the runs, then copy the study</source>
        <translation>Mettez les calculs en pause, puis copiez l’étude</translation>
    </message>
    <message>
        <source>A copy cannot lie inside the study itself</source>
        <translation>Une copie ne peut pas se trouver dans l’étude elle-même</translation>
    </message>
    <message>
        <source>Choose a folder beside the study</source>
        <translation>Choisissez un dossier à côté de l’étude</translation>
    </message>
    <message>
        <source>Copying was stopped</source>
        <translation>La copie a été arrêtée</translation>
    </message>
    <message>
        <source>This is not the file of a study</source>
        <translation>Ce n’est pas le fichier d’une étude</translation>
    </message>
    <message>
        <source>This study was saved by a newer Rekindle (format %1, this program reads up to %2)</source>
        <translation>Cette étude a été enregistrée par un Rekindle plus récent (format %1, ce programme lit jusqu’à %2)</translation>
    </message>
    <message>
        <source>Update Rekindle to open it</source>
        <translation>Mettez Rekindle à jour pour l’ouvrir</translation>
    </message>
    <message>
        <source>Nothing can be written here (the disk is read-only, or the folder belongs to somebody else)</source>
        <translation>Rien ne peut être écrit ici (le disque est en lecture seule, ou le dossier appartient à quelqu’un d’autre)</translation>
    </message>
    <message>
        <source>The study is open for reading. Use Save a copy to work in another place</source>
        <translation>L’étude est ouverte en lecture. Utilisez « Enregistrer une copie » pour travailler ailleurs</translation>
    </message>
    <message>
        <source>Another process is changing this study</source>
        <translation>Un autre processus modifie cette étude</translation>
    </message>
    <message>
        <source>Try again when it is done</source>
        <translation>Réessayez quand il aura fini</translation>
    </message>
    <message>
        <source>Choose a new or empty folder for the study</source>
        <translation>Choisissez un dossier nouveau ou vide pour l’étude</translation>
    </message>
    <message>
        <source>This folder is not a Rekindle study. It has no study.json</source>
        <translation>Ce dossier n’est pas une étude Rekindle. Il n’a pas de study.json</translation>
    </message>
    <message>
        <source>Choose the folder that holds study.json, or make a new study here</source>
        <translation>Choisissez le dossier qui contient study.json, ou créez ici une nouvelle étude</translation>
    </message>
    <message>
        <source>No folder for temporary files can be made</source>
        <translation>Aucun dossier pour des fichiers temporaires ne peut être créé</translation>
    </message>
    <message>
        <source>Set TMPDIR to a folder that can be written to</source>
        <translation>Donnez à TMPDIR un dossier où l’on peut écrire</translation>
    </message>
    <message>
        <source>The trial ended before its first step</source>
        <translation>L’essai s’est terminé avant son premier pas</translation>
    </message>
    <message>
        <source>See what rekindle-cli doctor says of this computer</source>
        <translation>Voyez ce que rekindle-cli doctor dit de cet ordinateur</translation>
    </message>
    <message>
        <source>How much memory this method takes is not known</source>
        <translation>La mémoire que prend cette méthode n’est pas connue</translation>
    </message>
    <message>
        <source>Leave memory_limit out</source>
        <translation>Laissez memory_limit de côté</translation>
    </message>
    <message>
        <source>This run needs about %1 even in its smallest pieces, and the memory limit is %2</source>
        <translation>Même en ses plus petits morceaux, ce calcul demande environ %1, et la limite de mémoire est de %2</translation>
    </message>
    <message>
        <source>Allow %1 or more, or choose smaller images or a smaller batch</source>
        <translation>Permettez %1 ou plus, ou choisissez des images ou un lot plus petits</translation>
    </message>
    <message>
        <source>Batch norm sees %1 images at a time and not the whole batch of %2: the loss compares all of them, but values are normalised over each piece by itself, as on several cards</source>
        <translation>BatchNorm voit %1 images à la fois et non tout le lot de %2 : la perte les compare toutes, mais les valeurs sont normées dans chaque morceau séparément, comme sur plusieurs cartes</translation>
    </message>
    <message>
        <source>its end is broken</source>
        <translation>la fin est cassée</translation>
    </message>
    <message>
        <source>it names a block that cannot be</source>
        <translation>un bloc impossible est nommé</translation>
    </message>
    <message>
        <source>its blocks overlap</source>
        <translation>des blocs se chevauchent</translation>
    </message>
    <message>
        <source>a block lies outside the file</source>
        <translation>un bloc se trouve hors du fichier</translation>
    </message>
    <message>
        <source>a block differs from its checksum</source>
        <translation>un bloc diffère de sa somme de contrôle</translation>
    </message>
    <message>
        <source>a block is too short</source>
        <translation>un bloc est trop court</translation>
    </message>
    <message>
        <source>a block is broken</source>
        <translation>un bloc est cassé</translation>
    </message>
    <message>
        <source>an entry is broken</source>
        <translation>une entrée est cassée</translation>
    </message>
    <message>
        <source>its names are not in order</source>
        <translation>les noms ne sont pas dans l’ordre</translation>
    </message>
    <message>
        <source>it has no header</source>
        <translation>l’en-tête manque</translation>
    </message>
    <message>
        <source>its header is broken</source>
        <translation>l’en-tête est cassé</translation>
    </message>
    <message>
        <source>its table of contents is too short for its entries</source>
        <translation>la table des matières est trop courte pour les entrées</translation>
    </message>
    <message>
        <source>there is something else behind its table of contents</source>
        <translation>il y a autre chose derrière la table des matières</translation>
    </message>
    <message>
        <source>it has two tables of contents</source>
        <translation>il y a deux tables des matières</translation>
    </message>
    <message>
        <source>it is a part of several volumes</source>
        <translation>ce n’est qu’une partie de plusieurs</translation>
    </message>
    <message>
        <source>its table of contents is not where it should be</source>
        <translation>la table des matières n’est pas à sa place</translation>
    </message>
    <message>
        <source>its two end records do not agree</source>
        <translation>les deux indications de fin se contredisent</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; is encrypted</source>
        <translation>l’entrée « %1 » est chiffrée</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; is packed in a way that checkpoints do not use</source>
        <translation>l’entrée « %1 » est compressée d’une façon que les fichiers de poids n’utilisent pas</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; has two different sizes</source>
        <translation>l’entrée « %1 » a deux tailles différentes</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; lies outside the file</source>
        <translation>l’entrée « %1 » se trouve hors du fichier</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; does not agree with the table of contents</source>
        <translation>l’entrée « %1 » ne correspond pas à la table des matières</translation>
    </message>
    <message>
        <source>its entry &apos;%1&apos; overlaps another one</source>
        <translation>l’entrée « %1 » en chevauche une autre</translation>
    </message>
    <message>
        <source>its sizes are impossible</source>
        <translation>les tailles sont impossibles</translation>
    </message>
    <message>
        <source>its entries reach into the table of contents</source>
        <translation>les entrées empiètent sur la table des matières</translation>
    </message>
    <message>
        <source>The archive has an entry whose name is %1 bytes long (limit %2)</source>
        <translation>L’archive a une entrée dont le nom est long de %1 octets (limite %2)</translation>
    </message>
    <message>
        <source>Checkpoints of a network hold a few hundred</source>
        <translation>Les fichiers de poids d’un réseau en contiennent quelques centaines</translation>
    </message>
    <message>
        <source>No checkpoint has such names; get the file from another source</source>
        <translation>Aucun fichier de poids n’a de tels noms ; prenez le fichier à une autre source</translation>
    </message>
    <message>
        <source>This JSON cannot be used: %1</source>
        <translation>Ce JSON est inutilisable : %1</translation>
    </message>
    <message>
        <source>it is nested more than 64 levels deep</source>
        <translation>il est imbriqué sur plus de 64 niveaux</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; appears twice</source>
        <translation>la clé « %1 » apparaît deux fois</translation>
    </message>
    <message>
        <source>one object has more than %1 keys</source>
        <translation>un objet a plus de %1 clés</translation>
    </message>
    <message>
        <source>parse error at line %1, column %2: %8</source>
        <translation>erreur à la ligne %1, colonne %2 : %8</translation>
    </message>
    <message>
        <source>The content is not an object</source>
        <translation>Le contenu n’est pas un objet</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an object</source>
        <translation>« %1 » n’est pas un objet</translation>
    </message>
    <message>
        <source>&apos;%1&apos; should be %2</source>
        <translation>« %1 » devrait être %2</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux (true, false)</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>une liste de nombres entiers</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>une liste de textes</translation>
    </message>
    <message>
        <source>a list of paths</source>
        <translation>une liste de chemins</translation>
    </message>
    <message>
        <source>a path</source>
        <translation>un chemin</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>un nom</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>un objet de textes</translation>
    </message>
    <message>
        <source>A warning is counted less than once</source>
        <translation>Un avertissement est compté moins d’une fois</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; has an impossible shape</source>
        <translation>Son tenseur « %1 » a une forme impossible</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; is described in a broken way</source>
        <translation>Son tenseur « %1 » est mal décrit</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; has another size than its shape says</source>
        <translation>Son tenseur « %1 » a une autre taille que sa forme ne le dit</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; lies outside its file</source>
        <translation>Son tenseur « %1 » se trouve hors de son fichier</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; differs from its checksum</source>
        <translation>Son tenseur « %1 » diffère de sa somme de contrôle</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; claims more than a checkpoint&apos;s texts</source>
        <translation>Son tenseur « %1 » annonce plus que les textes d’un fichier de poids</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; is broken</source>
        <translation>Son tenseur « %1 » est cassé</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; refers to data that are not described</source>
        <translation>Son tenseur « %1 » renvoie à des données qui ne sont pas décrites</translation>
    </message>
    <message>
        <source>Its tensor &apos;%1&apos; reaches beyond its data</source>
        <translation>Son tenseur « %1 » dépasse ses données</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; is broken</source>
        <translation>Son tableau « %1 » est cassé</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; has an impossible shape</source>
        <translation>Son tableau « %1 » a une forme impossible</translation>
    </message>
    <message>
        <source>Its array &apos;%1&apos; has no values</source>
        <translation>Son tableau « %1 » n’a pas de valeurs</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; is there twice</source>
        <translation>Son bloc de stockage « %1 » est là deux fois</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; is of an unknown type</source>
        <translation>Son bloc de stockage « %1 » est d’un type inconnu</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; has another size than said</source>
        <translation>Son bloc de stockage « %1 » a une autre taille qu’annoncé</translation>
    </message>
    <message>
        <source>Its storage &apos;%1&apos; ends early</source>
        <translation>Son bloc de stockage « %1 » se termine trop tôt</translation>
    </message>
    <message>
        <source>an unknown protocol</source>
        <translation>un protocole inconnu</translation>
    </message>
    <message>
        <source>a frame longer than the file</source>
        <translation>une section plus longue que le fichier</translation>
    </message>
    <message>
        <source>it ends with loose values</source>
        <translation>il reste des valeurs isolées à la fin</translation>
    </message>
    <message>
        <source>it asks for a value that was never made</source>
        <translation>une valeur est demandée qui n’a jamais été créée</translation>
    </message>
    <message>
        <source>a group ends that never began</source>
        <translation>un groupe se termine qui n’a jamais commencé</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>une valeur manque</translation>
    </message>
    <message>
        <source>a name without an end</source>
        <translation>un nom sans fin</translation>
    </message>
    <message>
        <source>it has %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>it has %1 at &apos;%2&apos;</source>
        <translation>%1 à « %2 »</translation>
    </message>
    <message>
        <source>a number in the wrong place</source>
        <translation>un nombre au mauvais endroit</translation>
    </message>
    <message>
        <source>a text in the wrong place</source>
        <translation>un texte au mauvais endroit</translation>
    </message>
    <message>
        <source>an object in the wrong place</source>
        <translation>un objet au mauvais endroit</translation>
    </message>
    <message>
        <source>a list in the wrong place</source>
        <translation>une liste au mauvais endroit</translation>
    </message>
    <message>
        <source>an unknown field</source>
        <translation>un champ inconnu</translation>
    </message>
    <message>
        <source>a field twice</source>
        <translation>un champ deux fois</translation>
    </message>
    <message>
        <source>its metadata twice</source>
        <translation>les métadonnées deux fois</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; twice</source>
        <translation>la clé « %1 » deux fois</translation>
    </message>
    <message>
        <source>the same name twice</source>
        <translation>le même nom deux fois</translation>
    </message>
    <message>
        <source>too little about a tensor</source>
        <translation>trop peu sur un tenseur</translation>
    </message>
    <message>
        <source>a size that does not fit its shape</source>
        <translation>une taille qui ne correspond pas à sa forme</translation>
    </message>
    <message>
        <source>an unknown type of numbers</source>
        <translation>un type de nombres inconnu</translation>
    </message>
    <message>
        <source>it is no valid JSON at byte %1</source>
        <translation>pas de JSON valide à l’octet %1</translation>
    </message>
    <message>
        <source>the tensor &apos;%1&apos; claims more values than any network&apos;s</source>
        <translation>le tenseur « %1 » annonce plus de valeurs qu’aucun réseau n’en a</translation>
    </message>
    <message>
        <source>the tensor &apos;%1&apos; has more than 8 dimensions</source>
        <translation>le tenseur « %1 » a plus de 8 dimensions</translation>
    </message>
    <message>
        <source>its metadata are longer than 1,000 entries of 64 kB</source>
        <translation>les métadonnées dépassent 1 000 entrées de 64 ko</translation>
    </message>
    <message>
        <source>it has names of over 4 kB</source>
        <translation>des noms dépassent 4 ko</translation>
    </message>
    <message>
        <source>it holds over 100,000 tensors</source>
        <translation>plus de 100 000 tenseurs s’y trouvent</translation>
    </message>
    <message>
        <source>The file&apos;s list has %1; lists over %2 are not read</source>
        <translation>La liste du fichier fait %1 ; les listes de plus de %2 ne sont pas lues</translation>
    </message>
    <message>
        <source>it cannot be listed</source>
        <translation>son contenu ne peut pas être listé</translation>
    </message>
    <message>
        <source>it holds too many things</source>
        <translation>elle contient trop de choses</translation>
    </message>
    <message>
        <source>a text about it cannot be read</source>
        <translation>un texte à son sujet ne peut pas être lu</translation>
    </message>
    <message>
        <source>a name in it cannot be read</source>
        <translation>un de ses noms ne peut pas être lu</translation>
    </message>
    <message>
        <source>its pictures are not where they should be</source>
        <translation>ses images ne sont pas à leur place</translation>
    </message>
    <message>
        <source>it has no pictures</source>
        <translation>elle ne contient pas d’images</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>elle est vide</translation>
    </message>
    <message>
        <source>it is no HDF5 file</source>
        <translation>ce n’est pas un fichier HDF5</translation>
    </message>
    <message>
        <source>something in it is no array</source>
        <translation>une de ses parties n’est pas un tableau</translation>
    </message>
    <message>
        <source>an array has another type</source>
        <translation>un tableau est d’un autre type</translation>
    </message>
    <message>
        <source>an array is larger than its file, or packed</source>
        <translation>un tableau est plus grand que son fichier, ou compressé</translation>
    </message>
    <message>
        <source>an array cannot be read</source>
        <translation>un tableau ne peut pas être lu</translation>
    </message>
    <message>
        <source>This could not be written (%8)</source>
        <translation>Cela n’a pas pu être écrit (%8)</translation>
    </message>
    <message>
        <source>This could not be made (%8)</source>
        <translation>Cela n’a pas pu être créé (%8)</translation>
    </message>
    <message>
        <source>This could not be read (%8)</source>
        <translation>Cela n’a pas pu être lu (%8)</translation>
    </message>
    <message>
        <source>This could not be locked (%8)</source>
        <translation>Cela n’a pas pu être verrouillé (%8)</translation>
    </message>
    <message>
        <source>%1 of its weights are empty, as DeepSpeed&apos;s ZeRO-3 leaves them; the values lie in other files</source>
        <translation>%1 de ses poids sont vides, comme les laisse ZeRO-3 de DeepSpeed ; les valeurs sont dans d’autres fichiers</translation>
    </message>
    <message>
        <source>Join them with the zero_to_fp32.py that DeepSpeed put beside them</source>
        <translation>Réunissez-les avec le zero_to_fp32.py que DeepSpeed a placé à côté</translation>
    </message>
    <message>
        <source>Join the shares with the zero_to_fp32.py that DeepSpeed put beside them</source>
        <translation>Réunissez les parts avec le zero_to_fp32.py que DeepSpeed a placé à côté</translation>
    </message>
    <message>
        <source>Save the model again with FSDP&apos;s full state dict</source>
        <translation>Enregistrez le modèle de nouveau avec le « full state dict » de FSDP</translation>
    </message>
    <message>
        <source>Make them final first: torch.nn.utils.parametrize.remove_parametrizations</source>
        <translation>Rendez-les d’abord définitifs : torch.nn.utils.parametrize.remove_parametrizations</translation>
    </message>
    <message>
        <source>Line %1 of the table: it marks several classes (%2); an image has one</source>
        <translation>Ligne %1 de la table : elle marque plusieurs classes (%2) ; une image n’en a qu’une</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>un guillemet n’est pas fermé</translation>
    </message>
    <message>
        <source>it has %1, the first line has %2</source>
        <translation>elle a %1, la première ligne en a %2</translation>
    </message>
    <message>
        <source>%1 field</source>
        <translation>%1 champ</translation>
    </message>
    <message>
        <source>%1 fields</source>
        <translation>%1 champs</translation>
    </message>
    <message>
        <source>the split &quot;%1&quot; is none of train, validation, test</source>
        <translation>la partie « %1 » n’est ni train, ni validation, ni test</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>le fichier manque</translation>
    </message>
    <message>
        <source>The JPEG&apos;s pixels cannot be unpacked (%8)</source>
        <translation>Les pixels du JPEG ne peuvent pas être décompressés (%8)</translation>
    </message>
    <message>
        <source>The JPEG is damaged inside (%8)</source>
        <translation>Le JPEG est abîmé à l’intérieur (%8)</translation>
    </message>
    <message>
        <source>two headers disagree</source>
        <translation>deux en-têtes se contredisent</translation>
    </message>
    <message>
        <source>too many scans</source>
        <translation>trop de passes</translation>
    </message>
    <message>
        <source>The PNG&apos;s pixels cannot be unpacked (%8)</source>
        <translation>Les pixels du PNG ne peuvent pas être décompressés (%8)</translation>
    </message>
    <message>
        <source>The WebP&apos;s pixels cannot be unpacked</source>
        <translation>Les pixels du WebP ne peuvent pas être décompressés</translation>
    </message>
    <message>
        <source>two readings of its header differ</source>
        <translation>deux lectures de l’en-tête diffèrent</translation>
    </message>
    <message>
        <source>its pieces have no size</source>
        <translation>ses morceaux n’ont pas de taille</translation>
    </message>
    <message>
        <source>its palette is missing</source>
        <translation>sa palette manque</translation>
    </message>
    <message>
        <source>This JPEG has %1 bits a channel; only 8 can be read here</source>
        <translation>Ce JPEG a %1 bits par canal ; seuls 8 peuvent être lus ici</translation>
    </message>
    <message>
        <source>This JPEG has %1 channels</source>
        <translation>Ce JPEG a %1 canaux</translation>
    </message>
    <message>
        <source>This TIFF is compressed in a way that is not read here (number %1)</source>
        <translation>Ce TIFF est compressé d’une façon qui n’est pas lue ici (numéro %1)</translation>
    </message>
    <message>
        <source>This TIFF has %1 bits a channel</source>
        <translation>Ce TIFF a %1 bits par canal</translation>
    </message>
    <message>
        <source>This TIFF holds JPEG data of %1 bits</source>
        <translation>Ce TIFF contient des données JPEG de %1 bits</translation>
    </message>
    <message>
        <source>This TIFF stores its colours in a way that is not read here (number %1)</source>
        <translation>Ce TIFF range ses couleurs d’une façon qui n’est pas lue ici (numéro %1)</translation>
    </message>
    <message>
        <source>This DICOM picture has %1 channels</source>
        <translation>Cette image DICOM a %1 canaux</translation>
    </message>
    <message>
        <source>This DICOM picture has %1 bits a colour</source>
        <translation>Cette image DICOM a %1 bits par couleur</translation>
    </message>
    <message>
        <source>This DICOM picture stores its colours in a way that is not read here (%1)</source>
        <translation>Cette image DICOM range ses couleurs d’une façon qui n’est pas lue ici (%1)</translation>
    </message>
    <message>
        <source>it does not say which</source>
        <translation>elle ne dit pas laquelle</translation>
    </message>
    <message>
        <source>This DICOM file is compressed in a way that is not read here (%1)</source>
        <translation>Ce fichier DICOM est compressé d’une façon qui n’est pas lue ici (%1)</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>image %1</translation>
    </message>
    <message>
        <source>Pack them again: rekindle-cli dataset FOLDER --pack FILE</source>
        <translation>Empaquetez-les de nouveau : rekindle-cli dataset DOSSIER --pack FICHIER</translation>
    </message>
    <message>
        <source>Put the files back, or go on without them: rekindle-cli resume %9 --without-missing</source>
        <translation>Remettez les fichiers, ou continuez sans eux : rekindle-cli resume %9 --without-missing</translation>
    </message>
    <message>
        <source>The slide cannot be opened</source>
        <translation>La lame ne peut pas être ouverte</translation>
    </message>
    <message>
        <source>Copy it again, with the files that belong to it</source>
        <translation>Copiez-la de nouveau, avec les fichiers qui lui appartiennent</translation>
    </message>
    <message>
        <source>The slide&apos;s sizes do not fit together</source>
        <translation>Les tailles de la lame ne concordent pas</translation>
    </message>
    <message>
        <source>A part of the slide cannot be read</source>
        <translation>Une partie de la lame ne peut pas être lue</translation>
    </message>
    <message>
        <source>Copy the slide again</source>
        <translation>Copiez la lame de nouveau</translation>
    </message>
    <message>
        <source>The slide has no smaller copy of itself, in which tissue could be looked for</source>
        <translation>La lame ne contient pas de copie réduite d’elle-même où chercher le tissu</translation>
    </message>
    <message>
        <source>No whole slides were found</source>
        <translation>Aucune lame entière n’a été trouvée</translation>
    </message>
    <message>
        <source>Slides of Aperio, Hamamatsu, Leica, MIRAX, Philips, Trestle, Ventana and tiled TIFF are read</source>
        <translation>Les lames Aperio, Hamamatsu, Leica, MIRAX, Philips, Trestle, Ventana et en TIFF tuilé sont lues</translation>
    </message>
    <message>
        <source>This Rekindle was built without OpenSlide, which reads whole slides</source>
        <translation>Ce Rekindle a été construit sans OpenSlide, qui lit les lames entières</translation>
    </message>
    <message>
        <source>Install libopenslide-dev and build it again</source>
        <translation>Installez libopenslide-dev et reconstruisez-le</translation>
    </message>
    <message>
        <source>This is not a whole slide that can be read</source>
        <translation>Ce n’est pas une lame entière lisible</translation>
    </message>
    <message>
        <source>A slide does not say how many µm a pixel is and is left out: its cells would appear at another size. --assume-mpp says it for such slides</source>
        <translation>Une lame ne dit pas combien de µm fait un pixel et est laissée de côté : ses cellules paraîtraient à une autre taille. En ligne de commande, --assume-mpp le dit pour de telles lames</translation>
    </message>
    <message>
        <source>A slide was scanned coarser than the tiles that are asked for, and is left out</source>
        <translation>Une lame a été numérisée plus grossièrement que les tuiles demandées et est laissée de côté</translation>
    </message>
    <message>
        <source>A slide is left out: %1</source>
        <translation>Une lame est laissée de côté : %1</translation>
    </message>
    <message>
        <source>No tile of a slide holds enough tissue</source>
        <translation>Aucune tuile d’une lame ne contient assez de tissu</translation>
    </message>
    <message>
        <source>&apos;files&apos; names something outside the run</source>
        <translation>« files » désigne quelque chose hors du calcul</translation>
    </message>
    <message>
        <source>&apos;state&apos; is none of the states of a run</source>
        <translation>« state » n’est aucun des états d’un calcul</translation>
    </message>
    <message>
        <source>pretrain or evaluate</source>
        <translation>pretrain ou evaluate</translation>
    </message>
    <message>
        <source>images and labels are not equally many</source>
        <translation>les images et les étiquettes ne sont pas en même nombre</translation>
    </message>
    <message>
        <source>a label does not exist</source>
        <translation>une étiquette n’existe pas</translation>
    </message>
    <message>
        <source>the probabilities of an image do not sum up to 1</source>
        <translation>les probabilités d’une image ne font pas 1 au total</translation>
    </message>
    <message>
        <source>it names a file outside its folder</source>
        <translation>elle désigne un fichier hors de son dossier</translation>
    </message>
    <message>
        <source>it is a table of something else</source>
        <translation>c’est une table d’autre chose</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>il manque quelque chose</translation>
    </message>
    <message>
        <source>a point is not an object</source>
        <translation>un point n’est pas un objet</translation>
    </message>
    <message>
        <source>a point lies nowhere</source>
        <translation>un point n’est nulle part</translation>
    </message>
    <message>
        <source>a point has no repeats</source>
        <translation>un point n’a pas de répétitions</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>ce n’est pas un objet</translation>
    </message>
    <message>
        <source>it has no points</source>
        <translation>il n’a pas de points</translation>
    </message>
    <message>
        <source>its folder is no scoring run</source>
        <translation>son dossier n’est pas une évaluation</translation>
    </message>
    <message>
        <source>its repeats are over different images</source>
        <translation>ses répétitions portent sur des images différentes</translation>
    </message>
    <message>
        <source>&apos;weights&apos; holds an entry without name or file</source>
        <translation>« weights » contient une entrée sans nom ou sans fichier</translation>
    </message>
    <message>
        <source>&apos;queue&apos; names a run outside the study</source>
        <translation>« queue » désigne un calcul hors de l’étude</translation>
    </message>
    <message>
        <source>study.json is damaged at line %1</source>
        <translation>study.json est endommagé à la ligne %1</translation>
    </message>
    <message>
        <source>study.json is damaged (%1)</source>
        <translation>study.json est endommagé (%1)</translation>
    </message>
    <message>
        <source>The last good copy is study.json.bak, of %1 UTC: put it in the place of study.json to go on from there</source>
        <translation>La dernière bonne copie est study.json.bak, du %1 UTC : mettez-la à la place de study.json pour reprendre de là</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>erreur inconnue</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>aucune raison donnée</translation>
    </message>
    <message>
        <source>%1 of this file is shared among processes, of which each saved its part</source>
        <translation>%1 de ce fichier est partagé entre des processus dont chacun a enregistré sa part</translation>
    </message>
    <message>
        <source>%1 of this file is on PyTorch&apos;s meta device, so without values</source>
        <translation>%1 de ce fichier est sur l’appareil « meta » de PyTorch, donc sans valeurs</translation>
    </message>
    <message>
        <source>it has too little about a tensor</source>
        <translation>trop peu sur un tenseur</translation>
    </message>
    <message>
        <source>Images without a window of their own are shown from %1 (black) to %2 (white), between which all but %3 % of this set&apos;s values lie</source>
        <translation>Les images sans fenêtre propre sont montrées de %1 (noir) à %2 (blanc), entre lesquels se trouvent toutes les valeurs de cet ensemble sauf %3 %</translation>
    </message>
    <message>
        <source>These images have %1 bands; the first three are shown as red, green and blue</source>
        <translation>Ces images ont %1 bandes ; les trois premières sont montrées en rouge, vert et bleu</translation>
    </message>
    <message>
        <source>All %1 files with a patient&apos;s number have the same one; patients cannot be told apart by it</source>
        <translation>Les %1 fichiers qui ont un numéro de patient ont tous le même ; il ne permet pas de distinguer les patients</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>not started</source>
        <translation>pas commencé</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>à vous d’agir</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>%1 pictures of noise</source>
        <translation>%1 images de bruit</translation>
    </message>
    <message>
        <source>%1 images of %2</source>
        <translation>%1 images de %2</translation>
    </message>
    <message>
        <source>%1 of %2 filters scaled</source>
        <translation>%1 filtres sur %2 mis à l’échelle</translation>
    </message>
    <message>
        <source>%1 layers scaled</source>
        <translation>%1 couches mises à l’échelle</translation>
    </message>
    <message>
        <source>%1, %2 of %3 filters replaced. Filters above 1: %4 % before, %5 % after.</source>
        <translation>%1, %2 filtres sur %3 remplacés. Filtres au-dessus de 1 : %4 % avant, %5 % après.</translation>
    </message>
    <message>
        <source>Nothing to do: no filter is above 1 and none below 0.1. Repaired and unrepaired weights would be the same.</source>
        <translation>Rien à faire : aucun filtre n’est au-dessus de 1 ni au-dessous de 0,1. Les poids réparés et non réparés seraient les mêmes.</translation>
    </message>
    <message>
        <source>Not repaired yet: %1 of %2 filters are above 1, %3 are dead.</source>
        <translation>Pas encore réparé : %1 filtres sur %2 sont au-dessus de 1, %3 sont morts.</translation>
    </message>
    <message>
        <source>Not proved yet. Press Make repaired weights: the repair is done again and checked on images.</source>
        <translation>Pas encore prouvé. Cliquez sur « Créer les poids réparés » : la réparation est refaite et vérifiée sur des images.</translation>
    </message>
    <message>
        <source> Replaced filters do change answers: mean cosine %1.</source>
        <translation> Les filtres remplacés changent bien les réponses : cosinus moyen %1.</translation>
    </message>
    <message>
        <source> While training, batch statistics are used, so a scaled layer starts out weaker, at least to %1 of its strength; that is part of the paper&apos;s rule.</source>
        <translation> Pendant l’entraînement, les statistiques du lot s’appliquent ; une couche mise à l’échelle commence donc plus faible, au pire à %1 de sa force : cela fait partie de la règle de l’article.</translation>
    </message>
    <message>
        <source>Same answers when used for prediction: scaling alone changed the features by at most %1 of their size over %2; on batch statistics, as in training, by %3.</source>
        <translation>Mêmes réponses à l’utilisation : la mise à l’échelle seule a changé les caractéristiques d’au plus %1 de leur grandeur sur %2 ; avec les statistiques du lot, comme à l’entraînement, de %3.</translation>
    </message>
    <message>
        <source>Answers changed by %1 of their size over %2, where %3 was allowed, and by %4 on batch statistics, as in training. The small safety term of batch norm counts here; choose Absorbed, exact to avoid it.</source>
        <translation>Les réponses ont changé de %1 de leur grandeur sur %2, là où %3 était permis, et de %4 avec les statistiques du lot, comme à l’entraînement. Le petit terme de sûreté de BatchNorm compte ici ; choisissez « Absorbé, exact » pour l’éviter.</translation>
    </message>
    <message>
        <source>scaling is off</source>
        <translation>la mise à l’échelle est désactivée</translation>
    </message>
    <message>
        <source>no layer has a norm above %1</source>
        <translation>aucune couche n’a une norme supérieure à %1</translation>
    </message>
    <message>
        <source>no filter has a norm above %1</source>
        <translation>aucun filtre n’a une norme supérieure à %1</translation>
    </message>
    <message>
        <source>dead filters are left as they are</source>
        <translation>les filtres morts restent tels quels</translation>
    </message>
    <message>
        <source>no filter is below %1</source>
        <translation>aucun filtre n’est au-dessous de %1</translation>
    </message>
    <message>
        <source>Nothing was scaled and nothing replaced (%1), so no new weights were made. Go on with the original.</source>
        <translation>Rien n’a été mis à l’échelle ni remplacé (%1) : aucun nouveau jeu de poids n’a été créé. Continuez avec l’original.</translation>
    </message>
    <message>
        <source>the first layer</source>
        <translation>la première couche</translation>
    </message>
    <message>
        <source>the whole network</source>
        <translation>le réseau entier</translation>
    </message>
    <message>
        <source>More than the %1 that is allowed for the features.</source>
        <translation>Plus que les %1 permis pour les caractéristiques.</translation>
    </message>
    <message>
        <source>These weights can be looked at, not repaired: %1. A repair is proved by what the network answers, and only ResNets can be run here.</source>
        <translation>Ces poids peuvent être examinés, pas réparés : %1. Une réparation se prouve par les réponses du réseau, et seuls les ResNet peuvent être exécutés ici.</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>needs you</source>
        <translation>à vous d’agir</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>se suspend</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>s’annule</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>se termine</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>suspendu</translation>
    </message>
    <message>
        <source>finished early</source>
        <translation>terminé plus tôt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>mesure en cours…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>more than %1 left</source>
        <translation>reste plus de %1</translation>
    </message>
    <message>
        <source>%1 left, until %2</source>
        <translation>reste %1, jusqu’à %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>%1, %2, %3 %</source>
        <translation>%1, %2, %3 %</translation>
    </message>
    <message>
        <source>a worker is starting</source>
        <translation>un processus de calcul démarre</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en attente</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 en pause</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 en échec</translation>
    </message>
    <message>
        <source>Pair %1</source>
        <translation>Paire %1</translation>
    </message>
    <message>
        <source>%1, %2 % of the labels</source>
        <translation>%1, %2 % des étiquettes</translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n annulé</numerusform>
            <numerusform>%n annulés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n terminé</numerusform>
            <numerusform>%n terminés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Specs</name>
    <message>
        <source>0: all that the process may use</source>
        <translation>0 : tous ceux que le programme peut utiliser</translation>
    </message>
    <message>
        <source>BYOL</source>
        <translation>BYOL</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Colour strength</source>
        <translation>Force des couleurs</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Cœurs</translation>
    </message>
    <message>
        <source>Crops</source>
        <translation>Recadrages</translation>
    </message>
    <message>
        <source>Decides everything that chance decides</source>
        <translation>Fixe tout ce que le hasard décide</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Divides the scores before they are compared with the assignment of another crop</source>
        <translation>Divise les scores avant de les comparer à l’affectation d’un autre recadrage</translation>
    </message>
    <message>
        <source>Divides the similarities in the contrastive loss: the smaller it is, the more the nearest images count</source>
        <translation>Divise les similitudes dans la perte contrastive : plus elle est petite, plus les images les plus proches comptent</translation>
    </message>
    <message>
        <source>Draws, each with a seed of its own; three is the least that shows spread</source>
        <translation>Tirages, chacun avec sa propre graine ; il en faut au moins trois pour voir la dispersion</translation>
    </message>
    <message>
        <source>Earlier images that are assigned along with the batch; -1: by the authors&apos; rule (none from a batch of 512, 3840 below)</source>
        <translation>Images antérieures affectées en même temps que le lot ; -1 : selon la règle des auteurs (aucune à partir d’un lot de 512, 3840 au-dessous)</translation>
    </message>
    <message>
        <source>Earlier images that each image is told apart from</source>
        <translation>Images antérieures dont chaque image est distinguée</translation>
    </message>
    <message>
        <source>Factor on the four colour changes of a view; 0 leaves colours alone</source>
        <translation>Facteur appliqué aux quatre changements de couleur d’une vue ; 0 laisse les couleurs telles quelles</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Affinage</translation>
    </message>
    <message>
        <source>Fine-tuning passes</source>
        <translation>Passes d’affinage</translation>
    </message>
    <message>
        <source>From which pass the queue is filled</source>
        <translation>À partir de quelle passe la file se remplit</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Têtes</translation>
    </message>
    <message>
        <source>How long the prototypes stay as they were drawn; -1: by the authors&apos; rule (313 steps from a batch of 512, 5005 below)</source>
        <translation>Combien de temps les prototypes restent tels qu’ils ont été tirés ; -1 : selon la règle des auteurs (313 pas à partir d’un lot de 512, 5005 au-dessous)</translation>
    </message>
    <message>
        <source>How many directions images are assigned to</source>
        <translation>À combien de directions les images sont affectées</translation>
    </message>
    <message>
        <source>How many images count as a pass; 0: every image once (the paper: 100,000)</source>
        <translation>Combien d’images font une passe ; 0 : chaque image une fois (article : 100 000)</translation>
    </message>
    <message>
        <source>How many images make one update</source>
        <translation>Combien d’images font une mise à jour</translation>
    </message>
    <message>
        <source>How many of the most similar training images vote on a test image</source>
        <translation>Combien des images d’entraînement les plus semblables votent pour une image de test</translation>
    </message>
    <message>
        <source>How many small crops an image has with multi</source>
        <translation>Combien de petits recadrages une image reçoit avec multi</translation>
    </message>
    <message>
        <source>How often a resumable state is saved; 0: after every step</source>
        <translation>Tous les combien un état permettant la reprise est enregistré ; 0 : après chaque pas</translation>
    </message>
    <message>
        <source>How often every labelled training image is seen</source>
        <translation>Combien de fois chaque image d’entraînement étiquetée est vue</translation>
    </message>
    <message>
        <source>How slowly the copy follows that makes the keys</source>
        <translation>Avec quelle lenteur suit la copie qui produit les clés</translation>
    </message>
    <message>
        <source>How slowly the target follows at the start, on its way to 1; -1: by the authors&apos; rule (0.996 in runs of 600 passes and more, 0.99 below)</source>
        <translation>Avec quelle lenteur la cible suit au début, en allant vers 1 ; -1 : selon la règle des auteurs (0,996 à partir de 600 passes, 0,99 au-dessous)</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Taille d’image</translation>
    </message>
    <message>
        <source>Images compared at once; part of the method, not only a matter of memory</source>
        <translation>Images comparées en même temps ; cela fait partie de la méthode, ce n’est pas qu’une question de mémoire</translation>
    </message>
    <message>
        <source>Images in a pass</source>
        <translation>Images par passe</translation>
    </message>
    <message>
        <source>Keep at passes</source>
        <translation>Garder aux passes</translation>
    </message>
    <message>
        <source>L2 penalty on all parameters, part of the gradient</source>
        <translation>Pénalité L2 sur tous les paramètres, dans le gradient</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>Linear rise of the rate before the cosine; -1: by the rule of the method&apos;s authors (10 passes; SwAV below a batch of 512: none)</source>
        <translation>Montée linéaire du taux avant le cosinus ; -1 : selon la règle des auteurs de la méthode (10 passes ; SwAV au-dessous d’un lot de 512 : aucune)</translation>
    </message>
    <message>
        <source>MoCo v2</source>
        <translation>MoCo v2</translation>
    </message>
    <message>
        <source>Momentum of the key network</source>
        <translation>Inertie du réseau des clés</translation>
    </message>
    <message>
        <source>Momentum of the target</source>
        <translation>Inertie de la cible</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Plus proches voisins</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Voisins</translation>
    </message>
    <message>
        <source>Of Sinkhorn-Knopp: how often prototypes and images are balanced in turn</source>
        <translation>De Sinkhorn-Knopp : combien de fois prototypes et images sont équilibrés tour à tour</translation>
    </message>
    <message>
        <source>Of Sinkhorn-Knopp: the smaller it is, the more an image belongs to one prototype alone</source>
        <translation>De Sinkhorn-Knopp : plus elle est petite, plus une image appartient à un seul prototype</translation>
    </message>
    <message>
        <source>Of the first repeat; decides everything that chance decides</source>
        <translation>De la première répétition ; fixe tout ce que le hasard décide</translation>
    </message>
    <message>
        <source>Of which length of run the authors&apos; rate, decay and momentum are taken; auto: by the passes of this one</source>
        <translation>De quelle durée d’entraînement viennent le taux, la décroissance et l’inertie des auteurs ; automatique : selon les passes de celui-ci</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>Passes over the images</source>
        <translation>Passes sur les images</translation>
    </message>
    <message>
        <source>Passes whose weights are kept for scoring; the last always is</source>
        <translation>Passes dont les poids sont gardés pour l’évaluation ; la dernière l’est toujours</translation>
    </message>
    <message>
        <source>Peak rate; 0: by the rule of the method&apos;s authors (SimCLR: 0.3 x batch / 256)</source>
        <translation>Taux maximal ; 0 : selon la règle des auteurs de la méthode (SimCLR : 0,3 × lot / 256)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Prototypes</source>
        <translation>Prototypes</translation>
    </message>
    <message>
        <source>Prototypes stay for</source>
        <translation>Prototypes fixes pendant</translation>
    </message>
    <message>
        <source>Pulls weights towards 0; -1: by the rule of the method&apos;s authors (SimCLR and SwAV: 1e-6)</source>
        <translation>Tire les poids vers 0 ; -1 : selon la règle des auteurs de la méthode (SimCLR et SwAV : 1e-6)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Queue from pass</source>
        <translation>File dès la passe</translation>
    </message>
    <message>
        <source>Rate at the end</source>
        <translation>Taux à la fin</translation>
    </message>
    <message>
        <source>Rate at the start</source>
        <translation>Taux au début</translation>
    </message>
    <message>
        <source>Rate of Adam, the same from the first update to the last</source>
        <translation>Taux d’Adam, le même de la première à la dernière mise à jour</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>Rounds of balancing</source>
        <translation>Tours d’équilibrage</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>Enregistrer toutes les</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Share of the labelled training images that is used</source>
        <translation>Part des images d’entraînement étiquetées qui est utilisée</translation>
    </message>
    <message>
        <source>Side of a small crop</source>
        <translation>Côté d’un petit recadrage</translation>
    </message>
    <message>
        <source>Side of a view</source>
        <translation>Côté d’une vue</translation>
    </message>
    <message>
        <source>Side of what the network sees</source>
        <translation>Côté de ce que voit le réseau</translation>
    </message>
    <message>
        <source>SimCLR</source>
        <translation>SimCLR</translation>
    </message>
    <message>
        <source>Size of small crops</source>
        <translation>Taille des petits recadrages</translation>
    </message>
    <message>
        <source>Small crops</source>
        <translation>Petits recadrages</translation>
    </message>
    <message>
        <source>Softness of assignments</source>
        <translation>Souplesse des affectations</translation>
    </message>
    <message>
        <source>SwAV</source>
        <translation>SwAV</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Values for</source>
        <translation>Valeurs pour</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Échauffement</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Décroissance des poids</translation>
    </message>
    <message>
        <source>Where it is computed; auto never falls back to the processor silently</source>
        <translation>Où se fait le calcul ; auto ne se rabat jamais sur le processeur sans le dire</translation>
    </message>
    <message>
        <source>Where the cosine ends; -1: by the authors&apos; rule (1/1000 of the peak)</source>
        <translation>Où finit le cosinus ; -1 : selon la règle des auteurs (1/1000 du maximum)</translation>
    </message>
    <message>
        <source>Where the warm-up begins; -1: by the authors&apos; rule (1/16 of the peak)</source>
        <translation>Où commence l’échauffement ; -1 : selon la règle des auteurs (1/16 du maximum)</translation>
    </message>
    <message>
        <source>Whether heads that the checkpoint carries are kept or made anew (SwAV and BYOL)</source>
        <translation>Si les têtes que contient le fichier de poids sont gardées ou refaites (SwAV et BYOL)</translation>
    </message>
    <message>
        <source>Whether the width of the blur is drawn once for a view of the whole batch, as the authors do, or for each image</source>
        <translation>Si la largeur du flou est tirée une fois pour une vue de tout le lot, comme le font les auteurs, ou pour chaque image</translation>
    </message>
    <message>
        <source>Width of the blur</source>
        <translation>Largeur du flou</translation>
    </message>
    <message>
        <source>a number from -1 to 1</source>
        <translation>un nombre de -1 à 1</translation>
    </message>
    <message>
        <source>a number from -1 to 10000</source>
        <translation>un nombre de -1 à 10 000</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>un nombre de 0 à 1</translation>
    </message>
    <message>
        <source>a number from 0 to 10000</source>
        <translation>un nombre de 0 à 10 000</translation>
    </message>
    <message>
        <source>a number from 0 to 10080</source>
        <translation>un nombre de 0 à 10 080</translation>
    </message>
    <message>
        <source>a number from 0 to 1e+06</source>
        <translation>un nombre de 0 à 1 000 000</translation>
    </message>
    <message>
        <source>a number from 0 to 2</source>
        <translation>un nombre de 0 à 2</translation>
    </message>
    <message>
        <source>a number from 0.001 to 100</source>
        <translation>un nombre de 0,001 à 100</translation>
    </message>
    <message>
        <source>a number from 0.02 to 10</source>
        <translation>un nombre de 0,02 à 10</translation>
    </message>
    <message>
        <source>a number from 1e-04 to 1</source>
        <translation>un nombre de 0,0001 à 1</translation>
    </message>
    <message>
        <source>a whole number from -1 to 10000000</source>
        <translation>un nombre entier de -1 à 10 000 000</translation>
    </message>
    <message>
        <source>a whole number from -1 to 1000000000</source>
        <translation>un nombre entier de -1 à 1 000 000 000</translation>
    </message>
    <message>
        <source>a whole number from 0 to 1000000000000</source>
        <translation>un nombre entier de 0 à 1000000000000</translation>
    </message>
    <message>
        <source>a whole number from 0 to 1024</source>
        <translation>un nombre entier de 0 à 1024</translation>
    </message>
    <message>
        <source>a whole number from 0 to 18446744073709551615</source>
        <translation>un nombre entier de 0 à 18446744073709551615</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000</source>
        <translation>un nombre entier de 1 à 1000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 100000</source>
        <translation>un nombre entier de 1 à 100 000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000000</source>
        <translation>un nombre entier de 1 à 1 000 000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 10000000</source>
        <translation>un nombre entier de 1 à 10 000 000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1048576</source>
        <translation>un nombre entier de 1 à 1 048 576</translation>
    </message>
    <message>
        <source>a whole number from 1 to 64</source>
        <translation>un nombre entier de 1 à 64</translation>
    </message>
    <message>
        <source>a whole number from 2 to 1000000</source>
        <translation>un nombre entier de 2 à 1 000 000</translation>
    </message>
    <message>
        <source>a whole number from 2 to 1048576</source>
        <translation>un nombre entier de 2 à 1 048 576</translation>
    </message>
    <message>
        <source>a whole number from 8 to 4096</source>
        <translation>un nombre entier de 8 à 4096</translation>
    </message>
    <message>
        <source>auto or 1000 or 300 or 100 or 40</source>
        <translation>automatique, 1000, 300, 100 ou 40</translation>
    </message>
    <message>
        <source>auto or cpu or cuda or cuda:N</source>
        <translation>auto, cpu, cuda ou cuda:N</translation>
    </message>
    <message>
        <source>auto or multi or two</source>
        <translation>automatique, multi ou deux</translation>
    </message>
    <message>
        <source>fine-tune</source>
        <translation>affinage</translation>
    </message>
    <message>
        <source>multi: two large crops of an image and several small ones; two: the large ones alone; auto: multi above 96 pixels</source>
        <translation>multi : deux grands recadrages d’une image et plusieurs petits ; deux : les grands seuls ; automatique : multi au-dessus de 96 pixels</translation>
    </message>
    <message>
        <source>nearest neighbours</source>
        <translation>plus proches voisins</translation>
    </message>
    <message>
        <source>new or keep</source>
        <translation>refaire ou garder</translation>
    </message>
    <message>
        <source>per_batch or per_image</source>
        <translation>par lot ou par image</translation>
    </message>
    <message>
        <source>whole numbers from 0 to 1000000, separated by commas</source>
        <translation>des nombres entiers de 0 à 1000000, séparés par des virgules</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Comme dans l’article</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Exactitude équilibrée</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Flou</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>For a graphics card: 1,000 epochs of 100,000 images at batch 1024 and 224 pixels</source>
        <translation>Pour une carte graphique : 1000 époques de 100 000 images, lot de 1024 et 224 pixels</translation>
    </message>
    <message>
        <source>For hundreds or a few thousand images, where a run has a few hundred to a few thousand steps</source>
        <translation>Pour des centaines ou quelques milliers d’images, quand l’entraînement compte de quelques centaines à quelques milliers de pas</translation>
    </message>
    <message>
        <source>For tens of thousands of images on one computer: the recipe&apos;s own strengths, one pass an epoch</source>
        <translation>Pour des dizaines de milliers d’images sur un seul ordinateur : les forces de la recette elle-même, une passe par époque</translation>
    </message>
    <message>
        <source>Leaks</source>
        <translation>Fuites</translation>
    </message>
    <message>
        <source>Pass that is scored</source>
        <translation>Passe évaluée</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Aperçu rapide</translation>
    </message>
    <message>
        <source>Share of the views that are blurred; 0 for images so small that blur takes all there is, as the authors do with CIFAR</source>
        <translation>Part des vues rendues floues ; 0 pour des images si petites que le flou efface tout, comme le font les auteurs avec CIFAR</translation>
    </message>
    <message>
        <source>Small lab</source>
        <translation>Petit laboratoire</translation>
    </message>
    <message>
        <source>Small set, few steps</source>
        <translation>Peu d’images, peu de pas</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Images de test</translation>
    </message>
    <message>
        <source>The last pass, or the one that is best on the validation part; where there is such a part, the other stands beside it</source>
        <translation>La dernière passe, ou la meilleure sur la partie de validation ; s’il y a une telle partie, l’autre figure à côté</translation>
    </message>
    <message>
        <source>To see the way in a few minutes, not a result</source>
        <translation>Pour voir le chemin en quelques minutes, pas un résultat</translation>
    </message>
    <message>
        <source>What becomes of test images that are copies of training images, stand in two classes or were pretrained on; keep is said beside every score</source>
        <translation>Ce que deviennent les images de test qui sont des copies d’images d’entraînement, qui sont dans deux classes ou qui ont servi au pré-entraînement ; « garder » est signalé à côté de chaque évaluation</translation>
    </message>
    <message>
        <source>Whether pretraining leaves the test part alone, or sees it, without labels; seen is said beside every score</source>
        <translation>Si le pré-entraînement laisse la partie de test de côté ou la voit, sans étiquettes ; « vues » est signalé à côté de chaque évaluation</translation>
    </message>
    <message>
        <source>a number from -1 to 1e+06</source>
        <translation>un nombre de -1 à 1 000 000</translation>
    </message>
    <message>
        <source>apart or seen</source>
        <translation>à part ou vues</translation>
    </message>
    <message>
        <source>last or validation</source>
        <translation>dernière ou validation</translation>
    </message>
    <message>
        <source>leave_out or keep</source>
        <translation>écarter ou garder</translation>
    </message>
    <message>
        <source>Compute maps again</source>
        <translation>Recalculer les cartes</translation>
    </message>
    <message>
        <source>How often the nearest neighbours of labelled training images are asked for their class; 0: never. Shown while it runs; changes no number of the training</source>
        <translation>Tous les combien les plus proches voisins d’images d’entraînement étiquetées sont interrogés sur leur classe ; 0 : jamais. Affiché pendant le calcul ; ne change aucun nombre de l’entraînement</translation>
    </message>
    <message>
        <source>In how many pieces a batch goes through the network; the loss is over the whole batch, and each piece is normalised by itself</source>
        <translation>En combien de morceaux un lot traverse le réseau ; la perte porte sur le lot entier, et chaque morceau est normalisé séparément</translation>
    </message>
    <message>
        <source>Kind of pictures</source>
        <translation>Type d’images</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Limite de mémoire</translation>
    </message>
    <message>
        <source>Neighbour check every</source>
        <translation>Vérifier les voisins toutes les</translation>
    </message>
    <message>
        <source>Pieces of a batch</source>
        <translation>Morceaux par lot</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>Supervisé</translation>
    </message>
    <message>
        <source>What the run may take of the device&apos;s memory; how it is worked off is chosen to fit, and the batch is never made smaller; 0 for no limit</source>
        <translation>Ce que le calcul peut prendre de la mémoire de l’appareil ; la façon de l’exécuter est choisie en conséquence, et le lot n’est jamais réduit ; 0 pour aucune limite</translation>
    </message>
    <message>
        <source>Whether maps are computed again on the way back instead of being kept: the same numbers in less memory, about a third slower</source>
        <translation>Si les cartes d’activation sont recalculées au retour au lieu d’être gardées : les mêmes nombres avec moins de mémoire, environ un tiers plus lent</translation>
    </message>
    <message>
        <source>a size such as 6G or 800M, or 0</source>
        <translation>une taille comme 6G ou 800M, ou 0</translation>
    </message>
    <message>
        <source>a whole number from 0 to 1000000</source>
        <translation>un nombre entier de 0 à 1 000 000</translation>
    </message>
    <message>
        <source>fp32 or bf16 or auto</source>
        <translation>fp32, bf16 ou auto</translation>
    </message>
    <message>
        <source>fp32; bf16 for less time and memory; auto: bf16 where the device computes in it</source>
        <translation>fp32 ; bf16 pour moins de temps et de mémoire ; auto : bf16 là où l’appareil calcule ainsi</translation>
    </message>
    <message>
        <source>no or yes</source>
        <translation>non ou oui</translation>
    </message>
    <message>
        <source>paper or grey or stain or ultrasound</source>
        <translation>paper (article), grey (gris), stain (coloration) ou ultrasound (échographie)</translation>
    </message>
    <message>
        <source>paper: views as the method&apos;s authors made them; grey: no hue, saturation or turning grey; stain: that, and the amounts of H&amp;E&apos;s stains change (histology); ultrasound: that of grey, and turned by up to 10 degrees</source>
        <translation>paper (article) : les vues telles que les font les auteurs de la méthode ; grey (gris) : sans teinte, saturation ni passage en gris ; stain (coloration) : de même, et les quantités des colorants H&amp;E changent (histologie) ; ultrasound (échographie) : comme gris, et tourné de 10 degrés au plus</translation>
    </message>
    <message>
        <source>How weights are scored on labelled images</source>
        <translation>Comment les poids sont évalués sur des images étiquetées</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>finetune or knn</source>
        <translation>affinage ou plus proches voisins</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation>Poids de départ</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Pretrain</source>
        <translation>Pré-entraîner</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n cœur</numerusform>
            <numerusform>%n cœurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n crop(s)</source>
        <translation>
            <numerusform>%n recadrage</numerusform>
            <numerusform>%n recadrages</numerusform>
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
            <numerusform>%n passe</numerusform>
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
            <numerusform>%Ln pas</numerusform>
            <numerusform>%Ln pas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n morceau</numerusform>
            <numerusform>%n morceaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écartées</translation>
    </message>
    <message>
        <source>seen, without labels</source>
        <translation>vues, sans étiquettes</translation>
    </message>
    <message>
        <source>made anew</source>
        <translation>refaites</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>gardées</translation>
    </message>
    <message>
        <source>full (32 bits)</source>
        <translation>complète (32 bits)</translation>
    </message>
    <message>
        <source>half (16 bits), faster</source>
        <translation>réduite (16 bits), plus rapide</translation>
    </message>
    <message>
        <source>one for the batch</source>
        <translation>une pour le lot</translation>
    </message>
    <message>
        <source>one for each image</source>
        <translation>une par image</translation>
    </message>
    <message>
        <source>two large, some small</source>
        <translation>deux grands, quelques petits</translation>
    </message>
    <message>
        <source>two large</source>
        <translation>deux grands</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>la dernière</translation>
    </message>
    <message>
        <source>best in validation</source>
        <translation>la meilleure en validation</translation>
    </message>
    <message>
        <source>as in PyTorch</source>
        <translation>comme dans PyTorch</translation>
    </message>
    <message>
        <source>as SimCLR&apos;s authors</source>
        <translation>comme les auteurs de SimCLR</translation>
    </message>
    <message>
        <source>as in TensorFlow</source>
        <translation>comme dans TensorFlow</translation>
    </message>
    <message>
        <source>values from 0 to 1</source>
        <translation>valeurs de 0 à 1</translation>
    </message>
    <message>
        <source>as for ImageNet</source>
        <translation>comme pour ImageNet</translation>
    </message>
    <message>
        <source>as SwAV&apos;s authors</source>
        <translation>comme les auteurs de SwAV</translation>
    </message>
    <message>
        <source>PyTorch, before version 1.6</source>
        <translation>PyTorch, avant la version 1.6</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>processeur</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>carte graphique</translation>
    </message>
    <message>
        <source>graphics card %1</source>
        <translation>carte graphique %1</translation>
    </message>
    <message>
        <source>%1, %2 times as wide</source>
        <translation>%1, %2 fois plus large</translation>
    </message>
    <message>
        <source>%1, %2 channels wide</source>
        <translation>%1, large de %2 canaux</translation>
    </message>
    <message>
        <source>as the method&apos;s authors</source>
        <translation>comme les auteurs de la méthode</translation>
    </message>
    <message>
        <source>grey pictures</source>
        <translation>images grises</translation>
    </message>
    <message>
        <source>stained tissue</source>
        <translation>tissus colorés</translation>
    </message>
    <message>
        <source>ultrasound pictures</source>
        <translation>échographies</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>always</source>
        <translation>toujours</translation>
    </message>
</context>
<context>
    <name>rekindle::bridge::SelfCheck</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n cœur</numerusform>
            <numerusform>%n cœurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready. Graphics card %1 with %2 GiB; %3, %4 GiB of memory.</source>
        <translation>Prêt. Carte graphique %1 avec %2 Gio ; %3, %4 Gio de mémoire.</translation>
    </message>
    <message>
        <source>Ready, without a graphics card: everything works, pretraining is slow. %1, %2 GiB of memory.</source>
        <translation>Prêt, sans carte graphique : tout fonctionne, le pré-entraînement est lent. %1, %2 Gio de mémoire.</translation>
    </message>
    <message>
        <source>The built-in check could not be run: %1.</source>
        <translation>La vérification intégrée n’a pas pu être exécutée : %1.</translation>
    </message>
    <message>
        <source>Something is missing: %1</source>
        <translation>Il manque quelque chose : %1</translation>
    </message>
</context>
<context>
    <name>rekindle::bridge::WarningText</name>
    <message numerus="yes">
        <source> (%n time(s))</source>
        <translation>
            <numerusform> (%n fois)</numerusform>
            <numerusform> (%n fois)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::gui::ActionFinder</name>
    <message>
        <source>Find an action</source>
        <translation>Chercher une action</translation>
    </message>
    <message>
        <source>A part of its name</source>
        <translation>Une partie de son nom</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::EndNotice</name>
    <message>
        <source>%1 is done.</source>
        <translation>%1 est terminé.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 a échoué.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 a échoué : %2</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::HelpDialog</name>
    <message>
        <source>&lt;p&gt;A study is a folder: your question, the list of your images, weights, runs and results. Everything is saved as you go.&lt;/p&gt;&lt;p&gt;Write down what you ask, then go through the pages from top to bottom. A tick on the left says that a page has what it needs.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Une étude est un dossier : votre question, la liste de vos images, les poids, les calculs et les résultats. Tout est enregistré au fur et à mesure.&lt;/p&gt;&lt;p&gt;Écrivez ce que vous cherchez, puis parcourez les pages de haut en bas. Une coche à gauche indique qu’une page a ce qu’il lui faut.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Choose the folder of your images; they are read where they are and never changed. One folder a class gives labels; folders named train and test give the parts.&lt;/p&gt;&lt;p&gt;Look at &lt;i&gt;Problems&lt;/i&gt;: files that could not be read, copies in two parts, patients in both. Each makes scores better than they are.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Choisissez le dossier de vos images ; elles sont lues sur place et jamais modifiées. Un dossier par classe donne les étiquettes ; des dossiers nommés train et test donnent les parties.&lt;/p&gt;&lt;p&gt;Regardez &lt;i&gt;Problèmes&lt;/i&gt; : fichiers illisibles, copies dans deux parties, patients dans les deux. Chacun de ces défauts embellit les évaluations.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Starting weights (a checkpoint) are what P2X begins from. Add a file of a ResNet; nothing in it is run. The card says which network it is, how many layers were matched, and where it came from.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Les poids de départ (un checkpoint) sont ce dont part P2X. Ajoutez le fichier d’un ResNet ; rien de son contenu n’est exécuté. La fiche indique de quel réseau il s’agit, combien de couches ont été reconnues et d’où il vient.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each filter has a norm: the root of the sum of its squared weights. Very small ones answer nearly nothing (dead), very large ones drown the others. Choose a layer at the left, or all; [ and ] step through the layers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Chaque filtre a une norme : la racine de la somme de ses poids au carré. Les très petits ne répondent presque rien (morts), les très grands couvrent les autres. Choisissez une couche à gauche, ou toutes ; [ et ] passent d’une couche à l’autre.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Repair scales layers that are too large and replaces dead filters, as new weights beside the old. The proof compares what both answer to the same images.&lt;/p&gt;</source>
        <translation>&lt;p&gt;La réparation met à l’échelle les couches trop grandes et remplace les filtres morts, dans de nouveaux poids à côté des anciens. La preuve compare les réponses des deux aux mêmes images.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A pair is two runs that are equal but for their start: P1X from random weights, P2X from yours. Both learn from your images without labels.&lt;/p&gt;&lt;p&gt;Runs go on when the window is closed, can be paused, and go on after a power cut. A lower loss does not by itself mean better features: that is what scores are for.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Une paire, ce sont deux pré-entraînements identiques à leur départ près : P1X part de poids aléatoires, P2X des vôtres. Les deux apprennent de vos images sans étiquettes.&lt;/p&gt;&lt;p&gt;Les calculs continuent quand la fenêtre est fermée, peuvent être suspendus et reprennent après une coupure de courant. Une perte plus faible ne signifie pas à elle seule de meilleures caractéristiques : c’est le rôle des évaluations.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A score asks what the pretrained weights are worth: with a part of your labels a classifier is trained and tested on the test images. Score both runs of a pair in the same way, at the same passes.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Une évaluation demande ce que valent les poids pré-entraînés : avec une part de vos étiquettes, un classifieur est entraîné puis testé sur les images de test. Évaluez les deux pré-entraînements d’une paire de la même manière, aux mêmes passes.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The answer: accuracy of P1X and P2X, their difference, and the interval in which it lies with 95 % certainty. An interval that holds 0 shows no difference.&lt;/p&gt;&lt;p&gt;With three pairs or more the interval counts what retraining alone would change.&lt;/p&gt;</source>
        <translation>&lt;p&gt;La réponse : l’exactitude de P1X et de P2X, leur différence et l’intervalle où elle se trouve avec 95 % de certitude. Un intervalle qui contient 0 ne montre aucune différence.&lt;/p&gt;&lt;p&gt;À partir de trois paires, l’intervalle tient compte de ce qu’un nouvel entraînement changerait à lui seul.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+8</source>
        <translation>Ctrl+1 à Ctrl+8</translation>
    </message>
    <message>
        <source>the pages</source>
        <translation>les pages</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>the run queue</source>
        <translation>la file d’attente</translation>
    </message>
    <message>
        <source>F6, Shift+F6</source>
        <translation>F6, Maj+F6</translation>
    </message>
    <message>
        <source>next and previous part of the window</source>
        <translation>partie suivante et précédente de la fenêtre</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>the main button of the page</source>
        <translation>le bouton principal de la page</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Maj+P</translation>
    </message>
    <message>
        <source>find an action by its name</source>
        <translation>chercher une action par son nom</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>the chart&apos;s numbers as a table, and back</source>
        <translation>les nombres du graphique en tableau, et retour</translation>
    </message>
    <message>
        <source>Arrow keys on a chart</source>
        <translation>Touches fléchées sur un graphique</translation>
    </message>
    <message>
        <source>walk along its points</source>
        <translation>parcourent ses points</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>export the figure</source>
        <translation>exporter la figure</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>save a copy of the study</source>
        <translation>enregistrer une copie de l’étude</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Aide : %1</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>The whole guide, in English, at the section of this page.</source>
        <translation>Le guide complet, en anglais, à la section de cette page.</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::Language</name>
    <message>
        <source>As the desktop</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::MainWindow</name>
    <message>
        <source>&amp;Study</source>
        <translation>Étu&amp;de</translation>
    </message>
    <message>
        <source>&amp;New study…</source>
        <translation>&amp;Nouvelle étude…</translation>
    </message>
    <message>
        <source>&amp;Open study…</source>
        <translation>&amp;Ouvrir une étude…</translation>
    </message>
    <message>
        <source>&amp;Try it with the sample</source>
        <translation>&amp;Essayer avec l’exemple</translation>
    </message>
    <message>
        <source>See a &amp;finished example</source>
        <translation>&amp;Voir un exemple terminé</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>Fi&amp;gure</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Chart as &amp;table</source>
        <translation>Graphique en &amp;tableau</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Run &amp;queue</source>
        <translation>&amp;File d’attente</translation>
    </message>
    <message>
        <source>Main &amp;button of the page</source>
        <translation>&amp;Bouton principal de la page</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;About Rekindle</source>
        <translation>À &amp;propos de Rekindle</translation>
    </message>
    <message>
        <source>Study state</source>
        <translation>État de l’étude</translation>
    </message>
    <message>
        <source>Device in use</source>
        <translation>Appareil utilisé</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>There is no chart on this page to export.</source>
        <translation>Il n’y a pas de graphique à exporter sur cette page.</translation>
    </message>
    <message>
        <source>Written: %1, and its numbers as CSV beside it.</source>
        <translation>Écrit : %1, avec ses nombres en CSV à côté.</translation>
    </message>
    <message>
        <source>About Rekindle</source>
        <translation>À propos de Rekindle</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Rekindle %1&lt;/h3&gt;&lt;p&gt;Two-step self-supervised pretraining for small image collections, after Ciga, Xu and Martel.&lt;/p&gt;&lt;p&gt;For research, not for diagnosis.&lt;/p&gt;&lt;p&gt;Charts are drawn with QCustomPlot; the window is built on Qt.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Rekindle %1&lt;/h3&gt;&lt;p&gt;Pré-entraînement auto-supervisé en deux étapes pour de petites collections d’images, d’après Ciga, Xu et Martel.&lt;/p&gt;&lt;p&gt;Pour la recherche, pas pour le diagnostic.&lt;/p&gt;&lt;p&gt;Les graphiques sont dessinés avec QCustomPlot ; la fenêtre repose sur Qt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source> – finished example, shipped results</source>
        <translation> – exemple terminé, résultats fournis</translation>
    </message>
    <message>
        <source> – read-only</source>
        <translation> – lecture seule</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>No study is open</source>
        <translation>Aucune étude n’est ouverte</translation>
    </message>
    <message>
        <source>%1 · for looking only</source>
        <translation>%1 · consultation seule</translation>
    </message>
    <message>
        <source>%1 · saved</source>
        <translation>%1 · enregistrée</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>Runs go on</source>
        <translation>Les calculs continuent</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study are being worked off.</source>
        <translation>
            <numerusform>%n calcul de cette étude est en cours de traitement.</numerusform>
            <numerusform>%n calculs de cette étude sont en cours de traitement.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can go on without the window; it shows them again when this study is opened.</source>
        <translation>Ils peuvent continuer sans la fenêtre ; elle les montrera de nouveau à la réouverture de cette étude.</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Laisser tourner</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Suspendre et fermer</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>Enregistrer une &amp;copie…</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Aide sur cette page</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>&amp;Chercher une action…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Guide de l’utilisateur</translation>
    </message>
    <message>
        <source>a worker is starting</source>
        <translation>un calcul démarre</translation>
    </message>
    <message>
        <source>training on: %1</source>
        <translation>entraîne sur : %1</translation>
    </message>
</context>
<context>
    <name>rekindle::gui::StudyController</name>
    <message>
        <source>Open study: choose the folder that holds study.json</source>
        <translation>Ouvrir une étude : choisissez le dossier qui contient study.json</translation>
    </message>
    <message>
        <source>What was started in the study %1 is done and stands there.</source>
        <translation>Ce qui a été lancé dans l’étude %1 est terminé et s’y trouve.</translation>
    </message>
    <message>
        <source>What was started in the study %1 has failed. %2</source>
        <translation>Ce qui a été lancé dans l’étude %1 a échoué. %2</translation>
    </message>
    <message>
        <source>-copy</source>
        <translation>-copie</translation>
    </message>
    <message>
        <source>Save a copy of this study as a new folder</source>
        <translation>Enregistrer une copie de cette étude dans un nouveau dossier</translation>
    </message>
    <message>
        <source>A copy of this study stands at %1.</source>
        <translation>Une copie de cette étude se trouve dans %1.</translation>
    </message>
</context>
<context>
    <name>rekindle::models::ImageModel</name>
    <message>
        <source>%1, %2 × %3 px</source>
        <translation>%1, %2 × %3 px</translation>
    </message>
</context>
<context>
    <name>rekindle::models::LayerModel</name>
    <message numerus="yes">
        <source>%n dead filter(s)</source>
        <translation>
            <numerusform>%n filtre mort</numerusform>
            <numerusform>%n filtres morts</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Above 1</source>
        <translation>&gt; 1</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Morts</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Toutes les couches</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>bloc %1</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>Normes</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norme</translation>
    </message>
    <message>
        <source>norms from %1 to %2, median %3</source>
        <translation>normes de %1 à %2, médiane %3</translation>
    </message>
</context>
<context>
    <name>rekindle::models::LayerTable</name>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norme</translation>
    </message>
    <message>
        <source>Median norm</source>
        <translation>Norme médiane</translation>
    </message>
    <message>
        <source>Above 1</source>
        <translation>&gt; 1</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Morts</translation>
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
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>Variance</translation>
    </message>
</context>
<context>
    <name>rekindle::models::RunModel</name>
    <message numerus="yes">
        <source>%1 · %n warning(s)</source>
        <translation>
            <numerusform>%1 · %n avertissement</numerusform>
            <numerusform>%1 · %n avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 images/s</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::BandsDialog</name>
    <message>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message numerus="yes">
        <source>These images have %n band(s). A network sees three of them, as colours, or one.</source>
        <translation>
            <numerusform>Ces images ont %n bande. Un réseau la voit en gris.</numerusform>
            <numerusform>Ces images ont %n bandes. Un réseau en voit trois, comme couleurs, ou une seule.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of Sentinel-2, the bands 4, 3 and 2 are what an eye would see; with 8, 4 and 3 plants are red.</source>
        <translation>Pour Sentinel-2, les bandes 4, 3 et 2 montrent ce que verrait un œil ; avec 8, 4 et 3, les plantes sont rouges.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the bands of now and keep them. Only later runs and scores have others.</source>
        <translation>
            <numerusform>%n calcul de cette étude a été prévu avec les bandes actuelles et les garde. Seuls les calculs et évaluations ultérieurs en ont d’autres.</numerusform>
            <numerusform>%n calculs de cette étude ont été prévus avec les bandes actuelles et les gardent. Seuls les calculs et évaluations ultérieurs en ont d’autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first three</source>
        <translation>Les trois premières</translation>
    </message>
    <message>
        <source>Three, as colours</source>
        <translation>Trois, en couleurs</translation>
    </message>
    <message>
        <source>One, in grey</source>
        <translation>Une, en gris</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>Bands are counted from 1, as in the files.</source>
        <translation>Les bandes sont comptées à partir de 1, comme dans les fichiers.</translation>
    </message>
    <message>
        <source>&amp;Red</source>
        <translation>&amp;Rouge</translation>
    </message>
    <message>
        <source>The band that is shown as red</source>
        <translation>La bande montrée en rouge</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>&amp;Vert</translation>
    </message>
    <message>
        <source>The band that is shown as green</source>
        <translation>La bande montrée en vert</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>&amp;Bleu</translation>
    </message>
    <message>
        <source>The band that is shown as blue</source>
        <translation>La bande montrée en bleu</translation>
    </message>
    <message>
        <source>B&amp;and</source>
        <translation>B&amp;ande</translation>
    </message>
    <message>
        <source>The band that is shown in grey</source>
        <translation>La bande montrée en gris</translation>
    </message>
    <message>
        <source>The first three bands are shown as red, green and blue.</source>
        <translation>Les trois premières bandes sont montrées en rouge, vert et bleu.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::BrightnessDialog</name>
    <message>
        <source>Brightness</source>
        <translation>Luminosité</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the brightness of now and keep it. Only later runs and scores have another.</source>
        <translation>
            <numerusform>%n calcul de cette étude a été prévu avec la luminosité actuelle et la garde. Seuls les calculs et évaluations ultérieurs en ont une autre.</numerusform>
            <numerusform>%n calculs de cette étude ont été prévus avec la luminosité actuelle et la gardent. Seules les exécutions et évaluations ultérieures en ont une autre.</numerusform>
        </translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Comme d’usage</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Percentiles of the set</source>
        <translation>Centiles du jeu</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Plage entière</translation>
    </message>
    <message>
        <source>&amp;Grey levels</source>
        <translation>Niveaux de &amp;gris</translation>
    </message>
    <message>
        <source>How the values that are stored become black, grey and white. Usual is each file&apos;s own window; where it has none, what its kind of values asks for.</source>
        <translation>Comment les valeurs stockées deviennent noir, gris et blanc. L’usage est la fenêtre propre à chaque fichier ; à défaut, ce que demande son genre de valeurs.</translation>
    </message>
    <message>
        <source>&amp;Black at</source>
        <translation>&amp;Noir à</translation>
    </message>
    <message>
        <source>&amp;White at</source>
        <translation>&amp;Blanc à</translation>
    </message>
    <message>
        <source>Black be&amp;low</source>
        <translation>Noir &amp;sous</translation>
    </message>
    <message>
        <source>Percent of the set&apos;s values</source>
        <translation>Pour cent des valeurs du jeu</translation>
    </message>
    <message>
        <source>White abo&amp;ve</source>
        <translation>Blanc a&amp;u-dessus de</translation>
    </message>
    <message>
        <source>Each file&apos;s own window; where it has none, all but a few values of the set.</source>
        <translation>La fenêtre propre à chaque fichier ; à défaut, toutes les valeurs du jeu sauf quelques-unes.</translation>
    </message>
    <message>
        <source>Window: centre %1, width %2.</source>
        <translation>Fenêtre : centre %1, largeur %2.</translation>
    </message>
    <message>
        <source>White must lie above black.</source>
        <translation>Le blanc doit être au-dessus du noir.</translation>
    </message>
    <message>
        <source>About from %1 to %2; all pictures are looked at when it is applied.</source>
        <translation>Environ de %1 à %2 ; toutes les images sont regardées à l’application.</translation>
    </message>
    <message>
        <source>The second percentage must be above the first.</source>
        <translation>Le second pourcentage doit être au-dessus du premier.</translation>
    </message>
    <message>
        <source>Nothing is cut off; pictures that use few of the values are dark.</source>
        <translation>Rien n’est coupé ; les images qui utilisent peu des valeurs sont sombres.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ComparePage</name>
    <message>
        <source>%1 against %2 · %3, %4 % of the labels</source>
        <translation>%1 contre %2 · %3, %4 % des étiquettes</translation>
    </message>
    <message>
        <source>%1 pairs from different seeds · %2, %3 % of the labels</source>
        <translation>%1 paires de graines différentes · %2, %3 % des étiquettes</translation>
    </message>
    <message>
        <source>The answer, and how sure it is.</source>
        <translation>La réponse, et sa certitude.</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Exporter la figure…</translation>
    </message>
    <message>
        <source>Go to Score</source>
        <translation>Aller à Évaluer</translation>
    </message>
    <message>
        <source>See a finished example</source>
        <translation>Voir un exemple terminé</translation>
    </message>
    <message>
        <source>Finished example – shipped results, computed with this program on the sample images.</source>
        <translation>Exemple terminé – résultats fournis, calculés avec ce programme sur les images d’exemple.</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paire</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Passe</translation>
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
        <translation>Différence (points)</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95 %</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Setting (P1X, P2X)</source>
        <translation>Réglage (P1X, P2X)</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Courbe</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Réglages différents</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Score both runs of a pair on the same test images.</source>
        <translation>Rien à comparer pour l’instant. Évaluez les deux pré-entraînements d’une paire sur les mêmes images de test.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, or look at the finished example.</source>
        <translation>Aucune étude n’est ouverte. Créez-en une ou ouvrez-en une à la page Étude, ou regardez l’exemple terminé.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>none: a matched pair, equal but for the starting weights</source>
        <translation>aucun : une paire appariée, identique aux poids de départ près</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message numerus="yes">
        <source>Points are means over %n pretraining run(s), bars one standard deviation.</source>
        <translation>
            <numerusform>Les points viennent d’un seul pré-entraînement (%n).</numerusform>
            <numerusform>Les points sont des moyennes sur %n pré-entraînements, les barres un écart-type.</numerusform>
        </translation>
    </message>
    <message>
        <source>Points are means over the repeats of the scoring, bars one standard deviation.</source>
        <translation>Les points sont des moyennes sur les répétitions de l’évaluation, les barres un écart-type.</translation>
    </message>
    <message>
        <source>Below: P2X minus P1X with its 95 % interval.</source>
        <translation>Au-dessous : P2X moins P1X avec son intervalle à 95 %.</translation>
    </message>
    <message>
        <source>The level line is the original weights, scored as they are.</source>
        <translation>La ligne horizontale montre les poids d’origine, évalués tels quels.</translation>
    </message>
    <message>
        <source>Copy caption</source>
        <translation>Copier la légende</translation>
    </message>
    <message>
        <source>The figure&apos;s caption for a paper, with method and numbers</source>
        <translation>La légende de la figure pour un article, avec méthode et nombres</translation>
    </message>
    <message>
        <source>Numbers by measure and pass</source>
        <translation>Nombres par mesure et par passe</translation>
    </message>
    <message>
        <source>The caption is on the clipboard.</source>
        <translation>La légende est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <source>Each point is a single score, so no spread is drawn.</source>
        <translation>Chaque point est un seul score : aucune dispersion n’est tracée.</translation>
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
        <translation>Exporter la figure</translation>
    </message>
    <message>
        <source>PDF (vector)</source>
        <translation>PDF (vectoriel)</translation>
    </message>
    <message>
        <source>SVG (vector)</source>
        <translation>SVG (vectoriel)</translation>
    </message>
    <message>
        <source>PNG (300 dots an inch)</source>
        <translation>PNG (300 points par pouce)</translation>
    </message>
    <message>
        <source>Single column, 89 mm</source>
        <translation>Une colonne, 89 mm</translation>
    </message>
    <message>
        <source>One and a half columns, 136 mm</source>
        <translation>Une colonne et demie, 136 mm</translation>
    </message>
    <message>
        <source>Double column, 183 mm</source>
        <translation>Deux colonnes, 183 mm</translation>
    </message>
    <message>
        <source>two thirds of the width</source>
        <translation>deux tiers de la largeur</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Largeur</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Hauteur</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>F&amp;ichier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>The plotted numbers are written beside it as CSV. Files are always light, with text as text.</source>
        <translation>Les nombres tracés sont écrits à côté en CSV. Les fichiers sont toujours clairs, et le texte y reste du texte.</translation>
    </message>
    <message>
        <source>Figures (*.pdf *.svg *.png)</source>
        <translation>Figures (*.pdf *.svg *.png)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>Remplacer les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>Of this export %n file(s) exist already: %1.</source>
        <translation>
            <numerusform>%n fichier de cet export existe déjà : %1.</numerusform>
            <numerusform>%n fichiers de cet export existent déjà : %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Choisir un autre nom</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::FactList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::FailureStrip</name>
    <message>
        <source>Why a run stands still</source>
        <translation>Pourquoi un calcul est à l’arrêt</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <source>What the worker wrote last.</source>
        <translation>Ce que le processus de calcul a écrit en dernier.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Puts it back into the queue; it goes on from its newest save.</source>
        <translation>Le remet dans la file d’attente ; il reprend à sa dernière sauvegarde.</translation>
    </message>
    <message>
        <source>%1 needs you. %2</source>
        <translation>%1 attend votre intervention. %2</translation>
    </message>
    <message>
        <source>%1 waits to be tried again. %2</source>
        <translation>%1 attend un nouvel essai. %2</translation>
    </message>
    <message>
        <source>%1 has failed. %2</source>
        <translation>%1 a échoué. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more run(s) stand still.</source>
        <translation>
            <numerusform>%n autre calcul est à l’arrêt.</numerusform>
            <numerusform>%n autres calculs sont à l’arrêt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ImageDialog</name>
    <message>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3 bit, %4</source>
        <translation>%1 × %2 pixels, %3 bits, %4</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>The same bytes as %1</source>
        <translation>Les mêmes octets que %1</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ImagesPage</name>
    <message>
        <source>Choose a folder and see what the network will see. Nothing is copied or changed.</source>
        <translation>Choisissez un dossier et voyez ce que verra le réseau. Rien n’est copié ni modifié.</translation>
    </message>
    <message>
        <source>%1: read %2 of %3</source>
        <translation>%1 : %2 sur %3 lus</translation>
    </message>
    <message>
        <source>Folder with images</source>
        <translation>Dossier d’images</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Read folder</source>
        <translation>Lire le dossier</translation>
    </message>
    <message>
        <source>F5 reads the folder again.</source>
        <translation>F5 relit le dossier.</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Lecture des images</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Vignettes</translation>
    </message>
    <message>
        <source>Class shown</source>
        <translation>Classe affichée</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Choisir un dossier d’images</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then choose images.</source>
        <translation>Aucune étude n’est ouverte. Créez-en une ou ouvrez-en une à la page Étude, puis choisissez des images.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>No images yet. Choose a folder, or drop one here. Rekindle reads PNG, JPEG, TIFF, WebP, BMP, DICOM and NIfTI files; nothing is copied or changed.</source>
        <translation>Pas encore d’images. Choisissez un dossier ou déposez-en un ici. Rekindle lit les fichiers PNG, JPEG, TIFF, WebP, BMP, DICOM et NIfTI ; rien n’est copié ni modifié.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then choose a folder of images here.</source>
        <translation>Aucune étude n’est ouverte. Créez-en une ou ouvrez-en une à la page Étude, puis choisissez ici un dossier d’images.</translation>
    </message>
    <message>
        <source>All %1 images</source>
        <translation>Les %1 images</translation>
    </message>
    <message>
        <source>%1 images without labels: fit for pretraining; scoring needs labels.</source>
        <translation>%1 images sans étiquettes : elles conviennent au pré-entraînement ; évaluer demande des étiquettes.</translation>
    </message>
    <message>
        <source>(no labels)</source>
        <translation>(sans étiquettes)</translation>
    </message>
    <message>
        <source>These images cannot be split: %1.</source>
        <translation>Ces images ne peuvent pas être réparties : %1.</translation>
    </message>
    <message>
        <source>Parts as the folders say: %1 training, %2 validation, %3 test.</source>
        <translation>Parties selon les dossiers : %1 entraînement, %2 validation, %3 test.</translation>
    </message>
    <message>
        <source>Parts drawn here, by class and patient: %1 training, %2 validation, %3 test.</source>
        <translation>Parties tirées ici, par classe et par patient : %1 entraînement, %2 validation, %3 test.</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>The same bytes as %1</source>
        <translation>Les mêmes octets que %1</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Aucun problème</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Problèmes (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 files could not be read and are left out. Names and reasons are under Problems. Put them right and press F5, or go on without them.</source>
        <translation>%1 fichiers sur %2 n’ont pas pu être lus et sont laissés de côté. Les noms et les raisons sont sous Problèmes. Corrigez-les et appuyez sur F5, ou continuez sans eux.</translation>
    </message>
    <message>
        <source>%1

The images themselves are not touched. Read their folder again, and the study has its list back: %2</source>
        <translation>%1

Les images elles-mêmes ne sont pas touchées. Relisez leur dossier, et l’étude retrouve sa liste : %2</translation>
    </message>
    <message>
        <source>copies in two classes</source>
        <translation>copies dans deux classes</translation>
    </message>
    <message>
        <source>copies in two parts</source>
        <translation>copies dans deux parties</translation>
    </message>
    <message>
        <source>empty, no class</source>
        <translation>vide, pas une classe</translation>
    </message>
    <message>
        <source>Parts drawn here, by class: %1 training, %2 validation, %3 test. Patients are not known.</source>
        <translation>Parties tirées ici, par classe : %1 entraînement, %2 validation, %3 test. Les patients ne sont pas connus.</translation>
    </message>
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
            <numerusform> %n autre fichier n’est pas une image et a été ignoré.</numerusform>
            <numerusform> %n autres fichiers ne sont pas des images et ont été ignorés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Brightness…</source>
        <translation>Luminosité…</translation>
    </message>
    <message>
        <source>Choose which values of these pictures are black and white.</source>
        <translation>Choisir quelles valeurs de ces images sont noires et blanches.</translation>
    </message>
    <message>
        <source>Cut into tiles…</source>
        <translation>Découper en tuiles…</translation>
    </message>
    <message numerus="yes">
        <source>This folder holds %n whole slide(s), which are read as tiles.</source>
        <translation>
            <numerusform>Ce dossier contient %n lame entière, qui se lit par tuiles.</numerusform>
            <numerusform>Ce dossier contient %n lames entières, qui se lisent par tuiles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bands…</source>
        <translation>Bandes…</translation>
    </message>
    <message>
        <source>Choose which bands of these pictures are shown.</source>
        <translation>Choisir quelles bandes de ces images sont montrées.</translation>
    </message>
    <message>
        <source>Slices…</source>
        <translation>Coupes…</translation>
    </message>
    <message>
        <source>Choose which way these volumes are cut into slices.</source>
        <translation>Choisir dans quel sens ces volumes sont découpés en coupes.</translation>
    </message>
    <message>
        <source>Bands… above the tiles chooses others.</source>
        <translation>« Bandes… » au-dessus des vignettes en choisit d’autres.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectChart</name>
    <message>
        <source>Layers of the network</source>
        <translation>Couches du réseau</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>Normes</translation>
    </message>
    <message>
        <source>How long the filters are.</source>
        <translation>La longueur des filtres.</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>BatchNorm</translation>
    </message>
    <message>
        <source>Norms and what batch norm keeps of each filter: the paper&apos;s Figure 1.</source>
        <translation>Les normes et ce que BatchNorm garde de chaque filtre : figure 1 de l’article.</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Toutes les couches</translation>
    </message>
    <message>
        <source>A row a layer: where its norms lie.</source>
        <translation>Une ligne par couche : où se situent ses normes.</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Filtres morts</translation>
    </message>
    <message>
        <source>A strip a layer, its filters from short to long.</source>
        <translation>Une bande par couche, ses filtres du plus court au plus long.</translation>
    </message>
    <message>
        <source>First filters</source>
        <translation>Premiers filtres</translation>
    </message>
    <message>
        <source>The first layer&apos;s filters as pictures.</source>
        <translation>Les filtres de la première couche en images.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>All layers as numbers, sortable.</source>
        <translation>Toutes les couches en nombres, triables.</translation>
    </message>
    <message>
        <source>Reading the weights…</source>
        <translation>Lecture des poids…</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectPage</name>
    <message>
        <source>Norms of the filters, layer by layer: what is too big, what is dead.</source>
        <translation>Normes des filtres, couche par couche : ce qui est trop grand, ce qui est mort.</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Exporter la figure…</translation>
    </message>
    <message>
        <source>Choose weights on the page Starting weights; nothing is computed until then.</source>
        <translation>Choisissez des poids à la page Poids de départ ; rien n’est calculé d’ici là.</translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation>Aller à Poids de départ</translation>
    </message>
    <message>
        <source>Go to Repair</source>
        <translation>Aller à Réparer</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Toutes les couches</translation>
    </message>
    <message>
        <source>%1 is a %2 and %3 a %4: layers of different networks cannot be laid over each other, so only the first is shown.</source>
        <translation>%1 : %2 ; %3 : %4. Les couches de réseaux différents ne se superposent pas ; seul le premier est montré.</translation>
    </message>
    <message>
        <source>All layers of %1</source>
        <translation>Toutes les couches de %1</translation>
    </message>
    <message>
        <source>network of %1 convolutions</source>
        <translation>réseau à %1 convolutions</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectStyle</name>
    <message>
        <source>Arrangement</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>How several weights stand beside each other.</source>
        <translation>Comment plusieurs poids se présentent ensemble.</translation>
    </message>
    <message>
        <source>Laid over</source>
        <translation>Superposés</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>Hauteurs</translation>
    </message>
    <message>
        <source>What the height of a step stands for.</source>
        <translation>Ce que représente la hauteur d’une marche.</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Densities</source>
        <translation>Densités</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Effectifs</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmique</translation>
    </message>
    <message>
        <source>Norms on a logarithmic axis: shows the smallest ones.</source>
        <translation>Normes sur un axe logarithmique : montre les plus petites.</translation>
    </message>
    <message>
        <source>Log heights</source>
        <translation>Hauteurs log</translation>
    </message>
    <message>
        <source>Heights on a logarithmic axis: shows single filters.</source>
        <translation>Hauteurs sur un axe logarithmique : montre les filtres isolés.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::InspectText</name>
    <message>
        <source>No filter is below %1; there is nothing dead here.</source>
        <translation>Aucun filtre n’est au-dessous de %1 ; rien n’est mort ici.</translation>
    </message>
    <message>
        <source>filter %1 (%2)</source>
        <translation>filtre %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n dead filter(s), norm in brackets: %1</source>
        <translation>
            <numerusform>%n filtre mort, norme entre parenthèses : %1</numerusform>
            <numerusform>%n filtres morts, norme entre parenthèses : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>For comparison, above 1: %1 at a random start of this network; in the paper&apos;s ResNet-50 %2 supervised, %3 SimCLR and SwAV, %4 BYOL.</source>
        <translation>À titre de comparaison, au-dessus de 1 : %1 pour un départ aléatoire de ce réseau ; pour le ResNet-50 de l’article, %2 supervisé, %3 SimCLR et SwAV, %4 BYOL.</translation>
    </message>
    <message>
        <source>%1 filters; norm of the whole layer %2. %3</source>
        <translation>%1 filtres ; norme de la couche entière %2. %3</translation>
    </message>
    <message>
        <source>%1 filters; %2 above %3, %4 dead (below %5).</source>
        <translation>%1 filtres ; %2 au-dessus de %3, %4 morts (au-dessous de %5).</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LayerTree</name>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>[ and ] go to the previous and next layer.</source>
        <translation>[ et ] vont à la couche précédente et suivante.</translation>
    </message>
    <message>
        <source>A click on a column&apos;s heading sorts by it, too.</source>
        <translation>Un clic sur l’en-tête d’une colonne trie aussi selon elle.</translation>
    </message>
    <message>
        <source>Order in the network</source>
        <translation>Ordre dans le réseau</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Filtres morts</translation>
    </message>
    <message>
        <source>Filters above 1</source>
        <translation>Filtres au-dessus de 1</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norme</translation>
    </message>
    <message>
        <source>Median norm</source>
        <translation>Norme médiane</translation>
    </message>
    <message>
        <source>A filter with a smaller norm counts as dead. The line in the chart can be dragged, too.</source>
        <translation>Un filtre de norme inférieure compte comme mort. La ligne du graphique peut aussi être déplacée à la souris.</translation>
    </message>
    <message>
        <source>Sor&amp;t by</source>
        <translation>Tri&amp;er par</translation>
    </message>
    <message>
        <source>Dead &amp;below</source>
        <translation>Mort so&amp;us</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LevelHistogram</name>
    <message>
        <source>Values of the picture</source>
        <translation>Valeurs de l’image</translation>
    </message>
    <message>
        <source>Drag the edges: what lies left of the first is black, right of the second white. Arrow keys move the black one, with Shift the white one, with Ctrl in large steps.</source>
        <translation>Faites glisser les bords : ce qui est à gauche du premier est noir, à droite du second blanc. Les flèches déplacent le noir, avec Maj le blanc, avec Ctrl à grands pas.</translation>
    </message>
    <message>
        <source>Black at %1, white at %2</source>
        <translation>Noir à %1, blanc à %2</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LiveChart</name>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Spread of the features</source>
        <translation>Dispersion</translation>
    </message>
    <message>
        <source>Effective rank</source>
        <translation>Rang effectif</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>Uniformity</source>
        <translation>Uniformité</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Plus proches voisins</translation>
    </message>
    <message>
        <source>The curves of both runs are drawn here while they run.</source>
        <translation>Les courbes des deux calculs se dessinent ici pendant qu’ils tournent.</translation>
    </message>
    <message>
        <source>Curve shown</source>
        <translation>Courbe affichée</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <source>The curve is the median of so many points; each value stays as a thin line or a band.</source>
        <translation>La courbe est la médiane d’autant de points ; chaque valeur reste visible en ligne fine ou en bande.</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>Sans lissage</translation>
    </message>
    <message>
        <source>Median of %1</source>
        <translation>Médiane de %1</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>Axe log</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Keeps the picture as it is while the runs go on.</source>
        <translation>Garde l’image telle quelle pendant que les calculs continuent.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::LogDialog</name>
    <message>
        <source>Log of %1</source>
        <translation>Journal de %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::MessageStrip</name>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::NewStudyDialog</name>
    <message>
        <source>New study</source>
        <translation>Nouvelle étude</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Make study</source>
        <translation>Créer l’étude</translation>
    </message>
    <message>
        <source>A study is a folder of small text files and runs. It is safe to copy or move as a whole.</source>
        <translation>Une étude est un dossier de petits fichiers texte et de calculs. On peut le copier ou le déplacer en entier sans risque.</translation>
    </message>
    <message>
        <source>My study</source>
        <translation>Mon étude</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Choisir un dossier vide</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PackDialog</name>
    <message>
        <source>These pictures are much larger than views of %1 pixels need, and every pass decodes them again. Smaller copies take %2 on the disk and %3 to make; a pass then reads %2 instead of %4.</source>
        <translation>Ces images sont bien plus grandes que ne le demandent des vues de %1 pixels, et chaque passe les décode à nouveau. Des copies plus petites prennent %2 sur le disque et %3 à faire ; une passe lit alors %2 au lieu de %4.</translation>
    </message>
    <message>
        <source>Pack the images first?</source>
        <translation>Compacter d’abord les images ?</translation>
    </message>
    <message>
        <source>Views of copies are a little softer where a small crop is enlarged, so a run says what it read: compare runs of packed images with each other.</source>
        <translation>Les vues des copies sont un peu plus douces là où un petit extrait est agrandi ; c’est pourquoi un calcul dit ce qu’il a lu : comparez entre elles les calculs sur images compactées.</translation>
    </message>
    <message>
        <source>Packing images</source>
        <translation>Compactage des images</translation>
    </message>
    <message>
        <source>Pack, then run</source>
        <translation>Compacter, puis lancer</translation>
    </message>
    <message>
        <source>Run without</source>
        <translation>Lancer sans compacter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 images sur %2</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>Compactage…</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::Page</name>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>%1

Read the folder again on the page Images; the images themselves are not touched.</source>
        <translation>%1

Relisez le dossier à la page Images ; les images elles-mêmes ne sont pas touchées.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PictureLabel</name>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PretrainForm</name>
    <message>
        <source>Score both when done</source>
        <translation>Évaluer ensuite les deux</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>P2X &amp;starts from</source>
        <translation>P2X &amp;part de</translation>
    </message>
    <message>
        <source>P1X starts from random weights, P2X from these. Everything else is equal.</source>
        <translation>P1X part de poids aléatoires, P2X de ceux-ci. Tout le reste est identique.</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>P&amp;réréglage</translation>
    </message>
    <message>
        <source>One pass is every image once.</source>
        <translation>Une passe, c’est chaque image une fois.</translation>
    </message>
    <message>
        <source>Scores both runs on your labels at the passes kept, so that they can be compared.</source>
        <translation>Évalue les deux pré-entraînements avec vos étiquettes aux passes gardées, pour pouvoir les comparer.</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Méthode</translation>
    </message>
    <message>
        <source>How the network learns from images without labels.</source>
        <translation>Comment le réseau apprend d’images sans étiquettes.</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>le formulaire</translation>
    </message>
    <message>
        <source>every image once</source>
        <translation>chaque image une fois</translation>
    </message>
    <message>
        <source>%1. Source: %2.</source>
        <translation>%1. Source : %2.</translation>
    </message>
    <message>
        <source>Pairs (s&amp;eeds)</source>
        <translation>Paires (grain&amp;es)</translation>
    </message>
    <message>
        <source>Each pair is trained from a seed of its own. Three are the least that show how much retraining alone would change; with one, that is not covered.</source>
        <translation>Chaque paire est entraînée avec sa propre graine. Il en faut au moins trois pour montrer ce qu’un nouvel entraînement changerait à lui seul ; une seule ne le montre pas.</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, modifié</translation>
    </message>
    <message>
        <source>Only SwAV and BYOL have heads that a checkpoint carries.</source>
        <translation>Seuls SwAV et BYOL ont des têtes qu’un fichier de poids contient.</translation>
    </message>
    <message numerus="yes">
        <source>The run ends after %n pass(es), so nothing can be kept at %1.</source>
        <translation>
            <numerusform>L’entraînement finit après %n passe ; rien ne peut être gardé à %1.</numerusform>
            <numerusform>L’entraînement finit après %n passes ; rien ne peut être gardé à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln pas</numerusform>
            <numerusform>%Ln pas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message>
        <source>There are %1 but a batch of %2: not one batch can be filled.</source>
        <translation>Il y a %1 pour un lot de %2 : pas un seul lot ne peut être rempli.</translation>
    </message>
    <message>
        <source>1 pass = %1 = %2; %3 a run, %4: %5 in all.</source>
        <translation>1 passe = %1 = %2 ; %3 chacun, %4 : %5 en tout.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n pré-entraînement</numerusform>
            <numerusform>%n pré-entraînements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::PretrainPage</name>
    <message>
        <source>A matched pair: P1X starts from random weights, P2X from yours; all else is equal. Runs go on when this window is closed.</source>
        <translation>Une paire appariée : P1X part de poids aléatoires, P2X des vôtres ; tout le reste est identique. Les calculs continuent quand cette fenêtre est fermée.</translation>
    </message>
    <message>
        <source>Go to Images</source>
        <translation>Aller à Images</translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation>Aller à Poids de départ</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study.</source>
        <translation>Aucune étude n’est ouverte. Créez-en une ou ouvrez-en une à la page Étude.</translation>
    </message>
    <message>
        <source>A pair needs images to train on and weights for P2X to start from.</source>
        <translation>Une paire demande des images pour l’entraînement et des poids dont parte P2X.</translation>
    </message>
    <message>
        <source>A pair needs images to train on.</source>
        <translation>Une paire demande des images pour l’entraînement.</translation>
    </message>
    <message>
        <source>P2X needs weights to start from.</source>
        <translation>P2X demande des poids de départ.</translation>
    </message>
    <message>
        <source>Scoring needs labels. These images have none, so the pair is pretrained only.</source>
        <translation>Évaluer demande des étiquettes. Ces images n’en ont pas : la paire est seulement pré-entraînée.</translation>
    </message>
    <message>
        <source>Run the pairs</source>
        <translation>Lancer les paires</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>poids aléatoires</translation>
    </message>
    <message>
        <source>%1 can be looked at, not trained: %2.</source>
        <translation>%1 peut être examiné, pas entraîné : %2.</translation>
    </message>
    <message>
        <source>P2X needs weights of a ResNet to start from.</source>
        <translation>P2X demande les poids d’un ResNet comme départ.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::QueuePanel</name>
    <message>
        <source>Run queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Calculs</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout suspendre</translation>
    </message>
    <message>
        <source>Pauses what runs and sets aside what waits: nothing starts until you press Go on.</source>
        <translation>Suspend ce qui tourne et met de côté ce qui attend : rien ne démarre avant que vous ne cliquiez sur Continuer.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Everything that is paused or waits is worked off, in its order. Failed and cancelled runs stay as they are.</source>
        <translation>Tout ce qui est suspendu ou en attente est traité dans l’ordre. Les calculs échoués ou annulés restent tels quels.</translation>
    </message>
    <message>
        <source>Select a run to pause, continue, finish or cancel it.</source>
        <translation>Sélectionnez un calcul pour le suspendre, le reprendre, le terminer ou l’annuler.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) selected</source>
        <translation>
            <numerusform>%n calcul sélectionné</numerusform>
            <numerusform>%n calculs sélectionnés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::Rail</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <translation>Ctrl+%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
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
        <translation>Appliquer à toutes les images</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ReadingText</name>
    <message>
        <source>Black and white are the ends of what can be stored.</source>
        <translation>Le noir et le blanc sont les limites de ce qui peut être enregistré.</translation>
    </message>
    <message>
        <source>Black is at %1, white at %2.</source>
        <translation>Le noir est à %1, le blanc à %2.</translation>
    </message>
    <message>
        <source>Black is below %1 % and white above %2 % of the set&apos;s values: at %3 and at %4.</source>
        <translation>Le noir est sous %1 % et le blanc au-dessus de %2 % des valeurs de l’ensemble : à %3 et à %4.</translation>
    </message>
    <message>
        <source>Volumes are cut into coronal slices.</source>
        <translation>Les volumes sont découpés en coupes coronales.</translation>
    </message>
    <message>
        <source>Volumes are cut into sagittal slices.</source>
        <translation>Les volumes sont découpés en coupes sagittales.</translation>
    </message>
    <message>
        <source>Band %1 is shown in grey.</source>
        <translation>La bande %1 est montrée en gris.</translation>
    </message>
    <message>
        <source>Bands %1, %2 and %3 are shown as red, green and blue.</source>
        <translation>Les bandes %1, %2 et %3 sont montrées en rouge, vert et bleu.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RepairFields</name>
    <message>
        <source>Each filter</source>
        <translation>Chaque filtre</translation>
    </message>
    <message>
        <source>No scaling</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Comme dans l’article</translation>
    </message>
    <message>
        <source>Exact in training too</source>
        <translation>Exact partout</translation>
    </message>
    <message>
        <source>γ alone</source>
        <translation>γ seul</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Laissé tel quel</translation>
    </message>
    <message>
        <source>Absorbed, exact</source>
        <translation>Absorbé, exact</translation>
    </message>
    <message>
        <source>Copy a live filter</source>
        <translation>Copier un vivant</translation>
    </message>
    <message>
        <source>New random filter</source>
        <translation>Filtre aléatoire</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Laissés tels quels</translation>
    </message>
    <message>
        <source>&amp;Scale over</source>
        <translation>É&amp;chelle</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Règle</translation>
    </message>
    <message>
        <source>As in the paper: weights, mean and γ by 1/√s, variance by 1/s². Exact in training too: γ stays as it is.</source>
        <translation>Comme dans l’article : poids, moyenne et γ par 1/√s, variance par 1/s². Exact partout : à l’entraînement aussi, γ reste tel quel.</translation>
    </message>
    <message>
        <source>Small &amp;term ε</source>
        <translation>Petit &amp;terme ε</translation>
    </message>
    <message>
        <source>Batch norm&apos;s small safety term, which scaling makes count more or less.</source>
        <translation>Le petit terme de sûreté de BatchNorm, que la mise à l’échelle fait compter plus ou moins.</translation>
    </message>
    <message>
        <source>&amp;Dead filters</source>
        <translation>Filtres &amp;morts</translation>
    </message>
    <message>
        <source>Dead &amp;below</source>
        <translation>Mort so&amp;us</translation>
    </message>
    <message>
        <source>Norm below this line: the filter answers nearly nothing.</source>
        <translation>Norme au-dessous de cette limite : le filtre ne répond presque rien.</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>Grain&amp;e</translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation>Couche entière</translation>
    </message>
    <message>
        <source>The norm a layer or filter is divided by (its square root), where it is above 1. The paper scales whole layers.</source>
        <translation>La norme dont la racine carrée divise une couche ou un filtre, là où elle dépasse 1. L’article met à l’échelle des couches entières.</translation>
    </message>
    <message>
        <source>A live filter of the same layer, chosen by the seed, takes the dead one&apos;s place, as in the paper.</source>
        <translation>Un filtre vivant de la même couche, choisi par la graine, prend la place du filtre mort, comme dans l’article.</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Réglages avancés</translation>
    </message>
    <message>
        <source>Decides which live filter takes a dead one&apos;s place, and what new ones are.</source>
        <translation>Fixe quel filtre vivant prend la place d’un filtre mort, et ce que sont les nouveaux.</translation>
    </message>
    <message>
        <source>Hide advanced settings</source>
        <translation>Masquer les réglages avancés</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RepairPage</name>
    <message>
        <source>Scale what is too big, replace what is dead, and see proof of what changed. The original is never changed.</source>
        <translation>Met à l’échelle ce qui est trop grand, remplace ce qui est mort et prouve ce qui a changé. L’original n’est jamais modifié.</translation>
    </message>
    <message>
        <source>Make repaired weights</source>
        <translation>Créer les poids réparés</translation>
    </message>
    <message>
        <source>Choose weights to repair: add a checkpoint on the page Starting weights.</source>
        <translation>Choisissez des poids à réparer : ajoutez un fichier de poids à la page Poids de départ.</translation>
    </message>
    <message>
        <source>Go to Starting weights</source>
        <translation>Aller à Poids de départ</translation>
    </message>
    <message>
        <source>Check on my images, not on noise</source>
        <translation>Vérifier sur mes images, pas sur du bruit</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Poids</translation>
    </message>
    <message>
        <source>Repairing and proving</source>
        <translation>Réparation et preuve</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Before and after appear here once weights are repaired.</source>
        <translation>L’avant et l’après s’affichent ici une fois les poids réparés.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>replaced by a new random filter</source>
        <translation>remplacé par un nouveau filtre aléatoire</translation>
    </message>
    <message>
        <source>replaced by a copy of filter %1</source>
        <translation>remplacé par une copie du filtre %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>scaled, s = %1</source>
        <translation>mis à l’échelle, s = %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Nothing is added, and the original stays as it is.</source>
        <translation>Rien n’est ajouté, et l’original reste tel quel.</translation>
    </message>
    <message>
        <source>Repair with each filter, exact</source>
        <translation>Réparer par filtre, exact</translation>
    </message>
    <message>
        <source>Scales each filter by its own norm and has γ absorb the small term ε: the answers stay as they are.</source>
        <translation>Met chaque filtre à l’échelle selon sa propre norme et fait absorber le petit terme ε par γ : les réponses restent les mêmes.</translation>
    </message>
    <message>
        <source>Add them all the same</source>
        <translation>Les ajouter quand même</translation>
    </message>
    <message>
        <source>Makes the weights again and adds them with the proof as it is.</source>
        <translation>Recrée les poids et les ajoute avec la preuve telle qu’elle est.</translation>
    </message>
    <message>
        <source>Repairing and proving, %1 s</source>
        <translation>Réparation et preuve, %1 s</translation>
    </message>
    <message>
        <source>Not added. %1</source>
        <translation>Pas ajouté. %1</translation>
    </message>
    <message>
        <source>Out of date: the settings on the left are others than those of the proof below. Press Make repaired weights to repair and prove with them.
%1</source>
        <translation>Périmé : les réglages à gauche ne sont plus ceux de la preuve ci-dessous. Cliquez sur « Créer les poids réparés » pour réparer et prouver avec eux.
%1</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>À l’utilisation</translation>
    </message>
    <message>
        <source>Worst channel</source>
        <translation>Pire canal</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>À l’entraînement</translation>
    </message>
    <message>
        <source>Replaced, cosine</source>
        <translation>Remplacés, cosinus</translation>
    </message>
    <message>
        <source>Proof by stage</source>
        <translation>Preuve par étage</translation>
    </message>
    <message>
        <source>How much scaling alone changes what the network answers behind each part of it, over the largest answer there; and how alike answers are before and after filters were replaced (1 = the same).</source>
        <translation>Combien la mise à l’échelle seule change ce que répond le réseau après chacune de ses parties, rapporté à la plus grande réponse à cet endroit ; et combien les réponses se ressemblent avant et après le remplacement de filtres (1 = identiques).</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RunButtons</name>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Saves the full state and stops; can continue on this or another device.</source>
        <translation>Enregistre l’état complet et s’arrête ; peut continuer sur cet appareil ou un autre.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Goes on from the newest save, with the same numbers as without the pause.</source>
        <translation>Reprend à la dernière sauvegarde, avec les mêmes nombres que sans la pause.</translation>
    </message>
    <message>
        <source>Finish early</source>
        <translation>Terminer tôt</translation>
    </message>
    <message>
        <source>Ends the schedule now and writes the final weights.</source>
        <translation>Met fin maintenant à l’entraînement prévu et écrit les poids finaux.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stops and keeps what is there; can be continued.</source>
        <translation>S’arrête et garde ce qui existe ; peut être repris.</translation>
    </message>
    <message>
        <source>What can be done with the run</source>
        <translation>Ce qui peut être fait du calcul</translation>
    </message>
    <message>
        <source>%1, after pass %2 of %3</source>
        <translation>%1, après la passe %2 sur %3</translation>
    </message>
    <message>
        <source>Finish now?
%1</source>
        <translation>Terminer maintenant ?
%1</translation>
    </message>
    <message>
        <source>The schedule ends at once and the weights of now become the final ones. This cannot be undone: a finished run is not trained any further.</source>
        <translation>L’entraînement prévu prend fin aussitôt et les poids actuels deviennent définitifs. Cela ne peut pas être annulé : un calcul terminé n’est plus entraîné.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Laisser tourner</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Gives the pair of this run, or this score, a name of your own (F2).</source>
        <translation>Donne à la paire de ce calcul, ou à cette évaluation, un nom de votre choix (F2).</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Name of %1, for both of its runs. Empty: as it was called at first.</source>
        <translation>Nom de %1, pour ses deux calculs. Vide : le nom d’origine.</translation>
    </message>
    <message>
        <source>Name of %1. Empty: as it was called at first.</source>
        <translation>Nom de %1. Vide : le nom d’origine.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::RunSummary</name>
    <message>
        <source>As it was planned: what a run was started with stays as it is.</source>
        <translation>Comme prévu : ce avec quoi un calcul a été lancé reste tel quel.</translation>
    </message>
    <message>
        <source>New pair from these settings</source>
        <translation>Nouvelle paire avec ces réglages</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Évaluations</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Réglages : %1</translation>
    </message>
    <message>
        <source>P2X starts from</source>
        <translation>P2X part de</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ScoreForm</name>
    <message>
        <source>%1 % of the labels</source>
        <translation>%1 % des étiquettes</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>le formulaire</translation>
    </message>
    <message>
        <source>With all labels this protocol leaves nothing to chance: one repeat says it all, and one is computed.</source>
        <translation>Avec toutes les étiquettes, ce protocole ne laisse rien au hasard : une répétition dit tout, et une seule est calculée.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ScorePage</name>
    <message>
        <source>Turn weights into numbers on your own labels.</source>
        <translation>Transformez des poids en nombres, avec vos propres étiquettes.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <source>Go to Pretrain</source>
        <translation>Aller à Pré-entraîner</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Passe</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Exactitude (%)</translation>
    </message>
    <message>
        <source>Balanced (%)</source>
        <translation>Équil. (%)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>What</source>
        <translation>À évaluer</translation>
    </message>
    <message>
        <source>Runs to score</source>
        <translation>Calculs à évaluer</translation>
    </message>
    <message>
        <source>At pa&amp;sses</source>
        <translation>Aux pa&amp;sses</translation>
    </message>
    <message>
        <source>Passes of the pretraining to score; 0 is what the run started from.</source>
        <translation>Passes du pré-entraînement à évaluer ; 0 est le point de départ.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study.</source>
        <translation>Aucune étude n’est ouverte. Créez-en une ou ouvrez-en une à la page Étude.</translation>
    </message>
    <message>
        <source>Scoring needs labels. These images have none. Put them into one folder a class, or stop at pretraining and use the weights.</source>
        <translation>Évaluer demande des étiquettes. Ces images n’en ont pas. Rangez-les dans un dossier par classe, ou arrêtez-vous au pré-entraînement et utilisez les poids.</translation>
    </message>
    <message>
        <source>Nothing to score yet: pretrain a pair first.</source>
        <translation>Rien à évaluer pour l’instant : pré-entraînez d’abord une paire.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Tick the runs to score first.</source>
        <translation>Cochez d’abord les calculs à évaluer.</translation>
    </message>
    <message>
        <source>This takes whole numbers from 0, separated by commas; empty means every pass that was kept.</source>
        <translation>Indiquez des nombres entiers à partir de 0, séparés par des virgules ; vide signifie toutes les passes gardées.</translation>
    </message>
    <message>
        <source>all that were kept</source>
        <translation>toutes les gardées</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::SettingEditor</name>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>Takes %1.</source>
        <translation>Valeurs admises : %1.</translation>
    </message>
    <message>
        <source>Takes %1, in %2.</source>
        <translation>Valeurs admises : %1, en %2.</translation>
    </message>
    <message>
        <source>Usually %1.</source>
        <translation>D’ordinaire : %1.</translation>
    </message>
    <message>
        <source>This takes %1.</source>
        <translation>Valeurs admises : %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::SettingsForm</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Réglages avancés</translation>
    </message>
    <message>
        <source>Hide advanced settings</source>
        <translation>Masquer les réglages avancés</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ShownPair</name>
    <message>
        <source>Pair shown</source>
        <translation>Paire affichée</translation>
    </message>
    <message>
        <source>Runs of this pair</source>
        <translation>Calculs de cette paire</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>Voir le résultat</translation>
    </message>
    <message>
        <source>%1 of %2 done; a worker is busy.</source>
        <translation>%1 sur %2 terminés ; calcul en cours.</translation>
    </message>
    <message>
        <source>%1 of %2 done; nobody works on the rest. Press Go on in the queue.</source>
        <translation>%1 sur %2 terminés ; rien ne traite le reste. Cliquez sur Continuer dans la file d’attente.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>, %1 %</source>
        <translation>, %1 %</translation>
    </message>
    <message numerus="yes">
        <source>All done: %n run(s) and score(s).</source>
        <translation>
            <numerusform>Tout est terminé : %n calcul ou évaluation.</numerusform>
            <numerusform>Tout est terminé : %n calculs et évaluations.</numerusform>
        </translation>
    </message>
    <message>
        <source>its worker was killed before its first save; it began anew</source>
        <translation>son processus a été tué avant la première sauvegarde ; il a recommencé</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>its worker was killed; it went on from step %1</source>
        <translation>son processus a été tué ; il a repris au pas %1</translation>
    </message>
    <message>
        <source>its worker was killed; it went on from step %1, %2 earlier</source>
        <translation>son processus a été tué ; il a repris au pas %1, %2 plus tôt</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::SlidesDialog</name>
    <message>
        <source>Cut slides into tiles</source>
        <translation>Découper les lames en tuiles</translation>
    </message>
    <message numerus="yes">
        <source>%n whole slide(s): a network learns from tiles of them. Tiles of all slides have the same scale, hold tissue, and are told apart by their slide as images are by their patient.</source>
        <translation>
            <numerusform>%n lame entière : un réseau apprend de ses tuiles. Les tuiles de toutes les lames ont la même échelle, contiennent du tissu et se distinguent par leur lame comme les images par leur patient.</numerusform>
            <numerusform>%n lames entières : un réseau apprend de leurs tuiles. Les tuiles de toutes les lames ont la même échelle, contiennent du tissu et se distinguent par leur lame comme les images par leur patient.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cutting tiles</source>
        <translation>Découpage des tuiles</translation>
    </message>
    <message>
        <source>Cut, then use the tiles</source>
        <translation>Découper, puis utiliser les tuiles</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;One pixel is</source>
        <translation>Un &amp;pixel vaut</translation>
    </message>
    <message>
        <source>The scale of the tiles: 0.5 µm is what 20x lenses show, 0.25 µm 40x.</source>
        <translation>L’échelle des tuiles : 0,5 µm est ce que montrent les objectifs 20x, 0,25 µm les 40x.</translation>
    </message>
    <message>
        <source>&amp;Side in pixels</source>
        <translation>&amp;Côté en pixels</translation>
    </message>
    <message>
        <source>&amp;Folder of tiles</source>
        <translation>&amp;Dossier des tuiles</translation>
    </message>
    <message>
        <source>Is made; the slides are not changed.</source>
        <translation>Il est créé ; les lames ne sont pas modifiées.</translation>
    </message>
    <message>
        <source>Cutting tiles…</source>
        <translation>Découpage des tuiles…</translation>
    </message>
    <message numerus="yes">
        <source>%1 tiles of %n slide(s) were cut.</source>
        <translation>
            <numerusform>%1 tuiles de %n lame ont été découpées.</numerusform>
            <numerusform>%1 tuiles de %n lames ont été découpées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::StudyPage</name>
    <message>
        <source>What is asked, of which images, with which weights.</source>
        <translation>Ce qu’on cherche, sur quelles images, avec quels poids.</translation>
    </message>
    <message>
        <source>For example: does pretraining on our own slides help to tell the four tissue classes apart?</source>
        <translation>Par exemple : le pré-entraînement sur nos propres lames aide-t-il à distinguer les quatre classes de tissu ?</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Free text, for you and for whoever opens this study later.</source>
        <translation>Texte libre, pour vous et pour ceux qui ouvriront cette étude plus tard.</translation>
    </message>
    <message>
        <source>Where this study stands</source>
        <translation>Où en est cette étude</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>Finished example – shipped results. It is for looking only; Try it with the sample, in the menu Study, runs it again on this computer.</source>
        <translation>Exemple terminé – résultats fournis. Consultation seule ; « Essayer avec l’exemple », dans le menu Étude, le recalcule sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing can be written here, so this study is open for reading.</source>
        <translation>Rien ne peut être écrit ici : cette étude est ouverte en lecture seule.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>pas encore choisies</translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation>Poids de départ</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>pas encore</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation>
            <numerusform>%n jeu</numerusform>
            <numerusform>%n jeux</numerusform>
        </translation>
    </message>
    <message>
        <source>Pretraining runs</source>
        <translation>Pré-entraînements</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Évaluations</translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation>Reste à faire</translation>
    </message>
    <message>
        <source>nothing is waiting</source>
        <translation>rien n’est en attente</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n calcul</numerusform>
            <numerusform>%n calculs</numerusform>
        </translation>
    </message>
    <message>
        <source>Another window has this study open (process %1 on %2, since %3). It is open for reading here; when the other window is closed, it can be changed here.</source>
        <translation>Une autre fenêtre a ouvert cette étude (processus %1 sur %2, depuis %3). Elle est ici en lecture seule ; une fois l’autre fenêtre fermée, elle pourra être modifiée ici.</translation>
    </message>
    <message>
        <source>%1 in %2, from %3</source>
        <translation>%1 dans %2, depuis %3</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n classe</numerusform>
            <numerusform>%n classes</numerusform>
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
    <message>
        <source>Try two steps</source>
        <translation>Essayer deux pas</translation>
    </message>
    <message>
        <source>Begins a run like this aside, does two steps, and says how long the whole will take, and what memory and disk it needs.</source>
        <translation>Commence à part un calcul comme celui-ci, fait deux pas et indique combien de temps prendra le tout, et de combien de mémoire et d’espace disque il a besoin.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What the runs will take</source>
        <translation>Ce que demanderont les calculs</translation>
    </message>
    <message>
        <source>Trying two steps…</source>
        <translation>Essai de deux pas…</translation>
    </message>
    <message>
        <source>%1 s a step. One run: %2; all %3: %4. Memory %5; disk %6 a run.</source>
        <translation>%1 s par pas. Un pré-entraînement : %2 ; en tout %3 : %4. Mémoire %5 ; disque %6 chacun.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n pré-entraînement</numerusform>
            <numerusform>%n pré-entraînements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::VerdictPanel</name>
    <message>
        <source>Nothing that was trained was scored on both sides yet.</source>
        <translation>Rien d’entraîné n’a encore été évalué des deux côtés.</translation>
    </message>
    <message>
        <source>No difference between P1X and P2X can be shown with these data.</source>
        <translation>Ces données ne permettent pas de montrer une différence entre P1X et P2X.</translation>
    </message>
    <message>
        <source>P2X, which starts from your weights, scored higher than P1X.</source>
        <translation>P2X, qui part de vos poids, a un meilleur score que P1X.</translation>
    </message>
    <message>
        <source>P1X, which starts from random weights, scored higher than P2X.</source>
        <translation>P1X, qui part de poids aléatoires, a un meilleur score que P2X.</translation>
    </message>
    <message numerus="yes">
        <source>± %1, %n pretraining run(s)</source>
        <translation>
            <numerusform>± %1, %n pré-entraînement</numerusform>
            <numerusform>± %1, %n pré-entraînements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>± %1, %n repeat(s)</source>
        <translation>
            <numerusform>± %1, %n répétition</numerusform>
            <numerusform>± %1, %n répétitions</numerusform>
        </translation>
    </message>
    <message>
        <source>one repeat</source>
        <translation>une répétition</translation>
    </message>
    <message>
        <source>%1 ± %2 %</source>
        <translation>%1 ± %2 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Without a second stage the original weights scored %1; P2X minus that %2 points, %3 to %4.</source>
        <translation>Sans seconde étape, les poids d’origine ont obtenu %1 ; P2X moins cela : %2 points, %3 à %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n test patient(s)</source>
        <translation>
            <numerusform>%n patient de test</numerusform>
            <numerusform>%n patients de test</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test image(s)</source>
        <translation>
            <numerusform>%n image de test</numerusform>
            <numerusform>%n images de test</numerusform>
        </translation>
    </message>
    <message>
        <source>one pass</source>
        <translation>une passe</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>%1 passes</translation>
    </message>
    <message>
        <source>Accuracy after %1, on %2.</source>
        <translation>Exactitude après %1, sur %2.</translation>
    </message>
    <message>
        <source>Balanced accuracy %1 % and %2 %, chance %3 %.</source>
        <translation>Exactitude équilibrée %1 % et %2 %, hasard %3 %.</translation>
    </message>
    <message>
        <source>The interval counts retraining and other test images.</source>
        <translation>L’intervalle tient compte d’un nouvel entraînement et d’autres images de test.</translation>
    </message>
    <message>
        <source>One pretraining run per arm; how much retraining alone would change is not covered.</source>
        <translation>Un pré-entraînement par bras ; ce qu’un nouvel entraînement changerait à lui seul n’est pas couvert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
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
        <translation>Différence, P2X − P1X</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>95 % interval %1 to %2, p %3</source>
        <translation>Intervalle à 95 % : %1 à %2, p %3</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::ViewsPanel</name>
    <message>
        <source>What the network will see</source>
        <translation>Ce que verra le réseau</translation>
    </message>
    <message>
        <source>Other views</source>
        <translation>Autres vues</translation>
    </message>
    <message>
        <source>The next images and draws of the run.</source>
        <translation>Les images et tirages suivants du calcul.</translation>
    </message>
    <message>
        <source>Drawn again once the settings are right.</source>
        <translation>Redessiné dès que les réglages sont valables.</translation>
    </message>
    <message>
        <source>Views of your images are drawn here as the settings move.</source>
        <translation>Des vues de vos images sont dessinées ici à mesure que les réglages changent.</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) of %1 pixels</source>
        <translation>
            <numerusform>%n vue de %1 pixels</numerusform>
            <numerusform>%n vues de %1 pixels</numerusform>
        </translation>
    </message>
    <message>
        <source>Of each image the run sees %1, drawn as here, from the same seed.</source>
        <translation>De chaque image, le calcul voit %1, tirées comme ici, avec la même graine.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::VolumeDialog</name>
    <message>
        <source>Slices</source>
        <translation>Coupes</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this study were planned with the slices of now and keep them. Only later runs and scores have others.</source>
        <translation>
            <numerusform>%n calcul de cette étude a été prévu avec les coupes actuelles et les garde. Seuls les calculs et évaluations ultérieurs en ont d’autres.</numerusform>
            <numerusform>%n calculs de cette étude ont été prévus avec les coupes actuelles et les gardent. Seuls les calculs et évaluations ultérieurs en ont d’autres.</numerusform>
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
        <translation>&amp;Orientation</translation>
    </message>
    <message>
        <source>Which way the volumes are cut into pictures.</source>
        <translation>Dans quel sens les volumes sont découpés en images.</translation>
    </message>
    <message>
        <source>&amp;Slice</source>
        <translation>&amp;Coupe</translation>
    </message>
    <message>
        <source>Leafs through the slices of this volume.</source>
        <translation>Fait défiler les coupes de ce volume.</translation>
    </message>
    <message>
        <source>This volume has %1 axial, %2 coronal and %3 sagittal slices. Each slice is an image: cut another way, the list of now %4 images is made anew, with its parts.</source>
        <translation>Ce volume a %1 coupes axiales, %2 coronales et %3 sagittales. Chaque coupe est une image : découpée autrement, la liste de %4 images actuelles est refaite, avec ses parties.</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Coupe %1 sur %2</translation>
    </message>
    <message>
        <source>From the feet to the head, seen from the feet: the patient&apos;s right is on the left, the front on top.</source>
        <translation>Des pieds à la tête, vu depuis les pieds : la droite du patient est à gauche, l’avant en haut.</translation>
    </message>
    <message>
        <source>From the back to the front, seen from the front: the patient&apos;s right is on the left, the head on top.</source>
        <translation>De l’arrière à l’avant, vu de face : la droite du patient est à gauche, la tête en haut.</translation>
    </message>
    <message>
        <source>From the patient&apos;s left to the right, seen from the left: the front is on the left, the head on top.</source>
        <translation>De la gauche du patient à sa droite, vu de gauche : l’avant est à gauche, la tête en haut.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WarningStrip</name>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n autre.</numerusform>
            <numerusform>Et %n autres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WeightsChoice</name>
    <message>
        <source>and…</source>
        <translation>et…</translation>
    </message>
    <message>
        <source>More weights to lay over</source>
        <translation>Autres poids à superposer</translation>
    </message>
    <message>
        <source>More weights laid over each other, up to %1 in all.</source>
        <translation>Autres poids superposés, jusqu’à %1 en tout.</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Montrer</translation>
    </message>
    <message>
        <source>&amp;laid over by</source>
        <translation>&amp;superposer</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WeightsPage</name>
    <message>
        <source>the file does not say</source>
        <translation>non indiqué dans le fichier</translation>
    </message>
    <message>
        <source>Bring in a checkpoint and see what was loaded. Opening a file never runs code from it.</source>
        <translation>Ajoutez un fichier de poids et voyez ce qui a été chargé. L’ouverture d’un fichier n’en exécute jamais le code.</translation>
    </message>
    <message>
        <source>Checkpoint file: .safetensors, .pth, .pt</source>
        <translation>Fichier de poids : .safetensors, .pth, .pt</translation>
    </message>
    <message>
        <source>Checkpoint file</source>
        <translation>Fichier de poids</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>Ajouter le fichier</translation>
    </message>
    <message>
        <source>Weights of this study</source>
        <translation>Poids de cette étude</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>Choose a checkpoint</source>
        <translation>Choisir un fichier de poids</translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors *.pth *.pt *.tar *.ckpt);;All files (*)</source>
        <translation>Fichiers de poids (*.safetensors *.pth *.pt *.tar *.ckpt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then add weights.</source>
        <translation>Aucune étude n’est ouverte. Créez-en une ou ouvrez-en une à la page Étude, puis ajoutez des poids.</translation>
    </message>
    <message>
        <source>No weights yet. Add a checkpoint file you have downloaded. Rekindle does not download anything.</source>
        <translation>Pas encore de poids. Ajoutez un fichier de poids que vous avez téléchargé. Rekindle ne télécharge rien.</translation>
    </message>
    <message>
        <source>No study is open. Make or open one on the page Study, then add starting weights here.</source>
        <translation>Aucune étude n’est ouverte. Créez-en une ou ouvrez-en une à la page Étude, puis ajoutez ici des poids de départ.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>All %1 convolutions of a %2 found: %3 tensors, %4 parameters.</source>
        <translation>Les %1 convolutions d’un %2 ont été trouvées : %3 tenseurs, %4 paramètres.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Écrit par</translation>
    </message>
    <message>
        <source>Trained with</source>
        <translation>Entraîné avec</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Complété</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Non utilisé</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Repaired from</source>
        <translation>Réparé à partir de</translation>
    </message>
    <message>
        <source>– (as added)</source>
        <translation>– (tel qu’ajouté)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>This study knows that file already, as %1. It is chosen now.</source>
        <translation>Cette étude connaît déjà ce fichier, sous le nom %1. Il est maintenant choisi.</translation>
    </message>
    <message>
        <source>%1 was repaired from it</source>
        <translation>%1 en est la réparation</translation>
    </message>
    <message>
        <source>the run %1 uses it</source>
        <translation>le calcul %1 l’utilise</translation>
    </message>
    <message>
        <source>%1 stays in the study: %2.</source>
        <translation>%1 reste dans l’étude : %2.</translation>
    </message>
    <message>
        <source>Remove weights</source>
        <translation>Retirer les poids</translation>
    </message>
    <message>
        <source>Remove %1 from this study?</source>
        <translation>Retirer %1 de cette étude ?</translation>
    </message>
    <message>
        <source>The file itself is not touched, and can be added again:
%1</source>
        <translation>Le fichier lui-même n’est pas touché et peut être ajouté de nouveau :
%1</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>can be looked at, not trained</source>
        <translation>peut être examiné, pas entraîné</translation>
    </message>
    <message>
        <source>Can be looked at, not trained: %1. Found: %2 convolutions with their normalisation, %3 tensors, %4 parameters.</source>
        <translation>Peut être examiné, pas entraîné : %1. Trouvé : %2 convolutions avec leur normalisation, %3 tenseurs, %4 paramètres.</translation>
    </message>
    <message>
        <source>no ResNet</source>
        <translation>pas un ResNet</translation>
    </message>
    <message>
        <source>not needed for looking</source>
        <translation>inutile pour l’examen</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Bords</translation>
    </message>
    <message>
        <source>Padding: %1. How the network treats the borders of a picture.</source>
        <translation>Remplissage (padding) : %1. Comment le réseau traite les bords d’une image.</translation>
    </message>
    <message>
        <source>Input scaling</source>
        <translation>Échelle d’entrée</translation>
    </message>
    <message>
        <source>Normalisation: %1. What the network expects of pixels.</source>
        <translation>Normalisation : %1. Ce que le réseau attend des pixels.</translation>
    </message>
    <message>
        <source>These weights are the same as %1, from another file. Both are in the list now; remove the one you do not need.</source>
        <translation>Ces poids sont les mêmes que %1, d’un autre fichier. Les deux sont maintenant dans la liste ; retirez ceux dont vous n’avez pas besoin.</translation>
    </message>
</context>
<context>
    <name>rekindle::panels::WelcomePanel</name>
    <message>
        <source>Does a second stage of pretraining on your own images help? Put images and starting weights in, repair the weights, pretrain a matched pair, and see the answer.</source>
        <translation>Une seconde étape de pré-entraînement sur vos propres images aide-t-elle ? Ajoutez des images et des poids de départ, réparez les poids, pré-entraînez une paire appariée et voyez la réponse.</translation>
    </message>
    <message>
        <source>Try it with the sample</source>
        <translation>Essayer avec l’exemple</translation>
    </message>
    <message>
        <source>Real photographs, small weights, a few minutes on any computer.</source>
        <translation>De vraies photographies, de petits poids, quelques minutes sur n’importe quel ordinateur.</translation>
    </message>
    <message>
        <source>See a finished example</source>
        <translation>Voir un exemple terminé</translation>
    </message>
    <message>
        <source>The sample&apos;s shipped results, to look at.</source>
        <translation>Les résultats fournis de l’exemple, à consulter.</translation>
    </message>
    <message>
        <source>New study…</source>
        <translation>Nouvelle étude…</translation>
    </message>
    <message>
        <source>A folder for your own images, runs and results.</source>
        <translation>Un dossier pour vos propres images, calculs et résultats.</translation>
    </message>
    <message>
        <source>Open study…</source>
        <translation>Ouvrir une étude…</translation>
    </message>
    <message>
        <source>Go on where you, or a server, left off.</source>
        <translation>Reprenez là où vous en étiez, vous ou un serveur.</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Ouvertes récemment</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: the program has no network code. For research, not for diagnosis.</source>
        <translation>Rien ne quitte cet ordinateur : le programme n’a pas de code réseau. Pour la recherche, pas pour le diagnostic.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 en cours, %2 en attente</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>pas encore de calculs</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) and score(s), all done</source>
        <translation>
            <numerusform>%n calcul ou évaluation, terminé</numerusform>
            <numerusform>%n calculs et évaluations, tous terminés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs and scores done</source>
        <translation>%1 calculs et évaluations sur %2 terminés</translation>
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
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>This computer: %1</source>
        <translation>Cet ordinateur : %1</translation>
    </message>
</context>
<context>
    <name>rekindle::plots::FigureTable</name>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Cadre</translation>
    </message>
</context>
<context>
    <name>rekindle::plots::FigureView</name>
    <message>
        <source>%1 — %2 %3: %4</source>
        <translation>%1 — %2 %3 : %4</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 à %2)</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 — %2 %3 to %4: %5</source>
        <translation>%1 — %2 %3 à %4 : %5</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>Nombres du graphique</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
</TS>
