<?php
return [
    'titre' => 'Notification de vos droits',
    'calcul' => 'Vos droits ont été calculés de façon automatique par un algorithme de '
        . 'la caisse d\'allocations de la Basse-Vienne, qui détermine le montant de '
        . 'la prime à partir de vos déclarations. Vous êtes en droit de demander '
        . 'comment cet algorithme est défini et quelles en sont les règles.',
    'pied' => 'Une question ? Consultez caf-basse-vienne.example.',
];
