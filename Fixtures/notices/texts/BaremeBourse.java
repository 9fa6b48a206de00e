/*
 * Règles de calcul de l'échelon de bourse, telles que le Crous de Valmont les applique
 * aux demandes des étudiants. Code publié au titre de l'article L. 312-1-3 du code
 * des relations entre le public et l'administration.
 */
package fr.crous.valmont.bareme;

import java.math.BigDecimal;

public final class BaremeBourse {
    public int echelon(BigDecimal revenu, int pointsDeCharge) {
        return Plafonds.pour(pointsDeCharge).echelon(revenu);
    }
}
