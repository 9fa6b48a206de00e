<?php
// Le menu du jour, ou rien pendant les vacances.
function menu_du_jour(array $menus, string $jour): ?string
{
    return $menus[$jour] ?? null;
}
