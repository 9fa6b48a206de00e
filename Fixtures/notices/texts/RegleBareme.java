package moteur.regles;

/** Règle de décision : compare une valeur à un seuil. L'algorithme est sans état. */
public record RegleBareme(String nom, int seuil, int points) {
    public int appliquer(int valeur) {
        return valeur >= seuil ? points : 0;
    }
}
