<?php
// La clé est contrôlée par l'algorithme de Luhn ; la mention explicite du nom est requise.
$erreurs['siret'] = 'Le numéro SIRET ne respecte pas l\'algorithme de Luhn.';
$erreurs['nom'] = 'La mention explicite du nom d\'usage est obligatoire.';
