<?php
/** @var Demande $demande */
$html = <<<HTML
  <h1>Commission d'attribution du {$demande->dateCommission}</h1>
  <p>Votre demande de logement a été classée au rang {$demande->rang}.</p>
  <p class="petit">Un traitement algorithmique a été utilisé par
    <em>l'Office public de l'habitat du Valdor</em> pour cette décision
    (code des relations entre le public et l'administration). Pour en obtenir
    les règles et leur application à votre dossier, remplissez le formulaire
    <a href="https://oph-valdor.example/regles">oph-valdor.example/regles</a> ;
    en cas de refus, la <abbr title="Commission d'accès aux documents
    administratifs">CADA</abbr> peut être saisie dans les deux mois.</p>
HTML;

echo $html;
