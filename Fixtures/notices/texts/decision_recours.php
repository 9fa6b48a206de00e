<?php
return sprintf(
    'Par décision du %s, la Ville de Grandval refuse le permis demandé. '
    . 'Cette décision est prise sur le fondement du plan local d\'urbanisme, dont les '
    . 'règles sont consultables en mairie. Vous pouvez demander communication du dossier '
    . 'et saisir le tribunal administratif dans les deux mois.',
    $date,
);
