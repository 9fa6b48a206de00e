<?php

declare(strict_types=1);

namespace App\Notification;

final class DecisionMailer
{
    public function mention(Decision $d): string
    {
        return sprintf(
            'La présente décision, prise par %1$s, s\'appuie sur un traitement '
            . 'algorithmique destiné à %2$s. Il s\'agit d\'une aide à la '
            . 'décision : un agent vérifie le résultat avant signature. '
            . 'Conformément à l\'article L.311-3-1 du CRPA, les règles '
            . 'définissant ce traitement et les principales caractéristiques de '
            . 'sa mise en œuvre vous sont communiquées si vous en faites la '
            . 'demande à %3$s. À défaut de réponse sous un mois, vous disposez '
            . 'de deux mois pour saisir la Commission d\'accès aux documents '
            . 'administratifs.',
            $d->administration()->nom(),
            $d->finalite(),
            $d->administration()->courriel(),
        );
    }
}
