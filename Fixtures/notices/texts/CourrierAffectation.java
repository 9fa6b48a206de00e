package fr.valmont.affectation;

/** Texte du courrier d'affectation en seconde. */
public final class CourrierAffectation {

    private CourrierAffectation() {
    }

    public static String mention(String contact) {
        return "L'affectation notifi\u00e9e ci-dessus a \u00e9t\u00e9 prise sur le "
                + "fondement d'un traitement algorithmique par le rectorat de "
                + "l'acad\u00e9mie de Valmont. Sa finalit\u00e9 est de classer les "
                + "candidatures selon les bar\u00e8mes publi\u00e9s. Vous avez le droit "
                + "d'obtenir communication des r\u00e8gles d\u00e9finissant ce "
                + "traitement et des principales caract\u00e9ristiques de sa mise en "
                + "\u0153uvre, sur demande \u00e0 " + contact + ". Voie de recours "
                + "propre \u00e0 cette demande : saisine de la Commission d\u2019acc\u00e8s "
                + "aux documents administratifs (CADA).";
    }
}
